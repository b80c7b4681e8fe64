import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, rupiah } from '../kernel/index.ts';
import { emptyLedger, postAll } from '../ledger/index.ts';
import { GROUP_CHART, groupAccounts as at, openingBalance, openingRest } from './index.ts';

const money = fc.bigInt({ min: 0n, max: 90_000_000n }).map((n) => rupiah(n));
const given = fc.record({
  cash: money, bank: money, aid: money,
  items: fc.array(money, { maxLength: 4 }).map((all) => all.map((amount, i) => ({ itemId: `i${i}`, amount }))),
  iks: fc.array(money, { maxLength: 5 }).map((all) => all.map((amount, i) => ({ memberId: `m${i}`, amount }))),
});
const base = { groupId: 'g', on: isoDate('2020-01-01'), document: 'BA 1', openingId: 'o' };

describe('the opening of a group\'s books', () => {
  it('always holds what was said, or says what is missing', () => {
    let short = 0;
    fc.assert(fc.property(given, (o) => {
      const made = openingBalance({ ...base, ...o });
      const rest = openingRest(o);
      expect(made.ok).toBe(rest >= 0n);
      if (!made.ok) {
        short += 1;
        expect(made.error).toBe(-rest);
        return;
      }
      const posted = postAll(emptyLedger(GROUP_CHART), made.value);
      if (!posted.ok) throw new Error(posted.error.code);
      const has = (account: string) => posted.value.ledger.balances.get(account as never) ?? 0n;
      expect([has(at.cash('g')), has(at.bank('g')), has(at.aidCapital('g')), has(at.capital('g'))]).toEqual([o.cash, o.bank, -o.aid, -rest]);
      for (const i of o.items) expect(has(at.inventory('g', i.itemId))).toBe(i.amount);
      for (const m of o.iks) expect(has(at.iks('g', m.memberId))).toBe(-m.amount);
    }));
    expect(short).toBeGreaterThan(0);
  });
  it('is nothing where there is nothing', () => {
    expect(openingBalance({ ...base, cash: rupiah(0), bank: rupiah(0), aid: rupiah(0), items: [], iks: [] })).toEqual({ ok: true, value: [] });
  });
});
