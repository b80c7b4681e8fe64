import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayName, nameSimilarity, normalisePersonName } from './person-name.ts';
import { editDistance, trigramSimilarity } from './text-similarity.ts';

describe('names of persons', () => {
  it.each([
    ['H. Soekarno, S.Pd', 'sukarno'], ['Hj. SRI  Lestari', 'sri lestari'], ['Drs. Djoko Tjahjono', 'joko cahjono'], ['Moch. Ali', 'muhammad ali'],
    ["Siti Ma'rifah", 'siti marifah'], ['Alm. Parto', 'parto'], ['SRI', 'sri'], ['H', 'h'], ['Ir. H. Budi S.E., M.M.', 'budi'], ['', ''],
  ])('%s is %s', (raw, name) => expect(normalisePersonName(raw)).toBe(name));

  it('likeness forgives order, initials and old spelling, and tells strangers apart', () => {
    expect(nameSimilarity('SRI LESTARI', 'Lestari Sri')).toBe(1);
    expect(nameSimilarity('Soeparno', 'SUPARNO')).toBe(1);
    expect(nameSimilarity('Dwi S.', 'Dwi Santoso')).toBeGreaterThan(0.85);
    expect(nameSimilarity('Suyatmi Prasetyo', 'Suyatmi')).toBeGreaterThan(0.8);
    expect(nameSimilarity('Kartini Setyawan', 'DWI')).toBeLessThan(0.5);
    expect(nameSimilarity('Ratna Ningsih', 'Paniyem Hartini')).toBeLessThan(0.6);
    expect(nameSimilarity('', '')).toBe(0);
  });
  it('likeness is symmetric, within 0..1, and 1 with itself', () => {
    const name = fc.stringMatching(/^[A-Za-z]{1,9}( [A-Za-z]{1,9}){0,2}$/);
    fc.assert(fc.property(name, name, (a, b) => {
      expect(nameSimilarity(a, b)).toBeCloseTo(nameSimilarity(b, a), 9);
      expect(nameSimilarity(a, b)).toBeGreaterThanOrEqual(0);
      expect(nameSimilarity(a, b)).toBeLessThanOrEqual(1);
      expect(nameSimilarity(a, a)).toBe(1);
    }));
  });
  it('shows a name typed in capitals with capitals at word starts only', () => {
    expect(displayName('SRI  LESTARI')).toBe('Sri Lestari');
    expect(displayName("Siti Ma'rifah")).toBe("Siti Ma'rifah");
  });
});

describe('text similarity', () => {
  it('counts a swap as one edit and stops at the limit', () => {
    expect(editDistance('dumplengan', 'dumplegnan')).toBe(1);
    expect(editDistance('abc', '')).toBe(3);
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('aaaaaaaa', 'bbbbbbbb', 2)).toBe(3);
    expect(trigramSimilarity('pitu', 'pitu')).toBe(1);
  });
  it('a limit never changes an answer within it', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 });
    fc.assert(fc.property(word, word, fc.integer({ min: 0, max: 8 }), (a, b, limit) => {
      const whole = editDistance(a, b);
      expect(editDistance(a, b, limit)).toBe(whole <= limit ? whole : limit + 1);
    }));
  });
});
