import { accountKey, ancestorAt, type Bilingual, type RegionCode } from '../kernel/index.ts';
import { checkFacts, contradictions, readMember, villageUnknown, type GroupPlace, type MemberFacts } from './check-member.ts';
import { compareFindings, makeFinding, type FindingCode } from './findings.ts';
import { commonDistrict, residenceOf, type Residence } from './residence.ts';
import { OFFICER_ROLES, type CheckContext, type FindingParams, type GroupInput, type LocatedFinding, type OfficerRole } from './types.ts';

interface ReadGroup {
  readonly input: GroupInput;
  readonly residence: Residence;
  readonly place: GroupPlace;
  readonly members: readonly MemberFacts[];
}
interface Place {
  readonly group: number;
  readonly member: number;
}

/**
 * Judges a whole roster in one pass over its rows: every member, every group, and doubles across all of them.
 * Time grows with the number of rows. The findings come sorted by group, row and `FINDING_ORDER`.
 *
 * Doubles: both rows of a copied NIK carry NIK_DUPLICATE. Their common family card is no second fault; KK_DUPLICATE
 * appears when rows with *different* NIK share a card, and then on all of them.
 */
export function checkRoster(groups: readonly GroupInput[], context: CheckContext): LocatedFinding[] {
  const read = groups.map((g) => readGroup(g, context));
  const found: LocatedFinding[] = [];
  const add = (group: number, member: number | null, code: FindingCode, params: FindingParams = {}): void => {
    const f = makeFinding(code, context.rules, context.moment, params);
    if (f) found.push({ ...f, group, member, row: rowOf(groups[group] as GroupInput, member) });
  };

  const byNik = new Map<string, Place[]>();
  const byKk = new Map<string, Place[]>();
  const byAccount = new Map<string, number[]>();
  read.forEach((g, group) => {
    g.members.forEach((m, member) => {
      if (m.nik.ok) push(byNik, m.nik.value.value, { group, member });
      if (m.kk.ok) push(byKk, m.kk.value, { group, member });
    });
    const account = accountKey(g.input.account);
    if (account) push(byAccount, account, group);
  });

  const factsAt = (p: Place): MemberFacts => (read[p.group] as ReadGroup).members[p.member] as MemberFacts;
  for (const places of byNik.values()) {
    if (places.length < 2) continue;
    const clashes = places.map((p) => Object.values(contradictions(factsAt(p), context)).some(Boolean));
    const oneFits = clashes.includes(false);
    places.forEach((p, i) => add(p.group, p.member, 'NIK_DUPLICATE', { others: othersOf(places, p, groups), hint: oneFits && clashes[i] ? LIKELY_WRONG : '' }));
  }
  for (const places of byKk.values()) {
    if (places.length < 2) continue;
    const persons = new Set(places.map((p) => personKey(factsAt(p), p)));
    if (persons.size > 1) for (const p of places) add(p.group, p.member, 'KK_DUPLICATE', { others: othersOf(places, p, groups) });
  }
  for (const [account, holders] of byAccount) {
    const taken = context.accountTaken?.(account) ?? false;
    if (holders.length > 1 || taken) for (const group of holders) add(group, null, 'ACCOUNT_SHARED', { others: otherGroups(holders, group, groups) });
  }

  read.forEach((g, group) => {
    checkOneGroup(g, context, (code, params) => add(group, null, code, params));
    g.members.forEach((m, member) => {
      const shared = m.nik.ok && (byNik.get(m.nik.value.value) as Place[]).length > 1;
      for (const f of checkFacts(m, context, g.place, shared)) found.push({ ...f, group, member, row: rowOf(g.input, member) });
    });
  });
  return found.sort(compareFindings);
}

/** `checkRoster` for one group. */
export const checkGroup = (group: GroupInput, context: CheckContext): LocatedFinding[] => checkRoster([group], context);

const LIKELY_WRONG: Bilingual = { id: 'Data di baris ini tidak cocok dengan NIK itu, jadi kemungkinan di sinilah salahnya. ', en: 'This row does not fit that NIK, so the mistake is probably here. ' };
const OUTSIDE: Bilingual = { id: 'kelompok di luar daftar ini', en: 'a group outside this list' };

function readGroup(input: GroupInput, context: CheckContext): ReadGroup {
  const residence = residenceOf(input, null, context);
  const village = residence.kind === 'known' ? residence.code : null;
  const members = input.members.map((m) => readMember(m, context, village));
  const district: RegionCode | null = (village && ancestorAt(village, 'district')) ?? commonDistrict(members.map((m) => m.residence));
  return { input, residence, place: { village, district }, members };
}

function checkOneGroup(g: ReadGroup, context: CheckContext, add: (code: FindingCode, params?: FindingParams) => void): void {
  const { rules, moment } = context;
  if (!/[\p{L}\d]/u.test(g.input.name ?? '')) add('GROUP_NAME_MISSING');
  if (!/\p{L}/u.test(g.input.business ?? '')) add('BUSINESS_MISSING');
  if (!accountKey(g.input.account)) add('ACCOUNT_MISSING');
  if (g.residence.kind === 'unknown') add('VILLAGE_UNKNOWN', villageUnknown(g.residence));
  if (!context.register && moment !== 'draft') add('REGISTER_NOT_LOADED', { register: rules.registerName });

  const families = new Set(g.members.map((m, i) => (m.kk.ok ? m.kk.value : `row ${i}`))).size;
  if (families < rules.sizeMin) add('SIZE_UNDER', { families, sizeMin: rules.sizeMin, missing: rules.sizeMin - families });
  if (families > rules.sizeMax) add('SIZE_OVER', { families, sizeMax: rules.sizeMax });

  for (const role of OFFICER_ROLES) {
    const count = g.members.filter((m) => m.input.roles.includes(role)).length;
    if (count === 0) add(MISSING[role]);
    if (count > 1) add(TWO[role], { count });
  }
  const offices = new Map<string, Set<OfficerRole>>();
  g.members.forEach((m, i) => {
    const who = personKey(m, { group: 0, member: i });
    for (const role of m.input.roles) offices.set(who, (offices.get(who) ?? new Set()).add(role));
  });
  if ([...offices.values()].some((roles) => roles.size > 1)) add('OFFICER_SAME_PERSON');
}

const MISSING = { chair: 'CHAIR_MISSING', secretary: 'SECRETARY_MISSING', treasurer: 'TREASURER_MISSING' } as const;
const TWO = { chair: 'CHAIR_TWO', secretary: 'SECRETARY_TWO', treasurer: 'TREASURER_TWO' } as const;

/** Someone with a broken NIK counts as a person of their own. */
const personKey = (m: MemberFacts, p: Place): string => (m.nik.ok ? m.nik.value.value : `${p.group}/${p.member}`);

const rowOf = (group: GroupInput, member: number | null): number | null =>
  (member === null ? (group.members[0]?.row ?? group.row) : group.members[member]?.row) ?? null;

/** Names at most this many of the others, so that a placeholder number shared by thousands of rows costs no more than its rows. */
const SHOWN = 5;
const firstOthers = <T>(all: readonly T[], self: T): T[] => all.slice(0, SHOWN + 1).filter((one) => one !== self).slice(0, SHOWN);

function othersOf(places: readonly Place[], self: Place, groups: readonly GroupInput[]): Bilingual {
  const others = firstOthers(places, self);
  const rows = others.map((p) => rowOf(groups[p.group] as GroupInput, p.member)).filter((r): r is number => r !== null);
  if (rows.length === others.length) return listed('baris', 'row', rows.sort((a, b) => a - b).map(String));
  return otherNames(others.map((p) => groups[p.group] as GroupInput));
}

function otherGroups(holders: readonly number[], self: number, groups: readonly GroupInput[]): Bilingual {
  const others = firstOthers(holders, self).map((g) => groups[g] as GroupInput);
  return others.length === 0 ? OUTSIDE : otherNames(others);
}

const otherNames = (others: readonly GroupInput[]): Bilingual =>
  listed('kelompok', 'group', [...new Set(others.map((g) => g.name?.trim() || '?'))].sort());

const listed = (id: string, en: string, items: readonly string[]): Bilingual => ({ id: `${id} ${items.join(', ')}`, en: `${en} ${items.join(', ')}` });

function push<V>(table: Map<string, V[]>, key: string, value: V): void {
  const list = table.get(key);
  if (list) list.push(value);
  else table.set(key, [value]);
}
