import type { AnimalClass, AnimalSource, DeathCause, HerdEvent, HerdUnit, InKind, OutKind, ProductionFinding } from '@anyam/domain/production';
import { asRows, type Query } from '@anyam/server-kit';
import type { Of } from './goods.repository.ts';

export interface HerdRow {
  readonly id: string; readonly kind: InKind | OutKind | 'change' | 'void'; readonly on: string; readonly reportedOn: string; readonly unitId: string; readonly head: number; readonly event: HerdEvent;
  /** Rupiah paid or got, and the cost in the books. */
  readonly amount: bigint; readonly cost: bigint;
  /** `cash`, `bank`, or the id of a party on whose account it is; null when nothing is paid. */
  readonly purse: string | null;
  readonly cause: DeathCause | null; readonly note: string | null; readonly photoId: string | null; readonly witnessIds: readonly string[]; readonly reportNo: string | null; readonly findings: readonly ProductionFinding[]; readonly reverses: string | null;
}
export type KeptHerdRow = HerdRow & { readonly voided: boolean; readonly actorName: string };
export interface UnitRow {
  readonly id: string; readonly species: string; readonly tag: string | null; readonly head: number; readonly sex: 'female' | 'male' | null; readonly class: AnimalClass; readonly bornOn: string | null; readonly motherId: string | null;
  readonly keeperId: string; readonly keeperName: string; readonly source: AnimalSource; readonly handedOverOn: string | null; readonly since: string; readonly goneKind: OutKind | null; readonly goneOn: string | null;
}
export interface CaseRow {
  readonly id: string; readonly unitId: string; readonly code: 'STOCK_COUNT_DIFFERS'; readonly params: Record<string, string | number>; readonly openedAt: Date; readonly closedAt: Date | null; readonly closedName: string | null; readonly closedNote: string | null;
}

export const herdRepository = {
  /** One writer of a group's livestock at a time. */
  lock: (query: Query, groupId: string) => query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7401))::text', [`herd/${groupId}`]),
  events: (query: Query, groupId: string) =>
    query<KeptHerdRow>(
      `SELECT e.id::text AS id, e.kind, e.on_day::text AS "on", e.reported_on::text AS "reportedOn", e.unit_id::text AS "unitId", e.head, e.event, e.amount, e.cost, e.purse, e.cause, e.note, e.photo_id::text AS "photoId",
         e.witness_ids::text[] AS "witnessIds", e.report_no AS "reportNo", e.findings, e.reverses::text AS reverses, e.actor_name AS "actorName",
         EXISTS (SELECT 1 FROM production_herd_event r WHERE r.regency_code = e.regency_code AND r.reverses = e.id) AS voided
       FROM production_herd_event e WHERE e.group_id = $1::uuid ORDER BY e.seq`, [groupId]),
  add: (query: Query, of: Of, e: HerdRow) =>
    query(
      `INSERT INTO production_herd_event (id, regency_code, group_id, kind, on_day, reported_on, unit_id, head, event, amount, cost, purse, cause, note, photo_id, witness_ids, report_no, findings, reverses, actor_id, actor_name, at)
       VALUES ($1::uuid, $2, $3::uuid, $4, $5::date, $6::date, $7::uuid, $8::int, $9::jsonb, $10::bigint, $11::bigint, $12, $13, $14, $15::uuid, $16::uuid[], $17, $18::jsonb, $19::uuid, $20, $21, $22::timestamptz)`,
      [e.id, of.regencyCode, of.groupId, e.kind, e.on, e.reportedOn, e.unitId, e.head, JSON.stringify(e.event), String(e.amount), String(e.cost), e.purse, e.cause, e.note, e.photoId, [...e.witnessIds], e.reportNo,
        JSON.stringify(e.findings), e.reverses, of.actorId, of.actorName, of.at.toISOString()]),
  /** Writes the units as the replayed book has them; those that a correction undid go. */
  async sync(query: Query, of: Of, units: readonly HerdUnit[]): Promise<void> {
    await query('DELETE FROM production_herd_unit WHERE group_id = $1::uuid AND id <> ALL ($2::uuid[]) RETURNING id::text', [of.groupId, units.map((u) => u.id)]);
    if (units.length === 0) return;
    await query(
      `INSERT INTO production_herd_unit (id, regency_code, group_id, species, tag, head, sex, class, born_on, mother_id, keeper_id, source, handed_over_on, since, gone_kind, gone_on)
       SELECT id, $2, $3::uuid, species, tag, head, sex, class, "bornOn", "motherId", "keeperId", source, "handedOverOn", since, gone ->> 'kind', (gone ->> 'on')::date
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, species text, tag text, head integer, sex text, class text, "bornOn" date, "motherId" uuid, "keeperId" uuid, source text, "handedOverOn" date, since date, gone jsonb)
       ON CONFLICT (id) DO UPDATE SET head = EXCLUDED.head, sex = EXCLUDED.sex, class = EXCLUDED.class, keeper_id = EXCLUDED.keeper_id, gone_kind = EXCLUDED.gone_kind, gone_on = EXCLUDED.gone_on`,
      [asRows(units), of.regencyCode, of.groupId]);
  },
  units: (query: Query, groupId: string) =>
    query<UnitRow>(
      `SELECT u.id::text AS id, u.species, u.tag, u.head, u.sex, u.class, u.born_on::text AS "bornOn", u.mother_id::text AS "motherId", u.keeper_id::text AS "keeperId", p.name AS "keeperName", u.source,
         u.handed_over_on::text AS "handedOverOn", u.since::text AS since, u.gone_kind AS "goneKind", u.gone_on::text AS "goneOn"
       FROM production_herd_unit u JOIN membership m ON m.id = u.keeper_id JOIN person p ON p.id = m.person_id WHERE u.group_id = $1::uuid ORDER BY u.gone_on NULLS FIRST, u.species, u.tag NULLS LAST, u.since, u.id LIMIT 1000`, [groupId]),
  unitElsewhere: async (query: Query, groupId: string, id: string): Promise<boolean> =>
    (await query<{ id: string }>('SELECT id::text AS id FROM production_herd_unit WHERE id = $1::uuid AND group_id <> $2::uuid', [id, groupId])).length > 0,
  groupsOfPhoto: async (query: Query, photoId: string): Promise<string[]> =>
    (await query<{ id: string }>('SELECT DISTINCT group_id::text AS id FROM production_herd_event WHERE photo_id = $1::uuid', [photoId])).map((row) => row.id),
  fileThere: async (query: Query, regencyCode: string, id: string): Promise<boolean> =>
    (await query<{ id: string }>('SELECT id::text AS id FROM stored_file WHERE id = $1::uuid AND regency_code = $2', [id, regencyCode])).length > 0,
  addCount: (query: Query, of: Of, n: { id: string; on: string; facilitator: string; agencySigner: string; lines: readonly object[]; note: string | null }) =>
    query(
      `INSERT INTO production_stock_count (id, regency_code, group_id, on_day, facilitator, agency_signer, lines, note, actor_id, actor_name, at)
       VALUES ($1::uuid, $2, $3::uuid, $4::date, $5, $6, $7::jsonb, $8, $9, $10, $11::timestamptz)`,
      [n.id, of.regencyCode, of.groupId, n.on, n.facilitator, n.agencySigner, asRows(n.lines), n.note, of.actorId, of.actorName, of.at.toISOString()]),
  addCases: (query: Query, of: Of, countId: string, cases: readonly { id: string; unit_id: string; code: string; params: object }[]) =>
    query(
      `INSERT INTO production_case (id, regency_code, group_id, count_id, code, unit_id, params, opened_at)
       SELECT id, $2, $3::uuid, $4::uuid, code, unit_id, params, $5::timestamptz FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, unit_id text, code text, params jsonb)`,
      [asRows(cases), of.regencyCode, of.groupId, countId, of.at.toISOString()]),
  cases: (query: Query, groupId: string) =>
    query<CaseRow>(
      `SELECT id::text AS id, unit_id AS "unitId", code, params, opened_at AS "openedAt", closed_at AS "closedAt", closed_name AS "closedName", closed_note AS "closedNote"
       FROM production_case WHERE group_id = $1::uuid ORDER BY closed_at IS NOT NULL, opened_at DESC LIMIT 100`, [groupId]),
  caseState: async (query: Query, groupId: string, id: string): Promise<'open' | 'closed' | null> => {
    const [row] = await query<{ closed: boolean }>('SELECT closed_at IS NOT NULL AS closed FROM production_case WHERE id = $1::uuid AND group_id = $2::uuid FOR UPDATE', [id, groupId]);
    return row ? (row.closed ? 'closed' : 'open') : null;
  },
  closeCase: (query: Query, of: Of, id: string, note: string) =>
    query('UPDATE production_case SET closed_at = $2::timestamptz, closed_by = $3, closed_name = $4, closed_note = $5 WHERE id = $1::uuid RETURNING id::text', [id, of.at.toISOString(), of.actorId, of.actorName, note]),
  counts: (query: Query, groupId: string) =>
    query<{ id: string; on: string; facilitator: string; agencySigner: string; lines: number }>(
      `SELECT id::text AS id, on_day::text AS "on", facilitator, agency_signer AS "agencySigner", jsonb_array_length(lines)::int AS lines FROM production_stock_count WHERE group_id = $1::uuid ORDER BY on_day DESC, at DESC LIMIT 20`, [groupId]),
};
