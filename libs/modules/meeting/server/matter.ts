import { rolesAt, type Call } from '@anyam/contract-kit';
import type { FlowContext, IsoDate, Need } from '@anyam/domain/kernel';
import { meetingProblems, type Attendance, type Decision, type MeetingFacts, type MeetingMinutes } from '@anyam/domain/meeting';
import { groupPlace, type GroupRecord } from '@anyam/group/contract';
import type { Query } from '@anyam/server-kit';
import { decisionRepository, type StoredDecision } from '../persistence/decision.repository.ts';
import { meetingRepository, type MeetingRecord } from '../persistence/meeting.repository.ts';
import { peopleRepository, type AttendanceRow, type DayMember } from '../persistence/people.repository.ts';
import type { JudgedBy } from './context.ts';

/** Everything a meeting is judged by. */
export interface Matter {
  readonly meeting: MeetingRecord;
  readonly members: readonly DayMember[];
  readonly attendance: readonly AttendanceRow[];
  readonly decisions: readonly StoredDecision[];
  readonly minutes: MeetingMinutes;
  readonly others: { readonly otherOpen: boolean; readonly isLast: boolean };
}

export async function matterOf(query: Query, meeting: MeetingRecord, judged: JudgedBy): Promise<Matter> {
  const members = await peopleRepository.membersOn(query, meeting.groupId, meeting.heldOn);
  const attendance = await peopleRepository.attendance(query, meeting.id);
  const decisions = await decisionRepository.ofMeeting(query, meeting.id);
  const others = (await meetingRepository.others(query, meeting)) ?? { otherOpen: false, isLast: true };
  const minutes: MeetingMinutes = {
    heldOn: meeting.heldOn as IsoDate, place: meeting.place, agenda: meeting.agenda, notes: meeting.notes, leaderId: meeting.leaderId, writerId: meeting.writerId,
    memberIds: members.map((m) => m.memberId), attendance: attendance.map((a): Attendance => ({ memberId: a.memberId, state: a.state, representative: a.representative })),
    decisions: decisions as readonly Decision[], quorum: judged.rule, rules: judged,
  };
  return { meeting, members, attendance, decisions, minutes, others };
}

/** Facts for the flow. Whether the month is closed is told by the books, which refuse the entries themselves. */
export function flowContext(call: Call, group: GroupRecord, m: Matter, today: IsoDate, given: readonly Need[] = []): FlowContext<MeetingFacts> {
  const everywhere: Call = { ...call, scope: call.actor.grants };
  return {
    actor: { id: call.actor.userId, roles: rolesAt(everywhere, groupPlace(group)) }, history: [], given,
    facts: {
      dayReached: m.meeting.heldOn <= today, problems: meetingProblems(m.minutes).length, entries: m.meeting.entries + m.decisions.length, numbered: m.meeting.number !== null, monthClosed: false, ...m.others,
    },
  };
}
