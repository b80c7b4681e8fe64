import type { IsoDate } from '@anyam/domain/kernel';
import { requireDecision, type DecisionKind, type DecisionTest, type RecordedDecision } from '@anyam/domain/meeting';
import type { Transaction } from '@anyam/member/contract';
import { inTx, type Query, type Tx } from '@anyam/server-kit';
import type { MeetingPort } from '../contract/index.ts';
import { decisionRepository } from '../persistence/decision.repository.ts';
import { meetingRepository } from '../persistence/meeting.repository.ts';
import { peopleRepository } from '../persistence/people.repository.ts';
import type { MeetingContext } from './context.ts';
import { fail, refused } from './errors.ts';
import { mustBeOpen, putMarks } from './minutes.ts';

type Ports = Pick<MeetingPort, 'decisions' | 'require' | 'open' | 'get' | 'touch' | 'mark' | 'offer'>;
const queryOf = (tx: Transaction): Query => inTx(tx as Tx);

/** What other modules use, inside their own transaction. The caller has judged the area. */
export function createPorts(c: MeetingContext): Ports {
  return {
    decisions: (tx, groupId) => decisionRepository.ofGroup(queryOf(tx), groupId),

    async require<K extends DecisionKind>(tx: Transaction, groupId: string, kind: K, on: string, test?: DecisionTest<K>): Promise<Extract<RecordedDecision, { kind: K }>> {
      const found = requireDecision(kind, await decisionRepository.ofGroup(queryOf(tx), groupId), on as IsoDate, test);
      if (!found.ok) throw refused([found.error], 'DECISION_NEEDED');
      return found.value;
    },

    async open(tx, meetingId) {
      const query = queryOf(tx);
      const meeting = mustBeOpen(await meetingRepository.lock(query, meetingId));
      const attendance = await peopleRepository.attendance(query, meetingId);
      return { id: meeting.id, groupId: meeting.groupId, on: meeting.heldOn, attendance: attendance.map((a) => ({ memberId: a.memberId, kind: a.state })) };
    },

    async get(tx, meetingId) {
      const meeting = await meetingRepository.get(queryOf(tx), meetingId);
      return meeting && { id: meeting.id, groupId: meeting.groupId, on: meeting.heldOn, state: meeting.state, number: meeting.number };
    },

    async touch(unit, meetingId) {
      if ((await meetingRepository.touch(queryOf(unit.tx), meetingId)).length === 0) throw fail('MEETING_NOT_OPEN');
    },

    async mark(unit, who, meetingId, marks) {
      const query = queryOf(unit.tx);
      const meeting = mustBeOpen(await meetingRepository.lock(query, meetingId));
      await putMarks(query, meeting, marks);
      unit.audit({ action: 'meeting.attendance', entity: 'meeting', entityId: meetingId, groupId: meeting.groupId, regionCode: meeting.regencyCode, changes: { marks: [null, marks.length], by: [null, who.name] } });
    },

    offer: (source, choices) => void c.choices.set(source, choices),
  };
}
