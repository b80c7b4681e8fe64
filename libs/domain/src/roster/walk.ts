import type { IsoDate } from '../kernel/plain-date.ts';
import type { OfficerRole } from '../member/types.ts';
import type { Field } from './fields.ts';
import { headerLines } from './header.ts';
import { readLabels, rowText, type Labels } from './labels.ts';
import type { MappingProposal } from './mapping.ts';
import { numberTrust } from './number-trust.ts';
import { claimedSize, evidence, kindOf, numberish, type Columns, type RowKind } from './row-kind.ts';
import { officerNames, readMemberRow, type KnownNumbers, type RosterMember } from './row-reader.ts';
import { cellText, filledColumns, rowNumber, type Cell, type Sheet } from './sheet.ts';
import { groupCoreName } from './words.ts';

/** Group cells of a member's row as they stand; '' when blank or not mapped. */
export interface GroupCells {
  readonly name: string;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly business: string;
  readonly account: string;
  readonly bank: string;
  readonly accountHolder: string;
  readonly facilitator: string;
  readonly sequence: string;
}

export interface WalkedMember {
  readonly member: RosterMember;
  readonly cells: GroupCells;
  readonly officers: Partial<Record<OfficerRole, string>>;
  /** Labels that stood above this row and hold for it. */
  readonly labels: Labels;
  /** Counts separators that began a group, so that two blocks of one name stay apart. */
  readonly block: number;
  /** Counts subtotal rows passed. */
  readonly section: number;
}

export interface IgnoredRow {
  readonly row: number;
  readonly kind: Exclude<RowKind, 'member' | 'blank'>;
  readonly text: string;
}

export interface WalkedSheet {
  readonly members: readonly WalkedMember[];
  readonly ignored: readonly IgnoredRow[];
  /** What subtotal rows claim, by the section they close. */
  readonly claims: ReadonlyMap<number, { readonly row: number; readonly size: number }>;
}

const KEPT_TEXT = 80;
const NO_OFFICERS: WalkedMember['officers'] = {};

/** Reads the rows of one sheet in order: who is a member, what is a separator, what is left out and why. */
export function walkSheet(sheet: Sheet, proposal: MappingProposal, asOf: IsoDate, known: KnownNumbers | null, letterhead: Labels): WalkedSheet {
  const columns = Object.fromEntries(Object.entries(proposal.mapping).filter(([, c]) => typeof c === 'number')) as Columns;
  const lines = proposal.header ? headerLines(sheet, proposal.header) : [];
  const column = (field: Field): Iterable<Cell> => cellsOf(sheet, proposal.dataStart, columns[field]);
  const tools = { columns, known, nikTrust: numberTrust(column('nik'), true), kkTrust: numberTrust(column('kk'), false) };
  const members: WalkedMember[] = [];
  const ignored: IgnoredRow[] = [];
  const claims = new Map<number, { row: number; size: number }>();
  const hasMarks = columns.markChair !== undefined || columns.markSecretary !== undefined || columns.markTreasurer !== undefined;
  const lastNumbered = lastRowWithNumber(sheet, columns);
  let labels: Labels = { ...letterhead };
  let block = 0;
  let section = 0;
  const freshLabels = new Set<keyof Labels>();

  for (let i = proposal.dataStart; i < sheet.rows.length; i++) {
    const row = sheet.rows[i] as readonly Cell[];
    let kind = kindOf(row, columns, lines, asOf);
    if (kind === 'blank') continue;
    if (kind === 'perhaps') kind = settle(sheet, i, columns, lines, asOf);
    if (kind === 'member' && i > lastNumbered && evidence(row, columns, asOf) < 2) kind = 'footer';
    if (kind === 'label' && i > lastNumbered) kind = 'footer';
    const number = rowNumber(sheet, i);
    if (kind === 'member') {
      freshLabels.clear();
      members.push({ member: readMemberRow(row, number, tools), cells: groupCells(row, columns), officers: hasMarks ? officerNames(row, columns) : NO_OFFICERS, labels, block, section });
      continue;
    }
    const text = rowText(row);
    if (kind === 'label') {
      const read = separatorOf(row, text, columns);
      if (read.group !== undefined) block++;
      if (Object.keys(read).length > 0) labels = relabel(labels, read, freshLabels);
    }
    if (kind === 'subtotal') {
      const size = claimedSize(text);
      if (size !== null && !claims.has(section)) claims.set(section, { row: number, size });
      section++;
    }
    ignored.push({ row: number, kind: kind as IgnoredRow['kind'], text: text.slice(0, KEPT_TEXT) });
  }
  return { members, ignored, claims };
}

/** A row with a name alone is a member when the next row with something in it goes on with the same group. */
function settle(sheet: Sheet, index: number, columns: Columns, lines: readonly (readonly string[])[], asOf: IsoDate): RowKind {
  const row = sheet.rows[index] as readonly Cell[];
  const own = readLabels(rowText(row));
  if (own.group || own.village || own.district) return 'label';
  if (filledColumns(row).length === 1 && columns.groupName === undefined) return 'label';
  for (let i = index + 1; i < Math.min(sheet.rows.length, index + 4); i++) {
    const kind = kindOf(sheet.rows[i] as readonly Cell[], columns, lines, asOf);
    if (kind === 'blank' || kind === 'perhaps') continue;
    const startsGroup = columns.groupName !== undefined && cellText(sheet.rows[i]?.[columns.groupName]) !== '';
    return kind === 'member' && !startsGroup ? 'member' : kind === 'subtotal' ? 'member' : 'label';
  }
  return 'footer';
}

/**
 * Labels after one more line. A new group forgets what the last group's lines said of it, a new district forgets the old village; but
 * not what stood in the lines directly above, as heads of blocks name them in any order.
 */
function relabel(labels: Labels, read: Labels, fresh: Set<keyof Labels>): Labels {
  const next: Labels = { ...labels };
  const forget = (...names: (keyof Labels)[]): void => {
    for (const name of names) if (!fresh.has(name)) delete next[name];
  };
  if (read.group !== undefined && !fresh.has('group')) forget('business', 'account', 'bank', 'facilitator');
  if (read.district !== undefined && read.district !== labels.district) forget('village');
  for (const name of Object.keys(read) as (keyof Labels)[]) fresh.add(name);
  return Object.assign(next, read);
}

/** A separator: labels in the row, or the only text of a row when no column names the group. */
function separatorOf(row: readonly Cell[], text: string, columns: Columns): Labels {
  const read = readLabels(text);
  if (Object.keys(read).length > 0) return read;
  const filled = filledColumns(row);
  const only = filled.length === 1 ? cellText(row[filled[0] as number]) : '';
  if (columns.groupName === undefined && /[a-z]{3}/i.test(only) && only.length <= 50 && !/\d{4}/.test(only) && !/[,:]/.test(only)) return { group: groupCoreName(only) };
  return {};
}

function lastRowWithNumber(sheet: Sheet, columns: Columns): number {
  for (let i = sheet.rows.length - 1; i >= 0; i--) {
    const row = sheet.rows[i] as readonly Cell[];
    if (columns.nik !== undefined && numberish(cellText(row[columns.nik]))) return i;
    if (columns.kk !== undefined && numberish(cellText(row[columns.kk]))) return i;
  }
  return sheet.rows.length;
}

function* cellsOf(sheet: Sheet, from: number, column: number | undefined): Iterable<Cell> {
  if (column === undefined) return;
  for (let i = from; i < sheet.rows.length; i++) yield (sheet.rows[i] as readonly Cell[])[column] ?? null;
}

function groupCells(row: readonly Cell[], columns: Columns): GroupCells {
  const at = (field: Field): string => {
    const column = columns[field];
    return column === undefined ? '' : cellText(row[column]);
  };
  const cells: GroupCells = {
    name: at('groupName'), village: at('groupVillage'), district: at('district'), regency: at('regency'), business: at('business'), account: at('account'),
    bank: at('bank'), accountHolder: at('accountHolder'), facilitator: at('facilitator'), sequence: at('sequence'),
  };
  return Object.values(cells).every((v) => v === '') ? NO_CELLS : cells;
}

/** Shared by all rows under a merged group cell. */
const NO_CELLS: GroupCells = { name: '', village: '', district: '', regency: '', business: '', account: '', bank: '', accountHolder: '', facilitator: '', sequence: '' };
