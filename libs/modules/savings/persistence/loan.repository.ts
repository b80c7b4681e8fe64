import { asRows, type Query } from '@anyam/server-kit';
import type { Instalment } from '@anyam/domain/savings';
import type { LoanCycle, PaymentOrder, ServiceCharge } from '@anyam/domain/meeting';
import type { LoanState } from '@anyam/domain/savings';

export interface LoanRecord {
  readonly id: string; readonly regencyCode: string; readonly groupId: string; readonly memberId: string; readonly memberName: string; readonly officer: boolean; readonly state: LoanState;
  readonly since: Date; readonly what: string; readonly principal: bigint; readonly instalments: number; readonly charge: ServiceCharge; readonly every: LoanCycle; readonly order: PaymentOrder;
  readonly appliedOn: string; readonly paidOutOn: string | null; readonly version: number; readonly writtenOff: bigint;
}
export interface LoanWithSchedule extends LoanRecord {
  readonly schedule: readonly Instalment[];
}
interface Raw extends Omit<LoanRecord, 'charge'> {
  readonly charge: { kind: 'none' } | { kind: 'amount'; amount: string } | { kind: 'percent'; bps: number };
}

const COLUMNS = `l.id::text AS id, l.regency_code AS "regencyCode", l.group_id::text AS "groupId", l.member_id::text AS "memberId", p.name AS "memberName", (m.role <> 'member' AND m.left_on IS NULL) AS officer,
  l.state, l.since, l.what, l.principal, l.instalments, l.charge, l.every, l.pay_order AS "order", l.applied_on::text AS "appliedOn", l.paid_out_on::text AS "paidOutOn", l.version, l.written_off AS "writtenOff"`;
const FROM = 'FROM member_loan l JOIN membership m ON m.id = l.member_id JOIN person p ON p.id = m.person_id';
const RUNNING = `l.state IN ('paidOut', 'running', 'inArrears', 'rescheduled', 'bad')`;

const read = ({ charge, ...row }: Raw): LoanRecord => ({ ...row, charge: (charge.kind === 'amount' ? { ...charge, amount: BigInt(charge.amount) } : charge) as ServiceCharge });
const kept = (charge: ServiceCharge): string => asRows([charge]).slice(1, -1);

async function withSchedules(query: Query, loans: readonly LoanRecord[]): Promise<LoanWithSchedule[]> {
  if (loans.length === 0) return [];
  const rows = await query<Instalment & { loanId: string }>(
    `SELECT i.loan_id::text AS "loanId", i.no, i.due::text AS due, i.principal, i.service, i.paid_principal AS "paidPrincipal", i.paid_service AS "paidService"
     FROM loan_instalment i JOIN member_loan l ON l.id = i.loan_id AND l.version = i.version WHERE i.loan_id = ANY($1::uuid[]) ORDER BY i.loan_id, i.no`,
    [loans.map((l) => l.id)]);
  const byLoan = Map.groupBy(rows, (r) => r.loanId);
  return loans.map((l) => ({ ...l, schedule: (byLoan.get(l.id) ?? []).map(({ loanId: _, ...i }) => i) }));
}

export const loanRepository = {
  /** With its schedule in force; `lock` holds the loans, in order of id, until the transaction ends. */
  async find(query: Query, ids: readonly string[], lock = false): Promise<LoanWithSchedule[]> {
    if (ids.length === 0) return [];
    const rows = await query<Raw>(`SELECT ${COLUMNS} ${FROM} WHERE l.id = ANY($1::uuid[]) ORDER BY l.id${lock ? ' FOR UPDATE OF l' : ''}`, [ids]);
    return withSchedules(query, rows.map(read));
  },
  async ofGroup(query: Query, groupId: string, which: 'all' | 'running' = 'all'): Promise<LoanWithSchedule[]> {
    const rows = await query<Raw>(`SELECT ${COLUMNS} ${FROM} WHERE l.group_id = $1::uuid${which === 'running' ? ` AND ${RUNNING}` : ''} ORDER BY l.since DESC, l.id LIMIT 1000`, [groupId]);
    return withSchedules(query, rows.map(read));
  },
  async groupOf(query: Query, id: string): Promise<string | undefined> {
    const [row] = await query<{ groupId: string }>('SELECT group_id::text AS "groupId" FROM member_loan WHERE id = $1::uuid', [id]);
    return row?.groupId;
  },
  async add(query: Query, l: {
    id: string; regencyCode: string; groupId: string; memberId: string; what: string; principal: bigint; instalments: number; charge: ServiceCharge; every: LoanCycle; order: PaymentOrder; on: string;
    createdBy: string; at: Date;
  }): Promise<void> {
    await query(
      `INSERT INTO member_loan (id, regency_code, group_id, member_id, state, since, what, principal, instalments, charge, every, pay_order, applied_on, created_by, created_at)
       VALUES ($1::uuid, $2, $3::uuid, $4::uuid, 'requested', $13::timestamptz, $5, $6::bigint, $7::int, $8::jsonb, $9, $10, $11::date, $12, $13::timestamptz) RETURNING 1`,
      [l.id, l.regencyCode, l.groupId, l.memberId, l.what, String(l.principal), l.instalments, kept(l.charge), l.every, l.order, l.on, l.createdBy, l.at.toISOString()]);
  },
  /** Moves a loan that is still in `from`; false when it was not. */
  async move(query: Query, id: string, from: LoanState, to: LoanState, at: Date, more: { writtenOff?: bigint } = {}): Promise<boolean> {
    const rows = await query(
      'UPDATE member_loan SET state = $3, since = $4::timestamptz, written_off = $5::bigint WHERE id = $1::uuid AND state = $2 RETURNING 1', [id, from, to, at.toISOString(), String(more.writtenOff ?? 0n)]);
    return rows.length > 0;
  },
  /** A new version of the schedule takes the place of the one before. */
  async schedule(query: Query, loan: Pick<LoanRecord, 'id' | 'regencyCode' | 'groupId' | 'version'>, terms: { instalments: number; charge: ServiceCharge; every: LoanCycle; order: PaymentOrder; paidOutOn: string }, rows: readonly Instalment[]): Promise<void> {
    await query('UPDATE loan_instalment SET live = false WHERE loan_id = $1::uuid AND live RETURNING 1', [loan.id]);
    await query(
      `UPDATE member_loan SET version = version + 1, instalments = $2::int, charge = $3::jsonb, every = $4, pay_order = $5, paid_out_on = coalesce(paid_out_on, $6::date) WHERE id = $1::uuid RETURNING 1`,
      [loan.id, terms.instalments, kept(terms.charge), terms.every, terms.order, terms.paidOutOn]);
    await query(
      `INSERT INTO loan_instalment (loan_id, version, no, regency_code, group_id, due, principal, service)
       SELECT $2::uuid, $3::int, r.no, $4, $5::uuid, r.due, r.principal, r.service FROM jsonb_to_recordset($1::jsonb) AS r(no int, due date, principal bigint, service bigint) RETURNING 1`,
      [asRows(rows), loan.id, loan.version + 1, loan.regencyCode, loan.groupId]);
  },
  /** What is paid of each instalment of the version in force, of one loan or many. */
  async setPaid(query: Query, loans: readonly { id: string; schedule: readonly Instalment[] }[]): Promise<void> {
    const rows = loans.flatMap((l) => l.schedule.map((i) => ({ loan_id: l.id, no: i.no, paid_principal: i.paidPrincipal, paid_service: i.paidService })));
    if (rows.length === 0) return;
    await query(
      `UPDATE loan_instalment i SET paid_principal = r.paid_principal, paid_service = r.paid_service
       FROM jsonb_to_recordset($1::jsonb) AS r(loan_id uuid, no int, paid_principal bigint, paid_service bigint), member_loan l
       WHERE l.id = r.loan_id AND i.loan_id = r.loan_id AND i.version = l.version AND i.no = r.no AND (i.paid_principal, i.paid_service) IS DISTINCT FROM (r.paid_principal, r.paid_service) RETURNING 1`,
      [asRows(rows)]);
  },
  async endSchedule(query: Query, id: string): Promise<void> {
    await query('UPDATE loan_instalment SET live = false WHERE loan_id = $1::uuid AND live RETURNING 1', [id]);
  },
  /** What is due by a day and unpaid, one line a loan, the oldest first. */
  owed: (query: Query, groupId: string, on: string) =>
    query<{ memberId: string; loanId: string; service: bigint; principal: bigint }>(
      `SELECT l.member_id::text AS "memberId", l.id::text AS "loanId", sum(i.service - i.paid_service)::bigint AS service, sum(i.principal - i.paid_principal)::bigint AS principal
       FROM loan_instalment i JOIN member_loan l ON l.id = i.loan_id
       WHERE i.group_id = $1::uuid AND i.live AND i.due <= $2::date AND (i.paid_principal < i.principal OR i.paid_service < i.service) AND ${RUNNING}
       GROUP BY l.id, l.member_id ORDER BY min(i.due), l.id`, [groupId, on]),
  /** Loans that the turn of a day may move, group by group: overdue ones, and those marked so. */
  astray: (query: Query, on: string, after: string, limit: number) =>
    query<{ id: string; groupId: string; regencyCode: string }>(
      `SELECT l.id::text AS id, l.group_id::text AS "groupId", l.regency_code AS "regencyCode" FROM member_loan l
       WHERE l.id > $2::uuid AND ${RUNNING}
         AND (l.state IN ('inArrears', 'bad') OR EXISTS (SELECT 1 FROM loan_instalment i WHERE i.loan_id = l.id AND i.live AND i.due < $1::date AND (i.paid_principal < i.principal OR i.paid_service < i.service)))
       ORDER BY l.id LIMIT ${limit}`, [on, after]),

  steps: (query: Query, id: string) =>
    query<{ action: string; to: string; actorName: string; at: Date; note: string | null }>(
      `SELECT action, to_state AS "to", actor_name AS "actorName", at, note FROM flow_step WHERE entity_id = $1::uuid AND flow = 'loan' ORDER BY id LIMIT 500`, [id]),
  async addSteps(query: Query, steps: readonly { regencyCode: string; id: string; action: string; from: string; to: string; actorId: string; actorName: string; at: Date; note: string | null }[]): Promise<void> {
    if (steps.length === 0) return;
    const rows = steps.map((s) => ({ regency_code: s.regencyCode, entity_id: s.id, action: s.action, from_state: s.from, to_state: s.to, actor_id: s.actorId, actor_name: s.actorName, at: s.at.toISOString(), note: s.note }));
    await query(
      `INSERT INTO flow_step (regency_code, flow, entity_id, action, from_state, to_state, actor_id, actor_name, at, note)
       SELECT regency_code, 'loan', entity_id, action, from_state, to_state, actor_id, actor_name, at, note
       FROM jsonb_to_recordset($1::jsonb) AS r(regency_code text, entity_id uuid, action text, from_state text, to_state text, actor_id text, actor_name text, at timestamptz, note text) RETURNING 1`, [asRows(rows)]);
  },
};
