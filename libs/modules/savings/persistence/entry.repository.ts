import { asRows, type Query } from '@anyam/server-kit';

export type EntryKind = 'iks' | 'voluntary' | 'loan';
export type EntrySource = 'money' | 'share' | 'use' | 'withdrawal' | 'payOut' | 'writeOff';

export interface NewEntry {
  readonly id: string;
  readonly memberId: string;
  readonly kind: EntryKind;
  readonly source: EntrySource;
  /** In the sense of the member's own balance, rupiah. */
  readonly amount: bigint;
  readonly service?: bigint;
  readonly purse?: 'cash' | 'bank' | null;
  readonly loanId?: string | null;
  readonly meetingId?: string | null;
  readonly paymentId?: string | null;
  readonly useId?: string | null;
  readonly note?: string | null;
  readonly reverses?: string | null;
  readonly reason?: string | null;
}
export interface EntryBatch {
  readonly regencyCode: string;
  readonly groupId: string;
  readonly on: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly at: Date;
  readonly entries: readonly NewEntry[];
}

export interface EntryRecord {
  readonly id: string; readonly groupId: string; readonly memberId: string; readonly memberName: string; readonly kind: EntryKind; readonly source: EntrySource; readonly amount: bigint;
  readonly service: bigint; readonly on: string; readonly purse: 'cash' | 'bank' | null; readonly loanId: string | null; readonly meetingId: string | null; readonly note: string | null;
  readonly reverses: string | null; readonly reason: string | null; readonly actorName: string; readonly at: Date;
  readonly takenBack: { readonly reason: string; readonly at: string } | null;
}
const COLUMNS = `e.id::text AS id, e.group_id::text AS "groupId", e.member_id::text AS "memberId", p.name AS "memberName", e.kind, e.source, e.amount, e.service, e.counts_on::text AS "on", e.purse,
  e.loan_id::text AS "loanId", e.meeting_id::text AS "meetingId", e.note, e.reverses::text AS reverses, e.reason, e.actor_name AS "actorName", e.at,
  (SELECT jsonb_build_object('reason', r.reason, 'at', r.at) FROM savings_entry r WHERE r.reverses = e.id) AS "takenBack"`;
const FROM = 'FROM savings_entry e JOIN membership m ON m.id = e.member_id JOIN person p ON p.id = m.person_id';

/** What a member brought, whatever it was for; a reversal takes it off. */
export const broughtBy = (e: Pick<EntryRecord, 'kind' | 'amount' | 'service'>): bigint => (e.kind === 'loan' ? -e.amount + e.service : e.amount);

export const entryRepository = {
  /** Writes entries as one set; the database keeps the balances and refuses one below zero. */
  async add(query: Query, { regencyCode, groupId, on, actorId, actorName, at, entries }: EntryBatch): Promise<void> {
    if (entries.length === 0) return;
    const rows = entries.map((e) => ({
      id: e.id, member_id: e.memberId, kind: e.kind, source: e.source, amount: e.amount, service: e.service ?? 0n, purse: e.purse ?? null, loan_id: e.loanId ?? null,
      meeting_id: e.meetingId ?? null, payment_id: e.paymentId ?? null, use_id: e.useId ?? null, note: e.note || null, reverses: e.reverses ?? null, reason: e.reason ?? null,
    }));
    await query(
      `INSERT INTO savings_entry (id, regency_code, group_id, member_id, kind, source, amount, service, counts_on, purse, loan_id, meeting_id, payment_id, use_id, note, reverses, reason, actor_id, actor_name, at)
       SELECT r.id, $2, $3::uuid, r.member_id, r.kind, r.source, r.amount, r.service, $4::date, r.purse, r.loan_id, r.meeting_id, r.payment_id, r.use_id, r.note, r.reverses, r.reason, $5, $6, $7::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, member_id uuid, kind text, source text, amount bigint, service bigint, purse text, loan_id uuid, meeting_id uuid, payment_id uuid, use_id uuid, note text, reverses uuid, reason text)
       RETURNING 1`,
      [asRows(rows), regencyCode, groupId, on, actorId, actorName, at.toISOString()]);
  },
  async find(query: Query, id: string): Promise<EntryRecord | undefined> {
    const [row] = await query<EntryRecord>(`SELECT ${COLUMNS} ${FROM} WHERE e.id = $1::uuid`, [id]);
    return row;
  },
  ofMeeting: (query: Query, meetingId: string) => query<EntryRecord>(`SELECT ${COLUMNS} ${FROM} WHERE e.meeting_id = $1::uuid ORDER BY e.at, p.name, e.id LIMIT 2000`, [meetingId]),
  ofLoan: (query: Query, loanId: string) => query<EntryRecord>(`SELECT ${COLUMNS} ${FROM} WHERE e.loan_id = $1::uuid ORDER BY e.at, e.id LIMIT 1000`, [loanId]),
  async page(query: Query, groupId: string, filter: { memberId?: string; kind?: string; loanId?: string }, limit: number, offset: number) {
    const params: unknown[] = [groupId];
    let where = 'e.group_id = $1::uuid';
    if (filter.memberId) where += ` AND e.member_id = $${params.push(filter.memberId)}::uuid`;
    if (filter.kind) where += ` AND e.kind = $${params.push(filter.kind)}`;
    if (filter.loanId) where += ` AND e.loan_id = $${params.push(filter.loanId)}::uuid`;
    const [count] = await query<{ total: number }>(`SELECT count(*)::int AS total FROM savings_entry e WHERE ${where}`, [...params]);
    const rows = await query<EntryRecord>(`SELECT ${COLUMNS} ${FROM} WHERE ${where} ORDER BY e.counts_on DESC, e.at DESC, e.id LIMIT ${limit} OFFSET ${offset}`, params);
    return { rows, total: count?.total ?? 0 };
  },
  /** Entries of a share-out of proceeds, or of a use of the fund, that stand. */
  standing: (query: Query, of: { paymentId: string } | { useId: string }) =>
    query<EntryRecord>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${'paymentId' in of ? 'e.payment_id' : 'e.use_id'} = $1::uuid AND e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM savings_entry r WHERE r.reverses = e.id) ORDER BY e.id LIMIT 5000`,
      ['paymentId' in of ? of.paymentId : of.useId]),
  /** What a share-out made due is no longer; once, whatever comes again. */
  dropDue: (query: Query, due: { groupId: string; paymentId: string; on: string }) =>
    query(
      `INSERT INTO iks_due (group_id, member_id, occasion, regency_code, amount, due_on)
       SELECT group_id, member_id, 'back:' || $2::text, regency_code, -amount, $3::date FROM iks_due WHERE group_id = $1::uuid AND occasion = 'payment:' || $2::text
       ON CONFLICT DO NOTHING RETURNING 1`, [due.groupId, due.paymentId, due.on]),
  /** What was due by a rate: once a member and occasion, whatever comes again. */
  async addDue(query: Query, due: { regencyCode: string; groupId: string; on: string; occasion: string; rows: readonly { memberId: string; amount: bigint }[] }): Promise<void> {
    const rows = due.rows.filter((r) => r.amount > 0n).map((r) => ({ member_id: r.memberId, amount: r.amount }));
    if (rows.length === 0) return;
    await query(
      `INSERT INTO iks_due (group_id, member_id, occasion, regency_code, amount, due_on)
       SELECT $2::uuid, r.member_id, $3, $4, r.amount, $5::date FROM jsonb_to_recordset($1::jsonb) AS r(member_id uuid, amount bigint)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [asRows(rows), due.groupId, due.occasion, due.regencyCode, due.on]);
  },
  /** Members for whom the rate already asked at this meeting or in this month. */
  dueAt: (query: Query, groupId: string, occasion: string) =>
    query<{ memberId: string; amount: bigint }>('SELECT member_id::text AS "memberId", amount FROM iks_due WHERE group_id = $1::uuid AND occasion = $2', [groupId, occasion]),
};
