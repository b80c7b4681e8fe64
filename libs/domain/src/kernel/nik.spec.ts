import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountKey, columnLooksRounded, composeNik, lossOf, maskAccount, maskNik, maskPhone, parseFamilyCardNo, parseNik } from './nik.ts';
import { fromEpochDay, isoDate } from './plain-date.ts';

const asOf = isoDate('2020-03-03');
const fault = (raw: string | null, fromNumber = false) => {
  const r = parseNik(raw, { asOf, fromNumber });
  return r.ok ? 'fine' : r.error.code;
};

describe('NIK', () => {
  it.each([
    ['3521166508750009', 'fine'], [' 3521 1665 0875 0009 ', 'fine'], ["'3521166508750009", 'fine'], ['35.2116.650875.0009', 'fine'], ['NIK: 3521166508750009', 'fine'],
    [null, 'MISSING'], ['', 'MISSING'], ['-', 'MISSING'], ['belum ada', 'MISSING'], ['352116080464001', 'LENGTH'], ['35211608046400101', 'LENGTH'],
    ['3521162113930058', 'DATE'], ['3521163508750009', 'DATE'], ['3521167208750009', 'DATE'], ['3521163102750009', 'DATE'], ['3521160000750009', 'DATE'],
    ['3521166508750000', 'SERIAL'], ['352116650875O009', 'CHARACTERS'], ['3.52116E+15', 'LOSSY'], ['3,52E+15', 'LOSSY'], ['3521166508750000.0', 'LOSSY'],
  ])('%s: %s', (raw, code) => expect(fault(raw)).toBe(code));

  it('a numeric cell loses the 16th digit, unless a program wrote it whole', () => {
    expect(fault('3520092505930000', true)).toBe('LOSSY');
    expect(fault('3521165208870200', true)).toBe('LOSSY');
    expect(fault('3521166508750009', true)).toBe('fine');
    expect(fault('9171016508750009', true)).toBe('LOSSY');
    expect(fault('352116650875000', true)).toBe('LENGTH');
    expect(lossOf('3521165208870200')).toBeNull();
  });

  it('a text column that was a number once betrays itself', () => {
    const many = (last: (i: number) => string) => Array.from({ length: 12 }, (_, i) => `352116650875${String(i).padStart(3, '0')}${last(i)}`);
    expect(columnLooksRounded(many(() => '0'))).toBe(true);
    expect(columnLooksRounded(many((i) => String(i % 10)))).toBe(false);
    expect(columnLooksRounded(['3521166508750000'])).toBe(false);
  });

  it('picks the century by the day of the check and keeps the other as a candidate', () => {
    const at = (nik: string) => {
      const r = parseNik(nik, { asOf });
      return r.ok ? r.value.birthDates : [];
    };
    expect(at('3521164212040403')).toEqual(['2004-12-02', '1904-12-02']);
    expect(at('3521161806530401')).toEqual(['1953-06-18']);
    expect(at('3521162902000001')).toEqual(['2000-02-29']);
    expect(at('3521160404200001')).toEqual(['1920-04-04']);
  });

  it('reads back what it was made of', () => {
    fc.assert(fc.property(fc.integer({ min: -18_000, max: 18_300 }).map(fromEpochDay), fc.constantFrom('L' as const, 'P' as const), fc.integer({ min: 1, max: 9999 }), (birth, sex, serial) => {
      const r = parseNik(composeNik('352116', birth, sex, serial), { asOf });
      expect(r).toMatchObject({ ok: true, value: { sex, regionCode6: '352116', firstRegisteredAt: '35.21.16', serial: String(serial).padStart(4, '0') } });
      if (r.ok) expect(r.value.birthDates).toContain(birth);
    }));
  });

  it('family cards need 16 digits and nothing more; zeros are a placeholder', () => {
    expect(parseFamilyCardNo('3521162203060002').ok).toBe(true);
    expect(parseFamilyCardNo('0000000000000000')).toEqual({ ok: false, error: { code: 'MISSING' } });
    expect(parseFamilyCardNo('3521162203060000', true)).toMatchObject({ error: { code: 'LOSSY' } });
  });
});

describe('masks', () => {
  it('show ends only', () => {
    expect(maskNik('3521166508750009')).toBe('352116******0009');
    expect(maskNik('352116650875')).toBe('**********75');
    expect(maskAccount('003229400784')).toBe('********0784');
    expect(maskAccount('12')).toBe('**');
    expect(maskPhone('0812-3456-7890')).toBe('*********890');
  });
  it('never show the middle, whatever comes in', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 30 }), (digits) => {
      for (const mask of [maskNik, maskAccount, maskPhone]) {
        const masked = mask(digits);
        expect(masked).toHaveLength(digits.length);
        expect(masked.replace(/\*/g, '').length).toBeLessThanOrEqual(digits.length === 16 ? 10 : digits.length / 3);
        if (digits.length === 16) expect(masked.slice(6, 12)).toBe('******');
      }
    }));
  });
  it('account numbers compare without the zeros that cells lose', () => {
    expect(accountKey('0032-2940 0784')).toBe(accountKey('32294 00784'));
    expect(accountKey('000')).toBeNull();
  });
});
