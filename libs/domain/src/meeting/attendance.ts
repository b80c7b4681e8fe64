import { quorumNeeded } from '../group/index.ts';
import type { Bilingual } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';
import { meetingProblem, type MeetingProblem } from './errors.ts';

export const ATTENDANCE_STATES = ['present', 'represented', 'excused', 'absent'] as const;
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];
export const ATTENDANCE_LABEL: Readonly<Record<AttendanceState, Bilingual>> = {
  present: { id: 'Hadir', en: 'Present' },
  represented: { id: 'Diwakili', en: 'Represented' },
  excused: { id: 'Izin', en: 'Excused' },
  absent: { id: 'Tidak hadir', en: 'Absent' },
};

export interface Attendance {
  readonly memberId: string;
  readonly state: AttendanceState;
  /** Who came instead of a represented member; else null. */
  readonly representative: string | null;
}

/** What the group itself agreed on: a share of the members who count, or so many of them. */
export type QuorumRule =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'number'; readonly number: number };

export interface Quorum {
  /** Members who count for the matter. */
  readonly eligible: number;
  /** Those of them who were there. */
  readonly counted: number;
  readonly needed: number;
  readonly met: boolean;
}

/** What is wrong with an attendance list, given the members active on that day: everybody exactly once, nobody else. */
export function attendanceProblems(list: readonly Attendance[], memberIds: readonly string[]): MeetingProblem[] {
  const members = new Set(memberIds);
  const listed = new Set(list.map((a) => a.memberId));
  const unmarked = memberIds.filter((m) => !listed.has(m)).length;
  const strangers = [...listed].filter((m) => !members.has(m)).length;
  const twice = list.length - listed.size;
  return [
    ...(unmarked > 0 ? [meetingProblem('ATTENDANCE_MISSING', { count: unmarked })] : []),
    ...(strangers > 0 ? [meetingProblem('ATTENDANCE_STRANGER', { count: strangers })] : []),
    ...(twice > 0 ? [meetingProblem('ATTENDANCE_TWICE', { count: twice })] : []),
    ...list.filter((a) => a.state === 'represented' && !a.representative?.trim()).map((a) => meetingProblem('REPRESENTATIVE_MISSING', {}, a.memberId)),
  ];
}

/**
 * Quorum of a matter by the group's own rule, else by the rule set's `quorumPercent` (rule 3), rounded up, at least one.
 * `leftOut`: members who do not count for it on either side, such as the one who is helped. A number that is above all who
 * count is taken down to them, so that leaving somebody out never makes a matter impossible (assumption).
 */
export function quorumOf(
  list: readonly Attendance[],
  about: { readonly rule: QuorumRule | null; readonly rules: Pick<RuleSet, 'quorumPercent' | 'representedCounts'>; readonly leftOut?: readonly string[] },
): Quorum {
  const { rule, rules, leftOut = [] } = about;
  const who = list.filter((a) => !leftOut.includes(a.memberId));
  const eligible = who.length;
  const counted = who.filter((a) => a.state === 'present' || (a.state === 'represented' && rules.representedCounts)).length;
  const needed = rule?.kind === 'number'
    ? Math.max(1, Math.min(rule.number, eligible))
    : quorumNeeded(eligible, { quorumPercent: rule?.percent ?? rules.quorumPercent });
  return { eligible, counted, needed, met: counted >= needed };
}
