import { ancestorAt, type RegionCode } from '../kernel/index.ts';

/** A place on earth in millionths of a degree, so that it is stored and compared as whole numbers. */
export interface MicroPoint {
  readonly lat: number;
  readonly lon: number;
}

const EARTH_KM = 6371;
const radians = (micro: number): number => (micro / 1e6) * (Math.PI / 180);

/** Whole kilometres between two places as the crow flies (haversine); roads are longer. Rounded, so that an order by it is stable. */
export function crowFliesKm(a: MicroPoint, b: MicroPoint): number {
  const half = (x: number, y: number) => Math.sin((radians(y) - radians(x)) / 2) ** 2;
  const h = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lon, b.lon);
  return Math.round(2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h))));
}

/**
 * About how far two villages lie apart where no coordinates are known: none within the village, one step within the kecamatan,
 * three within the kabupaten; null beyond it (assumption). `step`: `matchStepKm` of the rule set, whole kilometres.
 */
export function stepKm(a: RegionCode, b: RegionCode, step: number): number | null {
  if (a === b) return 0;
  const same = (level: 'district' | 'regency') => ancestorAt(a, level) !== null && ancestorAt(a, level) === ancestorAt(b, level);
  return same('district') ? step : same('regency') ? 3 * step : null;
}
