import { attendanceProblems } from './attendance.ts';
import type { Decision } from './decision.ts';
import { decisionProblems, type DecidingMeeting } from './decision-check.ts';
import { meetingProblem, type MeetingProblem } from './errors.ts';

/** The minutes (notulen) of a meeting, as typed so far. */
export interface MeetingMinutes extends DecidingMeeting {
  readonly place: string;
  readonly agenda: readonly string[];
  readonly notes: string;
  readonly leaderId: string | null;
  readonly writerId: string | null;
  /** Members active on the day. */
  readonly memberIds: readonly string[];
  readonly decisions: readonly Decision[];
}

/**
 * Everything that is missing before the meeting may close; empty when it may. A meeting without quorum may close as long as
 * it decided nothing: deposits and savings of that day stand all the same.
 */
export function meetingProblems(minutes: MeetingMinutes): MeetingProblem[] {
  const { leaderId, writerId, attendance, agenda, decisions } = minutes;
  const there = new Set(attendance.filter((a) => a.state === 'present').map((a) => a.memberId));
  const led = leaderId !== null && writerId !== null && leaderId !== writerId && there.has(leaderId) && there.has(writerId);
  return [
    ...(minutes.place.trim() === '' ? [meetingProblem('PLACE_MISSING')] : []),
    ...attendanceProblems(attendance, minutes.memberIds),
    ...(led ? [] : [meetingProblem('LEADER_MISSING')]),
    ...(agenda.some((a) => a.trim() !== '') ? [] : [meetingProblem('AGENDA_MISSING')]),
    ...(minutes.notes.trim() === '' ? [meetingProblem('NOTES_MISSING')] : []),
    ...decisions.flatMap((d) => decisionProblems(d, minutes)),
  ];
}
