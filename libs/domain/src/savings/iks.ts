import type { DecisionContents, IksRate } from '../meeting/index.ts';
import { err, formatRupiah, ok, rupiah, splitByWeight, sum, ZERO, type IsoDate, type Result, type Rupiah } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';
import { savingsProblem, type SavingsProblem } from './errors.ts';

/** What makes IKS due for a member: a meeting, the turn of a month, or her gross proceeds (rupiah) of a share-out. */
export type IksOccasion = { readonly kind: 'meeting' } | { readonly kind: 'month' } | { readonly kind: 'proceeds'; readonly gross: Rupiah };

/**
 * IKS (rupiah) that a decided rate asks on an occasion; zero when the rate asks on others. A share of proceeds is rounded
 * down, so nobody gives more than was agreed (assumption).
 */
export function iksDue(rate: IksRate, occasion: IksOccasion): Rupiah {
  if (rate.kind === 'amount') return occasion.kind === rate.every ? rate.amount : ZERO;
  return occasion.kind === 'proceeds' ? rupiah((occasion.gross * BigInt(rate.bps)) / 10_000n) : ZERO;
}

export interface MemberAmount {
  readonly memberId: string;
  readonly amount: Rupiah;
}

/** What the fund holds for each member, rupiah >= 0. Their sum is the fund (rule 36). */
export type IksBalances = ReadonlyMap<string, Rupiah>;

export const fundOf = (balances: IksBalances): Rupiah => sum(balances.values());

/** Adds a contribution. AMOUNT_NOT_POSITIVE. Paying more than is due is welcome. */
export function contributeIks(balances: IksBalances, { memberId, amount }: MemberAmount): Result<IksBalances, SavingsProblem> {
  if (amount <= 0n) return err(savingsProblem('AMOUNT_NOT_POSITIVE'));
  return ok(new Map([...balances, [memberId, rupiah((balances.get(memberId) ?? ZERO) + amount)]]));
}

/** Takes a use's parts off. The parts must come from `planIksUse` of the same balances; RangeError when one is above its balance. */
export function takeFromIks(balances: IksBalances, parts: readonly MemberAmount[]): IksBalances {
  const left = new Map(balances);
  for (const { memberId, amount } of parts) {
    const rest = (left.get(memberId) ?? ZERO) - amount;
    if (rest < 0n) throw new RangeError('not a plan of these balances');
    left.set(memberId, rupiah(rest));
  }
  return left;
}

/**
 * How a decided use of the fund falls on the members: by their balances, largest remainder, so the parts sum to the amount
 * and none is above its balance (rules 35, 36). `lent` is what is not at hand and cannot be spent: principal out
 * as loans, and principal written off.
 * That the decision stands in closed minutes is for `requireDecision`. Every problem is named.
 */
export function planIksUse(
  use: Pick<DecisionContents['iksUse'], 'purpose' | 'amount' | 'memberId'>,
  about: { readonly balances: IksBalances; readonly lent: Rupiah; readonly rules: Pick<RuleSet, 'fundPurposes'> },
): Result<readonly MemberAmount[], readonly SavingsProblem[]> {
  const { balances, lent, rules } = about;
  const available = rupiah(fundOf(balances) - lent);
  const found: SavingsProblem[] = [];
  if (use.amount <= 0n) found.push(savingsProblem('AMOUNT_NOT_POSITIVE'));
  else if (use.amount > available) found.push(savingsProblem('FUND_TOO_SMALL', { available: formatRupiah(available), amount: formatRupiah(use.amount) }));
  if (!rules.fundPurposes.includes(use.purpose)) found.push(savingsProblem('PURPOSE_NOT_ALLOWED'));
  if (use.purpose === 'socialHelp' && !use.memberId) found.push(savingsProblem('PERSON_MISSING'));
  if (found.length > 0) return err(found);
  const held = [...balances];
  const parts = splitByWeight(use.amount, held.map(([, balance]) => balance));
  return ok(held.map(([memberId], i) => ({ memberId, amount: parts[i] as Rupiah })).filter((p) => p.amount > 0n));
}

/** IKS that was due for a member by a decision, and on which day. */
export interface IksDueEntry extends MemberAmount {
  readonly on: IsoDate;
}

export interface IksStanding {
  readonly memberId: string;
  readonly agreed: Rupiah;
  readonly paid: Rupiah;
  /** Agreed and not yet paid; zero for who is ahead. */
  readonly owed: Rupiah;
}

/** Agreed against paid, up to and with a day: one line a member, in the order in which they first appear among the dues, then others. */
export function iksStandings(due: readonly IksDueEntry[], paid: readonly IksDueEntry[], on: IsoDate): IksStanding[] {
  const total = (entries: readonly IksDueEntry[], memberId: string) => sum(entries.filter((e) => e.memberId === memberId && e.on <= on).map((e) => e.amount));
  return [...new Set([...due, ...paid].map((e) => e.memberId))].map((memberId) => {
    const agreed = total(due, memberId);
    const got = total(paid, memberId);
    return { memberId, agreed, paid: got, owed: agreed > got ? rupiah(agreed - got) : ZERO };
  });
}
