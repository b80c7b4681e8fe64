import type { Call } from '@anyam/contract-kit';
import { likeText, scopeSql, type Query } from '@anyam/server-kit';
import { LATE } from './party.repository.ts';

export interface DealFilter {
  key?: string | undefined; states?: readonly string[] | undefined; productId?: string | undefined; partyId?: string | undefined; groupId?: string | undefined; district?: string | undefined;
  overdue?: boolean | undefined; today: string;
}
export interface DealOrder { sort: 'changed' | 'value' | 'due' | 'group' | 'party'; desc: boolean; limit: number; offset: number }
export interface DealListRow {
  id: string; groupId: string; groupName: string; placeName: string; partyId: string; partyName: string; productId: string; quantity: bigint; state: string; expected: bigint; due: bigint; settled: bigint;
  unshared: bigint; dueOn: string | null; daysLate: number | null; changedAt: Date;
}
const SORT = { changed: 'd.updated_at', value: 'greatest(d.expected, d.due)', due: 'd.due_on', group: 'g.name_key', party: 'p.name_key' } as const;
// Left joins, so that a count which needs neither name nor facilitator reads the deals alone.
const FROM = 'market_deal d LEFT JOIN kube_group g ON g.id = d.group_id LEFT JOIN market_party p ON p.id = d.party_id';

function where(call: Call, f: DealFilter, params: unknown[]): string {
  const put = (v: unknown) => `$${params.push(v)}`;
  const parts = [scopeSql(call, 'd.village_code', 'g.facilitator_id', params, ['d.group_id', 'd.party_id'])];
  const [grant, another] = call.scope;
  // Follows from the scope; said again as an equality, for the index.
  if (grant && !another && grant.area.length >= 5) parts.push(`d.regency_code = ${put(grant.area.slice(0, 5))}`);
  if (f.states && f.states.length > 0) parts.push(f.states.length === 1 ? `d.state = ${put(f.states[0])}` : `d.state = ANY(${put(f.states)}::text[])`);
  if (f.productId) parts.push(`d.product_id = ${put(f.productId)}::uuid`);
  if (f.partyId) parts.push(`d.party_id = ${put(f.partyId)}::uuid`);
  if (f.groupId) parts.push(`d.group_id = ${put(f.groupId)}::uuid`);
  if (f.district) parts.push(`(d.village_code = ${put(f.district)} OR d.village_code LIKE ${put(`${f.district}.%`)})`);
  if (f.overdue) parts.push(`d.due > d.paid + d.set_off AND d.due_on < ${put(f.today)}::date`);
  if (f.key) {
    const like = put(`%${likeText(f.key)}%`);
    parts.push(`(d.group_id IN (SELECT id FROM kube_group WHERE name_key LIKE ${like}) OR d.party_id IN (SELECT id FROM market_party WHERE name_key LIKE ${like}))`);
  }
  return parts.join(' AND ');
}

export const dealList = {
  rows(query: Query, call: Call, f: DealFilter, o: DealOrder): Promise<DealListRow[]> {
    const params: unknown[] = [];
    const text = where(call, f, params);
    // Only the day of payment can be missing; the others keep to the order of their index.
    const order = `${SORT[o.sort]} ${o.desc ? 'DESC' : 'ASC'}${o.sort === 'due' ? ' NULLS LAST' : ''}, d.id`;
    const today = `$${params.push(f.today)}`;
    return query<DealListRow>(
      `WITH page AS MATERIALIZED (SELECT d.id, row_number() OVER (ORDER BY ${order}) AS n FROM ${FROM} WHERE ${text} ORDER BY ${order} LIMIT $${params.push(o.limit)}::int OFFSET $${params.push(o.offset)}::int)
       SELECT d.id::text, d.group_id::text AS "groupId", g.name AS "groupName", coalesce(r.name, d.village_code) AS "placeName", d.party_id::text AS "partyId", p.name AS "partyName", d.product_id::text AS "productId",
         d.quantity, d.state, d.expected, d.due, (d.paid + d.set_off) AS settled, (d.paid + d.set_off - d.shared) AS unshared, d.due_on::text AS "dueOn", ${LATE(today)}::int AS "daysLate", d.updated_at AS "changedAt"
       FROM page JOIN ${FROM.replace('market_deal d', 'market_deal d ON d.id = page.id')} LEFT JOIN region r ON r.code = d.village_code ORDER BY page.n`, params);
  },
  counts(query: Query, call: Call, f: DealFilter): Promise<{ state: string; count: number; remaining: bigint }[]> {
    const params: unknown[] = [];
    return query(`SELECT d.state, count(*)::int AS count, sum(d.due - d.paid - d.set_off)::bigint AS remaining FROM ${FROM} WHERE ${where(call, f, params)} GROUP BY d.state`, params);
  },
  async totals(query: Query, call: Call, today: string): Promise<{ openDeals: number; unpaid: bigint; overdue: bigint }> {
    const params: unknown[] = [];
    const text = where(call, { today }, params);
    const day = `$${params.push(today)}::date`;
    const [row] = await query<{ openDeals: number; unpaid: bigint; overdue: bigint }>(
      `SELECT count(*)::int AS "openDeals", coalesce(sum(d.due - d.paid - d.set_off), 0)::bigint AS unpaid, coalesce(sum(d.due - d.paid - d.set_off) FILTER (WHERE d.due_on < ${day}), 0)::bigint AS overdue
       FROM ${FROM} WHERE ${text} AND d.state NOT IN ('selesai', 'batal')`, params);
    return row ?? { openDeals: 0, unpaid: 0n, overdue: 0n };
  },
};
