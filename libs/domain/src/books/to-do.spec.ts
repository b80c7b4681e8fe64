import { describe, expect, it } from 'vitest';
import { isoDate } from '../kernel/index.ts';
import { booksToDo, lateBefore, type BookFacts } from './index.ts';

const rules = { bookCloseDays: 35 };
const none: BookFacts = {
  today: isoDate('2020-03-03'), due: null, damaged: 0, aid: { received: 0n, booked: 0n, money: 0n, bySystem: 0n }, dueToMembers: { count: 0, amount: 0n }, owedToParties: { count: 0, amount: 0n },
};
const codes = (given: Partial<BookFacts>) => booksToDo({ ...none, ...given }, rules).map((t) => t.code);

describe('what is to be done about the books', () => {
  it('calls a month late by the day, counted from its end', () => {
    // 31 January + 35 days = 6 March: on that day it is not late, on the next it is.
    expect(lateBefore(isoDate('2020-03-06'), rules)).toBe('2020-01-01');
    expect(lateBefore(isoDate('2020-03-07'), rules)).toBe('2020-02-01');
    expect(codes({ today: isoDate('2020-03-06'), due: '2020-01' })).toEqual(['MONTH_DUE']);
    expect(codes({ today: isoDate('2020-03-07'), due: '2020-01' })).toEqual(['MONTH_LATE']);
    expect(codes({ today: isoDate('2020-01-31'), due: '2020-01' })).toEqual([]);
  });
  it('says each thing with its amount', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ aid: { received: 5n, booked: 5n, money: 5n, bySystem: 5n } })).toEqual([]);
    // Typed by hand and booked by the payment: twice. Money from elsewhere alone is nobody's mistake.
    expect(codes({ aid: { received: 5n, booked: 10n, money: 10n, bySystem: 5n } })).toEqual(['AID_OVER_BOOKED']);
    expect(codes({ aid: { received: 0n, booked: 10n, money: 10n, bySystem: 0n } })).toEqual([]);
    const all = booksToDo({ ...none, damaged: 2, aid: { received: 20n, booked: 5n, money: 5n, bySystem: 0n }, dueToMembers: { count: 3, amount: 7n }, owedToParties: { count: 1, amount: 9n } }, rules);
    expect(all.map((t) => [t.code, String(t.params['amount'] ?? t.params['count']).replace('\u00a0', ' ')]))
      .toEqual([['BOOKS_DAMAGED', '2'], ['AID_NOT_BOOKED', 'Rp 15'], ['PAY_MEMBERS', 'Rp 7'], ['PAY_PARTIES', 'Rp 9']]);
  });
});
