import { err, ok, type Result } from '../kernel/index.ts';
import type { Deal } from './deal.ts';
import { isCount, marketProblem, type MarketProblem } from './errors.ts';

/** A lot as the market sees it: what of it may be sold at all (accepted, less what the group took back), in base units. */
export interface SellableLot {
  readonly id: string;
  readonly code: string;
  readonly quantity: number;
}

/** So much of a lot is bound to a deal. */
export interface Hold {
  readonly lotId: string;
  readonly dealId: string;
  readonly quantity: number;
}

type HoldingDeal = Pick<Deal, 'id' | 'state' | 'lines' | 'receipt'>;

/**
 * What a deal holds of each lot. It follows from the deal, so there is no second book that could disagree: nothing while it is
 * an offer or cancelled; all that was agreed until the count; after it all but the refused goods, which go home. Goods that
 * never arrived stay held, because they are not on the shelf.
 */
export function holdsOf(deal: HoldingDeal): Hold[] {
  const { state, receipt, lines, id: dealId } = deal;
  if (state === 'penawaran' || state === 'batal') return [];
  const held = receipt ? receipt.lots.map((l) => ({ lotId: l.lotId, quantity: l.sent - l.refused })) : lines;
  return held.map(({ lotId, quantity }) => ({ lotId, dealId, quantity }));
}

/** What nobody holds of a lot, in base units; negative only where the rule was broken. */
export const freeOf = (lot: SellableLot, holds: readonly Hold[]): number =>
  holds.reduce((left, h) => (h.lotId === lot.id ? left - h.quantity : left), lot.quantity);

/**
 * The rule that no piece is sold twice: a deal holds only what no other deal holds. `deal` is the deal as it would stand after
 * the step: just agreed, or with a count corrected in a dispute, which may ask for refused goods that were sold elsewhere since.
 * `holds`: those of all deals of the group; the deal's own are replaced. Gives what it then holds, all lines or none;
 * LOT_UNKNOWN, COUNT_BAD or LOT_SHORT for every line that fails.
 */
export function reserve(lots: readonly SellableLot[], holds: readonly Hold[], deal: HoldingDeal): Result<Hold[], readonly MarketProblem[]> {
  const others = holds.filter((h) => h.dealId !== deal.id);
  const found: MarketProblem[] = [];
  const taken: Hold[] = [];
  for (const hold of holdsOf(deal)) {
    const lot = lots.find((l) => l.id === hold.lotId);
    const available = lot ? freeOf(lot, [...others, ...taken]) : 0;
    if (!lot) found.push(marketProblem('LOT_UNKNOWN', { lot: deal.lines.find((l) => l.lotId === hold.lotId)?.lotCode ?? hold.lotId }));
    else if (!isCount(hold.quantity)) found.push(marketProblem('COUNT_BAD'));
    else if (hold.quantity > available) found.push(marketProblem('LOT_SHORT', { lot: lot.code, available, wanted: hold.quantity }));
    else taken.push(hold);
  }
  return found.length > 0 ? err(found) : ok(taken);
}
