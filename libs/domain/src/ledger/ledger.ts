import { err, ok, type Result } from '../kernel/result.ts';
import { isIsoDate, type IsoDate } from '../kernel/plain-date.ts';
import { ZERO, sum, type Rupiah } from '../kernel/rupiah.ts';
import { accountParts, type AccountId, type Chart } from './chart.ts';
import type { LedgerErrorCode } from './errors.ts';

/**
 * One immutable movement of whole rupiah from one account to another. It has no sides to disagree, so it cannot be
 * unbalanced. `id` comes from the business key and makes it idempotent; `on` is the day it counts for.
 */
export interface Transfer {
  readonly id: string;
  readonly kind: string;
  readonly from: AccountId;
  readonly to: AccountId;
  /** Rupiah, > 0. */
  readonly amount: Rupiah;
  readonly on: IsoDate;
  /** The transfer that this one takes back; then `reason` says why. */
  readonly reverses?: string;
  readonly reason?: string;
  /** The paper behind it: number of the decree, the SP2D, the receipt. */
  readonly document?: string;
}

/** The part of a book that a use case has loaded (or all of it). A balance is what came in less what went out, in rupiah. */
export interface Ledger {
  readonly chart: Chart;
  readonly balances: ReadonlyMap<AccountId, bigint>;
  readonly transfers: ReadonlyMap<string, Transfer>;
  /** Reversed transfer -> its reversal. */
  readonly reversals: ReadonlyMap<string, string>;
  /** Nothing may be posted on or before this day (closed period, rule 34). */
  readonly closedThrough?: IsoDate;
}

export interface LedgerFailure {
  readonly code: LedgerErrorCode;
  readonly transferId: string;
  readonly account?: AccountId;
  /** With BALANCE_SHORT: how much is there (to take, or of a debt to settle) and how much is missing, in rupiah. */
  readonly available?: Rupiah;
  readonly short?: Rupiah;
}

/** `known`: this very transfer was posted before, nothing happened. `reversedSince`: it was, and was taken back later. */
export type Outcome = 'posted' | 'known' | 'reversedSince';
export interface Posted {
  readonly ledger: Ledger;
  readonly outcomes: readonly Outcome[];
}

/** An empty ledger over a chart of accounts. */
export const emptyLedger = (chart: Chart, closedThrough?: IsoDate): Ledger =>
  ({ chart, balances: new Map(), transfers: new Map(), reversals: new Map(), ...(closedThrough === undefined ? {} : { closedThrough }) });

/** Balance of an account in rupiah; zero when nothing was ever posted to it. */
export const balanceOf = (ledger: Ledger, account: AccountId): Rupiah => (ledger.balances.get(account) ?? ZERO) as Rupiah;

/** Sum of all balances: zero whenever the whole ledger is loaded. */
export const totalOf = (ledger: Ledger): Rupiah => sum(ledger.balances.values());

/** Posts one transfer; see {@link postAll}. */
export const post = (ledger: Ledger, transfer: Transfer): Result<Posted, LedgerFailure> => postAll(ledger, [transfer]);

/**
 * Posts transfers in order, all or none. The given ledger is left as it was.
 * A known id with the same content does nothing; with other content it fails (TRANSFER_ID_TAKEN). Fails also on an amount
 * that is not positive, accounts of different books, of unknown kind or the same one twice, a closed day, a balance that
 * would fall below zero where the chart forbids it, and a reversal that is not the exact mirror, has no reason or comes twice.
 */
export function postAll(ledger: Ledger, transfers: readonly Transfer[]): Result<Posted, LedgerFailure> {
  const balances = new Map(ledger.balances);
  const known = new Map(ledger.transfers);
  const reversals = new Map(ledger.reversals);
  const next: Ledger = { ...ledger, balances, transfers: known, reversals };
  const outcomes: Outcome[] = [];

  for (const t of transfers) {
    const before = known.get(t.id);
    if (before) {
      if (!sameTransfer(before, t)) return err({ code: 'TRANSFER_ID_TAKEN', transferId: t.id });
      outcomes.push(reversals.has(t.id) ? 'reversedSince' : 'known');
      continue;
    }
    const fault = faultOf(next, t);
    if (fault) return err(fault);
    balances.set(t.from, balanceOf(next, t.from) - t.amount);
    balances.set(t.to, balanceOf(next, t.to) + t.amount);
    known.set(t.id, t);
    if (t.reverses !== undefined) reversals.set(t.reverses, t.id);
    outcomes.push('posted');
  }
  return ok({ ledger: next, outcomes });
}

/**
 * The transfer that takes another back: same amount, the other way, naming the one it reverses. A transfer can be reversed
 * once, so its id follows from the original's. What was reversed is done anew under a new business key.
 */
export function reversalOf(original: Transfer, given: { readonly reason: string; readonly on: IsoDate; readonly document?: string }): Transfer {
  return { id: `${original.id}~reversal`, kind: original.kind, from: original.to, to: original.from, amount: original.amount, reverses: original.id, ...given };
}

/** True when two transfers say the same in every field: the test of idempotence. */
export function sameTransfer(a: Transfer, b: Transfer): boolean {
  return (['id', 'kind', 'from', 'to', 'amount', 'on', 'reverses', 'reason', 'document'] as const).every((field) => a[field] === b[field]);
}

function faultOf(ledger: Ledger, t: Transfer): LedgerFailure | null {
  const fail = (code: LedgerErrorCode, more: Partial<LedgerFailure> = {}): LedgerFailure => ({ code, transferId: t.id, ...more });
  const from = accountParts(t.from);
  const to = accountParts(t.to);
  const [fromKind, toKind] = [from.kind, to.kind].map((kind) => (Object.hasOwn(ledger.chart, kind) ? ledger.chart[kind] : undefined));
  if (t.amount <= 0n) return fail('AMOUNT_NOT_POSITIVE');
  if (t.from === t.to) return fail('SAME_ACCOUNT', { account: t.from });
  if (from.book !== to.book) return fail('DIFFERENT_BOOKS', { account: t.to });
  if (!fromKind) return fail('UNKNOWN_ACCOUNT_KIND', { account: t.from });
  if (!toKind) return fail('UNKNOWN_ACCOUNT_KIND', { account: t.to });
  if (!isIsoDate(t.on)) return fail('DAY_INVALID');
  if (ledger.closedThrough !== undefined && t.on <= ledger.closedThrough) return fail('PERIOD_CLOSED');
  const mirror = t.reverses === undefined ? null : reversalFault(ledger, t, t.reverses);
  if (mirror) return fail(mirror);
  const short = (account: AccountId, available: bigint) =>
    available < t.amount ? fail('BALANCE_SHORT', { account, available: available as Rupiah, short: (t.amount - available) as Rupiah }) : null;
  return (fromKind.mayBeNegative ? null : short(t.from, balanceOf(ledger, t.from)))
    ?? (toKind.mayBePositive === false ? short(t.to, -balanceOf(ledger, t.to)) : null);
}

function reversalFault(ledger: Ledger, t: Transfer, originalId: string): LedgerErrorCode | null {
  const original = ledger.transfers.get(originalId);
  if (!original) return 'REVERSED_UNKNOWN';
  if (original.reverses !== undefined) return 'REVERSAL_OF_REVERSAL';
  if (ledger.reversals.has(originalId)) return 'ALREADY_REVERSED';
  if (original.amount !== t.amount || original.from !== t.to || original.to !== t.from) return 'REVERSAL_NOT_MIRROR';
  return t.reason?.trim() ? null : 'REASON_MISSING';
}
