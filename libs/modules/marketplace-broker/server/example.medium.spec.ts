import { booksFor } from '@anyam/books/testing';
import type { Call } from '@anyam/contract-kit';
import { groupAccounts as at } from '@anyam/domain/books';
import { rupiah } from '@anyam/domain/kernel';
import type { AccountId } from '@anyam/domain/ledger';
import { closeMeeting, decidedMeeting, groupWithMembers, meetingFor, openMeeting } from '@anyam/meeting/testing';
import { matsIn, productionFor, usualGoods } from '@anyam/production/testing';
import { emptyRow, savingsFor } from '@anyam/savings/testing';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MarketplaceBrokerPort } from '../contract/index.ts';
import { key, marketFor, partyIn, termsOf } from '../testing/index.ts';

/**
 * The example of the domain's spec on the real database with every module under it. Ten members brought Rp 100.000 of IKS each; Wati (10 mats A,
 * 5 B) borrowed 50.000 in two instalments with a charge of 2.000 each. The broker brings pandan of 150.000: Sri takes 60.000, Wati 50.000, Tini 40.000.
 * Of 40 mats 38 arrive, one A of Wati's as B: goods 1.020.000, fee 20.000, due 1.000.000. Material is set off, 400.000 and 450.000 are paid.
 */
let kit: TestKit;
let market: MarketplaceBrokerPort;
let operator: Call;
let [groupId, party, deal, loan] = ['', '', '', ''];
const lots: string[] = [];
let [sri, wati, tini] = ['', '', ''];
const on = (day: string) => kit.clock.set(`${day}T01:00:00.000Z`);
const state = async () => (await market.deals.get(operator, { id: deal })).state;
const balances = async (accounts: Record<string, AccountId>) => {
  const found = await booksFor(kit).balances(kit.db.prisma, groupId, Object.values(accounts));
  return Object.fromEntries(Object.entries(accounts).map(([name, id]) => [name, found.get(id)]));
};
const accounts = () => ({
  cash: at.cash(groupId), bank: at.bank(groupId), receivable: at.receivable(groupId, deal), proceeds: at.proceeds(groupId, deal), payable: at.payable(groupId, party), loan: at.loan(groupId, loan),
  service: at.income(groupId, 'service'), sri: at.memberPayable(groupId, sri), wati: at.memberPayable(groupId, wati), tini: at.memberPayable(groupId, tini), iksSri: at.iks(groupId, sri),
});
const settle = async (kind: 'payment' | 'setOff', amount: bigint, day: string, into: 'cash' | 'bank' = 'cash') =>
  market.deals.settle(operator, { key: key(), id: deal, expectedState: await state(), kind, amount, on: day, into });
const shareOut = async (day: string) => {
  const preview = await market.deals.sharePreview(operator, { id: deal, on: day });
  const { id } = await market.deals.share(operator, { key: key(), id: deal, on: day, meetingId: null, expectedAmount: preview.amount, expectedNet: preview.net });
  return { id, preview };
};

beforeAll(async () => {
  kit = await testKit();
  [market, operator] = [marketFor(kit), await callFor(kit, { role: 'operator' })];
  const [meeting, savings, production] = [meetingFor(kit), savingsFor(kit), productionFor(kit)];
  on('2020-10-05');
  const made = await groupWithMembers(kit, operator, 10);
  groupId = made.groupId;
  const ids = made.members.map((m) => m.membershipId);
  [sri, wati, tini] = ids.slice(4, 7) as [string, string, string];
  await decidedMeeting(kit, meeting, operator, groupId, [
    { kind: 'iksRate', content: { kind: 'proceeds', bps: 500 } },
    { kind: 'loanRules', content: { charge: { kind: 'amount', amount: rupiah(2_000) }, order: 'serviceFirst', every: 'month', limit: null } },
  ]);
  on('2020-10-20');
  const meetingId = await openMeeting(kit, meeting, operator, groupId);
  await savings.sheet.post(operator, { key: key(), meetingId, rows: ids.map((id) => ({ ...emptyRow(id), iks: 100_000n })) });
  await closeMeeting(meeting, operator, meetingId);
  on('2020-11-01');
  await decidedMeeting(kit, meeting, operator, groupId, [{ kind: 'loan', content: { memberId: wati, amount: rupiah(50_000), instalments: 2, what: 'modal pandan' } }]);
  loan = (await savings.loans.request(operator, { key: key(), groupId, memberId: wati, amount: 50_000n, instalments: 2, what: 'modal pandan', on: '2020-11-01' })).id;
  await savings.loans.approve(operator, { key: key(), id: loan, expectedState: 'requested', on: '2020-11-01' });
  await savings.loans.payOut(operator, { key: key(), id: loan, expectedState: 'approved', on: '2020-11-01', outOf: 'cash' });
  on('2020-11-20');
  party = await partyIn(market, operator, { name: 'Pak Wiro' });
  const { pandan } = await usualGoods(production, operator);
  await market.trades.receiveMaterial(operator, { key: key(), groupId, partyId: party, materialId: pandan, quantity: 150, value: 150_000n, on: '2020-11-20' });
  for (const [memberId, quantity] of [[sri, 60], [wati, 50], [tini, 40]] as const) {
    await production.store.move(operator, { key: key(), groupId, materialId: pandan, kind: 'issued', memberId, quantity, on: '2020-11-20', note: null, relieved: false, partyId: null, paidFrom: null });
  }
  for (const [memberId, grade, quantity] of [[sri, 'A', 15], [wati, 'A', 10], [wati, 'B', 5], [tini, 'B', 10]] as const) {
    lots.push((await matsIn(kit, production, operator, groupId, { memberId, grade, quantity })).lotId as string);
  }
}, 60_000);

describe('forty mats of three members, on the real database', () => {
  it('are offered, bid on, agreed and sent', async () => {
    on('2020-11-22');
    const { mat } = await usualGoods(productionFor(kit), operator);
    const lines = [15, 10, 5, 10].map((quantity, i) => ({ lotId: lots[i] as string, quantity }));
    const offer = await market.offers.publish(operator, { key: key(), groupId, productId: mat, lots: lines, expected: [], until: '2020-12-31' });
    const bid = await market.deals.bid(operator, { key: key(), groupId, partyId: party, offerId: offer.id, needId: null, productId: mat, lines, terms: termsOf(), note: '' });
    deal = bid.id;
    const again = key();
    const agree = () => market.deals.act(operator, { key: again, id: deal, expectedState: 'penawaran', action: 'agree' });
    expect([await agree(), await agree()]).toEqual([{ id: deal, state: 'sepakat' }, { id: deal, state: 'sepakat' }]);
    expect((await market.offers.ofGroup(operator, { groupId })).stock.map((s) => [s.available, s.reserved])).toEqual([[0, 15], [0, 10], [0, 5], [0, 10]]);
    await market.deals.act(operator, { key: key(), id: deal, expectedState: 'sepakat', action: 'send', on: '2020-11-23' })
      .catch((error: unknown) => expect(error).toMatchObject({ code: 'DATE_IN_FUTURE' }));
    on('2020-11-23');
    expect(await market.deals.act(operator, { key: key(), id: deal, expectedState: 'sepakat', action: 'send', on: '2020-11-23' })).toEqual({ id: deal, state: 'dikirim' });
  });

  it('are counted short by two: the claim in the books is what is due, the missing are on no shelf', async () => {
    on('2020-11-24');
    const count = (i: number, a: number, b: number) => ({ lotId: lots[i] as string, accepted: [{ grade: 'A', quantity: a }, { grade: 'B', quantity: b }], refused: 0 });
    await market.deals.count(operator, { key: key(), id: deal, expectedState: 'dikirim', on: '2020-11-24', counts: [count(0, 14, 0), count(1, 9, 1), count(2, 0, 5), count(3, 0, 9)] });
    const seen = await market.deals.get(operator, { id: deal });
    expect([seen.goods, seen.fee, seen.due, seen.dueOn]).toEqual([1_020_000n, 20_000n, 1_000_000n, '2020-12-08']);
    expect(seen.lines.map((l) => [l.short, l.downgraded, l.due])).toEqual([[1, 0, 411_765n], [0, 1, 286_274n], [0, 0, 107_843n], [1, 0, 194_118n]]);
    expect((await market.offers.ofGroup(operator, { groupId })).stock).toEqual([]);
    expect(await balances(accounts())).toMatchObject({ receivable: 1_000_000n, proceeds: -1_000_000n, payable: -150_000n, cash: 950_000n });
  });

  it('are settled by material and a first payment, shared to the rupiah with a slip, and paid out', async () => {
    on('2020-12-01');
    await expect(settle('setOff', 150_001n, '2020-12-01')).rejects.toMatchObject({ code: 'SET_OFF_TOO_HIGH' });
    await settle('setOff', 150_000n, '2020-12-01');
    await settle('payment', 400_000n, '2020-12-01');
    await expect(market.deals.share(operator, { key: key(), id: deal, on: '2020-12-01', meetingId: null, expectedAmount: 550_000n, expectedNet: 1n })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const { id, preview } = await shareOut('2020-12-01');
    expect(preview.members.map((m) => [m.memberId, m.gross, m.taken.material, m.taken.iks, m.taken.service, m.taken.principal, m.net])).toEqual([
      [sri, 226_471n, 60_000n, 11_323n, 0n, 0n, 155_148n], [wati, 216_764n, 50_000n, 10_838n, 2_000n, 25_000n, 128_926n], [tini, 106_765n, 40_000n, 5_338n, 0n, 0n, 61_427n],
    ]);
    expect((await market.deals.get(operator, { id: deal })).shares[0]?.members[1]?.slip.map((l) => [l.key, l.amount])).toEqual(
      [['lot', 157_451n], ['lot', 59_313n], ['gross', 216_764n], ['material', -50_000n], ['iks', -10_838n], ['service', -2_000n], ['principal', -25_000n], ['net', 128_926n]]);
    // 950.000 + 400.000; the members still have 345.501 to get.
    expect(await balances(accounts())).toMatchObject({ cash: 1_350_000n, receivable: 450_000n, proceeds: -450_000n, payable: 0n, loan: 25_000n, service: -2_000n, sri: -155_148n, wati: -128_926n, tini: -61_427n, iksSri: -111_323n });
    const once = key();
    for (const _ of [1, 2]) await market.deals.payOut(operator, { key: once, shareId: id, memberIds: [sri, wati, tini], on: '2020-12-01', outOf: 'cash' });
    await expect(market.deals.payOut(operator, { key: key(), shareId: id, memberIds: [sri], on: '2020-12-01', outOf: 'cash' })).rejects.toMatchObject({ code: 'NOTHING_TO_PAY_OUT' });
    expect(await balances(accounts())).toMatchObject({ cash: 1_004_499n, sri: 0n, wati: 0n, tini: 0n });
    expect(await balances({ sri: at.memberMaterial(groupId, sri), wati: at.memberMaterial(groupId, wati), tini: at.memberMaterial(groupId, tini) })).toEqual({ sri: 0n, wati: 0n, tini: 0n });
  });

  it('come to an end with the second payment; a payment entered by mistake was taken back before', async () => {
    on('2020-12-05');
    await settle('payment', 50_000n, '2020-12-05');
    const wrong = (await market.deals.get(operator, { id: deal })).settlements.at(-1)?.id as string;
    await market.deals.takeBack(operator, { key: key(), id: deal, expectedState: await state(), settlementId: wrong, reason: 'salah kesepakatan', on: '2020-12-05' });
    expect(await balances(accounts())).toMatchObject({ cash: 1_004_499n, receivable: 450_000n });
    await settle('payment', 450_000n, '2020-12-05', 'bank');
    const { id, preview } = await shareOut('2020-12-05');
    expect(preview.members.map((m) => [m.gross, m.taken.iks, m.net])).toEqual([[185_294n, 9_264n, 176_030n], [177_353n, 8_867n, 168_486n], [87_353n, 4_367n, 82_986n]]);
    await market.deals.payOut(operator, { key: key(), shareId: id, memberIds: [sri, wati, tini], on: '2020-12-05', outOf: 'bank' });
    expect(await market.deals.act(operator, { key: key(), id: deal, expectedState: 'dibayar', action: 'complete' })).toEqual({ id: deal, state: 'selesai' });
    expect(await balances(accounts())).toMatchObject({ cash: 1_004_499n, bank: 22_498n, receivable: 0n, proceeds: 0n, payable: 0n, loan: 25_000n, service: -2_000n, iksSri: -120_587n });
    const all = await booksFor(kit).accounts(kit.db.prisma, groupId, ['cash', 'bank', 'loan', 'iks', 'income', 'receivable', 'proceeds', 'payable', 'memberPayable', 'memberMaterial', 'materialStock']);
    expect(all.filter((a) => a.kind === 'iks').reduce((n, a) => n + a.balance, 0n)).toBe(-1_049_997n);
    expect(all.reduce((n, a) => n + a.balance, 0n)).toBe(0n);
  });
});
