import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excelSerialDate, fullYear, parseDateText } from './parse-date-text.ts';
import { formatDate, fromEpochDay, isoDate } from './plain-date.ts';

const AS_OF = isoDate('2020-03-03');
const read = (raw: string | number | Date | null) => {
  const r = parseDateText(raw, AS_OF);
  return r.ok ? r.value.date : r.error;
};

describe('dates as offices write them', () => {
  it.each([
    ['NGAWI, 12-05-1980', '1980-05-12'], ['Ngawi 25/02/1993', '1993-02-25'], ['12 Mei 1980', '1980-05-12'], ['12/5/80', '1980-05-12'],
    ['1980-05-12', '1980-05-12'], ['12.05.1980', '1980-05-12'], ['12 Agt 1980', '1980-08-12'], ['12 agst. 1980', '1980-08-12'], ['12 Peb 1980', '1980-02-12'],
    ['12-Nop-80', '1980-11-12'], ['12-XI-1980', '1980-11-12'], ['May 12, 1980', '1980-05-12'], ['12 December 1980', '1980-12-12'], ['12 Agusuts 1980', '1980-08-12'],
    ['12051980', '1980-05-12'], ['19800512', '1980-05-12'], ['120580', '1980-05-12'], ['1980-05-12T00:00:00.000Z', '1980-05-12'], ['12/05/1980 00:00:00', '1980-05-12'],
    ["'12-05-1980", '1980-05-12'], ['12 - 05 - 1980', '1980-05-12'], ['05/25/1980', '1980-05-25'], ['5/1/04', '2004-01-05'], ['5/1/21', '1921-01-05'], ['5/12/20', '1920-12-05'], ['29/2/00', '2000-02-29'],
    ['Kab. Ngawi, 3 Maret 1969', '1969-03-03'], [29353, '1980-05-12'], ['29353', '1980-05-12'], [new Date(Date.UTC(1980, 4, 12)), '1980-05-12'], [' 12–05–1980 ', '1980-05-12'],
  ])('%s', (raw, date) => expect(read(raw)).toBe(date));

  it.each([
    ['', 'EMPTY'], [null, 'EMPTY'], ['  ', 'EMPTY'], ['Ngawi', 'UNREADABLE'], ['31-02-1980', 'NO_SUCH_DAY'], ['29 Februari 1981', 'NO_SUCH_DAY'], ['00-00-1970', 'NO_SUCH_DAY'],
    ['12-05', 'UNREADABLE'], ['1980', 'UNREADABLE'], ['12 Foo 1980', 'UNREADABLE'], ['12-05-1980 / 13-05-1981', 'UNREADABLE'], [new Date(Number.NaN), 'UNREADABLE'], [Number.NaN, 'UNREADABLE'],
  ])('%s: %s', (raw, why) => expect(read(raw)).toBe(why));

  it('tells the place and what was guessed', () => {
    expect(parseDateText('NGAWI, 12-05-80', AS_OF)).toEqual({ ok: true, value: { date: '1980-05-12', place: 'NGAWI', centuryGuessed: true, monthFirst: false } });
    expect(parseDateText('05/25/1980', AS_OF)).toMatchObject({ value: { monthFirst: true, place: null } });
  });

  it('Excel serial days follow the 1900 system with its false leap day', () => {
    expect([1, 59, 60, 61, 43_893].map(excelSerialDate)).toEqual(['1900-01-01', '1900-02-28', null, '1900-03-01', '2020-03-03']);
    expect(excelSerialDate(43_893.75)).toBe('2020-03-03');
  });

  it('a two-digit year is never ahead and never more than a century back', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99 }), (yy) => {
      const year = fullYear(yy, AS_OF);
      expect(year % 100).toBe(yy);
      expect(year).toBeLessThanOrEqual(2020);
      expect(year).toBeGreaterThan(1920);
    }));
  });

  it('reads back every date that we write', () => {
    const birth = fc.integer({ min: -25_000, max: 18_000 }).map(fromEpochDay);
    fc.assert(fc.property(birth, fc.constantFrom('id' as const, 'en' as const), (d, lang) => {
      const [y, m, day] = d.split('-');
      for (const text of [formatDate(d, lang), `NGAWI, ${day}-${m}-${y}`, `${Number(day)}/${Number(m)}/${y}`, d]) expect(read(text)).toBe(d);
    }));
  });

  it('never throws, whatever the cell holds', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.double(), fc.integer()), (raw) => void parseDateText(raw, AS_OF)));
  });
});
