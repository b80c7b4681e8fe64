import type { IsoDate, RegionCode } from '../kernel/index.ts';
import { isQuantity, marketProblem, type MarketProblem } from './errors.ts';

/** Goods on the shelf, out of one lot, in base units. */
export interface OfferedLot {
  readonly lotId: string;
  readonly grade: string;
  readonly quantity: number;
}

/** Goods that the group expects to have by a day, in base units. No lot yet, so they bind nothing. */
export interface ExpectedOutput {
  readonly grade: string;
  readonly quantity: number;
  readonly readyOn: IsoDate;
}

/** What a group publishes of one product: stock by lots, output to come, or both. Publishing reserves nothing. */
export interface Offer {
  readonly id: string;
  readonly groupId: string;
  readonly productId: string;
  readonly village: RegionCode;
  readonly stock: readonly OfferedLot[];
  readonly expected: readonly ExpectedOutput[];
  /** Last day on which it is shown. */
  readonly until: IsoDate;
}

/** What is wrong with an offer on the day it is published; empty when it can be shown. */
export function offerProblems(offer: Offer, today: IsoDate): MarketProblem[] {
  const { stock, expected, until } = offer;
  const found: MarketProblem[] = [];
  if (stock.length + expected.length === 0) found.push(marketProblem('NOTHING_OFFERED'));
  if ([...stock, ...expected].some((l) => !isQuantity(l.quantity))) found.push(marketProblem('QUANTITY_BAD'));
  if ([...stock, ...expected].some((l) => l.grade.trim() === '')) found.push(marketProblem('GRADE_MISSING'));
  const twice = stock.find((l, i) => stock.findIndex((other) => other.lotId === l.lotId) !== i);
  if (twice) found.push(marketProblem('LOT_TWICE', { lot: twice.lotId }));
  for (const on of [until, ...expected.map((e) => e.readyOn)].filter((d) => d < today)) found.push(marketProblem('DATE_PAST', { on }));
  return found;
}

/** Goods of an offer with the day they are there, the earliest first; stock is there today. `grades` null takes every grade. */
export function goodsByDay(offer: Offer, grades: readonly string[] | null, today: IsoDate): { readonly on: IsoDate; readonly quantity: number }[] {
  const all = [...offer.stock.map((l) => ({ ...l, on: today })), ...offer.expected.map((e) => ({ ...e, on: e.readyOn < today ? today : e.readyOn }))];
  return all
    .filter((g) => grades === null || grades.includes(g.grade))
    .map(({ on, quantity }) => ({ on, quantity }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
