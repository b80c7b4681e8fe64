import { rupiah, sum, type IsoDate, type Rupiah } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';
import type { Deal } from './deal.ts';
import { marketFinding, type MarketFinding } from './findings.ts';
import { daysLate, dueOn, standingOf } from './payment.ts';

/**
 * The middle of prices in rupiah; of an even number the mean of the two middle ones, cut to a whole rupiah. Null without
 * prices. Whoever computes it in a database must cut the same way.
 */
export function median(prices: readonly Rupiah[]): Rupiah | null {
  const sorted = [...prices].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : rupiah((lower + upper) / 2n);
}

/** The district's middle price of one grade (or material) in one month, and over how many deals. */
export interface Benchmark {
  readonly median: Rupiah;
  readonly deals: number;
}

/** A benchmark of prices, one a deal; null below `priceMedianDeals`, because few deals betray a neighbour's price and prove nothing. */
export function benchmarkOf(prices: readonly Rupiah[], rules: Pick<RuleSet, 'priceMedianDeals'>): Benchmark | null {
  const middle = prices.length >= rules.priceMedianDeals ? median(prices) : null;
  return middle === null ? null : { median: middle, deals: prices.length };
}

/** A price of a deal that was agreed in a month, per base unit of a grade. */
export interface PriceRecord {
  readonly dealId: string;
  readonly productId: string;
  readonly grade: string;
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly price: Rupiah;
}

/** Prices of the same product, grade and month as a record, its own deal among them. */
export const pricesLike = (record: PriceRecord, all: readonly PriceRecord[]): Rupiah[] =>
  all.filter((p) => p.productId === record.productId && p.grade === record.grade && p.month === record.month).map((p) => p.price);

/** How far a price lies from a middle one, in whole percent of that, cut towards zero; negative below. Null when the middle is 0. */
export const percentOff = (price: Rupiah, middle: Rupiah): number | null => (middle === 0n ? null : Number(((price - middle) * 100n) / middle));

/** Flags a price of goods more than `priceBelowMedianPercent` below the district's median (rule 41); the very percent is still fine. */
export function lowPrice(record: PriceRecord, benchmark: Benchmark | null, rules: Pick<RuleSet, 'priceBelowMedianPercent'>): MarketFinding[] {
  const { dealId, grade, price } = record;
  if (!benchmark || (benchmark.median - price) * 100n <= benchmark.median * BigInt(rules.priceBelowMedianPercent)) return [];
  return [marketFinding('PRICE_LOW', dealId, { grade, price, ...benchmark, percent: -(percentOff(price, benchmark.median) ?? 0) })];
}

/** Flags a price of material more than `materialPriceAbovePercent` above the median; the very percent is still fine. */
export function dearMaterial(record: PriceRecord, benchmark: Benchmark | null, rules: Pick<RuleSet, 'materialPriceAbovePercent'>): MarketFinding[] {
  const { dealId, price } = record;
  if (!benchmark || benchmark.median === 0n || (price - benchmark.median) * 100n <= benchmark.median * BigInt(rules.materialPriceAbovePercent)) return [];
  return [marketFinding('MATERIAL_DEAR', dealId, { price, ...benchmark, percent: percentOff(price, benchmark.median) ?? 0 })];
}

/**
 * Payments later than `buyerLateDays` after they were due, one finding a deal; and one a party that has several such deals
 * unpaid, with the sum. Deals paid up late are told too, as long as the caller hands them in. By deal, then by party.
 */
export function lateFindings(deals: readonly Deal[], today: IsoDate, rules: Pick<RuleSet, 'buyerLateDays'>): MarketFinding[] {
  const late = deals
    .map((deal) => ({ deal, days: daysLate(deal, today), due: dueOn(deal), remaining: standingOf(deal).remaining }))
    .filter((l) => l.days > rules.buyerLateDays);
  const unpaid = Map.groupBy(late.filter((l) => l.remaining > 0n), (l) => l.deal.partyId);
  return [
    ...late.map(({ deal, days, due, remaining }) => marketFinding(remaining > 0n ? 'PAYMENT_LATE' : 'PAID_LATE', deal.id, { due: due ?? today, days, remaining })),
    ...[...unpaid].filter(([, of]) => of.length > 1).map(([partyId, of]) =>
      marketFinding('UNPAID_BALANCE', partyId, { deals: of.length, remaining: sum(of.map((l) => l.remaining)), days: Math.max(...of.map((l) => l.days)) })),
  ];
}

/** Rupiah that went between a group and a party. */
export interface Trade {
  readonly partyId: string;
  readonly amount: Rupiah;
}

export interface PartyShare extends Trade {
  /** Of all trades together, rupiah. */
  readonly total: Rupiah;
  /** Whole percent, cut. */
  readonly percent: number;
}

/** How trades are divided among parties, the largest first, then by id; empty when they sum to nothing. */
export function sharesOf(trades: readonly Trade[]): PartyShare[] {
  const total = sum(trades.map((t) => t.amount));
  if (total <= 0n) return [];
  return [...Map.groupBy(trades, (t) => t.partyId)]
    .map(([partyId, of]) => ({ partyId, amount: sum(of.map((t) => t.amount)), total }))
    .map((s) => ({ ...s, percent: Number((s.amount * 100n) / total) }))
    .sort((a, b) => (a.amount === b.amount ? (a.partyId < b.partyId ? -1 : 1) : a.amount > b.amount ? -1 : 1));
}

/** True above a percent of the whole; not on it, and not by the cut percent. */
const above = (share: PartyShare | undefined, percent: number): share is PartyShare =>
  share !== undefined && share.amount * 100n > share.total * BigInt(percent);

/** Flags a party that buys more than `buyerSharePercent` of a group's sales (rule 41). */
export function dominantBuyer(sales: readonly Trade[], rules: Pick<RuleSet, 'buyerSharePercent'>): MarketFinding[] {
  const limit = rules.buyerSharePercent;
  return sharesOf(sales)
    .filter((s) => above(s, limit))
    .map(({ partyId, percent, amount, total }) => marketFinding('BUYER_DOMINANT', partyId, { percent, amount, total, limit }));
}

export interface GroupTrades {
  readonly material: readonly Trade[];
  readonly advances: readonly Trade[];
  readonly sales: readonly Trade[];
}

/** Flags a party that sells the material, lends the advances and buys the goods, each above `debtTrapPercent` of what the group trades. */
export function debtTrap(group: GroupTrades, rules: Pick<RuleSet, 'debtTrapPercent'>): MarketFinding[] {
  const limit = rules.debtTrapPercent;
  const [material, advances] = [sharesOf(group.material), sharesOf(group.advances)];
  return sharesOf(group.sales).flatMap((sales) => {
    const seller = material.find((s) => s.partyId === sales.partyId);
    const lender = advances.find((s) => s.partyId === sales.partyId);
    if (!above(sales, limit) || !above(seller, limit) || !above(lender, limit)) return [];
    return [marketFinding('DEBT_TRAP', sales.partyId, { material: seller.percent, advance: lender.percent, sales: sales.percent, limit })];
  });
}
