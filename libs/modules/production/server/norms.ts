import type { RecordedDecision } from '@anyam/domain/meeting';
import { isCarried } from '@anyam/domain/meeting';
import type { RuleSet } from '@anyam/domain/programme';
import { expectedUse, normFindings, type Made, type MaterialUse, type Norm, type ProductionFinding } from '@anyam/domain/production';
import type { MaterialRow } from '../persistence/catalogue.repository.ts';

/** Norms that hold in a group on a day: what its meeting decided before the district's own, for each product and material. */
export function normsOf(decisions: readonly RecordedDecision[], district: readonly Norm[], on: string): (Norm & { readonly byDecision: boolean })[] {
  const decided = new Map<string, Norm & { byDecision: boolean }>();
  for (const d of decisions) {
    if (d.kind !== 'productNorm' || !d.minutesClosed || !isCarried(d) || d.from > on) continue;
    // Newest last: a later decision takes the earlier one's place.
    decided.set(`${d.content.productId}/${d.content.materialId}/${d.content.grade ?? ''}`, { ...d.content, byDecision: true });
  }
  const own = [...decided.values()];
  const spoken = new Set(own.map((n) => `${n.productId}/${n.materialId}`));
  return [...own, ...district.filter((n) => !spoken.has(`${n.productId}/${n.materialId}`)).map((n) => ({ ...n, byDecision: false }))];
}

export interface UsedRow { readonly memberId: string; readonly materialId: string; readonly used: number }
export interface MadeRow { readonly memberId: string; readonly productId: string; readonly grade: string; readonly handedIn: number }

const madeBy = (made: readonly MadeRow[], memberId: string): Made[] =>
  made.filter((m) => m.memberId === memberId).map((m) => ({ productId: m.productId, grade: m.grade, quantity: m.handedIn }));

/** What members used and made of one material in the same time, judged by the norms. Members who neither used nor made are left out. */
export function strays(material: MaterialRow, used: readonly UsedRow[], made: readonly MadeRow[], norms: readonly Norm[], rules: RuleSet): ProductionFinding[] {
  const uses: MaterialUse[] = used.filter((u) => u.materialId === material.id && u.used > 0).map((u) => ({ memberId: u.memberId, used: u.used, made: madeBy(made, u.memberId) }));
  const found = normFindings(uses, material, norms, rules);
  return found.ok ? found.value : [];
}

/** Base units of a material that a member's production should have taken; null when no norm speaks of it. */
export function expectedOf(material: MaterialRow, memberId: string, made: readonly MadeRow[], norms: readonly Norm[]): number | null {
  const mine = madeBy(made, memberId).filter((m) => norms.some((n) => n.productId === m.productId && n.materialId === material.id));
  if (mine.length === 0) return null;
  const expected = expectedUse(norms, material.id, mine);
  return expected.ok ? expected.value : null;
}
