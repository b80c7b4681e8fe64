import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../kernel/index.ts';
import { lotCode } from './lot-code.ts';
import { lotPrefixes } from './lot-prefix.ts';

describe('short name of a group on its lots', () => {
  it.each([
    ['KUBE Dumplengan', ['DMP', 'DMPL', 'DMPLN', 'DM']],
    ['Kelompok Usaha Bersama "Mugi Jaya"', ['MGJ', 'MGJY', 'MG', 'MJ']],
    ['Ayu', ['AY', 'AYU']],
    ['Ø 12', ['KB', 'KUB', 'KUBE', 'KU']],
  ])('%s: %o first', (name, first) => {
    expect(lotPrefixes(name).slice(0, first.length)).toEqual(first);
  });

  it('always offers hundreds of different ones that a code may begin with', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (name) => {
      const offered = lotPrefixes(name);
      expect(new Set(offered).size).toBe(offered.length);
      expect(offered.length).toBeGreaterThan(650);
      for (const prefix of offered) expect(lotCode({ prefix, on: isoDate('2020-11-05'), sequence: 1 }).ok).toBe(true);
    }), { numRuns: 50 });
  });
});
