import { nameSimilarity } from '../kernel/person-name.ts';
import { cleanNumber } from '../kernel/nik.ts';
import { readMarried } from '../member/reading.ts';
import type { MemberInput, OfficerRole } from '../member/types.ts';
import { sixteenDigitRuns } from './cell-kind.ts';
import type { Field } from './fields.ts';
import type { Known, NumberTrust } from './number-trust.ts';
import type { Columns } from './row-kind.ts';
import { cellText, type Cell } from './sheet.ts';
import { isMark, rolesInCell, sexInCell } from './words.ts';

/** One member as the sheet gives it: what the check wants, what only the record keeps, and where the cells stand. */
export interface RosterMember extends MemberInput {
  readonly row: number;
  readonly roleText: string | null;
  readonly sexText: string | null;
  readonly birthPlace: string | null;
  readonly maritalText: string | null;
  readonly hamlet: string | null;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly districtText: string | null;
  readonly decile: number | null;
  readonly note: string | null;
}

/** What the register says about a number. */
export interface KnownNumbers {
  nik(nik: string, name: string | null): Known;
  kk(kk: string): Known;
  /** This NIK is not there, but someone of this name has one that differs only where this one ends in zeros. */
  cut(nik: string, name: string | null): boolean;
}

export interface RowTools {
  readonly columns: Columns;
  readonly nikTrust: NumberTrust;
  readonly kkTrust: NumberTrust;
  readonly known: KnownNumbers | null;
}

const NAME_ROLE = /\s*[(\[-]\s*(ketua|sekretaris|sekertaris|bendahara|anggota)(?:\s+(?:kelompok|kube))?\s*[)\]]?\s*$/i;
const NAME_NUMBER = /^\s*\d{1,3}\s*[.)]\s*/;

export function readMemberRow(row: readonly Cell[], number: number, tools: RowTools): RosterMember {
  const { columns } = tools;
  const at = (field: Field): string | null => {
    const column = columns[field];
    if (column === undefined) return null;
    const value = cellText(row[column]);
    return value === '' ? null : value;
  };
  const shared = columns.name !== undefined && columns.name === columns.nik;
  const nameCell = at('name');
  const bare = nameCell === null ? null : shared ? withoutNumbers(nameCell) : nameCell.replace(NAME_NUMBER, '');
  const tail = bare === null ? null : NAME_ROLE.exec(bare);
  const name = bare === null ? null : (tail ? bare.slice(0, tail.index).trim() : bare) || null;
  const [nik, kk] = numbers(row, columns, shared);
  const roleText = at('role') ?? tail?.[1] ?? null;
  const known = tools.known;
  const district = at('district');
  return {
    row: number, name,
    nik: nik.text,
    nikFromNumber: nik.text !== null && tools.nikTrust.suspect(nik.cell, known ? known.nik(cleanNumber(nik.text), name) : null, () => known?.cut(cleanNumber(nik.text as string), name) ?? false),
    kk: kk.text,
    kkFromNumber: kk.text !== null && tools.kkTrust.suspect(kk.cell, known ? known.kk(cleanNumber(kk.text)) : null, () => false),
    birthDate: columns.birthDate === undefined ? null : birthCell(row[columns.birthDate] ?? null),
    birthPlace: at('birthPlace'),
    sex: readSexOf(row, columns),
    sexText: at('sex'),
    address: at('address'), hamlet: at('hamlet'), rt: at('rt'), rw: at('rw'), village: at('village'), districtText: district,
    occupation: at('occupation'),
    roles: rolesOf(row, columns, roleText, name),
    roleText,
    married: readMarried(at('marital')),
    maritalText: at('marital'),
    phone: at('phone'),
    decile: /^(?:desil\s*)?(\d{1,2})$/i.exec(at('decile') ?? '')?.[1] ? Number(/\d{1,2}/.exec(at('decile') ?? '')?.[0]) : null,
    note: at('note'),
  };
}

/** Cells with only a dash or "tidak ada" say nothing. */
const birthCell = (cell: Cell): string | number | Date | null => (typeof cell === 'boolean' || (typeof cell === 'string' && !/[\da-z]/i.test(cell)) ? null : cell);

interface NumberCell { readonly text: string | null; readonly cell: Cell }
const NONE: NumberCell = { text: null, cell: null };

function numbers(row: readonly Cell[], columns: Columns, shared: boolean): [NumberCell, NumberCell] {
  const nikText = columns.nik === undefined ? '' : cellText(row[columns.nik]);
  const together = columns.nik !== undefined && columns.nik === columns.kk;
  const runs = shared || together ? sixteenDigitRuns(nikText) : [];
  const loose = runs.length > 0 ? runs : (nikText.match(/\d[\d .]{5,}\d/g) ?? []).map((r) => r.replace(/\D/g, ''));
  const nik: NumberCell = shared || together ? { text: loose[0] ?? null, cell: loose[0] ?? null } : columns.nik === undefined ? NONE : { text: nikText || null, cell: row[columns.nik] ?? null };
  if (together) return [nik, { text: loose[1] ?? null, cell: loose[1] ?? null }];
  const kkText = columns.kk === undefined ? '' : cellText(row[columns.kk]);
  return [nik, columns.kk === undefined ? NONE : { text: kkText || null, cell: row[columns.kk] ?? null }];
}

const withoutNumbers = (text: string): string | null =>
  text.replace(/\b(?:nik|no\.?\s*ktp|kk|no\.?\s*kk)\b\.?\s*:?/gi, ' ').replace(/\d[\d .]{4,}\d/g, ' ').replace(NAME_NUMBER, '').replace(/[\s/|,;:()-]+$|^[\s/|,;:()-]+/g, '').replace(/\s+/g, ' ').trim() || null;

function readSexOf(row: readonly Cell[], columns: Columns): 'L' | 'P' | null {
  if (columns.sex !== undefined) return sexInCell(cellText(row[columns.sex]));
  const [male, female] = [columns.markMale, columns.markFemale].map((c) => c !== undefined && /[^\s\-–0]/.test(cellText(row[c])));
  return male === female ? null : male ? 'L' : 'P';
}

const MARK_FIELDS = { markChair: 'chair', markSecretary: 'secretary', markTreasurer: 'treasurer' } as const;

function rolesOf(row: readonly Cell[], columns: Columns, roleText: string | null, name: string | null): OfficerRole[] {
  const roles = new Set<OfficerRole>(roleText ? rolesInCell(roleText) ?? [] : []);
  for (const [field, role] of Object.entries(MARK_FIELDS) as [keyof typeof MARK_FIELDS, OfficerRole][]) {
    const column = columns[field];
    const value = column === undefined ? '' : cellText(row[column]);
    if (value === '') continue;
    const named = rolesInCell(value);
    if (isMark(value)) roles.add(role);
    else if (named && value.length > 1) for (const r of named) roles.add(r);
    else if (name && nameSimilarity(value, name) > 0.9) roles.add(role);
  }
  return [...roles];
}

/** Names in the mark columns that belong to the group ("Nama Ketua" beside each group), to be found among its members. */
export function officerNames(row: readonly Cell[], columns: Columns): Partial<Record<OfficerRole, string>> {
  const found: Partial<Record<OfficerRole, string>> = {};
  for (const [field, role] of Object.entries(MARK_FIELDS) as [keyof typeof MARK_FIELDS, OfficerRole][]) {
    const column = columns[field];
    const value = column === undefined ? '' : cellText(row[column]);
    if (value.length > 2 && !isMark(value) && rolesInCell(value) === null && /[a-z]{3}/i.test(value)) found[role] = value;
  }
  return found;
}
