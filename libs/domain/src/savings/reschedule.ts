import { err, ok, type IsoDate, type Result } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';
import { savingsProblem, type SavingsProblem } from './errors.ts';
import { loanSchedule, owedOn, type Instalment } from './loan-schedule.ts';
import { instalmentsProblem, type LoanTerms } from './loan-terms.ts';

/**
 * A new schedule over what is left of a loan, from a day on, by decision. The principal left is spread anew and bears the
 * charge of the new terms; service that fell due and was not paid is carried over, service of later instalments is dropped,
 * since the new charge stands in its place (assumption). NOTHING_OWED when no principal is left; INSTALMENTS_BAD.
 */
export function rescheduleLoan(
  schedule: readonly Instalment[],
  terms: Pick<LoanTerms, 'instalments' | 'charge' | 'every'> & { readonly on: IsoDate },
  rules: Pick<RuleSet, 'loanMaxInstalments'>,
): Result<readonly Instalment[], SavingsProblem> {
  const { on, instalments, charge, every } = terms;
  const { principal } = owedOn(schedule);
  if (principal === 0n) return err(savingsProblem('NOTHING_OWED'));
  const wrong = instalmentsProblem(instalments, rules);
  if (wrong) return err(wrong);
  const carried = owedOn(schedule.filter((i) => i.due <= on)).service;
  return ok(loanSchedule({ principal, instalments, charge, every, paidOutOn: on }, carried));
}
