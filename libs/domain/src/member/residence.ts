import { ancestorAt, COUNTRY, contains, readAddress, type RegionCode, type RegionMatch } from '../kernel/index.ts';
import type { CheckContext, MemberInput } from './types.ts';

/** Where someone lives, as far as the form says. `unsaid`: nothing in it names a village or a district. */
export type Residence =
  | { readonly kind: 'known'; readonly code: RegionCode }
  | { readonly kind: 'unknown'; readonly written: string; readonly suggestion: string | null }
  | { readonly kind: 'unsaid' };

const UNSAID: Residence = { kind: 'unsaid' };

type Place = Pick<MemberInput, 'villageCode' | 'village' | 'district' | 'address'>;

/**
 * Finds the village (or at least the district) of a form. A name is first sought in the district of the group, then in its
 * regency, right spelling before near spelling. A piece of an address without "Desa" that is no village is taken for a hamlet.
 */
export function residenceOf(place: Place, near: RegionCode | null, context: Pick<CheckContext, 'gazetteer' | 'area'>): Residence {
  const { gazetteer } = context;
  if (place.villageCode) return !gazetteer || gazetteer.has(place.villageCode) ? { kind: 'known', code: place.villageCode } : { kind: 'unknown', written: place.villageCode, suggestion: null };
  if (!gazetteer) return UNSAID;
  const regency = (near && ancestorAt(near, 'regency')) ?? context.area ?? COUNTRY;
  const address = place.address ? readAddress(place.address) : null;
  const column = place.village?.trim() || null;

  const districtText = place.district?.trim() || (address?.district ?? null);
  const named = districtText ? gazetteer.match(districtText, { within: regency, level: 'district' }) : null;
  const district = named?.code ?? (districtText ? gazetteer.match(districtText, { within: context.area ?? COUNTRY, level: 'district' }).code : null);
  const areas = district ? [district] : near && near !== regency ? [ancestorAt(near, 'district') ?? near, regency] : [regency];

  const seek = (text: string): RegionMatch => {
    const tries = areas.map((within) => gazetteer.match(text, { within, level: 'village' }));
    return tries.find((m) => m.code && m.kind !== 'fuzzy') ?? tries.find((m) => m.code) ?? (tries.find((m) => m.candidates.length > 0) ?? tries[0]) as RegionMatch;
  };

  const marked = column ?? (address?.villageMarked ? address.village : null);
  if (marked) {
    const match = seek(marked);
    if (match.code) return { kind: 'known', code: match.code };
    return { kind: 'unknown', written: marked, suggestion: match.candidates[0]?.name ?? null };
  }
  for (const piece of address?.unmarked ?? []) {
    const { code } = seek(piece);
    if (code) return { kind: 'known', code };
  }
  if (district) return { kind: 'known', code: district };
  return districtText ? { kind: 'unknown', written: `Kec. ${districtText}`, suggestion: named?.candidates[0]?.name ?? null } : UNSAID;
}

/** The district most members live in, for a group whose own place is not known. Null when no member says. Ties go to the lower code. */
export function commonDistrict(residences: readonly Residence[]): RegionCode | null {
  const counts = new Map<RegionCode, number>();
  for (const r of residences) {
    const district = r.kind === 'known' ? ancestorAt(r.code, 'district') : null;
    if (district) counts.set(district, (counts.get(district) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** True when both are known and lie in different areas of a level. */
export function differs(a: RegionCode, b: RegionCode, level: 'district' | 'village'): boolean {
  const inA = ancestorAt(a, level);
  const inB = ancestorAt(b, level);
  return inA !== null && inB !== null && !contains(inA, inB);
}
