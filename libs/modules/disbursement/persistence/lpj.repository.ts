import type { Call } from '@anyam/contract-kit';
import { asRows, type Query } from '@anyam/server-kit';
import { reachOf, type GroupFilter } from './reach.ts';

export interface LpjRecord {
  readonly id: string; readonly regencyCode: string; readonly programmeId: string; readonly proposalId: string; readonly trancheId: string; readonly groupId: string; readonly state: string; readonly since: Date; readonly dueOn: string; readonly overdue: string;
  readonly accountBalance: bigint; readonly cashBalance: bigint; readonly balanceOn: string | null; readonly withdrawn: bigint; readonly withdrawnOn: string | null; readonly shiftFileId: string | null; readonly shiftApprovedBy: string | null; readonly shiftApprovedName: string | null;
  readonly proofFileId: string | null; readonly typedBy: string | null; readonly typedName: string | null; readonly typedByFacilitator: boolean; readonly contentHash: string; readonly version: number; readonly refunded: bigint;
}
export interface ExpenditureRecord {
  readonly id: string; readonly lpjId: string; readonly budgetLineId: string; readonly no: number; readonly on: string; readonly payee: string; readonly goods: string; readonly amount: bigint; readonly fileId: string | null; readonly fileName: string | null;
  readonly sha256: string | null; readonly dhash: bigint | null; readonly uploadedOn: string | null; readonly witnesses: string[]; readonly removed: boolean; readonly revision: number; readonly posted: bigint | null;
}

const RECORD = `l.id::text AS id, l.regency_code AS "regencyCode", l.programme_id::text AS "programmeId", l.proposal_id::text AS "proposalId", l.tranche_id::text AS "trancheId", l.group_id::text AS "groupId", l.state, l.since, l.due_on::text AS "dueOn", l.overdue,
  l.account_balance AS "accountBalance", l.cash_balance AS "cashBalance", l.balance_on::text AS "balanceOn", l.withdrawn, l.withdrawn_on::text AS "withdrawnOn", l.shift_file_id::text AS "shiftFileId", l.shift_approved_by AS "shiftApprovedBy", l.shift_approved_name AS "shiftApprovedName",
  l.proof_file_id::text AS "proofFileId", l.typed_by AS "typedBy", l.typed_name AS "typedName", l.typed_by_facilitator AS "typedByFacilitator", l.content_hash AS "contentHash", l.version,
  coalesce((SELECT sum(r.amount) FROM treasury_refund r WHERE r.lpj_id = l.id), 0)::bigint AS refunded`;
const EXPENDITURE = `e.id::text AS id, e.lpj_id::text AS "lpjId", e.budget_line_id::text AS "budgetLineId", e.no, e.spent_on::text AS "on", e.payee, e.goods, e.amount, e.file_id::text AS "fileId", f.name AS "fileName", f.sha256, f.dhash,
  (f.uploaded_at AT TIME ZONE 'Asia/Jakarta')::date::text AS "uploadedOn", e.witnesses, e.removed, e.revision, e.posted`;
const SORT: Readonly<Record<string, string>> = { due: 'l.due_on', group: 'g.name_key', amount: 't.received DESC, g.name_key' };

export const lpjRepository = {
  find: async (query: Query, id: string, lock = false) => (await query<LpjRecord>(`SELECT ${RECORD} FROM lpj l WHERE l.id = $1::uuid${lock ? ' FOR UPDATE OF l' : ''}`, [id]))[0] ?? null,
  expenditures: (query: Query, lpjIds: readonly string[]) =>
    query<ExpenditureRecord>(`SELECT ${EXPENDITURE} FROM expenditure e LEFT JOIN stored_file f ON f.id = e.file_id WHERE e.lpj_id = ANY($1::uuid[]) ORDER BY e.lpj_id, e.removed, e.no, e.id`, [lpjIds]),
  /** Spent on each RAB line in the reports of earlier tranches of the same proposal. */
  spentBefore: (query: Query, proposalId: string, trancheId: string) =>
    query<{ budgetLineId: string; amount: bigint }>(
      `SELECT e.budget_line_id::text AS "budgetLineId", sum(e.amount)::bigint AS amount FROM expenditure e JOIN lpj l ON l.id = e.lpj_id JOIN tranche t ON t.id = l.tranche_id
       WHERE l.proposal_id = $1::uuid AND NOT e.removed AND t.no < (SELECT no FROM tranche WHERE id = $2::uuid) GROUP BY e.budget_line_id`, [proposalId, trancheId]),
  /** Receipts of other reports that are the same file, or pictures of the same regency that may look alike. */
  otherReceipts: (query: Query, lpjId: string, regencyCode: string, hashes: readonly string[], pictures: readonly bigint[], distance: number) =>
    query<{ lpjId: string; expenditureId: string; sha256: string; dhash: bigint | null }>(
      `SELECT e.lpj_id::text AS "lpjId", e.id::text AS "expenditureId", f.sha256, f.dhash FROM expenditure e JOIN stored_file f ON f.id = e.file_id
       WHERE e.regency_code = $2 AND e.lpj_id <> $1::uuid AND NOT e.removed
         AND (f.sha256 = ANY($3::text[]) OR (f.dhash IS NOT NULL AND EXISTS (SELECT 1 FROM unnest($4::bigint[]) h WHERE bit_count((f.dhash # h)::bit(64)) <= $5))) LIMIT 500`,
      [lpjId, regencyCode, hashes, pictures, distance]),
  confirmations: (query: Query, lpjId: string) =>
    query<{ role: 'chair' | 'treasurer'; personId: string; name: string; method: 'signature' | 'phone' | 'visit'; on: string; recordedBy: string; contentHash: string }>(
      `SELECT role, person_id::text AS "personId", person_name AS name, method, confirmed_on::text AS "on", recorded_name AS "recordedBy", content_hash AS "contentHash" FROM lpj_confirmation WHERE lpj_id = $1::uuid ORDER BY recorded_at`, [lpjId]),
  notes: (query: Query, lpjId: string) => query<{ code: string; subject: string; note: string }>('SELECT code, subject, note FROM lpj_note WHERE lpj_id = $1::uuid', [lpjId]),
  async upsertExpenditures(query: Query, lpjId: string, regencyCode: string, rows: readonly object[]): Promise<number> {
    if (rows.length === 0) return 0;
    const made = await query<{ n: number }>(
      `INSERT INTO expenditure (id, regency_code, lpj_id, budget_line_id, no, spent_on, payee, goods, amount, file_id, witnesses, removed)
       SELECT id, $2, $1::uuid, budget_line_id, no, spent_on, payee, goods, amount, file_id, ARRAY(SELECT jsonb_array_elements_text(witnesses)), false
       FROM jsonb_to_recordset($3::jsonb) AS r(id uuid, budget_line_id uuid, no int, spent_on date, payee text, goods text, amount bigint, file_id uuid, witnesses jsonb)
       ON CONFLICT (regency_code, id) DO UPDATE SET budget_line_id = EXCLUDED.budget_line_id, no = EXCLUDED.no, spent_on = EXCLUDED.spent_on, payee = EXCLUDED.payee, goods = EXCLUDED.goods, amount = EXCLUDED.amount,
         file_id = EXCLUDED.file_id, witnesses = EXCLUDED.witnesses, removed = false WHERE expenditure.lpj_id = EXCLUDED.lpj_id RETURNING 1 AS n`,
      [lpjId, regencyCode, asRows(rows)]);
    return made.length;
  },
  /** A page of reports; counts by state and step, whatever of these is asked for, from which the total follows. */
  async list(query: Query, call: Call, filter: GroupFilter & { states?: readonly string[]; overdue?: readonly string[]; programmeId?: string }, sort: string, limit: number, offset: number) {
    const params: unknown[] = [];
    const reach = reachOf(call, 'l', params, filter);
    const parts = [reach.where];
    if (filter.programmeId) parts.push(`l.programme_id = $${params.push(filter.programmeId)}::uuid`);
    const counting = query<{ state: string; overdue: string; count: number }>(
      `SELECT l.state, l.overdue, count(*)::int AS count FROM lpj l ${reach.join} WHERE ${parts.join(' AND ')} GROUP BY l.state, l.overdue`, [...params]);
    const { states = [], overdue = [] } = filter;
    if (states.length > 0) parts.push(`l.state = ANY($${params.push(states)}::text[])`);
    if (overdue.length > 0) parts.push(`l.overdue = ANY($${params.push(overdue)}::text[])`);
    const reading = query<{
      id: string; trancheId: string; trancheNo: number; groupId: string; groupName: string; villageName: string; districtName: string; facilitatorName: string | null; programmeName: string; received: bigint; spent: bigint; state: string; dueOn: string; overdue: string;
    }>(
      `SELECT l.id::text AS id, t.id::text AS "trancheId", t.no AS "trancheNo", g.id::text AS "groupId", g.name AS "groupName", v.name AS "villageName", d.name AS "districtName", u.name AS "facilitatorName", pr.name AS "programmeName", coalesce(t.received, 0)::bigint AS received,
              coalesce((SELECT sum(e.amount) FROM expenditure e WHERE e.lpj_id = l.id AND NOT e.removed), 0)::bigint AS spent, l.state, l.due_on::text AS "dueOn", l.overdue
       FROM lpj l JOIN tranche t ON t.id = l.tranche_id JOIN kube_group g ON g.id = l.group_id JOIN programme pr ON pr.id = l.programme_id
       JOIN region v ON v.code = g.village_code JOIN region d ON d.code = g.district_code LEFT JOIN auth_user u ON u.id = g.facilitator_id
       WHERE ${parts.join(' AND ')} ORDER BY ${SORT[sort] ?? 'l.due_on'}, l.id LIMIT ${limit} OFFSET ${offset}`, params);
    const [rows, counts] = await Promise.all([reading, counting]);
    const asked = (c: { state: string; overdue: string }) => (states.length === 0 || states.includes(c.state)) && (overdue.length === 0 || overdue.includes(c.overdue));
    return { rows, counts, total: counts.filter(asked).reduce((n, c) => n + c.count, 0) };
  },
  /** Moves open reports that still stand on the step they are said to; gives those that moved. */
  moveOverdue: (query: Query, changes: readonly { id: string; from: string; to: string }[]) =>
    query<{ id: string }>(
      `UPDATE lpj l SET overdue = c."to" FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, "from" text, "to" text)
       WHERE l.id = c.id AND l.overdue = c."from" AND l.state IN ('belum', 'draf', 'dikembalikan') RETURNING l.id::text AS id`, [asRows(changes)]),
  /** Reports not yet handed in, for the ladder. */
  open: (query: Query) =>
    query<{ id: string; programmeId: string; ruleSetId: string; groupId: string; dueOn: string; overdue: string; regencyCode: string }>(
      `SELECT l.id::text AS id, l.programme_id::text AS "programmeId", p.rule_set_id::text AS "ruleSetId", l.group_id::text AS "groupId", l.due_on::text AS "dueOn", l.overdue, l.regency_code AS "regencyCode"
       FROM lpj l JOIN proposal p ON p.id = l.proposal_id WHERE l.state IN ('belum', 'draf', 'dikembalikan') ORDER BY l.id`),
};
