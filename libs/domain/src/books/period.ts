import { datePartsOf, daysInMonth, isoDate, addDays, type IsoDate } from '../kernel/index.ts';

/** Days from the first to the last, both included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A calendar month 'YYYY-MM'. Compares as text. */
export type Month = string;

export const monthOf = (on: IsoDate): Month => on.slice(0, 7);

/** First to last day of a month. RangeError when there is no such month. */
export function monthPeriod(month: Month): Period {
  const from = isoDate(`${month}-01`);
  const { year, month: number } = datePartsOf(from);
  return { from, to: addDays(from, daysInMonth(year, number) - 1) };
}

/** The month that follows. */
export const nextMonth = (month: Month): Month => monthOf(addDays(monthPeriod(month).to, 1));
