import { cleanNumber } from '../kernel/nik.ts';
import { ancestorAt, parseRegionCode, type RegionCode } from '../kernel/region.ts';
import type { RegionIndex } from '../kernel/region-index.ts';
import type { Register } from '../member/types.ts';
import type { NationalId } from '../kernel/nik.ts';
import type { RosterGroup } from './bundle.ts';
import type { Labels } from './labels.ts';
import { cellText, type Sheet } from './sheet.ts';

export interface PlaceOptions {
  readonly gazetteer: RegionIndex;
  /** Regency of the office. */
  readonly area: RegionCode;
  readonly letterhead?: Labels;
  readonly register?: Register | null;
}

/** The code of a village by its name, in the district named beside it when there is one: for registers that write names. */
export const villageFinder = (gazetteer: RegionIndex) => (name: string, district: string | null): RegionCode | null => {
  const within = district ? gazetteer.match(district, { level: 'district' }).code : null;
  return gazetteer.match(name, { level: 'village', ...(within ? { within } : {}) }).code;
};

/** Whether a text is a village's name, rightly spelt; near spelling would take any short word for a village. */
export const villageTest = (gazetteer: RegionIndex) => (text: string): boolean => {
  const { kind } = gazetteer.match(text, { level: 'village' });
  return kind === 'exact' || kind === 'alias';
};

/**
 * Gives groups the code of their village. Village names come again in other districts of a regency, so the district is sought first: in
 * the sheet, in the letterhead, by the villages of the members in the register, by the family cards (issued where people
 * live), and last by the other groups of the file. A name that stays unclear is left to the check, which asks.
 */
export function placeGroups(groups: readonly RosterGroup[], options: PlaceOptions): RosterGroup[] {
  const { gazetteer, area, letterhead } = options;
  const districtNamed = (text: string | null | undefined): RegionCode | null => (text ? gazetteer.match(text, { within: area, level: 'district' }).code : null);
  const head = districtNamed(letterhead?.district);
  const seek = (group: RosterGroup, district: RegionCode | null): RegionCode | null => {
    const name = group.village ?? '';
    const code = /^\d/.test(name) ? parseRegionCode(name) : null;
    if (code?.ok && gazetteer.has(code.value)) return code.value;
    const near = district ? gazetteer.match(name, { within: district, level: 'village' }) : null;
    if (near?.code && near.kind !== 'fuzzy') return near.code;
    const wide = gazetteer.match(name, { within: area, level: 'village' });
    if (wide.code && wide.kind !== 'fuzzy') return wide.code;
    const several = wide.kind !== 'none' && wide.kind !== 'fuzzy' && wide.code === null;
    return several ? null : near?.code ?? wide.code;
  };
  const first = groups.map((g) => {
    if (g.villageCode || !g.village) return g.villageCode ?? null;
    const own = districtNamed(g.district) ?? head;
    return seek(g, own);
  });
  const common = mostCommon(first.map((c) => (c ? ancestorAt(c, 'district') : null)));
  return groups.map((g, i) => {
    let code = first[i] ?? null;
    if (code === null && g.village) for (const district of [byRegister(g, options), byFamilyCards(g, options), common]) {
      code = district ? seek(g, district) : null;
      if (code) break;
    }
    return code ? { ...g, villageCode: code } : g;
  });
}

const byRegister = (group: RosterGroup, { register }: PlaceOptions): RegionCode | null =>
  register ? mostCommon(group.members.map((m) => {
    const village = m.nik ? register.find(cleanNumber(m.nik) as NationalId)?.villageCode : null;
    return village ? ancestorAt(village, 'district') : null;
  })) : null;

const byFamilyCards = (group: RosterGroup, { gazetteer, area }: PlaceOptions): RegionCode | null =>
  mostCommon(group.members.map((m) => {
    const code = parseRegionCode(cleanNumber(m.kk ?? '').slice(0, 6));
    return code.ok && code.value.startsWith(`${area}.`) && gazetteer.has(code.value) ? code.value : null;
  }));

/** The value that at least half of those who say anything say. */
function mostCommon<T extends string>(values: readonly (T | null | undefined)[]): T | null {
  const counts = new Map<T, number>();
  let said = 0;
  for (const v of values) {
    if (!v) continue;
    said++;
    counts.set(v, (counts.get(v) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  return best && best[1] * 2 >= said ? best[0] : null;
}

/**
 * The regency by which most 16-digit numbers of some sheets begin. NIK tell where people were first registered and KK where they live;
 * both are mostly the office's own regency. Null when fewer than ten numbers or no majority.
 */
export function regencyByNumbers(sheets: readonly Sheet[]): { readonly code: RegionCode; readonly share: number } | null {
  const counts = new Map<string, number>();
  let total = 0;
  for (const sheet of sheets) for (const row of sheet.rows.slice(0, 3_000)) for (const cell of row) {
    const digits = /^\d{16}$/.exec(cleanNumber(cellText(cell)))?.[0];
    if (!digits) continue;
    total++;
    counts.set(digits.slice(0, 4), (counts.get(digits.slice(0, 4)) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  if (!best || total < 10 || best[1] < total * 0.4) return null;
  const code = parseRegionCode(best[0]);
  return code.ok ? { code: code.value, share: best[1] / total } : null;
}

/** The regency that most village codes of a register lie in. */
export function regencyByRegister(entries: Iterable<{ readonly villageCode?: RegionCode | null }>): RegionCode | null {
  const codes: (RegionCode | null)[] = [];
  for (const e of entries) codes.push(e.villageCode ? ancestorAt(e.villageCode, 'regency') : null);
  return mostCommon(codes);
}
