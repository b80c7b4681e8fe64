import { fullYear } from './parse-date-text.ts';
import { ageOn, dateFromParts, type IsoDate } from './plain-date.ts';
import type { RegionCode } from './region.ts';
import { err, ok, type Result } from './result.ts';

/** A well-formed NIK: 16 digits, a real date in it, serial not 0000. */
export type NationalId = string & { readonly __unit: 'nik' };
/** A well-formed number of a family card (KK): 16 digits. */
export type FamilyCardNo = string & { readonly __unit: 'kk' };
/** L laki-laki, P perempuan: as every form of the office writes it. */
export type Sex = 'L' | 'P';

export interface Nik {
  readonly value: NationalId;
  /** Kecamatan of *first registration* ('35.21.16'); says nothing about where the person lives now. */
  readonly firstRegisteredAt: RegionCode;
  /** The same as six digits. */
  readonly regionCode6: string;
  /** Most likely birth date: the latest that does not lie after `asOf`. */
  readonly birthDate: IsoDate;
  /** Every birth date of the last 120 years that the two-digit year allows, latest first. */
  readonly birthDates: readonly IsoDate[];
  readonly sex: Sex;
  readonly serial: string;
}

export type NikFault =
  | { readonly code: 'MISSING' }
  | { readonly code: 'LOSSY'; readonly cause: LossCause }
  | { readonly code: 'CHARACTERS'; readonly found: string }
  | { readonly code: 'LENGTH'; readonly length: number }
  | { readonly code: 'DATE'; readonly day: string }
  | { readonly code: 'SERIAL' };
export type NumberFault = Extract<NikFault, { code: 'MISSING' | 'LOSSY' | 'CHARACTERS' | 'LENGTH' }>;

/** exponent: written as 3,52E+15. precision: a numeric cell keeps 15 digits, so the 16th became 0. */
export type LossCause = 'exponent' | 'precision';

/** Nobody older is alive; it rules out the century before the last. */
const OLDEST = 120;

const EXPONENT = /^\d(?:[.,]\d+)?\s*e\s*\+?\s*\d+$/i;
const DECIMAL_TAIL = /^(\d{15,})[.,]0+$/;

/** Drops what people and spreadsheets put around digits: blanks, dots, dashes, quotes, invisible marks, a leading "NIK". */
export const cleanNumber = (raw: string): string =>
  raw.replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff.\-_'"`\u2018\u2019]/g, '').replace(/^(?:nik|no|nokk|kk|norek|rek):?(?=\d)/i, '').replace(/^:/, '');

/**
 * Whether a 16-digit number lost digits in a spreadsheet. A numeric cell keeps 15 digits, so its 16th shows as 0
 * (a numeric cell whose 16th digit is not 0 was written by a program and is whole, as long as it is below 2^53).
 * `fromNumber`: the cell held a number and not text. Text alone is only judged by its exponent or by a ".0" tail.
 */
export function lossOf(raw: string, fromNumber = false): LossCause | null {
  const text = raw.trim().replace(/^'/, '');
  if (EXPONENT.test(text)) return 'exponent';
  const tail = DECIMAL_TAIL.exec(text);
  const digits = tail ? (tail[1] as string) : cleanNumber(text);
  if (!(fromNumber || tail) || !/^\d{16,}$/.test(digits)) return null;
  return digits.endsWith('0') || BigInt(digits) > 9_007_199_254_740_992n ? 'precision' : null;
}

/** For text columns (CSV) that once were numbers: true when so many 16-digit values end in 0 that chance cannot be the reason. */
export function columnLooksRounded(values: readonly string[]): boolean {
  const whole = values.map(cleanNumber).filter((v) => /^\d{16}$/.test(v));
  return whole.length >= 8 && whole.filter((v) => v.endsWith('0')).length > whole.length / 2;
}

/** 16 digits, or why not. Shared by NIK and family card. */
function sixteenDigits(raw: string | null | undefined, fromNumber: boolean): Result<string, NumberFault> {
  const text = raw?.trim() ?? '';
  const loss = lossOf(text, fromNumber);
  if (loss) return err({ code: 'LOSSY', cause: loss });
  const digits = cleanNumber(DECIMAL_TAIL.exec(text)?.[1] ?? text);
  if (digits === '') return err({ code: 'MISSING' });
  const strange = digits.replace(/\d/g, '');
  if (strange !== '') return err(/\d/.test(digits) ? { code: 'CHARACTERS', found: [...new Set(strange)].slice(0, 5).join('') } : { code: 'MISSING' });
  return digits.length === 16 ? ok(digits) : err({ code: 'LENGTH', length: digits.length });
}

/** Reads a NIK as typed or as found in a cell. Hard checks only (Dukcapil): 16 digits, a real date after taking 40 off, serial not 0000. */
export function parseNik(raw: string | null | undefined, options: { readonly asOf: IsoDate; readonly fromNumber?: boolean }): Result<Nik, NikFault> {
  const sixteen = sixteenDigits(raw, options.fromNumber ?? false);
  if (!sixteen.ok) return sixteen;
  const d = sixteen.value;
  const written = Number(d.slice(6, 8));
  const day = written > 40 ? written - 40 : written;
  const latest = fullYear(Number(d.slice(10, 12)), options.asOf);
  const birthDates = [latest, latest - 100]
    .map((year) => dateFromParts(year, Number(d.slice(8, 10)), day))
    .filter((date): date is IsoDate => date !== null && date <= options.asOf && ageOn(date, options.asOf) <= OLDEST);
  const birthDate = birthDates[0];
  if (!birthDate) return err({ code: 'DATE', day: d.slice(6, 12) });
  const serial = d.slice(12);
  if (serial === '0000') return err({ code: 'SERIAL' });
  const regionCode6 = d.slice(0, 6);
  return ok({
    value: d as NationalId,
    regionCode6,
    firstRegisteredAt: `${d.slice(0, 2)}.${d.slice(2, 4)}.${d.slice(4, 6)}` as RegionCode,
    birthDate,
    birthDates,
    sex: written > 40 ? 'P' : 'L',
    serial,
  });
}

/** Writes a NIK from its parts, for specs and made-up data. RangeError when the parts do not make one. */
export function composeNik(regionCode6: string, birthDate: IsoDate, sex: Sex, serial: number): NationalId {
  if (!/^\d{6}$/.test(regionCode6) || !Number.isInteger(serial) || serial < 1 || serial > 9999) throw new RangeError('no NIK from these parts');
  const day = Number(birthDate.slice(8)) + (sex === 'P' ? 40 : 0);
  return `${regionCode6}${String(day).padStart(2, '0')}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}${String(serial).padStart(4, '0')}` as NationalId;
}

/** Reads the number of a family card: 16 digits; nothing in it is checked further. Only zeros is a placeholder and counts as missing. */
export function parseFamilyCardNo(raw: string | null | undefined, fromNumber = false): Result<FamilyCardNo, NumberFault> {
  if (/^0+$/.test(raw?.trim() ?? '')) return err({ code: 'MISSING' });
  return sixteenDigits(raw, fromNumber) as Result<FamilyCardNo, NumberFault>;
}

/** `352116******0001`: place of registration and serial stay, the birth date is hidden (UU 27/2022). Of anything that is not 16 digits only the last two show. */
export function maskNik(value: string): string {
  const v = cleanNumber(value);
  return /^\d{16}$/.test(v) ? `${v.slice(0, 6)}******${v.slice(12)}` : maskKeeping(v, 2);
}

/** Family cards are masked as a NIK is: their middle is a date of issue. */
export const maskFamilyCardNo = (value: string): string => maskNik(value);

/** `********1326`: the last four of an account number, and never more than a third of it. */
export const maskAccount = (value: string): string => maskKeeping(cleanNumber(value), 4);

/** `*********789` */
export const maskPhone = (value: string): string => maskKeeping(value.replace(/[^\d]/g, ''), 3);

function maskKeeping(text: string, wanted: number): string {
  const kept = Math.min(wanted, Math.floor(text.length / 3));
  return '*'.repeat(text.length - kept) + (kept > 0 ? text.slice(-kept) : '');
}

/** Digits of an account number for comparing: leading zeros, which numeric cells lose, are left out. Null when there are none. */
export function accountKey(raw: string | null | undefined): string | null {
  const digits = (raw ?? '').replace(/\D/g, '').replace(/^0+/, '');
  return digits === '' ? null : digits;
}
