import { parseDateText } from '../kernel/parse-date-text.ts';
import type { IsoDate } from '../kernel/plain-date.ts';
import { cleanNumber } from '../kernel/nik.ts';
import type { Field } from './fields.ts';
import { sixteenDigitRuns } from './cell-kind.ts';
import { repeatsHeader } from './header.ts';
import { cellText, type Cell } from './sheet.ts';
import { rolesInCell, sexInCell } from './words.ts';

export type RowKind = 'member' | 'perhaps' | 'subtotal' | 'header' | 'numbering' | 'label' | 'footer' | 'blank';

/** Column indexes of the mapped fields, for quick reading. */
export type Columns = Readonly<Partial<Record<Field, number>>>;

const SUBTOTAL = /^(?:sub\s*)?(?:jumlah|total|jml|sub\s*total|grand\s*total|rekap|jumlah\s+total|subtotal)\b/i;
const FOOTER = /^(?:mengetahui|menyetujui|mengesahkan|disetujui|diketahui|dibuat|yang membuat|yang menyatakan|kepala\b|plt\.?|plh\.?|an\.|a\.n\.?|camat\b|lurah\b|kades\b|sekretaris\s+(?:dinas|daerah)|bupati|walikota|pendamping\b|petugas\b|operator\b|tksk\b|nip\b|nrp\b|ttd\b|tanda tangan|catatan|keterangan\s*:|ket\s*:|sumber\b|\*|pembina\b|penata\b|hormat|tembusan|n\s*i\s*p)/i;

const text = (row: readonly Cell[], column: number | undefined): string => (column === undefined ? '' : cellText(row[column]));

/** A cell that was meant as a 16-digit number, however badly written. */
export function numberish(value: string): boolean {
  if (value === '' || /^n\s*i\s*p\b/i.test(value)) return false;
  const clean = cleanNumber(value);
  if (/^\d(?:[.,]\d+)?e\+?\d{1,2}$/i.test(clean)) return true;
  const digits = clean.replace(/\D/g, '').length;
  return digits >= 6 && digits >= clean.length * 0.6 && clean.length <= 40 ? true : sixteenDigitRuns(value).length > 0;
}

/** What a row of the table is. `perhaps`: a name without any number; what follows decides. */
export function kindOf(row: readonly Cell[], columns: Columns, headerLines: readonly (readonly string[])[], asOf: IsoDate): RowKind {
  const nik = text(row, columns.nik);
  const name = text(row, columns.name);
  if (numberish(nik) && !/:\s*\S/.test(name) && !SUBTOTAL.test(name)) return FOOTER.test(name) && sixteenDigitRuns(nik).length === 0 ? 'footer' : 'member';
  const filled: string[] = [];
  for (const cell of row) {
    const t = cellText(cell);
    if (t !== '') filled.push(t);
  }
  if (filled.length === 0) return 'blank';
  if (repeatsHeader(row, headerLines)) return 'header';
  if (isNumbering(filled)) return 'numbering';
  if (filled.some((t) => SUBTOTAL.test(t)) && !numberish(text(row, columns.kk))) return 'subtotal';
  if (filled.every((t) => FOOTER.test(t)) || FOOTER.test(name)) return 'footer';
  if (name === '' || /[:]/.test(name) || !/[a-z]{2}/i.test(name)) return numberish(text(row, columns.kk)) && columns.kk !== columns.account ? 'member' : 'label';
  return evidence(row, columns, asOf) >= 1 ? 'member' : 'perhaps';
}

/** How many cells of a row without NIK speak for a person. */
export function evidence(row: readonly Cell[], columns: Columns, asOf: IsoDate): number {
  const birth = columns.birthDate === undefined ? null : row[columns.birthDate] ?? null;
  return [
    numberish(text(row, columns.kk)),
    sexInCell(text(row, columns.sex)) !== null,
    birth !== null && typeof birth !== 'boolean' && parseDateText(birth, asOf).ok,
    text(row, columns.role) !== '' && rolesInCell(text(row, columns.role)) !== null,
    /^\d{1,5}\.?$/.test(text(row, columns.sequence)),
  ].filter(Boolean).length;
}

/** "1 2 3 4 5", "(1) (2) (3)", "a b c d" under a header. */
export function isNumbering(filled: readonly string[]): boolean {
  if (filled.length < 3) return false;
  const numbers = filled.map((t) => /^\(?(\d{1,2})[).]?$/.exec(t)?.[1]);
  if (numbers.every((n) => n !== undefined)) return numbers.every((n, i) => i === 0 || Number(n) > Number(numbers[i - 1])) && Number(numbers[0]) <= 2 && Number(numbers.at(-1)) <= filled.length + 3;
  return filled.every((t, i) => t.toLowerCase() === String.fromCharCode(97 + i));
}

/** The number of members a subtotal row claims, if it does. */
export function claimedSize(filled: string): number | null {
  const m = /(?:jumlah|total|jml)[^\d|]*[|:\s]\s*(\d{1,3})\b/i.exec(filled);
  return m ? Number(m[1]) : null;
}
