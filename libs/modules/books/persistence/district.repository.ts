import type { Call } from '@anyam/contract-kit';
import { likeText, scopeSql, type Query } from '@anyam/server-kit';
import { FIGURES, TURNOVER, type Turnover } from './report.repository.ts';

export interface BooksFilter {
  readonly key: string | null;
  readonly districts: readonly string[];
  readonly flags: readonly string[];
  /** Months that begin before this day are late when still open. */
  readonly lateBefore: string;
}
export interface BooksOrder {
  readonly sort: 'name' | 'cash' | 'bank' | 'closed' | 'last';
  readonly desc: boolean;
  readonly limit: number;
  readonly offset: number;
}
interface Row {
  readonly groupId: string;
  readonly name: string;
  readonly villageName: string;
  readonly districtName: string;
  readonly cash: bigint;
  readonly bank: bigint;
  readonly closedThrough: string | null;
  readonly firstOn: string | null;
  readonly lastOn: string | null;
  readonly late: boolean;
  readonly difference: bigint;
}

const SORT = { name: 'g.name_key', cash: 'coalesce(h.cash, 0)', bank: 'coalesce(h.bank, 0)', closed: 'h.closed_through', last: 'h.last_on' } as const;
const HEADS = 'kube_group g LEFT JOIN book_head h ON h.group_id = g.id';
/** First day of the month that is to be closed next. */
const DUE = 'coalesce(h.closed_through + 1, h.first_on)';

function condition(call: Call, f: BooksFilter): { where: string; values: unknown[]; late: () => string } {
  const values: unknown[] = [];
  const put = (value: unknown) => `$${values.push(value)}`;
  const where = [`g.merged_into IS NULL AND g.state <> 'calon'`, scopeSql(call, 'g.village_code', 'g.facilitator_id', values, ['g.id'])];
  const [grant, another] = call.scope;
  // Follows from the scope; said again as an equality, for the index.
  if (grant && !another && grant.area.split('.').length === 2) where.push(`g.regency_code = ${put(grant.area)}`);
  if (f.districts.length > 0) where.push(`g.district_code = ANY(${put(f.districts)})`);
  if (f.key) where.push(`g.name_key LIKE ${put(`%${likeText(f.key)}%`)}`);
  // Only where it is asked for: a value that no text names is refused.
  const late = () => `(${DUE} < ${put(f.lateBefore)}::date)`;
  const flags: Record<string, string> = {
    late: f.flags.includes('late') ? late() : '',
    unopened: 'h.first_on IS NULL',
    open: `h.first_on IS NOT NULL AND h.closed_through IS NULL`,
  };
  const wanted = f.flags.flatMap((flag) => flags[flag] ?? []);
  if (wanted.length > 0) where.push(`(${wanted.join(' OR ')})`);
  return { where: where.join(' AND '), values, late };
}

/** Books of all groups in reach. */
export const districtRepository = {
  async rows(query: Query, call: Call, f: BooksFilter, o: BooksOrder): Promise<Row[]> {
    const { where, values, late } = condition(call, f);
    const way = o.desc ? 'DESC NULLS LAST' : 'ASC NULLS FIRST';
    const order = `${SORT[o.sort]} ${o.sort === 'name' ? (o.desc ? 'DESC' : 'ASC') : way}, g.id`;
    // The page is cut first; names and sums are joined to its rows alone.
    return query<Row>(
      `WITH page AS MATERIALIZED (SELECT g.id, row_number() OVER (ORDER BY ${order}) AS n FROM ${HEADS} WHERE ${where}
        ORDER BY ${order} LIMIT $${values.push(o.limit)} OFFSET $${values.push(o.offset)})
       SELECT g.id::text AS "groupId", g.name, coalesce(v.name, g.village_code) AS "villageName", coalesce(d.name, '') AS "districtName",
         coalesce(h.cash, 0)::bigint AS cash, coalesce(h.bank, 0)::bigint AS bank,
         h.closed_through::text AS "closedThrough", h.first_on::text AS "firstOn", h.last_on::text AS "lastOn", coalesce(${late()}, false) AS late,
         coalesce((SELECT sum(a.debits - a.credits) FROM book_account a WHERE a.group_id = g.id), 0)::bigint AS difference
       FROM page JOIN kube_group g ON g.id = page.id LEFT JOIN book_head h ON h.group_id = g.id
         LEFT JOIN region v ON v.code = g.village_code LEFT JOIN region d ON d.code = g.district_code ORDER BY page.n`,
      values,
    );
  },
  async totals(query: Query, call: Call, f: BooksFilter): Promise<{ total: number; cash: bigint; bank: bigint }> {
    const { where, values } = condition(call, f);
    const [sum] = await query<{ total: number; cash: bigint; bank: bigint }>(
      `SELECT count(*)::int AS total, coalesce(sum(h.cash), 0)::bigint AS cash, coalesce(sum(h.bank), 0)::bigint AS bank FROM ${HEADS} WHERE ${where}`,
      values,
    );
    return sum ?? { total: 0, cash: 0n, bank: 0n };
  },
  facets(query: Query, call: Call, f: BooksFilter) {
    const { where, values, late } = condition(call, f);
    return query<{ value: string; label: string; count: number; late: number; unopened: number }>(
      `SELECT g.district_code AS value, coalesce(max(d.name), g.district_code) AS label, count(*)::int AS count,
        count(*) FILTER (WHERE ${late()})::int AS late, count(*) FILTER (WHERE h.first_on IS NULL)::int AS unopened
       FROM ${HEADS} LEFT JOIN region d ON d.code = g.district_code WHERE ${where} GROUP BY g.district_code ORDER BY 2`,
      values,
    );
  },
  /** Turnover by month, and who earned, since a day. */
  async figures(
    query: Query,
    call: Call,
    from: string,
  ): Promise<{ months: Turnover[]; groupsSelling: number; membersWithIncome: number; balances: { kind: string; balance: bigint }[] }> {
    const scoped = (values: unknown[]) => `g.merged_into IS NULL AND ${scopeSql(call, 'g.village_code', 'g.facilitator_id', values, ['g.id'])}`;
    const [grant, another] = call.scope;
    const near = (values: unknown[], column: string) =>
      grant && !another && grant.area.split('.').length === 2 ? `AND ${column} = $${values.push(grant.area)}` : '';
    const a: unknown[] = [from];
    const months = await query<Turnover>(
      `SELECT ${TURNOVER} FROM book_transfer t JOIN kube_group g ON g.id = t.group_id
        WHERE t.counts_on >= $1::date AND ${FIGURES} ${near(a, 't.regency_code')} AND ${scoped(a)} GROUP BY 1 ORDER BY 1`,
      a,
    );
    const b: unknown[] = [from];
    const [people] = await query<{ groups: number; members: number }>(
      `SELECT count(DISTINCT group_id) FILTER (WHERE kind = 'saleAccepted')::int AS groups,
        count(DISTINCT account) FILTER (WHERE kind = 'shareOut')::int AS members FROM (
         SELECT t.group_id, t.kind, CASE WHEN t.reverses IS NULL THEN t.from_account ELSE t.to_account END AS account FROM book_transfer t
           JOIN kube_group g ON g.id = t.group_id
         WHERE t.counts_on >= $1::date AND t.kind IN ('saleAccepted', 'shareOut') ${near(b, 't.regency_code')} AND ${scoped(b)}
         GROUP BY 1, 2, 3 HAVING sum(CASE WHEN t.reverses IS NULL THEN t.amount ELSE -t.amount END) > 0) x`,
      b,
    );
    const c: unknown[] = [];
    const balances = await query<{ kind: string; balance: bigint }>(
      `SELECT b.kind, sum(b.debits - b.credits)::bigint AS balance FROM book_account b JOIN kube_group g ON g.id = b.group_id
        WHERE b.kind IN ('cash', 'bank', 'iks', 'loan') ${near(c, 'b.regency_code')} AND ${scoped(c)} GROUP BY b.kind`,
      c,
    );
    return { months, groupsSelling: people?.groups ?? 0, membersWithIncome: people?.members ?? 0, balances };
  },
};
