import { likeText, type Query } from '@anyam/server-kit';
import type { VillageUnit } from '@anyam/domain/production';

export interface DistrictFilter {
  readonly q?: string | undefined; readonly areas: readonly string[]; readonly productId: string | null; readonly pace: readonly string[]; readonly unsoldDays: number | null; readonly withCases: boolean;
}
/** First and last day of the month, and today. */
export interface Days {
  readonly from: string; readonly to: string; readonly today: string;
}
export interface PairRow {
  readonly groupId: string; readonly groupName: string; readonly villageName: string; readonly districtName: string; readonly facilitatorName: string | null; readonly productId: string; readonly productName: string;
  readonly baseUnit: string; readonly units: VillageUnit[]; readonly handedIn: number; readonly accepted: number; readonly rejected: number; readonly target: number | null; readonly percent: number | null; readonly unsold: number;
  readonly oldestOn: string | null; readonly ageDays: number | null; readonly cases: number;
}

const SORT: Readonly<Record<string, string>> = { name: '"groupName"', accepted: 'accepted', percent: 'percent', unsold: 'unsold', oldest: '"oldestOn"' };

const inAreas = (areas: readonly string[], params: unknown[]): string =>
  areas.length === 0 ? '' : ` AND (${areas.map((a) => `g.village_code = $${params.push(a)} OR g.village_code LIKE $${params.push(`${a}.%`)}`).join(' OR ')})`;

/**
 * Group by product in a month: what came in, what the targets ask (a selapan counts by its days in the month), what lies unsold.
 * `scope` speaks of g, its values are in `params`.
 */
function pairs(scope: string, f: DistrictFilter, days: Days, params: unknown[]): string {
  const from = `$${params.push(days.from)}::date`;
  const to = `$${params.push(days.to)}::date`;
  const today = `$${params.push(days.today)}::date`;
  const product = f.productId === null ? '' : ` AND product_id = $${params.push(f.productId)}::uuid`;
  const named = f.q ? ` AND (g.name_key LIKE $${params.push(`%${likeText(f.q.toLowerCase())}%`)} OR g.name ILIKE $${params.length})` : '';
  const outer = [
    f.pace.length === 0 ? 'true' : `(${f.pace.map((p) => (p === 'reached' ? 'percent >= 100' : p === 'behind' ? 'percent < 100' : 'target IS NULL')).join(' OR ')})`,
    f.unsoldDays === null ? 'true' : `"ageDays" >= $${params.push(f.unsoldDays)}::int`,
    f.withCases ? 'cases > 0' : 'true',
  ].join(' AND ');
  return `WITH mine AS (
      SELECT g.id, g.regency_code, g.name, g.village_code, g.district_code, g.facilitator_id FROM kube_group g WHERE ${scope} AND g.merged_into IS NULL AND g.state <> 'bubar'${inAreas(f.areas, params)}${named}),
    out AS (SELECT o.group_id, o.product_id, o.handed_in, o.accepted, o.rejected FROM production_output o JOIN mine ON mine.id = o.group_id AND mine.regency_code = o.regency_code WHERE o.month = ${from}${product.replace('product_id', 'o.product_id')}),
    asked AS (
      SELECT t.group_id, t.product_id, sum(t.quantity::bigint * (least(t.to_on, ${to}) - greatest(t.from_on, ${from}) + 1) / (t.to_on - t.from_on + 1)) AS target
      FROM production_target t JOIN mine ON mine.id = t.group_id WHERE t.replaced_at IS NULL AND t.from_on <= ${to} AND t.to_on >= ${from}${product.replace('product_id', 't.product_id')} GROUP BY 1, 2),
    held AS (SELECT s.group_id, s.product_id, s.unsold, s.oldest_on FROM production_stock s JOIN mine ON mine.id = s.group_id AND mine.regency_code = s.regency_code WHERE s.unsold > 0${product.replace('product_id', 's.product_id')}),
    pair AS (SELECT group_id, product_id FROM out UNION SELECT group_id, product_id FROM asked UNION SELECT group_id, product_id FROM held),
    seen AS (
      SELECT p.group_id::text AS "groupId", m.name AS "groupName", coalesce(v.name, '') AS "villageName", coalesce(d.name, '') AS "districtName", u.name AS "facilitatorName", p.product_id::text AS "productId", pr.name AS "productName",
        pr.base_unit AS "baseUnit", pr.units, coalesce(o.handed_in, 0)::float8 AS "handedIn", coalesce(o.accepted, 0)::float8 AS accepted, coalesce(o.rejected, 0)::float8 AS rejected, a.target::float8 AS target,
        CASE WHEN a.target > 0 THEN floor(coalesce(o.accepted, 0) * 100 / a.target)::float8 END AS percent, coalesce(h.unsold, 0)::float8 AS unsold, h.oldest_on::text AS "oldestOn", ${today} - h.oldest_on AS "ageDays",
        (SELECT count(*)::int FROM production_case k WHERE k.group_id = p.group_id AND k.closed_at IS NULL) AS cases
      FROM pair p JOIN mine m ON m.id = p.group_id JOIN production_product pr ON pr.id = p.product_id
      LEFT JOIN out o ON o.group_id = p.group_id AND o.product_id = p.product_id LEFT JOIN asked a ON a.group_id = p.group_id AND a.product_id = p.product_id LEFT JOIN held h ON h.group_id = p.group_id AND h.product_id = p.product_id
      LEFT JOIN region v ON v.code = m.village_code LEFT JOIN region d ON d.code = m.district_code LEFT JOIN auth_user u ON u.id = m.facilitator_id)
    SELECT * FROM seen WHERE ${outer}`;
}

export const districtRepository = {
  async page(query: Query, scope: string, f: DistrictFilter, days: Days, params: readonly unknown[], order: { sort: string; desc: boolean; limit: number; offset: number }): Promise<{ rows: PairRow[]; total: number }> {
    const values = [...params];
    const text = pairs(scope, f, days, values);
    const rows = await query<PairRow & { total: number }>(
      `SELECT *, count(*) OVER ()::int AS total FROM (${text}) s ORDER BY ${SORT[order.sort] ?? '"groupName"'} ${order.desc ? 'DESC' : 'ASC'} NULLS LAST, "groupName", "groupId", "productName" LIMIT ${order.limit} OFFSET ${order.offset}`, values);
    if (rows.length > 0 || order.offset === 0) return { rows: rows.map(({ total: _total, ...r }) => r), total: rows[0]?.total ?? 0 };
    const [n] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM (${text}) s`, values);
    return { rows: [], total: n?.n ?? 0 };
  },
  output(query: Query, scope: string, f: { areas: readonly string[]; productId: string | null; groupId: string | null; since: string }, params: readonly unknown[]) {
    const values = [...params];
    const product = f.productId === null ? '' : ` AND o.product_id = $${values.push(f.productId)}::uuid`;
    const group = f.groupId === null ? '' : ` AND o.group_id = $${values.push(f.groupId)}::uuid`;
    const areas = inAreas(f.areas, values);
    return query<{ productId: string; productName: string; baseUnit: string; units: VillageUnit[]; month: string; accepted: number; rejected: number }>(
      `SELECT o.product_id::text AS "productId", pr.name AS "productName", pr.base_unit AS "baseUnit", pr.units, to_char(o.month, 'YYYY-MM') AS month, sum(o.accepted)::float8 AS accepted, sum(o.rejected)::float8 AS rejected
       FROM production_output o JOIN kube_group g ON g.id = o.group_id JOIN production_product pr ON pr.id = o.product_id
       WHERE ${scope} AND o.regency_code = g.regency_code AND o.month >= $${values.push(f.since)}::date${product}${group}${areas} GROUP BY o.product_id, pr.name, pr.base_unit, pr.units, o.month ORDER BY pr.name, o.month`, values);
  },
};
