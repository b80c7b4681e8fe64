import type { AccountId } from '@anyam/domain/ledger';
import { likeText, type Query } from '@anyam/server-kit';

export interface EntryFilter {
  readonly kind?: string | undefined;
  readonly memberId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly q?: string | undefined;
}
export interface EntryRecord {
  readonly key: string;
  readonly seq: bigint;
  readonly on: string;
  readonly at: Date;
  readonly textId: string;
  readonly textEn: string;
  readonly manual: boolean;
  readonly memberId: string | null;
  readonly reason: string | null;
  readonly reverses: string | null;
  readonly reversed: boolean;
  readonly actorName: string;
}

/** One reading of the journal: events with their transfers, newest first. */
export const entryRepository = {
  async page(query: Query, groupId: string, f: EntryFilter, at: { limit: number; offset: number }): Promise<{ rows: EntryRecord[]; total: number }> {
    const values: unknown[] = [groupId];
    const put = (value: unknown) => `$${values.push(value)}`;
    const where = ['e.group_id = $1::uuid'];
    if (f.from) where.push(`e.counts_on >= ${put(f.from)}::date`);
    if (f.to) where.push(`e.counts_on <= ${put(f.to)}::date`);
    if (f.kind) where.push(`EXISTS (SELECT 1 FROM book_transfer t WHERE t.group_id = e.group_id AND t.event_key = e.key AND t.kind = ${put(f.kind)})`);
    if (f.memberId) {
      const member = put(f.memberId);
      where.push(`(e.member_id = (${member}::text)::uuid OR EXISTS (SELECT 1 FROM book_transfer t WHERE t.group_id = e.group_id AND t.event_key = e.key
        AND ${member}::text IN (split_part(t.from_account, '/', 3), split_part(t.to_account, '/', 3))))`);
    }
    if (f.q) {
      const text = put(`%${likeText(f.q)}%`);
      where.push(
        `(e.text_id ILIKE ${text} OR e.text_en ILIKE ${text} OR EXISTS (SELECT 1 FROM book_transfer t
          WHERE t.group_id = e.group_id AND t.event_key = e.key AND t.document ILIKE ${text}))`,
      );
    }
    const [sum] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM book_event e WHERE ${where.join(' AND ')}`, values);
    const rows = await query<EntryRecord>(
      `SELECT e.key, e.seq, e.counts_on::text AS "on", e.at, e.text_id AS "textId", e.text_en AS "textEn", e.manual, e.member_id::text AS "memberId",
        e.reason, e.reverses, e.actor_name AS "actorName",
         EXISTS (SELECT 1 FROM book_event r WHERE r.group_id = e.group_id AND r.reverses = e.key) AS reversed
       FROM book_event e WHERE ${where.join(' AND ')} ORDER BY e.seq DESC LIMIT ${put(at.limit)} OFFSET ${put(at.offset)}`,
      values,
    );
    return { rows, total: sum?.n ?? 0 };
  },
  lines: (query: Query, groupId: string, keys: readonly string[]) =>
    query<{ eventKey: string; kind: string; from: AccountId; to: AccountId; amount: bigint; document: string | null }>(
      `SELECT event_key AS "eventKey", kind, from_account AS "from", to_account AS "to", amount, document FROM book_transfer
        WHERE group_id = $1::uuid AND event_key = ANY($2) ORDER BY seq`,
      [groupId, keys],
    ),
};
