import type { Query } from '@anyam/server-kit';

export interface NewMonth {
  readonly groupId: string;
  readonly regencyCode: string;
  readonly closedThrough: string;
  readonly countedOn: string;
  readonly pieces: Readonly<Record<string, number>>;
  readonly counted: bigint;
  readonly inBook: bigint;
  readonly reason: string | null;
  readonly closedBy: string;
  readonly closedByName: string;
  readonly at: Date;
}

export const monthRepository = {
  list: (query: Query, groupId: string) =>
    query<{
      closedThrough: string;
      countedOn: string;
      counted: bigint;
      inBook: bigint;
      reason: string | null;
      closedBy: string;
      closedAt: Date;
      pieces: Record<string, number>;
    }>(
      `SELECT closed_through::text AS "closedThrough", counted_on::text AS "countedOn", counted, in_book AS "inBook", reason,
        closed_by_name AS "closedBy", closed_at AS "closedAt", pieces
       FROM book_month WHERE group_id = $1::uuid ORDER BY closed_through DESC LIMIT 600`,
      [groupId],
    ),
  /** The lock itself: the head's trigger takes the day over. */
  insert: (query: Query, m: NewMonth) =>
    query(
      `INSERT INTO book_month (group_id, closed_through, regency_code, counted_on, pieces, counted, in_book, reason, closed_by, closed_by_name, closed_at)
       VALUES ($1::uuid, $2::date, $3, $4::date, $5::jsonb, $6::bigint, $7::bigint, $8, $9, $10, $11::timestamptz)`,
      [
        m.groupId,
        m.closedThrough,
        m.regencyCode,
        m.countedOn,
        JSON.stringify(m.pieces),
        m.counted,
        m.inBook,
        m.reason,
        m.closedBy,
        m.closedByName,
        m.at.toISOString(),
      ],
    ),
};
