import { asRows, type Query } from '@anyam/server-kit';

export interface ProposalRecord {
  readonly id: string;
  readonly regencyCode: string;
  readonly programmeId: string;
  readonly ruleSetId: string;
  readonly groupId: string;
  readonly purpose: string | null;
  readonly requested: bigint;
  readonly state: string;
  readonly since: Date;
  readonly visitedOn: string | null;
  readonly visitSuitable: boolean | null;
  readonly visitMet: number | null;
  readonly visitNote: string | null;
  readonly trainingOn: string | null;
  readonly revision: number;
  /** How often its budget plan was saved. */
  readonly planVersion: number;
  readonly decreeId: string | null;
  readonly decreeNumber: string | null;
  readonly decreeDated: string | null;
  /** Some tranche of it was sent to the bank. */
  readonly moneySent: boolean;
}
export interface LineRecord {
  readonly id: string;
  readonly proposalId: string;
  readonly no: number;
  readonly description: string;
  readonly quantity: bigint;
  readonly unit: string;
  readonly unitPrice: bigint;
  readonly category: string;
}
export interface DocumentRecord {
  readonly id: string;
  readonly proposalId: string;
  readonly kind: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly mime: string;
  readonly size: number;
  readonly addedBy: string;
  readonly addedAt: Date;
}

const RECORD = `p.id::text AS id, p.regency_code AS "regencyCode", p.programme_id::text AS "programmeId", p.rule_set_id::text AS "ruleSetId", p.group_id::text AS "groupId", p.purpose, p.requested, p.state, p.since,
  p.visited_on::text AS "visitedOn", p.visit_suitable AS "visitSuitable", p.visit_met AS "visitMet", p.visit_note AS "visitNote", p.training_on::text AS "trainingOn", p.revision, p.plan_version AS "planVersion",
  (SELECT d.id::text FROM decree_recipient r JOIN decree d ON d.id = r.decree_id WHERE r.proposal_id = p.id AND r.revoked_at IS NULL LIMIT 1) AS "decreeId",
  (SELECT d.number FROM decree_recipient r JOIN decree d ON d.id = r.decree_id WHERE r.proposal_id = p.id AND r.revoked_at IS NULL LIMIT 1) AS "decreeNumber",
  (SELECT d.dated::text FROM decree_recipient r JOIN decree d ON d.id = r.decree_id WHERE r.proposal_id = p.id AND r.revoked_at IS NULL LIMIT 1) AS "decreeDated",
  EXISTS (SELECT 1 FROM tranche t WHERE t.proposal_id = p.id AND t.attempt > 0) AS "moneySent"`;

export const proposalRepository = {
  /** `lock`: for update, in order of id. */
  find: (query: Query, ids: readonly string[], lock = false) =>
    query<ProposalRecord>(`SELECT ${RECORD} FROM proposal p WHERE p.id = ANY($1::uuid[]) ORDER BY p.id${lock ? ' FOR UPDATE OF p' : ''}`, [ids]),
  lines: (query: Query, ids: readonly string[]) =>
    query<LineRecord>(
      `SELECT id::text AS id, proposal_id::text AS "proposalId", no, description, quantity, unit, unit_price AS "unitPrice", category FROM budget_line WHERE proposal_id = ANY($1::uuid[]) ORDER BY proposal_id, no`,
      [ids],
    ),
  documents: (query: Query, ids: readonly string[]) =>
    query<DocumentRecord>(
      `SELECT d.id::text AS id, d.proposal_id::text AS "proposalId", d.kind, d.file_id::text AS "fileId", f.name AS "fileName", f.mime, f.size, d.added_name AS "addedBy", d.added_at AS "addedAt"
       FROM proposal_document d JOIN stored_file f ON f.id = d.file_id WHERE d.proposal_id = ANY($1::uuid[]) ORDER BY d.added_at, d.id`,
      [ids],
    ),
  /** Moves those that are still in `from`; gives the ids that moved. */
  async move(query: Query, ids: readonly string[], from: string, to: string, now: Date): Promise<string[]> {
    const rows = await query<{ id: string }>(
      'UPDATE proposal SET state = $3, since = $4::timestamptz, updated_at = $4::timestamptz WHERE id = ANY($1::uuid[]) AND state = $2 RETURNING id::text AS id', [ids, from, to, now.toISOString()]);
    return rows.map((r) => r.id);
  },
  async replaceLines(query: Query, proposalId: string, regencyCode: string, lines: readonly Omit<LineRecord, 'proposalId'>[]): Promise<void> {
    await query('DELETE FROM budget_line WHERE proposal_id = $1::uuid RETURNING 1', [proposalId]);
    if (lines.length === 0) return;
    await query(
      `INSERT INTO budget_line (id, regency_code, proposal_id, no, description, quantity, unit, unit_price, category)
       SELECT id, $2, $1::uuid, no, description, quantity, unit, unit_price, category
       FROM jsonb_to_recordset($3::jsonb) AS r(id uuid, no int, description text, quantity bigint, unit text, unit_price bigint, category text) RETURNING 1`,
      [proposalId, regencyCode, asRows(lines.map(({ unitPrice, ...line }) => ({ ...line, unit_price: unitPrice })))],
    );
  },
  file: (query: Query, id: string) =>
    query<{ id: string; regencyCode: string; sha256: string; dhash: bigint | null; name: string; mime: string; size: number }>(
      'SELECT id::text AS id, regency_code AS "regencyCode", sha256, dhash, name, mime, size FROM stored_file WHERE id = $1::uuid', [id]),
};
