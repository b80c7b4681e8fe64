import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, rupiah, sum, ZERO, type Rupiah } from '../kernel/index.ts';
import { KUBE_2020 } from '../programme/index.ts';
import { contributeIks, fundOf, iksDue, iksStandings, planIksUse, takeFromIks, type IksBalances } from './iks.ts';
import { depositSavings, withdrawSavings } from './voluntary.ts';

const codes = (r: ReturnType<typeof planIksUse>) => (r.ok ? '' : r.error.map((p) => p.code).join());
const balances = (amounts: Record<string, number>): IksBalances => new Map(Object.entries(amounts).map(([m, n]) => [m, rupiah(n)]));
const capital = (amount: number) => ({ purpose: 'productiveCapital' as const, amount: rupiah(amount), memberId: null });

describe('what is due', () => {
  it('an amount at each meeting or month', () => {
    const rate = { kind: 'amount', amount: rupiah(5_000), every: 'meeting' } as const;
    expect(iksDue(rate, { kind: 'meeting' })).toBe(5_000n);
    expect(iksDue(rate, { kind: 'month' })).toBe(0n);
    expect(iksDue({ ...rate, every: 'month' }, { kind: 'month' })).toBe(5_000n);
    expect(iksDue(rate, { kind: 'proceeds', gross: rupiah(137_333) })).toBe(0n);
  });
  it('a share of proceeds, rounded down: 5 % of 137.333 is 6.866,65; 2,5 % of 80.000 is 2.000', () => {
    expect(iksDue({ kind: 'proceeds', bps: 500 }, { kind: 'proceeds', gross: rupiah(137_333) })).toBe(6_866n);
    expect(iksDue({ kind: 'proceeds', bps: 250 }, { kind: 'proceeds', gross: rupiah(80_000) })).toBe(2_000n);
    expect(iksDue({ kind: 'proceeds', bps: 500 }, { kind: 'meeting' })).toBe(0n);
  });
  it('agreed against paid, as of a day', () => {
    const entry = (memberId: string, on: string, amount: number) => ({ memberId, on: isoDate(on), amount: rupiah(amount) });
    const due = ['2020-11-03', '2020-12-08'].flatMap((on) => [entry('a', on, 5_000), entry('b', on, 5_000)]);
    const paid = [entry('b', '2020-11-03', 12_000), entry('a', '2020-11-03', 3_000), entry('a', '2020-12-08', 2_000), entry('c', '2020-12-08', 1_000)];
    expect(iksStandings(due, paid, isoDate('2020-12-08'))).toEqual([
      { memberId: 'a', agreed: 10_000n, paid: 5_000n, owed: 5_000n },
      { memberId: 'b', agreed: 10_000n, paid: 12_000n, owed: 0n },
      { memberId: 'c', agreed: 0n, paid: 1_000n, owed: 0n },
    ]);
    expect(iksStandings(due, paid, isoDate('2020-12-07'))[0]).toEqual({ memberId: 'a', agreed: 5_000n, paid: 3_000n, owed: 2_000n });
  });
});

describe('use of the fund', () => {
  const about = { balances: balances({ a: 50_000, b: 30_000, c: 20_001, d: 0 }), lent: ZERO, rules: KUBE_2020 };

  it('falls on members by balance: 10.000 of 100.001 are 4.999,95 and 2.999,97 and 2.000,08', () => {
    expect(planIksUse(capital(10_000), about)).toEqual({ ok: true, value: [{ memberId: 'a', amount: 5_000n }, { memberId: 'b', amount: 3_000n }, { memberId: 'c', amount: 2_000n }] });
  });
  it('up to the whole fund that is not lent', () => {
    const all = planIksUse(capital(100_001), about);
    expect(all.ok && [...takeFromIks(about.balances, all.value).values()]).toEqual([0n, 0n, 0n, 0n]);
    expect(codes(planIksUse(capital(100_002), about))).toBe('FUND_TOO_SMALL');
    expect(codes(planIksUse(capital(60_002), { ...about, lent: rupiah(40_000) }))).toBe('FUND_TOO_SMALL');
    expect(codes(planIksUse(capital(60_001), { ...about, lent: rupiah(40_000) }))).toBe('');
    expect(codes(planIksUse(capital(1), { ...about, balances: new Map() }))).toBe('FUND_TOO_SMALL');
  });
  it('for allowed purposes; help names the person', () => {
    expect(codes(planIksUse({ purpose: 'socialHelp', amount: rupiah(0), memberId: null }, { ...about, rules: { fundPurposes: ['diversification'] } }))).toBe('AMOUNT_NOT_POSITIVE,PURPOSE_NOT_ALLOWED,PERSON_MISSING');
    expect(codes(planIksUse({ purpose: 'socialHelp', amount: rupiah(1_000), memberId: 'a' }, about))).toBe('');
  });
  it('only what was planned is taken', () => {
    expect(() => takeFromIks(about.balances, [{ memberId: 'd', amount: rupiah(1) }])).toThrow(RangeError);
    expect(contributeIks(about.balances, { memberId: 'a', amount: ZERO })).toMatchObject({ error: { code: 'AMOUNT_NOT_POSITIVE' } });
  });
  it('no balance is ever below zero, and the fund is what came less what went', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('in' as const), memberId: fc.constantFrom('a', 'b', 'c', 'd'), amount: fc.integer({ min: -5, max: 100_000 }) }),
      fc.record({ kind: fc.constant('out' as const), amount: fc.integer({ min: 0, max: 150_000 }), lent: fc.integer({ min: 0, max: 50_000 }) }),
    );
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let now: IksBalances = new Map();
      let expected = 0n;
      for (const s of steps) {
        if (s.kind === 'in') {
          const r = contributeIks(now, { memberId: s.memberId, amount: rupiah(s.amount) });
          expect(r.ok).toBe(s.amount > 0);
          if (r.ok) [now, expected] = [r.value, expected + BigInt(s.amount)];
        } else {
          const r = planIksUse(capital(s.amount), { balances: now, lent: rupiah(s.lent), rules: KUBE_2020 });
          expect(r.ok).toBe(s.amount > 0 && BigInt(s.amount + s.lent) <= expected);
          if (!r.ok) continue;
          expect(sum(r.value.map((p) => p.amount))).toBe(BigInt(s.amount));
          [now, expected] = [takeFromIks(now, r.value), expected - BigInt(s.amount)];
        }
        expect([...now.values()].every((b) => b >= 0n)).toBe(true);
        expect(fundOf(now)).toBe(expected);
      }
    }));
  });
});

describe('voluntary savings', () => {
  it('go in and out, never below zero', () => {
    expect(depositSavings(rupiah(10_000), rupiah(5_000))).toEqual({ ok: true, value: 15_000n });
    expect(withdrawSavings(rupiah(15_000), rupiah(15_000))).toEqual({ ok: true, value: 0n });
    expect(withdrawSavings(rupiah(15_000), rupiah(15_001))).toMatchObject({ error: { code: 'WITHDRAWAL_TOO_HIGH' } });
    for (const move of [depositSavings, withdrawSavings] as ((b: Rupiah, a: Rupiah) => unknown)[]) expect(move(rupiah(1), ZERO)).toMatchObject({ error: { code: 'AMOUNT_NOT_POSITIVE' } });
  });
});
