import { addDays, javaneseMarketDay, MARKET_DAYS, SELAPAN_DAYS, weekdayName, weekdayOf, type IsoDate, type Language, type MarketDay } from '../kernel/index.ts';

/** A day by its two names: weekday 0 Sunday to 6 Saturday, and the market day (pasaran). Every pair comes back after 35 days. */
export interface JavaneseDay {
  readonly weekday: number;
  readonly marketDay: MarketDay;
}

export const javaneseDayOf = (date: IsoDate): JavaneseDay => ({ weekday: weekdayOf(date), marketDay: javaneseMarketDay(date) });

/** `Selasa Pon`, in English `Tuesday Pon`: market days have no English names. */
export const javaneseDayName = (date: IsoDate, language: Language): string => `${weekdayName(date, language)} ${javaneseMarketDay(date)}`;

/**
 * The first such day on or after a date: what "we meet every Selasa Pon" becomes on a calendar. By the Chinese remainder
 * theorem on 7 and 5: 15 is 1 mod 7 and 0 mod 5, 21 is 0 mod 7 and 1 mod 5.
 */
export function nextJavaneseDay(day: JavaneseDay, onOrAfter: IsoDate): IsoDate {
  const now = javaneseDayOf(onOrAfter);
  const weekdays = day.weekday - now.weekday + 7;
  const marketDays = MARKET_DAYS.indexOf(day.marketDay) - MARKET_DAYS.indexOf(now.marketDay) + 5;
  return addDays(onOrAfter, (15 * weekdays + 21 * marketDays) % SELAPAN_DAYS);
}
