import { MEMBER_FLOWS, STORE_FLOWS, type MaterialBook, type Measure, type MemberFlow, type StoreFlow } from '@anyam/domain/production';
import type { Rupiah } from '@anyam/domain/kernel';
import type { Query } from '@anyam/server-kit';
import type { Of } from './goods.repository.ts';

export interface MaterialEventRow {
  readonly id: string; readonly materialId: string; readonly kind: StoreFlow | MemberFlow; readonly memberId: string | null; readonly quantity: number; readonly value: bigint; readonly on: string;
  readonly partyId: string | null; readonly paidFrom: 'cash' | 'bank' | null; readonly dealId: string | null; readonly relieved: boolean; readonly note: string | null; readonly key: string; readonly reverses: string | null;
}
interface FlowRow {
  readonly materialId: string; readonly holder: string; readonly kind: StoreFlow | MemberFlow; readonly quantity: bigint; readonly value: bigint;
}
export interface MoveRow {
  readonly id: string; readonly on: string; readonly kind: StoreFlow | MemberFlow; readonly materialId: string; readonly materialName: string; readonly memberName: string | null; readonly quantity: number; readonly value: bigint;
  readonly note: string | null; readonly relieved: boolean; readonly actorName: string; readonly reversesId: string | null; readonly reversed: boolean;
}
const EVENT = `e.id::text AS id, e.material_id::text AS "materialId", e.kind, e.member_id::text AS "memberId", e.quantity, e.value, e.on_day::text AS "on", e.party_id::text AS "partyId", e.paid_from AS "paidFrom",
  e.deal_id::text AS "dealId", e.relieved, e.note, e.key, e.reverses::text AS reverses`;
const NOTHING: Measure = { quantity: 0, value: 0n as Rupiah };
const none = <K extends string>(kinds: readonly K[]) => Object.fromEntries(kinds.map((k) => [k, NOTHING])) as Record<K, Measure>;

/** The books of materials of a group out of their flows. */
function booksOf(groupId: string, rows: readonly FlowRow[]): Map<string, MaterialBook> {
  const books = new Map<string, { store: Record<StoreFlow, Measure>; members: Map<string, Record<MemberFlow, Measure>> }>();
  for (const { materialId, holder, kind, quantity, value } of rows) {
    const book = books.get(materialId) ?? { store: none(STORE_FLOWS), members: new Map() };
    books.set(materialId, book);
    const measure = { quantity: Number(quantity), value: value as Rupiah };
    if (holder === groupId) book.store[kind as StoreFlow] = measure;
    else {
      const flows = book.members.get(holder) ?? none(MEMBER_FLOWS);
      flows[kind as MemberFlow] = measure;
      book.members.set(holder, flows);
    }
  }
  return books;
}

export const storeRepository = {
  /** One writer of a material of a group at a time. */
  lock: (query: Query, groupId: string, materialId: string) => query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7401))::text', [`material/${groupId}/${materialId}`]),
  async books(query: Query, groupId: string, materialId: string | null = null): Promise<Map<string, MaterialBook>> {
    const rows = await query<FlowRow>(
      'SELECT material_id::text AS "materialId", holder::text AS holder, kind, quantity, value FROM production_material_flow WHERE group_id = $1::uuid AND ($2::uuid IS NULL OR material_id = $2::uuid)', [groupId, materialId]);
    return booksOf(groupId, rows);
  },
  async byKey(query: Query, groupId: string, key: string): Promise<MaterialEventRow | null> {
    return (await query<MaterialEventRow>(`SELECT ${EVENT} FROM production_material_event e WHERE e.group_id = $1::uuid AND e.key = $2`, [groupId, key]))[0] ?? null;
  },
  async byId(query: Query, groupId: string, id: string): Promise<(MaterialEventRow & { reversed: boolean }) | null> {
    return (await query<MaterialEventRow & { reversed: boolean }>(
      `SELECT ${EVENT}, EXISTS (SELECT 1 FROM production_material_event r WHERE r.reverses = e.id) AS reversed FROM production_material_event e WHERE e.group_id = $1::uuid AND e.id = $2::uuid`, [groupId, id]))[0] ?? null;
  },
  add: (query: Query, of: Of, e: MaterialEventRow) =>
    query(
      `INSERT INTO production_material_event (id, regency_code, group_id, material_id, kind, member_id, quantity, value, on_day, party_id, paid_from, deal_id, relieved, note, key, reverses, actor_id, actor_name, at)
       VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5, $6::uuid, $7::int, $8::bigint, $9::date, $10::uuid, $11, $12::uuid, $13, $14, $15, $16::uuid, $17, $18, $19::timestamptz)`,
      [e.id, of.regencyCode, of.groupId, e.materialId, e.kind, e.memberId, e.quantity, String(e.value), e.on, e.partyId, e.paidFrom, e.dealId, e.relieved, e.note, e.key, e.reverses, of.actorId, of.actorName, of.at.toISOString()]),
  async moves(query: Query, groupId: string, f: { materialId: string | null; limit: number; offset: number }) {
    const where = 'e.group_id = $1::uuid AND ($2::uuid IS NULL OR e.material_id = $2::uuid)';
    const rows = await query<MoveRow>(
      `SELECT e.id::text AS id, e.on_day::text AS "on", e.kind, e.material_id::text AS "materialId", m.name AS "materialName", p.name AS "memberName", e.quantity, e.value, e.note, e.relieved, e.actor_name AS "actorName",
         e.reverses::text AS "reversesId", EXISTS (SELECT 1 FROM production_material_event r WHERE r.regency_code = e.regency_code AND r.reverses = e.id) AS reversed
       FROM production_material_event e JOIN production_material m ON m.id = e.material_id LEFT JOIN membership ms ON ms.id = e.member_id LEFT JOIN person p ON p.id = ms.person_id
       WHERE ${where} ORDER BY e.seq DESC LIMIT ${f.limit} OFFSET ${f.offset}`, [groupId, f.materialId]);
    const [n] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM production_material_event e WHERE ${where}`, [groupId, f.materialId]);
    return { rows, total: n?.n ?? 0 };
  },
  /** Used by member and material in a period, less what was taken back. */
  used: (query: Query, groupIds: readonly string[], from: string, to: string) =>
    query<{ groupId: string; memberId: string; materialId: string; used: number }>(
      `SELECT group_id::text AS "groupId", member_id::text AS "memberId", material_id::text AS "materialId", sum(CASE WHEN reverses IS NULL THEN quantity ELSE -quantity END)::float8 AS used
       FROM production_material_event WHERE group_id = ANY($1::uuid[]) AND kind = 'used' AND on_day BETWEEN $2::date AND $3::date GROUP BY 1, 2, 3`, [[...groupIds], from, to]),
};
