import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, rupiah, sum } from '../kernel/index.ts';
import { balanceOf, emptyLedger, postAll, type Transfer } from '../ledger/index.ts';
import * as books from './index.ts';
import { GROUP_CHART, groupAccounts as at } from './index.ts';

const base = { groupId: 'g', on: isoDate('2020-07-01') };
const m = (amount: number) => ({ ...base, amount: rupiah(amount) });
const post = (...transfers: Transfer[]) => postAll(emptyLedger(GROUP_CHART), transfers);
const aid = [...books.aidReceived({ ...m(1_000), statementLineId: 's' }), ...books.bankWithdrawal({ ...m(1_000), slipId: 'w' })];

describe('refusals', () => {
  const sale = books.saleAccepted({ ...m(100), dealId: 'd' });
  const line = (gross: number, material = 0, iks = 0) => ({ memberId: 'a', gross: rupiah(gross), material: rupiah(material), iks: rupiah(iks) });
  const share = (...lines: ReturnType<typeof line>[]) => books.shareOut({ ...base, dealId: 'd', paymentId: 'p', lines });
  it.each([
    ['more shared than the deal brought', [...sale, ...share(line(101))], at.proceeds('g', 'd')],
    ['more kept back than a share', [...sale, ...share(line(100, 0, 101))], at.memberPayable('g', 'a')],
    ['more material settled than she has', [...sale, ...share(line(100, 1))], at.memberMaterial('g', 'a')],
    ['a buyer paying more than it owes', [...sale, ...books.buyerPaid({ ...m(101), dealId: 'd', paymentId: 'p', into: 'cash' })], at.receivable('g', 'd')],
    ['a claim reduced that was shared', [...sale, ...share(line(100)), ...books.claimReduced({ ...m(1), dealId: 'd', disputeId: 'x' })], at.proceeds('g', 'd')],
    ['a set-off above the debt', [...sale, ...books.setOff({ ...m(1), dealId: 'd', partyId: 'q', setOffId: 'o' })], at.payable('g', 'q')],
    ['a payout above what is due', [...aid, ...books.payOut({ ...m(1), memberId: 'a', payoutId: 'o', outOf: 'cash' })], at.memberPayable('g', 'a')],
    ['savings above what was saved', [...aid, ...books.savingsWithdrawn({ ...m(1), memberId: 'a', receiptId: 'k', outOf: 'cash' })], at.savings('g', 'a')],
    ['IKS beyond the fund', books.iksInvested({ ...m(1), decisionId: 'n', balances: [{ memberId: 'a', balance: rupiah(0) }] }), at.iks('g', 'a')],
    ['more repaid than lent', [...aid, ...books.instalmentPaid({ ...base, memberId: 'a', loanId: 'l', principal: rupiah(1), service: rupiah(0), paymentId: 'p', into: 'cash' })], at.loan('g', 'l')],
    ['aid paid back beyond the bank', [...aid, ...books.aidReturned({ ...m(1), depositId: 'x' })], at.bank('g')],
  ] as const)('%s', (_, transfers, account) => {
    expect(post(...transfers)).toMatchObject({ ok: false, error: { code: 'BALANCE_SHORT', account, short: 1n } });
  });
});

describe('events and the accounts they touch', () => {
  it.each([
    ['goods of aid', books.aidGoods({ ...m(500), handoverId: 'b', itemId: 'k' }), [['inventory/k', 500n], ['aidCapital/g', -500n]]],
    ['an advance and its repayment', [
      ...books.advanceReceived({ ...m(300), partyId: 'q', advanceId: 'v', into: 'cash' }), ...books.partyPaid({ ...m(100), partyId: 'q', paymentId: 'y', outOf: 'cash' }),
    ], [['payable/q', -200n], ['cash/g', 200n]]],
    ['material sent back, returned, used', [
      ...books.materialBought({ ...m(100), purchaseId: 'b', materialId: 't', paidBy: { partyId: 'q' } }),
      ...books.materialSentBack({ ...m(10), returnId: 'r1', materialId: 't', creditedTo: { partyId: 'q' } }),
      ...books.materialIssued({ ...m(50), issueId: 'i', memberId: 'a', materialId: 't' }), ...books.materialReturned({ ...m(20), returnId: 'r2', memberId: 'a', materialId: 't' }),
      ...books.materialLost({ ...m(5), lossId: 'h', memberId: 'a', materialId: 't' }), ...books.materialUsed({ ...m(7), useId: 'u', materialId: 't' }),
    ], [['payable/q', -90n], ['materialStock/t', 53n], ['memberMaterial/a', 25n], ['expense/materialLoss', 5n], ['expense/materialUsed', 7n]]],
    ['a sale with a part for the group, a claim written off', [
      ...books.saleAccepted({ ...m(100), dealId: 'd' }),
      ...books.shareOut({ ...base, dealId: 'd', paymentId: 'p', groupShare: rupiah(15), lines: [{ memberId: 'a', gross: rupiah(85), material: rupiah(0), iks: rupiah(0) }] }),
      ...books.claimWrittenOff({ ...m(40), dealId: 'd', decisionId: 'n' }),
    ], [['receivable/d', 60n], ['memberPayable/a', -85n], ['income/groupShare', -15n], ['expense/writeOff', 40n]]],
    ['an instalment in money', [
      ...aid, ...books.loanPaidOut({ ...m(600), loanId: 'l', outOf: 'cash' }),
      ...books.instalmentPaid({ ...base, memberId: 'a', loanId: 'l', principal: rupiah(200), service: rupiah(6), paymentId: 'p', into: 'cash' }),
      ...books.loanWrittenOff({ ...m(400), loanId: 'l', decisionId: 'n' }),
    ], [['aidCapital/g', -1_000n], ['cash/g', 606n], ['income/service', -6n], ['expense/writeOff', 400n]]],
    ['a cash box with more than the book', books.cashDifference({ ...base, countId: 'c', counted: rupiah(7), inBook: rupiah(0), reason: 'x' }), [['income/cashSurplus', -7n], ['cash/g', 7n]]],
    ['cash into the bank', [...aid, ...books.bankDeposit({ ...m(400), slipId: 'v' })], [['aidCapital/g', -1_000n], ['bank/g', 400n], ['cash/g', 600n]]],
  ])('%s', (_, transfers, expected) => {
    const result = post(...transfers);
    if (!result.ok) throw new Error(result.error.code);
    const left = [...result.value.ledger.balances].filter(([, b]) => b !== 0n).map(([a, b]) => [a.slice(2), b]);
    expect(new Map(left as [string, bigint][])).toEqual(new Map(expected as [string, bigint][]));
  });

  it('sells an animal at a gain or a loss against its cost', () => {
    const sold = (price: number) => post(
      ...books.aidGoods({ ...m(500), handoverId: 'b', itemId: 'k' }),
      ...books.inventorySold({ ...base, saleId: 's', itemId: 'k', price: rupiah(price), cost: rupiah(500), into: { dealId: 'd' } }),
    );
    const [gain, loss] = [sold(620), sold(450)].map((x) => { if (!x.ok) throw new Error(x.error.code); return x.value.ledger; });
    expect([at.receivable('g', 'd'), at.inventory('g', 'k'), at.income('g', 'inventoryGain')].map((a) => balanceOf(gain!, a))).toEqual([620n, 0n, -120n]);
    expect([at.receivable('g', 'd'), at.inventory('g', 'k'), at.expense('g', 'inventoryLoss')].map((a) => balanceOf(loss!, a))).toEqual([450n, 0n, 50n]);
    const dead = post(...books.aidGoods({ ...m(500), handoverId: 'b', itemId: 'k' }), ...books.inventoryLost({ ...m(500), lossId: 'h', itemId: 'k' }));
    expect(dead.ok && balanceOf(dead.value.ledger, at.expense('g', 'inventoryLoss'))).toBe(500n);
  });
});

describe('shares of the fund and costs of the store', () => {
  it('never take more from a member than she has, and sum to the amount', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 20 }), fc.nat(100), (balances, percent) => {
      const total = balances.reduce((s, b) => s + b, 0);
      fc.pre(total > 0);
      const amount = rupiah(Math.ceil((total * percent) / 100));
      const shares = books.spreadOverFund(amount, balances.map((b, i) => ({ memberId: String(i), balance: rupiah(b) })));
      expect(sum(shares.map((s) => s.amount))).toBe(amount);
      shares.forEach((s, i) => expect(s.amount).toBeLessThanOrEqual(balances[i]!));
    }));
  });

  it('empties the store to nothing, whatever is taken when', () => {
    expect([books.averageCost(1, 3, rupiah(100)), books.averageCost(1, 2, rupiah(67)), books.averageCost(1, 1, rupiah(34)), books.averageCost(0, 0, rupiah(0))]).toEqual([33n, 33n, 34n, 0n]);
    expect(() => books.averageCost(4, 3, rupiah(100))).toThrow(RangeError);
  });
});

describe('indicators', () => {
  it('are what their definitions say', () => {
    expect(books.turnover([{ accepted: 1_000n, reduced: 40n }, { accepted: 500n, reduced: 0n }])).toBe(1_460n);
    expect(books.margin({ turnover: 960n, material: 280n, costs: 36n })).toEqual({ amount: 644n, percent: 67 });
    expect(books.margin({ turnover: 0n, material: 5n, costs: 0n })).toEqual({ amount: -5n, percent: null });
    expect(books.membersWithIncome([{ memberId: 'a', gross: 1n }, { memberId: 'a', gross: 2n }, { memberId: 'b', gross: 0n }])).toBe(1);
    expect(books.iksPaidOfAgreed({ paid: 125n, agreed: 200n })).toBe(63);
    expect(books.iksPaidOfAgreed({ paid: 5n, agreed: 0n })).toBeNull();
    expect(books.arrears([{ fallenDue: 100n, repaid: 60n, outstanding: 140n }, { fallenDue: 50n, repaid: 70n, outstanding: 20n }])).toEqual({ amount: 40n, percent: 25 });
    expect(books.buyers([{ partyId: 'q', amount: 100n }, { partyId: 'p', amount: 250n }, { partyId: 'q', amount: 150n }])).toEqual({ count: 2, largest: { partyId: 'p', percent: 50 } });
    expect(books.buyers([{ partyId: 'q', amount: 0n }])).toEqual({ count: 0, largest: null });
    expect(books.stockAge([{ since: isoDate('2020-07-01'), quantity: 10 }, { since: isoDate('2020-06-01'), quantity: 5 }, { since: isoDate('2019-01-01'), quantity: 0 }], isoDate('2020-07-11'))).toEqual({ meanDays: 20, oldestDays: 40 });
    expect(books.stockAge([], isoDate('2020-07-11'))).toBeNull();
  });
});
