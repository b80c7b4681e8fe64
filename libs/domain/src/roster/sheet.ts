import { dateFromParts } from '../kernel/plain-date.ts';

/** What a cell may hold. Readers turn real dates into 'YYYY-MM-DD' texts; a Date is tolerated and read as UTC. */
export type Cell = string | number | boolean | Date | null;

/**
 * A sheet as it was read, without any meaning yet. Merged cells hold their value in the first cell only.
 * `rowNumbers`, when given, says the number of each row (CSV: a quoted cell may hold several lines); otherwise rows
 * count up from `firstRow`.
 */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** The number a spreadsheet shows beside `rows[0]`. */
  readonly firstRow: number;
  readonly rowNumbers?: readonly number[];
}

/** The row number a user sees for `rows[index]`. */
export const rowNumber = (sheet: Sheet, index: number): number => sheet.rowNumbers?.[index] ?? sheet.firstRow + index;

/** A cell as text: single blanks, trimmed, '' when empty. Numbers keep all their digits (no exponent below 1e21). */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return TIDY.test(cell) ? cell.replace(ODD_BLANKS, ' ').trim() : cell;
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return cell ? 'ya' : 'tidak';
  return Number.isNaN(cell.getTime()) ? '' : dateFromParts(cell.getUTCFullYear(), cell.getUTCMonth() + 1, cell.getUTCDate()) ?? '';
}

const TIDY = /^\s|\s$|\s\s|[\t\r\n\u00a0\u200b-\u200d\u2060\ufeff]/;
const ODD_BLANKS = /[\s\u00a0\u200b-\u200d\u2060\ufeff]+/g;

export const isBlank = (cell: Cell | undefined): boolean => cellText(cell) === '';

/** Columns with something in them. */
export function filledColumns(row: readonly Cell[]): number[] {
  const found: number[] = [];
  for (let c = 0; c < row.length; c++) if (!isBlank(row[c])) found.push(c);
  return found;
}

/** The widest row decides. */
export function columnCount(sheet: Sheet): number {
  let widest = 0;
  for (const row of sheet.rows) if (row.length > widest) widest = row.length;
  return widest;
}

/** 'A', 'B', ... 'AA': what a spreadsheet writes above a column. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}
