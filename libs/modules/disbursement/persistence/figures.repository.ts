import type { Query } from '@anyam/server-kit';

interface Tally {
  readonly key: string;
  readonly count: number;
  readonly amount: bigint;
  readonly oldest: Date | null;
}
export interface FigureFilter {
  readonly programmeId?: string;
  readonly areaCode?: string;
}

const narrow = (filter: FigureFilter, record: string, params: unknown[]): string => {
  let sql = '';
  if (filter.programmeId) sql += ` AND ${record}.programme_id = $${params.push(filter.programmeId)}::uuid`;
  if (filter.areaCode) sql += ` AND (g.village_code = $${params.push(filter.areaCode)} OR g.village_code LIKE $${params.push(`${filter.areaCode}.%`)})`;
  return sql;
};

/** Counts by state. `scope` speaks of g (the group) and its values are in `params` already. */
export const figuresRepository = {
  proposals: (query: Query, scope: string, params: unknown[], filter: FigureFilter = {}) =>
    query<Tally>(`SELECT p.state AS key, count(*)::int AS count, coalesce(sum(p.requested), 0)::bigint AS amount, min(p.since) AS oldest FROM proposal p JOIN kube_group g ON g.id = p.group_id WHERE ${scope}${narrow(filter, 'p', params)} GROUP BY p.state`, params),
  tranches: (query: Query, scope: string, params: unknown[], filter: FigureFilter = {}) =>
    query<Tally & { received: bigint }>(
      `SELECT t.state AS key, count(*)::int AS count, coalesce(sum(t.amount), 0)::bigint AS amount, coalesce(sum(t.received), 0)::bigint AS received, min(t.since) AS oldest FROM tranche t JOIN kube_group g ON g.id = t.group_id WHERE ${scope}${narrow(filter, 't', params)} GROUP BY t.state`, params),
  reports: (query: Query, scope: string, params: unknown[], filter: FigureFilter = {}) =>
    query<Tally & { overdue: string }>(
      `SELECT l.state AS key, l.overdue, count(*)::int AS count, coalesce(sum(t.received), 0)::bigint AS amount, min(l.since) AS oldest FROM lpj l JOIN tranche t ON t.id = l.tranche_id JOIN kube_group g ON g.id = l.group_id WHERE ${scope}${narrow(filter, 'l', params)} GROUP BY l.state, l.overdue`, params),
  spent: async (query: Query, scope: string, params: unknown[], filter: FigureFilter = {}) =>
    (await query<{ amount: bigint }>(`SELECT coalesce(sum(e.posted), 0)::bigint AS amount FROM expenditure e JOIN lpj l ON l.id = e.lpj_id JOIN kube_group g ON g.id = l.group_id WHERE ${scope}${narrow(filter, 'l', params)}`, params))[0]?.amount ?? 0n,
  refunded: async (query: Query, scope: string, params: unknown[], filter: FigureFilter = {}) =>
    (await query<{ amount: bigint }>(`SELECT coalesce(sum(r.amount), 0)::bigint AS amount FROM treasury_refund r JOIN lpj l ON l.id = r.lpj_id JOIN kube_group g ON g.id = l.group_id WHERE ${scope}${narrow(filter, 'l', params)}`, params))[0]?.amount ?? 0n,
  batches: (query: Query, scope: string, params: unknown[]) =>
    query<Tally>(
      `SELECT b.state AS key, count(*)::int AS count, coalesce(sum(s.total), 0)::bigint AS amount, min(b.since) AS oldest FROM payment_batch b
       CROSS JOIN LATERAL (SELECT sum(l.amount) AS total FROM batch_line l WHERE l.batch_id = b.id AND l.removed_at IS NULL) s WHERE ${scope} GROUP BY b.state`, params),
  cases: async (query: Query, scope: string, params: unknown[]) =>
    (await query<{ count: number; oldest: Date | null }>(`SELECT count(*)::int AS count, min(c.opened_at) AS oldest FROM reconciliation_case c JOIN payment_batch b ON b.id = c.batch_id WHERE c.state = 'open' AND ${scope}`, params))[0] ?? { count: 0, oldest: null },
  /** Cases that name a group, by the group's place. */
  casesOfGroups: async (query: Query, scope: string, params: unknown[], filter: FigureFilter = {}) =>
    (await query<{ count: number }>(
      `SELECT count(*)::int AS count FROM reconciliation_case c JOIN payment_batch b ON b.id = c.batch_id JOIN kube_group g ON g.id = c.group_id WHERE c.state = 'open' AND ${scope}${narrow(filter, 'b', params)}`, params))[0]?.count ?? 0,
  unconfirmed: async (query: Query, scope: string, params: unknown[]) =>
    (await query<{ count: number; amount: bigint; oldest: Date | null }>(
      `SELECT count(*)::int AS count, coalesce(sum(t.amount), 0)::bigint AS amount, min(t.since) AS oldest FROM tranche t JOIN kube_group g ON g.id = t.group_id WHERE t.state = 'diterima' AND ${scope}`, params))[0] ?? { count: 0, amount: 0n, oldest: null },
  readyToPay: async (query: Query, scope: string, params: unknown[]) =>
    (await query<{ count: number; amount: bigint; oldest: Date | null }>(
      `SELECT count(*)::int AS count, coalesce(sum(t.amount), 0)::bigint AS amount, min(t.since) AS oldest FROM tranche t JOIN proposal p ON p.id = t.proposal_id JOIN kube_group g ON g.id = t.group_id
       WHERE t.state = 'direncanakan' AND t.batch_id IS NULL AND p.state = 'siapCair' AND ${scope}`, params))[0] ?? { count: 0, amount: 0n, oldest: null },
  /** Programmes of these regencies, open or closed. */
  programmes: (query: Query, regencies: readonly string[]) =>
    query<{ id: string; ceiling: bigint }>('SELECT id::text AS id, ceiling FROM programme WHERE regency_code = ANY($1::text[])', [regencies]),
  groupMoney: {
    proposals: (query: Query, groupId: string) =>
      query<{ id: string; programmeName: string; fiscalYear: number; requested: bigint; state: string }>(
        'SELECT p.id::text AS id, pr.name AS "programmeName", pr.fiscal_year::int AS "fiscalYear", p.requested, p.state FROM proposal p JOIN programme pr ON pr.id = p.programme_id WHERE p.group_id = $1::uuid ORDER BY p.created_at DESC', [groupId]),
    reports: (query: Query, groupId: string) =>
      query<{ id: string; trancheNo: number; state: string; dueOn: string; overdue: string }>(
        'SELECT l.id::text AS id, t.no AS "trancheNo", l.state, l.due_on::text AS "dueOn", l.overdue FROM lpj l JOIN tranche t ON t.id = l.tranche_id WHERE l.group_id = $1::uuid ORDER BY l.due_on DESC', [groupId]),
  },
};
