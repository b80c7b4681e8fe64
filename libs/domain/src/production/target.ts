import { daysBetween, err, ok, type Bilingual, type IsoDate, type Result } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';
import { productionProblem, type ProductionProblem } from './errors.ts';
import { productionFinding, type ProductionFinding } from './findings.ts';
import { inPeriod, isCycle, type Period } from './period.ts';
import { isQuantity, positiveProblem, sayBoth, splitQuantity, type Measured } from './quantity.ts';

export const SEASONS = ['harvest', 'planting', 'ramadan', 'other'] as const;
export type Season = (typeof SEASONS)[number];
export const SEASON_LABEL: Readonly<Record<Season, Bilingual>> = {
  harvest: { id: 'Musim panen', en: 'Harvest' },
  planting: { id: 'Musim tanam', en: 'Planting' },
  ramadan: { id: 'Ramadan', en: 'Ramadan' },
  other: { id: 'Lainnya', en: 'Other' },
};

/** Percent of the decided target that is asked for in a season; 100 changes nothing. By its own decision. */
export interface SeasonFactor {
  readonly season: Season;
  readonly percent: number;
  readonly decisionId: string;
}

/** What a member can make in the period, in base units; 0 leaves her out (ill, new mother). */
export interface Capacity {
  readonly memberId: string;
  readonly capacity: number;
}

export interface TargetPart {
  readonly memberId: string;
  /** Base units. */
  readonly quantity: number;
}

/** What the meeting decided. `quantity` in base units of the product, before the season. */
export interface TargetDecision {
  readonly productId: string;
  readonly period: Period;
  readonly quantity: number;
  readonly decisionId: string;
  readonly season: SeasonFactor | null;
  readonly capacities: readonly Capacity[];
}

export interface Target extends Omit<TargetDecision, 'quantity' | 'capacities'> {
  readonly decided: number;
  /** After the season; the parts sum to it exactly. */
  readonly quantity: number;
  readonly parts: readonly TargetPart[];
}

/**
 * Makes a target out of a decision (rule 40): the season's percent of it, rounded down so that nobody asks for more than was
 * decided, shared over the members by capacity (largest remainder). A part is never above its member's capacity unless the
 * whole target is above all capacities; see `targetFindings`. Every problem is named.
 */
export function makeTarget(d: TargetDecision): Result<Target, readonly ProductionProblem[]> {
  const found: ProductionProblem[] = [];
  const percent = d.season?.percent ?? 100;
  const wrong = positiveProblem(d.quantity);
  if (wrong) found.push(wrong);
  else if (!isQuantity(percent) || positiveProblem(adjusted(d.quantity, percent))) found.push(productionProblem('SEASON_BAD'));
  if (d.decisionId.trim() === '' || d.season?.decisionId.trim() === '') found.push(productionProblem('DECISION_MISSING'));
  if (!isCycle(d.period)) found.push(productionProblem('PERIOD_BAD'));
  if (d.capacities.some((c) => !isQuantity(c.capacity)) || d.capacities.every((c) => c.capacity === 0)) found.push(productionProblem('CAPACITY_BAD'));
  if (new Set(d.capacities.map((c) => c.memberId)).size !== d.capacities.length) found.push(productionProblem('MEMBER_TWICE'));
  if (found.length > 0) return err(found);
  const quantity = adjusted(d.quantity, percent);
  const shares = splitQuantity(quantity, d.capacities.map((c) => c.capacity));
  const parts = d.capacities.map((c, i) => ({ memberId: c.memberId, quantity: shares[i] as number }));
  const { productId, period, decisionId, season } = d;
  return ok({ productId, period, decisionId, season, decided: d.quantity, quantity, parts });
}

const adjusted = (quantity: number, percent: number): number => Number((BigInt(quantity) * BigInt(percent)) / 100n);

/** Warns when the target is above what all members together can make. */
export function targetFindings(
  target: Pick<Target, 'quantity'>, capacities: readonly Capacity[], measured: Measured, rules: RuleSet,
): ProductionFinding[] {
  const all = capacities.reduce((total, c) => total + c.capacity, 0);
  if (target.quantity <= all) return [];
  return productionFinding('TARGET_ABOVE_CAPACITY', rules, { target: sayBoth(measured, target.quantity), capacity: sayBoth(measured, all) });
}

/** Accepted goods of a member, in base units, whatever the grade. */
export interface Accepted {
  readonly memberId: string;
  readonly on: IsoDate;
  readonly quantity: number;
}

export type Standing = 'ahead' | 'onTrack' | 'behind';
export interface ProgressLine {
  readonly target: number;
  readonly accepted: number;
  /** What would be in by today at an even pace, rounded down. */
  readonly expected: number;
  readonly standing: Standing;
}
export interface Progress extends ProgressLine {
  /** Those with a part first, in its order; then others who handed in all the same. */
  readonly members: readonly (ProgressLine & { readonly memberId: string })[];
  /** Members with a part of whom nothing was accepted yet. */
  readonly missing: readonly string[];
}

/**
 * How a target stands on a day. Counts what was accepted in the period up to and with that day, so an older day shows how it
 * stood then. Before the period nothing is expected, after it everything. The even pace is an assumption.
 */
export function progressOf(target: Pick<Target, 'period' | 'quantity' | 'parts'>, accepted: readonly Accepted[], today: IsoDate): Progress {
  const { from, to } = target.period;
  const days = daysBetween(from, to) + 1;
  const gone = Math.min(Math.max(daysBetween(from, today) + 1, 0), days);
  const line = (quantity: number, got: number): ProgressLine => {
    const expected = Number((BigInt(quantity) * BigInt(gone)) / BigInt(days));
    return { target: quantity, accepted: got, expected, standing: got > expected ? 'ahead' : got < expected ? 'behind' : 'onTrack' };
  };
  const got = new Map<string, number>(target.parts.map((p) => [p.memberId, 0]));
  for (const a of accepted) {
    if (inPeriod(target.period, a.on) && a.on <= today) got.set(a.memberId, (got.get(a.memberId) ?? 0) + a.quantity);
  }
  const asked = new Map(target.parts.map((p) => [p.memberId, p.quantity]));
  return {
    ...line(target.quantity, [...got.values()].reduce((a, b) => a + b, 0)),
    members: [...got].map(([memberId, quantity]) => ({ memberId, ...line(asked.get(memberId) ?? 0, quantity) })),
    missing: target.parts.filter((p) => p.quantity > 0 && got.get(p.memberId) === 0).map((p) => p.memberId),
  };
}
