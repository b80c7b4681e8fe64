import { asRows, likeText, type Query } from '@anyam/server-kit';

export interface DecreeRecord {
  readonly id: string; readonly regencyCode: string; readonly programmeId: string; readonly programmeName: string; readonly state: string; readonly number: string | null; readonly dated: string | null;
  readonly sha256: string | null; readonly total: bigint; readonly recipients: number; readonly createdBy: string; readonly createdAt: Date;
}
export interface RecipientRecord {
  readonly proposalId: string;
  readonly groupId: string;
  readonly amount: bigint;
  readonly revoked: boolean;
}

const RECORD = `d.id::text AS id, d.regency_code AS "regencyCode", d.programme_id::text AS "programmeId", pr.name AS "programmeName", d.state, d.number, d.dated::text AS dated, d.sha256,
  coalesce((SELECT sum(r.amount) FROM decree_recipient r WHERE r.decree_id = d.id), 0)::bigint AS total, (SELECT count(*)::int FROM decree_recipient r WHERE r.decree_id = d.id) AS recipients,
  d.created_name AS "createdBy", d.created_at AS "createdAt"`;
const FROM = 'FROM decree d JOIN programme pr ON pr.id = d.programme_id';

export const decreeRepository = {
  find: async (query: Query, id: string, lock = false) =>
    (await query<DecreeRecord>(`SELECT ${RECORD} ${FROM} WHERE d.id = $1::uuid${lock ? ' FOR UPDATE OF d' : ''}`, [id]))[0] ?? null,
  async list(query: Query, scope: string, params: unknown[], filter: { programmeId?: string; state?: string; q?: string }, limit: number, offset: number): Promise<{ rows: DecreeRecord[]; total: number }> {
    let where = scope;
    if (filter.programmeId) where += ` AND d.programme_id = $${params.push(filter.programmeId)}::uuid`;
    if (filter.state) where += ` AND d.state = $${params.push(filter.state)}`;
    if (filter.q) where += ` AND (d.number ILIKE $${params.push(`%${likeText(filter.q)}%`)} OR pr.name ILIKE $${params.length})`;
    const rows = await query<DecreeRecord>(`SELECT ${RECORD} ${FROM} WHERE ${where} ORDER BY d.created_at DESC, d.id LIMIT ${limit} OFFSET ${offset}`, params);
    const [n] = await query<{ n: number }>(`SELECT count(*)::int AS n ${FROM} WHERE ${where}`, params);
    return { rows, total: n?.n ?? 0 };
  },
  recipients: (query: Query, decreeId: string) =>
    query<RecipientRecord>('SELECT proposal_id::text AS "proposalId", group_id::text AS "groupId", amount, revoked_at IS NOT NULL AS revoked FROM decree_recipient WHERE decree_id = $1::uuid ORDER BY proposal_id', [decreeId]),
  canonical: async (query: Query, id: string) => (await query<{ canonical: string | null; sha256: string | null }>('SELECT canonical, sha256 FROM decree WHERE id = $1::uuid', [id]))[0] ?? null,
  /** Verified proposals of a programme that stand in no decree. */
  free: (query: Query, programmeId: string) =>
    query<{ id: string }>(
      `SELECT p.id::text AS id FROM proposal p WHERE p.programme_id = $1::uuid AND p.state = 'lolos'
         AND NOT EXISTS (SELECT 1 FROM decree_recipient r WHERE r.proposal_id = p.id AND r.revoked_at IS NULL) ORDER BY p.since, p.id LIMIT 500`, [programmeId]),
  /** Gives how many went in; a proposal that is in another decree does not. */
  async addRecipients(query: Query, decreeId: string, regencyCode: string, rows: readonly { proposal_id: string; group_id: string; amount: bigint }[]): Promise<number> {
    const made = await query<{ n: number }>(
      `INSERT INTO decree_recipient (decree_id, proposal_id, regency_code, group_id, amount)
       SELECT $1::uuid, proposal_id, $2, group_id, amount FROM jsonb_to_recordset($3::jsonb) AS r(proposal_id uuid, group_id uuid, amount bigint) ON CONFLICT DO NOTHING RETURNING 1 AS n`,
      [decreeId, regencyCode, asRows(rows)]);
    return made.length;
  },
  async addTranches(query: Query, rows: readonly object[]): Promise<void> {
    await query(
      `INSERT INTO tranche (id, regency_code, programme_id, proposal_id, group_id, decree_id, no, of, amount, state, since)
       SELECT id, regency_code, programme_id, proposal_id, group_id, decree_id, no, of, amount, 'direncanakan', since
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, regency_code text, programme_id uuid, proposal_id uuid, group_id uuid, decree_id uuid, no int, of int, amount bigint, since timestamptz) RETURNING 1`,
      [asRows(rows)]);
  },
};
