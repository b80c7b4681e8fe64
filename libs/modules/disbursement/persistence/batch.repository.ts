import { asRows, likeText, type Query } from '@anyam/server-kit';

export interface BatchRecord {
  readonly id: string; readonly regencyCode: string; readonly programmeId: string; readonly programmeName: string; readonly number: string; readonly name: string; readonly bankFormat: string;
  readonly state: string; readonly since: Date; readonly workState: string; readonly workAction: string | null; readonly workInput: WorkInput | null; readonly workAttempt: number; readonly workError: string | null; readonly workSince: Date | null;
  readonly sppNumber: string | null; readonly sppDate: string | null; readonly spmNumber: string | null; readonly spmDate: string | null; readonly sp2dNumber: string | null; readonly sp2dDate: string | null;
  readonly sp2dFileId: string | null; readonly sentAt: Date | null; readonly listSha256: string | null; readonly matchedAt: Date | null; readonly createdAt: Date;
}
/** What a queued step needs when nobody is there any more: who asked for it and with what. */
export interface WorkInput {
  readonly actorId: string;
  readonly actorName: string;
  readonly number: string;
  readonly date: string;
  readonly fileId: string;
  readonly note: string | null;
}
export interface BatchListRow {
  readonly id: string; readonly number: string; readonly name: string; readonly programmeId: string; readonly programmeName: string; readonly state: string; readonly workState: string;
  readonly lines: number; readonly total: bigint; readonly paid: number; readonly returned: number; readonly openCases: number; readonly sp2dNumber: string | null; readonly sp2dDate: string | null; readonly since: Date; readonly createdAt: Date;
}
export interface BatchLineRecord {
  readonly id: string; readonly batchId: string; readonly trancheId: string; readonly proposalId: string; readonly groupId: string; readonly place: number; readonly reference: string; readonly amount: bigint; readonly groupName: string;
  readonly bank: string | null; readonly accountNumber: string | null; readonly accountName: string | null; readonly attempt: number; readonly result: string; readonly bankAmount: bigint | null; readonly bankOn: string | null; readonly statementLineId: string | null;
}
export interface StatementLineRecord {
  readonly id: string; readonly statementId: string; readonly no: number; readonly on: string; readonly kind: 'credit' | 'return'; readonly reference: string; readonly accountNumber: string; readonly name: string;
  readonly amount: bigint; readonly description: string; readonly result: string; readonly batchLineId: string | null; readonly note: string | null;
}
export interface CaseRecord {
  readonly id: string; readonly batchId: string; readonly batchNumber: string; readonly key: string; readonly kind: string; readonly trancheId: string | null; readonly groupId: string | null; readonly groupName: string | null;
  readonly texts: { text: { id: string; en: string }; suggestion: { id: string; en: string } }; readonly state: string; readonly note: string | null; readonly openedAt: Date; readonly closedBy: string | null; readonly closedAt: Date | null;
}

const RECORD = `b.id::text AS id, b.regency_code AS "regencyCode", b.programme_id::text AS "programmeId", pr.name AS "programmeName", b.number, b.name, b.bank_format AS "bankFormat", b.state, b.since,
  b.work_state AS "workState", b.work_action AS "workAction", b.work_input AS "workInput", b.work_attempt AS "workAttempt", b.work_error AS "workError", b.work_since AS "workSince",
  b.spp_number AS "sppNumber", b.spp_date::text AS "sppDate", b.spm_number AS "spmNumber", b.spm_date::text AS "spmDate", b.sp2d_number AS "sp2dNumber", b.sp2d_date::text AS "sp2dDate",
  b.sp2d_file_id::text AS "sp2dFileId", b.sent_at AS "sentAt", b.list_sha256 AS "listSha256", b.matched_at AS "matchedAt", b.created_at AS "createdAt"`;
const FROM = 'FROM payment_batch b JOIN programme pr ON pr.id = b.programme_id';
const LINE = `l.id::text AS id, l.batch_id::text AS "batchId", l.tranche_id::text AS "trancheId", l.proposal_id::text AS "proposalId", l.group_id::text AS "groupId", l.place, l.reference, l.amount, l.group_name AS "groupName",
  l.bank, l.account_number AS "accountNumber", l.account_name AS "accountName", l.attempt, l.result, l.bank_amount AS "bankAmount", l.bank_on::text AS "bankOn", l.statement_line_id::text AS "statementLineId"`;
const CASE = `c.id::text AS id, c.batch_id::text AS "batchId", b.number AS "batchNumber", c.case_key AS key, c.kind, c.tranche_id::text AS "trancheId", c.group_id::text AS "groupId", g.name AS "groupName", c.texts, c.state, c.note,
  c.opened_at AS "openedAt", c.closed_name AS "closedBy", c.closed_at AS "closedAt"`;
const CASE_FROM = 'FROM reconciliation_case c JOIN payment_batch b ON b.id = c.batch_id LEFT JOIN kube_group g ON g.id = c.group_id';

export const batchRepository = {
  find: async (query: Query, id: string, lock = false) =>
    (await query<BatchRecord>(`SELECT ${RECORD} ${FROM} WHERE b.id = $1::uuid${lock ? ' FOR UPDATE OF b' : ''}`, [id]))[0] ?? null,
  async list(query: Query, scope: string, params: unknown[], filter: { programmeId?: string; states?: readonly string[]; q?: string }, limit: number, offset: number) {
    let where = scope;
    if (filter.programmeId) where += ` AND b.programme_id = $${params.push(filter.programmeId)}::uuid`;
    if (filter.q) where += ` AND (b.number ILIKE $${params.push(`%${likeText(filter.q)}%`)} OR b.name ILIKE $${params.length} OR b.sp2d_number ILIKE $${params.length})`;
    const counts = await query<{ state: string; count: number }>(`SELECT b.state, count(*)::int AS count ${FROM} WHERE ${where} GROUP BY b.state`, [...params]);
    if (filter.states && filter.states.length > 0) where += ` AND b.state = ANY($${params.push(filter.states)}::text[])`;
    const rows = await query<BatchListRow>(
      `SELECT b.id::text AS id, b.number, b.name, b.programme_id::text AS "programmeId", pr.name AS "programmeName", b.state, b.work_state AS "workState",
              s.lines, s.total, s.paid, s.returned, (SELECT count(*)::int FROM reconciliation_case c WHERE c.batch_id = b.id AND c.state = 'open') AS "openCases",
              b.sp2d_number AS "sp2dNumber", b.sp2d_date::text AS "sp2dDate", b.since, b.created_at AS "createdAt"
       ${FROM} CROSS JOIN LATERAL (SELECT count(*)::int AS lines, coalesce(sum(l.amount), 0)::bigint AS total, count(*) FILTER (WHERE l.result = 'paid')::int AS paid, count(*) FILTER (WHERE l.result = 'returned')::int AS returned
         FROM batch_line l WHERE l.batch_id = b.id AND l.removed_at IS NULL) s
       WHERE ${where} ORDER BY b.created_at DESC, b.id LIMIT ${limit} OFFSET ${offset}`, params);
    return { rows, counts };
  },
  lines: (query: Query, batchId: string) => query<BatchLineRecord>(`SELECT ${LINE} FROM batch_line l WHERE l.batch_id = $1::uuid AND l.removed_at IS NULL ORDER BY l.place`, [batchId]),
  /** Newest line of each tranche. */
  linesOfTranches: (query: Query, trancheIds: readonly string[]) =>
    query<BatchLineRecord>(`SELECT DISTINCT ON (l.tranche_id) ${LINE} FROM batch_line l WHERE l.tranche_id = ANY($1::uuid[]) AND l.removed_at IS NULL ORDER BY l.tranche_id, l.attempt DESC, l.place DESC, l.id`, [trancheIds]),
  async addLines(query: Query, rows: readonly object[]): Promise<void> {
    await query(
      `INSERT INTO batch_line (id, regency_code, batch_id, tranche_id, proposal_id, group_id, place, reference, attempt, amount, group_name, bank, account_number, account_name)
       SELECT id, regency_code, batch_id, tranche_id, proposal_id, group_id, place, reference, attempt, amount, group_name, bank, account_number, account_name
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, regency_code text, batch_id uuid, tranche_id uuid, proposal_id uuid, group_id uuid, place int, reference text, attempt int, amount bigint, group_name text, bank text, account_number text, account_name text) RETURNING 1`,
      [asRows(rows)]);
  },
  lastPlace: async (query: Query, batchId: string) => (await query<{ n: number }>('SELECT coalesce(max(place), 0)::int AS n FROM batch_line WHERE batch_id = $1::uuid', [batchId]))[0]?.n ?? 0,
  /** Next number of a regency and year; held until the end of the transaction so that two do not get the same. */
  async nextNumber(query: Query, regencyCode: string, year: string): Promise<string> {
    await query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7302))::text', [`batch/${regencyCode}`]);
    const [row] = await query<{ n: number }>(
      `SELECT coalesce(max(substring(number FROM '[0-9]+$')::int), 0) + 1 AS n FROM payment_batch WHERE regency_code = $1 AND number LIKE $2`, [regencyCode, `B${year}-%`]);
    return `B${year}-${String(row?.n ?? 1).padStart(4, '0')}`;
  },
  statements: (query: Query, batchId: string) =>
    query<{ id: string; fileName: string; rows: number; importedBy: string; importedAt: Date; sha256: string }>(
      'SELECT id::text AS id, file_name AS "fileName", row_count AS rows, imported_name AS "importedBy", imported_at AS "importedAt", sha256 FROM bank_statement WHERE batch_id = $1::uuid ORDER BY imported_at', [batchId]),
  statementLines: (query: Query, batchId: string) =>
    query<StatementLineRecord>(
      `SELECT id::text AS id, statement_id::text AS "statementId", no, counts_on::text AS "on", kind, reference, account_number AS "accountNumber", name, amount, description, result, batch_line_id::text AS "batchLineId", note
       FROM bank_statement_line WHERE batch_id = $1::uuid ORDER BY counts_on, no, id`, [batchId]),
  cases: (query: Query, batchId: string) => query<CaseRecord>(`SELECT ${CASE} ${CASE_FROM} WHERE c.batch_id = $1::uuid ORDER BY c.state DESC, c.opened_at, c.case_key`, [batchId]),
  case: async (query: Query, id: string) => (await query<CaseRecord & { regencyCode: string }>(`SELECT ${CASE}, c.regency_code AS "regencyCode" ${CASE_FROM} WHERE c.id = $1::uuid`, [id]))[0] ?? null,
  async caseList(query: Query, scope: string, params: unknown[], filter: { state?: string; batchId?: string; programmeId?: string }, limit: number, offset: number) {
    let where = scope;
    if (filter.state) where += ` AND c.state = $${params.push(filter.state)}`;
    if (filter.batchId) where += ` AND c.batch_id = $${params.push(filter.batchId)}::uuid`;
    if (filter.programmeId) where += ` AND b.programme_id = $${params.push(filter.programmeId)}::uuid`;
    const rows = await query<CaseRecord>(`SELECT ${CASE} ${CASE_FROM} WHERE ${where} ORDER BY c.state DESC, c.opened_at, c.id LIMIT ${limit} OFFSET ${offset}`, params);
    const [n] = await query<{ n: number }>(`SELECT count(*)::int AS n ${CASE_FROM} WHERE ${where}`, params);
    return { rows, total: n?.n ?? 0 };
  },
  openCasesOf: (query: Query, groupIds: readonly string[]) =>
    query<{ groupId: string; n: number }>(`SELECT group_id::text AS "groupId", count(*)::int AS n FROM reconciliation_case WHERE group_id = ANY($1::uuid[]) AND state = 'open' GROUP BY group_id`, [groupIds]),
};
