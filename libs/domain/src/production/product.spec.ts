import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KUBE_2020 } from '../programme/index.ts';
import { PRODUCTION_ERRORS, productionError, productionProblem, productionProblemText } from './errors.ts';
import { PRODUCTION_FINDING_CODES, productionFinding, productionFindingText, productionFindingTitle } from './findings.ts';
import { gradeProblem, materialProblems, productProblems, type Material, type Product } from './product.ts';
import { inVillageUnits, sayQuantity, splitQuantity, toBase, unitLabel } from './quantity.ts';

const mat: Product = { id: 'p', name: 'Tikar pandan', kind: 'mat', grades: ['A', 'B', 'C'], baseUnit: 'lembar', units: [{ name: 'gulung', factor: 10 }, { name: 'kodi', factor: 20 }] };
const pandan: Material = { id: 'm', name: 'Pandan', baseUnit: 'ikat', units: [] };
const codes = (problems: readonly { readonly code: string }[]) => problems.map((p) => p.code);

describe('units', () => {
  it('convert what the village says to base units and back', () => {
    expect(toBase(mat, [{ unit: 'gulung', count: 3 }, { unit: 'lembar', count: 2 }])).toEqual({ ok: true, value: 32 });
    expect(inVillageUnits(mat, 32)).toEqual([{ unit: 'kodi', count: 1 }, { unit: 'gulung', count: 1 }, { unit: 'lembar', count: 2 }]);
    const rollsOnly = { ...mat, units: [{ name: 'gulung', factor: 10 }] };
    expect(sayQuantity(rollsOnly, 32, 'id')).toBe('3 gulung 2 lembar');
    expect(sayQuantity(rollsOnly, 32, 'en')).toBe('3 rolls 2 sheets');
    expect(sayQuantity(rollsOnly, 12_345, 'id')).toBe('1.234 gulung 5 lembar');
    expect(sayQuantity(mat, 0, 'id')).toBe('0 lembar');
    expect(unitLabel('toString').en).toBe('toString');
  });

  it('refuse units they do not know and counts that are no whole number', () => {
    expect(toBase(mat, [{ unit: 'ikat', count: 1 }])).toMatchObject({ error: { code: 'UNIT_UNKNOWN', params: { known: 'lembar, gulung, kodi' } } });
    for (const count of [-1, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER]) expect(toBase(mat, [{ unit: 'kodi', count }])).toMatchObject({ error: { code: 'QUANTITY_BAD' } });
  });

  it('any quantity said in village units means the same quantity', () => {
    const units = fc.uniqueArray(fc.integer({ min: 2, max: 500 }), { maxLength: 4 }).map((factors) => factors.map((factor, i) => ({ name: `u${i}`, factor })));
    fc.assert(fc.property(units, fc.nat(), (u, base) => {
      const measured = { baseUnit: 'ekor', units: u };
      expect(toBase(measured, inVillageUnits(measured, base))).toEqual({ ok: true, value: base });
    }));
  });

  it('split without a rest lost', () => expect(splitQuantity(10, [1, 1, 1])).toEqual([4, 3, 3]));
});

describe('products and materials', () => {
  it('are sound, or say everything that is wrong', () => {
    expect([productProblems(mat), materialProblems(pandan)]).toEqual([[], []]);
    const units = [{ name: 'Lembar', factor: 10 }, { name: 'kodi', factor: 1 }, { name: ' ', factor: 2.5 }];
    expect(codes(productProblems({ ...mat, name: ' ', grades: ['A', 'A'], units }))).toEqual(['NAME_MISSING', 'UNIT_NAME_BAD', 'UNIT_NAME_BAD', 'UNIT_FACTOR_BAD', 'UNIT_FACTOR_BAD', 'GRADES_BAD']);
    expect(codes(productProblems({ ...mat, grades: [] }))).toEqual(['GRADES_BAD']);
    expect(codes(materialProblems({ ...pandan, name: '' }))).toEqual(['NAME_MISSING']);
    expect([gradeProblem(mat, 'A'), gradeProblem(mat, 'D')?.params]).toEqual([null, { grade: 'D', known: 'A, B, C' }]);
  });
});

describe('sentences', () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
  it('name the same things in both languages', () => {
    for (const [code, { text }] of Object.entries(PRODUCTION_ERRORS)) expect(places(text.id), code).toEqual(places(text.en));
    for (const code of PRODUCTION_FINDING_CODES) {
      const raw = (language: 'id' | 'en') => productionFindingText({ code, params: {} }, language);
      expect(places(raw('id')), code).toEqual(places(raw('en')));
      expect(productionFindingTitle(code, 'id')).not.toBe(productionFindingTitle(code, 'en'));
    }
  });
  it('are filled, with days written out and quantities in the language', () => {
    expect(productionProblemText(productionProblem('GOODS_SHORT', { available: 3, wanted: 5 }), 'en')).toBe('3 are in stock, 5 are wanted. Take less or wait for the next deposits.');
    expect(productionError('LOT_NOT_FOUND', { code: 'X' }).say('id')).toContain('Lot X tidak ditemukan');
    expect(productionFindingText({ code: 'STOCK_COUNT_OVERDUE', params: { due: '2020-11-24' } }, 'id')).toContain('24 November 2020');
    expect(productionFindingText({ code: 'MATERIAL_WITHOUT_OUTPUT', params: { used: { id: '2 ikat', en: '2 bundles' } } }, 'en')).toContain('2 bundles of material');
  });
  it('leave out what the rule set leaves out', () => {
    expect(productionFinding('SOLD_TOO_EARLY', { ...KUBE_2020, soldTooEarly: 'off' })).toEqual([]);
    expect(productionFinding('SOLD_TOO_EARLY', { ...KUBE_2020, soldTooEarly: 'block' })).toMatchObject([{ severity: 'block' }]);
  });
});
