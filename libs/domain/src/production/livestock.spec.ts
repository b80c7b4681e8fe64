import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../kernel/index.ts';
import { KUBE_2020 } from '../programme/index.ts';
import { deathFindings, saleFindings, stockCountDue, stockCountFindings, theftFindings, type DeathReport } from './livestock-findings.ts';
import { herdReport, headOf } from './livestock-report.ts';
import { applyHerd, emptyHerd, IN_KINDS, OUT_KINDS, replayHerd, type Herd, type HerdEvent, type InKind, type NewUnit, type OutKind } from './livestock.ts';

const day = (n: number) => addDays(isoDate('2020-01-01'), n);
const goat = (id: string, more: Partial<NewUnit> = {}): NewUnit => ({
  id, species: 'kambing', tag: `T-${id}`, head: 1, sex: 'female', class: 'breedingFemale', bornOn: null, motherId: null, keeperId: 'Sri', source: 'aid', handedOverOn: null, ...more,
});
const kid = (id: string, more: Partial<NewUnit> = {}) => goat(id, { sex: null, class: 'kid', source: 'own', ...more });
const ducks = goat('ducks', { species: 'bebek', tag: null, head: 20, sex: null, class: 'young', keeperId: 'Wati', source: 'solidarityFund' });
const comes = (kind: InKind, unit: NewUnit, on = day(0)): HerdEvent => ({ kind, on, unit });
const goes = (kind: OutKind, unitId: string, on = day(10), head = 1): HerdEvent => ({ kind, on, unitId, head });
const herdOf = (events: readonly HerdEvent[], through = day(9_999)): Herd => {
  const r = replayHerd(events, through);
  if (!r.ok) throw new Error(`${r.error.code} at ${r.error.at}`);
  return r.value;
};
const codes = (found: readonly { readonly code: string }[]) => found.map((f) => f.code);

/** Ten females and a buck handed over, two kids born, one died, a female bought, one sold, one stolen; twenty ducks of which hatchlings come and some go. */
const year: readonly HerdEvent[] = [
  ...Array.from({ length: 10 }, (_, i) => comes('opening', goat(`f${i}`))), comes('opening', goat('buck', { sex: 'male', class: 'buck' })), comes('purchase', ducks, day(5)),
  comes('birth', kid('k1', { motherId: 'f1' }), day(100)), comes('birth', kid('k2', { motherId: 'f1' }), day(100)), goes('death', 'k2', day(103)),
  comes('purchase', goat('f10', { source: 'solidarityFund' }), day(120)), goes('sale', 'f3', day(200)), goes('theft', 'f4', day(210)),
  { kind: 'birth', on: day(60), intoId: 'ducks', head: 15 }, goes('slaughter', 'ducks', day(220), 8), goes('transferOut', 'ducks', day(221), 27),
];

describe('herd', () => {
  it('follows a hand calculation: 11 + 2 born + 1 bought - 1 died - 1 sold - 1 stolen = 11 goats', () => {
    expect(herdReport(herdOf(year, day(0)), herdOf(year), 'kambing')).toEqual({
      start: 11, end: 11, mortalityBps: 714, birthsPer100Mothers: 20,
      flows: { opening: 0, birth: 2, purchase: 1, transferIn: 0, transferOut: 0, death: 1, sale: 1, theft: 1, slaughter: 0 },
    });
  });
  it('keeps another species apart, and a lot that is used up is gone', () => {
    expect(herdReport(emptyHerd(), herdOf(year, day(220)), 'bebek')).toMatchObject({ start: 0, end: 27, flows: { purchase: 20, birth: 15, slaughter: 8 }, birthsPer100Mothers: null });
    expect(herdOf(year).units.get('ducks')).toMatchObject({ head: 0, gone: { kind: 'transferOut', on: day(221) } });
    expect(herdReport(emptyHerd(), emptyHerd(), 'sapi')).toMatchObject({ start: 0, end: 0, mortalityBps: 0 });
  });
  it('takes late reports in by their day, and says which event no longer fits when one is left out', () => {
    expect(headOf(herdOf([...year, goes('death', 'f5', day(50))], day(60)), 'kambing')).toBe(10);
    expect(replayHerd(year.filter((e) => !('unit' in e && e.unit.id === 'f3')))).toMatchObject({ ok: false, error: { code: 'HERD_NOT_THERE', at: 15 } });
  });

  it.each([
    ['HERD_ID_TAKEN', comes('purchase', goat('f1'), day(300))],
    ['TAG_TAKEN', comes('purchase', goat('new', { tag: 'T-f3' }), day(300))],
    ['TAGGED_IS_ONE', comes('purchase', goat('new', { head: 2 }), day(300))],
    ['QUANTITY_NOT_POSITIVE', comes('purchase', goat('new', { head: 0 }), day(300))],
    ['CLASS_SEX_CONFLICT', comes('purchase', goat('new', { sex: 'male' }), day(300))],
    ['BORN_LATER', comes('purchase', goat('new', { bornOn: day(301) }), day(300))],
    ['MOTHER_UNFIT', comes('birth', kid('new', { motherId: 'buck' }), day(300))],
    ['MOTHER_UNFIT', comes('birth', kid('new', { motherId: 'k1' }), day(300))],
    ['MOTHER_UNFIT', comes('birth', kid('new', { motherId: 'f3' }), day(300))],
    ['MOTHER_UNFIT', comes('birth', kid('new', { motherId: 'ducks' }), day(150))],
    ['ok', comes('birth', kid('new', { motherId: 'f3' }), day(200))],
    ['HERD_NOT_THERE', goes('sale', 'f3', day(300))],
    ['HERD_NOT_THERE', goes('sale', 'f10', day(119))],
    ['HERD_NOT_THERE', goes('sale', 'nobody', day(300))],
    ['HEAD_SHORT', goes('sale', 'f1', day(300), 2)],
    ['QUANTITY_BAD', goes('sale', 'f1', day(300), 0.5)],
    ['TAGGED_IS_ONE', { kind: 'birth', on: day(300), intoId: 'f1', head: 2 }],
    ['CLASS_SEX_CONFLICT', { kind: 'change', on: day(300), unitId: 'buck', to: { class: 'breedingFemale' } }],
    ['ok', { kind: 'change', on: day(300), unitId: 'k1', to: { class: 'young', sex: 'female', keeperId: 'Wati' } }],
  ] as [string, HerdEvent][])('%s: %o', (expected, event) => {
    const r = applyHerd(herdOf(year), event);
    expect(r.ok ? 'ok' : r.error.code).toBe(expected);
  });

  it('a kid grows up under another keeper; a birth is born on its day', () => {
    const grown = herdOf([...year, { kind: 'change', on: day(300), unitId: 'k1', to: { class: 'breedingFemale', sex: 'female', keeperId: 'Wati' } }]);
    expect(grown.units.get('k1')).toMatchObject({ class: 'breedingFemale', keeperId: 'Wati', bornOn: day(100), motherId: 'f1', gone: null });
  });

  it('1,000 events: opening + in - out = closing in every period, and no head is negative', () => {
    const event = fc.record({ kind: fc.constantFrom(...IN_KINDS, ...OUT_KINDS, 'into'), n: fc.nat({ max: 60 }), head: fc.integer({ min: 1, max: 6 }), tagged: fc.boolean() });
    fc.assert(fc.property(fc.array(event, { minLength: 1_000, maxLength: 1_000 }), fc.integer({ min: 1, max: 900 }), (events, cut) => {
      let herd = emptyHerd();
      const history: HerdEvent[] = [];
      let expected = 0;
      let atCut = 0;
      events.forEach((e, i) => {
        const isIn = (IN_KINDS as readonly string[]).includes(e.kind);
        const head = isIn && e.tagged ? 1 : e.head;
        const made: HerdEvent = isIn ? comes(e.kind as InKind, goat(`u${i % 400}`, { tag: e.tagged ? `T${i % 400}` : null, head, sex: null, class: 'young' }), day(i))
          : e.kind === 'into' ? { kind: 'birth', on: day(i), intoId: `u${e.n}`, head } : goes(e.kind as OutKind, `u${e.n}`, day(i), head);
        const r = applyHerd(herd, made);
        if (r.ok) {
          herd = r.value;
          history.push(made);
          expected += isIn || e.kind === 'into' ? head : -head;
        }
        if (i === cut) atCut = expected;
        if (i % 50 === 0) expect(headOf(herd, 'kambing')).toBe(expected);
      });
      for (const u of herd.units.values()) expect(u.head >= 0 && (u.head === 0) === (u.gone !== null)).toBe(true);
      const before = herdOf(history, day(cut));
      const report = herdReport(before, herdOf(history), 'kambing');
      const sum = (kinds: readonly (InKind | OutKind)[]) => kinds.reduce((a, k) => a + report.flows[k], 0);
      expect([report.start, report.end]).toEqual([atCut, expected]);
      expect(report.start + sum(IN_KINDS) - sum(OUT_KINDS)).toBe(report.end);
      expect(Math.min(...Object.values(report.flows))).toBeGreaterThanOrEqual(0);
      expect(history.length).toBeGreaterThan(200);
    }), { numRuns: 5 });
  });
});

describe('evidence', () => {
  const unit = { id: 'f1', keeperId: 'Sri' };
  const death = (more: Partial<DeathReport> = {}): DeathReport =>
    ({ on: day(0), reportedOn: day(7), cause: 'disease', note: '', photoId: null, witnessIds: ['Wati', 'Tini'], ...more });
  it.each([
    [{}, []], [{ photoId: 'p', witnessIds: [] }, []],
    [{ witnessIds: ['Wati'] }, ['DEATH_UNPROVEN']], [{ witnessIds: ['Wati', 'Sri'] }, ['DEATH_UNPROVEN']], [{ witnessIds: ['Wati', 'Wati'] }, ['DEATH_UNPROVEN']],
    [{ cause: null }, ['DEATH_CAUSE_MISSING']], [{ cause: 'other' }, ['DEATH_CAUSE_MISSING']], [{ cause: 'other', note: 'hanyut' }, []],
    [{ reportedOn: day(8) }, ['DEATH_REPORTED_LATE']],
  ] as const)('of a death, %o: %o', (more, expected) => expect(codes(deathFindings(unit, death(more), KUBE_2020))).toEqual(expected));

  it('is as much as the rule set asks', () => {
    expect(deathFindings(unit, death({ witnessIds: ['Wati', 'Tini', 'Sri'] }), { ...KUBE_2020, deathWitnesses: 3 })).toMatchObject([{ severity: 'block', params: { needed: 3, have: 2 }, where: 'f1' }]);
  });
  it('of a theft is a report', () => expect([codes(theftFindings(unit, ' ', KUBE_2020)), theftFindings(unit, 'LP/12', KUBE_2020)]).toEqual([['THEFT_WITHOUT_REPORT'], []]));
});

describe('sale of aid stock', () => {
  const aid = { id: 'f1', source: 'aid' as const, handedOverOn: isoDate('2020-01-31'), since: isoDate('2020-03-01') };
  it('waits for the holding months from handover, warned or blocked by rule', () => {
    expect(saleFindings(aid, isoDate('2021-01-30'), KUBE_2020)).toMatchObject([{ code: 'SOLD_TOO_EARLY', severity: 'warn', params: { since: '2020-01-31', allowed: '2021-01-31' } }]);
    expect(saleFindings(aid, isoDate('2021-01-30'), { ...KUBE_2020, soldTooEarly: 'block' })).toMatchObject([{ severity: 'block' }]);
    expect(saleFindings(aid, isoDate('2021-01-31'), KUBE_2020)).toEqual([]);
    expect(saleFindings({ ...aid, handedOverOn: null }, isoDate('2021-02-28'), KUBE_2020)).toHaveLength(1);
    expect(saleFindings({ ...aid, source: 'own' }, isoDate('2020-03-02'), KUBE_2020)).toEqual([]);
  });
});

describe('stock count', () => {
  const herd = herdOf(year, day(215));
  const here = [...herd.units.values()].filter((u) => u.head > 0).map((u) => ({ unitId: u.id, head: u.head }));
  const count = (lines = here, agencySignerId: string | null = 'vet') => stockCountFindings(herd, { lines, facilitatorId: 'facilitator', agencySignerId }, KUBE_2020);
  it('agrees with the book, or names every difference', () => {
    expect(count()).toEqual([]);
    const lines = [...here.filter((l) => l.unitId !== 'f1' && l.unitId !== 'ducks'), { unitId: 'ducks', head: 30 }, { unitId: 'ducks', head: 3 }, { unitId: 'stray', head: 1 }, { unitId: 'f3', head: 1 }];
    expect(count(lines).map((f) => [f.where, f.params.book, f.params.counted])).toEqual([['f1', 1, 0], ['f3', 0, 1], ['ducks', 35, 33], ['stray', 0, 1]]);
  });
  it('needs two different hands', () => expect([codes(count(here, null)), codes(count(here, 'facilitator'))]).toEqual([['STOCK_COUNT_UNSIGNED'], ['STOCK_COUNT_UNSIGNED']]));
  it('comes every three months', () => {
    expect(stockCountDue(isoDate('2020-01-31'), isoDate('2020-04-30'), KUBE_2020)).toEqual([]);
    expect(stockCountDue(isoDate('2020-01-31'), isoDate('2020-05-01'), KUBE_2020)).toMatchObject([{ code: 'STOCK_COUNT_OVERDUE', params: { due: '2020-04-30' } }]);
  });
});
