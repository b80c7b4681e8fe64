import type { IsoDate, Need } from '@anyam/domain/kernel';
import { meetingError, meetingFlow, minutesNumber, moveMeeting, type Rhythm } from '@anyam/domain/meeting';
import type { z } from 'zod';
import type { actInput, MeetingPort } from '../contract/index.ts';
import { meetingRepository, type MeetingRecord } from '../persistence/meeting.repository.ts';
import { changed, judgedBy, type Hand, type JudgedBy, type MeetingContext } from './context.ts';
import { fail, refused } from './errors.ts';
import { flowContext, matterOf } from './matter.ts';
import { planAhead } from './plan.ts';

type ActInput = z.infer<typeof actInput>;

/** Another day, by the domain's rule where the day is one of the schedule; an extra meeting only needs a free day. */
async function move({ query, unit }: Hand, m: MeetingRecord, rhythm: Rhythm | null, { to, reason = '' }: { to: IsoDate; reason?: string }): Promise<void> {
  const days = await meetingRepository.days(query, m.groupId, '2000-01-01');
  if (days.some((d) => d.state !== 'cancelled' && d.heldOn === to) && to !== m.heldOn) throw fail('DAY_TAKEN');
  if (rhythm !== null && m.plannedOn !== null) {
    const moves = days.flatMap((d) => (d.plannedOn === null || d.plannedOn === d.heldOn ? [] : [{ from: d.plannedOn as IsoDate, to: d.heldOn as IsoDate, reason: 'x' }]));
    const moved = moveMeeting({ rhythm, moves }, { from: m.plannedOn as IsoDate, to, reason });
    // A day of an earlier rhythm is no longer in the schedule; it moves like an extra meeting.
    if (!moved.ok && moved.error.code !== 'DATE_NOT_PLANNED') throw meetingError(moved.error.code, moved.error.params);
  }
  await meetingRepository.move(query, m.id, to, to === m.plannedOn ? null : reason, unit.now);
}

/** Gives the number of the record: a new one, or the one it had before it was reopened. */
async function close({ query, unit, who, group }: Hand, m: MeetingRecord): Promise<string> {
  const sequence = m.sequence ?? (await meetingRepository.nextSequence(query, m));
  const number = m.number ?? minutesNumber({ sequence, groupName: group.name, heldOn: m.heldOn as IsoDate });
  await meetingRepository.close(query, m.id, { sequence, number }, who.userId, unit.now);
  return number;
}

export function createActs(c: MeetingContext): Pick<MeetingPort, 'act'> {
  const { work } = c.kit;
  return {
    async act(call, input: ActInput) {
      const { key, id, action, expectedState, to, reason } = input;
      const seen = await c.mine(call, id);
      // Read before the transaction, which must not wait for another connection.
      const rules = await c.rulesOn(seen.group.regencyCode, seen.meeting.heldOn);
      return work.once(key, 'meeting.act', call.actor, async (unit) => {
        const hand = await c.handIn(call, unit, id);
        const { meeting, query, group } = hand;
        if (meeting.state !== expectedState) throw changed(meeting.state);
        const plan = await meetingRepository.plan(query, meeting.groupId);
        const judged: JudgedBy = judgedBy(meeting, plan, rules);
        const given: Need[] = [...(reason ? (['reason'] as const) : []), ...(to ? (['date'] as const) : [])];
        const decided = meetingFlow.decide(meeting.state, action, flowContext(call, group, await matterOf(query, meeting, judged), c.today(), given));
        if (!decided.ok) throw refused(decided.error);

        let number = meeting.number;
        if (action === 'move') await move(hand, meeting, (plan?.rhythm as Rhythm | null) ?? null, { to: to as IsoDate, ...(reason ? { reason } : {}) });
        else if (action === 'open') await meetingRepository.start(query, id, judged, unit.now);
        else if (action === 'close') number = await close(hand, meeting);
        else await meetingRepository.setState(query, id, decided.value, unit.now);
        if (action === 'close' || action === 'reopen') await meetingRepository.refreshLast(query, group, call.actor.userId, unit.now);
        if (action !== 'move' && action !== 'reopen') await planAhead(hand, plan, c.today());

        await unit.tx.flowStep.create({
          data: { regencyCode: group.regencyCode, flow: 'meeting', entityId: id, action: `meeting.${action}`, fromState: meeting.state, toState: decided.value, actorId: call.actor.userId, actorName: call.actor.name, at: unit.now, note: reason ?? null },
        });
        unit.audit({
          action: `meeting.${action}`, entity: 'meeting', entityId: id, groupId: group.id, regionCode: group.villageCode, reason: reason ?? null,
          changes: { state: [meeting.state, decided.value], ...(to ? { heldOn: [meeting.heldOn, to] as const } : {}), ...(number === meeting.number ? {} : { number: [meeting.number, number] as const }) },
        });
        return { id, state: decided.value, number };
      });
    },
  };
}
