import { displayName, nameSimilarity } from '../kernel/person-name.ts';
import { normalisePlaceName } from '../kernel/region.ts';
import { OFFICER_ROLES, type GroupInput, type OfficerRole } from '../member/types.ts';
import type { Bundle } from './grouping.ts';
import type { RosterMember } from './row-reader.ts';
import type { GroupCells, WalkedMember } from './walk.ts';
import { groupCoreName } from './words.ts';

/** A group as the file gives it. */
export interface RosterGroup extends GroupInput {
  /** Row of its first member; findings about the group are shown there. */
  readonly row: number;
  readonly sheet: string;
  /** Without "KUBE" and in reading case: "Mugi Jaya". */
  readonly name: string | null;
  /** As it stands in the file. */
  readonly writtenName: string | null;
  readonly district: string | null;
  readonly regency: string | null;
  readonly bank: string | null;
  readonly accountHolder: string | null;
  readonly facilitator: string | null;
  readonly members: readonly RosterMember[];
  /** What its subtotal row claims; differs from `members.length` when a row was lost or doubled. */
  readonly claimedSize: number | null;
}

/** Place values a merged cell may hold for several groups below each other. */
export type CarriedPlace = Partial<Record<'village' | 'district' | 'regency', string>>;

/** Makes a group of its rows: values in the first row of a block, repeated, or on a label above; the village by majority. */
export function makeGroup(bundle: Bundle, sheetName: string, carried: CarriedPlace, claimed: number | null): RosterGroup {
  const first = bundle[0] as WalkedMember;
  const cell = (field: keyof GroupCells): string | null => bundle.find((w) => w.cells[field] !== '')?.cells[field] ?? null;
  const written = cell('name') ?? first.labels.group ?? null;
  const village = cell('village') ?? majority(bundle.map((w) => w.member.village)) ?? first.labels.village ?? carried.village ?? null;
  const district = majority(bundle.map((w) => w.cells.district || null)) ?? first.labels.district ?? carried.district ?? null;
  const regency = majority(bundle.map((w) => w.cells.regency || null)) ?? first.labels.regency ?? carried.regency ?? null;
  const officers = namedOfficers(bundle);
  const core = written === null ? null : groupCoreName(written);
  return {
    row: first.member.row, sheet: sheetName,
    name: core === null || core === '' ? null : displayName(core),
    writtenName: written,
    business: cell('business') ?? first.labels.business ?? null,
    account: cell('account') ?? first.labels.account ?? null,
    bank: cell('bank') ?? first.labels.bank ?? null,
    accountHolder: cell('accountHolder'),
    facilitator: cell('facilitator') ?? first.labels.facilitator ?? null,
    village, district, regency,
    members: bundle.map((w, i) => placeMember(w, village, district, officers.get(i))),
    claimedSize: claimed,
  };
}

/**
 * A village column that says the same for all rows is the group's; a member's own address then decides. A row that says another
 * village than its group speaks for itself, and a district column that differs is added to the address.
 */
function placeMember({ member, cells }: WalkedMember, village: string | null, district: string | null, extra: readonly OfficerRole[] | undefined): RosterMember {
  const key = normalisePlaceName(member.village ?? '');
  const own = key !== '' && key !== normalisePlaceName(village ?? '') ? member.village ?? null : null;
  const elsewhere = cells.district !== '' && district !== null && normalisePlaceName(cells.district) !== normalisePlaceName(district);
  const address = elsewhere ? [member.address, `Kec. ${cells.district}`].filter(Boolean).join(', ') : member.address ?? null;
  const roles = extra && extra.length > 0 ? [...new Set([...member.roles, ...extra])] : member.roles;
  if (own === (member.village ?? null) && address === (member.address ?? null) && roles === member.roles) return member;
  return { ...member, village: own, address, roles };
}

/** The most frequent value by its comparing key, as first written. */
function majority(values: readonly (string | null | undefined)[]): string | null {
  const counts = new Map<string, { text: string; n: number }>();
  for (const value of values) {
    if (!value) continue;
    const key = normalisePlaceName(value);
    const entry = counts.get(key);
    if (entry) entry.n++;
    else counts.set(key, { text: value, n: 1 });
  }
  let best: { text: string; n: number } | null = null;
  for (const entry of counts.values()) if (best === null || entry.n > best.n) best = entry;
  return best?.text ?? null;
}

/** Officers named beside the group, found among its members by name; index of the member to offices. */
function namedOfficers(bundle: Bundle): Map<number, OfficerRole[]> {
  const found = new Map<number, OfficerRole[]>();
  for (const role of OFFICER_ROLES) {
    const wanted = new Set(bundle.map((w) => w.officers[role]).filter((n): n is string => n !== undefined));
    for (const name of wanted) {
      if (bundle.some((w) => w.member.roles.includes(role))) continue;
      let best = -1;
      let score = 0.84;
      bundle.forEach((w, i) => {
        const s = w.member.name ? nameSimilarity(w.member.name, name) : 0;
        if (s > score) [best, score] = [i, s];
      });
      if (best >= 0) found.set(best, [...(found.get(best) ?? []), role]);
    }
  }
  return found;
}
