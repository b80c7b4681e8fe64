import { cleanNumber } from '../kernel/nik.ts';
import { plainLetters } from '../kernel/text-similarity.ts';
import { cellText, type Cell } from './sheet.ts';
import { isMark, isSexWord, rolesInCell } from './words.ts';

/** What one cell looks like, regardless of its header. A cell has several looks at once. */
export interface CellLook {
  readonly text: string;
  /** 16-digit numbers in it, in order. */
  readonly sixteens: readonly string[];
  /** Digits only, 13 to 18 of them or an exponent: was meant as a NIK or KK. */
  readonly nearSixteen: boolean;
  /** Digits 7-12 are a birth date as a NIK writes it; `femaleDay` says the day had 40 added. */
  readonly nikDate: boolean;
  readonly femaleDay: boolean;
  readonly date: boolean;
  readonly sexWord: boolean;
  readonly roleWord: boolean;
  readonly mark: boolean;
  readonly integer: number | null;
  readonly digits: number;
  readonly personName: boolean;
  readonly address: boolean;
  readonly groupWord: boolean;
  readonly phone: boolean;
  readonly villageCode: boolean;
}

const DATE_PATTERNS = [
  /(?:^|[\s,:/(])\d{1,2}\s*[-/. ]\s*\d{1,2}\s*[-/. ]\s*(?:19|20)?\d{2}\s*$/, /(?:^|[\s,])(?:19|20)\d{2}-\d{1,2}-\d{1,2}\b/,
  /\d{1,2}[\s-]+[a-z]{3,9}\.?[\s-]+(?:(?:19|20)?\d{2})\s*$/,
];
const LONG_DIGITS = /^\d{13,18}$/;
const EXPONENT = /^\d(?:[.,]\d+)?e\+?\d{1,2}$/i;
const ADDRESS = /\b(?:rt|rw|jl|jln|jalan|dsn|dusun|ds|desa|kel|gang|gg|dukuh|kec)\b/;
/** A real date in positions 7-12 with the woman's 40 taken off, years not judged. */
export function nikDateParts(sixteen: string): { readonly plausible: boolean; readonly female: boolean } {
  const written = Number(sixteen.slice(6, 8));
  const day = written > 40 ? written - 40 : written;
  const month = Number(sixteen.slice(8, 10));
  return { plausible: day >= 1 && day <= 31 && month >= 1 && month <= 12, female: written > 40 };
}

export function lookAt(cell: Cell): CellLook {
  const text = cellText(cell);
  const plain = plainLetters(text);
  const clean = cleanNumber(text);
  const alone = /^\d+$/.test(clean) && !/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$|^\d{4}-\d{2}-\d{2}$/.test(text);
  const sixteens = /\d/.test(text) ? sixteenDigitRuns(text) : [];
  const nik = sixteens[0] ? nikDateParts(sixteens[0]) : { plausible: false, female: false };
  const nearSixteen = alone ? LONG_DIGITS.test(clean) : EXPONENT.test(text.replace(/\s/g, ''));
  const letters = /[a-z]/.test(plain);
  return {
    text,
    sixteens,
    nearSixteen,
    nikDate: nik.plausible,
    femaleDay: nik.plausible && nik.female,
    date: DATE_PATTERNS.some((p) => p.test(plain)) && !nearSixteen && text.length <= 60,
    sexWord: isSexWord(text),
    roleWord: letters && rolesInCell(text) !== null,
    mark: isMark(text),
    integer: alone && clean.length <= 12 && clean === text ? Number(clean) : null,
    digits: alone ? clean.length : 0,
    personName: letters && !/\d/.test(plain) && /^[a-z'’`.,\s()-]{2,50}$/.test(plain) && text.split(/\s+/).length <= 6,
    address: ADDRESS.test(plain),
    groupWord: /\b(?:kube|kelompok|klp)\b/.test(plain),
    phone: /^(?:\+?62|0)?8\d{7,12}$/.test(text.replace(/[\s.-]/g, '')),
    villageCode: /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(text) || (alone && clean.length === 10 && /^[1-9]\d{5}[12]\d{3}$/.test(clean)),
  };
}

/** Runs of exactly 16 digits, blanks and dots inside a run forgiven ("3521 1617 1071 0001", "35.2116.171071.0001"). */
export function sixteenDigitRuns(text: string): string[] {
  const found = text.match(/(?<!\d)\d{16}(?!\d)/g);
  if (found) return found;
  return (text.match(/(?<!\d)\d(?:[ .-]?\d){15}(?![ .-]?\d)/g) ?? []).map((run) => run.replace(/\D/g, ''));
}
