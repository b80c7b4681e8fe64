import { readingError } from './errors.ts';
import { megabytes, type ReadingLimits } from './limits.ts';
import { attribute, ownCopy, richText, tags } from './xml.ts';
import { readZipDirectory, unpackEntry, type ZipEntry } from './zip-directory.ts';

export interface SheetPart { readonly name: string; readonly part: string; readonly hidden: boolean }

/** The parts of a workbook, unpacked one at a time and only those that are read. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
  readonly stringsPart: string;
  readonly stylesPart: string;
  unpack(part: string): Buffer | null;
}

/** Opens a workbook: that it is one is seen in its directory, before anything is unpacked. */
export function openWorkbook(bytes: Uint8Array, limits: ReadingLimits): WorkbookParts {
  const entries = new Map(readZipDirectory(bytes, limits).map((e) => [e.name.replace(/^\//, ''), e]));
  refuseOthers(bytes, entries);
  let budget = limits.unpackedBytes;
  const unpack = (part: string): Buffer | null => {
    const entry = entries.get(part);
    if (!entry) return null;
    const unpacked = unpackEntry(bytes, entry);
    budget -= unpacked.length;
    if (budget < 0) throw readingError('FILE_UNPACKED_TOO_BIG', { limit: megabytes(limits.unpackedBytes) });
    if (unpacked.subarray(0, 4_096).includes('<!DOCTYPE') || unpacked.subarray(0, 4_096).includes('<!ENTITY')) throw readingError('FILE_HOSTILE');
    return unpacked;
  };
  const text = (part: string): string => unpack(part)?.toString('utf8') ?? '';
  const main = relations(text('_rels/.rels'), '').find((r) => r.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const workbook = text(main);
  const related = relations(text(`${folder}_rels/${main.slice(folder.length)}.rels`), folder);
  const byId = new Map(related.map((r) => [r.id, r]));
  const partOf = (type: string, usual: string): string => related.find((r) => r.type.endsWith(type))?.target ?? usual;
  const sheets: SheetPart[] = [];
  for (const tag of tags(workbook, 'sheet')) {
    const relation = byId.get(/(?:^|\s)\w+:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '');
    if (relation?.type.endsWith('/worksheet')) sheets.push({ name: attribute(tag, 'name') ?? '', part: relation.target, hidden: /hidden/i.test(attribute(tag, 'state') ?? '') });
  }
  if (workbook === '' || sheets.length === 0) throw readingError('FILE_BROKEN');
  const date1904 = [...tags(workbook, 'workbookPr')].some((t) => /^(?:1|true|on)$/i.test(attribute(t, 'date1904') ?? ''));
  return { sheets, date1904, stringsPart: partOf('/sharedStrings', 'xl/sharedStrings.xml'), stylesPart: partOf('/styles', 'xl/styles.xml'), unpack };
}

function refuseOthers(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>): void {
  const mimetype = entries.get('mimetype');
  if (mimetype) throw unpackEntry(bytes, mimetype).toString('latin1').includes('spreadsheet') ? readingError('FILE_ODS') : readingError('FILE_OTHER', { found: 'OpenDocument' });
  if (entries.has('xl/workbook.bin')) throw readingError('FILE_XLSB');
  if (entries.has('word/document.xml')) throw readingError('FILE_OTHER', { found: 'Word' });
  if (entries.has('ppt/presentation.xml')) throw readingError('FILE_OTHER', { found: 'PowerPoint' });
  if (!entries.has('[Content_Types].xml') || ![...entries.keys()].some((n) => n.startsWith('xl/'))) throw readingError('FILE_OTHER', { found: 'ZIP' });
}

interface Relation { readonly id: string; readonly type: string; readonly target: string }

function relations(xml: string, folder: string): Relation[] {
  return [...tags(xml, 'Relationship')].map((tag) => {
    const target = attribute(tag, 'Target') ?? '';
    return { id: attribute(tag, 'Id') ?? '', type: attribute(tag, 'Type') ?? '', target: target.startsWith('/') ? target.slice(1) : resolvePart(folder, target) };
  });
}

function resolvePart(folder: string, target: string): string {
  const path: string[] = folder.split('/').filter(Boolean);
  for (const step of target.split('/')) if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  return path.join('/');
}

/** The strings that cells point to, in order. Longer ones are cut: no field of a list has thousands of letters. */
export function sharedStrings(xml: string, longest: number): string[] {
  const strings: string[] = [];
  for (const m of xml.matchAll(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)) strings.push(ownCopy(richText(m[1] ?? '').slice(0, longest)));
  return strings;
}

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Which cell styles show a number as a date. */
export function dateStyles(xml: string): boolean[] {
  const own = new Map<number, string>();
  for (const tag of tags(xml, 'numFmt')) own.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
  const xfs = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '';
  return [...tags(xfs, 'xf')].map((tag) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    const code = own.get(id);
    return code === undefined ? BUILT_IN_DATES.has(id) : isDateFormat(code);
  });
}

/** Days, months or years among the format's own letters: quoted text, escapes, colours and locales do not count. */
export const isDateFormat = (code: string): boolean =>
  /[dmy]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/general/gi, '').replace(/am\/pm/gi, ''));
