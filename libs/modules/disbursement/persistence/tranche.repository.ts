import type { Call } from '@anyam/contract-kit';
import type { Query } from '@anyam/server-kit';
import { reachOf, type GroupFilter } from './reach.ts';

export interface TrancheRecord {
  readonly id: string; readonly regencyCode: string; readonly programmeId: string; readonly proposalId: string; readonly groupId: string; readonly no: number; readonly of: number; readonly amount: bigint; readonly state: string; readonly since: Date;
  readonly attempt: number; readonly batchId: string | null; readonly received: bigint | null; readonly receivedOn: string | null; readonly repaired: boolean; readonly confirmations: number;
  readonly lpjId: string | null; readonly lpjState: string | null;
  readonly prevReceived: bigint | null; readonly prevReceivedOn: string | null; readonly prevLpjState: string | null; readonly prevConfirmations: number; readonly prevLpjId: string | null;
}

const RECORD = `t.id::text AS id, t.regency_code AS "regencyCode", t.programme_id::text AS "programmeId", t.proposal_id::text AS "proposalId", t.group_id::text AS "groupId", t.no, t.of, t.amount, t.state, t.since, t.attempt,
  t.batch_id::text AS "batchId", t.received, t.received_on::text AS "receivedOn", t.repaired_at IS NOT NULL AS repaired,
  (SELECT count(*)::int FROM receipt_confirmation c WHERE c.tranche_id = t.id) AS confirmations,
  (SELECT l.id::text FROM lpj l WHERE l.tranche_id = t.id) AS "lpjId", (SELECT l.state FROM lpj l WHERE l.tranche_id = t.id) AS "lpjState",
  pt.received AS "prevReceived", pt.received_on::text AS "prevReceivedOn", pl.state AS "prevLpjState",
  (SELECT count(*)::int FROM receipt_confirmation c WHERE c.tranche_id = pt.id) AS "prevConfirmations",
  pl.id::text AS "prevLpjId"`;
const FROM = 'FROM tranche t LEFT JOIN tranche pt ON pt.proposal_id = t.proposal_id AND pt.decree_id = t.decree_id AND pt.no = t.no - 1 LEFT JOIN lpj pl ON pl.tranche_id = pt.id';

export interface TrancheFilter extends GroupFilter {
  readonly states?: readonly string[];
  readonly programmeId?: string;
  readonly groupId?: string;
}

export const trancheRepository = {
  find: (query: Query, ids: readonly string[], lock = false) =>
    query<TrancheRecord>(`SELECT ${RECORD} ${FROM} WHERE t.id = ANY($1::uuid[]) ORDER BY t.id${lock ? ' FOR UPDATE OF t' : ''}`, [ids]),
  /** Planned ones of a programme that are in no batch, whose proposal is ready for payment. */
  planned: (query: Query, programmeId: string) =>
    query<{ id: string }>(
      `SELECT t.id::text AS id FROM tranche t JOIN proposal p ON p.id = t.proposal_id WHERE t.programme_id = $1::uuid AND t.state = 'direncanakan' AND t.batch_id IS NULL AND p.state = 'siapCair'
         AND NOT EXISTS (SELECT 1 FROM tranche b WHERE b.proposal_id = t.proposal_id AND b.decree_id = t.decree_id AND b.no < t.no AND b.received IS NULL AND b.state <> 'dibatalkan')
       ORDER BY t.since, t.id LIMIT 1000`, [programmeId]),
  /** Moves those still in `from`; gives the ids that moved. */
  async move(query: Query, ids: readonly string[], from: string, to: string, now: Date): Promise<string[]> {
    const rows = await query<{ id: string }>('UPDATE tranche SET state = $3, since = $4::timestamptz WHERE id = ANY($1::uuid[]) AND state = $2 RETURNING id::text AS id', [ids, from, to, now.toISOString()]);
    return rows.map((r) => r.id);
  },
  /** A page of tranches, and counts by state, whatever states are asked for. */
  async list(query: Query, call: Call, filter: TrancheFilter, limit: number, offset: number) {
    const params: unknown[] = [];
    const reach = reachOf(call, 't', params, filter);
    const parts = [reach.where];
    if (filter.programmeId) parts.push(`t.programme_id = $${params.push(filter.programmeId)}::uuid`);
    if (filter.groupId) parts.push(`t.group_id = $${params.push(filter.groupId)}::uuid`);
    const counting = query<{ state: string; count: number; amount: bigint }>(
      `SELECT t.state, count(*)::int AS count, sum(t.amount)::bigint AS amount FROM tranche t ${reach.join} WHERE ${parts.join(' AND ')} GROUP BY t.state`, [...params]);
    if (filter.states && filter.states.length > 0) parts.push(`t.state = ANY($${params.push(filter.states)}::text[])`);
    const reading = query<{ id: string; no: number; proposalId: string; groupId: string; groupName: string; villageName: string; districtName: string; programmeName: string; amount: bigint; received: bigint | null; receivedOn: string | null; state: string; since: Date; batchNumber: string | null }>(
      `SELECT t.id::text AS id, t.no, t.proposal_id::text AS "proposalId", g.id::text AS "groupId", g.name AS "groupName", v.name AS "villageName", d.name AS "districtName", pr.name AS "programmeName", t.amount, t.received, t.received_on::text AS "receivedOn", t.state, t.since,
              (SELECT b.number FROM payment_batch b WHERE b.id = t.batch_id) AS "batchNumber"
       FROM tranche t JOIN kube_group g ON g.id = t.group_id JOIN programme pr ON pr.id = t.programme_id JOIN region v ON v.code = g.village_code JOIN region d ON d.code = g.district_code
       WHERE ${parts.join(' AND ')} ORDER BY t.since, t.id LIMIT ${limit} OFFSET ${offset}`, params);
    const [rows, counts] = await Promise.all([reading, counting]);
    return { rows, counts };
  },
  confirmations: (query: Query, trancheId: string) =>
    query<{ personId: string; name: string; method: 'slip' | 'phone' | 'visit'; on: string; recordedBy: string }>(
      'SELECT person_id::text AS "personId", person_name AS name, method, confirmed_on::text AS "on", recorded_name AS "recordedBy" FROM receipt_confirmation WHERE tranche_id = $1::uuid ORDER BY recorded_at', [trancheId]),
  sp2dNumbers: (query: Query, batchIds: readonly string[]) =>
    query<{ batchId: string; number: string | null }>('SELECT id::text AS "batchId", sp2d_number AS number FROM payment_batch WHERE id = ANY($1::uuid[])', [batchIds]),
  /** Batches in which these tranches ever had a line: their steps belong to the history. */
  batchesOf: (query: Query, trancheIds: readonly string[]) =>
    query<{ trancheId: string; batchId: string }>('SELECT DISTINCT tranche_id::text AS "trancheId", batch_id::text AS "batchId" FROM batch_line WHERE tranche_id = ANY($1::uuid[]) AND removed_at IS NULL', [trancheIds]),
};
