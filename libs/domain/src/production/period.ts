import { addDays, dateFromParts, daysBetween, daysInMonth, SELAPAN_DAYS, type IsoDate } from '../kernel/index.ts';

/** Days from the first to the last, both included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The calendar month 'YYYY-MM', or null when there is no such month. */
export function monthPeriod(month: string): Period | null {
  const [, y, m] = /^(\d{4})-(\d{2})$/.exec(month)?.map(Number) ?? [];
  const from = y === undefined || m === undefined ? null : dateFromParts(y, m, 1);
  return from && y !== undefined && m !== undefined ? { from, to: addDays(from, daysInMonth(y, m) - 1) } : null;
}

/** The 35 days that begin on a day. */
export const selapanPeriod = (from: IsoDate): Period => ({ from, to: addDays(from, SELAPAN_DAYS - 1) });

/** True for exactly one calendar month or one selapan: the cycles a target may have. */
export function isCycle(period: Period): boolean {
  const month = monthPeriod(period.from.slice(0, 7));
  return (month?.from === period.from && month.to === period.to) || daysBetween(period.from, period.to) === SELAPAN_DAYS - 1;
}

export const inPeriod = (period: Period, on: IsoDate): boolean => period.from <= on && on <= period.to;
