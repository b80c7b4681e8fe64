import type { Query } from '@anyam/server-kit';

export interface NewCount {
  readonly id: string;
  readonly groupId: string;
  readonly regencyCode: string;
  readonly countedOn: string;
  readonly pieces: Readonly<Record<string, number>>;
  readonly counted: bigint;
  readonly inBook: bigint;
  readonly reason: string | null;
  readonly eventKey: string | null;
  readonly countedBy: string;
  readonly countedByName: string;
  readonly at: Date;
}

export const countRepository = {
  /** Newest first; `takenBack`: the entry of its difference was reversed since. */
  list: (query: Query, groupId: string) =>
    query<Omit<NewCount, 'groupId' | 'regencyCode' | 'eventKey' | 'countedBy'> & { takenBack: boolean }>(
      `SELECT c.id::text AS id, c.counted_on::text AS "countedOn", c.pieces, c.counted, c.in_book AS "inBook", c.reason, c.counted_by_name AS "countedByName", c.at,
        EXISTS (SELECT 1 FROM book_event r WHERE r.group_id = c.group_id AND r.reverses = c.event_key) AS "takenBack"
       FROM book_count c WHERE c.group_id = $1::uuid ORDER BY c.counted_on DESC, c.at DESC LIMIT 200`,
      [groupId],
    ),
  insert: (query: Query, c: NewCount) =>
    query(
      `INSERT INTO book_count (id, group_id, regency_code, counted_on, pieces, counted, in_book, reason, event_key, counted_by, counted_by_name, at)
       VALUES ($1::uuid, $2::uuid, $3, $4::date, $5::jsonb, $6::bigint, $7::bigint, $8, $9, $10, $11, $12::timestamptz)`,
      [c.id, c.groupId, c.regencyCode, c.countedOn, JSON.stringify(c.pieces), c.counted, c.inBook, c.reason, c.eventKey, c.countedBy, c.countedByName, c.at.toISOString()],
    ),
};
