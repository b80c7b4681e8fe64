import { randomUUID } from 'node:crypto';
import { fail as common } from '@anyam/contract-kit';
import { daysToPlan, meetingError, PLANNED_AHEAD, rhythmProblem, type Rhythm } from '@anyam/domain/meeting';
import type { IsoDate } from '@anyam/domain/kernel';
import type { MeetingPort } from '../contract/index.ts';
import { meetingRepository, type PlanRecord } from '../persistence/meeting.repository.ts';
import type { Hand, MeetingContext } from './context.ts';
import { fail } from './errors.ts';

/** Plans meetings until enough stand ahead; gives their ids. Nothing without a rhythm. */
export async function planAhead({ query, unit, who, group }: Hand, plan: PlanRecord | null, today: IsoDate): Promise<string[]> {
  const rhythm = (plan?.rhythm as Rhythm | null) ?? null;
  if (!plan || rhythm === null) return [];
  const days = await meetingRepository.days(query, group.id, today);
  const ahead = days.filter((d) => d.state === 'scheduled' && d.heldOn >= today).length;
  const gone = days.flatMap((d) => d.plannedOn ?? []) as IsoDate[];
  const taken = days.filter((d) => d.state !== 'cancelled').map((d) => d.heldOn as IsoDate);
  const rows = daysToPlan(rhythm, today, PLANNED_AHEAD - ahead, { gone, taken }).map((day) => ({
    id: randomUUID(), regency_code: group.regencyCode, group_id: group.id, planned_on: day, held_on: day, begins_at: plan.beginsAt, place: plan.place, created_by: who.userId, at: unit.now.toISOString(),
  }));
  if (rows.length > 0) await meetingRepository.insert(query, rows);
  return rows.map((r) => r.id);
}

export function createPlans(c: MeetingContext): Pick<MeetingPort, 'saveSchedule' | 'plan'> {
  const { work } = c.kit;
  return {
    async saveSchedule(call, { groupId, revision, rhythm, beginsAt, place, quorum }) {
      const problem = rhythm && rhythmProblem(rhythm as Rhythm);
      if (problem) throw meetingError(problem.code, problem.params);
      return work.run(call.actor, async (unit) => {
        const hand = await c.handOn(call, unit, groupId);
        const { query, group } = hand;
        const before = await meetingRepository.plan(query, groupId);
        if ((before?.revision ?? 0) !== revision) throw common('CHANGED_MEANWHILE');
        const [saved] = await meetingRepository.savePlan(query, { groupId, regencyCode: group.regencyCode, rhythm, beginsAt, place, quorum, by: call.actor.userId, now: unit.now });
        if (JSON.stringify(before?.rhythm ?? null) !== JSON.stringify(rhythm) || before?.place !== place || before.beginsAt !== beginsAt) await meetingRepository.unplan(query, groupId, c.today());
        await planAhead(hand, await meetingRepository.plan(query, groupId), c.today());
        unit.audit({
          action: 'meeting.schedule', entity: 'group', entityId: groupId, groupId, regionCode: group.villageCode,
          changes: { rhythm: [before?.rhythm ?? null, rhythm], place: [before?.place ?? null, place], beginsAt: [before?.beginsAt ?? null, beginsAt], quorum: [before?.quorum ?? null, quorum] },
        });
        return { revision: saved?.revision ?? 0 };
      });
    },

    async plan(call, { key, groupId, on }) {
      return work.once(key, 'meeting.plan', call.actor, async (unit) => {
        const hand = await c.handOn(call, unit, groupId);
        const { query, group } = hand;
        const plan = await meetingRepository.plan(query, groupId);
        if (on === undefined && !plan?.rhythm) throw fail('NO_RHYTHM');
        let ids: string[];
        if (on === undefined) ids = await planAhead(hand, plan, c.today());
        else {
          if ((await meetingRepository.days(query, groupId, on)).some((d) => d.heldOn === on && d.state !== 'cancelled')) throw fail('DAY_TAKEN');
          ids = [randomUUID()];
          await meetingRepository.insert(query, ids.map((id) => ({
            id, regency_code: group.regencyCode, group_id: groupId, planned_on: null, held_on: on, begins_at: plan?.beginsAt ?? null, place: plan?.place ?? '', created_by: call.actor.userId, at: unit.now.toISOString(),
          })));
        }
        for (const id of ids) unit.audit({ action: 'meeting.plan', entity: 'meeting', entityId: id, groupId, regionCode: group.villageCode, changes: { heldOn: [null, on ?? null] } });
        return { ids };
      });
    },
  };
}
