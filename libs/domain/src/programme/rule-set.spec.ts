import { describe, expect, it } from 'vitest';
import { isoDate } from '../kernel/index.ts';
import { changedRules, KUBE_2020, ruleSetFields, ruleSetToJson, validateRuleSet } from './rule-set.ts';
import { reviseRuleSet, ruleSetInForce, type RuleSetVersion } from './version.ts';

const problems = (changes: Record<string, unknown>) => {
  const r = validateRuleSet({ ...KUBE_2020, ...changes });
  return r.ok ? [] : r.error.map((p) => p.key);
};
const version = (more: Partial<RuleSetVersion> = {}): RuleSetVersion =>
  ({ programme: 'KUBE', fiscalYear: 2020, source: 'regencyBudget', version: 1, validFrom: isoDate('2020-01-01'), reason: 'awal', frozen: false, rules: KUBE_2020, ...more });

describe('rule set', () => {
  it('the default is sound and survives storage as JSON', () => {
    expect(validateRuleSet(KUBE_2020)).toEqual({ ok: true, value: KUBE_2020 });
    expect(validateRuleSet(JSON.parse(JSON.stringify(ruleSetToJson(KUBE_2020))))).toEqual({ ok: true, value: KUBE_2020 });
  });

  it('every field says what it is in both languages and where it comes from', () => {
    for (const f of ruleSetFields) {
      expect([f.label.id, f.label.en, f.help.id, f.help.en, f.source].every((t) => t.length > 0), f.key).toBe(true);
      if (f.kind === 'integer' || f.kind === 'percent' || f.kind === 'rupiah') expect(f.unit, f.key).toBeDefined();
    }
  });

  it.each([
    [{ sizeMin: 0 }, ['sizeMin']], [{ sizeMin: 5.5 }, ['sizeMin']], [{ sizeMin: '5' }, ['sizeMin']], [{ quorumPercent: 101 }, ['quorumPercent']], [{ ratePerMember: -1n }, ['ratePerMember']],
    [{ ratePerMember: 1.5 }, ['ratePerMember']], [{ priorAid: 'maybe' }, ['priorAid']], [{ budgetType: 'x' }, ['budgetType']], [{ reportFixedDate: '02-30' }, ['reportFixedDate']],
    [{ documentsGrant: ['proposal', 'nonsense'] }, ['documentsGrant']], [{ excludedOccupations: ['pns', 'pns'] }, ['excludedOccupations']], [{ trancheSplit: [60, 30] }, ['trancheSplit']],
    [{ sizeMin: 21 }, ['sizeMax', 'sizeUsual']], [{ trancheCount: 2 }, ['trancheSplit']], [{ letterDays: 60 }, ['letterDays']], [{ amountMode: 'flat', flatCeiling: 0n }, ['flatCeiling']],
    [{ trancheCount: 2, trancheSplit: [60, 40] }, []], [{ ratePerMember: '2500000' }, []], [{ sizeMin: undefined }, ['sizeMin']], [{ ageMin: 40, ageMax: 40 }, ['ageMax']],
  ])('%o: %o', (changes, keys) => expect(problems(changes)).toEqual(keys));

  it('collects every problem at once', () => {
    expect(problems({ sizeMin: 0, ageMax: 5, budgetType: null })).toEqual(['sizeMin', 'ageMax', 'budgetType']);
    expect(validateRuleSet({}).ok).toBe(false);
  });

  it('names what changed', () => {
    const after = { ...KUBE_2020, ageMax: 65, trancheSplit: [60, 40] };
    expect(changedRules(KUBE_2020, after).map((c) => c.key)).toEqual(['ageMax', 'trancheSplit']);
  });
});

describe('versions', () => {
  const all = [version(), version({ version: 2, validFrom: isoDate('2020-06-01') }), version({ version: 3, validFrom: isoDate('2020-06-01') }), version({ source: 'stateBudget', version: 9 })];
  it('the latest in force on the day judges, within its own scope', () => {
    const at = (on: string) => ruleSetInForce(all, version(), isoDate(on))?.version ?? null;
    expect(['2019-12-31', '2020-01-01', '2020-05-31', '2020-06-01', '2021-01-01'].map(at)).toEqual([null, 1, 1, 3, 3]);
  });
  it('a revision follows and leaves the earlier one alone', () => {
    const frozen = version({ frozen: true });
    const about = { reason: 'Perbup 12/2020', validFrom: isoDate('2020-07-01') };
    const next = reviseRuleSet(frozen, { ageMax: 65 }, about);
    expect(next).toMatchObject({ ok: true, value: { version: 2, frozen: false, reason: 'Perbup 12/2020', rules: { ageMax: 65 } } });
    expect(frozen.rules.ageMax).toBe(60);
    expect(reviseRuleSet(frozen, { ageMax: 65 }, { ...about, reason: ' ' })).toMatchObject({ error: { code: 'REASON_MISSING' } });
    expect(reviseRuleSet(frozen, {}, about)).toMatchObject({ error: { code: 'NOTHING_CHANGED' } });
    expect(reviseRuleSet(frozen, { ageMax: 5 }, about)).toMatchObject({ error: { code: 'RULES_INVALID' } });
  });
});
