import { accountKey, ancestorAt, editSimilarity, nameSimilarity, normalisePersonName, plainLetters, type IsoDate, type RegionCode } from '../kernel/index.ts';
import { normaliseGroupName } from './group-name.ts';

export type DuplicateReason = 'nik' | 'kk' | 'name' | 'birthDate' | 'birthDateNear' | 'village' | 'phone' | 'address' | 'account' | 'members';

export const DUPLICATE_REASON_LABEL = {
  nik: { id: 'NIK sama', en: 'same NIK' },
  kk: { id: 'KK sama', en: 'same family card' },
  name: { id: 'nama mirip', en: 'similar name' },
  birthDate: { id: 'tanggal lahir sama', en: 'same birth date' },
  birthDateNear: { id: 'tanggal lahir hampir sama', en: 'nearly the same birth date' },
  village: { id: 'desa sama', en: 'same village' },
  phone: { id: 'nomor telepon sama', en: 'same phone number' },
  address: { id: 'alamat sama', en: 'same address' },
  account: { id: 'nomor rekening sama', en: 'same account number' },
  members: { id: 'anggota sama', en: 'shared members' },
} as const satisfies Record<DuplicateReason, { id: string; en: string }>;

export interface DuplicateScore {
  /** 0..100. Weights are an assumption (rule 16); the limit above which a pair is shown is `duplicateScoreWarn`. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

export interface PersonTrace {
  readonly id: string;
  readonly name: string;
  readonly birthDate: IsoDate | null;
  readonly villageCode: RegionCode | null;
  readonly nik?: string | null;
  readonly kk?: string | null;
  readonly phone?: string | null;
}

export interface GroupTrace {
  readonly id: string;
  readonly name: string;
  readonly villageCode: RegionCode | null;
  readonly account?: string | null;
  readonly phone?: string | null;
  readonly address?: string | null;
  readonly memberKeys?: readonly string[];
}

class Tally {
  score = 0;
  readonly reasons: DuplicateReason[] = [];
  add(points: number, reason: DuplicateReason): void {
    if (points <= 0) return;
    this.score += points;
    this.reasons.push(reason);
  }
  result(): DuplicateScore {
    return { score: Math.min(100, Math.round(this.score)), reasons: this.reasons };
  }
}

/** How likely two entries are one person: name 50, birth date 30, village 20, phone 15, family card 20; the same NIK alone is 100. */
export function duplicateScore(a: PersonTrace, b: PersonTrace): DuplicateScore {
  const tally = new Tally();
  if (a.nik && a.nik === b.nik) tally.add(100, 'nik');
  tally.add(50 * aboveHalf(nameSimilarity(a.name, b.name)), 'name');
  if (a.birthDate && b.birthDate) {
    if (a.birthDate === b.birthDate) tally.add(30, 'birthDate');
    else if (nearDates(a.birthDate, b.birthDate)) tally.add(20, 'birthDateNear');
  }
  tally.add(samePlace(a.villageCode, b.villageCode, 20), 'village');
  if (same(phoneKey(a.phone), phoneKey(b.phone))) tally.add(15, 'phone');
  if (a.kk && a.kk === b.kk) tally.add(20, 'kk');
  return tally.result();
}

/** How likely two groups are one: name 45, village 15, account 60, phone 25, address 20, members in common up to 60. */
export function groupDuplicateScore(a: GroupTrace, b: GroupTrace): DuplicateScore {
  const tally = new Tally();
  tally.add(45 * aboveHalf(editSimilarity(normaliseGroupName(a.name), normaliseGroupName(b.name))), 'name');
  tally.add(samePlace(a.villageCode, b.villageCode, 15), 'village');
  if (same(accountKey(a.account), accountKey(b.account))) tally.add(60, 'account');
  if (same(phoneKey(a.phone), phoneKey(b.phone))) tally.add(25, 'phone');
  if (same(addressKey(a.address), addressKey(b.address))) tally.add(20, 'address');
  const mine = new Set(a.memberKeys ?? []);
  const fewer = Math.min(mine.size, new Set(b.memberKeys ?? []).size);
  if (fewer > 0) tally.add((60 * [...new Set(b.memberKeys)].filter((k) => mine.has(k)).length) / fewer, 'members');
  return tally.result();
}

export interface DuplicatePair extends DuplicateScore {
  readonly a: string;
  readonly b: string;
}

/**
 * Pairs of persons with at least this score, the highest first. Only entries that share a birth date, a name with its
 * village, a phone, a card or a NIK are compared, so a regency (or a province) is searched without comparing all with all.
 */
export function findDuplicatePersons(persons: readonly PersonTrace[], atLeast: number): DuplicatePair[] {
  return pairs(persons, atLeast, duplicateScore, (p) => {
    const name = normalisePersonName(p.name);
    const village = p.villageCode ?? '';
    return [p.birthDate && `b${p.birthDate}`, `n${name}|${village}`, `f${name.slice(0, 4)}|${p.birthDate?.slice(0, 4)}|${village}`, phoneKey(p.phone) && `p${phoneKey(p.phone)}`, p.kk && `k${p.kk}`, p.nik && `i${p.nik}`];
  });
}

/** The same for groups, compared when they share a village, a name, an account, a phone, an address or a member. */
export function findDuplicateGroups(groups: readonly GroupTrace[], atLeast: number): DuplicatePair[] {
  return pairs(groups, atLeast, groupDuplicateScore, (g) => [
    g.villageCode && `v${g.villageCode}`, `n${normaliseGroupName(g.name)}`, accountKey(g.account) && `a${accountKey(g.account)}`,
    phoneKey(g.phone) && `p${phoneKey(g.phone)}`, addressKey(g.address) && `d${addressKey(g.address)}`, ...(g.memberKeys ?? []).map((k) => `m${k}`),
  ]);
}

/** A key that more entries share than this says nothing (a placeholder such as 01-01-1980) and is skipped. */
const CROWD = 400;

function pairs<T extends { readonly id: string }>(all: readonly T[], atLeast: number, score: (a: T, b: T) => DuplicateScore, keysOf: (one: T) => readonly (string | null | undefined)[]): DuplicatePair[] {
  const buckets = new Map<string, number[]>();
  all.forEach((one, i) => {
    for (const key of new Set(keysOf(one))) {
      if (!key) continue;
      const bucket = buckets.get(key);
      if (!bucket) buckets.set(key, [i]);
      else if (bucket.length <= CROWD) bucket.push(i);
    }
  });
  const seen = new Set<number>();
  const found: DuplicatePair[] = [];
  for (const bucket of buckets.values()) {
    if (bucket.length > CROWD) continue;
    for (const [at, i] of bucket.entries())
      for (const j of bucket.slice(at + 1)) {
        const pair = i * all.length + j;
        if (seen.has(pair)) continue;
        seen.add(pair);
        const [a, b] = [all[i] as T, all[j] as T];
        const s = score(a, b);
        if (s.score >= atLeast) found.push({ a: a.id, b: b.id, ...s });
      }
  }
  return found.sort((x, y) => y.score - x.score || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1));
}

const same = (a: string | null, b: string | null): boolean => a !== null && a === b;
/** 0 at half likeness or less, 1 at equal: half-alike names are chance. */
const aboveHalf = (likeness: number): number => Math.max(0, (likeness - 0.5) * 2);
/** One digit off, or day and month swapped. */
const nearDates = (a: IsoDate, b: IsoDate): boolean =>
  [...a].filter((c, i) => c !== b[i]).length === 1 || `${a.slice(0, 4)}-${a.slice(8)}-${a.slice(5, 7)}` === b;

function samePlace(a: RegionCode | null, b: RegionCode | null, points: number): number {
  if (!a || !b) return 0;
  if (a === b) return points;
  const district = ancestorAt(a, 'district');
  return district !== null && district === ancestorAt(b, 'district') ? points / 2 : 0;
}

/** 081234567890, +62 812-3456-7890 and 62812... are one number. */
function phoneKey(raw: string | null | undefined): string | null {
  const digits = (raw ?? '').replace(/\D/g, '').replace(/^(?:62|0)+/, '');
  return digits.length >= 7 ? digits : null;
}

function addressKey(raw: string | null | undefined): string | null {
  const key = plainLetters(raw ?? '').replace(/\b0+(?=\d)/g, '').replace(/[^a-z0-9]/g, '');
  return key.length >= 8 ? key : null;
}
