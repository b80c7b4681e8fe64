import { FIELDS, type Field, type ListKind } from './fields.ts';
import { headerWords, looksLikeHeaderText, scoreName, scoreStacked, type NameScores } from './header-words.ts';
import { lookAt } from './cell-kind.ts';
import { cellText, columnCount, filledColumns, rowNumber, type Cell, type Sheet } from './sheet.ts';

/** Where the header stands and what each column is called. */
export interface Header {
  /** Index in `sheet.rows` of its first row; `depth` rows belong to it. */
  readonly index: number;
  readonly depth: number;
  /** The number a spreadsheet shows for its first row. */
  readonly row: number;
  /** Name of each column, upper and lower row joined by a blank; '' when it has none. */
  readonly names: readonly string[];
  readonly scores: readonly NameScores[];
}

const SEARCH_ROWS = 200;
const REMEMBERED_ROWS = 60;
const MAX_DEPTH = 3;
const WORTH = 0.6;

/**
 * Finds the header by its words, anywhere in the first rows: under a letterhead, over one to three rows. Of equally good
 * places the first wins. Null when no row names at least two fields; then only content can say what the columns are.
 */
export function findHeader(sheet: Sheet, kind: ListKind): Header | null {
  const width = columnCount(sheet);
  let best: { header: Header; score: number } | null = null;
  for (let i = 0; i < Math.min(sheet.rows.length, SEARCH_ROWS); i++) {
    if (!couldStart(sheet.rows[i] as readonly Cell[])) continue;
    for (let depth = 1; depth <= MAX_DEPTH && i + depth <= sheet.rows.length; depth++) {
      if (depth > 1 && !couldContinue(sheet.rows[i + depth - 1] as readonly Cell[])) break;
      const header = build(sheet, i, depth, width);
      const score = rate(header, kind) - 0.25 * (depth - 1);
      if (score >= 1.6 && (best === null || score > best.score + 0.01)) best = { header, score };
    }
  }
  return best?.header ?? null;
}

/** The header that begins at this row, as a person points at it: the depth that names its columns best. */
export function headerAt(sheet: Sheet, index: number, kind: ListKind): Header {
  const width = columnCount(sheet);
  let best = build(sheet, index, 1, width);
  let score = rate(best, kind);
  for (let depth = 2; depth <= MAX_DEPTH && index + depth <= sheet.rows.length; depth++) {
    if (!couldContinue(sheet.rows[index + depth - 1] as readonly Cell[])) break;
    const deeper = build(sheet, index, depth, width);
    const its = rate(deeper, kind) - 0.25 * (depth - 1);
    if (its > score + 0.01) [best, score] = [deeper, its];
  }
  return best;
}

/** The header a person once pointed at in an earlier file: by its signature, where its words alone would not be found. */
export function rememberedHeader(sheet: Sheet, saved: ReadonlyMap<string, unknown>): Header | null {
  const width = columnCount(sheet);
  for (let i = 0; i < Math.min(sheet.rows.length, REMEMBERED_ROWS); i++) {
    for (let depth = 1; depth <= MAX_DEPTH && i + depth <= sheet.rows.length; depth++) {
      if (depth > 1 && !couldContinue(sheet.rows[i + depth - 1] as readonly Cell[])) break;
      const header = build(sheet, i, depth, width);
      if (saved.has(headerSignature(header, width))) return header;
    }
  }
  return null;
}

function couldStart(row: readonly Cell[]): boolean {
  const filled = filledColumns(row);
  return filled.length > 0 && filled.filter((c) => looksLikeHeaderText(cellText(row[c]))).length >= Math.max(1, filled.length * 0.6);
}

/** A second header row: words only, nothing that looks like data. A row of running numbers is not part of it. */
function couldContinue(row: readonly Cell[]): boolean {
  const filled = filledColumns(row);
  if (filled.length === 0) return false;
  return filled.every((c) => {
    const look = lookAt(row[c] as Cell);
    return typeof row[c] !== 'number' && looksLikeHeaderText(look.text) && !look.date && look.digits === 0 && !look.phone;
  });
}

function build(sheet: Sheet, index: number, depth: number, width: number): Header {
  const lines = Array.from({ length: depth }, (_, d) => (sheet.rows[index + d] as readonly Cell[]).map(cellText));
  const names: string[] = [];
  const scores: NameScores[] = [];
  let upper = lines[0] as string[];
  for (let d = 1; d < depth; d++) {
    const lower = lines[d] as string[];
    const above = carried(upper, lower, width);
    if (d === depth - 1) {
      for (let c = 0; c < width; c++) {
        const [a, b] = [above[c] ?? '', lower[c] ?? ''];
        names.push(b === '' || a === b ? a : a === '' ? b : `${a} ${b}`);
        scores.push(scoreStacked(a, b));
      }
      return { index, depth, row: rowNumber(sheet, index), names, scores };
    }
    upper = Array.from({ length: width }, (_, c) => [above[c] ?? '', lower[c] ?? ''].filter(Boolean).join(' '));
  }
  for (let c = 0; c < width; c++) {
    names.push(upper[c] ?? '');
    scores.push(scoreName(upper[c] ?? ''));
  }
  return { index, depth, row: rowNumber(sheet, index), names, scores };
}

/** A name that spans columns holds its text in the first one and has a child under that; it is carried over the others. */
function carried(upper: readonly string[], lower: readonly string[], width: number): string[] {
  const result: string[] = [];
  let span = '';
  for (let c = 0; c < width; c++) {
    const own = upper[c] ?? '';
    if (own !== '') span = (lower[c] ?? '') !== '' ? own : '';
    else if ((lower[c] ?? '') === '') span = '';
    result.push(own !== '' ? own : span);
  }
  return result;
}

/** Sum over distinct fields of the best naming; nothing when the row is mostly other words. */
function rate(header: Header, kind: ListKind): number {
  const best = new Map<Field, number>();
  let named = 0;
  let filled = 0;
  for (let c = 0; c < header.names.length; c++) {
    if (header.names[c] === '') continue;
    filled++;
    const top = [...(header.scores[c] as NameScores)].filter(([f]) => (FIELDS[f].lists as readonly ListKind[]).includes(kind)).sort((a, b) => b[1] - a[1])[0];
    if (!top || top[1] < WORTH) continue;
    named++;
    if (top[1] > (best.get(top[0]) ?? 0)) best.set(top[0], top[1]);
  }
  if (best.size < 2 || named < filled * 0.4) return 0;
  let total = 0;
  for (const score of best.values()) total += score;
  return total * (0.6 + 0.4 * (named / filled));
}

/**
 * A short text that is equal for two files with the same columns in the same order, whatever their case, punctuation and
 * abbreviations: by it a saved mapping finds the next file. Without a header: the number of columns.
 */
export function headerSignature(header: Header | null, width: number): string {
  if (!header) return `-:${width}`;
  let last = header.names.length;
  while (last > 0 && header.names[last - 1] === '') last--;
  const text = header.names.slice(0, last).map((n) => headerWords(n).join(' ')).join('|');
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return `${last}:${(a >>> 0).toString(16).padStart(8, '0')}${(b >>> 0).toString(16).padStart(8, '0')}`;
}

/** Whether a row repeats the header (or one of its rows), as page breaks and blocks do. */
export function repeatsHeader(row: readonly Cell[], lines: readonly (readonly string[])[]): boolean {
  return lines.some((line) => {
    let wanted = 0;
    let same = 0;
    let extra = 0;
    for (let c = 0; c < Math.max(line.length, row.length); c++) {
      const mine = squash(cellText(row[c]));
      const theirs = line[c] ?? '';
      if (theirs !== '') {
        wanted++;
        if (mine === theirs) same++;
      } else if (mine !== '') extra++;
    }
    return wanted > 0 && same >= Math.max(1, wanted * 0.7) && extra <= 1 && (wanted > 1 || same === wanted);
  });
}

const squash = (text: string): string => text.toLowerCase().replace(/[^a-z0-9/#]+/g, '');
/** The header's own rows, squeezed for `repeatsHeader`. */
export const headerLines = (sheet: Sheet, header: Header): string[][] =>
  Array.from({ length: header.depth }, (_, d) => (sheet.rows[header.index + d] as readonly Cell[]).map((c) => squash(cellText(c))));
