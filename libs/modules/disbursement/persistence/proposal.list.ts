import type { Call } from '@anyam/contract-kit';
import type { Query } from '@anyam/server-kit';
import { reachOf, type GroupFilter } from './reach.ts';

export interface ProposalFilter extends GroupFilter {
  readonly states?: readonly string[];
  readonly programmeId?: string;
  readonly groupId?: string;
}
export interface ProposalListRow {
  readonly id: string; readonly groupId: string; readonly groupName: string; readonly villageCode: string; readonly villageName: string; readonly districtName: string; readonly business: string;
  readonly facilitatorName: string | null; readonly programmeId: string; readonly programmeName: string; readonly fiscalYear: number; readonly members: number; readonly requested: bigint;
  readonly state: string; readonly since: Date; readonly decreeNumber: string | null;
}

const SORT: Readonly<Record<string, string>> = { since: 'p.since', group: 'g.name_key', village: 'g.village_code', requested: 'p.requested' };

/** The reached proposals that fit a filter. */
function chosen(call: Call, filter: ProposalFilter, withStates: boolean) {
  const params: unknown[] = [];
  const { join, where } = reachOf(call, 'p', params, filter);
  const parts = [where];
  if (withStates && filter.states && filter.states.length > 0) parts.push(`p.state = ANY($${params.push(filter.states)}::text[])`);
  if (filter.programmeId) parts.push(`p.programme_id = $${params.push(filter.programmeId)}::uuid`);
  if (filter.groupId) parts.push(`p.group_id = $${params.push(filter.groupId)}::uuid`);
  return { join, where: parts.join(' AND '), params };
}

export const proposalList = {
  rows(query: Query, call: Call, filter: ProposalFilter, sort: string, direction: string, limit: number, offset: number) {
    const { where, params } = chosen(call, filter, true);
    return query<ProposalListRow>(
      `SELECT p.id::text AS id, g.id::text AS "groupId", g.name AS "groupName", g.village_code AS "villageCode", v.name AS "villageName", d.name AS "districtName", g.business, u.name AS "facilitatorName",
              pr.id::text AS "programmeId", pr.name AS "programmeName", pr.fiscal_year::int AS "fiscalYear", g.member_count AS members, p.requested, p.state, p.since,
              (SELECT k.number FROM decree_recipient r JOIN decree k ON k.id = r.decree_id WHERE r.proposal_id = p.id AND r.revoked_at IS NULL LIMIT 1) AS "decreeNumber"
       FROM proposal p JOIN kube_group g ON g.id = p.group_id JOIN programme pr ON pr.id = p.programme_id JOIN region v ON v.code = g.village_code JOIN region d ON d.code = g.district_code LEFT JOIN auth_user u ON u.id = g.facilitator_id
       WHERE ${where} ORDER BY ${SORT[sort] ?? 'p.since'} ${direction === 'desc' ? 'DESC' : 'ASC'}, p.id LIMIT ${limit} OFFSET ${offset}`,
      params,
    );
  },
  /** By state, whatever states are asked for. */
  counts(query: Query, call: Call, filter: ProposalFilter) {
    const { join, where, params } = chosen(call, filter, false);
    return query<{ state: string; count: number; amount: bigint }>(`SELECT p.state, count(*)::int AS count, sum(p.requested)::bigint AS amount FROM proposal p ${join} WHERE ${where} GROUP BY p.state`, params);
  },
  tranches: (query: Query, proposalId: string) =>
    query<{ id: string; no: number; amount: bigint; state: string; batchId: string | null }>(
      `SELECT id::text AS id, no, amount, state, batch_id::text AS "batchId" FROM tranche WHERE proposal_id = $1::uuid AND state <> 'dibatalkan' ORDER BY no`, [proposalId]),
};
