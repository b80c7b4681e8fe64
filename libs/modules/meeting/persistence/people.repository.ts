import type { AttendanceState } from '@anyam/domain/meeting';
import { asRows, type Query } from '@anyam/server-kit';

export interface DayMember {
  readonly memberId: string;
  readonly name: string;
  readonly role: 'chair' | 'secretary' | 'treasurer' | 'member';
}
export interface AttendanceRow {
  readonly memberId: string;
  readonly name: string;
  readonly state: AttendanceState;
  readonly representative: string | null;
}
export interface GuestRow {
  readonly id: string; readonly meetingId: string | null; readonly on: string; readonly name: string; readonly origin: string; readonly purpose: string;
}
const GUEST = 'id::text AS id, meeting_id::text AS "meetingId", came_on::text AS "on", name, origin, purpose';

export const peopleRepository = {
  /** Members of a group on a day, officers first. Who left on that day no longer counts. */
  membersOn: (query: Query, groupId: string, on: string) =>
    query<DayMember>(
      `SELECT m.id::text AS "memberId", p.name, m.role FROM membership m JOIN person p ON p.id = m.person_id
       WHERE m.group_id = $1::uuid AND m.joined_on <= $2::date AND (m.left_on IS NULL OR m.left_on > $2::date)
       ORDER BY array_position(ARRAY['chair', 'secretary', 'treasurer'], m.role), p.name, m.id`, [groupId, on]),
  /** Every membership that a group ever had, with the name: for decisions of the past. */
  names: async (query: Query, groupId: string): Promise<Map<string, string>> =>
    new Map((await query<{ id: string; name: string }>('SELECT m.id::text AS id, p.name FROM membership m JOIN person p ON p.id = m.person_id WHERE m.group_id = $1::uuid', [groupId])).map((r) => [r.id, r.name])),
  attendance: (query: Query, meetingId: string) =>
    query<AttendanceRow>(
      `SELECT a.membership_id::text AS "memberId", p.name, a.state, a.representative FROM meeting_attendance a JOIN membership m ON m.id = a.membership_id JOIN person p ON p.id = m.person_id
       WHERE a.meeting_id = $1::uuid ORDER BY p.name, m.id`, [meetingId]),
  async mark(query: Query, meetingId: string, marks: readonly { memberId: string; state: string | null; representative: string | null }[]): Promise<void> {
    const gone = marks.filter((m) => m.state === null).map((m) => m.memberId);
    if (gone.length > 0) await query('DELETE FROM meeting_attendance WHERE meeting_id = $1::uuid AND membership_id = ANY($2::uuid[]) RETURNING 1 AS done', [meetingId, gone]);
    const set = marks.filter((m) => m.state !== null);
    if (set.length === 0) return;
    await query(
      `INSERT INTO meeting_attendance (meeting_id, membership_id, state, representative)
       SELECT $1::uuid, "memberId", state, representative FROM jsonb_to_recordset($2::jsonb) AS r("memberId" uuid, state text, representative text)
       ON CONFLICT (meeting_id, membership_id) DO UPDATE SET state = EXCLUDED.state, representative = EXCLUDED.representative RETURNING 1 AS done`, [meetingId, asRows(set)]);
  },
  /** Marks of all closed meetings of a year, for the attendance book. */
  marksOf: (query: Query, meetingIds: readonly string[]) =>
    query<{ meetingId: string; memberId: string; name: string; state: AttendanceState }>(
      `SELECT a.meeting_id::text AS "meetingId", a.membership_id::text AS "memberId", p.name, a.state FROM meeting_attendance a JOIN membership m ON m.id = a.membership_id JOIN person p ON p.id = m.person_id
       WHERE a.meeting_id = ANY($1::uuid[]) ORDER BY array_position(ARRAY['chair', 'secretary', 'treasurer'], m.role), p.name, m.id`, [meetingIds]),
  guestsOf: (query: Query, meetingId: string) => query<GuestRow>(`SELECT ${GUEST} FROM meeting_guest WHERE meeting_id = $1::uuid ORDER BY created_at, id`, [meetingId]),
  guestsIn: (query: Query, groupId: string, year: number) =>
    query<GuestRow>(`SELECT ${GUEST} FROM meeting_guest WHERE group_id = $1::uuid AND came_on BETWEEN make_date($2::int, 1, 1) AND make_date($2::int, 12, 31) ORDER BY came_on, created_at, id`, [groupId, year]),
  addGuest: (query: Query, g: GuestRow & { groupId: string; regencyCode: string; by: string; now: Date }) =>
    query(
      `INSERT INTO meeting_guest (id, regency_code, group_id, meeting_id, came_on, name, origin, purpose, created_by, created_at)
       VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5::date, $6, $7, $8, $9, $10::timestamptz) RETURNING 1 AS done`,
      [g.id, g.regencyCode, g.groupId, g.meetingId, g.on, g.name, g.origin, g.purpose, g.by, g.now]),
};
