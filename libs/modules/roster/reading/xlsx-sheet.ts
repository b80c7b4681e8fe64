import { dateFromParts, excelSerialDate } from '@anyam/domain/kernel';
import type { Cell } from '@anyam/domain/roster';
import { readingError } from './errors.ts';
import type { ReadingLimits } from './limits.ts';
import { attribute, ownCopy, richText, unescapeExcel, unescapeXml } from './xml.ts';

export interface SheetContext {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
  readonly limits: ReadingLimits;
  readonly longest: number;
}

const SLICE = 1 << 18;
const MAX_ROW_TEXT = 8 * 1024 * 1024;
const LAST_ROW = 1_048_576;
const EMPTY: readonly Cell[] = [];
const ROW = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?v>/;
const INLINE = /<(?:\w+:)?is\b[^>]*>([\s\S]*?)<\/(?:\w+:)?is>/;
const REFERENCE = /(?:^|\s)r\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']/;

/**
 * Reads the rows of one worksheet part, a slice at a time. Only cells with a value count: a sheet formatted to its last row is short,
 * and one that puts a value where filling up to it would take all memory is refused. `rows[i]` is row i + 1 of the sheet.
 */
export function readSheetPart(part: Buffer, context: SheetContext): (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  const decoder = new TextDecoder('utf-8');
  let pending = '';
  let last = 0;
  let started = false;
  for (let at = 0; at < part.length; at += SLICE) {
    pending += decoder.decode(part.subarray(at, at + SLICE), { stream: at + SLICE < part.length });
    if (!started) {
      const data = /<(?:\w+:)?sheetData\b[^>]*>/.exec(pending);
      if (!data) continue;
      pending = pending.slice(data.index + data[0].length);
      started = true;
    }
    let used = 0;
    for (const m of pending.matchAll(ROW)) {
      used = m.index + m[0].length;
      const number = Number(attribute(m[1] ?? '', 'r') ?? last + 1);
      if (!Number.isInteger(number) || number <= last || number > LAST_ROW) throw readingError('FILE_BROKEN');
      last = number;
      const cells = m[2] ? readCells(m[2], context) : EMPTY;
      if (cells.length === 0) continue;
      if (number > context.limits.rows) throw readingError('SHEET_TOO_LONG', { limit: context.limits.rows });
      while (rows.length < number - 1) rows.push(EMPTY);
      rows.push(cells);
    }
    pending = pending.slice(used);
    if (pending.length > MAX_ROW_TEXT) throw readingError('FILE_HOSTILE');
  }
  if (started && /<(?:\w+:)?row\b[^>]*[^/]>/.test(pending)) throw readingError('FILE_BROKEN');
  return rows;
}

function readCells(text: string, context: SheetContext): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const m of text.matchAll(CELL)) {
    const tag = m[1] ?? '';
    const reference = REFERENCE.exec(tag);
    column = reference ? columnNumber(reference[1] as string) : column + 1;
    if (!m[2]) continue;
    const value = readCell(tag, m[2], context);
    if (value === null) continue;
    if (column > context.limits.columns) throw readingError('SHEET_TOO_WIDE', { limit: context.limits.columns });
    if (column <= cells.length) throw readingError('FILE_BROKEN');
    while (cells.length < column - 1) cells.push(null);
    cells.push(value);
  }
  return cells;
}

/** The stored value of a cell; what a formula would give is not asked. Error values (#N/A) are no value. */
function readCell(tag: string, inner: string, { strings, dateStyles, date1904, longest }: SheetContext): Cell {
  const type = /(?:^|\s)t\s*=\s*["'](\w+)["']/.exec(tag)?.[1] ?? 'n';
  if (type === 'inlineStr') return text(richText(INLINE.exec(inner)?.[1] ?? ''), longest);
  const raw = VALUE.exec(inner)?.[1];
  if (raw === undefined || raw === '') return null;
  if (type === 's') return text(strings[Number(raw)] ?? '', longest);
  if (type === 'str') return text(ownCopy(unescapeExcel(unescapeXml(raw))), longest);
  if (type === 'b') return raw === '1' || raw === 'true';
  if (type === 'e') return null;
  if (type === 'd') return isoDay(raw);
  const number = Number(raw);
  if (!Number.isFinite(number)) return text(ownCopy(unescapeXml(raw)), longest);
  const style = Number(/(?:^|\s)s\s*=\s*["'](\d+)["']/.exec(tag)?.[1] ?? -1);
  // A number that is no day of 1900-2099 stays a number, so that a NIK in a cell formatted as a date keeps its digits.
  return (dateStyles[style] ? excelSerialDate(date1904 ? number + 1_462 : number) : null) ?? number;
}

function text(value: string, longest: number): string | null {
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed.length > longest ? trimmed.slice(0, longest) : trimmed;
}

function isoDay(raw: string): string | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})/.exec(raw);
  return m ? dateFromParts(Number(m[1]), Number(m[2]), Number(m[3])) : null;
}

function columnNumber(letters: string): number {
  let n = 0;
  for (let i = 0; i < letters.length; i++) n = n * 26 + letters.charCodeAt(i) - 64;
  return n;
}
