import { asRows, type Query } from '@anyam/server-kit';

export interface MeetingRecord {
  readonly id: string;
  readonly regencyCode: string;
  readonly groupId: string;
  readonly state: 'scheduled' | 'open' | 'closed' | 'cancelled';
  readonly plannedOn: string | null;
  readonly heldOn: string;
  readonly moveReason: string | null;
  readonly beginsAt: string | null;
  readonly place: string;
  readonly agenda: string[];
  readonly notes: string;
  readonly leaderId: string | null;
  readonly writerId: string | null;
  /** The rule it is judged by, from the day it was opened. */
  readonly quorum: unknown;
  readonly entries: number;
  readonly sequence: number | null;
  readonly number: string | null;
  readonly revision: number;
}
export interface CountedMeeting extends MeetingRecord {
  readonly present: number;
  readonly members: number;
  readonly decisions: number;
}
export interface PlanRecord {
  readonly rhythm: unknown;
  readonly beginsAt: string | null;
  readonly place: string;
  readonly quorum: unknown;
  readonly lastHeldOn: string | null;
  readonly revision: number;
}
export interface NewMeeting {
  readonly id: string; readonly regency_code: string; readonly group_id: string; readonly planned_on: string | null; readonly held_on: string;
  readonly begins_at: string | null; readonly place: string; readonly created_by: string; readonly at: string;
}

const COLUMNS = `m.id::text AS id, m.regency_code AS "regencyCode", m.group_id::text AS "groupId", m.state, m.planned_on::text AS "plannedOn", m.held_on::text AS "heldOn", m.move_reason AS "moveReason",
  m.begins_at AS "beginsAt", m.place, m.agenda, m.notes, m.leader_id::text AS "leaderId", m.writer_id::text AS "writerId", m.quorum, m.entries, m.sequence, m.number, m.revision`;
/** Who counts as there, and who is on the list at all. */
const COUNTS = `(SELECT count(*)::int FROM meeting_attendance a WHERE a.meeting_id = m.id AND a.state IN ('present', 'represented')) AS present,
  (SELECT count(*)::int FROM meeting_attendance a WHERE a.meeting_id = m.id) AS members, (SELECT count(*)::int FROM meeting_decision d WHERE d.meeting_id = m.id) AS decisions`;

const first = async <T>(rows: Promise<T[]>): Promise<T | null> => (await rows)[0] ?? null;

export const meetingRepository = {
  /** One at a time changes which meetings a group has: held until the end of the transaction. */
  lockGroup: (query: Query, groupId: string) => query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7302))::text', [`meetings/${groupId}`]),
  get: (query: Query, id: string) => first(query<MeetingRecord>(`SELECT ${COLUMNS} FROM meeting m WHERE m.id = $1::uuid`, [id])),
  lock: (query: Query, id: string) => first(query<MeetingRecord>(`SELECT ${COLUMNS} FROM meeting m WHERE m.id = $1::uuid FOR UPDATE`, [id])),
  counted: (query: Query, id: string) => first(query<CountedMeeting>(`SELECT ${COLUMNS}, ${COUNTS} FROM meeting m WHERE m.id = $1::uuid`, [id])),
  coming: (query: Query, groupId: string) =>
    query<CountedMeeting>(`SELECT ${COLUMNS}, ${COUNTS} FROM meeting m WHERE m.group_id = $1::uuid AND m.state IN ('scheduled', 'open') ORDER BY m.held_on LIMIT 60`, [groupId]),
  past: (query: Query, groupId: string, limit: number) =>
    query<CountedMeeting>(`SELECT ${COLUMNS}, ${COUNTS} FROM meeting m WHERE m.group_id = $1::uuid AND m.state IN ('closed', 'cancelled') ORDER BY m.held_on DESC LIMIT $2`, [groupId, limit]),
  pastTotal: async (query: Query, groupId: string) =>
    (await query<{ n: number }>(`SELECT count(*)::int AS n FROM meeting WHERE group_id = $1::uuid AND state IN ('closed', 'cancelled')`, [groupId]))[0]?.n ?? 0,
  /** Days that became meetings from a day on. */
  days: (query: Query, groupId: string, from: string) =>
    query<{ plannedOn: string | null; heldOn: string; state: string }>(
      `SELECT planned_on::text AS "plannedOn", held_on::text AS "heldOn", state FROM meeting WHERE group_id = $1::uuid AND (planned_on >= $2::date OR held_on >= $2::date)`, [groupId, from]),
  /** What the flow asks of the group's other meetings. */
  others: (query: Query, m: Pick<MeetingRecord, 'id' | 'groupId' | 'heldOn'>) =>
    first(query<{ otherOpen: boolean; isLast: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM meeting o WHERE o.group_id = $2::uuid AND o.id <> $1::uuid AND o.state = 'open') AS "otherOpen",
              NOT EXISTS (SELECT 1 FROM meeting o WHERE o.group_id = $2::uuid AND o.state IN ('open', 'closed') AND o.held_on > $3::date) AS "isLast"`, [m.id, m.groupId, m.heldOn])),
  insert: (query: Query, rows: readonly NewMeeting[]) =>
    query(
      `INSERT INTO meeting (id, regency_code, group_id, state, planned_on, held_on, begins_at, place, created_by, created_at, updated_at)
       SELECT id, regency_code, group_id, 'scheduled', planned_on, held_on, begins_at, place, created_by, at, at
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, regency_code text, group_id uuid, planned_on date, held_on date, begins_at text, place text, created_by text, at timestamptz) RETURNING 1 AS done`, [asRows(rows)]),
  /** Takes back what was planned by the schedule alone and is still to come. */
  unplan: (query: Query, groupId: string, from: string) =>
    query(`DELETE FROM meeting WHERE group_id = $1::uuid AND state = 'scheduled' AND planned_on = held_on AND held_on >= $2::date RETURNING 1 AS done`, [groupId, from]),
  move: (query: Query, id: string, to: string, reason: string | null, now: Date) =>
    query('UPDATE meeting SET held_on = $2::date, move_reason = $3, updated_at = $4::timestamptz, revision = revision + 1 WHERE id = $1::uuid RETURNING 1 AS done', [id, to, reason, now]),
  start: (query: Query, id: string, quorum: unknown, now: Date) =>
    query(`UPDATE meeting SET state = 'open', opened_at = $3::timestamptz, quorum = $2::jsonb, updated_at = $3::timestamptz, revision = revision + 1 WHERE id = $1::uuid RETURNING 1 AS done`, [id, JSON.stringify(quorum), now]),
  nextSequence: async (query: Query, m: Pick<MeetingRecord, 'groupId' | 'heldOn'>) =>
    (await query<{ n: number }>('SELECT coalesce(max(sequence), 0)::int + 1 AS n FROM meeting WHERE group_id = $1::uuid AND extract(year FROM held_on) = extract(year FROM $2::date)', [m.groupId, m.heldOn]))[0]?.n ?? 1,
  close: (query: Query, id: string, numbered: { sequence: number; number: string }, by: string, now: Date) =>
    query(`UPDATE meeting SET state = 'closed', sequence = $2::int, number = $3, closed_by = $4, closed_at = $5::timestamptz, updated_at = $5::timestamptz, revision = revision + 1 WHERE id = $1::uuid RETURNING 1 AS done`,
      [id, numbered.sequence, numbered.number, by, now]),
  setState: (query: Query, id: string, state: string, now: Date) =>
    query('UPDATE meeting SET state = $2, updated_at = $3::timestamptz, revision = revision + 1 WHERE id = $1::uuid RETURNING 1 AS done', [id, state, now]),
  saveMinutes: (query: Query, m: Pick<MeetingRecord, 'id' | 'beginsAt' | 'place' | 'agenda' | 'notes' | 'leaderId' | 'writerId'>, now: Date) =>
    query(
      `UPDATE meeting SET begins_at = $2, place = $3, agenda = $4::text[], notes = $5, leader_id = $6::uuid, writer_id = $7::uuid, revision = revision + 1, updated_at = $8::timestamptz WHERE id = $1::uuid RETURNING 1 AS done`,
      [m.id, m.beginsAt, m.place, m.agenda, m.notes, m.leaderId, m.writerId, now]),
  touch: (query: Query, id: string) => query<{ id: string }>(`UPDATE meeting SET entries = entries + 1 WHERE id = $1::uuid AND state = 'open' RETURNING id::text AS id`, [id]),

  plan: (query: Query, groupId: string) =>
    first(query<PlanRecord>(`SELECT rhythm, begins_at AS "beginsAt", place, quorum, last_held_on::text AS "lastHeldOn", revision FROM meeting_plan WHERE group_id = $1::uuid`, [groupId])),
  savePlan: (query: Query, p: { groupId: string; regencyCode: string; rhythm: unknown; beginsAt: string | null; place: string; quorum: unknown; by: string; now: Date }) =>
    query<{ revision: number }>(
      `INSERT INTO meeting_plan AS p (group_id, regency_code, rhythm, begins_at, place, quorum, revision, updated_by, updated_at)
       VALUES ($1::uuid, $2, $3::jsonb, $4, $5, $6::jsonb, 1, $7, $8::timestamptz)
       ON CONFLICT (group_id) DO UPDATE SET rhythm = EXCLUDED.rhythm, begins_at = EXCLUDED.begins_at, place = EXCLUDED.place, quorum = EXCLUDED.quorum, revision = p.revision + 1,
         updated_by = EXCLUDED.updated_by, updated_at = EXCLUDED.updated_at RETURNING revision`,
      [p.groupId, p.regencyCode, p.rhythm === null ? null : JSON.stringify(p.rhythm), p.beginsAt, p.place, p.quorum === null ? null : JSON.stringify(p.quorum), p.by, p.now]),
  /** Keeps the day of the last closed meeting beside the schedule, where the list of silent groups reads it. */
  refreshLast: (query: Query, g: { id: string; regencyCode: string }, by: string, now: Date) =>
    query(
      `INSERT INTO meeting_plan AS p (group_id, regency_code, last_held_on, updated_by, updated_at)
       SELECT $1::uuid, $2, (SELECT max(held_on) FROM meeting WHERE group_id = $1::uuid AND state = 'closed'), $3, $4::timestamptz
       ON CONFLICT (group_id) DO UPDATE SET last_held_on = EXCLUDED.last_held_on RETURNING 1 AS done`, [g.id, g.regencyCode, by, now]),
};
