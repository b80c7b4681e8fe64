import type { IsoDate } from '../kernel/plain-date.ts';
import { addDays } from '../kernel/plain-date.ts';
import { rupiah, sum, type Rupiah } from '../kernel/rupiah.ts';
import { lineAmount, type BudgetLine } from './budget-plan.ts';
import type { ImageHash } from './image-hash.ts';
import type { DisbursementRules } from './rules.ts';

/** One outlay on a line of the RAB (rule 30). Rupiah. */
export interface Expenditure {
  readonly id: string;
  readonly budgetLineId: string;
  readonly on: IsoDate;
  readonly payee: string;
  readonly goods: string;
  readonly amount: Rupiah;
  readonly receipt: { readonly fileId: string; readonly sha256: string; readonly dHash: ImageHash | null; readonly uploadedOn: IsoDate } | null;
  /** People who saw it, when there is no receipt: ids or names. */
  readonly witnesses: readonly string[];
}

export interface Confirmation {
  readonly office: 'chair' | 'treasurer';
  readonly memberId: string;
  /** By the person (own phone, signed sheet), not typed for them. */
  readonly byThemselves: boolean;
  readonly on: IsoDate;
}

/** A report (LPJ) on one tranche, with what the books and other reports say. Rupiah. */
export interface LpjFactsForCheck {
  readonly reportId: string;
  readonly received: Rupiah;
  readonly receivedOn: IsoDate;
  /** The day the balances are of. */
  readonly reportedOn: IsoDate;
  readonly plan: readonly BudgetLine[];
  /** Spent on each line in earlier tranches. */
  readonly spentBefore: Readonly<Record<string, Rupiah>>;
  readonly expenditures: readonly Expenditure[];
  readonly refunded: Rupiah;
  readonly accountBalance: Rupiah;
  readonly cash: Rupiah;
  /** Aid money the ledger holds for this tranche on that day; null while the books are not kept here. */
  readonly booksBalance: Rupiah | null;
  readonly officers: { readonly chairId: string; readonly treasurerId: string };
  readonly confirmations: readonly Confirmation[];
  readonly typedByFacilitator: boolean;
  /** Minutes of the shift between lines, and whether the office approved them. */
  readonly shift: { readonly minutesFileId: string; readonly approved: boolean } | null;
  readonly withdrawals: readonly { readonly on: IsoDate; readonly amount: Rupiah }[];
}

/** Sum of the outlays, rupiah. */
export const spentTotal = (expenditures: readonly Pick<Expenditure, 'amount'>[]): Rupiah => sum(expenditures.map((e) => e.amount));

/** Received less spent, refunded, and held on the account and in cash, rupiah: zero when rule 32 holds; positive when money is unexplained. */
export function unexplained(r: Pick<LpjFactsForCheck, 'received' | 'expenditures' | 'refunded' | 'accountBalance' | 'cash'>): bigint {
  return r.received - spentTotal(r.expenditures) - r.refunded - r.accountBalance - r.cash;
}

/** True when an outlay has a receipt, or enough different witnesses who are not the payee (rule 30). */
export function isProven(e: Pick<Expenditure, 'receipt' | 'witnesses' | 'payee'>, rules: Pick<DisbursementRules, 'receiptlessWitnesses'>): boolean {
  return e.receipt !== null || properWitnesses(e).length >= rules.receiptlessWitnesses;
}

/** The different people among the witnesses, the payee left out. */
export function properWitnesses(e: Pick<Expenditure, 'witnesses' | 'payee'>): string[] {
  const plain = (name: string) => name.trim().toLowerCase();
  return [...new Set(e.witnesses.map(plain))].filter((w) => w !== '' && w !== plain(e.payee));
}

/** Proven outlay, rupiah: what counts for the receipts condition of the next tranche (rule 26). */
export const receiptedTotal = (expenditures: readonly Expenditure[], rules: Pick<DisbursementRules, 'receiptlessWitnesses'>): Rupiah =>
  spentTotal(expenditures.filter((e) => isProven(e, rules)));

export interface LineUse {
  readonly line: BudgetLine;
  readonly planned: Rupiah;
  readonly spent: Rupiah;
  /** Rupiah over plan, zero when within. */
  readonly over: Rupiah;
  /** Over by more than the rule set lets pass without minutes and approval (rule 29). */
  readonly needsApproval: boolean;
}

/** Plan against use, a row for each line of the RAB, earlier tranches included. */
export function lineUses(r: Pick<LpjFactsForCheck, 'plan' | 'spentBefore' | 'expenditures'>, rules: Pick<DisbursementRules, 'rabShiftPercent'>): LineUse[] {
  return r.plan.map((line) => {
    const planned = lineAmount(line);
    const spent = rupiah((r.spentBefore[line.id] ?? 0n) + spentTotal(r.expenditures.filter((e) => e.budgetLineId === line.id)));
    const over = rupiah(spent > planned ? spent - planned : 0n);
    return { line, planned, spent, over, needsApproval: over * 100n > planned * BigInt(rules.rabShiftPercent) };
  });
}

/**
 * Rule 28: the largest gap between cash taken soon after receipt and receipts uploaded in time, rupiah; null when there is
 * nothing to warn of: too little was taken, receipts cover it, or the days for them are not over on `today`.
 */
export function cashWithoutReceipts(r: Pick<LpjFactsForCheck, 'withdrawals' | 'expenditures' | 'received' | 'receivedOn'>, today: IsoDate, rules: Pick<DisbursementRules, 'cashOutPercent' | 'cashOutWithinDays' | 'receiptsWithinDays'>): { readonly taken: Rupiah; readonly receipted: Rupiah } | null {
  const lastDay = addDays(r.receivedOn, rules.cashOutWithinDays);
  const soon = r.withdrawals.filter((w) => w.on >= r.receivedOn && w.on <= lastDay);
  const taken = sum(soon.map((w) => w.amount));
  if (soon.length === 0 || taken * 100n < r.received * BigInt(rules.cashOutPercent)) return null;
  const deadline = addDays(soon.map((w) => w.on).reduce((a, b) => (a > b ? a : b)), rules.receiptsWithinDays);
  const receipted = spentTotal(r.expenditures.filter((e) => e.receipt !== null && e.receipt.uploadedOn <= deadline));
  return today > deadline && receipted < taken ? { taken, receipted } : null;
}
