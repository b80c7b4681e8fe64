import type { Call } from '@anyam/contract-kit';
import { asRows, likeText, scopeSql, wholeRegency, type Query } from '@anyam/server-kit';

export interface OfferLine {
  lotId: string | null; lotCode: string | null; memberName: string | null; grade: string; quantity: number; available: number; readyOn: string | null;
}
export interface OfferRecord {
  id: string; regencyCode: string; villageCode: string; groupId: string; groupName: string; facilitatorId: string | null; placeName: string; productId: string; until: string; closed: boolean;
  bids: number; lines: OfferLine[];
}

/** `available`: what of the offered quantity is still on the shelf of its lot. */
const OFFER = `SELECT o.id::text, o.regency_code AS "regencyCode", o.village_code AS "villageCode", o.group_id::text AS "groupId", g.name AS "groupName", g.facilitator_id AS "facilitatorId", coalesce(r.name, o.village_code) AS "placeName",
    o.product_id::text AS "productId", o.until_on::text AS until, o.closed_at IS NOT NULL AS closed,
    (SELECT count(*)::int FROM market_deal d WHERE d.offer_id = o.id AND d.state = 'penawaran') AS bids,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('lotId', l.lot_id, 'lotCode', k.code, 'memberName', pe.name, 'grade', l.grade, 'quantity', l.quantity,
       'available', CASE WHEN l.lot_id IS NULL THEN l.quantity ELSE greatest(0, least(l.quantity, k.accepted - k.reserved - k.sold - k.withdrawn)) END, 'readyOn', l.ready_on::text) ORDER BY l.no), '[]'::jsonb)
     FROM market_offer_line l LEFT JOIN production_lot k ON k.id = l.lot_id LEFT JOIN membership m ON m.id = k.member_id LEFT JOIN person pe ON pe.id = m.person_id WHERE l.offer_id = o.id) AS lines
  FROM market_offer o JOIN kube_group g ON g.id = o.group_id LEFT JOIN region r ON r.code = o.village_code`;

/** Something of the offer is on a shelf, still to come, or held for a deal, which may be cancelled: one that is sold out shows no more. */
const UNSOLD = `EXISTS (SELECT 1 FROM market_offer_line l LEFT JOIN production_lot k ON k.id = l.lot_id WHERE l.offer_id = o.id AND (l.lot_id IS NULL OR k.sold + k.withdrawn < k.accepted))`;

export const offerRepository = {
  get: async (query: Query, id: string): Promise<OfferRecord | null> => (await query<OfferRecord>(`${OFFER} WHERE o.id = $1::uuid`, [id]))[0] ?? null,
  /** Open offers of a group that have anything left. */
  ofGroup: (query: Query, groupId: string, today: string) =>
    query<OfferRecord>(`${OFFER} WHERE o.group_id = $1::uuid AND o.closed_at IS NULL AND o.until_on >= $2::date AND ${UNSOLD} ORDER BY o.created_at DESC LIMIT 100`, [groupId, today]),
  /**
   * Open offers of a product that a need could take: in the areas of its party, with one of its grades; the nearest first, as the place is
   * the same village, kecamatan, or only kabupaten.
   */
  near: (query: Query, f: { regencyCode: string; productId: string; areas: readonly string[]; grades: readonly string[]; place: string; today: string; limit: number }) =>
    query<OfferRecord>(
      `WITH near AS MATERIALIZED (
         SELECT o.id, o.created_at, (o.village_code = $5) AS here, (left(o.village_code, 8) = left($5, 8)) AS beside FROM market_offer o
         WHERE o.regency_code = $1 AND o.product_id = $2::uuid AND o.closed_at IS NULL AND o.until_on >= $6::date
           AND (o.village_code = ANY($3::text[]) OR o.village_code LIKE ANY(SELECT a || '.%' FROM unnest($3::text[]) a))
           AND EXISTS (SELECT 1 FROM market_offer_line l WHERE l.offer_id = o.id AND l.grade = ANY($4::text[])
             AND (l.lot_id IS NULL OR EXISTS (SELECT 1 FROM production_lot k WHERE k.id = l.lot_id AND k.reserved + k.sold + k.withdrawn < k.accepted)))
         ORDER BY here DESC, beside DESC, o.created_at DESC LIMIT $7::int)
       ${OFFER} JOIN near ON near.id = o.id ORDER BY near.here DESC, near.beside DESC, near.created_at DESC`,
      [f.regencyCode, f.productId, f.areas, f.grades, f.place, f.today, f.limit]),
  async insert(query: Query, o: { id: string; regencyCode: string; villageCode: string; groupId: string; productId: string; until: string; by: string; now: Date }, lines: readonly object[]): Promise<void> {
    await query(`INSERT INTO market_offer (id, regency_code, village_code, group_id, product_id, until_on, created_by, created_at)
                 VALUES ($1::uuid, $2, $3, $4::uuid, $5::uuid, $6::date, $7, $8::timestamptz) RETURNING id::text`,
      [o.id, o.regencyCode, o.villageCode, o.groupId, o.productId, o.until, o.by, o.now.toISOString()]);
    await query(`INSERT INTO market_offer_line (regency_code, group_id, offer_id, no, lot_id, grade, quantity, ready_on)
                 SELECT $1, $2::uuid, $3::uuid, no, "lotId", grade, quantity, "readyOn" FROM jsonb_to_recordset($4::jsonb) AS r(no integer, "lotId" uuid, grade text, quantity bigint, "readyOn" date) RETURNING no`,
      [o.regencyCode, o.groupId, o.id, asRows(lines)]);
  },
  close: (query: Query, id: string, now: Date) => query<{ id: string }>('UPDATE market_offer SET closed_at = $2::timestamptz WHERE id = $1::uuid AND closed_at IS NULL RETURNING id::text', [id, now.toISOString()]),

  memberNames: (query: Query, ids: readonly string[]) =>
    query<{ id: string; name: string }>('SELECT m.id::text, p.name FROM membership m JOIN person p ON p.id = m.person_id WHERE m.id = ANY($1::uuid[])', [ids]),
};

export interface BoardFilter { key?: string | undefined; productId?: string | undefined; district?: string | undefined; minAge?: number | undefined; today: string }
export interface BoardRecord {
  groupId: string; groupName: string; placeName: string; districtName: string; productId: string; unsold: bigint; oldest: string; lots: number;
}

/** Unsold goods of all groups of the area, the oldest first: from production's totals a group and product. */
function boardWhere(call: Call, f: BoardFilter, params: unknown[]): string {
  const put = (v: unknown) => `$${params.push(v)}`;
  const where = ['s.unsold > 0', 's.oldest_on IS NOT NULL'];
  const regency = wholeRegency(call);
  where.push(regency === null ? scopeSql(call, 'g.village_code', 'g.facilitator_id', params, ['g.id']) : `s.regency_code = ${put(regency)}`);
  if (f.productId) where.push(`s.product_id = ${put(f.productId)}::uuid`);
  if (f.district) where.push(`(g.village_code = ${put(f.district)} OR g.village_code LIKE ${put(`${f.district}.%`)})`);
  if (f.minAge) where.push(`s.oldest_on <= ${put(f.today)}::date - ${put(f.minAge)}::int`);
  if (f.key) where.push(`g.name_key LIKE ${put(`%${likeText(f.key)}%`)}`);
  return where.join(' AND ');
}

export const boardRepository = {
  async page(query: Query, call: Call, f: BoardFilter, limit: number, offset: number): Promise<{ rows: BoardRecord[]; total: number }> {
    const params: unknown[] = [];
    const where = boardWhere(call, f, params);
    const [sum] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM production_stock s LEFT JOIN kube_group g ON g.id = s.group_id WHERE ${where}`, params);
    const rows = await query<BoardRecord>(
      `WITH page AS MATERIALIZED (SELECT s.group_id, s.product_id, s.unsold, s.oldest_on FROM production_stock s LEFT JOIN kube_group g ON g.id = s.group_id WHERE ${where}
         ORDER BY s.oldest_on, s.group_id, s.product_id LIMIT $${params.length + 1}::int OFFSET $${params.length + 2}::int)
       SELECT page.group_id::text AS "groupId", g.name AS "groupName", coalesce(v.name, g.village_code) AS "placeName", coalesce(k.name, '') AS "districtName", page.product_id::text AS "productId", page.unsold, page.oldest_on::text AS oldest,
         (SELECT count(*)::int FROM production_lot l WHERE l.group_id = page.group_id AND l.product_id = page.product_id AND l.reserved + l.sold + l.withdrawn < l.accepted) AS lots
       FROM page JOIN kube_group g ON g.id = page.group_id LEFT JOIN region v ON v.code = g.village_code LEFT JOIN region k ON k.code = g.district_code ORDER BY page.oldest_on, page.group_id, page.product_id`,
      [...params, limit, offset]);
    return { rows, total: sum?.n ?? 0 };
  },
  unsold(query: Query, call: Call, today: string) {
    const params: unknown[] = [];
    return query<{ productId: string; unsold: bigint; groups: number; oldest: string | null }>(
      `SELECT s.product_id::text AS "productId", sum(s.unsold)::bigint AS unsold, count(*)::int AS groups, min(s.oldest_on)::text AS oldest
       FROM production_stock s LEFT JOIN kube_group g ON g.id = s.group_id WHERE ${boardWhere(call, { today }, params)} GROUP BY s.product_id`, params);
  },
  needed: (query: Query, regencies: readonly string[] | null, today: string) =>
    query<{ productId: string; needed: bigint; needs: number }>(
      `SELECT n.product_id::text AS "productId", sum(greatest(0, n.quantity - coalesce(f.filled, 0)))::bigint AS needed, count(*)::int AS needs
       FROM market_need n LEFT JOIN LATERAL (SELECT sum(d.quantity) AS filled FROM market_deal d WHERE d.need_id = n.id AND d.state NOT IN ('penawaran', 'batal')) f ON true
       WHERE n.closed_at IS NULL AND n.needed_by >= $1::date ${regencies ? 'AND n.regency_code LIKE ANY($2::text[])' : ''} GROUP BY n.product_id`,
      regencies ? [today, regencies.map((r) => `${r}%`)] : [today]),
};
