import fc from 'fast-check';
import { booksFor } from '@anyam/books/testing';
import type { Call } from '@anyam/contract-kit';
import { groupAccounts as at } from '@anyam/domain/books';
import { rupiah } from '@anyam/domain/kernel';
import { closeMeeting, decidedMeeting, groupWithMembers, meetingFor, openMeeting } from '@anyam/meeting/testing';
import { matsIn, productionFor, usualGoods } from '@anyam/production/testing';
import { AGREED, differences, emptyRow, savingsFor } from '@anyam/savings/testing';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MarketplaceBrokerPort } from '../contract/index.ts';
import { key, marketFor, partyIn, termsOf } from '../testing/index.ts';

let kit: TestKit;
let market: MarketplaceBrokerPort;
let operator: Call;
let party = '';
const on = (day: string) => kit.clock.set(`${day}T01:00:00.000Z`);
const refused = (code: string) => ({ code });

beforeAll(async () => {
  kit = await testKit();
  on('2020-10-05');
  [market, operator] = [marketFor(kit), await callFor(kit, { role: 'operator' })];
  party = await partyIn(market, operator);
}, 60_000);

interface Given { readonly bps: number; readonly loan: bigint; readonly late: boolean; readonly lots: readonly number[]; readonly fee: bigint; readonly paid: number }
const USUAL: Given = { bps: 500, loan: 50_000n, late: true, lots: [7, 3, 5], fee: 20_000n, paid: 60 };

/** A group with a fund and a loan, and a deal of mats that is counted and partly paid, on 5 December 2020. */
async function stage(given: Given = USUAL) {
  const [meeting, savings] = [meetingFor(kit), savingsFor(kit)];
  on('2020-10-05');
  const { groupId, members } = await groupWithMembers(kit, operator, 10);
  const ids = members.map((m) => m.membershipId);
  const [borrower, , other] = ids.slice(4) as [string, string, string];
  await decidedMeeting(kit, meeting, operator, groupId, [
    { kind: 'iksRate', content: { kind: 'proceeds', bps: given.bps } },
    { kind: 'loanRules', content: { charge: { kind: 'amount', amount: rupiah(2_000) }, order: 'serviceFirst', every: 'month', limit: null } },
  ]);
  on('2020-10-20');
  const meetingId = await openMeeting(kit, meeting, operator, groupId);
  await savings.sheet.post(operator, { key: key(), meetingId, rows: ids.map((id) => ({ ...emptyRow(id), iks: 100_000n })) });
  await closeMeeting(meeting, operator, meetingId);
  const lentOn = given.late ? '2020-10-25' : '2020-11-04';
  on(lentOn);
  await decidedMeeting(kit, meeting, operator, groupId, [{ kind: 'loan', content: { memberId: borrower, amount: rupiah(given.loan), instalments: 2, what: 'modal' } }]);
  const loan = (await savings.loans.request(operator, { key: key(), groupId, memberId: borrower, amount: given.loan, instalments: 2, what: 'modal', on: lentOn })).id;
  await savings.loans.approve(operator, { key: key(), id: loan, expectedState: 'requested', on: lentOn });
  await savings.loans.payOut(operator, { key: key(), id: loan, expectedState: 'approved', on: lentOn, outOf: 'cash' });
  on('2020-12-05');
  const { mat } = await usualGoods(productionFor(kit), operator);
  const lots: { lotId: string; quantity: number }[] = [];
  for (const [i, quantity] of given.lots.entries()) {
    lots.push({ lotId: (await matsIn(kit, productionFor(kit), operator, groupId, { memberId: ids[4 + (i % 3)] as string, quantity, on: '2020-11-28' })).lotId as string, quantity });
  }
  const terms = termsOf({ fee: given.fee > 0n ? { kind: 'fixed', amount: given.fee, bearer: 'group' } : null });
  const deal = (await market.deals.bid(operator, { key: key(), groupId, partyId: party, offerId: null, needId: null, productId: mat, lines: lots, terms, note: '' })).id;
  const step = { key: '', id: deal, on: '2020-12-05' };
  await market.deals.act(operator, { ...step, key: key(), expectedState: 'penawaran', action: 'agree' });
  await market.deals.act(operator, { ...step, key: key(), expectedState: 'sepakat', action: 'send' });
  await market.deals.count(operator, { ...step, key: key(), expectedState: 'dikirim', counts: lots.map((l) => ({ lotId: l.lotId, accepted: [{ grade: 'A', quantity: l.quantity }], refused: 0 })) });
  const { due } = await market.deals.get(operator, { id: deal });
  const pay = (amount: bigint) => market.deals.get(operator, { id: deal }).then(({ state }) => market.deals.settle(operator, { ...step, key: key(), expectedState: state, kind: 'payment', amount, into: 'cash' }));
  await pay((due * BigInt(given.paid)) / 100n);
  const share = async () => {
    const p = await market.deals.sharePreview(operator, { id: deal, on: kit.clock.today() });
    return (await market.deals.share(operator, { key: key(), id: deal, on: kit.clock.today(), meetingId: null, expectedAmount: p.amount, expectedNet: p.net })).id;
  };
  const back = (shareId: string, call = operator, k = key()) => market.deals.reverseShare(call, { key: k, shareId, reason: 'hitungan lot tertukar', on: kit.clock.today() });
  const payOut = (shareId: string, memberIds: string[], amount?: bigint) =>
    market.deals.payOut(operator, { key: key(), shareId, memberIds, on: kit.clock.today(), outOf: 'cash', ...(amount === undefined ? {} : { amount }) });
  const slips = async (shareId: string) => (await market.deals.get(operator, { id: deal })).shares.find((s) => s.id === shareId)?.members ?? [];
  return { groupId, ids, borrower, other, loan, deal, due, pay, share, back, payOut, slips };
}
type Stage = Awaited<ReturnType<typeof stage>>;

/** Everything that a share-out moves: all accounts, the fund of group and members, schedules, what is shared of the deal and of its lots. */
async function everything({ groupId, loan, deal }: Stage) {
  const rows = <T>(sql: string) => kit.db.prisma.$queryRawUnsafe<T[]>(sql);
  const seen = await market.deals.get(operator, { id: deal });
  return {
    accounts: await rows(`SELECT id, debits - credits AS balance FROM book_account WHERE group_id = '${groupId}' AND debits <> credits ORDER BY id`),
    members: await rows(`SELECT member_id, iks, voluntary, lent, agreed, paid FROM savings_member WHERE group_id = '${groupId}' ORDER BY 1`),
    fund: await rows(`SELECT iks, voluntary, lent, lost, agreed, paid FROM savings_group WHERE group_id = '${groupId}'`),
    instalments: await rows(`SELECT version, no, paid_principal, paid_service FROM loan_instalment WHERE loan_id = '${loan}' ORDER BY 1, 2`),
    deal: [seen.state, seen.shared, seen.unshared, seen.lines.map((l) => l.already)],
  };
}

describe('a share-out taken back', () => {
  it('leaves members, fund, loans and books as they were, whatever the lots, rates and loans, and can be shared anew to the same rupiah', async () => {
    const anything = fc.record({
      bps: fc.integer({ min: 1, max: 3_000 }), loan: fc.bigInt(3n, 150_000n), late: fc.boolean(), lots: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }),
      fee: fc.bigInt(0n, 25_000n), paid: fc.integer({ min: 5, max: 100 }),
    });
    await fc.assert(fc.asyncProperty(anything, async (given) => {
      const s = await stage(given);
      const before = await everything(s);
      const first = await s.share();
      const after = await everything(s);
      expect(after).not.toEqual(before);
      const slips = await s.slips(first);
      await s.back(first);
      expect(await everything(s)).toEqual(before);
      expect(await differences(kit, s.groupId)).toEqual(AGREED);
      const second = await s.share();
      expect(await everything(s)).toEqual(after);
      expect((await s.slips(second)).map((m) => m.net)).toEqual(slips.map((m) => m.net));
      const shares = (await market.deals.get(operator, { id: s.deal })).shares;
      expect(shares.map((x) => x.reversed?.reason ?? null)).toEqual(['hitungan lot tertukar', null]);
    }), { numRuns: 6, endOnFailure: true });
  }, 180_000);

  it('frees the payment, which can then be taken back itself; of two who reverse at once one does', async () => {
    const s = await stage();
    const shareId = await s.share();
    const settlementId = (await market.deals.get(operator, { id: s.deal })).settlements[0]?.id as string;
    const takeBack = () => market.deals.takeBack(operator, { key: key(), id: s.deal, expectedState: 'dibayarSebagian', settlementId, reason: 'salah catat', on: '2020-12-05' });
    await expect(takeBack()).rejects.toMatchObject(refused('SHARED_ALREADY'));
    const race = await Promise.allSettled([s.back(shareId), s.back(shareId), s.back(shareId)]);
    expect(race.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    for (const r of race) if (r.status === 'rejected') expect(r.reason).toMatchObject(refused('SHARE_REVERSED'));
    await expect(s.payOut(shareId, [s.borrower])).rejects.toMatchObject(refused('SHARE_REVERSED'));
    await takeBack();
    expect((await market.deals.get(operator, { id: s.deal })).paid).toBe(0n);
    expect(await kit.db.prisma.auditEntry.count({ where: { groupId: s.groupId, action: 'market.reverseShare' } })).toBe(1);
  }, 60_000);

  it('waits until its slips are no longer paid out', async () => {
    const s = await stage();
    const shareId = await s.share();
    const paid = at.memberPayable(s.groupId, s.other);
    const cash = async () => [...(await booksFor(kit).balances(kit.db.prisma, s.groupId, [at.cash(s.groupId), paid])).values()];
    const before = await cash();
    await s.payOut(shareId, [s.other]);
    await expect(s.back(shareId)).rejects.toMatchObject(refused('SLIP_PAID_OUT'));
    const payoutId = (await s.slips(shareId)).find((m) => m.memberId === s.other)?.payouts[0]?.id as string;
    const undo = () => market.deals.reversePayout(operator, { key: key(), payoutId, reason: 'uang belum diserahkan', on: '2020-12-05' });
    const race = await Promise.allSettled([undo(), undo()]);
    expect(race.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    await expect(undo()).rejects.toMatchObject(refused('PAYOUT_NOT_THERE'));
    expect(await cash()).toEqual(before);
    await s.back(shareId);
  }, 60_000);

  it('is refused when the fund spent the IKS since, when the books paid the member, and in a closed month', async () => {
    const s = await stage({ ...USUAL, bps: 3_000 });
    const shareId = await s.share();
    const [meeting, savings, books] = [meetingFor(kit), savingsFor(kit), booksFor(kit)];
    const { total, lent } = await savings.fund.get(operator, { groupId: s.groupId });
    await decidedMeeting(kit, meeting, operator, s.groupId, [{ kind: 'iksUse', content: { purpose: 'productiveCapital', amount: rupiah(total - lent), what: 'alat', memberId: null } }]);
    const decisionId = (await meeting.decisions(kit.db.prisma, s.groupId)).find((d) => d.kind === 'iksUse')?.id as string;
    await savings.fund.use(operator, { key: key(), groupId: s.groupId, decisionId, on: '2020-12-05', outOf: 'cash' });
    const before = await everything(s);
    await expect(s.back(shareId)).rejects.toMatchObject(refused('MONEY_IN_USE'));
    expect(await everything(s)).toEqual(before);

    const t = await stage();
    const other = await t.share();
    const net = (await t.slips(other)).find((m) => m.memberId === t.other)?.net as bigint;
    await books.payMembers(operator, { key: key(), groupId: t.groupId, on: '2020-12-05', document: null, outOf: 'cash', lines: [{ memberId: t.other, amount: net }] });
    await expect(t.back(other)).rejects.toMatchObject(refused('DUE_PAID_ELSEWHERE'));
    const u = await stage();
    const third = await u.share();
    on('2021-01-04');
    for (const month of ['2020-10', '2020-11', '2020-12']) {
      await books.closeMonth(operator, { key: key(), groupId: u.groupId, month, count: { countedOn: '2021-01-04', pieces: { '1000': 900 } as never, reason: 'dihitung bersama' } });
    }
    const lateBack = market.deals.reverseShare(operator, { key: key(), shareId: third, reason: 'hitungan lot tertukar', on: '2020-12-31' });
    await expect(lateBack).rejects.toMatchObject(refused('MONTH_CLOSED'));
    await u.back(third);
  }, 120_000);

  it('opens a completed deal again, and is no door for those outside', async () => {
    const s = await stage({ ...USUAL, paid: 100 });
    const shareId = await s.share();
    await market.deals.act(operator, { key: key(), id: s.deal, expectedState: 'dibayar', action: 'complete' });
    const payout = (await s.payOut(shareId, [s.other]), (await s.slips(shareId)).find((m) => m.memberId === s.other)?.payouts[0]?.id as string);
    for (const call of [await callFor(kit, { role: 'operator', area: '35.20' }), await callFor(kit, { role: 'pengurus', subjectId: (await groupWithMembers(kit, operator, 10)).groupId }), await callFor(kit, { role: 'pendamping' })]) {
      await expect(s.back(shareId, call)).rejects.toMatchObject(refused('NOT_FOUND'));
      await expect(market.deals.reversePayout(call, { key: key(), payoutId: payout, reason: 'bukan milik saya', on: '2020-12-05' })).rejects.toMatchObject(refused('NOT_FOUND'));
    }
    await market.deals.reversePayout(operator, { key: key(), payoutId: payout, reason: 'uang belum diserahkan', on: '2020-12-05' });
    const once = key();
    expect([await s.back(shareId, operator, once), await s.back(shareId, operator, once)]).toEqual([{ id: shareId }, { id: shareId }]);
    expect((await market.deals.get(operator, { id: s.deal })).state).toBe('dibayar');
    await s.share();
    expect((await market.deals.act(operator, { key: key(), id: s.deal, expectedState: 'dibayar', action: 'complete' })).state).toBe('selesai');
  }, 60_000);
});

describe('a slip', () => {
  it('is paid in parts to the last rupiah and never above it, also by two at once', async () => {
    const s = await stage();
    const shareId = await s.share();
    const mine = async () => (await s.slips(shareId)).find((m) => m.memberId === s.other);
    const net = (await mine())?.net as bigint;
    await s.payOut(shareId, [s.other], net / 3n);
    expect(await mine()).toMatchObject({ paidOut: net / 3n, left: net - net / 3n });
    await expect(s.payOut(shareId, [s.other], net - net / 3n + 1n)).rejects.toMatchObject(refused('PAYOUT_TOO_HIGH'));
    const half = (net - net / 3n) / 2n + 1n;
    const race = await Promise.allSettled([s.payOut(shareId, [s.other], half), s.payOut(shareId, [s.other], half)]);
    expect(race.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    await s.payOut(shareId, [s.other]);
    expect(await mine()).toMatchObject({ paidOut: net, left: 0n });
    expect((await booksFor(kit).balances(kit.db.prisma, s.groupId, [at.memberPayable(s.groupId, s.other)])).get(at.memberPayable(s.groupId, s.other))).toBe(0n);
    await expect(s.payOut(shareId, [s.other])).rejects.toMatchObject(refused('NOTHING_TO_PAY_OUT'));
  }, 60_000);

  it('cannot be overpaid, nor a share-out reversed under it, in the database itself', async () => {
    const s = await stage();
    const shareId = await s.share();
    await s.payOut(shareId, [s.other]);
    const run = (sql: string) => kit.db.prisma.$executeRawUnsafe(sql);
    const copy = (amount: string, more = 'NULL, NULL') => run(`INSERT INTO market_payout (id, regency_code, group_id, share_id, member_id, amount, on_day, purse, takes_back, reason, actor_id, actor_name, at)
      SELECT gen_random_uuid(), regency_code, group_id, share_id, member_id, ${amount}, on_day, purse, ${more}, 'x', 'x', now() FROM market_payout WHERE share_id = '${shareId}' AND takes_back IS NULL`);
    await expect(copy('1')).rejects.toThrow(/more than the slip says/);
    await expect(copy('1 - amount', `id, 'uji'`)).rejects.toThrow(/does not mirror/);
    const reverse = (amount: string) => run(`INSERT INTO market_share_reversal (share_id, regency_code, group_id, deal_id, amount, reason, on_day, actor_id, actor_name, at)
      SELECT id, regency_code, group_id, deal_id, ${amount}, 'uji', on_day, 'x', 'x', now() FROM market_share WHERE id = '${shareId}'`);
    await expect(reverse('amount')).rejects.toThrow(/is paid out/);
    await expect(reverse('amount + 1')).rejects.toThrow(/does not mirror/);
    await expect(run('TRUNCATE market_share_reversal')).rejects.toThrow(/append-only/);
  }, 60_000);
});
