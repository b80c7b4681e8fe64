import { parseDateText, type Bilingual, type IsoDate } from '@anyam/domain/kernel';
import { cellText, rowNumber, type Cell, type Sheet } from '@anyam/domain/roster';
import type { Format } from './bank-formats.ts';

export interface ParsedLine {
  readonly no: number;
  readonly on: IsoDate;
  readonly kind: 'credit' | 'return';
  readonly reference: string;
  readonly accountNo: string;
  readonly name: string;
  readonly amount: bigint;
  readonly description: string;
}
export interface ParsedStatement {
  readonly lines: readonly ParsedLine[];
  readonly problems: readonly { row: number; text: Bilingual }[];
  /** Rows that are no transaction: blank ones, sums, a footer. */
  readonly skipped: number;
  /** Things whose column was not found. */
  readonly missing: readonly string[];
}

type Part = keyof Format['statement'];
const PARTS: readonly Part[] = ['date', 'reference', 'account', 'name', 'amount', 'debit', 'credit', 'description'];
const MOST_AMOUNT = 1_000_000_000_000n;

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

/** The columns of a row when it is a heading: a date or an account beside an amount. */
function columnsOf(row: readonly Cell[], format: Format): Map<Part, number> | null {
  const heads = row.map((cell) => plain(cellText(cell)));
  const found = new Map<Part, number>();
  for (const part of PARTS) {
    for (const wanted of format.statement[part]) {
      const at = heads.findIndex((h, i) => h !== '' && h === plain(wanted) && ![...found.values()].includes(i));
      if (at >= 0) {
        found.set(part, at);
        break;
      }
    }
  }
  const money = found.has('amount') || found.has('credit') || found.has('debit');
  return money && (found.has('date') || found.has('account') || found.has('reference')) ? found : null;
}

/** "20.000.000,00", "20,000,000.00", "Rp 20.000.000", "20000000": whole rupiah, or null. Cents must be zero. */
export function parseAmount(cell: Cell | undefined): bigint | null {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? BigInt(cell) : null;
  let text = cellText(cell).replace(/^rp\.?/i, '').replace(/[\s\u00a0]/g, '').replace(/(cr|db|k|d)$/i, '').replace(/^\+/, '');
  if (text === '') return null;
  text = text.replace(/[.,]00?$/, '').replace(/,-$/, '');
  if (!/^-?\d{1,3}([.,]\d{3})+$|^-?\d+$/.test(text)) return null;
  const digits = text.replace(/[.,]/g, '');
  return digits.length > 16 ? null : BigInt(digits);
}

/** Reads the transactions of a bank's file. Never throws on content: a row that cannot be read is told as a problem. */
export function parseStatement(sheets: readonly Sheet[], format: Format, fallback: IsoDate): ParsedStatement {
  for (const sheet of sheets) {
    for (let at = 0; at < Math.min(sheet.rows.length, 40); at += 1) {
      const columns = columnsOf(sheet.rows[at] ?? [], format);
      if (columns) return parseRows(sheet, at + 1, columns, format, fallback);
    }
  }
  return { lines: [], problems: [], skipped: 0, missing: ['tanggal', 'rekening', 'nominal'] };
}

function parseRows(sheet: Sheet, start: number, columns: Map<Part, number>, format: Format, fallback: IsoDate): ParsedStatement {
  const lines: ParsedLine[] = [];
  const problems: { row: number; text: Bilingual }[] = [];
  let skipped = 0;
  const words = format.statement.returnWords.map(plain).filter((w) => w !== '');
  for (let i = start; i < sheet.rows.length; i += 1) {
    const row = sheet.rows[i] ?? [];
    const cell = (part: Part): Cell | undefined => (columns.has(part) ? row[columns.get(part) as number] : undefined);
    const text = (part: Part, most: number): string => cellText(cell(part)).slice(0, most);
    const no = rowNumber(sheet, i);
    const amounts = { amount: parseAmount(cell('amount')), credit: parseAmount(cell('credit')), debit: parseAmount(cell('debit')) };
    const who = text('account', 40) + text('name', 120) + text('reference', 60);
    const said = ['amount', 'credit', 'debit'].some((p) => cellText(cell(p as Part)) !== '');
    if (!said || who === '') {
      skipped += 1;
      continue;
    }
    const description = text('description', 300);
    // The office's own statement has both columns: what goes out is debit, what a bank sends back is credit.
    const both = columns.has('debit') && columns.has('credit');
    const back = words.some((w) => plain(description).includes(w)) || (both && (amounts.credit ?? 0n) > 0n);
    const money = amounts.amount ?? (amounts.credit !== null && amounts.credit !== 0n ? amounts.credit : amounts.debit);
    if (money === null || money === 0n) {
      problems.push({ row: no, text: { id: `Baris ${no}: jumlah uang tidak terbaca.`, en: `Row ${no}: the amount cannot be read.` } });
      continue;
    }
    const amount = money < 0n ? -money : money;
    if (amount > MOST_AMOUNT) {
      problems.push({ row: no, text: { id: `Baris ${no}: jumlah uang terlalu besar.`, en: `Row ${no}: the amount is too large.` } });
      continue;
    }
    const dateText = cellText(cell('date'));
    const date = dateText === '' ? fallback : parseDay(dateText, fallback);
    if (date === null || date < '1990-01-01' || date > '2100-12-31') {
      problems.push({ row: no, text: { id: `Baris ${no}: tanggal "${dateText.slice(0, 30)}" tidak terbaca.`, en: `Row ${no}: the date "${dateText.slice(0, 30)}" cannot be read.` } });
      continue;
    }
    lines.push({ no, on: date, kind: back ? 'return' : 'credit', reference: text('reference', 60) || referenceIn(description), accountNo: text('account', 40), name: text('name', 120), amount, description });
  }
  return { lines, problems, skipped, missing: [] };
}

/** A reference that a bank puts into its description. */
const referenceIn = (description: string): string => /\bB\d{4}\d{4,}\b/i.exec(description)?.[0] ?? '';

function parseDay(text: string, today: IsoDate): IsoDate | null {
  const read = parseDateText(text.slice(0, 40), today);
  return read.ok ? read.value.date : null;
}
