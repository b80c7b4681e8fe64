import readWorkbook, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node';
import type { Cell, Sheet } from '@anyam/domain/roster';
import { LONGEST_CELL } from './csv.ts';
import { readingError } from './errors.ts';
import type { ReadingLimits } from './limits.ts';
import { guardXlsx } from './xlsx-guard.ts';

/**
 * Reads the visible sheets of a workbook. Formulas are not evaluated: their stored value is taken. Notes on read-excel-file 9.3, as
 * tried: a merged cell has its value in its first cell and null in the others; empty rows are kept, so row numbers hold; a
 * number comes as a double, whole up to 2^53 (a NIK of 16 digits is; Excel itself has already cut it to 15 digits when it
 * stored it as a number); error cells (#N/A) come as null; dates are UTC midnight, those before 1 March 1900 one day early.
 */
export async function readXlsx(bytes: Uint8Array, limits: ReadingLimits): Promise<Sheet[]> {
  const { hidden } = guardXlsx(bytes, limits);
  let workbook: { sheet: string; data: (readonly unknown[])[] | undefined }[];
  try {
    workbook = (await readWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { parseNumber: toNumber })) as typeof workbook;
  } catch (cause) {
    if (cause instanceof InvalidInputError || cause instanceof InvalidSpreadsheetError || cause instanceof Error) throw readingError('FILE_BROKEN');
    throw cause;
  }
  const visible = workbook.filter((s) => !hidden.has(s.sheet));
  return (visible.length > 0 ? visible : workbook).map(({ sheet, data }) => ({ name: sheet, rows: (data ?? []).map((row) => row.map(toCell)), firstRow: 1 }));
}

/** Numbers as doubles; what is no number stays text instead of failing the file. */
const toNumber = (text: string): number | string => {
  const n = Number(text);
  return Number.isFinite(n) ? n : text;
};

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') {
    const text = value.length > LONGEST_CELL ? value.slice(0, LONGEST_CELL) : value;
    return text === '' ? null : text;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '#####' : value.toISOString().slice(0, 10);
  return String(value);
}
