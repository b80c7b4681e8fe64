import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rupiah } from '../kernel/index.ts';
import {
  applyMaterial, emptyMaterialBook, groupMaterial, memberMaterial, MEMBER_FLOWS, reverseMaterial, type MaterialBook, type MaterialEvent, type Measure,
} from './material.ts';

const received = (quantity: number, value: number): MaterialEvent => ({ kind: 'received', quantity, value: rupiah(value) });
const by = (kind: (typeof MEMBER_FLOWS)[number], quantity: number, memberId = 'Sri'): MaterialEvent => ({ kind, memberId, quantity });
const booked = (events: readonly MaterialEvent[], start = emptyMaterialBook()): MaterialBook => events.reduce((book, e) => {
  const r = applyMaterial(book, e);
  if (!r.ok) throw new Error(r.error.code);
  return r.value.book;
}, start);
const measure = (quantity: number, value: number): Measure => ({ quantity, value: rupiah(value) });
const codeOf = (r: ReturnType<typeof applyMaterial>) => (r.ok ? 'ok' : r.error.code);

describe('material', () => {
  it('follows a hand calculation from the broker to the mats', () => {
    // 100 ikat for 250,000 and 50 for 140,000: 150 worth 390,000, 2,600 each.
    // Sri takes 40 (104,000), uses 30 (78,000), brings 5 back (13,000), finds 3 unfit (7,800), loses 1 (2,600): 1 is out (2,600).
    // 10 go back to the broker (26,000), 2 rot in store (5,200), 4 go into a joint order (10,400): 150 - 40 + 5 - 10 - 2 - 4 = 99 for 257,400.
    const book = booked([
      received(100, 250_000), received(50, 140_000), by('issued', 40), by('used', 30), by('returned', 5), by('rejected', 3), by('lost', 1),
      { kind: 'sentBack', quantity: 10 }, { kind: 'lostInStore', quantity: 2 }, { kind: 'usedInStore', quantity: 4 },
    ]);
    expect(memberMaterial(book, 'Sri')).toEqual({
      issued: measure(40, 104_000), used: measure(30, 78_000), returned: measure(5, 13_000), rejected: measure(3, 7_800), lost: measure(1, 2_600), out: measure(1, 2_600),
    });
    expect(groupMaterial(book)).toMatchObject({
      received: measure(150, 390_000), sentBack: measure(10, 26_000), lostInStore: measure(2, 5_200), usedInStore: measure(4, 10_400),
      out: measure(1, 2_600), inStore: measure(99, 257_400),
    });
  });

  it('leaves no rupiah behind when a price does not divide', () => {
    // 3 for 100: the first costs 33, of the 67 left for 2 the next 34 (the rest goes to the earlier part), the last 33.
    let book = booked([received(3, 100)]);
    const costs = [1, 2, 3].map(() => {
      const r = applyMaterial(book, by('issued', 1));
      if (!r.ok) throw new Error(r.error.code);
      book = r.value.book;
      return r.value.moved.value;
    });
    expect(costs).toEqual([33n, 34n, 33n]);
    expect(groupMaterial(book).inStore).toEqual(measure(0, 0));
  });

  it.each([
    ['MATERIAL_STORE_SHORT', by('issued', 7)], ['MATERIAL_STORE_SHORT', { kind: 'sentBack', quantity: 7 }], ['MATERIAL_STORE_SHORT', { kind: 'lostInStore', quantity: 7 }],
    ['MATERIAL_MEMBER_SHORT', by('used', 5)], ['MATERIAL_MEMBER_SHORT', by('returned', 1, 'Wati')], ['QUANTITY_NOT_POSITIVE', by('used', 0)],
    ['QUANTITY_BAD', received(1.5, 10)], ['VALUE_BAD', received(1, -1)], ['ok', received(1, 0)], ['ok', by('used', 4)], ['ok', by('issued', 6, 'Wati')],
  ] as [string, MaterialEvent][])('%s: %o', (expected, event) => {
    expect(codeOf(applyMaterial(booked([received(10, 1_000), by('issued', 4)]), event))).toBe(expected);
  });

  describe('reversal', () => {
    it('restores the book, to the rupiah', () => {
      const before = booked([received(7, 1_000), by('issued', 3)]);
      const used = applyMaterial(before, by('used', 2));
      if (!used.ok) throw new Error(used.error.code);
      const undone = reverseMaterial(used.value.book, by('used', 2), used.value.moved);
      expect(undone.ok && undone.value.book).toEqual(before);
    });
    it('is refused when the material has moved on, was never there, or its value is mixed', () => {
      const issued = booked([received(10, 1_000), by('issued', 8), by('used', 5)]);
      expect(codeOf(reverseMaterial(issued, by('issued', 8), measure(8, 800)))).toBe('MATERIAL_MEMBER_SHORT');
      expect(codeOf(reverseMaterial(issued, received(10, 1_000), measure(10, 1_000)))).toBe('MATERIAL_STORE_SHORT');
      expect(codeOf(reverseMaterial(issued, by('lost', 1), measure(1, 100)))).toBe('MATERIAL_NOT_THERE');
      const mixed = booked([received(10, 1_000), received(10, 2_000), by('issued', 10)]);
      expect(codeOf(reverseMaterial(mixed, received(10, 1_000), measure(10, 1_000)))).toBe('MATERIAL_VALUE_LEFT');
    });
  });

  it('1,000 events: it always balances for each member and the group, nothing is negative, and values sum to what was paid', () => {
    const quantity = fc.integer({ min: 1, max: 40 });
    const event: fc.Arbitrary<MaterialEvent> = fc.oneof(
      fc.record({ kind: fc.constant('received' as const), quantity: fc.integer({ min: 1, max: 60 }), value: fc.nat({ max: 999_999 }).map(rupiah) }),
      fc.record({ kind: fc.constantFrom('sentBack' as const, 'lostInStore' as const, 'usedInStore' as const), quantity }),
      { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom(...MEMBER_FLOWS), memberId: fc.constantFrom('Sri', 'Wati', 'Tini'), quantity }) },
    );
    const step = fc.record({ event, undo: fc.boolean() });
    fc.assert(fc.property(fc.array(step, { minLength: 1_000, maxLength: 1_000 }), (steps) => {
      let book = emptyMaterialBook();
      const heaps: Record<string, number> = { store: 0, Sri: 0, Wati: 0, Tini: 0 };
      let posted = 0;
      let undone = 0;
      for (const { event: e, undo } of steps) {
        const r = applyMaterial(book, e);
        if (!r.ok) continue;
        posted++;
        const back = undo ? reverseMaterial(r.value.book, e, r.value.moved) : null;
        if (back?.ok) {
          undone++;
          if (undone % 20 === 0) expect(groupMaterial(back.value.book)).toEqual(groupMaterial(book));
          continue;
        }
        book = r.value.book;
        const from = e.kind === 'received' ? null : 'memberId' in e && e.kind !== 'issued' ? e.memberId : 'store';
        const to = e.kind === 'received' || e.kind === 'returned' ? 'store' : e.kind === 'issued' ? e.memberId : null;
        if (from) heaps[from] = (heaps[from] as number) - e.quantity;
        if (to) heaps[to] = (heaps[to] as number) + e.quantity;
        const g = groupMaterial(book);
        const held = ['Sri', 'Wati', 'Tini'].map((m) => memberMaterial(book, m).out);
        expect([g.inStore.quantity, ...held.map((h) => h.quantity)]).toEqual([heaps.store, heaps.Sri, heaps.Wati, heaps.Tini]);
        for (const h of [g.inStore, ...held]) expect(h.quantity >= 0 && h.value >= 0n && (h.quantity > 0 || h.value === 0n)).toBe(true);
        expect(g.inStore.value + g.out.value + g.used.value + g.rejected.value + g.lost.value + g.sentBack.value + g.lostInStore.value + g.usedInStore.value).toBe(g.received.value);
        expect(g.issued.quantity).toBe(g.used.quantity + g.returned.quantity + g.rejected.quantity + g.lost.quantity + g.out.quantity);
      }
      expect(posted).toBeGreaterThan(200);
      expect(undone).toBeGreaterThan(50);
    }), { numRuns: 5 });
  });
});
