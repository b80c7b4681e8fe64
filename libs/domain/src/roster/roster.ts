import type { IsoDate } from '../kernel/plain-date.ts';
import type { FindingCode } from '../member/findings.ts';
import { makeGroup, type CarriedPlace, type RosterGroup } from './bundle.ts';
import type { ColumnMapping, Field } from './fields.ts';
import { divide, type Bundle } from './grouping.ts';
import { readLetterhead, type Labels } from './labels.ts';
import { overrideMapping, proposeMapping, type MappingOptions, type MappingProposal } from './mapping.ts';
import type { KnownNumbers } from './row-reader.ts';
import { columnCount, type Sheet } from './sheet.ts';
import { walkSheet, type IgnoredRow, type WalkedMember } from './walk.ts';

export interface RosterOptions extends Omit<MappingOptions, 'kind'> {
  /** The day two-digit years are counted back from. */
  readonly asOf: IsoDate;
  /** Columns chosen by the user, by name of the sheet. */
  readonly choices?: ReadonlyMap<string, ColumnMapping>;
  /** What the register says of numbers, to tell numeric cells that kept their digits. */
  readonly known?: KnownNumbers | null;
  /** Biggest group of the rule set. */
  readonly sizeMax?: number;
}

export interface SheetReading {
  readonly name: string;
  readonly proposal: MappingProposal;
  /** Why nothing was read: no rows, or no columns for NIK and name. */
  readonly skipped: 'EMPTY' | 'NO_TABLE' | null;
  readonly members: number;
  readonly ignored: readonly IgnoredRow[];
}

export interface RosterReading {
  readonly groups: readonly RosterGroup[];
  readonly members: number;
  readonly sheets: readonly SheetReading[];
  /** Names of areas in the letterheads. */
  readonly letterhead: Labels;
  /** Fields no sheet has a column or label for. */
  readonly absent: readonly Field[];
}

const GENERIC_SHEET = /^(?:sheet|lembar|lembar kerja|worksheet|hoja|data|daftar|kube|roster|anggota|csv)\s*\d*$|\b(?:daftar|rekap|lampiran|data)\b/i;

/** What the columns of each sheet are; the first step, shown to the user before `readRoster`. */
export function proposeRoster(sheets: readonly Sheet[], options: Omit<MappingOptions, 'kind'>): MappingProposal[] {
  const proposals: MappingProposal[] = [];
  for (const sheet of sheets) {
    let proposal = proposeMapping(sheet, { ...options, kind: 'roster' });
    const before = proposals.find((p) => p.header !== null && p.missing.length === 0);
    if (proposal.header === null && before && columnCount(sheet) > 0 && Math.max(...usedColumns(before.mapping)) < columnCount(sheet)) proposal = { ...proposal, mapping: before.mapping, missing: [] };
    proposals.push(proposal);
  }
  return proposals;
}
const usedColumns = (mapping: ColumnMapping): number[] => Object.values(mapping).filter((c): c is number => typeof c === 'number');

/** Reads groups and members out of all sheets of a file. Nothing is judged here; `checkRoster` takes the groups as they are. */
export function readRoster(sheets: readonly Sheet[], options: RosterOptions): RosterReading {
  const groups: RosterGroup[] = [];
  const readings: SheetReading[] = [];
  const letterhead: Labels = {};
  const present = new Set<Field>();
  const proposals = proposeRoster(sheets, options);
  sheets.forEach((sheet, s) => {
    const proposed = proposals[s] as MappingProposal;
    const choice = options.choices?.get(sheet.name);
    const mapping = choice ? overrideMapping(proposed.mapping, choice) : proposed.mapping;
    const proposal: MappingProposal = { ...proposed, mapping, missing: proposed.missing.filter((f) => typeof mapping[f] !== 'number') };
    const head = readLetterhead(sheet.rows.slice(0, Math.min(proposal.header?.index ?? 0, 40)));
    for (const [k, v] of Object.entries(head) as [keyof Labels, string][]) letterhead[k] ??= v;
    if (sheet.rows.length === 0 || proposal.missing.length > 0) {
      readings.push({ name: sheet.name, proposal, skipped: sheet.rows.length === 0 ? 'EMPTY' : 'NO_TABLE', members: 0, ignored: [] });
      return;
    }
    for (const field of Object.keys(mapping) as Field[]) if (typeof mapping[field] === 'number') present.add(field);
    const walked = walkSheet(sheet, proposal, options.asOf, options.known ?? null, ownLabels(head, sheet.name, sheets.length, options.isVillage));
    const bundles = divide(walked.members, options.sizeMax ?? 20);
    groups.push(...makeGroups(bundles, sheet.name, walked.claims));
    for (const w of walked.members) for (const [label, field] of LABELLED) if (w.labels[label]) present.add(field);
    readings.push({ name: sheet.name, proposal, skipped: null, members: walked.members.length, ignored: walked.ignored });
  });
  return { groups, members: groups.reduce((n, g) => n + g.members.length, 0), sheets: readings, letterhead, absent: absentFields(present) };
}

const LABELLED: readonly (readonly [keyof Labels, Field])[] = [['account', 'account'], ['business', 'business'], ['group', 'groupName']];

/** In a file of several sheets, a sheet's name may say the village or the group. */
function ownLabels(head: Labels, sheetName: string, sheetCount: number, isVillage: RosterOptions['isVillage']): Labels {
  const labels = { ...head };
  delete labels.date;
  const name = sheetName.trim();
  if (sheetCount === 1 || GENERIC_SHEET.test(name) || !/[a-z]{3}/i.test(name)) return labels;
  if (isVillage?.(name) || /^(?:desa|ds|kel|kelurahan)\b/i.test(name)) labels.village ??= name;
  else labels.group ??= name.replace(/^\d{1,3}\s*[._)-]?\s*(?=[a-z])/i, '');
  return labels;
}

function makeGroups(bundles: readonly Bundle[], sheetName: string, claims: ReadonlyMap<number, { readonly size: number }>): RosterGroup[] {
  const carried: CarriedPlace = {};
  const perSection = new Map<number, number>();
  for (const b of bundles) perSection.set((b.at(-1) as WalkedMember).section, (perSection.get((b.at(-1) as WalkedMember).section) ?? 0) + 1);
  return bundles.map((bundle) => {
    const section = (bundle.at(-1) as WalkedMember).section;
    const claimed = perSection.get(section) === 1 ? claims.get(section)?.size ?? null : null;
    const group = makeGroup(bundle, sheetName, carried, claimed);
    for (const key of ['village', 'district', 'regency'] as const) if (group[key]) carried[key] = group[key] as string;
    return group;
  });
}

/** A field counts as given when any of these columns is there. */
const GIVEN_BY: Readonly<Partial<Record<Field, readonly Field[]>>> = { sex: ['sex', 'markMale'], role: ['role', 'markChair', 'markSecretary', 'markTreasurer'], birthDate: ['birthDate'], village: ['village', 'groupVillage', 'address', 'villageCode'] };
const JUDGED: readonly Field[] = ['groupName', 'business', 'account', 'kk', 'sex', 'birthDate', 'village', 'role', 'occupation'];
const absentFields = (present: ReadonlySet<Field>): Field[] => JUDGED.filter((f) => !(GIVEN_BY[f] ?? [f]).some((g) => present.has(g)));

/**
 * Codes that would only say, on every row, that the file has no such column. They are left out of the list of findings and said
 * once instead; the check at submission asks for the value again.
 */
export function codesOfAbsent(reading: Pick<RosterReading, 'absent' | 'groups'>): ReadonlySet<FindingCode> {
  const codes = new Set<FindingCode>();
  const silence: Readonly<Partial<Record<Field, readonly FindingCode[]>>> = {
    groupName: ['GROUP_NAME_MISSING'], business: ['BUSINESS_MISSING'], account: ['ACCOUNT_MISSING'], kk: ['KK_MISSING'], birthDate: ['BIRTHDATE_MISSING'],
  };
  for (const field of reading.absent) for (const code of silence[field] ?? []) codes.add(code);
  const held = new Set(reading.groups.flatMap((g) => g.members.flatMap((m) => m.roles)));
  if (held.size === 0 && reading.absent.includes('role')) codes.add('CHAIR_MISSING');
  // Lists that mark only the chair are common: an office nobody holds in the whole file is the file's gap and not each group's.
  const silent = held.size === 0 ? reading.absent.includes('role') : reading.groups.length > 1;
  if (silent && !held.has('secretary')) codes.add('SECRETARY_MISSING');
  if (silent && !held.has('treasurer')) codes.add('TREASURER_MISSING');
  return codes;
}
