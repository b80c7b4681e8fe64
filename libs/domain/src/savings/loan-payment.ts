import type { PaymentOrder } from '../meeting/index.ts';
import { daysBetween, err, formatRupiah, ok, rupiah, sum, ZERO, type IsoDate, type Result, type Rupiah } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';
import { savingsProblem, type SavingsProblem } from './errors.ts';
import { owedOn, type Instalment } from './loan-schedule.ts';

/** What a payment did, in rupiah: the schedule after it, and what of it is principal and what service (for the books). */
export interface Allocation {
  readonly schedule: readonly Instalment[];
  readonly principal: Rupiah;
  readonly service: Rupiah;
  /** One line for each instalment that it touched. */
  readonly parts: readonly { readonly no: number; readonly principal: Rupiah; readonly service: Rupiah }[];
}

/**
 * Puts a payment on a loan: the oldest instalment first, and within it service before principal unless the group's decision
 * says otherwise. In part and early payments are welcome. AMOUNT_NOT_POSITIVE; OVERPAYMENT above all that is owed.
 */
export function payLoan(schedule: readonly Instalment[], amount: Rupiah, order: PaymentOrder): Result<Allocation, SavingsProblem> {
  if (amount <= 0n) return err(savingsProblem('AMOUNT_NOT_POSITIVE'));
  const { total } = owedOn(schedule);
  if (amount > total) return err(savingsProblem('OVERPAYMENT', { owed: formatRupiah(total), amount: formatRupiah(amount) }));
  let left: bigint = amount;
  const take = (owed: bigint): Rupiah => {
    const part = (owed < left ? owed : left) as Rupiah;
    left -= part;
    return part;
  };
  const parts = schedule.map((i) => {
    const first = order === 'serviceFirst' ? take(i.service - i.paidService) : take(i.principal - i.paidPrincipal);
    const second = order === 'serviceFirst' ? take(i.principal - i.paidPrincipal) : take(i.service - i.paidService);
    const [service, principal] = order === 'serviceFirst' ? [first, second] : [second, first];
    return { no: i.no, principal, service };
  });
  return ok({
    schedule: schedule.map((i, n) => ({
      ...i,
      paidPrincipal: sum([i.paidPrincipal, parts[n]?.principal ?? ZERO]),
      paidService: sum([i.paidService, parts[n]?.service ?? ZERO]),
    })),
    principal: sum(parts.map((p) => p.principal)),
    service: sum(parts.map((p) => p.service)),
    parts: parts.filter((p) => p.principal + p.service > 0n),
  });
}

/**
 * Takes a payment (rupiah >= 0) off a schedule again, the latest instalments first. What `payLoan` added in one go is gone exactly; after
 * payments in between, what is paid of principal and of service is still their sum.
 */
export function unpayLoan(schedule: readonly Instalment[], paid: { readonly principal: bigint; readonly service: bigint }): Instalment[] {
  let { principal, service } = paid;
  return [...schedule].reverse().map((i) => {
    const p = principal < i.paidPrincipal ? principal : i.paidPrincipal;
    const s = service < i.paidService ? service : i.paidService;
    [principal, service] = [principal - p, service - s];
    return { ...i, paidPrincipal: rupiah(i.paidPrincipal - p), paidService: rupiah(i.paidService - s) };
  }).reverse();
}

/** A loan's schedule after its payments (rupiah, oldest first, reversed ones left out). The first problem ends it. */
export function replayPayments(
  schedule: readonly Instalment[], amounts: readonly Rupiah[], order: PaymentOrder,
): Result<readonly Instalment[], SavingsProblem> {
  let now = schedule;
  for (const amount of amounts) {
    const paid = payLoan(now, amount, order);
    if (!paid.ok) return paid;
    now = paid.value.schedule;
  }
  return ok(now);
}

/** `late` is within the days of grace; then in arrears; then bad. */
export type ArrearsLevel = 'none' | 'late' | 'arrears' | 'bad';

export interface Arrears {
  /** Overdue, in rupiah. */
  readonly amount: Rupiah;
  /** Instalments overdue, in whole or in part. */
  readonly count: number;
  /** Days since the oldest of them was due; 0 when there is none. */
  readonly days: number;
  readonly level: ArrearsLevel;
}

/** What is overdue as of a day: an instalment is so from the day after it was due. Levels by the rule set (rule 37; days are assumptions). */
export function arrearsOf(schedule: readonly Instalment[], on: IsoDate, rules: Pick<RuleSet, 'arrearsDays' | 'badLoanDays'>): Arrears {
  const overdue = schedule.filter((i) => i.due < on && owedOn([i]).total > 0n);
  const [oldest] = overdue;
  const days = oldest ? daysBetween(oldest.due, on) : 0;
  const level = !oldest ? 'none' : days > rules.badLoanDays ? 'bad' : days > rules.arrearsDays ? 'arrears' : 'late';
  return { amount: owedOn(overdue).total, count: overdue.length, days, level };
}
