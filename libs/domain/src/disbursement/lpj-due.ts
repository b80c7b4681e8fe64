import { addDays, dateFromParts, datePartsOf, daysBetween, daysInMonth, type IsoDate } from '../kernel/plain-date.ts';
import type { DisbursementRules } from './rules.ts';

/** Days after the due date at which each step begins, negative for before it; growing (rule 31, the ladder is an assumption). */
export interface OverdueLadder {
  readonly reminder: number;
  readonly letter: number;
  readonly barred: number;
  readonly refund: number;
}
export type OverdueStep = 'none' | 'reminder' | 'letter' | 'barred' | 'refund';

/** The day an LPJ is due: so many days after receipt, or the next fixed day after receipt, whichever is first (rule 31). */
export function lpjDueDate(receivedOn: IsoDate, rules: Pick<DisbursementRules, 'lpjDueDays' | 'lpjFixedDue'>): IsoDate {
  const byDays = addDays(receivedOn, rules.lpjDueDays);
  const fixed = rules.lpjFixedDue;
  if (!fixed) return byDays;
  const inYear = (year: number) => dateFromParts(year, fixed.month, Math.min(fixed.day, daysInMonth(year, fixed.month))) ?? byDays;
  const { year } = datePartsOf(receivedOn);
  const next = inYear(year) > receivedOn ? inYear(year) : inYear(year + 1);
  return next < byDays ? next : byDays;
}

/** Where on the ladder an LPJ due on `dueDate` and not yet handed in stands on `today`. */
export function overdueStep(dueDate: IsoDate, today: IsoDate, ladder: OverdueLadder): OverdueStep {
  const late = daysBetween(dueDate, today);
  if (late < ladder.reminder) return 'none';
  if (late >= ladder.refund) return 'refund';
  if (late >= ladder.barred) return 'barred';
  return late >= ladder.letter ? 'letter' : 'reminder';
}

/** True when the group may not get new aid because of that step. */
export const barsNewAid = (step: OverdueStep): boolean => step === 'barred' || step === 'refund';
