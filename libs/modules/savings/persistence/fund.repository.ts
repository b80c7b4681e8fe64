import type { Query } from '@anyam/server-kit';

export interface MemberBalance {
  readonly memberId: string; readonly name: string; readonly role: 'chair' | 'secretary' | 'treasurer' | 'member'; readonly active: boolean;
  readonly iks: bigint; readonly agreed: bigint; readonly paid: bigint; readonly voluntary: bigint; readonly lent: bigint;
}
export interface GroupBalance {
  readonly iks: bigint; readonly voluntary: bigint; readonly lent: bigint; readonly lost: bigint; readonly agreed: bigint; readonly paid: bigint;
}
export interface UseRecord {
  readonly id: string; readonly decisionId: string; readonly purpose: string; readonly what: string; readonly amount: bigint; readonly on: string; readonly meetingId: string;
  readonly memberName: string | null; readonly reversed: { readonly on: string; readonly reason: string; readonly byName: string } | null;
}
const NONE: GroupBalance = { iks: 0n, voluntary: 0n, lent: 0n, lost: 0n, agreed: 0n, paid: 0n };

export const fundRepository = {
  /** Living members and those who left with something in the fund, officers first. */
  members: (query: Query, groupId: string) =>
    query<MemberBalance>(
      `SELECT m.id::text AS "memberId", p.name, m.role, m.left_on IS NULL AS active, coalesce(s.iks, 0)::bigint AS iks, coalesce(s.agreed, 0)::bigint AS agreed, coalesce(s.paid, 0)::bigint AS paid,
              coalesce(s.voluntary, 0)::bigint AS voluntary, coalesce(s.lent, 0)::bigint AS lent
       FROM membership m JOIN person p ON p.id = m.person_id LEFT JOIN savings_member s ON s.group_id = m.group_id AND s.member_id = m.id
       WHERE m.group_id = $1::uuid AND (m.left_on IS NULL OR s.iks > 0 OR s.voluntary > 0 OR s.lent > 0)
       ORDER BY m.left_on DESC NULLS FIRST, array_position(ARRAY['chair','secretary','treasurer','member'], m.role), p.name_key, m.id`, [groupId]),
  async group(query: Query, groupId: string): Promise<GroupBalance> {
    const [row] = await query<GroupBalance>('SELECT iks, voluntary, lent, lost, agreed, paid FROM savings_group WHERE group_id = $1::uuid', [groupId]);
    return row ?? NONE;
  },
  names: (query: Query, memberIds: readonly string[]) =>
    query<{ memberId: string; name: string }>('SELECT m.id::text AS "memberId", p.name FROM membership m JOIN person p ON p.id = m.person_id WHERE m.id = ANY($1::uuid[])', [memberIds]),
  place: (query: Query, villageCode: string) => query<{ name: string }>('SELECT name FROM region WHERE code = $1', [villageCode]),

  async addUse(query: Query, use: {
    id: string; regencyCode: string; groupId: string; decisionId: string; purpose: string; what: string; amount: bigint; memberId: string | null; meetingId: string; on: string;
    actorId: string; actorName: string; at: Date;
  }): Promise<void> {
    await query(
      `INSERT INTO iks_use (id, regency_code, group_id, decision_id, purpose, what, amount, helped_member_id, meeting_id, used_on, actor_id, actor_name, at)
       VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5, $6, $7::bigint, $8::uuid, $9::uuid, $10::date, $11, $12, $13::timestamptz) RETURNING 1`,
      [use.id, use.regencyCode, use.groupId, use.decisionId, use.purpose, use.what, String(use.amount), use.memberId, use.meetingId, use.on, use.actorId, use.actorName, use.at.toISOString()]);
  },
  uses: (query: Query, where: { groupId: string } | { meetingIds: readonly string[] }) =>
    query<UseRecord>(
      `SELECT u.id::text AS id, u.decision_id::text AS "decisionId", u.purpose, u.what, u.amount, u.used_on::text AS "on", u.meeting_id::text AS "meetingId", p.name AS "memberName",
         (SELECT jsonb_build_object('on', r.on_day, 'reason', r.reason, 'byName', r.actor_name) FROM iks_use_reversal r WHERE r.use_id = u.id) AS reversed
       FROM iks_use u LEFT JOIN membership m ON m.id = u.helped_member_id LEFT JOIN person p ON p.id = m.person_id
       WHERE ${'groupId' in where ? 'u.group_id = $1::uuid' : 'u.meeting_id = ANY($1::uuid[])'} ORDER BY u.used_on DESC, u.at DESC LIMIT 500`,
      ['groupId' in where ? where.groupId : where.meetingIds]),

  async findUse(query: Query, id: string) {
    const [row] = await query<{ id: string; groupId: string; decisionId: string; amount: bigint; what: string; on: string; reversed: boolean }>(
      `SELECT u.id::text AS id, u.group_id::text AS "groupId", u.decision_id::text AS "decisionId", u.amount, u.what, u.used_on::text AS "on",
         EXISTS (SELECT 1 FROM iks_use_reversal r WHERE r.use_id = u.id) AS reversed FROM iks_use u WHERE u.id = $1::uuid`, [id]);
    return row;
  },
  /** A use is taken back, which frees its decision. */
  reverseUse: (query: Query, r: { useId: string; regencyCode: string; groupId: string; decisionId: string; reason: string; on: string; actorId: string; actorName: string; at: Date }) =>
    query(
      `INSERT INTO iks_use_reversal (use_id, regency_code, group_id, decision_id, reason, on_day, actor_id, actor_name, at)
       VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5, $6::date, $7, $8, $9::timestamptz) RETURNING 1`,
      [r.useId, r.regencyCode, r.groupId, r.decisionId, r.reason, r.on, r.actorId, r.actorName, r.at.toISOString()]),

  /** Marks a decision as used: which round it is, 0 for the first; null when it carries something already. */
  async takeDecision(query: Query, d: { decisionId: string; regencyCode: string; groupId: string; kind: 'iksUse' | 'loan' | 'reschedule' | 'writeOff'; subjectId: string; on: string; actorId: string; at: Date }): Promise<number | null> {
    const [row] = await query<{ round: number }>(
      `INSERT INTO savings_decision (decision_id, regency_code, group_id, kind, subject_id, used_on, actor_id, at)
       VALUES ($1::uuid, $2, $3::uuid, $4, $5::uuid, $6::date, $7, $8::timestamptz) ON CONFLICT DO NOTHING RETURNING round`,
      [d.decisionId, d.regencyCode, d.groupId, d.kind, d.subjectId, d.on, d.actorId, d.at.toISOString()]);
    return row?.round ?? null;
  },
  /** Decisions of a group that carried something, by what they carried; what was taken back is left out. */
  decisionsUsed: (query: Query, groupId: string) =>
    query<{ decisionId: string; kind: string; subjectId: string }>(
      `SELECT d.decision_id::text AS "decisionId", d.kind, d.subject_id::text AS "subjectId" FROM savings_decision d
       WHERE d.group_id = $1::uuid AND NOT EXISTS (SELECT 1 FROM iks_use_reversal r WHERE r.use_id = d.subject_id)`, [groupId]),
};
