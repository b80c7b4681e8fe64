import { err, ok, type Result } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';
import { productionProblem, type ProductionProblem } from './errors.ts';
import { productionFinding, type ProductionFinding } from './findings.ts';
import type { Material } from './product.ts';
import { sayBoth } from './quantity.ts';

/**
 * How much material goes into a product, as a ratio of whole numbers: `material` base units for `pieces` base units of the
 * product (3 ikat for 2 lembar). `grade` null holds for every grade without a norm of its own.
 */
export interface Norm {
  readonly productId: string;
  readonly grade: string | null;
  readonly materialId: string;
  readonly material: number;
  readonly pieces: number;
}

/** Goods made, in base units: what was handed in, whether accepted or not, since both took material. */
export interface Made {
  readonly productId: string;
  readonly grade: string;
  readonly quantity: number;
}

/** NORM_BAD unless both sides of the ratio are whole numbers above zero. */
export const normProblems = (norm: Norm): ProductionProblem[] =>
  [norm.material, norm.pieces].every((n) => Number.isSafeInteger(n) && n > 0) ? [] : [productionProblem('NORM_BAD')];

/** The norm that holds for a product, grade and material: the grade's own before the general one; null when there is none. */
export function normFor(norms: readonly Norm[], materialId: string, made: Pick<Made, 'productId' | 'grade'>): Norm | null {
  const of = (grade: string | null) => norms.find((n) => n.productId === made.productId && n.materialId === materialId && n.grade === grade);
  return of(made.grade) ?? of(null) ?? null;
}

/**
 * Material (base units) that a production should have taken. Summed exactly and rounded up once at the end, because nobody
 * can take part of a bundle (assumption). Goods without a norm take none of this material. NORM_BAD for an unsound ratio.
 */
export function expectedUse(norms: readonly Norm[], materialId: string, made: readonly Made[]): Result<number, ProductionProblem> {
  let numerator = 0n;
  let denominator = 1n;
  for (const m of made) {
    const norm = normFor(norms, materialId, m);
    if (!norm) continue;
    const [problem] = normProblems(norm);
    if (problem) return err(problem);
    numerator = numerator * BigInt(norm.pieces) + BigInt(norm.material) * BigInt(m.quantity) * denominator;
    denominator *= BigInt(norm.pieces);
    const shared = gcd(numerator, denominator);
    numerator /= shared;
    denominator /= shared;
  }
  return ok(Number((numerator + denominator - 1n) / denominator));
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** What a member used of a material and made in the same time, in base units. */
export interface MaterialUse {
  readonly memberId: string;
  readonly used: number;
  readonly made: readonly Made[];
}

/**
 * Flags members whose use strays from the norm by more than `normStrayPercent` of the rule set, either way; the very percent is
 * still fine, and the percent told is cut to whole numbers. Products without a norm are left out of the judgement, so a member
 * who made only such is not flagged. NORM_BAD for an unsound ratio.
 */
export function normFindings(
  uses: readonly MaterialUse[], material: Material, norms: readonly Norm[], rules: RuleSet,
): Result<ProductionFinding[], ProductionProblem> {
  const found: ProductionFinding[] = [];
  for (const { memberId, used, made } of uses) {
    const expected = expectedUse(norms, material.id, made);
    if (!expected.ok) return expected;
    if (made.length > 0 && made.every((m) => !normFor(norms, material.id, m))) continue;
    found.push(...stray(memberId, used, expected.value, material, rules));
  }
  return ok(found);
}

function stray(memberId: string, used: number, expected: number, material: Material, rules: RuleSet): ProductionFinding[] {
  const say = (n: number) => sayBoth(material, n);
  if (expected === 0) return used > 0 ? productionFinding('MATERIAL_WITHOUT_OUTPUT', rules, { used: say(used) }, memberId) : [];
  const off = Math.abs(used - expected) * 100;
  if (off <= expected * rules.normStrayPercent) return [];
  const code = used > expected ? 'MATERIAL_OVER_NORM' : 'MATERIAL_UNDER_NORM';
  return productionFinding(code, rules, { used: say(used), expected: say(expected), percent: Math.floor(off / expected) }, memberId);
}
