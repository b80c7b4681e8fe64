import { Buffer } from 'node:buffer';
import { sha256Hex } from '@anyam/server-kit';
import writeXlsx from 'write-excel-file/node';
import type { Download } from '../contract/index.ts';

type Cell = string | bigint | number | null;

/** A leading sign that a spreadsheet would take for a formula is made plain text. */
const plain = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quote = (text: string, separator: string): string => (text.includes(separator) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function csvFile(name: string, rows: readonly (readonly Cell[])[], separator = ','): Download {
  const text = rows.map((row) => row.map((cell) => quote(typeof cell === 'string' ? plain(cell) : cell === null ? '' : String(cell), separator)).join(separator)).join('\r\n');
  return file(`${name}.csv`, 'text/csv; charset=utf-8', Buffer.from(`\uFEFF${text}\r\n`, 'utf8'));
}

/** A bare sheet for a bank: text stays text (account numbers), bigint and number become figures. */
export async function xlsxFile(name: string, rows: readonly (readonly Cell[])[]): Promise<Download> {
  const data = rows.map((row) => row.map((cell) => {
    if (cell === null) return null;
    return typeof cell === 'string' ? { type: String, value: cell } : { type: Number, value: Number(cell), format: '0' };
  }));
  const made = writeXlsx([{ sheet: 'Daftar', data }]);
  return file(`${name}.xlsx`, XLSX, await made.toBuffer());
}
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function file(name: string, mime: string, bytes: Buffer): Download {
  return { name, mime, base64: bytes.toString('base64'), sha256: sha256Hex(bytes) };
}
