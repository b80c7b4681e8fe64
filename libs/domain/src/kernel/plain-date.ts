import { err, ok, type Result } from './result.ts';
import type { Bilingual, Language } from './text.ts';

/** A calendar day 'YYYY-MM-DD' without time or zone: what papers of the office mean by a date. Compares as text. */
export type IsoDate = string & { readonly __unit: 'isoDate' };

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month (1-12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date of these parts, or null when there is no such day (year 1-9999). */
export function dateFromParts(year: number, month: number, day: number): IsoDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${pad2(month)}-${pad2(day)}` as IsoDate;
}

const pad2 = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** True when the text is a real day written 'YYYY-MM-DD'. */
export function isIsoDate(text: unknown): text is IsoDate {
  const m = typeof text === 'string' ? SHAPE.exec(text) : null;
  return m !== null && dateFromParts(Number(m[1]), Number(m[2]), Number(m[3])) !== null;
}

/** Parses strictly 'YYYY-MM-DD'. For dates as people write them see `parseDateText`. */
export function parseIsoDate(text: string): Result<IsoDate, 'NOT_A_DATE'> {
  return isIsoDate(text) ? ok(text) : err('NOT_A_DATE');
}

/** A date known to be right (a literal, a database column). RangeError otherwise. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
}

export function datePartsOf(date: IsoDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Whole days since 1 January 1970 (negative before). */
export function epochDay(date: IsoDate): number {
  const { year, month, day } = datePartsOf(date);
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  return Math.round(instant.getTime() / DAY_MS);
}

/** The inverse of `epochDay`. RangeError outside the years 1-9999. */
export function fromEpochDay(days: number): IsoDate {
  return isoDate(new Date(days * DAY_MS).toISOString().slice(0, 10));
}

export const addDays = (date: IsoDate, days: number): IsoDate => fromEpochDay(epochDay(date) + days);

/** Days from the first to the second date; negative when the second is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => epochDay(to) - epochDay(from);

/** The same day some months later, or the last day of that month when it is shorter. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = datePartsOf(date);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = (index % 12 + 12) % 12 + 1;
  return isoDate(`${String(y).padStart(4, '0')}-${pad2(m)}-${pad2(Math.min(day, daysInMonth(y, m)))}`);
}

/** Negative, zero or positive, for sorting. */
export const compareDates = (a: IsoDate, b: IsoDate): number => (a < b ? -1 : a > b ? 1 : 0);

/** Completed years on a day. Someone born on 29 February becomes older on 1 March of other years. Negative before birth. */
export function ageOn(birthDate: IsoDate, on: IsoDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
export const MONTH_NAMES: Readonly<Record<Language, readonly string[]>> = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (date: IsoDate): number => modulo(epochDay(date) + 4, 7);
export const weekdayName = (date: IsoDate, language: Language): string => WEEKDAYS[language][weekdayOf(date)] as string;

/** `24 November 2026`, as letters of the office write it. */
export function formatDate(date: IsoDate, language: Language): string {
  const { year, month, day } = datePartsOf(date);
  return `${day} ${MONTH_NAMES[language][month - 1]} ${year}`;
}

/** Days of the Javanese five-day week, in order. */
export const MARKET_DAYS = ['Legi', 'Pahing', 'Pon', 'Wage', 'Kliwon'] as const;
export type MarketDay = (typeof MARKET_DAYS)[number];

/** Pasaran of a day, counted from Jumat Legi, 17 August 1945. */
export const javaneseMarketDay = (date: IsoDate): MarketDay => MARKET_DAYS[modulo(epochDay(date) + 8903, 5)] as MarketDay;

/** `Selasa Pon`: what people name a meeting day by. */
export const weton = (date: IsoDate): string => `${weekdayName(date, 'id')} ${javaneseMarketDay(date)}`;

/** One selapan is 35 days (5 x 7): weekday and market day return together. */
export const SELAPAN_DAYS = 35;
export const addSelapan = (date: IsoDate, count = 1): IsoDate => addDays(date, SELAPAN_DAYS * count);

export type TimeZone = 'WIB' | 'WITA' | 'WIT';
/** Hours ahead of UTC; Indonesia keeps no summer time. */
export const ZONE_HOURS: Readonly<Record<TimeZone, number>> = { WIB: 7, WITA: 8, WIT: 9 };
export const ZONE_NAME: Readonly<Record<TimeZone, Bilingual>> = {
  WIB: { id: 'Waktu Indonesia Barat', en: 'Western Indonesia Time' },
  WITA: { id: 'Waktu Indonesia Tengah', en: 'Central Indonesia Time' },
  WIT: { id: 'Waktu Indonesia Timur', en: 'Eastern Indonesia Time' },
};

/** The calendar day it is at an instant in a zone of Indonesia. */
export const dateInZone = (instant: Date, zone: TimeZone): IsoDate =>
  fromEpochDay(Math.floor((instant.getTime() + ZONE_HOURS[zone] * 3_600_000) / DAY_MS));

const modulo = (n: number, by: number): number => ((n % by) + by) % by;
