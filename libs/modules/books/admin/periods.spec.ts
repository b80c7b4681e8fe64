import { describe, expect, it } from 'vitest';
import { periodChoices, periodFrom } from './periods.ts';

describe('the periods to choose from', () => {
  it('run from today back to the first entry, with the years', () =>
    expect(periodChoices('2019-11-20', '2020-02-10')).toEqual(['2020', '2020-02', '2020-01', '2019', '2019-12', '2019-11']));
  it('are at least this month', () => expect(periodChoices(null, '2020-12-10')).toEqual(['2020', '2020-12']));
  it('are days', () =>
    expect([periodFrom('2020'), periodFrom('2020-02')]).toEqual([
      { from: '2020-01-01', to: '2020-12-31' },
      { from: '2020-02-01', to: '2020-02-29' },
    ]));
});
