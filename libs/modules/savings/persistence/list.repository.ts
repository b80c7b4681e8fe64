import { likeText, scopeSql, type Query } from '@anyam/server-kit';
import type { Call } from '@anyam/contract-kit';

export interface ListFilter {
  readonly q?: string | undefined;
  readonly districts: readonly string[];
  readonly villages: readonly string[];
  readonly flags: readonly ('arrears' | 'officers' | 'behind')[];
}
export interface ListRow {
  readonly groupId: string; readonly name: string; readonly villageName: string; readonly districtName: string; readonly fund: bigint; readonly voluntary: bigint; readonly lent: bigint; readonly lost: bigint;
  readonly agreed: bigint; readonly paid: bigint;
}
export interface LoanFigures {
  readonly groupId: string; readonly loans: number; readonly arrears: bigint; readonly inArrears: number; readonly officers: bigint;
}

const FROM = 'FROM savings_group s JOIN kube_group g ON g.id = s.group_id';
const OFFICERS = `(SELECT coalesce(sum(m.lent), 0) FROM savings_member m JOIN membership b ON b.id = m.member_id WHERE m.group_id = s.group_id AND m.lent > 0 AND b.role <> 'member' AND b.left_on IS NULL)`;
const SORT = { name: 'g.name_key', fund: 's.iks', lent: 's.lent', voluntary: 's.voluntary' } as const;

const FLAG: Readonly<Record<ListFilter['flags'][number], (officerPercent: number) => string>> = {
  arrears: () => `EXISTS (SELECT 1 FROM member_loan l WHERE l.group_id = s.group_id AND l.state IN ('inArrears', 'bad'))`,
  officers: (percent) => `s.lent > 0 AND ${OFFICERS} * 100 > s.iks * ${percent}`,
  behind: () => 's.paid < s.agreed',
};

/** Conditions of area and filter; `skip` leaves one out, for the counts beside its own choices. */
function where(call: Call, filter: ListFilter, params: unknown[], officerPercent: number, skip?: 'districts' | 'flags'): string {
  let sql = `${scopeSql(call, 'g.village_code', 'g.facilitator_id', params, ['g.id'])} AND g.state <> 'bubar'`;
  if (filter.q) {
    const text = likeText(filter.q.toLowerCase());
    sql += ` AND (g.name_key LIKE $${params.push(`%${text}%`)} OR g.name ILIKE $${params.length})`;
  }
  if (skip !== 'districts' && filter.districts.length > 0) sql += ` AND g.district_code = ANY($${params.push(filter.districts)}::text[])`;
  if (filter.villages.length > 0) sql += ` AND g.village_code = ANY($${params.push(filter.villages)}::text[])`;
  if (skip !== 'flags') for (const flag of filter.flags) sql += ` AND ${FLAG[flag](officerPercent)}`;
  return sql;
}

export const listRepository = {
  rows(query: Query, call: Call, filter: ListFilter, officerPercent: number, order: { sort: keyof typeof SORT; desc: boolean; limit: number; offset: number }) {
    const params: unknown[] = [];
    const condition = where(call, filter, params, officerPercent);
    return query<ListRow>(
      `SELECT s.group_id::text AS "groupId", g.name, coalesce(v.name, g.village_code) AS "villageName", coalesce(d.name, '') AS "districtName", s.iks AS fund, s.voluntary, s.lent, s.lost, s.agreed, s.paid
       ${FROM} LEFT JOIN region v ON v.code = g.village_code LEFT JOIN region d ON d.code = g.district_code
       WHERE ${condition} ORDER BY ${SORT[order.sort]} ${order.desc ? 'DESC' : 'ASC'}, s.group_id LIMIT ${order.limit} OFFSET ${order.offset}`, params);
  },
  async sums(query: Query, call: Call, filter: ListFilter, officerPercent: number) {
    const params: unknown[] = [];
    const condition = where(call, filter, params, officerPercent);
    const [row] = await query<{ total: number; fund: bigint; voluntary: bigint; lent: bigint; agreed: bigint; paid: bigint }>(
      `SELECT count(*)::int AS total, coalesce(sum(s.iks), 0)::bigint AS fund, coalesce(sum(s.voluntary), 0)::bigint AS voluntary, coalesce(sum(s.lent), 0)::bigint AS lent,
              coalesce(sum(s.agreed), 0)::bigint AS agreed, coalesce(sum(s.paid), 0)::bigint AS paid ${FROM} WHERE ${condition}`, params);
    return row ?? { total: 0, fund: 0n, voluntary: 0n, lent: 0n, agreed: 0n, paid: 0n };
  },
  /** Running loans of some groups and what of them is overdue on a day. */
  loans: (query: Query, groupIds: readonly string[], on: string) =>
    query<LoanFigures>(
      `SELECT s.group_id::text AS "groupId", ${OFFICERS}::bigint AS officers,
         (SELECT count(*)::int FROM member_loan l WHERE l.group_id = s.group_id AND l.state IN ('paidOut', 'running', 'inArrears', 'rescheduled', 'bad')) AS loans,
         (SELECT count(*)::int FROM member_loan l WHERE l.group_id = s.group_id AND l.state IN ('inArrears', 'bad')) AS "inArrears",
         (SELECT coalesce(sum(i.principal - i.paid_principal + i.service - i.paid_service), 0)::bigint FROM loan_instalment i
          WHERE i.group_id = s.group_id AND i.live AND i.due < $2::date AND (i.paid_principal < i.principal OR i.paid_service < i.service)) AS arrears
       FROM savings_group s WHERE s.group_id = ANY($1::uuid[])`, [groupIds, on]),
  districts(query: Query, call: Call, filter: ListFilter, officerPercent: number) {
    const params: unknown[] = [];
    const condition = where(call, filter, params, officerPercent, 'districts');
    return query<{ value: string; label: string; count: number }>(
      `SELECT g.district_code AS value, coalesce(d.name, g.district_code) AS label, count(*)::int AS count ${FROM} LEFT JOIN region d ON d.code = g.district_code
       WHERE ${condition} GROUP BY 1, 2 ORDER BY 2 LIMIT 100`, params);
  },
  async flags(query: Query, call: Call, filter: ListFilter, officerPercent: number): Promise<{ value: keyof typeof FLAG; count: number }[]> {
    const params: unknown[] = [];
    const condition = where(call, filter, params, officerPercent, 'flags');
    const names = Object.keys(FLAG) as (keyof typeof FLAG)[];
    const [row] = await query<Record<string, number>>(`SELECT ${names.map((f) => `count(*) FILTER (WHERE ${FLAG[f](officerPercent)})::int AS ${f}`).join(', ')} ${FROM} WHERE ${condition}`, params);
    return names.map((value) => ({ value, count: row?.[value] ?? 0 }));
  },
  /** Net change of IKS and what was paid in, by month, from a month on; and what stood there before it. */
  growth(query: Query, call: Call, area: { districts: readonly string[]; villages: readonly string[] }, from: string) {
    const params: unknown[] = [];
    const condition = where(call, { ...area, flags: [] }, params, 0);
    return query<{ month: string; change: bigint; paid: bigint }>(
      `SELECT CASE WHEN m.month < $${params.push(from)} THEN '' ELSE m.month END AS month, sum(m.iks)::bigint AS change, sum(m.paid)::bigint AS paid
       FROM savings_month m JOIN kube_group g ON g.id = m.group_id WHERE ${condition} GROUP BY 1 ORDER BY 1`, params);
  },
};
