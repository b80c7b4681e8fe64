import { accountKey } from '../kernel/nik.ts';
import { normalisePlaceName } from '../kernel/region.ts';
import { OFFICER_ROLES } from '../member/types.ts';
import type { WalkedMember } from './walk.ts';
import { groupNameKey } from './words.ts';

/** Rows of one group in the order of the sheet. */
export type Bundle = WalkedMember[];

const REPEATED_FILL = 0.85;
const SOLID = 3;

/**
 * Divides the members of one sheet into groups. Four ways, by what the sheet gives: a name in every row; a name in the first row
 * of a block (merged cells); separators between blocks; nothing, then one group a sheet. `sizeMax` helps to tell one
 * group of two villages from two groups of one name.
 */
export function divide(members: readonly WalkedMember[], sizeMax: number): Bundle[] {
  if (members.length === 0) return [];
  const named = members.filter((m) => groupNameKey(m.cells.name) !== '').length;
  if (named === 0) return bySeparator(members);
  return named / members.length >= REPEATED_FILL && repeats(members) ? byName(members, sizeMax) : byBlock(members);
}

/** Names in every row are one group's when they come again; in a sheet of one-row groups they do not. */
function repeats(members: readonly WalkedMember[]): boolean {
  const keys = members.map((m) => groupNameKey(m.cells.name)).filter(Boolean);
  return new Set(keys).size < keys.length;
}

function bySeparator(members: readonly WalkedMember[]): Bundle[] {
  const bundles: Bundle[] = [];
  let last: WalkedMember | undefined;
  const unnamed = members.every((m) => m.labels.group === undefined);
  for (const m of members) {
    const restarts = unnamed && last !== undefined && last.section !== m.section && (Number.parseInt(m.cells.sequence, 10) === 1 || m.cells.sequence === '');
    const continued = last?.block !== m.block && last !== undefined && groupNameKey(last.labels.group ?? '') === groupNameKey(m.labels.group ?? '') && last.section === m.section && sameText(last.labels.village, m.labels.village) && sameText(last.labels.account, m.labels.account) && Number.parseInt(m.cells.sequence, 10) !== 1;
    if (last === undefined || restarts || (last.block !== m.block && !continued)) bundles.push([]);
    (bundles.at(-1) as Bundle).push(m);
    last = m;
  }
  return bundles;
}

const sameText = (a: string | undefined, b: string | undefined): boolean => normalisePlaceName(a ?? '') === normalisePlaceName(b ?? '');

/** A filled name begins a group, unless it repeats the running one over a page break. */
function byBlock(members: readonly WalkedMember[]): Bundle[] {
  const bundles: Bundle[] = [];
  for (const m of members) {
    const current = bundles.at(-1);
    if (current === undefined || (m.cells.name !== '' && !goesOn(current, m)) || (m.cells.name === '' && current.at(-1)?.block !== m.block && m.labels.group !== undefined)) bundles.push([m]);
    else current.push(m);
  }
  return bundles;
}

function goesOn(current: Bundle, m: WalkedMember): boolean {
  const first = current[0] as WalkedMember;
  if (groupNameKey(first.cells.name) !== groupNameKey(m.cells.name) || current.at(-1)?.section !== m.section) return false;
  const village = (w: WalkedMember): string => w.cells.village || w.member.village || '';
  const agree = (a: string, b: string): boolean => a === '' || b === '' || a === b;
  return agree(normalisePlaceName(village(first)), normalisePlaceName(village(m))) && agree(accountKey(first.cells.account) ?? '', accountKey(m.cells.account) ?? '');
}

/** Every row names its group. Rows of one name are one group unless accounts, the group's village or doubled officers say two. */
function byName(members: readonly WalkedMember[], sizeMax: number): Bundle[] {
  const buckets = new Map<string, Bundle>();
  let key = '';
  for (const m of members) {
    const own = groupNameKey(m.cells.name);
    if (own !== '') key = own;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(m);
    else buckets.set(key, [m]);
  }
  const bundles = [...buckets.values()].flatMap((bucket) => split(bucket, sizeMax));
  return bundles.sort((a, b) => (a[0] as WalkedMember).member.row - (b[0] as WalkedMember).member.row);
}

function split(bucket: Bundle, sizeMax: number): Bundle[] {
  const accounts = clusters(bucket, (m) => accountKey(m.cells.account) ?? '');
  if (accounts.length > 1) return accounts;
  const own = clusters(bucket, (m) => normalisePlaceName(m.cells.village));
  if (own.length > 1) return own;
  const numbers = clusters(bucket, (m) => (sequenceIsGroups(bucket) ? m.cells.sequence : ''));
  if (numbers.length > 1) return numbers;
  const villages = clusters(bucket, (m) => normalisePlaceName(m.member.village ?? m.labels.village ?? ''));
  if (villages.length <= 1) return [bucket];
  const account = bucket.every((m) => accountKey(m.cells.account) !== null);
  const doubled = OFFICER_ROLES.some((role) => bucket.filter((m) => m.member.roles.includes(role)).length > 1);
  const hasRoles = bucket.some((m) => m.member.roles.length > 0);
  return account || (hasRoles && !doubled && bucket.length <= sizeMax) ? [bucket] : villages;
}

/** A running number that stays the same over several rows counts groups, not members. */
function sequenceIsGroups(bucket: Bundle): boolean {
  let same = 0;
  for (let i = 1; i < bucket.length; i++) if (bucket[i]?.cells.sequence !== '' && bucket[i]?.cells.sequence === bucket[i - 1]?.cells.sequence) same++;
  return bucket.length > 2 && same > bucket.length * 0.6;
}

/** Splits by a value that several rows share; rows with a rare or blank value go with the row before them (a typo is no group). */
function clusters(bucket: Bundle, valueOf: (m: WalkedMember) => string): Bundle[] {
  const counts = new Map<string, number>();
  for (const m of bucket) {
    const value = valueOf(m);
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const solid = new Set([...counts].filter(([, n]) => n >= SOLID || n >= bucket.length * 0.4).map(([v]) => v));
  if (solid.size <= 1) return [bucket];
  const result = new Map<string, Bundle>();
  let running = bucket.map(valueOf).find((v) => solid.has(v)) as string;
  for (const m of bucket) {
    const value = valueOf(m);
    if (solid.has(value)) running = value;
    const list = result.get(running);
    if (list) list.push(m);
    else result.set(running, [m]);
  }
  return [...result.values()];
}
