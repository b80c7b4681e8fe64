import { err, ok, type Result } from './result.ts';
import { plainLetters } from './text-similarity.ts';

/** Kemendagri code of an area in dotted form: '35', '35.21', '35.21.16', '35.21.16.2003'. */
export type RegionCode = string & { readonly __unit: 'regionCode' };
/** province; regency (kabupaten/kota); district (kecamatan); village (desa/kelurahan). */
export type RegionLevel = 'country' | 'province' | 'regency' | 'district' | 'village';

/** The whole country, above all provinces: an area that contains every code. */
export const COUNTRY = '' as RegionCode;

const SHAPE = /^(\d{2})(?:\.?(\d{2}))?(?:\.?(\d{2}))?(?:\.?(\d{4}))?$/;
const LEVELS: readonly RegionLevel[] = ['country', 'province', 'regency', 'district', 'village'];

/** Reads '35.21.16.2003' or '3521162003' (2, 4, 6 or 10 digits). */
export function parseRegionCode(text: string): Result<RegionCode, 'NOT_A_REGION_CODE'> {
  const m = SHAPE.exec(text.trim());
  if (!m) return err('NOT_A_REGION_CODE');
  return ok(m.slice(1).filter((part) => part !== undefined).join('.') as RegionCode);
}

/** A code known to be right. RangeError otherwise. */
export function regionCode(text: string): RegionCode {
  const parsed = parseRegionCode(text);
  if (!parsed.ok) throw new RangeError(`not a region code: ${text}`);
  return parsed.value;
}

export const levelOf = (code: RegionCode): RegionLevel =>
  LEVELS[code === '' ? 0 : code.split('.').length] as RegionLevel;

/** The area one level above; the country above a province; null above the country. */
export function parentOf(code: RegionCode): RegionCode | null {
  if (code === '') return null;
  return code.slice(0, Math.max(0, code.lastIndexOf('.'))) as RegionCode;
}

/** The code cut to a level ('35.21.16.2003' at 'district' is '35.21.16'), or null when it is above that level. */
export function ancestorAt(code: RegionCode, level: RegionLevel): RegionCode | null {
  const depth = LEVELS.indexOf(level);
  const parts = code === '' ? [] : code.split('.');
  return parts.length < depth ? null : (parts.slice(0, depth).join('.') as RegionCode);
}

/** True when `code` is the area itself or lies in it: a prefix on dots, so '35.2' never contains '35.21'. */
export const contains = (area: RegionCode, code: RegionCode): boolean =>
  area === '' || code === area || code.startsWith(`${area}.`);

/** '3521162003', as some files of ministries write it. */
export const undotted = (code: RegionCode): string => code.replaceAll('.', '');

/** A kelurahan has a code of 1xxx, a desa of 2xxx (Kemendagri). Null for other levels. */
export function villageKind(code: RegionCode): 'desa' | 'kelurahan' | null {
  return levelOf(code) === 'village' ? (code.split('.')[3]?.startsWith('1') ? 'kelurahan' : 'desa') : null;
}

const PREFIX = /^(?:ds|desa|ds n|kel|kelurahan|kec|kecamatan|kab|kabupaten|dusun|dsn|prov|provinsi|propinsi)\.?[\s:]+(?=\S)/;

/**
 * The key by which names of areas are compared: "Ds. Banjarbanggi", "Desa banjar banggi", "BANJAR BANGGI" and
 * "Banjarbanggi" all become 'banjarbanggi'. Prefixes are dropped only where a name follows.
 */
export function normalisePlaceName(text: string): string {
  let name = plainLetters(text).replace(/[^a-z0-9]+/g, ' ').trim();
  for (let shorter = name.replace(PREFIX, ''); shorter !== name; shorter = name.replace(PREFIX, '')) name = shorter;
  return name.replace(/ /g, '');
}
