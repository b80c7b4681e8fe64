import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rupiah, sum, ZERO, type Rupiah } from '../kernel/index.ts';
import { shareByLot, shareOut, type ShareLot } from './share-out.ts';
import { sayMats } from './testing/a-deal.ts';

const lot = (due: bigint | number, i = 0, already: bigint = 0n): ShareLot =>
  ({ lotId: `l${i}`, lotCode: `L${i}`, memberId: `m${i % 3}`, accepted: [], goods: rupiah(due), due: rupiah(due), already: rupiah(already) });
const money = (max: number) => fc.integer({ min: 0, max }).map((n) => rupiah(n));
const dues = fc.array(money(10_000_000), { minLength: 1, maxLength: 12 }).filter((d) => sum(d) > 0n);

/** The total cut into parts at random places, none empty. */
function cut(total: bigint, cuts: readonly number[]): Rupiah[] {
  const at = [...new Set([...cuts.map((c) => (total * BigInt(c)) / 1000n), total])].filter((c) => c > 0n).sort((a, b) => (a < b ? -1 : 1));
  return at.map((c, i) => rupiah(c - (at[i - 1] ?? 0n)));
}

describe('shareByLot', () => {
  it('always sums to each payment, gives no lot less than nothing, and ends at every lot\'s due, however the payment is parted', () => {
    fc.assert(fc.property(dues, fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 8 }), (amounts, cuts) => {
      let lots = amounts.map((d, i) => lot(d, i));
      for (const payment of cut(sum(amounts), cuts)) {
        const r = shareByLot(payment, lots);
        if (!r.ok) throw new Error(r.error.code);
        expect(sum(r.value.map((s) => s.part))).toBe(payment);
        expect(r.value.every((s) => s.part >= 0n)).toBe(true);
        lots = r.value.map((s) => ({ ...s.lot, already: rupiah(s.lot.already + s.part) }));
        expect(lots.every((l) => l.already <= l.due)).toBe(true);
      }
      expect(lots.map((l) => l.already)).toEqual(amounts);
    }));
  });

  it.each([
    [0, 'AMOUNT_BAD'], [-1, 'AMOUNT_BAD'], [101, 'SHARE_TOO_HIGH'],
  ])('refuses %d of a hundred', (amount, code) => expect(shareByLot(rupiah(amount), [lot(60), lot(40, 1)])).toMatchObject({ ok: false, error: { code } }));

  it('gives a lot nothing more that a corrected count left with too much', () => {
    const r = shareByLot(rupiah(30), [lot(50, 0, 60n), lot(50, 1, 10n)]);
    expect(r.ok && r.value.map((s) => s.part)).toEqual([0n, 30n]);
  });
});

describe('shareOut', () => {
  it('always gives gross = taken + net, never below zero, and loses nothing that was owed', () => {
    const owes = fc.record({ material: money(3_000_000), service: money(100_000), principal: money(1_000_000) });
    const three = fc.array(owes, { minLength: 3, maxLength: 3 });
    fc.assert(fc.property(dues, three, fc.integer({ min: -10, max: 250 }), money(200_000), (amounts, owed, percent, fee) => {
      const amount = rupiah(sum(amounts) / 2n + 1n > sum(amounts) ? sum(amounts) : sum(amounts) / 2n + 1n);
      const map = new Map(owed.map((o, i) => [`m${i}`, o]));
      const iksDue = (gross: Rupiah) => rupiah((gross * BigInt(percent)) / 100n);
      const r = shareOut({ amount, lots: amounts.map((d, i) => lot(d, i)), owes: map, iksDue, feeDue: () => fee, say: sayMats });
      if (!r.ok) throw new Error(r.error.code);
      expect(r.value.gross).toBe(amount);
      expect(sum([...Object.values(r.value.taken), r.value.net])).toBe(amount);
      for (const m of r.value.members) {
        expect([m.net, ...Object.values(m.taken), ...Object.values(m.stillOwed)].every((x) => x >= 0n)).toBe(true);
        expect(m.gross).toBe(sum([...Object.values(m.taken), m.net]));
        const o = map.get(m.memberId)!;
        expect([m.taken.material + m.stillOwed.material, m.taken.service + m.stillOwed.service, m.taken.principal + m.stillOwed.principal])
          .toEqual([o.material, o.service, o.principal]);
        expect(sum(m.slip.filter((l) => !['gross', 'net', 'stillOwed'].includes(l.key)).map((l) => l.amount))).toBe(m.net);
      }
    }));
  });

  it('takes material before IKS, IKS before the loan, the loan before the fee', () => {
    const owes = new Map([['m0', { material: rupiah(60), service: rupiah(5), principal: rupiah(50) }]]);
    const r = shareOut({ amount: rupiah(100), lots: [lot(100)], owes, iksDue: () => rupiah(10), feeDue: () => rupiah(7), say: sayMats });
    expect(r.ok && r.value.members[0]).toMatchObject({
      taken: { material: 60n, iks: 10n, service: 5n, principal: 25n, fee: 0n },
        stillOwed: { material: ZERO, iks: ZERO, service: ZERO, principal: 25n, fee: 7n }, net: 0n,
    });
  });
});
