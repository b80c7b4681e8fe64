import type { DecisionContents } from '../meeting/index.ts';
import { formatRupiah, rupiah, sum, type IsoDate, type Rupiah } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';
import { savingsProblem, type SavingsProblem } from './errors.ts';

/** The group's own rules of loans, as a meeting decided them. */
export type LoanRules = DecisionContents['loanRules'];

/** A loan as agreed. Charge, cycle and order are frozen from the rules that held on that day. */
export interface LoanTerms extends Pick<LoanRules, 'charge' | 'every' | 'order'> {
  /** Rupiah. */
  readonly principal: Rupiah;
  readonly instalments: number;
  /** The first instalment falls due one month or selapan later. */
  readonly paidOutOn: IsoDate;
}

/** The fund in rupiah: what members hold in it, and what of that is not at hand: principal out as loans, and principal written off. */
export interface LendingFund {
  readonly total: Rupiah;
  readonly lent: Rupiah;
}

type FundRules = Pick<RuleSet, 'loanMaxPercent' | 'fundReservePercent' | 'loanMaxInstalments'>;

const percentOf = (amount: Rupiah, percent: number): Rupiah => rupiah((amount * BigInt(percent)) / 100n);

/** The part of the fund (rupiah) that must stay; rounded up in favour of the fund. Rule 37; the share is an assumption. */
export const reserveOf = (fund: Pick<LendingFund, 'total'>, rules: Pick<RuleSet, 'fundReservePercent'>): Rupiah =>
  rupiah(fund.total - percentOf(fund.total, 100 - rules.fundReservePercent));

/** What may still be lent (rupiah, >= 0) with the reserve kept. */
export function lendable(fund: LendingFund, rules: Pick<RuleSet, 'fundReservePercent'>): Rupiah {
  const free = fund.total - fund.lent - reserveOf(fund, rules);
  return rupiah(free > 0n ? free : 0n);
}

/** Most that one member may owe (rupiah): the rule set's share of the fund, or less by the group's own decision. */
export function memberLimit(fund: Pick<LendingFund, 'total'>, rules: Pick<RuleSet, 'loanMaxPercent'>, own: LoanRules['limit']): Rupiah {
  const limit = percentOf(fund.total, rules.loanMaxPercent);
  return own !== null && own < limit ? own : limit;
}

/** INSTALMENTS_BAD unless there are 1 to the rule set's most. */
export const instalmentsProblem = (instalments: number, rules: Pick<RuleSet, 'loanMaxInstalments'>): SavingsProblem | null =>
  Number.isInteger(instalments) && instalments >= 1 && instalments <= rules.loanMaxInstalments
    ? null : savingsProblem('INSTALMENTS_BAD', { max: rules.loanMaxInstalments });

export interface LoanRequest {
  readonly amount: Rupiah;
  readonly instalments: number;
  readonly activeMember: boolean;
  /** Principal (rupiah) that the member owes on other loans, and what of those is in arrears. */
  readonly owes: Rupiah;
  readonly arrears: Rupiah;
}

/**
 * Everything against a loan (rule 37): only to an active member without arrears, within the limit, the reserve and the number
 * of instalments. Asked again on the day it is paid out, because the fund changes. Empty when it may be lent.
 */
export function loanProblems(
  request: LoanRequest, about: { readonly fund: LendingFund; readonly limit: LoanRules['limit']; readonly rules: FundRules },
): SavingsProblem[] {
  const { amount, instalments, activeMember, owes, arrears } = request;
  const { fund, limit: own, rules } = about;
  const found: SavingsProblem[] = [];
  if (!activeMember) found.push(savingsProblem('NOT_A_MEMBER'));
  if (arrears > 0n) found.push(savingsProblem('BORROWER_IN_ARREARS', { arrears: formatRupiah(arrears) }));
  const wrong = instalmentsProblem(instalments, rules);
  if (wrong) found.push(wrong);
  if (amount <= 0n) return [...found, savingsProblem('AMOUNT_NOT_POSITIVE')];
  const limit = memberLimit(fund, rules, own);
  const owed = sum([owes, amount]);
  if (owed > limit) found.push(savingsProblem('LOAN_OVER_LIMIT', { owed: formatRupiah(owed), limit: formatRupiah(limit) }));
  const available = lendable(fund, rules);
  const reserve = reserveOf(fund, rules);
  if (amount > available) found.push(savingsProblem('LOAN_BREAKS_RESERVE', { available: formatRupiah(available), reserve: formatRupiah(reserve) }));
  return found;
}
