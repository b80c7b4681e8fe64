import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '@anyam/contract-kit';
import { booksFor } from '@anyam/books/testing';
import { groupAccounts } from '@anyam/domain/books';
import type { AccountId } from '@anyam/domain/ledger';
import { rupiah } from '@anyam/domain/kernel';
import type { MeetingPort } from '@anyam/meeting/contract';
import { closeMeeting, decidedMeeting, decideIn, meetingFor, openMeeting } from '@anyam/meeting/testing';
import { productionFor } from '@anyam/production/testing';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import type { SavingsPort } from '../contract/index.ts';
import { AGREED, at as on, decidedGroup, differences, emptyRow, fundedGroup, key, savingsFor } from '../testing/index.ts';

let kit: TestKit;
let savings: SavingsPort;
let meeting: MeetingPort;
let operator: Call;
const at = (day: string) => on(kit, day);

beforeAll(async () => {
  kit = await testKit();
  savings = savingsFor(kit);
  meeting = meetingFor(kit);
  operator = await callFor(kit, { role: 'operator' });
});

const group = () => decidedGroup(kit, operator);
const funded = () => fundedGroup(kit, operator);
const sound = async (groupId: string) => expect(await differences(kit, groupId)).toEqual(AGREED);
const balance = async (groupId: string, account: AccountId): Promise<bigint> => (await booksFor(kit).balances(kit.db.prisma, groupId, [account])).get(account) as bigint;
const cash = (groupId: string) => balance(groupId, groupAccounts.cash(groupId));

/** A loan that was decided in a closed meeting of that day, paid out in cash. */
async function lent(g: { groupId: string; ids: string[] }, on: string, amount: bigint, instalments: number, who = 5) {
  at(on);
  const memberId = g.ids[who] as string;
  await decidedMeeting(kit, meeting, operator, g.groupId, [{ kind: 'loan', content: { memberId, amount: rupiah(amount), instalments, what: 'modal pandan' } }]);
  const { id } = await savings.loans.request(operator, { key: key(), groupId: g.groupId, memberId, amount, instalments, what: 'modal pandan', on });
  await savings.loans.approve(operator, { key: key(), id, expectedState: 'requested', on });
  await savings.loans.payOut(operator, { key: key(), id, expectedState: 'approved', on, outOf: 'cash' });
  return id;
}

describe('a meeting on one sheet', () => {
  it('takes attendance, goods, IKS, savings in one request; a repeated one changes nothing; a mistake is taken back', async () => {
    const { groupId, ids } = await group();
    const [ketua, sri, budi] = ids as [string, string, string];
    at('2020-02-03');
    const { ids: [meetingId] } = await meeting.plan(operator, { key: key(), groupId, on: '2020-02-03' });
    await meeting.act(operator, { key: key(), id: meetingId as string, action: 'open', expectedState: 'scheduled' });
    const before = await savings.sheet.get(operator, { meetingId: meetingId as string });
    expect(before.rows).toHaveLength(10);
    expect(before.rows.every((r) => r.iksDue === 100_000n && r.attendance === null)).toBe(true);
    const mats = (await productionFor(kit).products(kit.db.prisma, '35.21')).find((p) => p.kind === 'mat') as { id: string; grades: readonly string[] };

    const once = key();
    const rows = [
      { ...emptyRow(ketua), attendance: 'present' as const, iks: 100_000n, voluntary: 20_000n },
      { ...emptyRow(sri), attendance: 'represented' as const, representative: 'Adiknya', iks: 150_000n,
        deposits: [{ productId: mats.id, grade: mats.grades[0] as string, handedIn: 10, accepted: 8, rejected: 2, rejectReason: 'loose' as const, note: null }] },
      { ...emptyRow(budi), attendance: 'absent' as const },
    ];
    const posted = await savings.sheet.post(operator, { key: once, meetingId: meetingId as string, rows });
    expect(posted).toMatchObject({ entries: 3, lots: [{ memberId: sri }] });
    expect(await savings.sheet.post(operator, { key: once, meetingId: meetingId as string, rows })).toEqual(posted);

    const after = await savings.sheet.get(operator, { meetingId: meetingId as string });
    expect(after).toMatchObject({ cash: 270_000n, writable: true });
    expect(after.rows.filter((r) => [ketua, sri, budi].includes(r.memberId)).map((r) => [r.attendance, r.iksDue, r.iks, r.voluntary])).toEqual([
      ['present', 0n, 100_000n, 20_000n], ['represented', 0n, 150_000n, 0n], ['absent', 100_000n, 0n, 0n],
    ]);
    const wrong = after.entries.find((e) => e.kind === 'voluntary');
    await savings.fund.reverse(operator, { key: key(), entryId: wrong?.id as string, on: '2020-02-03', reason: 'Salah ketik' });
    await expect(savings.fund.reverse(operator, { key: key(), entryId: wrong?.id as string, on: '2020-02-03', reason: 'Salah ketik' })).rejects.toMatchObject({ code: 'ALREADY_REVERSED' });
    expect(await cash(groupId)).toBe(250_000n);

    // Sri paid more than was asked, the others nothing yet: 10 x 100,000 agreed.
    const fund = await savings.fund.get(operator, { groupId });
    expect(fund).toMatchObject({ total: 250_000n, agreed: 1_000_000n, paid: 250_000n, voluntary: 0n });
    expect(fund.findings.filter((f) => f.code === 'IKS_BEHIND')).toHaveLength(8);
    await sound(groupId);
  });

  it('refuses as a whole: a stranger, a member twice, an empty sheet, a closed meeting; nothing is kept', async () => {
    const { groupId, ids, meetingId } = await funded();
    const post = (rows: ReturnType<typeof emptyRow>[]) => savings.sheet.post(operator, { key: key(), meetingId, rows: rows as never });
    const first = { ...emptyRow(ids[0] as string), iks: 5_000n };
    await expect(post([first, emptyRow(randomUUID())])).rejects.toMatchObject({ code: 'NOT_A_MEMBER' });
    await expect(post([first, first])).rejects.toMatchObject({ code: 'MEMBER_TWICE' });
    await expect(post([emptyRow(ids[0] as string)])).rejects.toMatchObject({ code: 'SHEET_EMPTY' });
    await expect(savings.sheet.post(operator, { key: key(), meetingId, rows: [{ ...first, instalments: [{ loanId: randomUUID(), amount: 1n }] }] })).rejects.toMatchObject({ code: 'LOAN_NOT_FOUND' });
    await closeMeeting(meeting, operator, meetingId);
    await expect(post([first])).rejects.toMatchObject({ code: 'MEETING_NOT_OPEN' });
    expect(await cash(groupId)).toBe(1_000_000n);
    expect(await savings.sheet.readAloud(operator, { meetingId })).toMatchObject({
      attendance: { present: 10, absent: 0 }, totals: { iks: 1_000_000n, total: 1_000_000n }, fund: 1_000_000n, meeting: { dayName: { id: 'Senin Wage' } },
    });
  });
});

describe('uses of the fund', () => {
  it('only by decision in closed minutes, once, spread over the balances; who is helped does not count for the quorum', async () => {
    const g = await funded();
    const helped = g.ids[9] as string;
    const help = { kind: 'iksUse' as const, content: { purpose: 'socialHelp' as const, amount: rupiah(150_005), what: 'Biaya rumah sakit', memberId: helped } };
    await decideIn(meeting, operator, g.meetingId, help);
    const [decision] = (await meeting.detail(operator, { id: g.meetingId })).decided;
    expect(decision?.quorum).toMatchObject({ eligible: 9 });
    const use = (decisionId: string) => savings.fund.use(operator, { key: key(), groupId: g.groupId, decisionId, on: '2020-02-03', outOf: 'cash' });
    await expect(use(decision?.id as string)).rejects.toMatchObject({ code: 'DECISION_NEEDED' });
    await closeMeeting(meeting, operator, g.meetingId);
    expect((await savings.fund.get(operator, { groupId: g.groupId })).toUse).toMatchObject([{ amount: 150_005n, problems: [], purposeLabel: { id: 'Bantuan sosial' } }]);
    await use(decision?.id as string);
    await expect(use(decision?.id as string)).rejects.toMatchObject({ code: 'DECISION_USED' });

    // 150,005 over ten equal balances: five members bear 15,001 and five 15,000.
    const fund = await savings.fund.get(operator, { groupId: g.groupId });
    expect(fund.total).toBe(849_995n);
    expect(fund.members.map((m) => m.iks).sort()).toEqual([...Array(5).fill(84_999n), ...Array(5).fill(85_000n)]);
    expect([fund.toUse, fund.uses[0]]).toMatchObject([[], { what: 'Biaya rumah sakit', amount: 150_005n }]);
    expect(await cash(g.groupId)).toBe(849_995n);
    expect((await savings.sheet.readAloud(operator, { meetingId: g.meetingId })).helpTotal).toBe(150_005n);
    await sound(g.groupId);
  });

  it('takes a use back to the rupiah, of two who try at once by one, and carries its decision out again', async () => {
    const g = await funded();
    const helped = g.ids[9] as string;
    await decideIn(meeting, operator, g.meetingId, { kind: 'iksUse', content: { purpose: 'socialHelp', amount: rupiah(150_005), what: 'Biaya rumah sakit', memberId: helped } });
    await closeMeeting(meeting, operator, g.meetingId);
    const decisionId = (await meeting.detail(operator, { id: g.meetingId })).decided[0]?.id as string;
    const use = () => savings.fund.use(operator, { key: key(), groupId: g.groupId, decisionId, on: '2020-02-03', outOf: 'cash' });
    const seen = async () => {
      const f = await savings.fund.get(operator, { groupId: g.groupId });
      return { fund: [f.total, f.paid, f.available, f.cash], members: f.members.map((m) => [m.iks, m.paid]), toUse: f.toUse.length, book: await balance(g.groupId, groupAccounts.iks(g.groupId, helped)) };
    };
    const before = await seen();
    const { id: useId } = await use();
    const after = await seen();
    expect(after.fund).toEqual([849_995n, 1_000_000n, 849_995n, 849_995n]);
    const back = (call = operator, day = '2020-02-03') => savings.fund.reverseUse(call, { key: key(), useId, on: day, reason: 'uang belum diserahkan' });
    await expect(back(await callFor(kit, { role: 'operator', area: '35.20' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(back(operator, '2020-02-02')).rejects.toMatchObject({ code: 'DAY_BEFORE_USE' });
    const race = await Promise.allSettled([back(), back()]);
    expect(race.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(race.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'ALREADY_REVERSED' } });
    expect(await seen()).toEqual(before);
    expect(await kit.db.prisma.auditEntry.count({ where: { groupId: g.groupId, action: 'savings.reverseUse' } })).toBe(1);
    const again = await Promise.allSettled([use(), use()]);
    expect(again.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(await seen()).toEqual(after);
    expect((await savings.sheet.readAloud(operator, { meetingId: g.meetingId })).helpTotal).toBe(150_005n);
    expect((await savings.fund.get(operator, { groupId: g.groupId })).uses.map((u) => u.reversed?.reason ?? null).sort()).toEqual([null, 'uang belum diserahkan']);
    await sound(g.groupId);
  });

  it('turns IKS into capital for a diversification, and never spends more than is at hand', async () => {
    const g = await funded();
    const goats = (amount: number) => ({ kind: 'iksUse' as const, content: { purpose: 'diversification' as const, amount: rupiah(amount), what: 'Dua ekor kambing', memberId: null } });
    await decideIn(meeting, operator, g.meetingId, goats(700_000));
    await decideIn(meeting, operator, g.meetingId, goats(300_001));
    await closeMeeting(meeting, operator, g.meetingId);
    const [first, second] = (await savings.fund.get(operator, { groupId: g.groupId })).toUse;
    const use = (decisionId: string | undefined) => savings.fund.use(operator, { key: key(), groupId: g.groupId, decisionId: decisionId as string, on: '2020-02-03', outOf: 'cash' });
    await use(first?.id);
    await expect(use(second?.id)).rejects.toMatchObject({ code: 'FUND_TOO_SMALL' });
    expect([await balance(g.groupId, groupAccounts.capital(g.groupId)), await cash(g.groupId)]).toEqual([-700_000n, 1_000_000n]);
    // What was spent cannot be taken back by its giver.
    const { rows } = await savings.fund.entries(operator, { groupId: g.groupId, page: 1, pageSize: 50, kind: 'iks' });
    const gift = rows.find((e) => e.source === 'money');
    await expect(savings.fund.reverse(operator, { key: key(), entryId: gift?.id as string, on: '2020-02-03', reason: 'Minta kembali' })).rejects.toMatchObject({ code: 'MONEY_IN_USE' });
    const spent = rows.find((e) => e.source === 'use');
    await expect(savings.fund.reverse(operator, { key: key(), entryId: spent?.id as string, on: '2020-02-03', reason: 'Minta kembali' })).rejects.toMatchObject({ code: 'NOT_REVERSIBLE' });
    await sound(g.groupId);
  });
});

describe('voluntary savings', () => {
  it('go in and out, never below zero', async () => {
    const { groupId, ids } = await group();
    const about = { groupId, memberId: ids[4] as string, on: '2020-01-20', note: null };
    await savings.fund.receive(operator, { ...about, key: key(), kind: 'voluntary', amount: 50_000n, into: 'cash' });
    await savings.fund.withdraw(operator, { ...about, key: key(), amount: 20_000n, outOf: 'cash' });
    await expect(savings.fund.withdraw(operator, { ...about, key: key(), amount: 30_001n, outOf: 'cash' })).rejects.toMatchObject({ code: 'WITHDRAWAL_TOO_HIGH' });
    await expect(savings.fund.receive(operator, { ...about, key: key(), kind: 'iks', amount: 1n, into: 'cash', on: '2020-01-21' })).rejects.toMatchObject({ code: 'DAY_AHEAD' });
    // Two withdrawals of all of it at once: one goes through.
    const race = await Promise.allSettled([1, 2].map(() => savings.fund.withdraw(operator, { ...about, key: key(), amount: 30_000n, outOf: 'cash' })));
    expect(race.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await savings.fund.get(operator, { groupId })).voluntary).toBe(0n);
    await sound(groupId);
  });
});

describe('loans', () => {
  it('from request to paid off, by decision, with part payments, a mistake and two who pay at once', async () => {
    const g = await funded();
    const borrower = g.ids[5] as string;
    const { id } = await savings.loans.request(operator, { key: key(), groupId: g.groupId, memberId: borrower, amount: 200_000n, instalments: 4, what: 'Bibit pandan', on: '2020-02-03' });
    const blocked = await savings.loans.detail(operator, { id });
    expect(blocked.buttons.find((b) => b.action === 'approve')).toMatchObject({ enabled: false, blockers: [{ code: 'DECISION_MISSING' }] });
    await expect(savings.loans.approve(operator, { key: key(), id, expectedState: 'requested', on: '2020-02-03' })).rejects.toMatchObject({ code: 'STEP_BLOCKED' });
    await decideIn(meeting, operator, g.meetingId, { kind: 'loan', content: { memberId: borrower, amount: rupiah(200_000), instalments: 4, what: 'Bibit pandan' } });
    await closeMeeting(meeting, operator, g.meetingId);
    await savings.loans.approve(operator, { key: key(), id, expectedState: 'requested', on: '2020-02-03' });
    await expect(savings.loans.payOut(operator, { key: key(), id, expectedState: 'requested', on: '2020-02-03', outOf: 'cash' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await savings.loans.payOut(operator, { key: key(), id, expectedState: 'approved', on: '2020-02-03', outOf: 'cash' });

    // 1 % of 200,000 with each of four instalments: 50,000 + 2,000, a month apart.
    const out = await savings.loans.detail(operator, { id });
    expect(out.schedule.map((i) => [i.due, i.principal, i.service])).toEqual([
      ['2020-03-03', 50_000n, 2_000n], ['2020-04-03', 50_000n, 2_000n], ['2020-05-03', 50_000n, 2_000n], ['2020-06-03', 50_000n, 2_000n],
    ]);
    expect(out).toMatchObject({ state: { key: 'paidOut' }, owed: 208_000n, nextDue: '2020-03-03', decisions: [{ kind: 'loan' }] });
    expect(await cash(g.groupId)).toBe(800_000n);

    // The same decision does not carry a second loan.
    const again = await savings.loans.request(operator, { key: key(), groupId: g.groupId, memberId: borrower, amount: 200_000n, instalments: 4, what: 'Lagi', on: '2020-02-03' });
    await expect(savings.loans.approve(operator, { key: key(), id: again.id, expectedState: 'requested', on: '2020-02-03' })).rejects.toMatchObject({ code: 'STEP_BLOCKED' });
    expect(await savings.loans.refuse(operator, { key: key(), id: again.id, expectedState: 'requested', reason: 'Tidak diputuskan' })).toMatchObject({ state: 'refused' });

    at('2020-03-03');
    const next = await openMeeting(kit, meeting, operator, g.groupId);
    expect((await savings.sheet.get(operator, { meetingId: next })).rows.find((r) => r.memberId === borrower)?.loans).toMatchObject([{ loanId: id, due: 52_000n, owed: 208_000n }]);
    await savings.sheet.post(operator, { key: key(), meetingId: next, rows: [{ ...emptyRow(borrower), instalments: [{ loanId: id, amount: 30_000n }] }] });
    expect(await savings.loans.detail(operator, { id })).toMatchObject({ state: { key: 'running' }, owedService: 6_000n, owedPrincipal: 172_000n });
    const wrong = (await savings.sheet.get(operator, { meetingId: next })).entries[0];
    await savings.fund.reverse(operator, { key: key(), entryId: wrong?.id as string, on: '2020-03-03', reason: 'Uang orang lain' });
    expect(await savings.loans.detail(operator, { id })).toMatchObject({ owed: 208_000n, owedPrincipal: 200_000n });
    await sound(g.groupId);

    await expect(savings.loans.pay(operator, { key: key(), id, amount: 208_001n, on: '2020-03-03', into: 'cash' })).rejects.toMatchObject({ code: 'OVERPAYMENT' });
    const race = await Promise.allSettled([1, 2].map(() => savings.loans.pay(operator, { key: key(), id, amount: 208_000n, on: '2020-03-03', into: 'cash' })));
    expect(race.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    const done = await savings.loans.detail(operator, { id });
    expect(done).toMatchObject({ state: { key: 'paidOff' }, owed: 0n });
    expect(done.history.map((h) => h.action)).toEqual(['approve', 'payOut', 'begin', 'settle']);
    expect(await cash(g.groupId)).toBe(1_008_000n);
    await sound(g.groupId);

    // Taken back after it was paid off, it is owed again.
    const last = done.payments.find((p) => !p.reversed && !p.isReversal);
    await savings.fund.reverse(operator, { key: key(), entryId: last?.id as string, on: '2020-03-03', reason: 'Uang palsu' });
    expect(await savings.loans.detail(operator, { id })).toMatchObject({ state: { key: 'running' }, owed: 208_000n });
    await sound(g.groupId);
  });

  it('falls into arrears by itself, is rescheduled and written off by decision only', async () => {
    const g = await funded();
    await closeMeeting(meeting, operator, g.meetingId);
    const id = await lent(g, '2020-02-10', 120_000n, 3);
    at('2020-03-15');
    await savings.daily();
    expect(await savings.loans.detail(operator, { id })).toMatchObject({ state: { key: 'paidOut' }, level: 'late' });
    at('2020-04-20');
    expect(await savings.daily()).toBeGreaterThan(0);
    expect(await savings.daily()).toBe(0);
    expect(await savings.loans.detail(operator, { id })).toMatchObject({ state: { key: 'inArrears' }, level: 'arrears', arrears: 82_400n });
    expect((await savings.fund.get(operator, { groupId: g.groupId })).findings.map((f) => f.code)).toContain('LOAN_IN_ARREARS');
    const list = await savings.lists.list(operator, { page: 1, pageSize: 25, districts: [], villages: [], flags: ['arrears'], sort: 'fund', desc: true });
    expect(list.rows.find((r) => r.groupId === g.groupId)).toMatchObject({ loans: 1, loansInArrears: 1, arrears: 82_400n });

    const resch = { key: key(), id, expectedState: 'inArrears' as const, on: '2020-04-20', instalments: 6 };
    await expect(savings.loans.reschedule(operator, resch)).rejects.toMatchObject({ code: 'STEP_BLOCKED' });
    await decidedMeeting(kit, meeting, operator, g.groupId, [{ kind: 'reschedule', content: { loanId: id, memberId: g.ids[5] as string, instalments: 6 } }]);
    expect((await savings.loans.detail(operator, { id })).rescheduleTo).toBe(6);
    await expect(savings.loans.reschedule(operator, { ...resch, key: key(), instalments: 5 })).rejects.toMatchObject({ code: 'STEP_BLOCKED' });
    await savings.loans.reschedule(operator, { ...resch, key: key() });
    // 120,000 anew over six months at 1 % each, and the 2,400 of service that had fallen due: 7,200 + 2,400.
    expect(await savings.loans.detail(operator, { id })).toMatchObject({ state: { key: 'rescheduled' }, owedPrincipal: 120_000n, owedService: 9_600n, rescheduled: 1 });
    await sound(g.groupId);

    at('2020-12-31');
    await savings.daily();
    expect(await savings.loans.detail(operator, { id })).toMatchObject({ state: { key: 'bad' } });
    await expect(savings.loans.writeOff(operator, { key: key(), id, expectedState: 'bad', on: '2020-12-31', reason: 'Merantau' })).rejects.toMatchObject({ code: 'STEP_BLOCKED' });
    await decidedMeeting(kit, meeting, operator, g.groupId, [{ kind: 'writeOff', content: { loanId: id, memberId: g.ids[5] as string, amount: rupiah(120_000), what: 'Merantau' } }]);
    await savings.loans.writeOff(operator, { key: key(), id, expectedState: 'bad', on: '2020-12-31', reason: 'Merantau' });
    expect(await savings.loans.detail(operator, { id })).toMatchObject({ state: { key: 'writtenOff' }, writtenOff: 120_000n, owedPrincipal: 0n });
    // The fund still counts what members gave; 120,000 of it is gone and cannot be used.
    expect(await savings.fund.get(operator, { groupId: g.groupId })).toMatchObject({ total: 1_000_000n, lent: 120_000n, available: 880_000n });
    await sound(g.groupId);
  });

  it('keeps back IKS and instalments from a share-out, once a payment', async () => {
    const g = await funded();
    await closeMeeting(meeting, operator, g.meetingId);
    const id = await lent(g, '2020-02-10', 100_000n, 2);
    at('2020-03-10');
    expect(await savings.owed(kit.db.prisma, g.groupId, '2020-03-10')).toEqual([{ memberId: g.ids[5], loanId: id, service: 1_000n, principal: 50_000n }]);
    expect(await savings.iksRate(kit.db.prisma, g.groupId, '2020-03-10')).toEqual({ kind: 'amount', amount: 100_000n, every: 'meeting' });
    const paymentId = randomUUID();
    const share = (loans: { loanId: string; service: bigint; principal: bigint }[]) => kit.work.run(operator.actor, (unit) =>
      savings.fromShare(unit, operator.actor, g.groupId, { paymentId, on: '2020-03-10', meetingId: null, lines: [{ memberId: g.ids[5] as string, iks: 7_500n, loans }] }));
    await expect(share([{ loanId: id, service: 0n, principal: 51_000n }])).rejects.toMatchObject({ code: 'SHARE_NOT_FIT' });
    await share([{ loanId: id, service: 1_000n, principal: 50_000n }]);
    await expect(share([])).rejects.toThrow();
    expect(await savings.loans.detail(operator, { id })).toMatchObject({ owed: 51_000n, state: { key: 'running' } });
    expect((await savings.fund.get(operator, { groupId: g.groupId })).total).toBe(1_007_500n);
  });
});

describe('who may', () => {
  it('hides a group from next door; an officer of a group reaches that one only; an auditor reads', async () => {
    const g = await funded();
    const other = await funded();
    const neighbour = await callFor(kit, { role: 'operator', area: '35.20' });
    const pengurus = await callFor(kit, { role: 'pengurus', subjectId: g.groupId });
    const receive = (call: Call, groupId: string, memberId: string) => savings.fund.receive(call, { key: key(), groupId, memberId, kind: 'iks', amount: 1_000n, on: '2020-02-03', into: 'cash', note: null });
    const post = (call: Call) => savings.sheet.post(call, { key: key(), meetingId: g.meetingId, rows: [{ ...emptyRow(g.ids[0] as string), iks: 1_000n }] });
    for (const stranger of [neighbour, await callFor(kit, { role: 'pengurus', subjectId: other.groupId }), await callFor(kit, { role: 'pendamping' })]) {
      await expect(savings.fund.get(stranger, { groupId: g.groupId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(savings.sheet.get(stranger, { meetingId: g.meetingId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(post(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(receive(stranger, g.groupId, g.ids[0] as string)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await savings.lists.list(stranger, { page: 1, pageSize: 25, districts: [], villages: [], flags: [], sort: 'fund', desc: true })).rows.map((r) => r.groupId)).not.toContain(g.groupId);
    }
    await post(pengurus);
    expect((await savings.fund.get(pengurus, { groupId: g.groupId })).writable).toBe(true);
    expect((await savings.lists.list(pengurus, { page: 1, pageSize: 25, districts: [], villages: [], flags: [], sort: 'fund', desc: true })).rows.map((r) => r.groupId)).toEqual([g.groupId]);
    expect((await savings.fund.get(await callFor(kit, { role: 'auditor' }), { groupId: g.groupId })).writable).toBe(false);
    const growth = await savings.lists.growth(pengurus, { districts: [], villages: [] });
    expect(growth.at(-1)).toEqual({ month: '2020-02', fund: 1_001_000n, paid: 1_001_000n });
    expect((await savings.lists.exportXlsx(operator, { districts: [], villages: [], flags: [], sort: 'fund', desc: true })).rows).toBeGreaterThan(1);
  });
});

describe('the database itself', () => {
  it('keeps entries for good, balances by entries only, a fund at zero or above, a decision for one thing', async () => {
    const g = await funded();
    const sql = (text: string) => kit.db.prisma.$executeRawUnsafe(text);
    const group = `'${g.groupId}'`;
    await expect(sql(`UPDATE savings_entry SET amount = 1 WHERE group_id = ${group}`)).rejects.toThrow(/append-only/);
    await expect(sql(`DELETE FROM savings_entry WHERE group_id = ${group}`)).rejects.toThrow(/append-only/);
    await expect(sql(`UPDATE savings_group SET iks = iks + 1 WHERE group_id = ${group}`)).rejects.toThrow(/by entries only/);
    await expect(sql(`DELETE FROM savings_member WHERE group_id = ${group}`)).rejects.toThrow(/by entries only/);
    const entry = (kind: string, source: string, amount: string, more = 'NULL, NULL') => sql(
      `INSERT INTO savings_entry (id, regency_code, group_id, member_id, kind, source, amount, counts_on, actor_id, actor_name, at, reverses, reason)
       VALUES (gen_random_uuid(), '35.21', ${group}, '${g.ids[0]}', '${kind}', '${source}', ${amount}, '2020-02-03', 'x', 'x', now(), ${more})`);
    await expect(entry('iks', 'money', '-5')).rejects.toThrow(/savings_entry_sign/);
    await expect(entry('voluntary', 'withdrawal', '-1')).rejects.toThrow(/savings_member_voluntary_floor/);
    const [any] = await kit.db.prisma.$queryRaw<{ id: string }[]>`SELECT id::text FROM savings_entry WHERE group_id = ${g.groupId}::uuid AND member_id = ${g.ids[0]}::uuid`;
    await expect(entry('iks', 'money', '-99999', `'${any?.id}', 'uji'`)).rejects.toThrow(/does not mirror/);
    const decision = randomUUID();
    const take = () => sql(`INSERT INTO savings_decision VALUES ('${decision}', '35.21', ${group}, 'loan', gen_random_uuid(), '2020-02-03', 'x', now())`);
    await take();
    await expect(take()).rejects.toThrow(/savings_decision_pkey|unique/i);
    await closeMeeting(meeting, operator, g.meetingId);
    const id = await lent(g, '2020-02-10', 100_000n, 2);
    await expect(sql(`UPDATE member_loan SET principal = 1 WHERE id = '${id}'`)).rejects.toThrow(/frozen/);
    await expect(sql(`DELETE FROM member_loan WHERE id = '${id}'`)).rejects.toThrow(/never deleted/);
    await expect(sql(`UPDATE loan_instalment SET paid_principal = principal + 1 WHERE loan_id = '${id}'`)).rejects.toThrow(/loan_instalment_principal_fits/);
  });
});

