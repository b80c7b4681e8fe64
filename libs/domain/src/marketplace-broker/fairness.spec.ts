import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, rupiah, type Rupiah } from '../kernel/index.ts';
import { KUBE_2020 } from '../programme/index.ts';
import type { Deal } from './deal.ts';
import { standingOf } from './payment.ts';
import { benchmarkOf, dearMaterial, debtTrap, dominantBuyer, lateFindings, lowPrice,
  median, percentOff, pricesLike, sharesOf, type PriceRecord, type Trade } from './fairness.ts';
import { aDeal, TODAY } from './testing/a-deal.ts';

const all = (...prices: number[]) => prices.map(rupiah);
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
const sold = (price: number, more: Partial<PriceRecord> = {}): PriceRecord =>
  ({ dealId: 'd', productId: 'mat', grade: 'A', month: '2020-11', price: rupiah(price), ...more });

describe('median', () => {
  it.each([[[], null], [[5], 5n], [[9, 1], 5n], [[4, 1], 2n], [[3, 9, 1], 3n], [[100, 1, 3, 4], 3n]])('of %o is %s',
    (prices, expected) => expect(median(all(...prices))).toBe(expected));

  it('is always in between, with at most half below and half above, whatever the order, and moves with the prices', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 1 }), fc.nat(1000), (numbers, more) => {
      const prices = all(...numbers);
      const m = median(prices) as Rupiah;
      expect(prices.filter((p) => p < m).length * 2).toBeLessThanOrEqual(prices.length);
      expect(prices.filter((p) => p > m).length * 2).toBeLessThanOrEqual(prices.length);
      expect(median([...prices].reverse())).toBe(m);
      expect(median(prices.map((p) => rupiah(p + BigInt(more))))).toBe(m + BigInt(more));
    }));
  });
});

describe('prices', () => {
  it('are compared from five deals of the same product, grade and month', () => {
    const records = [...[30, 31, 29, 28, 30].map((p) => sold(p * 1000)), sold(1, { grade: 'B' }), sold(1, { month: '2020-10' }), sold(1, { productId: 'bag' })];
    const like = pricesLike(records[0]!, records);
    expect(benchmarkOf(like, KUBE_2020)).toEqual({ median: 30_000n, deals: 5 });
    expect(benchmarkOf(like.slice(1), KUBE_2020)).toBeNull();
  });

  const benchmark = { median: rupiah(30_000), deals: 5 };
  it('are flagged more than 15 % below, not at 15 %', () => {
    expect(lowPrice(sold(25_500), benchmark, KUBE_2020)).toEqual([]);
    expect(lowPrice(sold(1), null, KUBE_2020)).toEqual([]);
    const [found] = lowPrice(sold(24_000), benchmark, KUBE_2020);
    expect(plain(found?.text.id))
      .toBe('Mutu A dijual Rp 24.000, 20 % di bawah harga tengah Rp 30.000 dari 5 penjualan. Tawar lagi, atau tanyakan pembeli lain.');
    expect(lowPrice(sold(25_499), benchmark, KUBE_2020)).toHaveLength(1);
  });

  it('of material are flagged more than 15 % above', () => {
    expect(dearMaterial(sold(34_500), benchmark, KUBE_2020)).toEqual([]);
    expect(dearMaterial(sold(5), { median: rupiah(0), deals: 9 }, KUBE_2020)).toEqual([]);
    expect(plain(dearMaterial(sold(36_000), benchmark, KUBE_2020)[0]?.text.en))
      .toBe('Material bought at Rp 36.000, 20 % above the median of Rp 30.000 over 5 purchases. Compare other suppliers.');
  });

  it('lie off by whole percent', () =>
    expect([percentOff(rupiah(2), rupiah(3)), percentOff(rupiah(4), rupiah(3)), percentOff(rupiah(4), rupiah(0))]).toEqual([-33, 33, null]));
});

describe('payment', () => {
  const received = (id: string, on: string, more: Partial<Deal> = {}): Deal => aDeal({
    id, state: 'diterima',
    receipt: {
      on: isoDate(on),
      lots: [{ lotId: 'l1', lotCode: 'L1', memberId: 'sri', grade: 'A', sent: 10,
        accepted: [{ grade: 'A', quantity: 10 }], refused: 0, short: 0, downgraded: 0 }],
    },
    ...more,
  });
  const codes = (deals: readonly Deal[]) => lateFindings(deals, TODAY, KUBE_2020).map((f) => [f.code, f.where]);

  it('is late more than seven days after the fourteen agreed; two unpaid of one party are a balance', () => {
    expect(codes([received('a', '2020-11-03')])).toEqual([]);
    const late = [received('a', '2020-11-02'), received('b', '2020-10-02'), received('c', '2020-10-02', { partyId: 'p2' })];
    expect(codes(late)).toEqual([['PAYMENT_LATE', 'a'], ['PAYMENT_LATE', 'b'], ['PAYMENT_LATE', 'c'], ['UNPAID_BALANCE', 'p1']]);
    const said = lateFindings(late, TODAY, KUBE_2020).map((f) => plain(f.text.en));
    expect(said[0]).toBe('Due on 16 November 2020, 8 days late; Rp 280.000 is missing. Ask for it before sending more.');
    const paid = received('d', '2020-10-02', { settlements: [{ id: 's', kind: 'payment', amount: standingOf(received('d', '2020-10-02')).due, on: isoDate('2020-11-20') }] });
    expect(codes([paid])).toEqual([['PAID_LATE', 'd']]);
    expect(plain(lateFindings([paid], TODAY, KUBE_2020)[0]?.text.en ?? '')).toBe('Due on 16 October 2020, paid up 35 days after. Bear it in mind before selling to this party again.');
    expect(said[3]).toBe('2 deals with this party are overdue, Rp 560.000 in all, the oldest by 39 days. Agree on a day of payment.');
  });
});

describe('one hand', () => {
  const trades = (...pairs: [string, number][]): Trade[] => pairs.map(([partyId, amount]) => ({ partyId, amount: rupiah(amount) }));

  it('shares are added up by party, the largest first', () => {
    expect(sharesOf(trades(['a', 10], ['b', 15], ['a', 20])).map((s) => [s.partyId, s.amount, s.percent])).toEqual([['a', 30n, 66], ['b', 15n, 33]]);
    expect(sharesOf(trades(['a', 0]))).toEqual([]);
  });

  it('buys above 70 %, not at 70 %, and not by a cut percent', () => {
    expect(dominantBuyer(trades(['a', 70], ['b', 30]), KUBE_2020)).toEqual([]);
    const [found] = dominantBuyer(trades(['a', 701], ['b', 299]), KUBE_2020);
    expect(plain(found?.text.id)).toBe('70 % penjualan (Rp 701 dari Rp 1.000) kepada satu mitra, di atas 70 %. Cari pembeli kedua.');
  });

  it('is a debt trap only when material, advances and sales are each above half', () => {
    const most = trades(['a', 60], ['b', 40]);
    const half = trades(['a', 50], ['b', 50]);
    const flagged = (material: Trade[], advances: Trade[], sales: Trade[]) => debtTrap({ material, advances, sales }, KUBE_2020).map((f) => f.where);
    expect(flagged(most, most, most)).toEqual(['a']);
    const noTraps: [Trade[], Trade[], Trade[]][] = [[half, most, most], [most, half, most], [most, most, half],
      [most, [], most], [trades(['b', 9]), most, most]];
    for (const group of noTraps) expect(flagged(...group)).toEqual([]);
    expect(debtTrap({ material: most, advances: trades(['a', 9]), sales: most }, KUBE_2020)[0]?.text.en)
      .toContain('sells 60 % of the material, lends 100 % of the advances and buys 60 %');
  });
});
