import { err, ok, type IsoDate, type Result, type Rupiah } from '../kernel/index.ts';
import type { DealState } from './deal.flow.ts';
import { isCount, isQuantity, marketProblem, type MarketProblem } from './errors.ts';
import { priceProblems, type GradePrice } from './need.ts';

/** What the party charges for carrying, weighing or mediating; `rateBps` in hundredths of a per cent of the goods' value. */
export type Fee = { readonly kind: 'fixed'; readonly amount: Rupiah } | { readonly kind: 'bps'; readonly rateBps: number };

/** Everything agreed, kept on the deal itself, so that later changes of product, norm or price list never change it. */
export interface DealTerms {
  readonly productId: string;
  /** The unit in which the parties talk, and how many base units it holds. */
  readonly unit: { readonly name: string; readonly factor: number };
  /** Rupiah per base unit, the best grade first. */
  readonly prices: readonly GradePrice[];
  /** Borne by the group it is kept from the goods' value; borne by the party it changes nothing and is only told. */
  readonly fee: (Fee & { readonly bearer: 'group' | 'party' }) | null;
  /** Most that may be set off for material or money advanced, rupiah. */
  readonly setOffLimit: Rupiah;
  /** Days from receipt to the day the payment is due. */
  readonly payWithinDays: number;
}

/** So much out of one lot, in base units. Grade and member are those of the lot. */
export interface DealLine {
  readonly lotId: string;
  readonly lotCode: string;
  readonly memberId: string;
  readonly grade: string;
  readonly quantity: number;
}

/** What the buyer's count made of one lot; accepted (over all grades) + refused + short = sent. */
export interface LotReceipt extends Omit<DealLine, 'quantity'> {
  readonly sent: number;
  readonly accepted: readonly { readonly grade: string; readonly quantity: number }[];
  /** Came and goes home. */
  readonly refused: number;
  /** Sent but never came: neither paid nor on the shelf. */
  readonly short: number;
  /** Accepted below the lot's grade. */
  readonly downgraded: number;
}

export interface Receipt {
  readonly on: IsoDate;
  readonly lots: readonly LotReceipt[];
}

/** Part of what is due, settled: money, or material advanced before. Never changed: one entered by mistake is taken back by another. */
export interface Settlement {
  readonly id: string;
  readonly kind: 'payment' | 'setOff';
  /** Rupiah; below zero only when it takes another back. */
  readonly amount: Rupiah;
  readonly on: IsoDate;
  readonly takesBack?: string;
}

export interface Deal {
  readonly id: string;
  readonly groupId: string;
  readonly partyId: string;
  readonly state: DealState;
  readonly terms: DealTerms;
  readonly lines: readonly DealLine[];
  readonly receipt: Receipt | null;
  readonly settlements: readonly Settlement[];
}

/** What is wrong with terms and lines; empty when they can be agreed on. */
export function dealProblems({ terms, lines }: Pick<Deal, 'terms' | 'lines'>): MarketProblem[] {
  const { unit, prices, fee, setOffLimit, payWithinDays } = terms;
  const found = priceProblems(prices);
  if (unit.name.trim() === '' || !isQuantity(unit.factor) || !isCount(payWithinDays)) found.push(marketProblem('TERMS_BAD'));
  const feeFine = fee === null || (fee.kind === 'fixed' ? fee.amount >= 0n : isCount(fee.rateBps) && fee.rateBps <= 10_000);
  if (!feeFine) found.push(marketProblem('FEE_BAD'));
  if (setOffLimit < 0n) found.push(marketProblem('SET_OFF_BAD'));
  if (lines.length === 0) found.push(marketProblem('NOTHING_OFFERED'));
  const lots = new Set<string>();
  for (const line of lines) {
    if (!isQuantity(line.quantity)) found.push(marketProblem('QUANTITY_BAD'));
    if (lots.has(line.lotId)) found.push(marketProblem('LOT_TWICE', { lot: line.lotCode }));
    if (priceOf(terms, line.grade) === null) found.push(marketProblem('GRADE_NOT_PRICED', { grade: line.grade }));
    lots.add(line.lotId);
  }
  return found;
}

/** Rupiah for one base unit of a grade by the terms; null when they have no such grade. */
export const priceOf = (terms: DealTerms, grade: string): Rupiah | null => terms.prices.find((p) => p.grade === grade)?.price ?? null;

/** Changes terms or lines while the deal is only an offer. TERMS_FROZEN after that, or what is wrong with the new ones. */
export function reviseDeal(deal: Deal, change: Partial<Pick<Deal, 'terms' | 'lines'>>): Result<Deal, readonly MarketProblem[]> {
  if (deal.state !== 'penawaran') return err([marketProblem('TERMS_FROZEN')]);
  const next = { ...deal, ...change };
  const problems = dealProblems(next);
  return problems.length > 0 ? err(problems) : ok(next);
}
