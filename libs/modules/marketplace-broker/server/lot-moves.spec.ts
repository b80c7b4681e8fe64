import { isoDate, rupiah } from '@anyam/domain/kernel';
import { countDelivery, type Deal, type LotCount } from '@anyam/domain/marketplace-broker';
import { applyLot, pilesOf, type Lot } from '@anyam/domain/production';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countMoves, promise } from './lot-moves.ts';

const ON = isoDate('2020-11-24');
const sent: Deal = {
  id: 'd', groupId: 'g', partyId: 'p', state: 'dikirim', receipt: null, settlements: [],
  terms: { productId: 'mat', unit: { name: 'lembar', factor: 1 }, prices: [{ grade: 'A', price: rupiah(30) }, { grade: 'B', price: rupiah(20) }], fee: null, setOffLimit: rupiah(0), payWithinDays: 7 },
  lines: [{ lotId: 'l', lotCode: 'L', memberId: 'm', grade: 'A', quantity: 10 }],
};
const lot: Lot = { id: 'l', code: 'L' as Lot['code'], memberId: 'm', productId: 'mat', grade: 'A', on: ON, accepted: 12, reserved: new Map(), sold: new Map(), withdrawn: 0 };
const count = (a: number, b: number, refused: number): LotCount => ({ lotId: 'l', accepted: [{ grade: 'A', quantity: a }, { grade: 'B', quantity: b }], refused });
const counted = (deal: Deal, c: LotCount): Deal => {
  const r = countDelivery(deal, [c], ON);
  if (!r.ok) throw new Error(JSON.stringify(r.error));
  return r.value;
};
const run = (start: Lot, moves: ReturnType<typeof countMoves>): Lot =>
  moves.reduce((now, { event }) => {
    const r = applyLot(now, event);
    if (!r.ok) throw new Error(r.error.code);
    return r.value;
  }, start);

describe('a count moves the lot', () => {
  const reserved = run(lot, promise(sent, 'reserve'));
  const received = counted(sent, count(6, 1, 2));

  it('of ten sent seven are sold, two go home, one is gone', () => {
    expect(pilesOf(reserved)).toEqual({ available: 2, reserved: 10, sold: 0, withdrawn: 0 });
    expect(pilesOf(run(reserved, countMoves(sent, received)))).toEqual({ available: 4, reserved: 0, sold: 7, withdrawn: 1 });
    expect(pilesOf(run(reserved, promise(sent, 'release')))).toEqual(pilesOf(lot));
  });

  it('ends at the same piles however often it was corrected', () => {
    const counts = fc.tuple(fc.nat(4), fc.nat(3), fc.nat(3)).map(([a, b, r]) => count(a, b, r));
    fc.assert(fc.property(fc.array(counts, { minLength: 1, maxLength: 6 }), (all) => {
      let [now, before] = [reserved, sent];
      for (const c of all) {
        const after = counted({ ...before, state: before.receipt ? 'sengketa' : 'dikirim' }, c);
        now = run(now, countMoves(before, after));
        before = after;
      }
      const last = all.at(-1) as LotCount;
      const sold = last.accepted.reduce((n, p) => n + p.quantity, 0);
      expect(pilesOf(now)).toEqual({ available: 2 + last.refused, reserved: 0, sold, withdrawn: 10 - sold - last.refused });
    }));
  });
});
