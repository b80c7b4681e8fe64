import type { Language } from '@anyam/domain/kernel';

export const ZONE = 'Asia/Jakarta';
const LOCALE: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();
function kept<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
  let found = cache.get(key) as T | undefined;
  if (!found) cache.set(key, (found = make()));
  return found;
}

/** A calendar day (`2020-03-03`, no zone) or an instant; an unreadable value gives null. */
function instant(value: string | Date): { at: Date; zone: string } | null {
  const day = typeof value === 'string' && DAY.test(value);
  const at = day ? new Date(`${value}T00:00:00Z`) : new Date(value);
  return Number.isNaN(at.getTime()) ? null : { at, zone: day ? 'UTC' : ZONE };
}

export type DateStyle = 'long' | 'short' | 'weekday' | 'month' | 'dayMonth';
const DATE_PARTS: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'long' },
};

export function formatDate(value: string | Date, language: Language, style: DateStyle = 'long'): string {
  const read = instant(value);
  if (!read) return String(value);
  return kept(`d${language}${style}${read.zone}`, () => new Intl.DateTimeFormat(LOCALE[language], { ...DATE_PARTS[style], timeZone: read.zone })).format(read.at);
}

/** `08.12` in Indonesian, `08:12` in English; office time. */
export function formatTime(value: string | Date, language: Language): string {
  const read = instant(value);
  if (!read) return String(value);
  const text = kept('time', () => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE })).format(read.at);
  return language === 'id' ? text.replace(':', '.') : text;
}

export const formatDateTime = (value: string | Date, language: Language, style: DateStyle = 'long'): string =>
  `${formatDate(value, language, style)}${language === 'id' ? ' pukul ' : ', '}${formatTime(value, language)} WIB`;

const UNITS: readonly [seconds: number, id: string, en: string][] = [
  [365 * 86_400, 'tahun', 'year'],
  [30 * 86_400, 'bulan', 'month'],
  [86_400, 'hari', 'day'],
  [3_600, 'jam', 'hour'],
  [60, 'menit', 'minute'],
];

/** `12 hari lalu`, `dalam 3 hari`. Days count up to 90, because "74 hari" is what a warning has to say. */
export function formatRelative(value: string | Date, language: Language, now: Date = new Date()): string {
  const read = instant(value);
  if (!read) return String(value);
  const seconds = Math.round((now.getTime() - read.at.getTime()) / 1000);
  const size = Math.abs(seconds);
  const unit = UNITS.find(([s]) => size >= (s === 30 * 86_400 ? 90 * 86_400 : s));
  if (!unit) return language === 'id' ? 'baru saja' : 'just now';
  const n = Math.floor(size / unit[0]);
  const words = language === 'id' ? `${n} ${unit[1]}` : `${n} ${unit[2]}${n === 1 ? '' : 's'}`;
  if (seconds < 0) return language === 'id' ? `dalam ${words}` : `in ${words}`;
  return language === 'id' ? `${words} lalu` : `${words} ago`;
}

export function formatNumber(value: number | bigint, language: Language, digits = 0): string {
  return kept(`n${language}${digits}`, () => new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: digits })).format(value);
}

/** `20.000.000`, as in a column that names its unit. Papers of the programme write dots in both languages. */
export const formatAmount = (amount: bigint): string => formatNumber(amount, 'id').replace('-', '−');

export const formatMoney = (amount: bigint): string => (amount < 0n ? '−' : '') + `Rp\u00a0${formatNumber(amount < 0n ? -amount : amount, 'id')}`;

const SHORT: readonly [size: bigint, id: string, en: string][] = [
  [1_000_000_000_000n, 'T', 'tn'],
  [1_000_000_000n, 'M', 'bn'],
  [1_000_000n, 'jt', 'm'],
];

/** `Rp 5,12 M`, `Rp 318,4 jt`: for figures on a dashboard; the exact amount belongs in its title. */
export function formatMoneyShort(amount: bigint, language: Language): string {
  const size = amount < 0n ? -amount : amount;
  const step = SHORT.find(([s]) => size >= s);
  if (!step) return formatMoney(amount);
  const value = Number((size * 100n) / step[0]) / 100;
  const text = formatNumber(value, language, value < 100 ? 2 : 1);
  return `${amount < 0n ? '−' : ''}Rp\u00a0${text}\u00a0${language === 'id' ? step[1] : step[2]}`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'];
const ALSO: Record<string, number> = { agt: 8, ags: 8, may: 5, aug: 8, oct: 10, dec: 12, peb: 2, nop: 11 };

/** Reads what people type for a day: `12-05-1980`, `12/5/80`, `12051980`, `12 Mei 1980`, `1980-05-12`. Null when it is no day. */
export function parseDay(text: string, today: Date = new Date()): string | null {
  const t = text.trim().toLowerCase();
  const iso = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(t);
  if (iso) return makeDay(iso[1]!, Number(iso[2]), Number(iso[3]), today);
  const dense = /^(\d{2})(\d{2})(\d{4})$/.exec(t);
  if (dense) return makeDay(dense[3]!, Number(dense[2]), Number(dense[1]), today);
  const parts = /^(\d{1,2})[-/. ]+(\d{1,2}|[a-z]+)\.?[-/. ]+(\d{4}|\d{2})$/.exec(t);
  if (!parts) return null;
  const word = parts[2]!;
  const month = /^\d/.test(word) ? Number(word) : (ALSO[word.slice(0, 3)] ?? MONTHS.indexOf(word.slice(0, 3)) + 1);
  return makeDay(parts[3]!, month, Number(parts[1]), today);
}

function makeDay(yearText: string, month: number, day: number, today: Date): string | null {
  let year = Number(yearText);
  if (yearText.length === 2) year += year + 2000 > today.getFullYear() + 5 ? 1900 : 2000;
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day || year < 1900) return null;
  return at.toISOString().slice(0, 10);
}

/** Digits of a typed amount: `Rp 20.000.000` and `20 000 000` are twenty million; a decimal part of zeros is dropped. Null when there are none. */
export function parseMoney(text: string): bigint | null {
  const whole = text.trim().replace(/,0{0,2}$/, '');
  if (!/^[^\d]*[\d.\s\u00a0]+$/.test(whole)) return null;
  const digits = whole.replace(/\D/g, '');
  return digits === '' ? null : BigInt(digits);
}

/** Groups the digits of a typed amount and says where the caret goes, so typing in the middle does not jump. */
export function groupDigits(text: string, caret: number): { text: string; caret: number } {
  const before = text.slice(0, caret).replace(/\D/g, '').length;
  const digits = text.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  const grouped = digits.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  let seen = 0;
  let at = 0;
  while (at < grouped.length && seen < before) if (/\d/.test(grouped[at++]!)) seen++;
  return { text: grouped, caret: at };
}
