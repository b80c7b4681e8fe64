import type { Sheet } from '@anyam/domain/roster';
import { readCsv } from './csv.ts';
import { readingError } from './errors.ts';
import { kindOfFile } from './kind-of-file.ts';
import { DEFAULT_LIMITS, megabytes, type ReadingLimits } from './limits.ts';
import { readXlsx } from './xlsx.ts';

/**
 * Reads an XLSX or CSV into sheets. What the file is, its first bytes say; the name only names the sheet of a CSV. Throws a
 * `DomainError` of `readingError` with a sentence for the user for everything that cannot or must not be read.
 */
export async function readSheets(bytes: Uint8Array, fileName: string, limits: ReadingLimits = DEFAULT_LIMITS): Promise<Sheet[]> {
  if (bytes.length > limits.fileBytes) throw readingError('FILE_TOO_BIG', { size: megabytes(bytes.length), limit: megabytes(limits.fileBytes) });
  if (kindOfFile(bytes) === 'text') return [readCsv(bytes, sheetName(fileName), limits)];
  const sheets = readXlsx(bytes, limits);
  if (sheets.every((s) => s.rows.length === 0)) throw readingError('FILE_EMPTY');
  return sheets;
}

const sheetName = (fileName: string): string => fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '') || 'CSV';
