import { err, formatRupiah, ok, type IsoDate, type Result } from '../kernel/index.ts';
import type { Deal, DealLine, LotReceipt, Receipt } from './deal.ts';
import { priceOf } from './deal.ts';
import { isCount, marketProblem, type MarketProblem } from './errors.ts';
import { dealValue, standingOf } from './payment.ts';

/** The buyer's count of one lot, in base units: accepted by the grade it gives, and refused. What is missing follows. */
export interface LotCount {
  readonly lotId: string;
  readonly accepted: readonly { readonly grade: string; readonly quantity: number }[];
  readonly refused: number;
}

/**
 * Puts the buyer's count on a deal, or a corrected one that settles a dispute. Every lot sent must be counted, in grades that
 * the terms price; more than was sent is refused, because nobody's lot stands for it. A correction that would make less due
 * than is already paid and set off is refused too. Gives the deal with its receipt, or every problem.
 */
export function countDelivery(deal: Deal, counts: readonly LotCount[], on: IsoDate): Result<Deal, readonly MarketProblem[]> {
  if (deal.state !== 'dikirim' && deal.state !== 'sengketa') return err([marketProblem('NOT_COUNTABLE')]);
  const found: MarketProblem[] = counts.filter((c) => deal.lines.every((l) => l.lotId !== c.lotId)).map((c) => marketProblem('LOT_UNKNOWN', { lot: c.lotId }));
  const lots = deal.lines.map((line): LotReceipt | null => {
    const [count, again] = counts.filter((c) => c.lotId === line.lotId);
    if (!count || again) {
      found.push(marketProblem(again ? 'LOT_TWICE' : 'COUNTS_INCOMPLETE', { lot: line.lotCode }));
      return null;
    }
    const wrong = countProblems(deal, line, count);
    found.push(...wrong);
    return wrong.length > 0 ? null : receiptOf(deal, line, count);
  });
  if (found.length > 0) return err(found);
  // The day of payment runs from the first count; a dispute settled later does not move it.
  const receipt: Receipt = { on: deal.receipt?.on ?? on, lots: lots.filter((l) => l !== null) };
  const next = { ...deal, receipt };
  const { due } = dealValue(next);
  const { paid, setOff } = standingOf(deal);
  const settled = paid + setOff;
  if (due < settled) return err([marketProblem('CORRECTION_BELOW_PAID', { due: formatRupiah(due), settled: formatRupiah(settled) })]);
  return ok(next);
}

function countProblems(deal: Deal, line: DealLine, { accepted, refused }: LotCount): MarketProblem[] {
  if (![refused, ...accepted.map((a) => a.quantity)].every(isCount)) return [marketProblem('COUNT_BAD')];
  const found = accepted.filter((a) => priceOf(deal.terms, a.grade) === null).map((a) => marketProblem('GRADE_NOT_PRICED', { grade: a.grade }));
  const counted = total(accepted) + refused;
  if (counted > line.quantity) found.push(marketProblem('COUNT_ABOVE_SENT', { lot: line.lotCode, counted, sent: line.quantity }));
  return found;
}

/** Grades in the order of the terms, each once; grades with nothing are left out. */
function receiptOf({ terms }: Deal, line: DealLine, count: LotCount): LotReceipt {
  const { quantity: sent, ...lot } = line;
  const rank = (grade: string) => terms.prices.findIndex((p) => p.grade === grade);
  const accepted = terms.prices
    .map(({ grade }) => ({ grade, quantity: total(count.accepted.filter((a) => a.grade === grade)) }))
    .filter((a) => a.quantity > 0);
  const downgraded = total(accepted.filter((a) => rank(a.grade) > rank(line.grade)));
  return { ...lot, sent, accepted, refused: count.refused, short: sent - total(accepted) - count.refused, downgraded };
}

const total = (parts: readonly { readonly quantity: number }[]): number => parts.reduce((sum, p) => sum + p.quantity, 0);
