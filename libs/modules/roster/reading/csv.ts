import { parse } from 'csv-parse/sync';
import type { Cell, Sheet } from '@anyam/domain/roster';
import { decodeText } from './encoding.ts';
import { readingError } from './errors.ts';
import type { ReadingLimits } from './limits.ts';

const SEPARATORS = [';', '\t', '|', ','] as const;
const SNIFF_CHARS = 64 * 1024;
export const LONGEST_CELL = 2_000;

/** Reads a CSV of any usual encoding and separator. Rows keep the line they begin on; the header of a plain file is line 1. */
export function readCsv(bytes: Uint8Array, name: string, limits: ReadingLimits): Sheet {
  const text = decodeText(bytes);
  if (text.trim() === '') throw readingError('FILE_EMPTY');
  const rows: Cell[][] = [];
  const rowNumbers: number[] = [];
  let breaks = 0;
  let seen = 0;
  parseText(text, sniffSeparator(text), (record) => {
    // A record begins on the line after all line breaks before it: one a record, and those inside quoted cells.
    const cells = record.map(toCell);
    rowNumbers.push(seen + breaks + 1);
    seen++;
    for (const value of record) breaks += lineBreaks(value);
    if (record.length > limits.columns && cells.slice(limits.columns).some((c) => c !== null)) throw readingError('SHEET_TOO_WIDE', { limit: limits.columns });
    if (rows.length >= limits.rows) throw readingError('SHEET_TOO_LONG', { limit: limits.rows });
    rows.push(cells.length > limits.columns ? cells.slice(0, limits.columns) : cells);
  });
  while (rows.length > 0 && (rows.at(-1) as Cell[]).every((c) => c === null)) {
    rows.pop();
    rowNumbers.pop();
  }
  return { name, rows, firstRow: 1, rowNumbers };
}

const lineBreaks = (value: string): number => (value.includes('\n') || value.includes('\r') ? (value.match(/\r\n|\n|\r/g) ?? []).length : 0);

/** Text as it stands; `="3521…"`, which Excel users write to keep digits, without its shell. Nothing is ever computed. */
function toCell(value: string): Cell {
  const shell = /^=\s*"([^"]*)"$/.exec(value);
  const text = (shell ? (shell[1] as string) : value).trim();
  return text === '' ? null : text.length > LONGEST_CELL ? text.slice(0, LONGEST_CELL) : text;
}

function parseText(text: string, separator: string, onRecord: (record: string[]) => void): void {
  const options = { delimiter: separator, relax_column_count: true, relax_quotes: true, bom: true, skip_empty_lines: false, max_record_size: 1_000_000 };
  try {
    parse(text, {
      ...options,
      on_record: (record: string[]) => {
        onRecord(record);
        return null;
      },
    });
  } catch (cause) {
    const { code, lines } = cause as { code?: string; lines?: number };
    if (code?.startsWith('CSV_')) throw readingError('CSV_BROKEN', { line: lines ?? '?' });
    throw cause;
  }
}

/** The separator by which most rows fall into the same, greatest number of cells. "sep=;" on the first line decides at once. */
export function sniffSeparator(text: string): string {
  const said = /^\ufeff?sep=([;,|\t])\r?\n/i.exec(text);
  if (said) return said[1] as string;
  const head = text.length > SNIFF_CHARS ? text.slice(0, text.lastIndexOf('\n', SNIFF_CHARS)) : text;
  let best: { separator: string; score: number } = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const counts = new Map<number, number>();
    try {
      parseText(head, separator, (record) => {
        if (record.length > 1) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
      });
    } catch { /* cut in the middle of a quoted cell: the rows before it are enough */ }
    for (const [width, rows] of counts) {
      const score = rows * Math.sqrt(width - 1);
      if (score > best.score * 1.001) best = { separator, score };
    }
  }
  return best.separator;
}
