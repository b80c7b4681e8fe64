import { asRows, type Query } from '@anyam/server-kit';

export interface Bucket { readonly goodsId: string; readonly grade: string; readonly month: string }
export interface Middle extends Bucket { readonly deals: number; readonly median: bigint }

/**
 * Middle prices from the tally of prices, cut as the domain's `median` cuts: of an even number the mean of the two middle ones, to a whole
 * rupiah (prices are never below zero, so SQL's division cuts the same way).
 */
const MIDDLE = `SELECT max(n)::int AS deals, ((min(price) FILTER (WHERE upto >= (n + 1) / 2) + min(price) FILTER (WHERE upto >= n / 2 + 1)) / 2)::bigint AS median
  FROM (SELECT t.price, sum(t.deals) OVER (ORDER BY t.price)::bigint AS upto, sum(t.deals) OVER ()::bigint AS n FROM market_price_tally t
        WHERE t.regency_code = $1 AND t.goods_id = b."goodsId" AND t.grade = b.grade AND t.month = b.month AND t.deals > 0) ranked`;

export const priceRepository = {
  /** In the order of grade, so that two writers count in the same order. */
  add: (query: Query, sourceId: string, at: { regencyCode: string; groupId: string; goodsId: string; month: string }, prices: readonly { grade: string; price: bigint }[]) =>
    query(`INSERT INTO market_price (source_id, regency_code, group_id, goods_id, grade, month, price)
           SELECT $1::uuid, $2, $3::uuid, $4::uuid, grade, $5, price FROM jsonb_to_recordset($6::jsonb) AS r(grade text, price bigint) ORDER BY grade RETURNING grade`,
      [sourceId, at.regencyCode, at.groupId, at.goodsId, at.month, asRows(prices)]),
  remove: (query: Query, sourceId: string) => query('DELETE FROM market_price WHERE source_id = $1::uuid RETURNING grade', [sourceId]),
  middles: (query: Query, regencyCode: string, buckets: readonly Bucket[]) =>
    query<Middle>(`SELECT b."goodsId"::text AS "goodsId", b.grade, b.month, m.deals, m.median FROM jsonb_to_recordset($2::jsonb) AS b("goodsId" uuid, grade text, month text)
                   CROSS JOIN LATERAL (${MIDDLE}) m WHERE m.deals IS NOT NULL`, [regencyCode, asRows(buckets)]),
  ofGoods: (query: Query, regencyCode: string, goodsId: string, from: string) =>
    query<Middle>(`SELECT b."goodsId"::text AS "goodsId", b.grade, b.month, m.deals, m.median
                   FROM (SELECT DISTINCT goods_id AS "goodsId", grade, month FROM market_price_tally WHERE regency_code = $1 AND goods_id = $2::uuid AND month >= $3) b
                   CROSS JOIN LATERAL (${MIDDLE}) m WHERE m.deals IS NOT NULL ORDER BY b.month, b.grade`, [regencyCode, goodsId, from]),
  /** The group's own last agreed price a grade before a deal. */
  last: (query: Query, groupId: string, productId: string, before: Date, except: string) =>
    query<{ grade: string; price: bigint }>(
      `SELECT DISTINCT ON (p.grade) p.grade, p.price FROM market_price p JOIN market_deal d ON d.id = p.source_id
       WHERE p.group_id = $1::uuid AND p.goods_id = $2::uuid AND d.created_at < $3::timestamptz AND d.id <> $4::uuid ORDER BY p.grade, d.created_at DESC`, [groupId, productId, before.toISOString(), except]),

  /** Rupiah that went between a group and its parties since a day. Material bought from nobody named has no party. */
  sales: (query: Query, groupId: string, from: string) =>
    query<{ partyId: string; amount: bigint }>(`SELECT party_id::text AS "partyId", sum(due)::bigint AS amount FROM market_deal WHERE group_id = $1::uuid AND received_on >= $2::date AND state <> 'batal' GROUP BY party_id`, [groupId, from]),
  material: (query: Query, groupId: string, from: string) =>
    query<{ partyId: string; amount: bigint }>(
      `SELECT coalesce(e.party_id::text, '') AS "partyId", sum(e.value)::bigint AS amount FROM production_material_event e
       WHERE e.group_id = $1::uuid AND e.kind = 'received' AND e.on_day >= $2::date AND e.reverses IS NULL AND e.value > 0
         AND NOT EXISTS (SELECT 1 FROM production_material_event r WHERE r.regency_code = e.regency_code AND r.reverses = e.id) GROUP BY 1`, [groupId, from]),
  /** Prices of material that the group took on account. */
  boughtMaterial: (query: Query, groupId: string, from: string) =>
    query<{ sourceId: string; goodsId: string; grade: string; month: string; price: bigint }>(
      `SELECT p.source_id::text AS "sourceId", p.goods_id::text AS "goodsId", p.grade, p.month, p.price FROM market_price p WHERE p.group_id = $1::uuid AND p.grade = '' AND p.month >= $2 ORDER BY p.month DESC LIMIT 200`, [groupId, from]),
  advances: (query: Query, groupId: string, from: string) =>
    query<{ partyId: string; amount: bigint }>(`SELECT party_id::text AS "partyId", sum(amount)::bigint AS amount FROM market_advance WHERE group_id = $1::uuid AND kind = 'advance' AND on_day >= $2::date GROUP BY party_id`, [groupId, from]),
  trades: (query: Query, groupId: string) =>
    query<{ id: string; kind: 'material' | 'advance' | 'repayment'; partyId: string; partyName: string; materialId: string | null; quantity: number | null; amount: bigint; on: string; byName: string }>(
      `SELECT t.id::text, t.kind, t.party_id::text AS "partyId", coalesce(p.name, '?') AS "partyName", t.material_id::text AS "materialId", t.quantity, t.amount, t.on_day::text AS "on", t.actor_name AS "byName"
       FROM (SELECT id, kind, party_id, NULL::uuid AS material_id, NULL::int AS quantity, amount, on_day, actor_name, at FROM market_advance WHERE group_id = $1::uuid
             UNION ALL
             SELECT e.id, 'material', e.party_id, e.material_id, e.quantity, e.value, e.on_day, e.actor_name, e.at FROM production_material_event e
             WHERE e.group_id = $1::uuid AND e.kind = 'received' AND e.party_id IS NOT NULL AND e.reverses IS NULL
               AND NOT EXISTS (SELECT 1 FROM production_material_event r WHERE r.regency_code = e.regency_code AND r.reverses = e.id)) t
       LEFT JOIN market_party p ON p.id = t.party_id ORDER BY t.on_day DESC, t.at DESC LIMIT 200`, [groupId]),
};
