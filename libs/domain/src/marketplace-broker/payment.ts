import { addDays, daysBetween, err, formatRupiah, ok, rupiah, splitByWeight, sum, ZERO, type IsoDate, type Result, type Rupiah } from '../kernel/index.ts';
import { priceOf, type Deal, type DealTerms, type Settlement } from './deal.ts';
import { marketProblem, type MarketProblem } from './errors.ts';

/** What one lot is worth in a deal, in rupiah. */
export interface LotValue {
  readonly lotId: string;
  readonly lotCode: string;
  readonly memberId: string;
  readonly accepted: readonly { readonly grade: string; readonly quantity: number; readonly price: Rupiah }[];
  /** At the agreed prices. */
  readonly goods: Rupiah;
  /** Its part of what is due: the goods less its part of a fee that the group bears. */
  readonly due: Rupiah;
}

export interface DealValue {
  readonly lots: readonly LotValue[];
  readonly goods: Rupiah;
  /** Told also when the party bears it. */
  readonly fee: Rupiah;
  readonly due: Rupiah;
}

/** A fee in rupiah: the fixed one, at most the goods' value; or the rate of it, cut to a whole rupiah. */
export function feeOf(fee: DealTerms['fee'], goods: Rupiah): Rupiah {
  if (fee === null) return ZERO;
  if (fee.kind === 'bps') return rupiah((goods * BigInt(fee.rateBps)) / 10_000n);
  return fee.amount < goods ? fee.amount : goods;
}

/**
 * What a deal is worth: by the buyer's count when there is one, else what was agreed (an expectation). The due amount is
 * split over the lots by their goods' value (largest remainder), so the lots sum to it exactly.
 */
export function dealValue(deal: Pick<Deal, 'terms' | 'lines' | 'receipt'>): DealValue {
  const { terms, receipt } = deal;
  const counted = receipt
    ? receipt.lots.map((l) => ({ ...l, parts: l.accepted }))
    : deal.lines.map((l) => ({ ...l, parts: [{ grade: l.grade, quantity: l.quantity }] }));
  const lots = counted.map(({ lotId, lotCode, memberId, parts }) => {
    const accepted = parts.map((p) => ({ ...p, price: priceOf(terms, p.grade) ?? ZERO }));
    return { lotId, lotCode, memberId, accepted, goods: sum(accepted.map((a) => BigInt(a.quantity) * a.price)) };
  });
  const goods = sum(lots.map((l) => l.goods));
  const fee = feeOf(terms.fee, goods);
  const due = rupiah(terms.fee?.bearer === 'group' ? goods - fee : goods);
  const parts = goods > 0n ? splitByWeight(due, lots.map((l) => l.goods)) : lots.map(() => ZERO);
  return { lots: lots.map((l, i) => ({ ...l, due: parts[i] as Rupiah })), goods, fee, due };
}

/** How a deal stands, in rupiah: due = paid + setOff + remaining, always. */
export interface Standing {
  readonly due: Rupiah;
  readonly paid: Rupiah;
  readonly setOff: Rupiah;
  readonly remaining: Rupiah;
}

/** Due, paid, set off and left to pay. Nothing is due before the goods are counted, nor for a cancelled deal. */
export function standingOf(deal: Deal): Standing {
  const of = (kind: Settlement['kind']) => sum(deal.settlements.filter((s) => s.kind === kind).map((s) => s.amount));
  const [paid, setOff] = [of('payment'), of('setOff')];
  const due = deal.receipt ? dealValue(deal).due : ZERO;
  return { due, paid, setOff, remaining: rupiah(due - paid - setOff) };
}

/**
 * Adds a payment, or sets material off against the goods. `owed`: what the group owes the party for material and advances now.
 * Only on counted goods that are not in dispute (NOT_PAYABLE); never above what is left (OVERPAID), nor, for material, above
 * what is owed and what the terms allow (SET_OFF_TOO_HIGH).
 */
export function settle(deal: Deal, settlement: Settlement, owed: Rupiah): Result<Deal, MarketProblem> {
  const { kind, amount, id } = settlement;
  if (deal.state !== 'diterima' && deal.state !== 'dibayarSebagian') return err(marketProblem('NOT_PAYABLE'));
  if (deal.settlements.some((s) => s.id === id)) return err(marketProblem('SETTLEMENT_TWICE'));
  if (amount <= 0n) return err(marketProblem('AMOUNT_BAD'));
  const { remaining } = standingOf(deal);
  if (amount > remaining) return err(marketProblem('OVERPAID', { remaining: formatRupiah(remaining), amount: formatRupiah(amount) }));
  const allowed = setOffAllowed(deal, owed);
  if (kind === 'setOff' && amount > allowed) return err(marketProblem('SET_OFF_TOO_HIGH', { allowed: formatRupiah(allowed), amount: formatRupiah(amount) }));
  return ok({ ...deal, settlements: [...deal.settlements, settlement] });
}

/**
 * Takes a payment or set-off back that was entered by mistake, by an entry of the same amount below zero. `shared`: what of the
 * deal the members already got; as much must stay settled (SHARED_ALREADY). SETTLEMENT_NOT_THERE when there is none of that id,
 * or it was taken back before.
 */
export function takeBack(deal: Deal, settlementId: string, entry: Pick<Settlement, 'id' | 'on'>, shared: Rupiah): Result<Deal, MarketProblem> {
  const found = standing(deal.settlements).find((s) => s.id === settlementId);
  if (!found) return err(marketProblem('SETTLEMENT_NOT_THERE'));
  if (deal.settlements.some((s) => s.id === entry.id)) return err(marketProblem('SETTLEMENT_TWICE'));
  const settlements = [...deal.settlements, { ...entry, kind: found.kind, amount: rupiah(-found.amount), takesBack: found.id }];
  const left = sum(settlements.map((s) => s.amount));
  if (left < shared) return err(marketProblem('SHARED_ALREADY', { shared: formatRupiah(shared), left: formatRupiah(left) }));
  return ok({ ...deal, settlements });
}

/** Those that neither take back nor were taken back. */
const standing = (all: readonly Settlement[]): Settlement[] => all.filter((s) => s.takesBack === undefined && all.every((other) => other.takesBack !== s.id));

/** Most that may be set off now, rupiah: the least of what is owed for material, what the terms still allow, and what is left to pay. */
export function setOffAllowed(deal: Deal, owed: Rupiah): Rupiah {
  const { setOff, remaining } = standingOf(deal);
  const least = [owed, deal.terms.setOffLimit - setOff, remaining].reduce((a, b) => (b < a ? b : a));
  return rupiah(least > 0n ? least : 0n);
}

/** The day the payment is due; null before the goods are counted. */
export const dueOn = (deal: Deal): IsoDate | null => (deal.receipt ? addDays(deal.receipt.on, deal.terms.payWithinDays) : null);

/** Days a payment is or was late: until today while something is left, else until the last settlement. 0 when in time or not yet due. */
export function daysLate(deal: Deal, today: IsoDate): number {
  const due = dueOn(deal);
  if (due === null) return 0;
  const last = standing(deal.settlements).reduce<IsoDate>((latest, s) => (s.on > latest ? s.on : latest), due);
  return Math.max(0, daysBetween(due, standingOf(deal).remaining > 0n ? today : last));
}
