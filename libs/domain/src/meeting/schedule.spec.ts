import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isoDate, MARKET_DAYS, SELAPAN_DAYS } from '../kernel/index.ts';
import { javaneseDayName, javaneseDayOf, nextJavaneseDay } from './javanese-day.ts';
import { daysToPlan, moveMeeting, nextMeetings, rhythmProblem, type Rhythm, type Schedule } from './schedule.ts';

const day = fc.integer({ min: -30_000, max: 40_000 }).map((n) => addDays(isoDate('1970-01-01'), n));
const javaneseDay = fc.record({ weekday: fc.integer({ min: 0, max: 6 }), marketDay: fc.constantFrom(...MARKET_DAYS) });

describe('Javanese day', () => {
  // 17 August 1945 was Jumat Legi. To 1 January 2020 are 27,165 days = 7 x 3,880 + 5 and 5 x 5,433: Jumat + 5 = Rabu, and Legi again.
  // An independent witness: the first president's birthday, 6 June 1901, is told as Kamis Pon.
  it.each([
    ['1945-08-17', 'Jumat Legi', 'Friday Legi'],
    ['2020-01-01', 'Rabu Legi', 'Wednesday Legi'],
    ['2020-11-03', 'Selasa Pon', 'Tuesday Pon'],
    ['1901-06-06', 'Kamis Pon', 'Thursday Pon'],
  ])('%s is %s', (on, id, en) => expect([javaneseDayName(isoDate(on), 'id'), javaneseDayName(isoDate(on), 'en')]).toEqual([id, en]));

  it('the market day returns after 5 days and not before; with the weekday only after 35', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 34 }), (on, n) => {
      expect(javaneseDayOf(addDays(on, n)).marketDay === javaneseDayOf(on).marketDay).toBe(n % 5 === 0);
      expect(javaneseDayOf(addDays(on, n))).not.toEqual(javaneseDayOf(on));
      expect(javaneseDayOf(addDays(on, SELAPAN_DAYS))).toEqual(javaneseDayOf(on));
    }));
  });
  it('the next such day is within a selapan and bears the names', () => {
    expect(nextJavaneseDay({ weekday: 2, marketDay: 'Pon' }, isoDate('2020-09-30'))).toBe('2020-11-03');
    fc.assert(fc.property(javaneseDay, day, (wanted, from) => {
      const on = nextJavaneseDay(wanted, from);
      expect(javaneseDayOf(on)).toEqual(wanted);
      expect(daysBetween(from, on)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(from, on)).toBeLessThan(SELAPAN_DAYS);
    }));
  });
});

describe('schedule', () => {
  const dates = (rhythm: Rhythm, from: string, count = 3, moves: Schedule['moves'] = []) => nextMeetings({ rhythm, moves }, isoDate(from), count).map((d) => d.on);

  it.each<[string, Rhythm, string, string[]]>([
    ['day 5', { kind: 'dayOfMonth', day: 5 }, '2020-11-06', ['2020-12-05', '2021-01-05', '2021-02-05']],
    ['day 5 on the day', { kind: 'dayOfMonth', day: 5 }, '2020-11-05', ['2020-11-05', '2020-12-05', '2021-01-05']],
    ['day 31 in shorter months', { kind: 'dayOfMonth', day: 31 }, '2020-01-31', ['2020-01-31', '2020-02-29', '2020-03-31']],
    ['second Sunday', { kind: 'weekdayOfMonth', weekday: 0, nth: 2 }, '2020-11-09', ['2020-12-13', '2021-01-10', '2021-02-14']],
    ['first Sunday on the first', { kind: 'weekdayOfMonth', weekday: 0, nth: 1 }, '2020-11-01', ['2020-11-01', '2020-12-06', '2021-01-03']],
    ['every Tuesday', { kind: 'weekly', weekday: 2 }, '2020-11-04', ['2020-11-10', '2020-11-17', '2020-11-24']],
    ['selapan', { kind: 'selapan', anchor: isoDate('2020-11-03') }, '2020-11-04', ['2020-12-08', '2021-01-12', '2021-02-16']],
    ['selapan before its anchor', { kind: 'selapan', anchor: isoDate('2020-11-03') }, '2020-09-01', ['2020-09-29', '2020-11-03', '2020-12-08']],
  ])('%s', (_, rhythm, from, expected) => expect(dates(rhythm, from)).toEqual(expected));

  it('refuses days that do not exist', () => {
    expect([{ kind: 'dayOfMonth', day: 32 }, { kind: 'weekdayOfMonth', weekday: 1, nth: 5 }, { kind: 'weekly', weekday: 7 }].map((r) => rhythmProblem(r as Rhythm)?.code)).toEqual(['RHYTHM_BAD', 'RHYTHM_BAD', 'RHYTHM_BAD']);
    expect(rhythmProblem({ kind: 'weekdayOfMonth', weekday: 0, nth: 4 })).toBeNull();
  });

  const weekly: Schedule = { rhythm: { kind: 'weekly', weekday: 2 }, moves: [] };
  const move = (schedule: Schedule, from: string, to: string, reason = 'panen') => moveMeeting(schedule, { from: isoDate(from), to: isoDate(to), reason });
  const moved = (schedule: Schedule, from: string, to: string): Schedule => {
    const r = move(schedule, from, to);
    if (!r.ok) throw new Error(r.error.code);
    return r.value;
  };

  it('moves a day with its reason, and keeps the rest', () => {
    const s = moved(weekly, '2020-11-10', '2020-11-12');
    expect(nextMeetings(s, isoDate('2020-11-11'), 2)).toEqual([{ on: '2020-11-12', planned: '2020-11-10', reason: 'panen' }, { on: '2020-11-17', planned: '2020-11-17', reason: null }]);
    expect(nextMeetings(moved(s, '2020-11-10', '2020-11-10'), isoDate('2020-11-09'), 1)).toEqual([{ on: '2020-11-10', planned: '2020-11-10', reason: null }]);
    expect(dates(weekly.rhythm, '2020-11-09', 2, moved(s, '2020-11-10', '2020-11-20').moves)).toEqual(['2020-11-17', '2020-11-20']);
  });
  it('says why it may not be moved', () => {
    expect(move(weekly, '2020-11-10', '2020-11-12', ' ')).toMatchObject({ error: { code: 'REASON_MISSING' } });
    expect(move(weekly, '2020-11-11', '2020-11-12')).toMatchObject({ error: { code: 'DATE_NOT_PLANNED' } });
    expect(move(weekly, '2020-11-10', '2020-11-17')).toMatchObject({ error: { code: 'DATE_TAKEN' } });
    expect(move(moved(weekly, '2020-11-03', '2020-11-05'), '2020-11-10', '2020-11-05')).toMatchObject({ error: { code: 'DATE_TAKEN' } });
  });
  it('does not go back to its own day once another meeting stands there', () => {
    const away = moved(weekly, '2020-11-24', '2020-12-23');
    expect(move(moved(away, '2020-11-03', '2020-11-24'), '2020-11-24', '2020-11-24')).toMatchObject({ error: { code: 'DATE_TAKEN' } });
  });
  it('random moves never put two meetings on a day nor lose one', () => {
    const moves = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -10, max: 80 })), { maxLength: 15 });
    fc.assert(fc.property(moves, (list) => {
      const first = isoDate('2020-11-03');
      const s = list.reduce((now, [week, shift]) => {
        const r = moveMeeting(now, { from: addDays(first, 7 * week), to: addDays(first, shift), reason: 'x' });
        return r.ok ? r.value : now;
      }, weekly);
      const all = nextMeetings(s, isoDate('2020-10-20'), 20);
      expect(new Set(all.map((d) => d.on)).size).toBe(20);
      expect([...all].map((d) => d.planned).sort()).toEqual(nextMeetings(weekly, isoDate('2020-10-20'), 20).map((d) => d.on));
      expect([...all].sort((a, b) => (a.on < b.on ? -1 : 1))).toEqual(all);
    }));
  });
});

describe('days to plan', () => {
  // Tuesdays of November 2020: 3, 10, 17, 24.
  const weekly: Rhythm = { kind: 'weekly', weekday: 2 };
  const plan = (count: number, gone: string[] = [], taken: string[] = []) => daysToPlan(weekly, isoDate('2020-11-04'), count, { gone: gone.map(isoDate), taken: taken.map(isoDate) });
  it('are the next ones that no meeting came of and on which none is', () => {
    expect(plan(2)).toEqual(['2020-11-10', '2020-11-17']);
    expect(plan(2, ['2020-11-10'], ['2020-11-24'])).toEqual(['2020-11-17', '2020-12-01']);
    expect(plan(0)).toEqual([]);
    expect(plan(-1)).toEqual([]);
  });
});
