import { dateFromParts, fromEpochDay, type IsoDate } from './plain-date.ts';
import { err, ok, type Result } from './result.ts';
import { editDistance, plainLetters } from './text-similarity.ts';

export interface DateText {
  readonly date: IsoDate;
  /** Words before the date, as in "NGAWI, 12-05-1980"; null when there are none. */
  readonly place: string | null;
  /** The year had two digits and its century was chosen. */
  readonly centuryGuessed: boolean;
  /** Only month-day-year gave a real day ("05/25/1980"). */
  readonly monthFirst: boolean;
}

/** EMPTY: nothing there. UNREADABLE: no date in it. NO_SUCH_DAY: day, month and year are there but no such day exists. */
export type DateTextProblem = 'EMPTY' | 'UNREADABLE' | 'NO_SUCH_DAY';

const MONTH_WORDS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'], ['februari', 'pebruari', 'february', 'feb', 'peb'], ['maret', 'march', 'mar', 'mrt'],
  ['april', 'apr'], ['mei', 'may'], ['juni', 'june', 'jun'], ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'agt', 'ags', 'agst', 'aug'], ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'], ['november', 'nopember', 'nov', 'nop'], ['desember', 'december', 'des', 'dec'],
];
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const MONTH_OF = new Map(MONTH_WORDS.flatMap((words, i) => words.map((w) => [w, i + 1] as const)));
const LONG_WORDS = [...MONTH_OF.keys()].filter((w) => w.length >= 5);

/** The month (1-12) a word means: Indonesian, English, short, or one typing slip away from a long name. */
function monthOf(word: string): number | null {
  const exact = MONTH_OF.get(word);
  if (exact) return exact;
  if (word.length < 5) return null;
  const near = new Set(LONG_WORDS.filter((w) => editDistance(w, word, 1) <= 1).map((w) => MONTH_OF.get(w)));
  return near.size === 1 ? ([...near][0] as number) : null;
}

/** The latest year ending in these two digits that is not after the year of `asOf` (a birth cannot lie ahead). */
export function fullYear(twoDigits: number, asOf: IsoDate): number {
  const now = Number(asOf.slice(0, 4));
  const inCentury = now - (now % 100) + twoDigits;
  return inCentury <= now ? inCentury : inCentury - 100;
}

/**
 * Reads a date as offices write it: "NGAWI, 12-05-1980", "12 Mei 1980", "12/5/80", "1980-05-12", "12.05.1980",
 * "12 Agt 1980", "12-XI-1980", "May 12, 1980", "12051980", an Excel serial day, or a Date from a spreadsheet (UTC midnight).
 * Day before month, unless only the other order is a real day. Two-digit years become the latest not after `asOf`.
 */
export function parseDateText(raw: string | number | Date | null | undefined, asOf: IsoDate): Result<DateText, DateTextProblem> {
  if (raw === null || raw === undefined || raw === '') return err('EMPTY');
  if (raw instanceof Date) return plain(Number.isNaN(raw.getTime()) ? null : dateFromParts(raw.getUTCFullYear(), raw.getUTCMonth() + 1, raw.getUTCDate()));
  if (typeof raw === 'number') return plain(excelSerialDate(raw) ?? (Number.isInteger(raw) ? digitsOnly(String(raw), asOf) : null));
  const text = plainLetters(raw).replace(/t?\s*\d{1,2}[:.]\d{2}[:.]\d{2}(\.\d+)?\s*(z|am|pm)?\s*$/, '').replace(/[\u00a0\s]+/g, ' ').trim();
  if (text === '') return err('EMPTY');
  return fromTokens(raw, text, asOf);
}

const plain = (date: IsoDate | null): Result<DateText, DateTextProblem> =>
  date ? ok({ date, place: null, centuryGuessed: false, monthFirst: false }) : err('UNREADABLE');

/** Day of an Excel serial number in the 1900 system, which counts a 29 February 1900 that never was. Null outside 1900-2099. */
export function excelSerialDate(serial: number): IsoDate | null {
  const day = Math.floor(serial);
  if (!Number.isFinite(serial) || day < 1 || day > 73_050 || day === 60) return null;
  return fromEpochDay(day - 25_569 + (day < 60 ? 1 : 0));
}

function digitsOnly(digits: string, asOf: IsoDate): IsoDate | null {
  if (digits.length === 8) {
    const [d, m, y] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4))];
    const dayFirst = y >= 1850 && y <= 2199 ? dateFromParts(y, m, d) : null;
    return dayFirst ?? dateFromParts(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
  }
  if (digits.length === 6) return dateFromParts(fullYear(Number(digits.slice(4)), asOf), Number(digits.slice(2, 4)), Number(digits.slice(0, 2)));
  return digits.length === 5 ? excelSerialDate(Number(digits)) : null;
}

function fromTokens(raw: string, text: string, asOf: IsoDate): Result<DateText, DateTextProblem> {
  const tokens = text.match(/[a-z]+|\d+/g) ?? [];
  const start = tokens.findIndex((t, i) => /^\d/.test(t) || (monthOf(t) !== null && /^\d/.test(tokens[i + 1] ?? '')));
  if (start < 0) return err('UNREADABLE');
  const place = placeBefore(raw, tokens.slice(start)[0] as string);
  const rest = tokens.slice(start);
  if (rest.length === 1) {
    const date = digitsOnly(rest[0] as string, asOf);
    return date ? ok({ date, place, centuryGuessed: rest[0]?.length === 6, monthFirst: false }) : err('UNREADABLE');
  }
  const [a, b, c] = rest as [string, string, string | undefined];
  if (c === undefined || rest.slice(3).some((t) => /^\d/.test(t))) return err('UNREADABLE');
  const month = /^\d/.test(b) ? null : monthOf(b) ?? (ROMAN.includes(b) ? ROMAN.indexOf(b) + 1 : null);
  if (!/^\d/.test(c)) return err('UNREADABLE');
  if (!/^\d/.test(a)) return finish(c, monthOf(a), b, place, asOf); // May 12, 1980
  if (month === null && !/^\d/.test(b)) return err('UNREADABLE');
  if (a.length === 4) return finish(a, month ?? Number(b), c, place, asOf); // 1980-05-12
  const read = finish(c, month ?? Number(b), a, place, asOf);
  if (read.ok || month !== null) return read;
  const swapped = finish(c, Number(a), b, place, asOf);
  return swapped.ok ? ok({ ...swapped.value, monthFirst: true }) : read;
}

function finish(year: string, month: number | null, day: string, place: string | null, asOf: IsoDate): Result<DateText, DateTextProblem> {
  if (month === null || day.length > 2 || !/^\d+$/.test(day) || (year.length !== 4 && year.length !== 2)) return err('UNREADABLE');
  const centuryGuessed = year.length === 2;
  const read = (y: number): IsoDate | null => dateFromParts(y, month, Number(day));
  const latest = read(centuryGuessed ? fullYear(Number(year), asOf) : Number(year));
  const date = centuryGuessed && (latest === null || latest > asOf) ? read(fullYear(Number(year), asOf) - 100) : latest;
  return date ? ok({ date, place, centuryGuessed, monthFirst: false }) : err('NO_SUCH_DAY');
}

function placeBefore(raw: string, firstToken: string): string | null {
  const at = plainLetters(raw).indexOf(firstToken);
  const place = raw.slice(0, Math.max(0, at)).replace(/[\s,;:/.'-]+$/, '').trim();
  return place === '' ? null : place;
}
