import type { Lot, LotCode, LotEvent, RejectReason } from '@anyam/domain/production';
import type { IsoDate } from '@anyam/domain/kernel';
import { asRows, likeText, type Query } from '@anyam/server-kit';

export interface DepositInsert {
  readonly id: string; readonly member_id: string; readonly product_id: string; readonly grade: string; readonly on_day: string; readonly handed_in: number; readonly accepted: number; readonly rejected: number;
  readonly reject_reason: RejectReason | null; readonly note: string | null; readonly meeting_id: string | null;
}
export interface LotInsert {
  readonly id: string; readonly deposit_id: string; readonly member_id: string; readonly product_id: string; readonly grade: string; readonly on_day: string; readonly month: string; readonly sequence: number; readonly code: string; readonly accepted: number;
}
export interface Of {
  readonly regencyCode: string; readonly groupId: string; readonly actorId: string; readonly actorName: string; readonly at: Date;
}
export interface DepositRow {
  readonly id: string; readonly groupId: string; readonly on: string; readonly memberId: string; readonly memberName: string; readonly productId: string; readonly productName: string; readonly grade: string;
  readonly handedIn: number; readonly accepted: number; readonly rejected: number; readonly rejectReason: RejectReason | null; readonly note: string | null; readonly lotCode: string | null; readonly lotId: string | null;
  readonly meetingId: string | null; readonly actorName: string; readonly at: Date; readonly voidReason: string | null; readonly voidedBy: string | null;
}
export interface LotRow {
  readonly id: string; readonly groupId: string; readonly code: string; readonly on: string; readonly memberName: string; readonly productId: string; readonly productName: string; readonly grade: string; readonly accepted: number;
  readonly available: number; readonly reserved: number; readonly sold: number; readonly withdrawn: number; readonly depositId: string;
}
interface StoredLot {
  id: string; groupId: string; code: string; memberId: string; productId: string; grade: string; on: string; accepted: number; withdrawn: number; holds: { deal: string; reserved: number; sold: number }[] | null;
}

const DEPOSIT = `SELECT d.id::text AS id, d.group_id::text AS "groupId", d.on_day::text AS "on", d.member_id::text AS "memberId", p.name AS "memberName", d.product_id::text AS "productId", pr.name AS "productName", d.grade,
    d.handed_in AS "handedIn", d.accepted, d.rejected, d.reject_reason AS "rejectReason", d.note, l.code AS "lotCode", l.id::text AS "lotId", d.meeting_id::text AS "meetingId", d.actor_name AS "actorName", d.at,
    v.reason AS "voidReason", v.actor_name AS "voidedBy"
  FROM production_deposit d JOIN membership m ON m.id = d.member_id JOIN person p ON p.id = m.person_id JOIN production_product pr ON pr.id = d.product_id
  LEFT JOIN production_lot l ON l.regency_code = d.regency_code AND l.deposit_id = d.id LEFT JOIN production_deposit_void v ON v.deposit_id = d.id`;
const LOT = `SELECT l.id::text AS id, l.group_id::text AS "groupId", l.code, l.on_day::text AS "on", p.name AS "memberName", l.product_id::text AS "productId", pr.name AS "productName", l.grade, l.accepted,
    l.accepted - l.reserved - l.sold - l.withdrawn AS available, l.reserved, l.sold, l.withdrawn, l.deposit_id::text AS "depositId"
  FROM production_lot l JOIN membership m ON m.id = l.member_id JOIN person p ON p.id = m.person_id JOIN production_product pr ON pr.id = l.product_id`;
/** What is typed as a LIKE pattern; null when nothing is. */
const pattern = (q: string | undefined): string | null => (q ? `%${likeText(q)}%` : null);
const LOT_STATE: Readonly<Record<string, string>> = { unsold: 'l.reserved + l.sold + l.withdrawn < l.accepted', reserved: 'l.reserved > 0', sold: 'l.sold > 0', all: 'true' };

export const goodsRepository = {
  async prefix(query: Query, groupId: string): Promise<string | null> {
    return (await query<{ prefix: string }>('SELECT prefix FROM production_prefix WHERE group_id = $1::uuid', [groupId]))[0]?.prefix ?? null;
  },
  /** One new prefix in a regency at a time. */
  lockPrefixes: (query: Query, regencyCode: string) => query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7401))::text', [`prefix/${regencyCode}`]),
  prefixesTaken: async (query: Query, regencyCode: string, wanted: readonly string[]): Promise<Set<string>> =>
    new Set((await query<{ prefix: string }>('SELECT prefix FROM production_prefix WHERE regency_code = $1 AND prefix = ANY($2::text[])', [regencyCode, [...wanted]])).map((r) => r.prefix)),
  addPrefix: (query: Query, of: Of, prefix: string) => query('INSERT INTO production_prefix (group_id, regency_code, prefix) VALUES ($1::uuid, $2, $3)', [of.groupId, of.regencyCode, prefix]),
  /** The last of `count` new numbers of a month. Null past 9999. */
  async numbers(query: Query, of: Of, month: string, count: number): Promise<number> {
    const [row] = await query<{ last: number }>(
      `INSERT INTO production_sequence AS s (group_id, regency_code, month, last) VALUES ($1::uuid, $2, $3::date, $4::int)
       ON CONFLICT (regency_code, group_id, month) DO UPDATE SET last = s.last + $4::int RETURNING last`, [of.groupId, of.regencyCode, month, count]);
    return row?.last ?? count;
  },
  addDeposits: (query: Query, of: Of, rows: readonly DepositInsert[]) =>
    query(
      `INSERT INTO production_deposit (id, regency_code, group_id, meeting_id, member_id, product_id, grade, on_day, handed_in, accepted, rejected, reject_reason, note, actor_id, actor_name, at)
       SELECT id, $2, $3::uuid, meeting_id, member_id, product_id, grade, on_day, handed_in, accepted, rejected, reject_reason, note, $4, $5, $6::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, meeting_id uuid, member_id uuid, product_id uuid, grade text, on_day date, handed_in integer, accepted integer, rejected integer, reject_reason text, note text)`,
      [asRows(rows), of.regencyCode, of.groupId, of.actorId, of.actorName, of.at.toISOString()]),
  addLots: (query: Query, of: Of, rows: readonly LotInsert[]) =>
    query(
      `INSERT INTO production_lot (id, regency_code, group_id, deposit_id, member_id, product_id, grade, on_day, month, sequence, code, accepted)
       SELECT id, $2, $3::uuid, deposit_id, member_id, product_id, grade, on_day, month, sequence, code, accepted
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, deposit_id uuid, member_id uuid, product_id uuid, grade text, on_day date, month date, sequence integer, code text, accepted integer)`,
      [asRows(rows), of.regencyCode, of.groupId]),

  async lots(query: Query, groupId: string, ids: readonly string[] | undefined, lock: boolean): Promise<(Lot & { groupId: string })[]> {
    const chosen = `FROM production_lot l WHERE l.group_id = $1::uuid ${ids ? 'AND l.id = ANY($2::uuid[])' : ''}`;
    const params: unknown[] = ids ? [groupId, [...ids]] : [groupId];
    if (lock) await query(`SELECT l.id::text ${chosen} ORDER BY l.id FOR UPDATE`, params);
    const rows = await query<StoredLot>(
      `SELECT l.id::text AS id, l.group_id::text AS "groupId", l.code, l.member_id::text AS "memberId", l.product_id::text AS "productId", l.grade, l.on_day::text AS "on", l.accepted, l.withdrawn,
         (SELECT jsonb_agg(jsonb_build_object('deal', h.deal_id, 'reserved', h.reserved, 'sold', h.sold) ORDER BY h.deal_id) FROM production_lot_hold h WHERE h.regency_code = l.regency_code AND h.lot_id = l.id) AS holds
       ${chosen} ORDER BY l.on_day, l.code`, params);
    const piles = (row: StoredLot, pile: 'reserved' | 'sold') => new Map((row.holds ?? []).filter((h) => h[pile] > 0).map((h) => [h.deal, h[pile]]));
    return rows.map(({ holds: _holds, ...row }) => ({
      ...row, code: row.code as LotCode, on: row.on as IsoDate, reserved: piles({ ...row, holds: _holds }, 'reserved'), sold: piles({ ...row, holds: _holds }, 'sold'),
    }));
  },
  addLotEvents: (query: Query, of: Of, events: readonly { lotId: string; event: LotEvent; note?: string | null }[]) =>
    query(
      `INSERT INTO production_lot_event (regency_code, lot_id, kind, deal_id, quantity, note, actor_id, actor_name, at)
       SELECT $2, lot_id, kind, deal_id, quantity, note, $3, $4, $5::timestamptz FROM jsonb_to_recordset($1::jsonb) AS r(lot_id uuid, kind text, deal_id uuid, quantity integer, note text)`,
      [asRows(events.map(({ lotId, event, note }) => ({ lot_id: lotId, kind: event.kind, deal_id: 'dealId' in event ? event.dealId : null, quantity: event.quantity, note: note ?? null }))),
        of.regencyCode, of.actorId, of.actorName, of.at.toISOString()]),
  addVoid: (query: Query, of: Of, depositId: string, reason: string) =>
    query('INSERT INTO production_deposit_void (deposit_id, regency_code, reason, actor_id, actor_name, at) VALUES ($1::uuid, $2, $3, $4, $5, $6::timestamptz)',
      [depositId, of.regencyCode, reason, of.actorId, of.actorName, of.at.toISOString()]),

  async deposit(query: Query, id: string): Promise<DepositRow | null> {
    return (await query<DepositRow>(`${DEPOSIT} WHERE d.id = $1::uuid`, [id]))[0] ?? null;
  },
  async deposits(query: Query, groupId: string, f: { q: string | undefined; memberId: string | null; productId: string | null; limit: number; offset: number }) {
    const where = 'd.group_id = $1::uuid AND ($2::uuid IS NULL OR d.member_id = $2::uuid) AND ($3::uuid IS NULL OR d.product_id = $3::uuid) AND ($4::text IS NULL OR p.name ILIKE $4 OR l.code ILIKE $4)';
    const params = [groupId, f.memberId, f.productId, pattern(f.q)];
    const rows = await query<DepositRow>(`${DEPOSIT} WHERE ${where} ORDER BY d.on_day DESC, d.at DESC, l.sequence DESC NULLS LAST, d.id LIMIT ${f.limit} OFFSET ${f.offset}`, params);
    const [n] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM production_deposit d JOIN membership m ON m.id = d.member_id JOIN person p ON p.id = m.person_id
       LEFT JOIN production_lot l ON l.regency_code = d.regency_code AND l.deposit_id = d.id WHERE ${where}`, params);
    return { rows, total: n?.n ?? 0 };
  },
  async lotPage(query: Query, groupId: string, f: { q: string | undefined; state: string; productId: string | null; limit: number; offset: number }) {
    const where = `l.group_id = $1::uuid AND ${LOT_STATE[f.state] ?? 'true'} AND ($2::uuid IS NULL OR l.product_id = $2::uuid) AND ($3::text IS NULL OR p.name ILIKE $3 OR l.code ILIKE $3)`;
    const params = [groupId, f.productId, pattern(f.q)];
    const rows = await query<LotRow>(`${LOT} WHERE ${where} ORDER BY l.on_day, l.code LIMIT ${f.limit} OFFSET ${f.offset}`, params);
    const [n] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM production_lot l JOIN membership m ON m.id = l.member_id JOIN person p ON p.id = m.person_id WHERE ${where}`, params);
    return { rows, total: n?.n ?? 0 };
  },
  async lotByCode(query: Query, code: string): Promise<LotRow[]> {
    return query<LotRow>(`${LOT} WHERE l.code = $1`, [code]);
  },
  stock: (query: Query, groupId: string) =>
    query<{ productId: string; grade: string; unsold: number; oldestOn: string | null }>(
      `SELECT product_id::text AS "productId", grade, sum(accepted - reserved - sold - withdrawn)::float8 AS unsold, min(on_day)::text AS "oldestOn"
       FROM production_lot WHERE group_id = $1::uuid AND reserved + sold + withdrawn < accepted GROUP BY product_id, grade ORDER BY product_id, grade`, [groupId]),
  output: (query: Query, groupId: string, since: string) =>
    query<{ productId: string; month: string; handedIn: number; accepted: number; rejected: number }>(
      `SELECT product_id::text AS "productId", to_char(month, 'YYYY-MM') AS month, handed_in::float8 AS "handedIn", accepted::float8 AS accepted, rejected::float8 AS rejected
       FROM production_output WHERE group_id = $1::uuid AND month >= $2::date ORDER BY month, product_id`, [groupId, since]),
  /** Handed in by member, product and grade in a period, without what was taken back; for norms and progress. */
  made: (query: Query, groupIds: readonly string[], from: string, to: string) =>
    query<{ groupId: string; memberId: string; productId: string; grade: string; handedIn: number; accepted: number; on: string }>(
      `SELECT d.group_id::text AS "groupId", d.member_id::text AS "memberId", d.product_id::text AS "productId", d.grade, d.on_day::text AS "on", sum(d.handed_in)::float8 AS "handedIn", sum(d.accepted)::float8 AS accepted
       FROM production_deposit d WHERE d.group_id = ANY($1::uuid[]) AND d.on_day BETWEEN $2::date AND $3::date AND NOT EXISTS (SELECT 1 FROM production_deposit_void v WHERE v.deposit_id = d.id)
       GROUP BY 1, 2, 3, 4, 5`, [[...groupIds], from, to]),
  counts: async (query: Query, groupId: string) =>
    (await query<{ deposits: number; lots: number; head: number; cases: number }>(
      `SELECT (SELECT count(*)::int FROM production_deposit WHERE group_id = $1::uuid) AS deposits,
              (SELECT count(*)::int FROM production_lot WHERE group_id = $1::uuid AND reserved + sold + withdrawn < accepted) AS lots,
              (SELECT coalesce(sum(head), 0)::float8 FROM production_herd_unit WHERE group_id = $1::uuid AND head > 0) AS head,
              (SELECT count(*)::int FROM production_case WHERE group_id = $1::uuid AND closed_at IS NULL) AS cases`, [groupId]))[0] ?? { deposits: 0, lots: 0, head: 0, cases: 0 },
};
