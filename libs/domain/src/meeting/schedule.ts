import {
  addDays, addMonths, dateFromParts, datePartsOf, daysInMonth, err, isIsoDate, ok, SELAPAN_DAYS, weekdayOf, type IsoDate, type Result,
} from '../kernel/index.ts';
import { meetingProblem, type MeetingProblem } from './errors.ts';
import { javaneseDayOf, nextJavaneseDay } from './javanese-day.ts';

/** When a group meets. Weekdays are 0 Sunday to 6 Saturday. Groups meet monthly, weekly or by selapan (domain.md, Calendar). */
export type Rhythm =
  /** Day 1 to 31 of each month; a shorter month takes its last day. */
  | { readonly kind: 'dayOfMonth'; readonly day: number }
  /** The first to fourth such weekday of each month: the fifth does not come every month. */
  | { readonly kind: 'weekdayOfMonth'; readonly weekday: number; readonly nth: number }
  | { readonly kind: 'weekly'; readonly weekday: number }
  /** Every 35 days, counted from any one of the days. */
  | { readonly kind: 'selapan'; readonly anchor: IsoDate };

/** A planned day that was put on another. */
export interface Move {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly reason: string;
}

export interface Schedule {
  readonly rhythm: Rhythm;
  readonly moves: readonly Move[];
}

export interface MeetingDate {
  readonly on: IsoDate;
  readonly planned: IsoDate;
  /** Why it is not on the planned day; null when it is. */
  readonly reason: string | null;
}

const within = (n: number, min: number, max: number): boolean => Number.isInteger(n) && n >= min && n <= max;

/** RHYTHM_BAD, or null when the rhythm names real days. */
export function rhythmProblem(rhythm: Rhythm): MeetingProblem | null {
  const fine =
    rhythm.kind === 'dayOfMonth' ? within(rhythm.day, 1, 31)
    : rhythm.kind === 'selapan' ? isIsoDate(rhythm.anchor)
    : within(rhythm.weekday, 0, 6) && (rhythm.kind === 'weekly' || within(rhythm.nth, 1, 4));
  return fine ? null : meetingProblem('RHYTHM_BAD');
}

/** The next `count` planned days on or after a date, whatever was moved. */
function plannedDates(rhythm: Rhythm, from: IsoDate, count: number): IsoDate[] {
  const every = (first: IsoDate, days: number) => Array.from({ length: count }, (_, i) => addDays(first, days * i));
  if (rhythm.kind === 'weekly') return every(nextWeekday(rhythm.weekday, from), 7);
  if (rhythm.kind === 'selapan') return every(nextJavaneseDay(javaneseDayOf(rhythm.anchor), from), SELAPAN_DAYS);
  const start = firstOfMonth(from);
  return Array.from({ length: count + 1 }, (_, i) => dayInMonth(rhythm, addMonths(start, i))).filter((d) => d >= from).slice(0, count);
}

const firstOfMonth = (date: IsoDate): IsoDate => `${date.slice(0, 8)}01` as IsoDate;
const nextWeekday = (weekday: number, from: IsoDate): IsoDate => addDays(from, (weekday - weekdayOf(from) + 7) % 7);

function dayInMonth(rhythm: Extract<Rhythm, { kind: 'dayOfMonth' | 'weekdayOfMonth' }>, first: IsoDate): IsoDate {
  if (rhythm.kind === 'weekdayOfMonth') return addDays(nextWeekday(rhythm.weekday, first), 7 * (rhythm.nth - 1));
  const { year, month } = datePartsOf(first);
  return dateFromParts(year, month, Math.min(rhythm.day, daysInMonth(year, month))) as IsoDate;
}

/**
 * The next `count` days on which the group really meets, on or after a date, in order. `count` >= 0. The rhythm must be sound
 * (`rhythmProblem`). A day moved away from before that date is among them when it was moved to it or later.
 */
export function nextMeetings({ rhythm, moves }: Schedule, onOrAfter: IsoDate, count: number): MeetingDate[] {
  const moved = new Map(moves.map((m) => [m.from, m]));
  // As many more as there are moves: however many of the planned days went away, enough are left.
  const planned = new Set([...plannedDates(rhythm, onOrAfter, count + moves.length), ...moved.keys()]);
  return [...planned]
    .map((day) => ({ on: moved.get(day)?.to ?? day, planned: day, reason: moved.get(day)?.reason ?? null }))
    .filter((d) => d.on >= onOrAfter)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .slice(0, count);
}

/**
 * Puts a planned day on another; moving it again replaces the earlier move, and moving it back to its own day ends it.
 * REASON_MISSING, DATE_NOT_PLANNED, or DATE_TAKEN when the group already meets on that day.
 */
export function moveMeeting(schedule: Schedule, move: Move): Result<Schedule, MeetingProblem> {
  const { from, to } = move;
  const reason = move.reason.trim();
  if (reason === '') return err(meetingProblem('REASON_MISSING'));
  if (plannedDates(schedule.rhythm, from, 1)[0] !== from) return err(meetingProblem('DATE_NOT_PLANNED', { from }));
  const moves = schedule.moves.filter((m) => m.from !== from);
  // Its own day may have been given to another meeting meanwhile.
  if (moves.some((m) => m.to === to)) return err(meetingProblem('DATE_TAKEN', { to }));
  if (to === from) return ok({ ...schedule, moves });
  if (nextMeetings({ ...schedule, moves }, to, 1)[0]?.on === to) return err(meetingProblem('DATE_TAKEN', { to }));
  return ok({ ...schedule, moves: [...moves, { from, to, reason }] });
}

/** Meetings that stand planned at any time: enough for invitations and for the list of the coming weeks. No rule of anybody's. */
export const PLANNED_AHEAD = 3;

/**
 * The next `count` planned days on or after a date that nothing stands in the way of: `gone` are planned days that already
 * became meetings (held, moved or called off), `taken` days on which the group meets anyway. The rhythm must be sound.
 */
export function daysToPlan(
  rhythm: Rhythm, onOrAfter: IsoDate, count: number, { gone, taken }: { readonly gone: readonly IsoDate[]; readonly taken: readonly IsoDate[] },
): IsoDate[] {
  const not = new Set([...gone, ...taken]);
  return plannedDates(rhythm, onOrAfter, count + not.size).filter((d) => !not.has(d)).slice(0, Math.max(0, count));
}
