import type { Bilingual, IsoDate } from '../kernel/index.ts';
import { accountParts, type AccountId, type Transfer } from '../ledger/index.ts';
import { accountLabel, balancesOn, bookOf, changeBy, inOwnSense, sideOf, type BookLine, type Carried } from './account-book.ts';
import { ACTIVITY_LABEL, GROUP_EVENTS, type Activity, type GroupEventKind } from './group-events.ts';
import { SIDE_LABEL, type Side } from './group-chart.ts';
import { groupBy } from './group-by.ts';
import type { Period } from './period.ts';

/** Rupiah on its own side; a line of accounts that are at zero is left out. */
export interface TrialRow {
  readonly account: AccountId;
  readonly label: Bilingual;
  readonly debit: bigint;
  readonly credit: bigint;
}

/** Neraca saldo at the end of a day (of all without one). `difference` is zero in whole books: anything else is a fault of ours. */
export function trialBalance(
  transfers: readonly Transfer[], on?: IsoDate, carried?: Carried,
): { readonly rows: readonly TrialRow[]; readonly debit: bigint; readonly credit: bigint; readonly difference: bigint } {
  const rows = [...balancesOn(transfers, on, carried)].filter(([, balance]) => balance !== 0n).sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([account, balance]) => ({
      account, label: accountLabel(accountParts(account)), debit: balance > 0n ? balance : 0n, credit: balance < 0n ? -balance : 0n,
    }));
  const total = (side: 'debit' | 'credit') => rows.reduce((sum, row) => sum + row[side], 0n);
  const [debit, credit] = [total('debit'), total('credit')];
  return { rows, debit, credit, difference: debit - credit };
}

/** An amount of a statement in rupiah and the lines it is made of; each names its transfer and paper. */
export interface StatementRow {
  readonly key: string;
  readonly label: Bilingual;
  readonly amount: bigint;
  readonly lines: readonly BookLine[];
}
const changeOf = (lines: readonly BookLine[]): bigint => lines.reduce((sum, l) => sum + l.change, 0n);
const amountOf = (rows: readonly { readonly amount: bigint }[]): bigint => rows.reduce((sum, row) => sum + row.amount, 0n);

export interface ProfitAndLoss {
  readonly income: readonly StatementRow[];
  readonly expenses: readonly StatementRow[];
  readonly result: bigint;
  readonly sales: bigint;
  readonly shared: bigint;
}

/**
 * Laba-rugi of a period. Sales are the members' and not income of the group; `sales` (accepted, less reduced) and `shared`
 * (gross to members) stand beside it for information. All rupiah.
 */
export function profitAndLoss(transfers: readonly Transfer[], period?: Period): ProfitAndLoss {
  const rowsOf = (kind: 'income' | 'expense'): StatementRow[] => {
    const categoryOf = ({ transfer }: BookLine) => [transfer.from, transfer.to].map(accountParts).find((a) => a.kind === kind)?.owner ?? '';
    const byCategory = groupBy(bookOf(transfers, (a) => a.kind === kind, period).lines, categoryOf);
    return [...byCategory].map(([owner, lines]) => ({ key: owner, label: accountLabel({ kind, owner }), amount: changeOf(lines), lines }));
  };
  const [income, expenses] = [rowsOf('income'), rowsOf('expense')];
  const claims = bookOf(transfers, (a) => a.kind === 'receivable', period).lines;
  const dues = bookOf(transfers, (a) => a.kind === 'memberPayable', period).lines;
  const [sales, shared] = [changeBy(claims, 'saleAccepted', 'claimReduced'), changeBy(dues, 'shareOut')];
  return { income, expenses, result: amountOf(income) - amountOf(expenses), sales, shared };
}

export interface BalanceRow {
  readonly kind: string;
  readonly label: Bilingual;
  readonly amount: bigint;
  readonly accounts: readonly { readonly account: AccountId; readonly amount: bigint }[];
}
export interface BalanceSection {
  readonly side: Side;
  readonly label: Bilingual;
  readonly rows: readonly BalanceRow[];
  readonly total: bigint;
}

export interface BalanceSheet {
  readonly assets: BalanceSection;
  readonly claims: readonly BalanceSection[];
  readonly result: bigint;
  readonly totalAssets: bigint;
  readonly totalClaims: bigint;
}

/**
 * Neraca at the end of a day: what the group has equals what it owes, the IKS fund, its capital and the result so far
 * (income less expenses since the beginning). All rupiah.
 */
export function balanceSheet(transfers: readonly Transfer[], on?: IsoDate, carried?: Carried): BalanceSheet {
  const held = [...balancesOn(transfers, on, carried)].filter(([, balance]) => balance !== 0n).sort(([a], [b]) => (a < b ? -1 : 1)).map(([account, balance]) => {
    const { kind } = accountParts(account);
    return { account, kind, amount: inOwnSense(kind, balance) };
  });
  const section = (side: Side): BalanceSection => {
    const byKind = groupBy(held.filter((a) => sideOf(a.kind) === side), (a) => a.kind);
    const rows = [...byKind].map(([kind, own]) => ({
      kind, label: accountLabel({ kind, owner: '' }), amount: amountOf(own), accounts: own.map(({ account, amount }) => ({ account, amount })),
    }));
    return { side, label: SIDE_LABEL[side], rows, total: amountOf(rows) };
  };
  const assets = section('asset');
  const claims = [section('owed'), section('fund'), section('capital')];
  const result = section('income').total - section('expense').total;
  return { assets, claims, result, totalAssets: assets.total, totalClaims: claims.reduce((sum, c) => sum + c.total, result) };
}

export interface CashFlowSection {
  readonly activity: Activity;
  readonly label: Bilingual;
  readonly rows: readonly StatementRow[];
  readonly total: bigint;
}

/** Arus kas of a period: cash and bank together by kind of event, money in positive; what moves between the two is left out. */
export function cashFlow(
  transfers: readonly Transfer[], period?: Period, carried?: Carried,
): { readonly opening: bigint; readonly sections: readonly CashFlowSection[]; readonly closing: bigint } {
  const { opening, lines, closing } = bookOf(transfers, (a) => a.kind === 'cash' || a.kind === 'bank', period, carried);
  const rows = [...groupBy(lines, (l) => l.transfer.kind as GroupEventKind)]
    .map(([key, own]) => ({ key, label: GROUP_EVENTS[key].label, activity: GROUP_EVENTS[key].activity, amount: changeOf(own), lines: own }));
  const sections = (Object.keys(ACTIVITY_LABEL) as Activity[]).map((activity) => {
    const own = rows.filter((r) => r.activity === activity).map(({ activity: _activity, ...row }) => row);
    return { activity, label: ACTIVITY_LABEL[activity], rows: own, total: amountOf(own) };
  });
  return { opening, sections, closing };
}
