import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, type IsoDate } from '../kernel/plain-date.ts';
import { rupiah } from '../kernel/rupiah.ts';
import { accountId, accountParts } from './chart.ts';
import { balanceOf, emptyLedger, post, postAll, reversalOf, totalOf, type Ledger, type Transfer } from './ledger.ts';
import { ledgerFailure } from './errors.ts';

const chart = {
  source: { label: { id: 's', en: 's' }, mayBeNegative: true },
  cash: { label: { id: 'c', en: 'c' }, mayBeNegative: false },
};
const source = accountId('b', 'source', 'x');
const cash = accountId('b', 'cash', 'x');
const other = accountId('b', 'cash', 'y');
const t = (id: string, amount: number, from = source, to = cash, more: Partial<Transfer> = {}): Transfer =>
  ({ id, kind: 'k', from, to, amount: rupiah(amount), on: isoDate('2020-06-01'), ...more });
const given = (...transfers: Transfer[]): Ledger => {
  const r = postAll(emptyLedger(chart), transfers);
  if (!r.ok) throw new Error(r.error.code);
  return r.value.ledger;
};
const code = (ledger: Ledger, transfer: Transfer) => {
  const r = post(ledger, transfer);
  return r.ok ? r.value.outcomes[0] : r.error.code;
};

describe('accounts', () => {
  it('are named by their parts and back', () => expect(accountParts(cash)).toEqual({ book: 'b', kind: 'cash', owner: 'x' }));
  it('refuse a part that would make two accounts one', () => {
    expect(() => accountId('a/b', 'cash', 'x')).toThrow(RangeError);
    expect(() => accountId('a', 'cash', '')).toThrow(RangeError);
  });
});

describe('post', () => {
  it('settles no more of a debt than there is when its kind may not go positive', () => {
    const debts = emptyLedger({ ...chart, debt: { label: { id: 'd', en: 'd' }, mayBeNegative: true, mayBePositive: false } });
    const debt = accountId('b', 'debt', 'x');
    const owed = postAll(debts, [t('1', 100, debt), t('2', 50)]);
    if (!owed.ok) throw new Error(owed.error.code);
    expect(post(owed.value.ledger, t('3', 101, cash, debt))).toEqual({ ok: false, error: { code: 'BALANCE_SHORT', transferId: '3', account: debt, available: 100n, short: 1n } });
    expect(code(owed.value.ledger, t('3', 100, cash, debt))).toBe('posted');
    expect(code(given(t('1', 100)), t('2', 100, cash, source))).toBe('posted');
  });
  it('moves money and keeps the sum at zero', () => {
    const ledger = given(t('1', 100), t('2', 30, cash, other));
    expect([balanceOf(ledger, source), balanceOf(ledger, cash), balanceOf(ledger, other), totalOf(ledger)]).toEqual([-100n, 70n, 30n, 0n]);
  });

  it('leaves the given ledger as it was, and posts all or none', () => {
    const ledger = given(t('1', 100));
    const r = postAll(ledger, [t('2', 60, cash, other), t('3', 60, cash, other)]);
    expect(r).toMatchObject({ ok: false, error: { code: 'BALANCE_SHORT', transferId: '3', available: 40n, short: 20n } });
    expect(balanceOf(ledger, cash)).toBe(100n);
    if (!r.ok) expect(ledgerFailure(r.error).say('id').replaceAll('\u00a0', ' ')).toBe('Dana tidak cukup: tersedia Rp 40, kurang Rp 20. Kurangi jumlahnya atau tambah dananya lebih dulu.');
  });

  it.each([
    ['AMOUNT_NOT_POSITIVE', t('9', 0)],
    ['AMOUNT_NOT_POSITIVE', t('9', -5)],
    ['SAME_ACCOUNT', t('9', 5, cash, cash)],
    ['DIFFERENT_BOOKS', t('9', 5, cash, accountId('c', 'cash', 'x'))],
    ['UNKNOWN_ACCOUNT_KIND', t('9', 5, cash, accountId('b', 'toString', 'x'))],
    ['UNKNOWN_ACCOUNT_KIND', t('9', 5, accountId('b', 'gold', 'x'), cash)],
    ['DAY_INVALID', t('9', 5, source, cash, { on: '1 Juni' as IsoDate })],
    ['PERIOD_CLOSED', t('9', 5, source, cash, { on: isoDate('2019-12-31') })],
    ['TRANSFER_ID_TAKEN', t('1', 101)],
    ['TRANSFER_ID_TAKEN', t('1', 100, source, cash, { document: 'SP2D 2' })],
    ['known', t('1', 100)],
    ['REVERSED_UNKNOWN', reversalOf(t('7', 5), { reason: 'salah', on: isoDate('2020-06-02') })],
    ['REASON_MISSING', reversalOf(t('1', 100), { reason: ' ', on: isoDate('2020-06-02') })],
    ['REVERSAL_NOT_MIRROR', { ...reversalOf(t('1', 100), { reason: 'salah', on: isoDate('2020-06-02') }), amount: rupiah(99) }],
    ['posted', reversalOf(t('1', 100), { reason: 'salah', on: isoDate('2020-06-02') })],
  ])('answers %s', (expected, transfer) => {
    expect(code({ ...given(t('1', 100)), closedThrough: isoDate('2019-12-31') }, transfer)).toBe(expected);
  });

  it('reverses once, never a reversal, and tells a late repeat that it was taken back', () => {
    const back = reversalOf(t('1', 100), { reason: 'salah ketik', on: isoDate('2020-06-02') });
    const ledger = given(t('1', 100), back);
    expect(code(ledger, back)).toBe('known');
    expect(code(ledger, { ...back, id: 'again' })).toBe('ALREADY_REVERSED');
    expect(code(ledger, reversalOf(back, { reason: 'x', on: isoDate('2020-06-02') }))).toBe('REVERSAL_OF_REVERSAL');
    expect(code(ledger, t('1', 100))).toBe('reversedSince');
  });

  it('a reversal cannot take money that is no longer there', () => {
    const ledger = given(t('1', 100), t('2', 60, cash, other));
    expect(code(ledger, reversalOf(t('1', 100), { reason: 'x', on: isoDate('2020-06-02') }))).toBe('BALANCE_SHORT');
  });

  it('any transfer reversed restores every balance; any list posted twice is posted once', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ amount: fc.integer({ min: 1, max: 1000 }), way: fc.boolean() }), { maxLength: 30 }), fc.integer({ min: 1, max: 500 }), (steps, last) => {
        let ledger = given(t('open', 10_000));
        steps.forEach((s, i) => {
          const r = post(ledger, t(`s${i}`, s.amount, s.way ? cash : other, s.way ? other : cash));
          if (r.ok) ledger = r.value.ledger;
        });
        const posted = [...ledger.transfers.values()];
        const twice = postAll(ledger, posted);
        expect(twice.ok && twice.value.ledger.balances).toEqual(ledger.balances);
        const extra = t('extra', last);
        const undone = postAll(ledger, [extra, reversalOf(extra, { reason: 'uji', on: isoDate('2020-06-03') })]);
        expect(undone.ok && undone.value.ledger.balances).toEqual(ledger.balances);
        expect(totalOf(ledger)).toBe(0n);
      }),
    );
  });
});
