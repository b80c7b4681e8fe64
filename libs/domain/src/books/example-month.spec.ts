import { describe, expect, it } from 'vitest';
import { isoDate, rupiah, type Rupiah } from '../kernel/index.ts';
import { emptyLedger, post, postAll, type Ledger, type Transfer } from '../ledger/index.ts';
import * as books from './index.ts';
import { GROUP_CHART, groupAccounts as at, type MonthToClose } from './index.ts';

const G = 'g1';
const day = (d: number, month = 7) => isoDate(`2020-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
const base = (d: number, amount: number, document?: string) => ({ groupId: G, on: day(d), amount: rupiah(amount), ...(document ? { document } : {}) });
const r = rupiah;
const july = books.monthPeriod('2020-07');

/** One month on paper: pandan from the broker, 48 mats, of which two were refused, IKS of 5 %, an instalment, a goat, a count. */
const share = (memberId: string, gross: number, material: number, iks: number) => ({ memberId, gross: r(gross), material: r(material), iks: r(iks) });
const lines = [
  share('a', 400_000, 100_000, 20_000),
  { ...share('b', 320_000, 100_000, 16_000), instalment: { loanId: 'L1', principal: r(50_000), service: r(5_000) } },
  share('c', 240_000, 80_000, 12_000),
];
const issue = (memberId: string, amount: Rupiah) => books.materialIssued({ ...base(3, 1), amount, materialId: 'pandan', memberId, issueId: `i-${memberId}` });
const fund = (a: number, b: number, c: number) => [['a', a], ['b', b], ['c', c]].map(([memberId, balance]) => ({ memberId: memberId as string, balance: r(balance as number) }));
const transport = books.expense({ ...base(26, 15_000, 'Kuitansi 7'), purchaseId: 'x1', category: 'transport', paidBy: 'cash' });

const june = books.aidReceived({ ...base(1, 6_000_000, 'SP2D 12'), on: day(20, 6), statementLineId: 's1' });
const month: Transfer[] = [
  ...books.bankWithdrawal({ ...base(1, 1_500_000), slipId: 'w1' }),
  ...books.materialBought({ ...base(2, 300_000, 'SJ 4'), purchaseId: 'm1', materialId: 'pandan', paidBy: { partyId: 'broker' } }),
  ...issue('a', books.averageCost(10, 30, r(300_000))),
  ...issue('b', books.averageCost(10, 20, r(200_000))),
  ...issue('c', books.averageCost(8, 10, r(100_000))),
  ...books.loanPaidOut({ ...base(5, 200_000), loanId: 'L1', outOf: 'cash' }),
  ...books.iksPaidInMoney({ ...base(10, 10_000), memberId: 'c', receiptId: 'k1', into: 'cash' }),
  ...books.savingsDeposited({ ...base(10, 25_000), memberId: 'a', receiptId: 'k2', into: 'cash' }),
  ...books.saleAccepted({ ...base(18, 1_000_000, 'Nota 3'), dealId: 'd1' }),
  ...books.claimReduced({ ...base(19, 40_000), dealId: 'd1', disputeId: 'q1' }),
  ...books.setOff({ ...base(20, 300_000), dealId: 'd1', partyId: 'broker', setOffId: 'o1' }),
  ...books.buyerPaid({ ...base(20, 660_000), dealId: 'd1', paymentId: 'p1', into: 'cash' }),
  ...books.shareOut({ groupId: G, on: day(20), dealId: 'd1', paymentId: 'p1', lines }),
  ...books.payOut({ ...base(20, 280_000), memberId: 'a', payoutId: 'p1', outOf: 'cash' }),
  ...books.payOut({ ...base(20, 149_000), memberId: 'b', payoutId: 'p1', outOf: 'cash' }),
  ...books.payOut({ ...base(20, 100_000), memberId: 'c', payoutId: 'p1', outOf: 'cash' }),
  ...books.iksInvested({ ...base(25, 20_000), decisionId: 'n1', balances: fund(20_000, 16_000, 22_000) }),
  ...books.inventoryBought({ ...base(25, 500_000), purchaseId: 'g1', itemId: 'kambing-1', paidBy: 'cash' }),
  ...transport,
  ...books.iksGiven({ ...base(26, 9_000), decisionId: 'n2', helpedMemberId: 'c', outOf: 'cash', balances: fund(13_103, 10_483, 14_414) }),
  ...books.materialLost({ ...base(28, 20_000), materialId: 'pandan', lossId: 'h1' }),
];

const posted = (transfers: readonly Transfer[], from: Ledger = emptyLedger(GROUP_CHART)): Ledger => {
  const result = postAll(from, transfers);
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.transferId}`);
  return result.value.ledger;
};
const toClose = (given: Partial<MonthToClose>): MonthToClose => {
  const transfers = given.transfers ?? [...june, ...month];
  return { groupId: G, month: '2020-07', today: day(31), closedThrough: day(30, 6), openMeetings: 0, transfers, stored: posted(transfers).balances, ...given };
};
/** Rp 941.000 in notes: the book says 942.000. */
const count = { id: 'c1', countedOn: day(31), reason: 'Kembalian lupa dicatat', pieces: { 100_000: 9, 20_000: 2, 1_000: 1 } } as const;
const closed = (() => {
  const result = books.closeMonth(toClose({ count }));
  if (!result.ok) throw new Error(result.error.map((b) => b.code).join());
  return result.value;
})();
const all = [...june, ...month, ...closed.transfers];

describe('a month of three weavers, calculated by hand', () => {
  it('keeps for each what is hers', () => {
    expect(lines.map(books.netOf)).toEqual([280_000n, 149_000n, 148_000n]);
    const owed = (m: string) => { const { books: _books, ...sums } = books.memberStatement(all, { memberId: m, loanIds: m === 'b' ? ['L1'] : [] }, july); return sums; };
    const none = { material: 0n, iks: 0n, principal: 0n, service: 0n, helped: 0n, due: 0n, owes: 0n };
    expect(owed('a')).toEqual({ ...none, earned: 400_000n, material: 100_000n, iks: 20_000n, paidOut: 280_000n, saved: 35_000n });
    expect(owed('b')).toEqual({ ...none, earned: 320_000n, material: 100_000n, iks: 16_000n, principal: 50_000n, service: 5_000n, paidOut: 149_000n, saved: 8_000n, owes: 150_000n });
    expect(owed('c')).toEqual({ ...none, earned: 240_000n, material: 80_000n, iks: 22_000n, helped: 9_000n, paidOut: 109_000n, due: 48_000n, saved: 11_000n });
  });

  it('spreads a use of IKS by balance to the rupiah, with the fund at 29.000 after it', () => {
    expect(books.cardsOf(all, 'iks', july).map((c) => [c.owner, c.lines.map((l) => l.change), c.closing])).toEqual([
      ['a', [20_000n, -6_897n, -3_103n], 10_000n],
      ['b', [16_000n, -5_517n, -2_483n], 8_000n],
      ['c', [10_000n, 12_000n, -7_586n, -3_414n], 11_000n],
    ]);
  });

  it('writes the cash book with its papers and running balance', () => {
    const kas = books.cashBook(all, july);
    expect(kas.lines.map((l) => [l.transfer.id, l.change, l.balance])).toEqual([
      ['bankWithdrawal:w1', 1_500_000n, 1_500_000n],
      ['loanPaidOut:L1', -200_000n, 1_300_000n],
      ['iksPaid:k1:c', 10_000n, 1_310_000n],
      ['savingsDeposited:k2:a', 25_000n, 1_335_000n],
      ['buyerPaid:p1', 660_000n, 1_995_000n],
      ['payOut:p1:a', -280_000n, 1_715_000n],
      ['payOut:p1:b', -149_000n, 1_566_000n],
      ['payOut:p1:c', -100_000n, 1_466_000n],
      ['inventoryBought:g1:kambing-1', -500_000n, 966_000n],
      ['expense:x1', -15_000n, 951_000n],
      ['helpPaid:n2', -9_000n, 942_000n],
      ['cashDifference:c1', -1_000n, 941_000n],
    ]);
    expect([kas.increase, kas.decrease, kas.lines[9]?.transfer.document, kas.lines[9]?.label.id]).toEqual([2_195_000n, 1_254_000n, 'Kuitansi 7', 'Pengeluaran']);
    expect(books.byMonth(books.bankBook(all)).map((m) => [m.month, m.opening, m.increase, m.decrease, m.closing]))
      .toEqual([['2020-06', 0n, 6_000_000n, 0n, 6_000_000n], ['2020-07', 6_000_000n, 0n, 1_500_000n, 4_500_000n]]);
  });

  it('reads the same from the month alone on top of what was carried over', () => {
    const carried = books.balancesOn(june);
    const part = all.slice(june.length);
    expect(books.cashBook(part, july, carried)).toEqual(books.cashBook(all, july));
    expect(books.bankBook(part, july, carried)).toEqual(books.bankBook(all, july));
    expect(books.cashFlow(part, july, carried)).toEqual(books.cashFlow(all, july));
    expect(books.memberStatement(part, { memberId: 'b', loanIds: ['L1'] }, july, carried)).toEqual(books.memberStatement(all, { memberId: 'b', loanIds: ['L1'] }, july));
    const last = books.balancesOn(all);
    expect([books.balanceSheet([], undefined, last), books.trialBalance([], undefined, last)]).toEqual([books.balanceSheet(all), books.trialBalance(all)]);
    const later = books.balancesOn(all, day(19));
    const rest = all.filter((t) => t.on > day(19));
    const late = { from: day(20), to: day(31) };
    expect(books.cashBook(rest, late, later)).toEqual(books.cashBook(all, late));
    expect(books.memberStatement(rest, { memberId: 'a', loanIds: [] }, late, later)).toEqual(books.memberStatement(all, { memberId: 'a', loanIds: [] }, late));
  });

  it('ends in a balance sheet, a loss of 31.000 and a cash flow that agree', () => {
    const sheet = books.balanceSheet(all, day(31));
    expect(sheet.assets.rows.map((x) => [x.kind, x.amount])).toEqual([['bank', 4_500_000n], ['cash', 941_000n], ['inventory', 500_000n], ['loan', 150_000n]]);
    expect(sheet.claims.flatMap((s) => s.rows.map((x) => [x.kind, x.amount])))
      .toEqual([['memberPayable', 48_000n], ['savings', 25_000n], ['iks', 29_000n], ['aidCapital', 6_000_000n], ['capital', 20_000n]]);
    expect([sheet.totalAssets, sheet.totalClaims, sheet.result]).toEqual([6_091_000n, 6_091_000n, -31_000n]);
    const profit = books.profitAndLoss(all, july);
    expect([...profit.income, ...profit.expenses].map((x) => [x.key, x.amount, x.lines.length]))
      .toEqual([['service', 5_000n, 1], ['transport', 15_000n, 1], ['materialLoss', 20_000n, 1], ['cashShortage', 1_000n, 1]]);
    expect([profit.result, profit.sales, profit.shared]).toEqual([-31_000n, 960_000n, 960_000n]);
    const flow = books.cashFlow(all, july);
    expect([flow.opening, ...flow.sections.map((s) => s.total), flow.closing]).toEqual([6_000_000n, 115_000n, -500_000n, -174_000n, 5_441_000n]);
    const trial = books.trialBalance(all);
    expect([trial.debit, trial.credit, trial.difference]).toEqual([6_127_000n, 6_127_000n, 0n]);
  });
});

describe('closing the month', () => {
  const codes = (given: Partial<MonthToClose>) => books.closeProblems(toClose({ count, ...given })).map((b) => b.code);

  it('locks through the last day and books the difference with its reason', () => {
    expect(closed).toEqual({ closedThrough: day(31), transfers: [{
      id: 'cashDifference:c1', kind: 'cashDifference', from: at.cash(G), to: at.expense(G, 'cashShortage'), amount: 1_000n, on: day(31), reason: 'Kembalian lupa dicatat',
    }] });
  });

  it('says each thing that stands against it', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ today: day(30), count: { ...count, countedOn: day(30) } })).toEqual(['MONTH_NOT_OVER']);
    expect(codes({ closedThrough: undefined })).toEqual(['EARLIER_MONTH_OPEN']);
    expect(codes({ closedThrough: day(31) })).toEqual(['MONTH_CLOSED']);
    expect(codes({ openMeetings: 1 })).toEqual(['MEETING_OPEN']);
    expect(codes({ count: undefined })).toEqual(['CASH_NOT_COUNTED']);
    expect(codes({ count: { ...count, countedOn: day(25) } })).toEqual(['COUNT_TOO_EARLY']);
    expect(codes({ count: { ...count, countedOn: day(26) } })).toEqual([]);
    expect(codes({ count: { ...count, countedOn: day(1, 8) } })).toEqual(['COUNT_IN_FUTURE']);
    expect(codes({ count: { ...count, reason: ' ' } })).toEqual(['DIFFERENCE_UNEXPLAINED']);
    expect(codes({ count: { id: 'c', countedOn: day(31), pieces: { ...count.pieces, 1_000: 2 } } })).toEqual([]);
    expect(codes({ stored: new Map([...posted([...june, ...month]).balances, [at.bank(G), 1n]]) })).toEqual(['BALANCE_DAMAGED']);
  });

  it('compares a count of the next month with the book of its own day, and books its difference into the month', () => {
    const august = books.otherIncome({ ...base(1, 4_000), on: day(1, 8), receiptId: 'z', into: 'cash' });
    const result = books.closeMonth(toClose({ transfers: [...june, ...month, ...august], today: day(2, 8), count: { ...count, countedOn: day(2, 8) } }));
    expect(result.ok && result.value.transfers.map((t) => [t.amount, t.on])).toEqual([[5_000n, day(31)]]);
  });

  it('names the month that is due, from the first entry on', () => {
    expect([books.monthDue([]), books.monthDue([...month, ...june]), books.monthDue(all, day(31)), books.monthDue(all, isoDate('2020-12-31'))]).toEqual([null, '2020-06', '2020-08', '2021-01']);
  });

  it('corrects a closed month by a reversal in the open one', () => {
    const locked: Ledger = { ...posted(all), closedThrough: closed.closedThrough };
    const given = { reason: 'Salah baca kuitansi: 12.000' };
    expect(post(locked, books.correctionOf(transport, { ...given, on: day(31) })[0] as Transfer)).toMatchObject({ error: { code: 'PERIOD_CLOSED' } });
    const again = books.expense({ ...base(1, 12_000), on: day(1, 8), purchaseId: 'x1-2', category: 'transport', paidBy: 'cash' });
    const corrected = [...all, ...books.correctionOf(transport, { ...given, on: day(1, 8) }), ...again];
    posted(corrected.slice(all.length), locked);
    expect(books.cashBook(corrected, july)).toEqual(books.cashBook(all, july));
    const august = books.cashBook(corrected, books.monthPeriod('2020-08'));
    expect(august.lines.map((l) => [l.label.id, l.change, l.balance])).toEqual([['Pembatalan: Pengeluaran', 15_000n, 956_000n], ['Pengeluaran', -12_000n, 944_000n]]);
    expect(books.profitAndLoss(corrected).result).toBe(-28_000n);
  });

  it('takes a whole share-out back in the order in which the accounts allow it', () => {
    const shared = books.shareOut({ groupId: G, on: day(20), dealId: 'd1', paymentId: 'p1', lines });
    const before = month.slice(0, month.findIndex((t) => t.kind === 'shareOut'));
    const ledger = posted([...june, ...before, ...shared, ...books.correctionOf(shared, { reason: 'uji', on: day(20) })]);
    expect([...ledger.balances].filter(([, b]) => b !== 0n)).toEqual([...posted([...june, ...before]).balances].filter(([, b]) => b !== 0n));
  });
});

describe('money in the box', () => {
  it('is counted by notes and coins', () => {
    expect(books.countedAmount({ 100_000: 2, 75_000: 1, 500: 3, 50: 1 })).toBe(276_550n);
    expect(books.countedAmount({})).toBe(0n);
    expect(() => books.countedAmount({ 500: 1.5 })).toThrow(RangeError);
    expect(() => books.countedAmount({ 500: -1 })).toThrow(RangeError);
  });
});
