import type { Rupiah } from '../kernel/index.ts';
import type { Transfer } from '../ledger/index.ts';
import { groupAccounts as at, type SpendingCategory } from './group-chart.ts';
import { entry, payer, purse, type AmountBooking, type Booking, type PaidBy, type Purse } from './group-events.ts';

/** Cash is paid into the bank. */
export const bankDeposit = (c: AmountBooking & { readonly slipId: string }): Transfer[] =>
  [entry('bankDeposit', [c.slipId], at.cash(c.groupId), at.bank(c.groupId), c)];

/** Cash is drawn from the bank. */
export const bankWithdrawal = (c: AmountBooking & { readonly slipId: string }): Transfer[] =>
  [entry('bankWithdrawal', [c.slipId], at.bank(c.groupId), at.cash(c.groupId), c)];

/** Something used up at once or a service, paid or on account. */
export const expense = (c: AmountBooking & { readonly purchaseId: string; readonly category: SpendingCategory; readonly paidBy: PaidBy }): Transfer[] =>
  [entry('expense', [c.purchaseId], payer(c.groupId, c.paidBy), at.expense(c.groupId, c.category), c)];

/** Income that is neither a sale nor a service charge: interest of the bank, a rent, a prize. */
export const otherIncome = (c: AmountBooking & { readonly receiptId: string; readonly into: Purse }): Transfer[] =>
  [entry('otherIncome', [c.receiptId], at.income(c.groupId, 'other'), purse(c.groupId, c.into), c)];

/**
 * The books follow the cash box: `counted` less `inBook` is booked as income or expense with the reason; none when equal.
 * One count counts once (`countId`).
 */
export function cashDifference(
  c: Booking & { readonly countId: string; readonly counted: Rupiah; readonly inBook: Rupiah; readonly reason: string },
): Transfer[] {
  const over = c.counted - c.inBook;
  if (over === 0n) return [];
  const cash = at.cash(c.groupId);
  const [from, to] = over > 0n ? [at.income(c.groupId, 'cashSurplus'), cash] : [cash, at.expense(c.groupId, 'cashShortage')];
  return [{ ...entry('cashDifference', [c.countId], from, to, { ...c, amount: (over > 0n ? over : -over) as Rupiah }), reason: c.reason }];
}
