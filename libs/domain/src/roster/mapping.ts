import { agreement, profileColumn, sampleRows, type ColumnProfile } from './columns.ts';
import { CONTENT, FOUND_BY_CONTENT, type ReasonCode } from './content-score.ts';
import { fieldsOf, REQUIRED, type ColumnMapping, type Field, type ListKind } from './fields.ts';
import { findHeader, headerAt, headerLines, headerSignature, rememberedHeader, repeatsHeader, type Header } from './header.ts';
import { settleShared } from './mapping-repairs.ts';
import { isNumbering } from './row-kind.ts';
import { cellText, columnCount, columnLetters, filledColumns, rowNumber, type Cell, type Sheet } from './sheet.ts';

/** What we propose for one column, with the reasons a user sees. */
export interface ColumnProposal {
  readonly column: number;
  readonly letters: string;
  readonly header: string;
  /** Several when cells hold more than one thing ("Nama / NIK"). */
  readonly fields: readonly Field[];
  /** 0..1 */
  readonly confidence: number;
  readonly reasons: readonly ReasonCode[];
  /** Up to three values as they stand, for the user to recognise the column by. */
  readonly examples: readonly string[];
}

export interface MappingProposal {
  readonly kind: ListKind;
  readonly header: Header | null;
  /** Index of the first row under the header. */
  readonly dataStart: number;
  /** Equal for the next file with the same columns. */
  readonly signature: string;
  readonly mapping: ColumnMapping;
  readonly columns: readonly ColumnProposal[];
  /** Required fields without a column: the file cannot be read until the user names one. */
  readonly missing: readonly Field[];
  readonly source: 'proposed' | 'saved';
}

export interface MappingOptions {
  readonly kind: ListKind;
  /** Whether a text is a village's name in the office's territory (tolerant). */
  readonly isVillage?: (text: string) => boolean;
  /** Mappings kept from earlier files, by signature. */
  readonly saved?: ReadonlyMap<string, ColumnMapping>;
  /** Where the header begins, as a person says by name of the sheet: a row number of the spreadsheet; null says there is none. */
  readonly headerRows?: ReadonlyMap<string, number | null>;
}

export interface Candidate { readonly field: Field; readonly column: number; readonly name: number; readonly content: number; readonly score: number }

/** Finds the header and proposes which column is what, by name and by content; the content may refuse a name. */
export function proposeMapping(sheet: Sheet, options: MappingOptions): MappingProposal {
  const header = headerOf(sheet, options);
  const dataStart = header ? header.index + header.depth : 0;
  const width = columnCount(sheet);
  const signature = headerSignature(header, width);
  const lines = header ? headerLines(sheet, header) : [];
  const rows = sampleRows(sheet, dataStart).filter((row) => speaks(row, width) && !repeatsHeader(row, lines));
  const profiles = Array.from({ length: width }, (_, c) => profileColumn(rows, c, options.isVillage));
  const candidates = score(header, profiles, options.kind);
  const saved = options.saved?.get(signature);
  const chosen = saved ? new Map<Field, Candidate>() : assign(candidates);
  if (!saved) settleNikAndKk(chosen, candidates, rows);
  const mapping: Partial<Record<Field, number | null>> = saved ? { ...saved } : settleShared(chosen, candidates, profiles, options.kind);
  return {
    kind: options.kind, header, dataStart, signature, mapping,
    columns: describe(header, profiles, mapping, chosen, sheet, dataStart, saved !== undefined),
    missing: REQUIRED[options.kind].filter((f) => typeof mapping[f] !== 'number'),
    source: saved ? 'saved' : 'proposed',
  };
}

/** The header: as told, else by its words, else as remembered from an earlier file. */
function headerOf(sheet: Sheet, { kind, saved, headerRows }: MappingOptions): Header | null {
  const told = headerRows?.get(sheet.name);
  if (told === null) return null;
  const index = told === undefined ? -1 : sheet.rows.findIndex((_, i) => rowNumber(sheet, i) === told);
  if (index >= 0) return headerAt(sheet, index, kind);
  const found = findHeader(sheet, kind);
  if (!saved || saved.size === 0 || saved.has(headerSignature(found, columnCount(sheet)))) return found;
  return rememberedHeader(sheet, saved) ?? found;
}

/** Rows that say what columns hold: not the lines between blocks, subtotals, or running numbers under a header. */
function speaks(row: readonly Cell[], width: number): boolean {
  const filled = filledColumns(row);
  return filled.length > (width >= 6 ? 2 : 0) && !isNumbering(filled.map((c) => cellText(row[c])));
}

/** The proposal with columns chosen by the user laid over it; a column given to one field is taken from its old one unless shared on purpose. */
export function overrideMapping(mapping: ColumnMapping, choices: ColumnMapping): ColumnMapping {
  const result: Partial<Record<Field, number | null>> = { ...mapping };
  const given = new Set(Object.values(choices).filter((c): c is number => typeof c === 'number'));
  for (const field of Object.keys(result) as Field[]) if (!(field in choices) && typeof result[field] === 'number' && given.has(result[field])) result[field] = null;
  return Object.assign(result, choices);
}

function score(header: Header | null, profiles: readonly ColumnProfile[], kind: ListKind): Candidate[] {
  const found: Candidate[] = [];
  for (const [column, profile] of profiles.entries()) {
    if (profile.filled === 0 && (header?.names[column] ?? '') === '') continue;
    for (const field of fieldsOf(kind)) {
      const name = header?.scores[column]?.get(field) ?? 0;
      const content = profile.filled === 0 ? 0 : CONTENT[field](profile);
      if (name > 0) {
        const total = name + 0.5 * content;
        if (total >= 0.42 && content > -0.75) found.push({ field, column, name, content, score: total });
      } else if (content >= 0.45 && FOUND_BY_CONTENT.has(field)) found.push({ field, column, name, content, score: 0.6 * content });
    }
  }
  return found.sort((a, b) => b.score - a.score || a.column - b.column);
}

function assign(candidates: readonly Candidate[]): Map<Field, Candidate> {
  const chosen = new Map<Field, Candidate>();
  const taken = new Set<number>();
  const markColumns = (['markMale', 'markFemale'] as const).map((f) => candidates.find((c) => c.field === f && c.name >= 0.9));
  const marks = markColumns.every(Boolean) && markColumns[0]?.column !== markColumns[1]?.column;
  if (marks) for (const c of markColumns as Candidate[]) {
    chosen.set(c.field, c);
    taken.add(c.column);
  }
  for (const c of candidates) {
    if (chosen.has(c.field) || taken.has(c.column) || ((c.field === 'markMale' || c.field === 'markFemale') && !marks)) continue;
    chosen.set(c.field, c);
    taken.add(c.column);
  }
  return chosen;
}

/** Of two 16-digit columns without telling names the one that agrees with sex, or holds women's days, is the NIK. */
function settleNikAndKk(chosen: Map<Field, Candidate>, candidates: readonly Candidate[], rows: readonly (readonly Cell[])[]): void {
  const [nik, kk] = [chosen.get('nik'), chosen.get('kk')];
  if (!nik || !kk || nik.name >= 0.6 || kk.name >= 0.6) return;
  const sex = chosen.get('sex')?.column ?? null;
  const [a, b] = [agreement(rows, nik.column, sex), agreement(rows, kk.column, sex)];
  const swap = Math.abs(a - b) > 0.15 ? b > a : candidates.some((c) => c.field === 'nik' && c.column === kk.column && c.content > nik.content + 0.1);
  if (!swap) return;
  chosen.set('nik', { ...nik, column: kk.column });
  chosen.set('kk', { ...kk, column: nik.column });
}

function describe(header: Header | null, profiles: readonly ColumnProfile[], mapping: ColumnMapping, chosen: ReadonlyMap<Field, Candidate>, sheet: Sheet, dataStart: number, saved: boolean): ColumnProposal[] {
  return profiles.map((_, column) => {
    const fields = (Object.keys(mapping) as Field[]).filter((f) => mapping[f] === column);
    const evidence = fields.map((f) => chosen.get(f)).filter((c) => c?.column === column);
    const best = evidence[0];
    const reasons: ReasonCode[] = saved ? ['SAVED'] : fields.length > 1 ? ['SHARED_CELL'] : [];
    if (!saved && best && best.name > 0) reasons.push('HEADER');
    if (!saved && best && best.content > 0.2) reasons.push(best.name > 0 ? 'CONTENT' : 'CONTENT_ONLY');
    const confidence = fields.length === 0 ? 0 : saved ? 1 : best ? Math.min(1, best.name > 0 ? 0.75 * best.name + 0.3 * Math.max(0, best.content) + (best.content === 0 ? 0.1 : 0) : 0.7 * best.content) : 0.5;
    return { column, letters: columnLetters(column), header: header?.names[column] ?? '', fields, confidence: Math.max(0, Math.round(confidence * 100) / 100), reasons, examples: examples(sheet, column, dataStart) };
  });
}

function examples(sheet: Sheet, column: number, from: number): string[] {
  const found: string[] = [];
  for (let i = from; i < sheet.rows.length && found.length < 3; i++) {
    const text = cellText(sheet.rows[i]?.[column]);
    if (text !== '' && !found.includes(text)) found.push(text);
  }
  return found;
}
