import type { Call } from '@anyam/contract-kit';
import { scopeSql, type Query } from '@anyam/server-kit';
import { reachOf } from './reach.ts';

interface Tally {
  readonly key: string;
  readonly count: number;
  readonly amount: bigint;
  readonly oldest: Date | null;
}
type Waiting = Omit<Tally, 'key'>;
export interface FigureFilter {
  readonly programmeId?: string;
  readonly areaCode?: string;
}
const NONE: Waiting = { count: 0, amount: 0n, oldest: null };

/** Reached records of a programme and area: the joins and the condition. `programmeOf` is the alias whose programme counts. */
function within(call: Call, record: 'p' | 't' | 'l' | 'c', filter: FigureFilter, programmeOf: string = record) {
  const params: unknown[] = [];
  const { join, where } = reachOf(call, record, params, filter);
  return { join, params, where: filter.programmeId ? `${where} AND ${programmeOf}.programme_id = $${params.push(filter.programmeId)}::uuid` : where };
}
/** Of the office itself: batches and cases of the regencies that the call reaches. */
function ofOffice(call: Call) {
  const params: unknown[] = [];
  return { params, where: scopeSql(call, 'b.regency_code', null, params) };
}

export const figuresRepository = {
  /** Counts and sums by state. */
  proposals(query: Query, call: Call, filter: FigureFilter = {}) {
    const { join, where, params } = within(call, 'p', filter);
    return query<Tally>(`SELECT p.state AS key, count(*)::int AS count, coalesce(sum(p.requested), 0)::bigint AS amount, min(p.since) AS oldest FROM proposal p ${join} WHERE ${where} GROUP BY p.state`, params);
  },
  tranches(query: Query, call: Call, filter: FigureFilter = {}) {
    const { join, where, params } = within(call, 't', filter);
    return query<Tally & { received: bigint }>(
      `SELECT t.state AS key, count(*)::int AS count, coalesce(sum(t.amount), 0)::bigint AS amount, coalesce(sum(t.received), 0)::bigint AS received, min(t.since) AS oldest
       FROM tranche t ${join} WHERE ${where} GROUP BY t.state`, params);
  },
  reports(query: Query, call: Call, filter: FigureFilter = {}) {
    const { join, where, params } = within(call, 'l', filter);
    return query<Tally & { overdue: string }>(
      `SELECT l.state AS key, l.overdue, count(*)::int AS count, coalesce(sum(t.received), 0)::bigint AS amount, min(l.since) AS oldest
       FROM lpj l JOIN tranche t ON t.id = l.tranche_id ${join} WHERE ${where} GROUP BY l.state, l.overdue`, params);
  },
  async spent(query: Query, call: Call, filter: FigureFilter = {}) {
    const { join, where, params } = within(call, 'l', filter);
    return (await query<{ amount: bigint }>(`SELECT coalesce(sum(e.posted), 0)::bigint AS amount FROM expenditure e JOIN lpj l ON l.id = e.lpj_id ${join} WHERE ${where}`, params))[0]?.amount ?? 0n;
  },
  async refunded(query: Query, call: Call, filter: FigureFilter = {}) {
    const { join, where, params } = within(call, 'l', filter);
    return (await query<{ amount: bigint }>(`SELECT coalesce(sum(r.amount), 0)::bigint AS amount FROM treasury_refund r JOIN lpj l ON l.id = r.lpj_id ${join} WHERE ${where}`, params))[0]?.amount ?? 0n;
  },
  /** Open cases that name a group, by the group's place. */
  async casesOfGroups(query: Query, call: Call, filter: FigureFilter = {}) {
    const { join, where, params } = within(call, 'c', filter, 'b');
    return (await query<{ count: number }>(
      `SELECT count(*)::int AS count FROM reconciliation_case c JOIN payment_batch b ON b.id = c.batch_id ${join} WHERE c.state = 'open' AND c.group_id IS NOT NULL AND ${where}`, params))[0]?.count ?? 0;
  },
  /** Money that the members have not confirmed yet. */
  async unconfirmed(query: Query, call: Call): Promise<Waiting> {
    const { join, where, params } = within(call, 't', {});
    return (await query<Waiting>(
      `SELECT count(*)::int AS count, coalesce(sum(t.amount), 0)::bigint AS amount, min(t.since) AS oldest FROM tranche t ${join} WHERE t.state = 'diterima' AND ${where}`, params))[0] ?? NONE;
  },
  async readyToPay(query: Query, call: Call): Promise<Waiting> {
    const { join, where, params } = within(call, 't', {});
    return (await query<Waiting>(
      `SELECT count(*)::int AS count, coalesce(sum(t.amount), 0)::bigint AS amount, min(t.since) AS oldest FROM tranche t JOIN proposal p ON p.id = t.proposal_id ${join}
       WHERE t.state = 'direncanakan' AND t.batch_id IS NULL AND p.state = 'siapCair' AND ${where}`, params))[0] ?? NONE;
  },
  /** Batches that somebody still has to do with. */
  batches(query: Query, call: Call) {
    const { where, params } = ofOffice(call);
    return query<Tally>(
      `SELECT b.state AS key, count(*)::int AS count, coalesce(sum(s.total), 0)::bigint AS amount, min(b.since) AS oldest FROM payment_batch b
       CROSS JOIN LATERAL (SELECT sum(l.amount) AS total FROM batch_line l WHERE l.batch_id = b.id AND l.removed_at IS NULL) s WHERE b.state <> 'ditutup' AND ${where} GROUP BY b.state`, params);
  },
  async cases(query: Query, call: Call) {
    const { where, params } = ofOffice(call);
    return (await query<{ count: number; oldest: Date | null }>(
      `SELECT count(*)::int AS count, min(c.opened_at) AS oldest FROM reconciliation_case c JOIN payment_batch b ON b.id = c.batch_id WHERE c.state = 'open' AND ${where}`, params))[0] ?? { count: 0, oldest: null };
  },
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
