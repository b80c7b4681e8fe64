import { readingError } from './errors.ts';
import { megabytes, type ReadingLimits } from './limits.ts';
import { readZipDirectory, unpackEntry, type ZipEntry } from './zip-directory.ts';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;

export interface Guarded {
  /** Names of sheets that the workbook hides. */
  readonly hidden: ReadonlySet<string>;
}

/**
 * Everything that must be known before the reader may unpack a workbook: that it is one, that its parts unpack to what its
 * directory says, that no part declares entities, and that no sheet claims a cell so far out that filling up to it would take all memory.
 */
export function guardXlsx(bytes: Uint8Array, limits: ReadingLimits): Guarded {
  const entries = readZipDirectory(bytes, limits);
  const names = new Map(entries.map((e) => [e.name.replace(/^\//, ''), e]));
  const has = (name: string): boolean => names.has(name);
  if (has('mimetype') || has('content.xml')) throw readingError(isOds(bytes, names.get('mimetype')) ? 'FILE_ODS' : 'FILE_OTHER', { found: 'OpenDocument' });
  if (has('xl/workbook.bin')) throw readingError('FILE_XLSB');
  if (has('word/document.xml')) throw readingError('FILE_OTHER', { found: 'Word' });
  if (has('ppt/presentation.xml')) throw readingError('FILE_OTHER', { found: 'PowerPoint' });
  if (!has('xl/workbook.xml') || !has('[Content_Types].xml')) throw readingError('FILE_OTHER', { found: 'ZIP' });
  let budget = limits.unpackedBytes;
  let workbook = '';
  for (const [name, entry] of names) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const part = unpackEntry(bytes, entry);
    budget -= part.length;
    if (budget < 0) throw readingError('FILE_UNPACKED_TOO_BIG', { limit: megabytes(limits.unpackedBytes) });
    if (part.subarray(0, 4_096).includes('<!DOCTYPE') || part.subarray(0, 4_096).includes('<!ENTITY') || part.includes('<!ENTITY')) throw readingError('FILE_HOSTILE');
    if (SHEET.test(name)) guardSheet(part, limits);
    if (name === 'xl/workbook.xml') workbook = part.toString('utf8');
  }
  return { hidden: hiddenSheets(workbook) };
}

const isOds = (bytes: Uint8Array, entry: ZipEntry | undefined): boolean => entry !== undefined && unpackEntry(bytes, entry).toString('latin1').includes('spreadsheet');

const MAX_ROW = 1_048_576;

/** Rows and columns far out that hold something. Formatted but empty ones are common and harmless. */
function guardSheet(part: Buffer, limits: ReadingLimits): void {
  const text = part.toString('latin1');
  let overAt = -1;
  for (const m of text.matchAll(/<(?:\w+:)?row\b[^>]*?\sr="(\d+)"/g)) {
    const row = Number(m[1]);
    if (row > MAX_ROW) throw readingError('FILE_HOSTILE');
    if (row > limits.rows && overAt < 0) overAt = m.index;
  }
  if (overAt >= 0 && /<(?:\w+:)?(?:v|is|t)[ >]/.test(text.slice(overAt))) throw readingError('SHEET_TOO_LONG', { limit: limits.rows });
  for (const m of text.matchAll(/<(?:\w+:)?c\b[^>]*?\sr="([A-Z]{2,})(\d+)"[^>]*>/g)) {
    if (m[0].endsWith('/>')) continue;
    if (Number(m[2]) > MAX_ROW || (m[1] as string).length > 3) throw readingError('FILE_HOSTILE');
    if (columnNumber(m[1] as string) > limits.columns && /^(?:<(?:\w+:)?f[^>]*>[^<]*<\/(?:\w+:)?f>)?<(?:\w+:)?(?:v|is)[ >]/.test(text.slice(m.index + m[0].length, m.index + m[0].length + 2_000)))
      throw readingError('SHEET_TOO_WIDE', { limit: limits.columns });
  }
}

const columnNumber = (letters: string): number => [...letters].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0);

function hiddenSheets(workbook: string): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) if (/\sstate="(?:hidden|veryHidden)"/.test(tag)) hidden.add(unescapeXml(/\sname="([^"]*)"/.exec(tag)?.[1] ?? ''));
  return hidden;
}

const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|amp|quot|apos));/gi, (_, dec?: string, hex?: string, named?: string) =>
    named ? ({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" } as Record<string, string>)[named] ?? '' : String.fromCodePoint(Number.parseInt((dec ?? hex) as string, dec ? 10 : 16)));
