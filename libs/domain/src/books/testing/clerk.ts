import type { IsoDate, Rupiah } from '../../kernel/index.ts';
import type { Transfer } from '../../ledger/index.ts';
import * as books from '../index.ts';

export const G = 'g';
export const MEMBERS = ['a', 'b', 'c'] as const;

/** What a careful clerk notes: named pockets with what is in them, and one change after the other. A change below zero cannot be. */
export type Step = Readonly<Record<string, bigint>>;
export interface Event {
  readonly transfers: Transfer[];
  readonly steps: readonly Step[];
}
export interface Clerk {
  pockets: Map<string, bigint>;
  loans: { id: string; member: string }[];
  deals: string[];
  done: { event: Event; undone: boolean }[];
}
export const inPocket = (c: Clerk, pocket: string): bigint => c.pockets.get(pocket) ?? 0n;

/** The pockets after the steps, or null where one would fall below zero on the way. */
export function after(c: Clerk, steps: readonly Step[]): Map<string, bigint> | null {
  const pockets = new Map(c.pockets);
  for (const step of steps) {
    for (const [pocket, change] of Object.entries(step)) {
      const rest = (pockets.get(pocket) ?? 0n) + change;
      if (rest < 0n) return null;
      pockets.set(pocket, rest);
    }
  }
  return pockets;
}

export interface Draw {
  readonly k: number;
  readonly on: IsoDate;
  /** 0-2 */
  readonly n: number;
  readonly x: bigint;
  readonly y: bigint;
}
export type Make = (c: Clerk, d: Draw) => Event;
const booking = (d: Draw, amount = d.x) => ({ groupId: G, on: d.on, amount: amount as Rupiah });
const member = (d: Draw): string => MEMBERS[d.n % 3] as string;
const purse = (d: Draw) => (d.n === 0 ? 'bank' as const : 'cash' as const);
const loanOf = (c: Clerk, who: string) => c.loans.findLast((l) => l.member === who)?.id ?? `none-${who}`;
const deal = (c: Clerk, d: Draw) => c.deals.at(-1 - d.n) ?? 'none';
const id = (d: Draw) => `e${d.k}`;
const iksBalances = (c: Clerk) => MEMBERS.map((memberId) => ({ memberId, balance: inPocket(c, `iks:${memberId}`) as Rupiah }));
const spread = (c: Clerk, d: Draw) => books.spreadOverFund(d.x as Rupiah, iksBalances(c));

/** Every business event, as the books get it and as the clerk notes it; the last takes an earlier one back. */
export const EVENTS: readonly Make[] = [
  (_, d) => ({ transfers: books.aidReceived({ ...booking(d, d.x * 20n), statementLineId: id(d) }), steps: [{ bank: d.x * 20n, aid: d.x * 20n }] }),
  (_, d) => ({ transfers: books.bankWithdrawal({ ...booking(d, d.x * 5n), slipId: id(d) }), steps: [{ bank: -d.x * 5n, cash: d.x * 5n }] }),
  (_, d) => ({ transfers: books.bankDeposit({ ...booking(d), slipId: id(d) }), steps: [{ cash: -d.x, bank: d.x }] }),
  (_, d) => ({ transfers: books.expense({ ...booking(d), purchaseId: id(d), category: 'feed', paidBy: purse(d) }), steps: [{ [purse(d)]: -d.x, cost: d.x }] }),
  (_, d) => ({ transfers: books.otherIncome({ ...booking(d), receiptId: id(d), into: purse(d) }), steps: [{ [purse(d)]: d.x, gain: d.x }] }),
  (_, d) => ({ transfers: books.materialBought({ ...booking(d, d.x * 3n), purchaseId: id(d), materialId: 'm', paidBy: { partyId: 'p' } }), steps: [{ store: d.x * 3n, debt: d.x * 3n }] }),
  (_, d) => ({ transfers: books.materialIssued({ ...booking(d), issueId: id(d), materialId: 'm', memberId: member(d) }), steps: [{ store: -d.x, [`mat:${member(d)}`]: d.x }] }),
  (_, d) => ({ transfers: books.materialReturned({ ...booking(d), returnId: id(d), materialId: 'm', memberId: member(d) }), steps: [{ [`mat:${member(d)}`]: -d.x, store: d.x }] }),
  (_, d) => ({ transfers: books.materialLost({ ...booking(d), lossId: id(d), materialId: 'm' }), steps: [{ store: -d.x, cost: d.x }] }),
  (_, d) => ({ transfers: books.partyPaid({ ...booking(d), paymentId: id(d), partyId: 'p', outOf: purse(d) }), steps: [{ [purse(d)]: -d.x, debt: -d.x }] }),
  (_, d) => ({ transfers: books.advanceReceived({ ...booking(d), advanceId: id(d), partyId: 'p', into: purse(d) }), steps: [{ debt: d.x, [purse(d)]: d.x }] }),
  (_, d) => ({ transfers: books.saleAccepted({ ...booking(d, d.x * 6n), dealId: id(d) }), steps: [{ [`claim:${id(d)}`]: d.x * 6n, [`sold:${id(d)}`]: d.x * 6n }] }),
  (c, d) => ({ transfers: books.claimReduced({ ...booking(d), dealId: deal(c, d), disputeId: id(d) }), steps: [{ [`claim:${deal(c, d)}`]: -d.x, [`sold:${deal(c, d)}`]: -d.x }] }),
  (c, d) => ({ transfers: books.buyerPaid({ ...booking(d, d.x * 2n), dealId: deal(c, d), paymentId: id(d), into: purse(d) }), steps: [{ [`claim:${deal(c, d)}`]: -d.x * 2n, [purse(d)]: d.x * 2n }] }),
  (c, d) => ({ transfers: books.setOff({ ...booking(d), dealId: deal(c, d), partyId: 'p', setOffId: id(d) }), steps: [{ [`claim:${deal(c, d)}`]: -d.x, debt: -d.x }] }),
  (c, d) => {
    const [who, gross, little] = [member(d), d.x * 2n, d.y / 10n];
    const loanId = loanOf(c, who);
    const [sold, due] = [`sold:${deal(c, d)}`, `due:${who}`];
    const line = { memberId: who, gross: gross as Rupiah, material: d.y as Rupiah, iks: little as Rupiah, instalment: { loanId, principal: little as Rupiah, service: little as Rupiah } };
    return {
      transfers: books.shareOut({ groupId: G, on: d.on, dealId: deal(c, d), paymentId: id(d), lines: [line] }),
      steps: [
        { [sold]: -gross, [due]: gross }, { [`mat:${who}`]: -d.y, [due]: -d.y }, { [due]: -little, [`iks:${who}`]: little },
        { [`loan:${loanId}`]: -little, [due]: -little }, { [due]: -little, gain: little },
      ],
    };
  },
  (_, d) => ({ transfers: books.payOut({ ...booking(d), memberId: member(d), payoutId: id(d), outOf: purse(d) }), steps: [{ [`due:${member(d)}`]: -d.x, [purse(d)]: -d.x }] }),
  (_, d) => ({ transfers: books.iksPaidInMoney({ ...booking(d), memberId: member(d), receiptId: id(d), into: purse(d) }), steps: [{ [`iks:${member(d)}`]: d.x, [purse(d)]: d.x }] }),
  (c, d) => ({
    transfers: books.iksInvested({ ...booking(d), decisionId: id(d), balances: iksBalances(c) }),
    steps: spread(c, d).map((s) => ({ [`iks:${s.memberId}`]: -s.amount, capital: s.amount })),
  }),
  (c, d) => ({
    transfers: books.iksGiven({ ...booking(d), decisionId: id(d), balances: iksBalances(c), helpedMemberId: member(d), outOf: purse(d) }),
    steps: [...spread(c, d).map((s) => ({ [`iks:${s.memberId}`]: -s.amount, [`due:${member(d)}`]: s.amount })), { [`due:${member(d)}`]: -d.x, [purse(d)]: -d.x }],
  }),
  (_, d) => ({ transfers: books.savingsDeposited({ ...booking(d), memberId: member(d), receiptId: id(d), into: purse(d) }), steps: [{ [`sav:${member(d)}`]: d.x, [purse(d)]: d.x }] }),
  (_, d) => ({ transfers: books.savingsWithdrawn({ ...booking(d), memberId: member(d), receiptId: id(d), outOf: purse(d) }), steps: [{ [`sav:${member(d)}`]: -d.x, [purse(d)]: -d.x }] }),
  (_, d) => ({ transfers: books.loanPaidOut({ ...booking(d), loanId: `${member(d)}-${d.k}`, outOf: purse(d) }), steps: [{ [purse(d)]: -d.x, [`loan:${member(d)}-${d.k}`]: d.x }] }),
  (c, d) => {
    const [loan, due, service] = [`loan:${loanOf(c, member(d))}`, `due:${member(d)}`, d.y % 5n];
    return {
      transfers: books.instalmentPaid({ groupId: G, on: d.on, memberId: member(d), loanId: loanOf(c, member(d)), principal: d.y as Rupiah, service: service as Rupiah, paymentId: id(d), into: purse(d) }),
      steps: [{ [due]: d.y + service, [purse(d)]: d.y + service }, { [loan]: -d.y, [due]: -d.y }, { gain: service, [due]: -service }],
    };
  },
  (c, d) => ({ transfers: books.loanWrittenOff({ ...booking(d), loanId: loanOf(c, member(d)), decisionId: id(d) }), steps: [{ [`loan:${loanOf(c, member(d))}`]: -d.x, cost: d.x }] }),
  (_, d) => ({ transfers: books.inventoryBought({ ...booking(d), purchaseId: id(d), itemId: 'goats', paidBy: purse(d) }), steps: [{ [purse(d)]: -d.x, goats: d.x }] }),
  (_, d) => ({ transfers: books.inventoryLost({ ...booking(d), lossId: id(d), itemId: 'goats' }), steps: [{ goats: -d.x, cost: d.x }] }),
  (_, d) => {
    const atCost = d.x < d.y ? d.x : d.y;
    return {
      transfers: books.inventorySold({ groupId: G, on: d.on, saleId: id(d), itemId: 'goats', price: d.x as Rupiah, cost: d.y as Rupiah, into: purse(d) }),
      steps: [{ goats: -d.y, [purse(d)]: d.x, gain: d.x - atCost, cost: d.y - atCost }],
    };
  },
  (_, d) => {
    const made = books.openingBalance({
      groupId: G, on: d.on, openingId: id(d), cash: d.x as Rupiah, bank: d.y as Rupiah, items: [{ itemId: 'goats', amount: d.x as Rupiah }],
      iks: [{ memberId: member(d), amount: d.x as Rupiah }], aid: d.y as Rupiah,
    });
    const steps: Step[] = [{ [`iks:${member(d)}`]: d.x, cash: d.x }, { bank: d.y, aid: d.y }, { goats: d.x, capital: d.x }];
    return {
      transfers: made.ok ? made.value : [],
      steps,
    };
  },
  (c, d) => {
    const inBook = inPocket(c, 'cash');
    const over = d.x - d.y;
    const step: Step = over > 0n ? { cash: over, gain: over } : { cash: over, cost: -over };
    return {
      transfers: books.cashDifference({ groupId: G, on: d.on, countId: id(d), counted: (inBook + over) as Rupiah, inBook: inBook as Rupiah, reason: 'hitung' }),
      steps: [step],
    };
  },
  (c, d) => {
    const open = c.done.filter((e) => !e.undone);
    const { event } = open[Number(d.x) % Math.max(open.length, 1)] ?? { event: { transfers: [], steps: [] } };
    const back = event.steps.map((s) => Object.fromEntries(Object.entries(s).map(([p, v]) => [p, -v]))).reverse();
    return { transfers: books.correctionOf(event.transfers, { reason: 'salah catat', on: d.on }), steps: back };
  },
];
