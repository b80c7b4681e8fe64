import { err, formatRupiah, ok, rupiah, type Result, type Rupiah } from '../kernel/index.ts';
import { savingsProblem, type SavingsProblem } from './errors.ts';

/** The balance (rupiah) after a member puts savings in. AMOUNT_NOT_POSITIVE. */
export const depositSavings = (balance: Rupiah, amount: Rupiah): Result<Rupiah, SavingsProblem> =>
  amount > 0n ? ok(rupiah(balance + amount)) : err(savingsProblem('AMOUNT_NOT_POSITIVE'));

/** The balance (rupiah) after a member takes savings out. AMOUNT_NOT_POSITIVE; WITHDRAWAL_TOO_HIGH: a balance is never below zero (rule 36). */
export function withdrawSavings(balance: Rupiah, amount: Rupiah): Result<Rupiah, SavingsProblem> {
  if (amount <= 0n) return err(savingsProblem('AMOUNT_NOT_POSITIVE'));
  if (amount > balance) return err(savingsProblem('WITHDRAWAL_TOO_HIGH', { balance: formatRupiah(balance), amount: formatRupiah(amount) }));
  return ok(rupiah(balance - amount));
}
