import type { Decision, RecordedDecision } from '@anyam/domain/meeting';
import type { IsoDate } from '@anyam/domain/kernel';
import type { Query } from '@anyam/server-kit';

interface Raw {
  readonly id: string; readonly meetingId: string; readonly heldOn: string; readonly number: string | null; readonly closed: boolean;
  readonly kind: string; readonly content: string; readonly wording: string; readonly agree: number; readonly against: number; readonly abstain: number; readonly from: string;
}
/** As the domain reads it, with the number of its minutes. */
export type StoredDecision = RecordedDecision & { readonly number: string | null };

const COLUMNS = `d.id::text AS id, d.meeting_id::text AS "meetingId", m.held_on::text AS "heldOn", m.number, m.state = 'closed' AS closed, d.kind, d.content::text AS content, d.wording, d.agree, d.against, d.abstain,
  d.holds_from::text AS "from"`;

/** Rupiah stand in JSON as digits, since JSON knows no bigint; these are the fields that hold them. */
const MONEY = new Set(['amount', 'capital', 'limit']);
const write = (content: object): string => JSON.stringify(content, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
const read = (text: string): unknown => JSON.parse(text, (key, value: unknown) => (MONEY.has(key) && typeof value === 'string' ? BigInt(value) : value));

/** Kind and content were paired by the schema when they were stored. */
const decision = ({ content, agree, against, abstain, from, heldOn, closed, ...r }: Raw): StoredDecision =>
  ({ ...r, content: read(content), votes: { agree, against, abstain }, from: from as IsoDate, heldOn: heldOn as IsoDate, minutesClosed: closed }) as unknown as StoredDecision;

export const decisionRepository = {
  /** Newest last, as the domain wants them. */
  ofGroup: async (query: Query, groupId: string) =>
    (await query<Raw>(`SELECT ${COLUMNS} FROM meeting_decision d JOIN meeting m ON m.id = d.meeting_id WHERE d.group_id = $1::uuid ORDER BY m.held_on, d.meeting_id, d.position`, [groupId])).map(decision),
  ofMeeting: async (query: Query, meetingId: string) =>
    (await query<Raw>(`SELECT ${COLUMNS} FROM meeting_decision d JOIN meeting m ON m.id = d.meeting_id WHERE d.meeting_id = $1::uuid ORDER BY d.position`, [meetingId])).map(decision),
  insert: (query: Query, d: Decision, at: { meetingId: string; groupId: string; regencyCode: string; by: string; now: Date }) =>
    query(
      `INSERT INTO meeting_decision (id, regency_code, group_id, meeting_id, position, kind, content, wording, agree, against, abstain, holds_from, created_by, created_at)
       SELECT $1::uuid, $2, $3::uuid, $4::uuid, (SELECT coalesce(max(position), 0) + 1 FROM meeting_decision WHERE meeting_id = $4::uuid), $5, $6::jsonb, $7, $8::int, $9::int, $10::int, $11::date, $12, $13::timestamptz RETURNING 1 AS done`,
      [d.id, at.regencyCode, at.groupId, at.meetingId, d.kind, write(d.content), d.wording, d.votes.agree, d.votes.against, d.votes.abstain, d.from, at.by, at.now]),
  update: (query: Query, d: Decision, meetingId: string) =>
    query(
      `UPDATE meeting_decision SET kind = $3, content = $4::jsonb, wording = $5, agree = $6::int, against = $7::int, abstain = $8::int, holds_from = $9::date WHERE id = $1::uuid AND meeting_id = $2::uuid RETURNING 1 AS done`,
      [d.id, meetingId, d.kind, write(d.content), d.wording, d.votes.agree, d.votes.against, d.votes.abstain, d.from]),
  remove: (query: Query, id: string, meetingId: string) => query('DELETE FROM meeting_decision WHERE id = $1::uuid AND meeting_id = $2::uuid RETURNING 1 AS done', [id, meetingId]),
};
