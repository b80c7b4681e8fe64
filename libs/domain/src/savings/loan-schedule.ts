import type { ServiceCharge } from '../meeting/index.ts';
import { addMonths, addSelapan, rupiah, splitByWeight, sum, ZERO, type IsoDate, type Rupiah } from '../kernel/index.ts';
import type { LoanTerms } from './loan-terms.ts';

/** One instalment, in rupiah: what is due and what of it was paid. */
export interface Instalment {
  /** From 1. */
  readonly no: number;
  readonly due: IsoDate;
  readonly principal: Rupiah;
  readonly service: Rupiah;
  readonly paidPrincipal: Rupiah;
  readonly paidService: Rupiah;
}

/** Service charge of a whole loan (rupiah), rounded down once: flat, so paying early or late does not change it (assumption). */
export function totalCharge(charge: ServiceCharge, principal: Rupiah, instalments: number): Rupiah {
  const times = BigInt(instalments);
  return charge.kind === 'none' ? ZERO : rupiah(charge.kind === 'amount' ? charge.amount * times : (principal * BigInt(charge.bps) * times) / 10_000n);
}

/**
 * The schedule of a loan: equal instalments (largest remainder, the earlier ones bear the odd rupiah) that sum to principal
 * and service charge, a month or a selapan apart. `carried`: service owed from before, added to the charge. The terms must be
 * sound (`loanProblems`): RangeError for no instalments.
 */
export function loanSchedule(terms: Omit<LoanTerms, 'order'>, carried: Rupiah = ZERO): Instalment[] {
  const { principal, instalments, charge, every, paidOutOn } = terms;
  const ones = Array.from({ length: instalments }, () => 1n);
  const principals = splitByWeight(principal, ones);
  const services = splitByWeight(sum([totalCharge(charge, principal, instalments), carried]), ones);
  return principals.map((part, i) => ({
    no: i + 1,
    // Counted from the first day each time: 31 January, 28 February, 31 March.
    due: every === 'month' ? addMonths(paidOutOn, i + 1) : addSelapan(paidOutOn, i + 1),
    principal: part,
    service: services[i] as Rupiah,
    paidPrincipal: ZERO,
    paidService: ZERO,
  }));
}

/** What is left of one instalment or of all, in rupiah. */
export interface Owed {
  readonly principal: Rupiah;
  readonly service: Rupiah;
  readonly total: Rupiah;
}

export function owedOn(instalments: readonly Instalment[]): Owed {
  const principal = sum(instalments.map((i) => i.principal - i.paidPrincipal));
  const service = sum(instalments.map((i) => i.service - i.paidService));
  return { principal, service, total: sum([principal, service]) };
}
