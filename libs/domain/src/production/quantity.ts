import { err, ok, rupiah, splitByWeight, type Bilingual, type Language, type Result } from '../kernel/index.ts';
import { productionProblem, type ProductionProblem } from './errors.ts';

/** A unit of the village and how many base units it holds: 1 gulung = 10 lembar. */
export interface VillageUnit {
  readonly name: string;
  /** Base units in one, a whole number >= 2. */
  readonly factor: number;
}

/** What is counted: a base unit (integers of it are stored) and the larger units people speak of. */
export interface Measured {
  readonly baseUnit: string;
  readonly units: readonly VillageUnit[];
}

/** So many of a unit, as typed or shown. `count` is a whole number >= 0. */
export interface Amount {
  readonly unit: string;
  readonly count: number;
}

/** English beside the words of the village; a word that is not here stands for itself in both languages. */
const UNIT_ENGLISH: Readonly<Record<string, string>> = {
  lembar: 'sheets', ikat: 'bundles', gulung: 'rolls', kodi: 'kodi (20)', lusin: 'dozen', potong: 'pieces', buah: 'pieces',
  ekor: 'head', gram: 'g', kg: 'kg', kuintal: 'quintal', liter: 'l',
};
export const unitLabel = (name: string): Bilingual => ({ id: name, en: Object.hasOwn(UNIT_ENGLISH, name) ? (UNIT_ENGLISH[name] as string) : name });

/** True for what a stored quantity may be: a safe whole number >= 0. */
export const isQuantity = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

/** A problem when a quantity (base units) is no whole number above zero. */
export const positiveProblem = (quantity: number): ProductionProblem | null =>
  !isQuantity(quantity) ? productionProblem('QUANTITY_BAD') : quantity === 0 ? productionProblem('QUANTITY_NOT_POSITIVE') : null;

/** Sums amounts in any units of the goods to base units. UNIT_UNKNOWN, or QUANTITY_BAD for fractions, negatives and sums too large to be safe. */
export function toBase(measured: Measured, amounts: readonly Amount[]): Result<number, ProductionProblem> {
  let base = 0;
  for (const { unit, count } of amounts) {
    const factor = unit === measured.baseUnit ? 1 : measured.units.find((u) => u.name === unit)?.factor;
    if (factor === undefined) return err(productionProblem('UNIT_UNKNOWN', { unit, known: unitNames(measured).join(', ') }));
    base += isQuantity(count) ? count * factor : Number.NaN;
  }
  return isQuantity(base) ? ok(base) : err(productionProblem('QUANTITY_BAD'));
}

/** Base units in the largest units that fit, largest first: 32 lembar are 3 gulung 2 lembar. Zero gives zero of the base unit. */
export function inVillageUnits(measured: Measured, base: number): Amount[] {
  const largestFirst = [...measured.units].sort((a, b) => b.factor - a.factor);
  const amounts: Amount[] = [];
  let rest = base;
  for (const { name, factor } of largestFirst) {
    if (rest >= factor) amounts.push({ unit: name, count: Math.floor(rest / factor) });
    rest %= factor;
  }
  if (rest > 0 || amounts.length === 0) amounts.push({ unit: measured.baseUnit, count: rest });
  return amounts;
}

const NUMBER = { id: new Intl.NumberFormat('id-ID'), en: new Intl.NumberFormat('en-GB') } as const;

/** `3 gulung 2 lembar`, for screens and slips. `base`: base units >= 0. */
export const sayQuantity = (measured: Measured, base: number, language: Language): string =>
  inVillageUnits(measured, base).map((a) => `${NUMBER[language].format(a.count)} ${unitLabel(a.unit)[language]}`).join(' ');

/** The same in both languages, for findings. */
export const sayBoth = (measured: Measured, base: number): Bilingual => ({ id: sayQuantity(measured, base, 'id'), en: sayQuantity(measured, base, 'en') });

const unitNames = (measured: Measured): string[] => [measured.baseUnit, ...measured.units.map((u) => u.name)];

/** What is wrong with the units of goods: names empty or twice, factors that are no whole number >= 2. */
export function unitProblems(measured: Measured): ProductionProblem[] {
  const found: ProductionProblem[] = [];
  const names = unitNames(measured).map((n) => n.trim().toLowerCase());
  names.forEach((name, i) => {
    if (name === '' || names.indexOf(name) !== i) found.push(productionProblem('UNIT_NAME_BAD', { unit: name }));
  });
  for (const { name, factor } of measured.units) {
    if (!Number.isSafeInteger(factor) || factor < 2) found.push(productionProblem('UNIT_FACTOR_BAD', { unit: name, base: measured.baseUnit }));
  }
  return found;
}

/** Splits a quantity over weights by the largest remainder (see `splitByWeight`): whole parts that sum to it exactly. */
export const splitQuantity = (quantity: number, weights: readonly number[]): number[] =>
  splitByWeight(rupiah(quantity), weights.map(BigInt)).map(Number);
