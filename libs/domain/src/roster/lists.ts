import { cleanNumber } from '../kernel/nik.ts';
import { parseDateText } from '../kernel/parse-date-text.ts';
import type { IsoDate } from '../kernel/plain-date.ts';
import { parseRegionCode, type RegionCode } from '../kernel/region.ts';
import { plainLetters } from '../kernel/text-similarity.ts';
import type { PriorAid, RegisterEntry } from '../member/types.ts';
import type { ColumnMapping, Field, ListKind } from './fields.ts';
import { headerLines, repeatsHeader } from './header.ts';
import { overrideMapping, proposeMapping, type MappingOptions, type MappingProposal } from './mapping.ts';
import type { KnownNumbers } from './row-reader.ts';
import type { Columns } from './row-kind.ts';
import { nameSimilarity } from '../kernel/person-name.ts';
import { cellText, rowNumber, type Cell, type Sheet } from './sheet.ts';
import { readStatus } from './words.ts';

export interface ListOptions extends Omit<MappingOptions, 'kind'> {
  readonly asOf: IsoDate;
  readonly choices?: ReadonlyMap<string, ColumnMapping>;
  /** The code of a village by its name, for lists that write names. */
  readonly villageOf?: (name: string, district: string | null) => RegionCode | null;
}

/** A row that was left out, or read with doubt. */
export interface ListProblem {
  readonly sheet: string;
  readonly row: number;
  readonly code: 'NIK_UNREADABLE' | 'STATUS_UNKNOWN' | 'YEAR_UNREADABLE' | 'DECILE_UNREADABLE';
  readonly value: string;
}

interface ListReading {
  readonly rows: number;
  readonly proposals: readonly MappingProposal[];
  /** At most a thousand, then only counted. */
  readonly problems: readonly ListProblem[];
  readonly problemCount: number;
}

export interface RegisterReading extends ListReading {
  readonly entries: ReadonlyMap<string, RegisterEntry>;
  readonly known: KnownNumbers;
}

export interface PriorAidReading extends ListReading {
  readonly byNik: ReadonlyMap<string, readonly PriorAid[]>;
  readonly byKk: ReadonlyMap<string, readonly PriorAid[]>;
}

const MAX_PROBLEMS = 1_000;
const HARSH: Readonly<Record<RegisterEntry['status'], number>> = { active: 0, inactive: 1, movedOut: 2, deceased: 3 };

/** Reads an extract of the social register. Of a NIK that comes twice the harsher status wins, since that is what must be looked at. */
export function readRegister(sheets: readonly Sheet[], options: ListOptions): RegisterReading {
  const entries = new Map<string, RegisterEntry>();
  const cards = new Set<string>();
  const reading = readList(sheets, 'register', options, (nik, get, problem) => {
    const status = readStatus(get('status'));
    if (status === 'other') problem('STATUS_UNKNOWN', get('status'));
    const decileText = get('decile');
    const decile = /^(?:desil\s*)?(\d{1,2})(?:[.,]0+)?$/i.exec(decileText)?.[1];
    if (decileText !== '' && decileText !== '-' && decile === undefined) problem('DECILE_UNREADABLE', decileText);
    const kk = cleanNumber(get('kk'));
    if (kk !== '') cards.add(kk);
    const entry: RegisterEntry = {
      name: get('name'), kk: kk || null, decile: decile === undefined ? null : Number(decile), status: status === 'other' ? 'active' : status,
      villageCode: villageCode(get('villageCode'), get('village'), get('district') || null, options),
    };
    const known = entries.get(nik);
    if (!known || HARSH[entry.status] > HARSH[known.status]) entries.set(nik, entry);
  });
  return { ...reading, entries, known: knownNumbers(entries, cards) };
}

/** What the register says of numbers, from its entries and the family cards in it. A part of the register will do when it holds what is asked. */
export function knownNumbers(entries: ReadonlyMap<string, RegisterEntry>, cards: ReadonlySet<string>): KnownNumbers {
  let byBirth: Map<string, string[]> | null = null;
  const fits = (entry: RegisterEntry, name: string | null): boolean => name === null || entry.name === '' || nameSimilarity(entry.name, name) >= 0.6;
  return {
    nik: (nik, name) => {
      const entry = entries.get(nik);
      return entry === undefined ? 'absent' : fits(entry, name) ? 'same' : 'other';
    },
    kk: (kk) => (cards.has(kk) ? 'same' : 'absent'),
    cut: (nik, name) => {
      const kept = nik.replace(/0{1,4}$/, '');
      if (name === null || !/^\d{16}$/.test(nik) || kept.length > 15 || kept.length < 12 || entries.has(nik)) return false;
      byBirth ??= indexByBirth(entries.keys());
      return (byBirth.get(nik.slice(0, 12)) ?? []).some((other) => other.startsWith(kept) && nameSimilarity(entries.get(other)?.name ?? '', name) >= 0.85);
    },
  };
}

/** NIK by their first twelve digits: place of registration and birth date. */
function indexByBirth(niks: Iterable<string>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const nik of niks) push(index, nik.slice(0, 12), nik);
  return index;
}

function villageCode(code: string, name: string, district: string | null, options: ListOptions): RegionCode | null {
  for (const text of [code, name]) {
    const parsed = /^\d/.test(text) ? parseRegionCode(text) : null;
    if (parsed?.ok) return parsed.value;
  }
  return name === '' ? null : options.villageOf?.(name, district) ?? null;
}

/** Reads a list of earlier aid. `programmes`: names the rule set counts; a longer title that holds one becomes it. A list without programmes is of KUBE. */
export function readPriorAid(sheets: readonly Sheet[], options: ListOptions & { readonly programmes?: readonly string[] }): PriorAidReading {
  const byNik = new Map<string, PriorAid[]>();
  const byKk = new Map<string, PriorAid[]>();
  const reading = readList(sheets, 'priorAid', options, (nik, get, problem) => {
    const yearText = get('year');
    const year = /\b(19|20)\d{2}\b/.exec(yearText)?.[0] ?? (yearText === '' ? null : dateYear(yearText, options.asOf));
    if (year === null) problem('YEAR_UNREADABLE', yearText);
    const aid: PriorAid = { year: year === null ? Number(options.asOf.slice(0, 4)) : Number(year), programme: countedProgramme(get('programme'), options.programmes ?? []), amount: readAmount(get('amount')) };
    push(byNik, nik, aid);
    const kk = cleanNumber(get('kk'));
    if (/^\d{16}$/.test(kk)) push(byKk, kk, aid);
  });
  return { ...reading, byNik, byKk };
}

function dateYear(text: string, asOf: IsoDate): string | null {
  const read = parseDateText(text, asOf);
  return read.ok ? read.value.date.slice(0, 4) : null;
}

/** The programme of the rule set that a title holds ("Bantuan KUBE FM 2018" holds KUBE), else the title itself; a blank title is of KUBE. */
export function countedProgramme(text: string, programmes: readonly string[]): string {
  if (text === '') return 'KUBE';
  const words = ` ${plainLetters(text).replace(/[^a-z0-9]+/g, ' ').trim().replace('kelompok usaha bersama', 'kube').replace('usaha ekonomi produktif', 'uep')} `;
  return programmes.find((p) => words.includes(` ${plainLetters(p).replace(/[^a-z0-9]+/g, ' ').trim()} `)) ?? text;
}

/** "2000000", "Rp 2.000.000,00", "2,000,000.00": whole rupiah, or null. */
export function readAmount(text: string): bigint | null {
  const bare = text.replace(/rp\.?|idr|\s|\u00a0/gi, '').replace(/,-$/, '');
  const whole = bare.replace(/[.,]\d{1,2}$/, '').replace(/[.,]/g, '');
  return /^\d{1,15}$/.test(whole) ? BigInt(whole) : null;
}

type Get = (field: Field) => string;
type Problem = (code: ListProblem['code'], value: string) => void;

function readList(sheets: readonly Sheet[], kind: ListKind, options: ListOptions, take: (nik: string, get: Get, problem: Problem) => void): ListReading {
  const problems: ListProblem[] = [];
  const proposals: MappingProposal[] = [];
  let [rows, problemCount] = [0, 0];
  for (const sheet of sheets) {
    const proposed = proposeMapping(sheet, { ...options, kind });
    const choice = options.choices?.get(sheet.name);
    const mapping = choice ? overrideMapping(proposed.mapping, choice) : proposed.mapping;
    const proposal = { ...proposed, mapping, missing: proposed.missing.filter((f) => typeof mapping[f] !== 'number') };
    proposals.push(proposal);
    if (proposal.missing.length > 0) continue;
    const columns = Object.fromEntries(Object.entries(mapping).filter(([, c]) => typeof c === 'number')) as Columns;
    const lines = proposal.header ? headerLines(sheet, proposal.header) : [];
    for (let i = proposal.dataStart; i < sheet.rows.length; i++) {
      const row = sheet.rows[i] as readonly Cell[];
      const text = cellText(row[columns.nik as number]);
      const nik = cleanNumber(text);
      if (nik === '') continue;
      if (!/^\d{16}$/.test(nik)) {
        if (/\d{6}/.test(nik) && !repeatsHeader(row, lines)) report(sheet, i, 'NIK_UNREADABLE', text);
        continue;
      }
      rows++;
      take(nik, (field) => (columns[field] === undefined ? '' : cellText(row[columns[field]])), (code, value) => report(sheet, i, code, value));
    }
  }
  return { rows, proposals, problems, problemCount };

  function report(sheet: Sheet, index: number, code: ListProblem['code'], value: string): void {
    problemCount++;
    if (problems.length < MAX_PROBLEMS) problems.push({ sheet: sheet.name, row: rowNumber(sheet, index), code, value });
  }
}

function push<V>(table: Map<string, V[]>, key: string, value: V): void {
  const list = table.get(key);
  if (list) list.push(value);
  else table.set(key, [value]);
}
