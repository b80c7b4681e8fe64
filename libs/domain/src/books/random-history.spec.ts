import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate, type IsoDate } from '../kernel/index.ts';
import { accountParts, balanceOf, emptyLedger, postAll, type AccountId, type Ledger, type Transfer } from '../ledger/index.ts';
import * as books from './index.ts';
import { GROUP_CHART, groupAccounts as at, inOwnSense, type GroupAccountKind } from './index.ts';
import { after, EVENTS, G, inPocket, MEMBERS, type Clerk, type Make } from './testing/clerk.ts';

const START = isoDate('2020-01-01');

/** Posts as a server does: with the balances and transfers that concern the event, and nothing else of the book. */
class Store {
  readonly balances = new Map<AccountId, bigint>();
  readonly transfers = new Map<string, Transfer>();
  readonly reversals = new Map<string, string>();
  closedThrough: IsoDate | undefined;
  post(event: readonly Transfer[]): string {
    const needed = event.flatMap((t) => [t.id, ...(t.reverses === undefined ? [] : [t.reverses])]);
    const ledger: Ledger = {
      ...emptyLedger(GROUP_CHART, this.closedThrough),
      balances: new Map(event.flatMap((t) => [t.from, t.to]).map((a) => [a, this.balances.get(a) ?? 0n])),
      transfers: new Map(needed.flatMap((i) => { const t = this.transfers.get(i); return t ? [[i, t] as const] : []; })),
      reversals: new Map(needed.flatMap((i) => { const r = this.reversals.get(i); return r === undefined ? [] : [[i, r] as const]; })),
    };
    const result = postAll(ledger, event);
    if (!result.ok) return result.error.code;
    for (const [account, balance] of result.value.ledger.balances) this.balances.set(account, balance);
    for (const t of event) {
      this.transfers.set(t.id, t);
      if (t.reverses !== undefined) this.reversals.set(t.reverses, t.id);
    }
    return 'ok';
  }
}

const seen = { ok: 0, BALANCE_SHORT: 0, PERIOD_CLOSED: 0, corrected: 0 } as Record<string, number>;

function live(draws: readonly (readonly [number, number, number, number, boolean])[]): { store: Store; clerk: Clerk } {
  const store = new Store();
  const clerk: Clerk = { pockets: new Map(), loans: [], deals: [], done: [] };
  draws.forEach(([kind, n, x, y, late], k) => {
    const today = addDays(START, Math.floor(k / 8));
    const firstOfMonth = isoDate(`${books.monthOf(today)}-01`);
    store.closedThrough = addDays(firstOfMonth, -1);
    const draw = { k, n, x: BigInt(x), y: BigInt(y), on: late ? store.closedThrough : today };
    const event = (EVENTS[kind] as Make)(clerk, draw);
    const next = after(clerk, event.steps);
    const outcome = store.post(event.transfers);
    seen[outcome] = (seen[outcome] ?? 0) + 1;
    const something = event.transfers.length > 0;
    expect([k, kind, outcome]).toEqual([k, kind, something && late ? 'PERIOD_CLOSED' : next === null ? 'BALANCE_SHORT' : 'ok']);
    if (outcome !== 'ok' || next === null || !something) return;
    clerk.pockets = next;
    const reversed = clerk.done.find((e) => event.transfers.some((t) => t.reverses !== undefined && e.event.transfers.some((o) => o.id === t.reverses)));
    if (reversed) {
      reversed.undone = true;
      seen.corrected = (seen.corrected ?? 0) + 1;
      return;
    }
    clerk.done.push({ event, undone: false });
    const first = event.transfers[0] as Transfer;
    if (first.kind === 'loanPaidOut') clerk.loans.push({ id: accountParts(first.to).owner, member: accountParts(first.to).owner.slice(0, 1) });
    if (first.kind === 'saleAccepted') clerk.deals.push(accountParts(first.to).owner);
  });
  return { store, clerk };
}

function agree({ store, clerk }: ReturnType<typeof live>): void {
  const all = [...store.transfers.values()];
  const last = all.reduce((max, t) => (t.on > max ? t.on : max), START);
  const periods = [...new Set(all.map((t) => books.monthOf(t.on)))].map(books.monthPeriod);
  const has = (pocket: string) => inPocket(clerk, pocket);
  const ledger: Ledger = { ...emptyLedger(GROUP_CHART), balances: store.balances };
  const ofKind = (kind: GroupAccountKind) => [...store.balances].filter(([a]) => accountParts(a).kind === kind).reduce((s, [a, b]) => s + inOwnSense(accountParts(a).kind, b), 0n);

  // The ledger: zero in sum, nothing on the wrong side, and no other than what the transfers say.
  expect([...store.balances.values()].reduce((s, b) => s + b, 0n)).toBe(0n);
  for (const [account, balance] of store.balances) expect(inOwnSense(accountParts(account).kind, balance), account).toBeGreaterThanOrEqual(0n);
  expect(books.balancesOn(all)).toEqual(new Map([...store.balances].filter(([a]) => all.some((t) => t.from === a || t.to === a))));
  expect(books.trialBalance(all).difference).toBe(0n);

  // The books of money: end at the balance and at the clerk's figure, month by month without a gap.
  for (const [book, pocket] of [[books.cashBook(all), 'cash'], [books.bankBook(all), 'bank']] as const) {
    expect([book.closing, balanceOf(ledger, at[pocket](G))]).toEqual([has(pocket), has(pocket)]);
    let before = 0n;
    for (const month of books.byMonth(book)) {
      expect(month.opening).toBe(before);
      expect(month.opening + month.increase - month.decrease).toBe(month.closing);
      expect({ ...month, month: undefined }).toEqual({ ...(pocket === 'cash' ? books.cashBook : books.bankBook)(all, books.monthPeriod(month.month)), month: undefined });
      before = month.closing;
    }
    expect(before).toBe(book.closing);
  }
  const flow = books.cashFlow(all);
  expect([flow.closing, flow.sections.reduce((s, x) => s + x.total, flow.opening)]).toEqual([has('cash') + has('bank'), flow.closing]);

  // The members: her statement is her accounts, and what the clerk noted for her.
  for (const who of MEMBERS) {
    const loanIds = clerk.loans.filter((l) => l.member === who).map((l) => l.id);
    const { due, saved, owes, books: own, ...moved } = books.memberStatement(all, { memberId: who, loanIds });
    const lent = loanIds.reduce((s, l) => s + has(`loan:${l}`), 0n);
    expect([due, saved, owes]).toEqual([has(`due:${who}`), has(`iks:${who}`) + has(`sav:${who}`), has(`mat:${who}`) + lent]);
    expect([own.due.closing, own.iks.closing, own.savings.closing, own.material.closing].map((v) => v))
      .toEqual([at.memberPayable(G, who), at.iks(G, who), at.savings(G, who), at.memberMaterial(G, who)].map((a) => inOwnSense(accountParts(a).kind, balanceOf(ledger, a))));
    const months = periods.map((p) => books.memberStatement(all, { memberId: who, loanIds }, p));
    expect(months.reduce((s, m) => s + m.earned, 0n)).toBe(moved.earned);
    expect(months.at(-1)?.owes ?? 0n).toBe(owes);
  }
  expect(books.cardsOf(all, 'iks').reduce((s, c) => s + c.closing, 0n)).toBe(ofKind('iks'));

  // The statements: neraca balances every month, and a month's result is the change in what the group owns free of others.
  let equity = 0n;
  for (const period of periods.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const sheet = books.balanceSheet(all, period.to);
    expect(sheet.totalAssets).toBe(sheet.totalClaims);
    const of = (kind: string) => sheet.claims.flatMap((s) => s.rows).find((r) => r.kind === kind)?.amount ?? 0n;
    const owned = sheet.totalAssets - sheet.claims.filter((s) => s.side !== 'capital').reduce((s, c) => s + c.total, 0n);
    const earned = owned - of('aidCapital') - of('capital');
    expect(books.profitAndLoss(all, period).result).toBe(earned - equity);
    equity = earned;
  }
  expect(books.profitAndLoss(all).result).toBe(has('gain') - has('cost'));
  expect(books.balanceSheet(all, last).result).toBe(has('gain') - has('cost'));
}

describe('any history of 1,000 events in the books of a group', () => {
  it('balances, keeps every account on its side, and agrees with the clerk in every report', () => {
    const draw = fc.tuple(fc.nat(EVENTS.length - 1), fc.nat(2), fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 120 }), fc.nat(40).map((v) => v === 0));
    const opening = [[0, 0, 200, 1, false], [0, 0, 200, 1, false], [1, 0, 200, 1, false]] as const;
    fc.assert(
      fc.property(fc.array(draw, { minLength: 997, maxLength: 997 }), (draws) => agree(live([...opening, ...draws]))),
      { numRuns: 15 },
    );
    // The histories are worth the name: each outcome came often.
    for (const [outcome, atLeast] of [['ok', 5_000], ['BALANCE_SHORT', 500], ['PERIOD_CLOSED', 100], ['corrected', 50]] as const) expect(seen[outcome], outcome).toBeGreaterThan(atLeast);
  }, 60_000);
});
