import type { Season } from '@anyam/domain/production';
import { asRows, type Query } from '@anyam/server-kit';
import type { Of } from './goods.repository.ts';

export interface TargetRow {
  readonly id: string; readonly productId: string; readonly from: string; readonly to: string; readonly decided: number; readonly quantity: number; readonly decisionId: string;
  readonly season: Season | null; readonly percent: number | null; readonly seasonDecisionId: string | null; readonly parts: { memberId: string; quantity: number }[];
}

const TARGET = `t.id::text AS id, t.product_id::text AS "productId", t.from_on::text AS "from", t.to_on::text AS "to", t.decided, t.quantity, t.decision_id AS "decisionId", t.season, t.season_percent AS percent,
  t.season_decision_id AS "seasonDecisionId",
  (SELECT jsonb_agg(jsonb_build_object('memberId', p.member_id, 'quantity', p.quantity) ORDER BY p.member_id) FROM production_target_part p WHERE p.regency_code = t.regency_code AND p.target_id = t.id) AS parts`;

export const targetRepository = {
  lock: (query: Query, groupId: string, productId: string) => query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7401))::text', [`target/${groupId}/${productId}`]),
  /** Targets in force whose period touches these days, newest first. */
  async touching(query: Query, groupId: string, from: string, to: string, productId: string | null = null): Promise<TargetRow[]> {
    const rows = await query<TargetRow & { parts: TargetRow['parts'] | null }>(
      `SELECT ${TARGET} FROM production_target t WHERE t.group_id = $1::uuid AND t.replaced_at IS NULL AND t.from_on <= $3::date AND t.to_on >= $2::date AND ($4::uuid IS NULL OR t.product_id = $4::uuid)
       ORDER BY t.from_on DESC, t.set_at DESC LIMIT 60`, [groupId, from, to, productId]);
    return rows.map((r) => ({ ...r, parts: r.parts ?? [] }));
  },
  dropped: async (query: Query, groupId: string): Promise<Set<string>> =>
    new Set((await query<{ id: string }>('SELECT decision_id AS id FROM production_target_drop WHERE group_id = $1::uuid', [groupId])).map((r) => r.id)),
  /** False when it was put away before. */
  async drop(query: Query, of: Of, decisionId: string, reason: string): Promise<boolean> {
    const made = await query(
      `INSERT INTO production_target_drop (group_id, decision_id, regency_code, reason, dropped_by, dropped_by_name, at) VALUES ($1::uuid, $2, $3, $4, $5, $6, $7::timestamptz)
       ON CONFLICT DO NOTHING RETURNING 1`, [of.groupId, decisionId, of.regencyCode, reason, of.actorId, of.actorName, of.at.toISOString()]);
    return made.length > 0;
  },
  decisionsUsed: async (query: Query, groupId: string): Promise<Set<string>> =>
    new Set((await query<{ id: string }>('SELECT decision_id AS id FROM production_target WHERE group_id = $1::uuid', [groupId])).map((r) => r.id)),
  replace: (query: Query, id: string, at: Date) => query('UPDATE production_target SET replaced_at = $2::timestamptz WHERE id = $1::uuid AND replaced_at IS NULL RETURNING id::text', [id, at.toISOString()]),
  async add(query: Query, of: Of, t: TargetRow, capacities: readonly { memberId: string; capacity: number; quantity: number }[]): Promise<void> {
    await query(
      `INSERT INTO production_target (id, regency_code, group_id, product_id, from_on, to_on, decided, quantity, decision_id, season, season_percent, season_decision_id, set_by, set_at)
       VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5::date, $6::date, $7::int, $8::int, $9, $10, $11::int, $12, $13, $14::timestamptz)`,
      [t.id, of.regencyCode, of.groupId, t.productId, t.from, t.to, t.decided, t.quantity, t.decisionId, t.season, t.percent, t.seasonDecisionId, of.actorId, of.at.toISOString()]);
    await query(
      'INSERT INTO production_target_part (target_id, regency_code, member_id, capacity, quantity) SELECT $2::uuid, $3, "memberId", capacity, quantity FROM jsonb_to_recordset($1::jsonb) AS r("memberId" uuid, capacity integer, quantity integer)',
      [asRows(capacities), t.id, of.regencyCode]);
  },
};
