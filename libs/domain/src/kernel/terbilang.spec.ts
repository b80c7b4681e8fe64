import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terbilang, terbilangRupiah } from './terbilang.ts';

const UNIT: Record<string, bigint> = { nol: 0n, satu: 1n, dua: 2n, tiga: 3n, empat: 4n, lima: 5n, enam: 6n, tujuh: 7n, delapan: 8n, sembilan: 9n };
const SCALE: Record<string, bigint> = { ribu: 10n ** 3n, juta: 10n ** 6n, miliar: 10n ** 9n, triliun: 10n ** 12n, kuadriliun: 10n ** 15n, kuintiliun: 10n ** 18n };

/** Reads the words back by another road than they were written. */
function read(words: string): bigint {
  let total = 0n, part = 0n, unit = 0n;
  for (const w of words.replace('seribu', 'satu ribu').replace(/seratus/g, 'satu ratus').replace(/sepuluh/g, 'satu puluh').replace(/sebelas/g, 'satu belas').split(' ')) {
    if (w in UNIT) unit = UNIT[w]!;
    else if (w === 'belas') [part, unit] = [part + 10n + unit, 0n];
    else if (w === 'puluh') [part, unit] = [part + unit * 10n, 0n];
    else if (w === 'ratus') [part, unit] = [part + unit * 100n, 0n];
    else [total, part, unit] = [total + (part + unit) * SCALE[w]!, 0n, 0n];
  }
  return total + part + unit;
}

describe('terbilang', () => {
  it.each([
    [0n, 'nol'], [10n, 'sepuluh'], [11n, 'sebelas'], [19n, 'sembilan belas'], [21n, 'dua puluh satu'], [100n, 'seratus'], [111n, 'seratus sebelas'],
    [1_000n, 'seribu'], [1_001n, 'seribu satu'], [2_000n, 'dua ribu'], [101_000n, 'seratus satu ribu'], [1_000_000n, 'satu juta'],
    [1_001_000n, 'satu juta seribu'], [21_001_000n, 'dua puluh satu juta seribu'], [-5n, 'minus lima'],
  ])('%s is %s', (n, words) => expect(terbilang(n)).toBe(words));

  it('writes money with its unit', () => expect(terbilangRupiah(20_000_000n)).toBe('dua puluh juta rupiah'));
  it('reads back', () => fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 21n - 1n }), (n) => void expect(read(terbilang(n))).toBe(n))));
  it('says so when there are no words', () => expect(() => terbilang(10n ** 21n)).toThrow(RangeError));
});
