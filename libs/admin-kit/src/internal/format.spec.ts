import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatMoney, formatMoneyShort, formatRelative, groupDigits, parseDay, parseMoney } from './format.ts';

describe('dates', () => {
  it('shows a calendar day as it is and an instant in office time', () => {
    expect(formatDate('2020-03-03', 'id')).toBe('3 Maret 2020');
    expect(formatDateTime('2020-03-02T18:30:00Z', 'id')).toBe('3 Maret 2020 pukul 01.30 WIB');
  });
  it.each([
    ['12-05-1980', '1980-05-12'],
    ['12/5/80', '1980-05-12'],
    ['12 Mei 1980', '1980-05-12'],
    ['12 agustus 1980', '1980-08-12'],
    ['12051980', '1980-05-12'],
    ['1980-05-12', '1980-05-12'],
    ['1.2.20', '2020-02-01'],
    ['31-02-1980', null],
    ['12-13-1980', null],
    ['kemarin', null],
  ])('reads %s', (text, day) => expect(parseDay(text, new Date('2026-01-01'))).toBe(day));
  it('counts days up to ninety', () => {
    const now = new Date('2020-03-03T01:00:00Z');
    expect(formatRelative('2019-12-20T01:00:00Z', 'id', now)).toBe('74 hari lalu');
    expect(formatRelative('2019-11-01T01:00:00Z', 'id', now)).toBe('4 bulan lalu');
    expect(formatRelative('2020-03-06T01:00:00Z', 'en', now)).toBe('in 3 days');
    expect(formatRelative('2020-03-03T00:59:40Z', 'id', now)).toBe('baru saja');
  });
});

describe('money', () => {
  it('is exact beyond what a float holds', () => {
    expect(formatMoney(9_007_199_254_740_993n)).toBe('Rp\u00a09.007.199.254.740.993');
    expect(formatMoney(-20_000_000n)).toBe('−Rp\u00a020.000.000');
  });
  it('shortens for figures', () => {
    expect(formatMoneyShort(5_120_000_000n, 'id')).toBe('Rp\u00a05,12\u00a0M');
    expect(formatMoneyShort(318_400_000n, 'id')).toBe('Rp\u00a0318,4\u00a0jt');
    expect(formatMoneyShort(8_000_000_000n, 'en')).toBe('Rp\u00a08\u00a0bn');
  });
  it.each([
    ['Rp 20.000.000', 20_000_000n],
    ['20 000 000', 20_000_000n],
    ['20.000.000,00', 20_000_000n],
    ['20,5', null],
    ['', null],
    ['dua', null],
  ])('reads %s', (text, amount) => expect(parseMoney(text)).toBe(amount));
  it('keeps the caret behind the same digit', () => {
    expect(groupDigits('12345', 5)).toEqual({ text: '12.345', caret: 6 });
    expect(groupDigits('1.2345', 3)).toEqual({ text: '12.345', caret: 2 });
    expect(groupDigits('007', 3)).toEqual({ text: '7', caret: 1 });
  });
});
