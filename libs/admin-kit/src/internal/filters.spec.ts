import { describe, expect, it } from 'vitest';
import { readFilter, writeFilter } from './filters.ts';

describe('filters in the address', () => {
  it.each([
    ['multi', ['352116', 'Kec. Pitu, barat', 'a~b']],
    ['single', '2020'],
    ['text', 'mugi jaya'],
    ['number', { from: 10, to: null }],
    ['date', { from: '2020-01-01', to: '2020-03-01' }],
  ] as const)('%s comes back as it went', (kind, value) => expect(readFilter(kind, writeFilter(value))).toEqual(value));
  it('takes rubbish as not set', () => {
    expect(readFilter('number', 'banyak..')).toBeNull();
    expect(readFilter('date', 'kemarin..')).toBeNull();
    expect(readFilter('multi', '')).toBeNull();
  });
});
