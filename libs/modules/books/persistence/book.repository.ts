import type { IsoDate, Rupiah } from '@anyam/domain/kernel';
import type { AccountId, Transfer } from '@anyam/domain/ledger';
import { asRows, type Query } from '@anyam/server-kit';

export interface Head {
  readonly groupId: string;
  readonly regencyCode: string;
  readonly lastSeq: bigint;
  readonly firstOn: string | null;
  readonly lastOn: string | null;
  readonly closedThrough: string | null;
  readonly cash: bigint;
  readonly bank: bigint;
}
/** Whose book a row belongs to: many groups are posted in one statement. */
interface OfBook {
  readonly group_id: string;
  readonly regency_code: string;
}
export interface NewEvent extends OfBook {
  readonly key: string;
  readonly seq: bigint;
  readonly kind: string;
  readonly text_id: string;
  readonly text_en: string;
  readonly counts_on: string;
  readonly manual: boolean;
  readonly meeting_id: string | null;
  readonly member_id: string | null;
  readonly deal_id: string | null;
  readonly reverses: string | null;
  readonly reason: string | null;
}
export interface NewTransfer extends OfBook {
  readonly id: string;
  readonly seq: bigint;
  readonly event_key: string;
  readonly kind: string;
  readonly from_account: string;
  readonly to_account: string;
  readonly amount: bigint;
  readonly counts_on: string;
  readonly document: string | null;
  readonly reverses: string | null;
  readonly reason: string | null;
}
export interface EventRow {
  readonly key: string;
  readonly kind: string;
  readonly textId: string;
  readonly textEn: string;
  readonly manual: boolean;
  readonly reverses: string | null;
  readonly reversedBy: string | null;
  readonly meetingId: string | null;
  readonly memberId: string | null;
  readonly dealId: string | null;
}
interface TransferRow {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
  readonly on: string;
  readonly document: string | null;
  readonly reverses: string | null;
  readonly reason: string | null;
}

const HEAD = `h.group_id::text AS "groupId", h.regency_code AS "regencyCode", h.last_seq AS "lastSeq", h.first_on::text AS "firstOn",
  h.last_on::text AS "lastOn", h.closed_through::text AS "closedThrough", h.cash, h.bank`;
export const TRANSFER = `t.id, t.kind, t.from_account AS "from", t.to_account AS "to", t.amount, t.counts_on::text AS "on", t.document, t.reverses, t.reason`;

export const asTransfer = (t: TransferRow): Transfer => ({
  id: t.id,
  kind: t.kind,
  from: t.from as AccountId,
  to: t.to as AccountId,
  amount: t.amount as Rupiah,
  on: t.on as IsoDate,
  ...(t.document === null ? {} : { document: t.document }),
  ...(t.reverses === null ? {} : { reverses: t.reverses }),
  ...(t.reason === null ? {} : { reason: t.reason }),
});

/** What posting needs. All in the caller's transaction. */
export const bookRepository = {
  /** The group's book, opened when it is the first entry,
    and locked: posters and closers of one group come one after the other. Null when there is no such group. */
  async lockHead(query: Query, groupId: string): Promise<Head | null> {
    const locked = () => query<Head>(`SELECT ${HEAD} FROM book_head h WHERE h.group_id = $1::uuid FOR UPDATE`, [groupId]);
    const [head] = await locked();
    if (head) return head;
    await query('INSERT INTO book_head (group_id, regency_code) SELECT id, regency_code FROM kube_group WHERE id = $1::uuid ON CONFLICT DO NOTHING', [groupId]);
    return (await locked())[0] ?? null;
  },
  /** The books of many groups, opened where there were none and locked in order of id, as every writer of books does. */
  async lockHeads(query: Query, groupIds: readonly string[]): Promise<Head[]> {
    await query(
      'INSERT INTO book_head (group_id, regency_code) SELECT id, regency_code FROM kube_group WHERE id = ANY($1::uuid[]) ORDER BY id ON CONFLICT DO NOTHING',
      [groupIds],
    );
    return query<Head>(`SELECT ${HEAD} FROM book_head h WHERE h.group_id = ANY($1::uuid[]) ORDER BY h.group_id FOR UPDATE`, [groupIds]);
  },
  /** Those of these events, by group and key, that are on record. */
  knownEvents: (query: Query, groupIds: readonly string[], keys: readonly string[]) =>
    query<{ groupId: string; key: string }>(
      'SELECT group_id::text AS "groupId", key FROM book_event WHERE group_id = ANY($1::uuid[]) AND key = ANY($2)',
      [groupIds, keys],
    ),
  head: async (query: Query, groupId: string): Promise<Head | null> =>
    (await query<Head>(`SELECT ${HEAD} FROM book_head h WHERE h.group_id = $1::uuid`, [groupId]))[0] ?? null,

  balances: (query: Query, ids: readonly string[]) =>
    query<{ id: AccountId; balance: bigint }>('SELECT id, debits - credits AS balance FROM book_account WHERE id = ANY($1)', [ids]),
  accounts: (query: Query, groupId: string, kinds: readonly string[]) =>
    query<{ id: AccountId; kind: string; owner: string; balance: bigint }>(
      'SELECT id, kind, owner, debits - credits AS balance FROM book_account WHERE group_id = $1::uuid AND kind = ANY($2) AND debits <> credits ORDER BY id',
      [groupId, kinds],
    ),

  /** Those of these transfers that are on record, and what took them back. */
  async known(query: Query, groupId: string, ids: readonly string[]): Promise<{ transfers: Map<string, Transfer>; reversals: Map<string, string> }> {
    const rows = await query<TransferRow & { reversedBy: string | null }>(
      `SELECT ${TRANSFER}, r.id AS "reversedBy" FROM book_transfer t LEFT JOIN book_transfer r ON r.group_id = t.group_id AND r.reverses = t.id
        WHERE t.group_id = $1::uuid AND t.id = ANY($2)`,
      [groupId, ids],
    );
    return {
      transfers: new Map(rows.map((t) => [t.id, asTransfer(t)])),
      reversals: new Map(rows.flatMap((t) => (t.reversedBy === null ? [] : [[t.id, t.reversedBy] as const]))),
    };
  },
  events: (query: Query, groupId: string, keys: readonly string[]) =>
    query<EventRow>(
      `SELECT e.key, e.kind, e.text_id AS "textId", e.text_en AS "textEn", e.manual, e.reverses, r.key AS "reversedBy",
        e.meeting_id::text AS "meetingId", e.member_id::text AS "memberId", e.deal_id::text AS "dealId"
       FROM book_event e LEFT JOIN book_event r ON r.group_id = e.group_id AND r.reverses = e.key WHERE e.group_id = $1::uuid AND e.key = ANY($2)`,
      [groupId, keys],
    ),
  /** How many entries stand besides aid that payments booked, and the first day of such aid; what was taken back does not count. */
  async begun(query: Query, groupId: string): Promise<{ others: number; firstAid: string | null }> {
    const paid = `e.kind = 'aidReceived' AND NOT e.manual`;
    const [row] = await query<{ others: number; firstAid: string | null }>(
      `SELECT (count(*) FILTER (WHERE NOT (${paid})))::int AS others, (min(e.counts_on) FILTER (WHERE ${paid}))::text AS "firstAid" FROM book_event e
       WHERE e.group_id = $1::uuid AND e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM book_event r WHERE r.group_id = e.group_id AND r.reverses = e.key)`,
      [groupId],
    );
    return row ?? { others: 0, firstAid: null };
  },
  /** An event's transfers in the order of posting. */
  transfersOf: async (query: Query, groupId: string, eventKey: string): Promise<Transfer[]> =>
    (
      await query<TransferRow>(`SELECT ${TRANSFER} FROM book_transfer t WHERE t.group_id = $1::uuid AND t.event_key = $2 ORDER BY t.seq`, [groupId, eventKey])
    ).map(asTransfer),

  async insert(
    query: Query,
    at: { actorId: string; actorName: string; at: Date },
    events: readonly NewEvent[],
    transfers: readonly NewTransfer[],
  ): Promise<void> {
    await query(
      `INSERT INTO book_event (group_id, regency_code, actor_id, actor_name, at, key, seq, kind, text_id, text_en, counts_on, manual, meeting_id,
        member_id, deal_id, reverses, reason)
       SELECT r.group_id, r.regency_code, $1, $2, $3::timestamptz, r.key, r.seq, r.kind, r.text_id, r.text_en, r.counts_on, r.manual, r.meeting_id,
         r.member_id, r.deal_id, r.reverses, r.reason
       FROM jsonb_to_recordset($4::jsonb) AS r(group_id uuid, regency_code text, key text, seq bigint, kind text, text_id text, text_en text,
         counts_on date, manual boolean, meeting_id uuid, member_id uuid, deal_id uuid, reverses text, reason text)`,
      [at.actorId, at.actorName, at.at.toISOString(), asRows(events)],
    );
    await query(
      `INSERT INTO book_transfer (group_id, regency_code, id, seq, event_key, kind, from_account, to_account, amount, counts_on, document, reverses, reason)
       SELECT r.group_id, r.regency_code, r.id, r.seq, r.event_key, r.kind, r.from_account, r.to_account, r.amount, r.counts_on, r.document, r.reverses, r.reason
       FROM jsonb_to_recordset($1::jsonb) AS r(group_id uuid, regency_code text, id text, seq bigint, event_key text, kind text, from_account text,
         to_account text, amount bigint, counts_on date, document text, reverses text, reason text)`,
      [asRows(transfers)],
    );
  },
};
