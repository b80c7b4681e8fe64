import { randomUUID } from 'node:crypto';
import type { IsoDate } from '@anyam/domain/kernel';
import { meetingError, type Decision } from '@anyam/domain/meeting';
import { isCycle } from '@anyam/domain/production';
import { inTx, type Query, type Work } from '@anyam/server-kit';
import { fail as common } from '@anyam/contract-kit';
import type { ChoiceSource, Decided, Mark, MeetingPort } from '../contract/index.ts';
import { decisionRepository } from '../persistence/decision.repository.ts';
import { meetingRepository, type MeetingRecord } from '../persistence/meeting.repository.ts';
import { peopleRepository } from '../persistence/people.repository.ts';
import { changed, type MeetingContext } from './context.ts';
import { fail } from './errors.ts';

const MOST_DECISIONS = 50;

export function mustBeOpen<M extends Pick<MeetingRecord, 'state'>>(meeting: M | null): M {
  if (meeting?.state !== 'open') throw fail('MEETING_NOT_OPEN');
  return meeting;
}

/** Marks members of the day; a mark may also be taken away, of whomever. The meeting is open and locked. */
export async function putMarks(query: Query, meeting: MeetingRecord, marks: readonly Mark[]): Promise<void> {
  const members = new Set((await peopleRepository.membersOn(query, meeting.groupId, meeting.heldOn)).map((m) => m.memberId));
  // The last mark of a person counts, should one be there twice.
  const last = [...new Map(marks.map((m) => [m.memberId, m])).values()];
  if (last.some((m) => m.state !== null && !members.has(m.memberId))) throw fail('NOT_A_MEMBER');
  await peopleRepository.mark(query, meeting.id, last.map((m) => ({ ...m, representative: m.state === 'represented' ? (m.representative?.trim() || null) : null })));
}

const SUBJECT: Readonly<Record<string, ChoiceSource>> = { productId: 'product', materialId: 'material', loanId: 'loan' };

export function createMinutes(c: MeetingContext): Pick<MeetingPort, 'attendance' | 'saveMinutes' | 'decide' | 'undecide' | 'addGuest'> {
  const { work } = c.kit;

  /** What a decision names must be there, as far as a module tells what there is. */
  async function checkSubjects(unit: Work, groupId: string, { content }: Decided): Promise<void> {
    for (const [field, source] of Object.entries(SUBJECT)) {
      const id = (content as Record<string, unknown>)[field];
      const known = c.choices.get(source);
      if (id !== undefined && known && !(await known(unit.tx, groupId)).some((choice) => choice.id === id)) throw fail('SUBJECT_UNKNOWN');
    }
  }

  return {
    async attendance(call, { id, marks }) {
      await work.run(call.actor, async (unit) => {
        const { meeting, query, group } = await c.handIn(call, unit, id);
        await putMarks(query, mustBeOpen(meeting), marks);
        unit.audit({ action: 'meeting.attendance', entity: 'meeting', entityId: id, groupId: group.id, regionCode: group.villageCode, changes: { marks: [null, marks.length] } });
      });
    },

    async saveMinutes(call, { id, revision, agenda, leaderId, writerId, ...rest }) {
      return work.run(call.actor, async (unit) => {
        const { meeting, query, group } = await c.handIn(call, unit, id);
        if (meeting.state !== 'open' && meeting.state !== 'scheduled') throw fail('MEETING_NOT_OPEN');
        if (meeting.revision !== revision) throw changed(meeting.state);
        const members = new Set((await peopleRepository.membersOn(query, meeting.groupId, meeting.heldOn)).map((m) => m.memberId));
        if ([leaderId, writerId].some((who) => who !== null && !members.has(who))) throw fail('NOT_A_MEMBER');
        const items = agenda.map((a) => a.trim()).filter(Boolean);
        await meetingRepository.saveMinutes(query, { id, agenda: items, leaderId, writerId, ...rest }, unit.now);
        unit.audit({
          action: 'meeting.minutes', entity: 'meeting', entityId: id, groupId: group.id, regionCode: group.villageCode,
          changes: { agenda: [meeting.agenda.join('; '), items.join('; ')], place: [meeting.place, rest.place], notes: [meeting.notes.slice(0, 200), rest.notes.slice(0, 200)] },
        });
        return { revision: revision + 1 };
      });
    },

    async decide(call, { key, id, decisionId, decided, wording, votes, from }) {
      return work.once(key, 'meeting.decide', call.actor, async (unit) => {
        const { meeting, query, group } = await c.handIn(call, unit, id);
        mustBeOpen(meeting);
        await checkSubjects(unit, meeting.groupId, decided);
        // Told while the meeting sits: once the minutes are closed, nobody can mend it.
        if (decided.kind === 'productionTarget' && !isCycle({ from: decided.content.from as IsoDate, to: decided.content.to as IsoDate })) throw meetingError('PERIOD_NO_CYCLE');
        const standing = await decisionRepository.ofMeeting(query, id);
        const before = standing.find((d) => d.id === decisionId);
        if (decisionId !== undefined && !before) throw fail('DECISION_GONE');
        if (!before && standing.length >= MOST_DECISIONS) throw fail('TOO_MANY_DECISIONS');
        const decision = { id: decisionId ?? randomUUID(), ...decided, wording, votes, from: from as IsoDate } as Decision;
        if (before) await decisionRepository.update(query, decision, id);
        else await decisionRepository.insert(query, decision, { meetingId: id, groupId: meeting.groupId, regencyCode: group.regencyCode, by: call.actor.userId, now: unit.now });
        unit.audit({
          action: 'meeting.decide', entity: 'meetingDecision', entityId: decision.id, groupId: group.id, regionCode: group.villageCode,
          changes: { kind: [before?.kind ?? null, decision.kind], content: [before?.content ?? null, decision.content], wording: [before?.wording ?? null, wording], from: [before?.from ?? null, from] },
        });
        return { id: decision.id };
      });
    },

    async undecide(call, { id, decisionId }) {
      await work.run(call.actor, async (unit) => {
        const { meeting, query, group } = await c.handIn(call, unit, id);
        mustBeOpen(meeting);
        const before = (await decisionRepository.ofMeeting(query, id)).find((d) => d.id === decisionId);
        if (!before) throw fail('DECISION_GONE');
        await decisionRepository.remove(query, decisionId, id);
        unit.audit({ action: 'meeting.undecide', entity: 'meetingDecision', entityId: decisionId, groupId: group.id, regionCode: group.villageCode, changes: { kind: [before.kind, null], wording: [before.wording, null] } });
      });
    },

    async addGuest(call, { key, groupId, meetingId, on, name, origin, purpose }) {
      return work.once(key, 'meeting.addGuest', call.actor, async (unit) => {
        const query = inTx(unit.tx);
        const group = await c.group(call, groupId, unit.tx);
        if (meetingId !== null && (await meetingRepository.get(query, meetingId))?.groupId !== groupId) throw common('NOT_FOUND');
        const id = randomUUID();
        await peopleRepository.addGuest(query, { id, groupId, regencyCode: group.regencyCode, meetingId, on, name, origin, purpose, by: call.actor.userId, now: unit.now });
        unit.audit({ action: 'meeting.guest', entity: 'meetingGuest', entityId: id, groupId, regionCode: group.villageCode, changes: { name: [null, name], origin: [null, origin], on: [null, on] } });
        return { id };
      });
    },
  };
}
