import { newKey, type Proposal } from './parts/api.ts';

type Line = Proposal['plan'][number];
export interface DraftLine {
  readonly id: string;
  readonly description: string;
  readonly quantity: bigint | null;
  readonly unit: string;
  readonly unitPrice: bigint | null;
  readonly category: Line['category'];
}
export interface Draft {
  readonly lines: readonly DraftLine[];
  readonly purpose: string;
  /** The plan on the server when the typing began. */
  readonly base: string;
  readonly version: number;
  /** One key for one content: saving twice stores once. */
  readonly key: string;
}

export const planOf = (p: Proposal): string => JSON.stringify([p.purpose ?? '', ...p.plan.map((l) => [l.id, l.description, String(l.quantity), l.unit, String(l.unitPrice), l.category])]);
export const draftOf = (p: Proposal): Draft => ({
  lines: p.plan.map(({ id, description, quantity, unit, unitPrice, category }) => ({ id, description, quantity, unit, unitPrice, category })),
  purpose: p.purpose ?? '', base: planOf(p), version: p.planVersion, key: newKey(),
});
export const emptyLine = (): DraftLine => ({ id: newKey(), description: '', quantity: 1n, unit: '', unitPrice: null, category: 'equipment' });

export const amountOf = (l: DraftLine): bigint => (l.quantity ?? 0n) * (l.unitPrice ?? 0n);
export const sumOf = (lines: readonly DraftLine[]): bigint => lines.reduce((n, l) => n + amountOf(l), 0n);

export type LineFault = 'description' | 'quantity' | 'unit' | 'unitPrice';
export const MAX_QUANTITY = 1_000_000n;
export const MAX_PRICE = 1_000_000_000n;
export function faultsOf(l: DraftLine): readonly LineFault[] {
  const found: LineFault[] = [];
  if (l.description.trim() === '') found.push('description');
  if (l.quantity === null || l.quantity < 1n || l.quantity > MAX_QUANTITY) found.push('quantity');
  if (l.unit.trim() === '') found.push('unit');
  if (l.unitPrice === null || l.unitPrice < 1n || l.unitPrice > MAX_PRICE) found.push('unitPrice');
  return found;
}
