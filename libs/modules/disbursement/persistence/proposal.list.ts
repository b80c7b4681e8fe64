import { likeText, type Query } from '@anyam/server-kit';

export interface ProposalFilter {
  readonly states?: readonly string[];
  readonly programmeId?: string;
  readonly areaCode?: string;
  readonly q?: string;
  readonly groupId?: string;
}
export interface ProposalListRow {
  readonly id: string; readonly groupId: string; readonly groupName: string; readonly villageCode: string; readonly villageName: string; readonly districtName: string; readonly business: string;
  readonly facilitatorName: string | null; readonly programmeId: string; readonly programmeName: string; readonly fiscalYear: number; readonly members: number; readonly requested: bigint;
  readonly state: string; readonly since: Date; readonly decreeNumber: string | null;
}

const FROM = 'FROM proposal p JOIN kube_group g ON g.id = p.group_id JOIN programme pr ON pr.id = p.programme_id';
const SORT: Readonly<Record<string, string>> = { since: 'p.since', group: 'g.name_key', village: 'g.village_code', requested: 'p.requested' };

/** The conditions of a filter, without the scope, which the caller puts first. */
export function proposalWhere(filter: ProposalFilter, params: unknown[], withStates: boolean): string {
  const parts: string[] = [];
  const add = (sql: (place: string) => string, value: unknown) => {
    params.push(value);
    parts.push(sql(`$${params.length}`));
  };
  if (withStates && filter.states && filter.states.length > 0) add((p) => `p.state = ANY(${p}::text[])`, filter.states);
  if (filter.programmeId) add((p) => `p.programme_id = ${p}::uuid`, filter.programmeId);
  if (filter.groupId) add((p) => `p.group_id = ${p}::uuid`, filter.groupId);
  if (filter.areaCode) {
    params.push(filter.areaCode, `${filter.areaCode}.%`);
    parts.push(`(g.village_code = $${params.length - 1} OR g.village_code LIKE $${params.length})`);
  }
  if (filter.q) add((p) => `(g.name_key LIKE ${p} OR g.name ILIKE ${p})`, `%${likeText(filter.q.toLowerCase())}%`);
  return parts.map((part) => ` AND ${part}`).join('');
}

export const proposalList = {
  rows: (query: Query, where: string, params: readonly unknown[], sort: string, direction: string, limit: number, offset: number) =>
    query<ProposalListRow>(
      `SELECT p.id::text AS id, g.id::text AS "groupId", g.name AS "groupName", g.village_code AS "villageCode", v.name AS "villageName", d.name AS "districtName", g.business, u.name AS "facilitatorName",
              pr.id::text AS "programmeId", pr.name AS "programmeName", pr.fiscal_year::int AS "fiscalYear", g.member_count AS members, p.requested, p.state, p.since,
              (SELECT k.number FROM decree_recipient r JOIN decree k ON k.id = r.decree_id WHERE r.proposal_id = p.id AND r.revoked_at IS NULL LIMIT 1) AS "decreeNumber"
       ${FROM} JOIN region v ON v.code = g.village_code JOIN region d ON d.code = g.district_code LEFT JOIN auth_user u ON u.id = g.facilitator_id
       WHERE ${where} ORDER BY ${SORT[sort] ?? 'p.since'} ${direction === 'desc' ? 'DESC' : 'ASC'}, p.id LIMIT ${limit} OFFSET ${offset}`,
      params,
    ),
  counts: (query: Query, where: string, params: readonly unknown[]) =>
    query<{ state: string; count: number; amount: bigint }>(`SELECT p.state, count(*)::int AS count, sum(p.requested)::bigint AS amount ${FROM} WHERE ${where} GROUP BY p.state`, params),
  tranches: (query: Query, proposalId: string) =>
    query<{ id: string; no: number; amount: bigint; state: string; batchId: string | null }>(
      `SELECT id::text AS id, no, amount, state, batch_id::text AS "batchId" FROM tranche WHERE proposal_id = $1::uuid AND state <> 'dibatalkan' ORDER BY no`, [proposalId]),
};
