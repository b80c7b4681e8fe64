import { err, ok, type IsoDate, type Result } from '../kernel/index.ts';
import { productionProblem, type ProductionProblem } from './errors.ts';
import type { LotCode } from './lot-code.ts';
import { positiveProblem } from './quantity.ts';

/**
 * The accepted goods of one deposit. It keeps member and grade, so that the money of a deal can go back by lot. All quantities
 * are base units; what is in none of the three piles is available.
 */
export interface Lot {
  readonly id: string;
  readonly code: LotCode;
  readonly memberId: string;
  readonly productId: string;
  readonly grade: string;
  readonly on: IsoDate;
  readonly accepted: number;
  /** Per deal: promised, not yet handed over. */
  readonly reserved: ReadonlyMap<string, number>;
  /** Per deal: handed over and counted by the buyer. */
  readonly sold: ReadonlyMap<string, number>;
  /** Taken back by the member, used by the group, or spoilt. */
  readonly withdrawn: number;
}

/** `release` gives a promise up, `takeBack` brings sold goods home; both make them available again. */
export type LotEvent =
  | { readonly kind: 'reserve' | 'release' | 'sell' | 'takeBack'; readonly dealId: string; readonly quantity: number }
  | { readonly kind: 'withdraw' | 'putBack'; readonly quantity: number };

const total = (piles: ReadonlyMap<string, number>): number => [...piles.values()].reduce((a, b) => a + b, 0);

/** The four piles of a lot, in base units; they always sum to what was accepted. */
export function pilesOf(lot: Lot): { readonly available: number; readonly reserved: number; readonly sold: number; readonly withdrawn: number } {
  const reserved = total(lot.reserved);
  const sold = total(lot.sold);
  return { available: lot.accepted - reserved - sold - lot.withdrawn, reserved, sold, withdrawn: lot.withdrawn };
}

/**
 * Moves goods between the piles of a lot. Only what is available can be reserved or withdrawn (LOT_SHORT), and only what a deal
 * reserved can be sold or released by it, so no piece is sold twice (DEAL_HOLDS_LESS). QUANTITY_… when it is no whole number above 0.
 */
export function applyLot(lot: Lot, event: LotEvent): Result<Lot, ProductionProblem> {
  const { kind, quantity } = event;
  const wrong = positiveProblem(quantity);
  if (wrong) return err(wrong);
  const { available } = pilesOf(lot);
  const short = (has: number) => err(productionProblem('LOT_SHORT', { code: lot.code, available: has, wanted: quantity }));
  switch (kind) {
    case 'withdraw':
      return quantity > available ? short(available) : ok({ ...lot, withdrawn: lot.withdrawn + quantity });
    case 'putBack':
      return quantity > lot.withdrawn ? short(lot.withdrawn) : ok({ ...lot, withdrawn: lot.withdrawn - quantity });
    case 'reserve':
      return quantity > available ? short(available) : ok({ ...lot, reserved: changed(lot.reserved, event.dealId, quantity) });
    default: {
      const pile = kind === 'takeBack' ? 'sold' : 'reserved';
      const held = lot[pile].get(event.dealId) ?? 0;
      if (quantity > held) return err(productionProblem('DEAL_HOLDS_LESS', { code: lot.code, held, wanted: quantity }));
      const less = { ...lot, [pile]: changed(lot[pile], event.dealId, -quantity) };
      return ok(kind === 'sell' ? { ...less, sold: changed(lot.sold, event.dealId, quantity) } : less);
    }
  }
}

function changed(piles: ReadonlyMap<string, number>, dealId: string, by: number): ReadonlyMap<string, number> {
  const next = new Map(piles);
  const left = (next.get(dealId) ?? 0) + by;
  if (left === 0) next.delete(dealId);
  else next.set(dealId, left);
  return next;
}

/** So much out of one lot. */
export interface LotPart {
  readonly lotId: string;
  readonly quantity: number;
}

/**
 * Picks a quantity out of lots of like goods: the oldest first, then by code, a lot split where it ends. Gives the parts to
 * reserve, which sum to the quantity; GOODS_SHORT when the lots hold less. First come first sold is an assumption.
 */
export function pickFromLots(lots: readonly Lot[], quantity: number): Result<LotPart[], ProductionProblem> {
  const wrong = positiveProblem(quantity);
  if (wrong) return err(wrong);
  const oldestFirst = [...lots].sort((a, b) => (a.on === b.on ? (a.code < b.code ? -1 : 1) : a.on < b.on ? -1 : 1));
  const parts: LotPart[] = [];
  let rest = quantity;
  for (const lot of oldestFirst) {
    const take = Math.min(rest, pilesOf(lot).available);
    if (take > 0) parts.push({ lotId: lot.id, quantity: take });
    rest -= take;
  }
  return rest > 0 ? err(productionProblem('GOODS_SHORT', { available: quantity - rest, wanted: quantity })) : ok(parts);
}
