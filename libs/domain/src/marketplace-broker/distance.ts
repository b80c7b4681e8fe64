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
