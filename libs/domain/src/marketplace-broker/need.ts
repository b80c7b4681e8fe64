import type { IsoDate, RegionCode, Rupiah } from '../kernel/index.ts';
import { isQuantity, marketProblem, type MarketProblem } from './errors.ts';
import { dealingProblems, SELLING_KINDS, type Party } from './party.ts';

/** Rupiah for one base unit of a grade. */
export interface GradePrice {
  readonly grade: string;
  readonly price: Rupiah;
}

/** What a party looks for: one product, the grades it takes with their prices, how much and by when, delivered where. */
export interface Need {
  readonly id: string;
  readonly partyId: string;
  readonly productId: string;
  /** Best first; a grade that is not here is not taken. */
  readonly grades: readonly GradePrice[];
  /** Base units. */
  readonly quantity: number;
  readonly by: IsoDate;
  readonly place: RegionCode;
}

/** Material that a party sells, per base unit of the material. */
export interface MaterialOffer {
  readonly id: string;
  readonly partyId: string;
  readonly materialId: string;
  readonly quantity: number;
  readonly price: Rupiah;
  readonly until: IsoDate;
}

/** What is wrong with grades and prices: none, empty or twice, or a price below zero (rule 40). */
export function priceProblems(prices: readonly GradePrice[]): MarketProblem[] {
  const names = prices.map((p) => p.grade.trim());
  const found: MarketProblem[] = names.length === 0 || names.includes('') || new Set(names).size < names.length ? [marketProblem('GRADE_MISSING')] : [];
  for (const { grade, price } of prices) if (price < 0n) found.push(marketProblem('PRICE_BAD', { grade }));
  return found;
}

/** What is wrong with a need on the day it is published; empty when it can be shown. */
export function needProblems(need: Need, today: IsoDate): MarketProblem[] {
  const found = priceProblems(need.grades);
  if (!isQuantity(need.quantity)) found.push(marketProblem('QUANTITY_BAD'));
  if (need.by < today) found.push(marketProblem('DATE_PAST', { on: need.by }));
  return found;
}

/** What is wrong with material on offer on the day it is published. */
export function materialOfferProblems(offer: MaterialOffer, today: IsoDate): MarketProblem[] {
  const found: MarketProblem[] = [];
  if (!isQuantity(offer.quantity)) found.push(marketProblem('QUANTITY_BAD'));
  if (offer.price <= 0n) found.push(marketProblem('AMOUNT_BAD'));
  if (offer.until < today) found.push(marketProblem('DATE_PAST', { on: offer.until }));
  return found;
}

/** Material that a group of a village can buy on a day: of parties that may sell there, the cheapest first, then by id. */
export function materialFor(
  offers: readonly MaterialOffer[],
  parties: ReadonlyMap<string, Party>,
  about: { readonly materialId: string; readonly village: RegionCode; readonly today: IsoDate },
): MaterialOffer[] {
  const sells = (o: MaterialOffer): boolean => {
    const party = parties.get(o.partyId);
    return party !== undefined && dealingProblems(party, { goodsId: o.materialId, village: about.village, as: SELLING_KINDS }).length === 0;
  };
  return offers
    .filter((o) => o.materialId === about.materialId && o.until >= about.today && sells(o))
    .sort((a, b) => (a.price === b.price ? (a.id < b.id ? -1 : 1) : a.price < b.price ? -1 : 1));
}
