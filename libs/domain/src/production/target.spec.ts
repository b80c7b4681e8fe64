import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../kernel/index.ts';
import { KUBE_2020 } from '../programme/index.ts';
import { productionFindingText } from './findings.ts';
import { isCycle, monthPeriod, selapanPeriod, type Period } from './period.ts';
import { makeTarget, progressOf, targetFindings, type TargetDecision } from './target.ts';

const november = monthPeriod('2020-11') as Period;
const decision = (more: Partial<TargetDecision> = {}): TargetDecision => ({
  productId: 'mat', period: november, quantity: 100, decisionId: 'BA-07', season: null,
  capacities: [{ memberId: 'Sri', capacity: 40 }, { memberId: 'Wati', capacity: 60 }, { memberId: 'Mbah Rah', capacity: 20 }, { memberId: 'Tini', capacity: 0 }],
  ...more,
});
const made = (more: Partial<TargetDecision> = {}) => {
  const r = makeTarget(decision(more));
  if (!r.ok) throw new Error(r.error.map((p) => p.code).join());
  return r.value;
};
const codes = (more: Partial<TargetDecision>) => {
  const r = makeTarget(decision(more));
  return r.ok ? [] : r.error.map((p) => p.code);
};

describe('period', () => {
  it('is a month or a selapan', () => {
    expect([monthPeriod('2020-02'), monthPeriod('2020-13'), monthPeriod('2020')]).toEqual([{ from: '2020-02-01', to: '2020-02-29' }, null, null]);
    const selapan = selapanPeriod(isoDate('2020-11-03'));
    expect(selapan.to).toBe('2020-12-07');
    expect([isCycle(selapan), isCycle(november), isCycle({ ...november, to: isoDate('2020-11-29') })]).toEqual([true, true, false]);
  });
});

describe('target', () => {
  it('is shared by capacity, to the last mat', () => {
    // 100 over 40:60:20 is 33.33, 50, 16.67: 33 + 50 + 16 leave one, which goes to the largest rest.
    expect(made().parts.map((p) => p.quantity)).toEqual([33, 50, 17, 0]);
  });

  it('is lowered for the season by its own decision', () => {
    const target = made({ season: { season: 'harvest', percent: 65, decisionId: 'BA-08' } });
    expect([target.decided, target.quantity, target.parts.map((p) => p.quantity)]).toEqual([100, 65, [22, 32, 11, 0]]);
  });

  it.each([
    [{ decisionId: ' ' }, ['DECISION_MISSING']],
    [{ season: { season: 'ramadan', percent: 80, decisionId: '' } }, ['DECISION_MISSING']],
    [{ season: { season: 'ramadan', percent: 0, decisionId: 'BA' } }, ['SEASON_BAD']],
    [{ quantity: 1, season: { season: 'ramadan', percent: 50, decisionId: 'BA' } }, ['SEASON_BAD']],
    [{ season: { season: 'ramadan', percent: 80.5, decisionId: 'BA' } }, ['SEASON_BAD']],
    [{ quantity: 0 }, ['QUANTITY_NOT_POSITIVE']],
    [{ quantity: 9.5, period: { from: isoDate('2020-11-01'), to: isoDate('2020-11-02') } }, ['QUANTITY_BAD', 'PERIOD_BAD']],
    [{ capacities: [{ memberId: 'Sri', capacity: 0 }] }, ['CAPACITY_BAD']],
    [{ capacities: [] }, ['CAPACITY_BAD']],
    [{ capacities: [{ memberId: 'Sri', capacity: 5 }, { memberId: 'Sri', capacity: -5 }] }, ['CAPACITY_BAD', 'MEMBER_TWICE']],
  ] as const)('%o: %o', (more, expected) => expect(codes(more)).toEqual(expected));

  it('warns when it is more than all can make', () => {
    const measured = { baseUnit: 'lembar', units: [{ name: 'gulung', factor: 10 }] };
    const found = (quantity: number) => targetFindings({ quantity }, decision().capacities, measured, KUBE_2020);
    expect(found(120)).toEqual([]);
    expect(found(121).map((f) => productionFindingText(f, 'en'))).toEqual(['The target of 12 rolls 1 sheets is above what all members can make (12 rolls). Lower it or let more members join in.']);
  });

  it('parts always sum to it, and nobody gets more than she can make while the whole can be made', () => {
    const season = fc.option(fc.record({ season: fc.constant('planting' as const), percent: fc.integer({ min: 50, max: 150 }), decisionId: fc.constant('BA') }));
    fc.assert(fc.property(fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 20 }).filter((c) => c.some((n) => n > 0)), fc.integer({ min: 10, max: 9_000 }), season, (c, quantity, s) => {
      const target = made({ quantity, season: s, capacities: c.map((capacity, i) => ({ memberId: `m${i}`, capacity })) });
      expect(target.parts.reduce((a, p) => a + p.quantity, 0)).toBe(target.quantity);
      expect(target.quantity).toBe(Math.floor((quantity * (s?.percent ?? 100)) / 100));
      if (target.quantity <= c.reduce((a, b) => a + b, 0)) target.parts.forEach((p, i) => expect(p.quantity).toBeLessThanOrEqual(c[i] as number));
    }));
  });
});

describe('progress', () => {
  const accepted = [
    { memberId: 'Sri', on: isoDate('2020-11-05'), quantity: 20 }, { memberId: 'Sri', on: isoDate('2020-11-20'), quantity: 5 },
    { memberId: 'Wati', on: isoDate('2020-11-10'), quantity: 10 }, { memberId: 'Guest', on: isoDate('2020-11-10'), quantity: 2 },
    { memberId: 'Wati', on: isoDate('2020-10-31'), quantity: 99 },
  ];
  it('compares with an even pace by today', () => {
    // Day 12 of 30: 40 of 100 expected, 13 of Sri's 33, 20 of Wati's 50, 6 of Mbah Rah's 17.
    const p = progressOf(made(), accepted, isoDate('2020-11-12'));
    expect(p).toMatchObject({ target: 100, accepted: 32, expected: 40, standing: 'behind', missing: ['Mbah Rah'] });
    expect(p.members).toEqual([
      { memberId: 'Sri', target: 33, accepted: 20, expected: 13, standing: 'ahead' },
      { memberId: 'Wati', target: 50, accepted: 10, expected: 20, standing: 'behind' },
      { memberId: 'Mbah Rah', target: 17, accepted: 0, expected: 6, standing: 'behind' },
      { memberId: 'Tini', target: 0, accepted: 0, expected: 0, standing: 'onTrack' },
      { memberId: 'Guest', target: 0, accepted: 2, expected: 0, standing: 'ahead' },
    ]);
  });
  it('expects nothing before the period and everything after it', () => {
    expect(progressOf(made(), accepted, isoDate('2020-10-31'))).toMatchObject({ accepted: 0, expected: 0, standing: 'onTrack' });
    expect(progressOf(made(), accepted, addDays(november.to, 90))).toMatchObject({ accepted: 37, expected: 100 });
  });
});
