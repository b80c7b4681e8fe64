import { describe, expect, it } from 'vitest';
import { KUBE_2020 } from '../programme/index.ts';
import { productionFindingText } from './findings.ts';
import { expectedUse, normFindings, normFor, normProblems, type Made, type Norm } from './norm.ts';

const norm = (more: Partial<Norm> = {}): Norm => ({ productId: 'mat', grade: null, materialId: 'pandan', material: 3, pieces: 2, ...more });
const made = (quantity: number, grade = 'A', productId = 'mat'): Made => ({ productId, grade, quantity });
const pandan = { id: 'pandan', name: 'Pandan', baseUnit: 'ikat', units: [] };
const norms = [norm(), norm({ grade: 'A', material: 5, pieces: 3 })];

describe('norm', () => {
  it('takes the grade’s own before the general one', () => {
    expect([normFor(norms, 'pandan', made(1))?.material, normFor(norms, 'pandan', made(1, 'B'))?.material, normFor(norms, 'dye', made(1))]).toEqual([5, 3, null]);
  });

  it('gives the material of a production, rounded up once', () => {
    // 7 B mats at 3/2 are 10.5; 4 A mats at 5/3 are 6.67; together 17.17, so 18. 2 A and 1 B are 3.33 + 1.5 = 4.83: 5, not 4 + 2.
    expect(expectedUse(norms, 'pandan', [made(7, 'B'), made(4)])).toEqual({ ok: true, value: 18 });
    expect(expectedUse(norms, 'pandan', [made(2), made(1, 'B')])).toEqual({ ok: true, value: 5 });
    expect(expectedUse(norms, 'pandan', [made(10, 'B')])).toEqual({ ok: true, value: 15 });
    expect(expectedUse(norms, 'pandan', [made(9, 'A', 'bag')])).toEqual({ ok: true, value: 0 });
  });

  it('refuses a ratio that is none', () => {
    expect([norm({ pieces: 0 }), norm({ material: -3 }), norm({ material: 1.5 })].map((n) => normProblems(n)[0]?.code)).toEqual(['NORM_BAD', 'NORM_BAD', 'NORM_BAD']);
    expect(normProblems(norm())).toEqual([]);
    expect(expectedUse([norm({ pieces: 0 })], 'pandan', [made(1)])).toMatchObject({ error: { code: 'NORM_BAD' } });
  });
});

describe('stray', () => {
  // 40 B mats need 60 bundles; 15 % are 9, so 51 to 69 is within.
  const judged = (used: number, what: readonly Made[] = [made(40, 'B')]) => {
    const r = normFindings([{ memberId: 'Sri', used, made: what }], pandan, norms, KUBE_2020);
    if (!r.ok) throw new Error(r.error.code);
    return r.value;
  };
  it.each([[50, 'MATERIAL_UNDER_NORM'], [51, undefined], [60, undefined], [69, undefined], [70, 'MATERIAL_OVER_NORM']])('%i bundles: %s', (used, code) => {
    expect(judged(used)[0]?.code).toBe(code);
  });
  it('says whose, how much and how far off', () => {
    const [found] = judged(70);
    expect(found).toMatchObject({ where: 'Sri', severity: 'warn' });
    expect(found && productionFindingText(found, 'id')).toBe('Bahan terpakai 70 ikat, menurut takaran 60 ikat (16 % lebih). Tanyakan sebabnya, atau musyawarahkan takaran baru.');
  });
  it('flags use without any output, but no goods without a norm', () => {
    expect(judged(4, [])[0]?.code).toBe('MATERIAL_WITHOUT_OUTPUT');
    expect([judged(0, []), judged(4, [made(3, 'A', 'bag')])]).toEqual([[], []]);
  });
});
