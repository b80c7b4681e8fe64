import { asRows, likeText, type Query } from '@anyam/server-kit';

export interface PartyRow {
  id: string; regencyCode: string; name: string; phone: string | null; kinds: string[]; coverage: { goodsId: string | null; area: string }[];
  blockedReason: string | null; blockedOn: string | null;
}
export interface PaysRow {
  partyId: string; deals: number; sales: bigint; unpaid: bigint; overdue: bigint; lateDeals: number; mostLate: number;
}
export interface NeedRecord {
  id: string; regencyCode: string; partyId: string; partyName: string; partyBlocked: boolean; productId: string; grades: { grade: string; price: string }[]; quantity: bigint; filled: bigint;
  by: string; place: string; placeName: string; closed: boolean;
}
export interface MaterialOfferRecord {
  id: string; regencyCode: string; partyId: string; partyName: string; materialId: string; quantity: bigint; price: bigint; until: string; closed: boolean;
}

const PARTY = `p.id::text, p.regency_code AS "regencyCode", p.name, p.phone, p.kinds, p.coverage, p.blocked_reason AS "blockedReason", p.blocked_on::text AS "blockedOn"`;
/** How late a deal is or was: until today while something is left, else until the last settlement. */
export const LATE = (today: string) => `greatest(0, CASE WHEN d.due > d.paid + d.set_off THEN ${today}::date ELSE coalesce(d.last_settled_on, d.due_on) END - d.due_on)`;
const NEED = `SELECT n.id::text, n.regency_code AS "regencyCode", n.party_id::text AS "partyId", p.name AS "partyName", p.blocked_on IS NOT NULL AS "partyBlocked", n.product_id::text AS "productId", n.grades, n.quantity,
    (SELECT coalesce(sum(d.quantity), 0)::bigint FROM market_deal d WHERE d.need_id = n.id AND d.state NOT IN ('penawaran', 'batal')) AS filled,
    n.needed_by::text AS by, n.place, coalesce(r.name, n.place) AS "placeName", n.closed_at IS NOT NULL AS closed
  FROM market_need n JOIN market_party p ON p.id = n.party_id LEFT JOIN region r ON r.code = n.place`;
const MATERIAL = `SELECT m.id::text, m.regency_code AS "regencyCode", m.party_id::text AS "partyId", p.name AS "partyName", m.material_id::text AS "materialId", m.quantity, m.price, m.until_on::text AS until,
    m.closed_at IS NOT NULL AS closed FROM market_material_offer m JOIN market_party p ON p.id = m.party_id`;

export interface PartyFilter {
  /** Whole regencies or a prefix of the code. */
  regencies: readonly string[] | null;
  ids?: readonly string[]; key?: string | undefined; kind?: string | undefined; goodsId?: string | undefined; blocked?: boolean | undefined;
}

function partyWhere(f: PartyFilter, params: unknown[]): string {
  const put = (v: unknown) => `$${params.push(v)}`;
  const where = ['true'];
  if (f.regencies) where.push(`p.regency_code LIKE ANY(${put(f.regencies.map((r) => `${r}%`))}::text[])`);
  if (f.ids) where.push(`p.id = ANY(${put(f.ids)}::uuid[])`);
  if (f.key) where.push(`p.name_key LIKE ${put(`%${likeText(f.key)}%`)}`);
  if (f.kind) where.push(`p.kinds @> ARRAY[${put(f.kind)}]::text[]`);
  if (f.goodsId) where.push(`EXISTS (SELECT 1 FROM jsonb_array_elements(p.coverage) c WHERE c->>'goodsId' IS NULL OR c->>'goodsId' = ${put(f.goodsId)})`);
  if (f.blocked !== undefined) where.push(`(p.blocked_on IS NOT NULL) = ${put(f.blocked)}`);
  return where.join(' AND ');
}

export const partyRepository = {
  async page(query: Query, f: PartyFilter, limit: number, offset: number): Promise<{ rows: PartyRow[]; total: number }> {
    const params: unknown[] = [];
    const where = partyWhere(f, params);
    const [sum] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM market_party p WHERE ${where}`, params);
    const rows = await query<PartyRow>(`SELECT ${PARTY} FROM market_party p WHERE ${where} ORDER BY p.name_key, p.id LIMIT $${params.length + 1}::int OFFSET $${params.length + 2}::int`, [...params, limit, offset]);
    return { rows, total: sum?.n ?? 0 };
  },
  many: (query: Query, ids: readonly string[]) => query<PartyRow>(`SELECT ${PARTY} FROM market_party p WHERE p.id = ANY($1::uuid[])`, [ids]),
  async get(query: Query, id: string, lock: 'FOR UPDATE' | 'FOR SHARE' | '' = ''): Promise<PartyRow | null> {
    return (await query<PartyRow>(`SELECT ${PARTY} FROM market_party p WHERE p.id = $1::uuid ${lock}`, [id]))[0] ?? null;
  },
  insert: (query: Query, p: { id: string; regencyCode: string; name: string; nameKey: string; phone: string | null; kinds: readonly string[]; coverage: readonly object[]; by: string; now: Date }) =>
    query(`INSERT INTO market_party (id, regency_code, name, name_key, phone, kinds, coverage, created_by, created_at, updated_at)
           VALUES ($1::uuid, $2, $3, $4, $5, $6::text[], $7::jsonb, $8, $9::timestamptz, $9::timestamptz) RETURNING id::text`,
      [p.id, p.regencyCode, p.name, p.nameKey, p.phone, [...p.kinds], asRows(p.coverage), p.by, p.now.toISOString()]),
  update: (query: Query, p: { id: string; name: string; nameKey: string; phone: string | null; kinds: readonly string[]; coverage: readonly object[]; now: Date }) =>
    query('UPDATE market_party SET name = $2, name_key = $3, phone = $4, kinds = $5::text[], coverage = $6::jsonb, updated_at = $7::timestamptz WHERE id = $1::uuid RETURNING id::text',
      [p.id, p.name, p.nameKey, p.phone, [...p.kinds], asRows(p.coverage), p.now.toISOString()]),
  block: (query: Query, id: string, reason: string | null, on: string | null, now: Date) =>
    query('UPDATE market_party SET blocked_reason = $2, blocked_on = $3::date, updated_at = $4::timestamptz WHERE id = $1::uuid RETURNING id::text', [id, reason, on, now.toISOString()]),
  /** How parties pay: their deals with received goods. */
  pays: (query: Query, ids: readonly string[], today: string) =>
    query<PaysRow>(
      `SELECT d.party_id::text AS "partyId", count(*)::int AS deals, sum(d.due)::bigint AS sales, sum(d.due - d.paid - d.set_off)::bigint AS unpaid,
         coalesce(sum(d.due - d.paid - d.set_off) FILTER (WHERE d.due_on < $2::date), 0)::bigint AS overdue,
         count(*) FILTER (WHERE ${LATE('$2')} > 0)::int AS "lateDeals", coalesce(max(${LATE('$2')}), 0)::int AS "mostLate"
       FROM market_deal d WHERE d.party_id = ANY($1::uuid[]) AND d.received_on IS NOT NULL GROUP BY d.party_id`, [ids, today]),

  async needs(query: Query, f: { regencies: readonly string[] | null; ids?: readonly string[]; partyIds?: readonly string[]; productId?: string | undefined; openOn?: string; open?: boolean | undefined; today: string }, limit: number, offset = 0) {
    const params: unknown[] = [];
    const put = (v: unknown) => `$${params.push(v)}`;
    const where = ['true'];
    if (f.regencies) where.push(f.regencies.length === 1 && f.regencies[0]?.length === 5 ? `n.regency_code = ${put(f.regencies[0])}` : `n.regency_code LIKE ANY(${put(f.regencies.map((r) => `${r}%`))}::text[])`);
    if (f.ids) where.push(`n.id = ANY(${put(f.ids)}::uuid[])`);
    if (f.partyIds) where.push(`n.party_id = ANY(${put(f.partyIds)}::uuid[])`);
    if (f.productId) where.push(`n.product_id = ${put(f.productId)}::uuid`);
    if (f.open === true) where.push(`n.closed_at IS NULL AND n.needed_by >= ${put(f.today)}::date`);
    if (f.open === false) where.push(`(n.closed_at IS NOT NULL OR n.needed_by < ${put(f.today)}::date)`);
    const [sum] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM market_need n WHERE ${where.join(' AND ')}`, params);
    const rows = await query<NeedRecord>(`${NEED} WHERE ${where.join(' AND ')} ORDER BY n.closed_at IS NOT NULL, n.needed_by, n.id LIMIT $${params.length + 1}::int OFFSET $${params.length + 2}::int`, [...params, limit, offset]);
    return { rows, total: sum?.n ?? 0 };
  },
  addNeed: (query: Query, n: { id: string; regencyCode: string; partyId: string; productId: string; grades: readonly object[]; quantity: number; by: string; place: string; who: string; now: Date }) =>
    query(`INSERT INTO market_need (id, regency_code, party_id, product_id, grades, quantity, needed_by, place, created_by, created_at)
           VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5::jsonb, $6::bigint, $7::date, $8, $9, $10::timestamptz) RETURNING id::text`,
      [n.id, n.regencyCode, n.partyId, n.productId, asRows(n.grades), n.quantity, n.by, n.place, n.who, n.now.toISOString()]),
  closeNeed: (query: Query, id: string, now: Date) => query<{ id: string }>('UPDATE market_need SET closed_at = $2::timestamptz WHERE id = $1::uuid AND closed_at IS NULL RETURNING id::text', [id, now.toISOString()]),

  materialOffers(query: Query, f: { regencies: readonly string[] | null; ids?: readonly string[]; partyIds?: readonly string[]; materialId?: string | undefined; open?: boolean | undefined; today: string }) {
    const params: unknown[] = [];
    const put = (v: unknown) => `$${params.push(v)}`;
    const where = ['true'];
    if (f.regencies) where.push(`m.regency_code LIKE ANY(${put(f.regencies.map((r) => `${r}%`))}::text[])`);
    if (f.ids) where.push(`m.id = ANY(${put(f.ids)}::uuid[])`);
    if (f.partyIds) where.push(`m.party_id = ANY(${put(f.partyIds)}::uuid[])`);
    if (f.materialId) where.push(`m.material_id = ${put(f.materialId)}::uuid`);
    if (f.open === true) where.push(`m.closed_at IS NULL AND m.until_on >= ${put(f.today)}::date`);
    if (f.open === false) where.push(`(m.closed_at IS NOT NULL OR m.until_on < ${put(f.today)}::date)`);
    return query<MaterialOfferRecord>(`${MATERIAL} WHERE ${where.join(' AND ')} ORDER BY m.closed_at IS NOT NULL, m.until_on, m.price, m.id LIMIT 300`, params);
  },
  addMaterialOffer: (query: Query, m: { id: string; regencyCode: string; partyId: string; materialId: string; quantity: number; price: bigint; until: string; who: string; now: Date }) =>
    query(`INSERT INTO market_material_offer (id, regency_code, party_id, material_id, quantity, price, until_on, created_by, created_at)
           VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5::bigint, $6::bigint, $7::date, $8, $9::timestamptz) RETURNING id::text`,
      [m.id, m.regencyCode, m.partyId, m.materialId, m.quantity, m.price, m.until, m.who, m.now.toISOString()]),
  closeMaterialOffer: (query: Query, id: string, now: Date) =>
    query<{ id: string }>('UPDATE market_material_offer SET closed_at = $2::timestamptz WHERE id = $1::uuid AND closed_at IS NULL RETURNING id::text', [id, now.toISOString()]),
};
