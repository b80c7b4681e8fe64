import type { Query } from '@anyam/server-kit';

/** What pages of this module show of meetings and of the books; nothing here is written. */
export const meetingReads = {
  attendance: (query: Query, meetingId: string) =>
    query<{ memberId: string; state: 'present' | 'represented' | 'excused' | 'absent'; representative: string | null }>(
      'SELECT membership_id::text AS "memberId", state, representative FROM meeting_attendance WHERE meeting_id = $1::uuid', [meetingId]),
  /** Day of the closed meeting before; null when this was the first. */
  async before(query: Query, groupId: string, on: string): Promise<string | null> {
    const [row] = await query<{ on: string | null }>(`SELECT max(held_on)::text AS "on" FROM meeting WHERE group_id = $1::uuid AND state = 'closed' AND held_on < $2::date`, [groupId, on]);
    return row?.on ?? null;
  },
  /** Meetings up to a day whose sheet is not closed. */
  async open(query: Query, groupId: string, through: string): Promise<number> {
    const [row] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM meeting WHERE group_id = $1::uuid AND state = 'open' AND held_on <= $2::date`, [groupId, through]);
    return row?.n ?? 0;
  },
  /** Goods and animals sold after a day and up to another, as the books name them, reversed ones left out. */
  sales: (query: Query, groupId: string, after: string | null, through: string) =>
    query<{ name: string; amount: bigint }>(
      `SELECT e.text_id AS name, sum(t.amount)::bigint AS amount FROM book_transfer t JOIN book_event e ON e.group_id = t.group_id AND e.key = t.event_key
       WHERE t.group_id = $1::uuid AND t.kind IN ('saleAccepted', 'inventorySold') AND t.counts_on > coalesce($2::date, t.counts_on - 36) AND t.counts_on <= $3::date AND t.reverses IS NULL
         AND NOT EXISTS (SELECT 1 FROM book_transfer r WHERE r.group_id = t.group_id AND r.reverses = t.id)
       GROUP BY e.text_id ORDER BY min(t.seq) LIMIT 100`, [groupId, after, through]),
};
