import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedClock } from './clock.ts';
import { addDays, addMonths, addSelapan, ageOn, dateFromParts, daysBetween, epochDay, formatDate, fromEpochDay, isIsoDate, isoDate, javaneseMarketDay, weekdayName, weton } from './plain-date.ts';

const aDay = fc.integer({ min: -40_000, max: 60_000 }).map(fromEpochDay);

describe('plain date', () => {
  it.each([
    ['2020-03-03', 'Selasa Pon'],
    ['1945-08-17', 'Jumat Legi'],
  ])('%s is %s', (date, name) => expect(weton(isoDate(date))).toBe(name));

  it('names weekdays in both languages and writes dates as letters do', () => {
    expect(weekdayName(isoDate('2026-11-24'), 'en')).toBe('Tuesday');
    expect(formatDate(isoDate('2026-11-24'), 'id')).toBe('24 November 2026');
    expect(formatDate(isoDate('2026-08-02'), 'id')).toBe('2 Agustus 2026');
    expect(formatDate(isoDate('2026-08-02'), 'en')).toBe('2 August 2026');
  });

  it.each(['2021-02-29', '1900-02-29', '2020-13-01', '2020-00-10', '20-01-01', '2020-1-1', ''])('refuses %s', (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => isoDate(text)).toThrow(RangeError);
  });

  it.each([
    ['1960-03-03', '2020-03-03', 60],
    ['1960-03-04', '2020-03-03', 59],
    ['2004-02-29', '2022-02-28', 17],
    ['2004-02-29', '2022-03-01', 18],
  ])('someone born %s is on %s aged %i', (born, on, age) => expect(ageOn(isoDate(born), isoDate(on))).toBe(age));

  it('adds months to the last day of a shorter month', () => {
    expect(addMonths(isoDate('2020-01-31'), 1)).toBe('2020-02-29');
    expect(addMonths(isoDate('2020-01-31'), -2)).toBe('2019-11-30');
  });

  it('a selapan brings weekday and market day back', () => {
    fc.assert(fc.property(aDay, (d) => void expect(weton(addSelapan(d))).toBe(weton(d))));
    fc.assert(fc.property(aDay, fc.integer({ min: 1, max: 34 }), (d, n) => void expect(weton(addDays(d, n))).not.toBe(weton(d))));
  });

  it('days are counted consistently, also across centuries', () => {
    fc.assert(fc.property(aDay, fc.integer({ min: -9000, max: 9000 }), (d, n) => {
      expect(daysBetween(d, addDays(d, n))).toBe(n);
      expect(fromEpochDay(epochDay(d))).toBe(d);
    }));
    expect(epochDay(dateFromParts(99, 1, 1)!)).toBeLessThan(epochDay(dateFromParts(1900, 1, 1)!));
    expect(javaneseMarketDay(isoDate('1945-08-18'))).toBe('Pahing');
  });

  it('the clock gives the day of the office, not of UTC', () => {
    expect(fixedClock('2026-11-23T17:30:00Z').today()).toBe('2026-11-24');
    expect(fixedClock('2026-11-23T16:30:00Z').today()).toBe('2026-11-23');
    expect(fixedClock('2026-11-23T15:30:00Z', 'WIT').today()).toBe('2026-11-24');
    expect(() => fixedClock('yesterday')).toThrow(RangeError);
  });
});
