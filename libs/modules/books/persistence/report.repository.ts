import type { Period } from '@anyam/domain/books';
import type { AccountId, Transfer } from '@anyam/domain/ledger';
import type { Query } from '@anyam/server-kit';
import { asTransfer, TRANSFER } from './book.repository.ts';

type Row = Parameters<typeof asTransfer>[0];
/** A transfer with the entry it belongs to. */
export interface LineRow {
  readonly transfer: Transfer;
  readonly eventKey: string;
  readonly text: { readonly id: string; readonly en: string };
}

/** Sales, shares and IKS by month. Kinds move one way, so a reversal is what counts against its kind. */
const SIGNED = 'CASE WHEN t.reverses IS NULL THEN t.amount ELSE -t.amount END';
export const TURNOVER = `to_char(t.counts_on, 'YYYY-MM') AS month,
  coalesce(sum(CASE t.kind WHEN 'saleAccepted' THEN ${SIGNED} WHEN 'claimReduced' THEN -(${SIGNED}) END), 0)::bigint AS sales,
  coalesce(sum(CASE t.kind WHEN 'shareOut' THEN ${SIGNED} END), 0)::bigint AS shared,
  coalesce(sum(CASE WHEN t.kind = 'iksPaid' THEN ${SIGNED} WHEN t.kind IN ('iksInvested', 'iksGiven') THEN -(${SIGNED}) END), 0)::bigint AS iks`;
export const FIGURES = `t.kind IN ('saleAccepted', 'claimReduced', 'shareOut', 'iksPaid', 'iksInvested', 'iksGiven')`;
export interface Turnover {
  readonly month: string;
  readonly sales: bigint;
  readonly shared: bigint;
  readonly iks: bigint;
}

/** A group's books as its reports read them: sums by the database, judged by the domain. */
export const reportRepository = {
  /**
   * Balance of every account at the end of a day: what is stored less what came later, so the newest months, which are asked
   * for most, read least.
   */
  async balancesOn(query: Query, groupId: string, on: string): Promise<Map<AccountId, bigint>> {
    const rows = await query<{ id: AccountId; balance: bigint }>(
      `SELECT a.id, (a.debits - a.credits - coalesce(m.net, 0))::bigint AS balance FROM book_account a LEFT JOIN (
         SELECT account, sum(net) AS net FROM (
           SELECT to_account AS account, amount AS net FROM book_transfer WHERE group_id = $1::uuid AND counts_on > $2::date
           UNION ALL SELECT from_account, -amount FROM book_transfer WHERE group_id = $1::uuid AND counts_on > $2::date) x
             GROUP BY account) m ON m.account = a.id
       WHERE a.group_id = $1::uuid AND a.debits - a.credits - coalesce(m.net, 0) <> 0`,
      [groupId, on],
    );
    return new Map(rows.map((r) => [r.id, r.balance]));
  },
  /** Transfers of a period put together by kind, way and accounts: as many as the books have kinds of lines, whatever its length. */
  async condensed(query: Query, groupId: string, period: Period): Promise<Transfer[]> {
    const rows = await query<Omit<Row, 'id' | 'on' | 'document' | 'reason'>>(
      `SELECT kind, from_account AS "from", to_account AS "to", sum(amount)::bigint AS amount, max(reverses) AS reverses FROM book_transfer
       WHERE group_id = $1::uuid AND counts_on BETWEEN $2::date AND $3::date GROUP BY kind, from_account, to_account, (reverses IS NULL) ORDER BY 1, 2, 3`,
      [groupId, period.from, period.to],
    );
    return rows.map((r, i) => asTransfer({ ...r, id: `sum:${i}`, on: period.to, document: null, reason: null }));
  },
  /** Transfers that touch any of these accounts in a period, by day and then in the order of posting. */
  async touching(query: Query, groupId: string, accounts: readonly string[], period: Period): Promise<LineRow[]> {
    const rows = await query<Row & { eventKey: string; textId: string; textEn: string }>(
      `SELECT ${TRANSFER}, t.event_key AS "eventKey", e.text_id AS "textId", e.text_en AS "textEn" FROM (
         SELECT * FROM book_transfer WHERE from_account = ANY($2) AND counts_on BETWEEN $3::date AND $4::date
         UNION SELECT * FROM book_transfer WHERE to_account = ANY($2) AND counts_on BETWEEN $3::date AND $4::date) t
       JOIN book_event e ON e.group_id = t.group_id AND e.key = t.event_key WHERE t.group_id = $1::uuid ORDER BY t.counts_on, t.seq`,
      [groupId, accounts, period.from, period.to],
    );
    return rows.map((r) => ({ transfer: asTransfer(r), eventKey: r.eventKey, text: { id: r.textId, en: r.textEn } }));
  },
  /** All of a group's transfers in the order of posting: for closing a month, which checks everything. */
  all: async (query: Query, groupId: string): Promise<Transfer[]> =>
    (await query<Row>(`SELECT ${TRANSFER} FROM book_transfer t WHERE t.group_id = $1::uuid ORDER BY t.seq`, [groupId])).map(asTransfer),
  stored: async (query: Query, groupId: string): Promise<Map<AccountId, bigint>> =>
    new Map(
      (await query<{ id: AccountId; balance: bigint }>('SELECT id, debits - credits AS balance FROM book_account WHERE group_id = $1::uuid', [groupId])).map(
        (r) => [r.id, r.balance],
      ),
    ),
  /** How many accounts of a group hold something else than their transfers sum to. */
  async damaged(query: Query, groupId: string): Promise<number> {
    const [found] = await query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (SELECT id, debits, credits FROM book_account WHERE group_id = $1::uuid) a FULL JOIN (
         SELECT account, sum(came) AS came, sum(went) AS went FROM (
           SELECT to_account AS account, amount AS came, 0::bigint AS went FROM book_transfer WHERE group_id = $1::uuid
           UNION ALL SELECT from_account, 0, amount FROM book_transfer WHERE group_id = $1::uuid) x GROUP BY account) m ON m.account = a.id
       WHERE coalesce(a.debits, 0) <> coalesce(m.came, 0) OR coalesce(a.credits, 0) <> coalesce(m.went, 0)`,
      [groupId],
    );
    return found?.n ?? 0;
  },

  /** Aid by how it came into the books, rupiah: at the opening, in money, and in money booked by the payment itself. */
  async aid(query: Query, groupId: string): Promise<{ opening: bigint; money: bigint; bySystem: bigint }> {
    const [sums] = await query<{ opening: bigint; money: bigint; bySystem: bigint }>(
      `SELECT coalesce(sum(${SIGNED}) FILTER (WHERE t.kind = 'openingBalance'), 0)::bigint AS opening,
        coalesce(sum(${SIGNED}) FILTER (WHERE t.kind = 'aidReceived'), 0)::bigint AS money,
        coalesce(sum(${SIGNED}) FILTER (WHERE t.kind = 'aidReceived' AND NOT e.manual), 0)::bigint AS "bySystem"
       FROM book_transfer t JOIN book_event e ON e.group_id = t.group_id AND e.key = t.event_key
       WHERE t.group_id = $1::uuid AND t.kind IN ('openingBalance', 'aidReceived')
         AND $2 IN (t.from_account, t.to_account)`,
      [groupId, `${groupId}/aidCapital/${groupId}`],
    );
    return sums ?? { opening: 0n, money: 0n, bySystem: 0n };
  },

  turnover: (query: Query, groupId: string, from: string): Promise<Turnover[]> =>
    query<Turnover>(`SELECT ${TURNOVER} FROM book_transfer t WHERE t.group_id = $1::uuid AND t.counts_on >= $2::date AND ${FIGURES} GROUP BY 1 ORDER BY 1`, [
      groupId,
      from,
    ]),

  /** Members of all times, officers first, with the names that books and slips show. */
  members: (query: Query, groupId: string) =>
    query<{ memberId: string; name: string; role: string; left: boolean }>(
      `SELECT m.id::text AS "memberId", p.name, m.role, m.left_on IS NOT NULL AS "left" FROM membership m JOIN person p ON p.id = m.person_id
        WHERE m.group_id = $1::uuid
       ORDER BY m.left_on DESC NULLS FIRST, array_position(ARRAY['chair','secretary','treasurer','member'], m.role), p.name_key`,
      [groupId],
    ),
  /** Whose each loan is: the member whom its events name, or whose dues it was repaid from. */
  loans: (query: Query, groupId: string) =>
    query<{ loanId: string; memberId: string }>(
      `SELECT DISTINCT ON (l.owner) l.owner AS "loanId", coalesce(e.member_id::text, split_part(t.to_account, '/', 3)) AS "memberId"
       FROM book_account l JOIN book_transfer t ON t.from_account = l.id OR t.to_account = l.id
         JOIN book_event e ON e.group_id = t.group_id AND e.key = t.event_key
       WHERE l.group_id = $1::uuid AND l.kind = 'loan' AND (e.member_id IS NOT NULL OR t.to_account LIKE l.group_id::text || '/memberPayable/%')
       ORDER BY l.owner, e.member_id IS NULL, t.seq`,
      [groupId],
    ),
  /** Accounts that hold something, with the words of the entry that first touched them. */
  held: (query: Query, groupId: string, kinds: readonly string[]) =>
    query<{ account: string; kind: string; owner: string; balance: bigint; textId: string; textEn: string }>(
      `SELECT a.id AS account, a.kind, a.owner, a.debits - a.credits AS balance, coalesce(e.text_id, '') AS "textId",
        coalesce(e.text_en, '') AS "textEn" FROM book_account a
       LEFT JOIN LATERAL (SELECT event_key FROM (
         (SELECT event_key, seq FROM book_transfer WHERE from_account = a.id ORDER BY counts_on, seq LIMIT 1)
         UNION ALL (SELECT event_key, seq FROM book_transfer WHERE to_account = a.id ORDER BY counts_on, seq LIMIT 1)) x ORDER BY seq LIMIT 1) f ON true
       LEFT JOIN book_event e ON e.group_id = a.group_id AND e.key = f.event_key
       WHERE a.group_id = $1::uuid AND a.kind = ANY($2) AND a.debits <> a.credits ORDER BY a.kind, a.id LIMIT 500`,
      [groupId, kinds],
    ),
};
