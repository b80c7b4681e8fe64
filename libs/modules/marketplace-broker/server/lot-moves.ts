import type { Deal } from '@anyam/domain/marketplace-broker';
import type { LotEvent } from '@anyam/domain/production';

export interface LotMove {
  readonly lotId: string;
  readonly event: LotEvent;
}
const move = (lotId: string, kind: LotEvent['kind'], dealId: string, quantity: number): LotMove[] => {
  if (quantity === 0) return [];
  return [{ lotId, event: kind === 'withdraw' || kind === 'putBack' ? { kind, quantity } : { kind, dealId, quantity } }];
};

/** All lines promised, or promised no longer. */
export const promise = (deal: Deal, kind: 'reserve' | 'release'): LotMove[] => deal.lines.flatMap((l) => move(l.lotId, kind, deal.id, l.quantity));

/**
 * What a count does to the lots: accepted goods are sold, refused ones go home, those that never came are given up and then
 * withdrawn, because they lie on no shelf. After an earlier count only the difference moves; goods that come home go first.
 */
export function countMoves(before: Deal, after: Deal): LotMove[] {
  const home: LotMove[] = [];
  const away: LotMove[] = [];
  for (const now of after.receipt?.lots ?? []) {
    const sold = total(now.accepted);
    const earlier = before.receipt?.lots.find((l) => l.lotId === now.lotId);
    if (!earlier) {
      away.push(...move(now.lotId, 'sell', after.id, sold), ...move(now.lotId, 'release', after.id, now.refused + now.short), ...move(now.lotId, 'withdraw', after.id, now.short));
      continue;
    }
    const [more, gone] = [sold - total(earlier.accepted), now.short - earlier.short];
    home.push(...move(now.lotId, 'takeBack', after.id, Math.max(0, -more)), ...move(now.lotId, 'putBack', after.id, Math.max(0, -gone)));
    away.push(...move(now.lotId, 'withdraw', after.id, Math.max(0, gone)), ...move(now.lotId, 'reserve', after.id, Math.max(0, more)), ...move(now.lotId, 'sell', after.id, Math.max(0, more)));
  }
  return [...home, ...away];
}

const total = (parts: readonly { readonly quantity: number }[]): number => parts.reduce((n, p) => n + p.quantity, 0);
