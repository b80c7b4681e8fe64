import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, rupiah, sum, ZERO } from '../kernel/index.ts';
import { KUBE_2020 } from '../programme/index.ts';
import { SAVINGS_ERRORS, savingsProblemText } from './errors.ts';
import { SAVINGS_FINDING_CODES, savingsFindingText, savingsFindingTitle } from './findings.ts';
import { fundFindings } from './fund-check.ts';
import { arrearsOf, payLoan, replayPayments, unpayLoan } from './loan-payment.ts';
import { loanSchedule, owedOn, totalCharge, type Instalment } from './loan-schedule.ts';
import { lendable, loanProblems, memberLimit, reserveOf, type LoanRequest, type LoanTerms } from './loan-terms.ts';
import { officerShareFindings } from './officer-share.ts';
import { rescheduleLoan } from './reschedule.ts';

/** 100.000 in three months with 2.500 each: 35.834, 35.833, 35.833. */
const terms: LoanTerms = { principal: rupiah(100_000), instalments: 3, charge: { kind: 'amount', amount: rupiah(2_500) }, every: 'month', order: 'serviceFirst', paidOutOn: isoDate('2020-01-31') };
const three = loanSchedule(terms);
const line = (i: Instalment) => [i.due, Number(i.principal), Number(i.service)];

describe('terms', () => {
  const fund = { total: rupiah(1_000_000), lent: rupiah(700_000) };
  const request: LoanRequest = { amount: rupiah(100_000), instalments: 10, activeMember: true, owes: ZERO, arrears: ZERO };
  const found = (more: Partial<LoanRequest>, limit: number | null = null) => loanProblems({ ...request, ...more }, { fund, limit: limit === null ? null : rupiah(limit), rules: KUBE_2020 }).map((p) => p.code).join();

  it('limit, reserve and what may be lent, in whole rupiah', () => {
    expect(reserveOf(fund, KUBE_2020)).toBe(200_000n);
    expect(reserveOf({ total: rupiah(1_000_001) }, KUBE_2020)).toBe(200_001n);
    expect(lendable(fund, KUBE_2020)).toBe(100_000n);
    expect(lendable({ total: rupiah(1_000_000), lent: rupiah(900_000) }, KUBE_2020)).toBe(0n);
    expect(memberLimit(fund, KUBE_2020, null)).toBe(200_000n);
    expect(memberLimit(fund, KUBE_2020, rupiah(150_000))).toBe(150_000n);
    expect(memberLimit(fund, KUBE_2020, rupiah(250_000))).toBe(200_000n);
  });
  it.each<[Partial<LoanRequest>, string, number?]>([
    [{}, ''],
    [{ amount: rupiah(100_001) }, 'LOAN_BREAKS_RESERVE'],
    [{ owes: rupiah(100_000) }, ''],
    [{ owes: rupiah(100_001) }, 'LOAN_OVER_LIMIT'],
    [{}, 'LOAN_OVER_LIMIT', 99_999],
    [{ activeMember: false, arrears: rupiah(1) }, 'NOT_A_MEMBER,BORROWER_IN_ARREARS'],
    [{ instalments: 13 }, 'INSTALMENTS_BAD'],
    [{ instalments: 0, amount: ZERO }, 'INSTALMENTS_BAD,AMOUNT_NOT_POSITIVE'],
  ])('%#: %o gives "%s"', (more, expected, limit) => expect(found(more, limit ?? null)).toBe(expected));
});

describe('schedule', () => {
  it('equal parts, the odd rupiah first; the last day of shorter months', () => {
    expect(three.map(line)).toEqual([['2020-02-29', 33_334, 2_500], ['2020-03-31', 33_333, 2_500], ['2020-04-30', 33_333, 2_500]]);
  });
  it('by selapan with 1 % of the principal each time', () => {
    const ten = loanSchedule({ ...terms, principal: rupiah(500_000), instalments: 10, charge: { kind: 'percent', bps: 100 }, every: 'selapan', paidOutOn: isoDate('2020-11-03') });
    expect(ten.slice(0, 2).map(line)).toEqual([['2020-12-08', 50_000, 5_000], ['2021-01-12', 50_000, 5_000]]);
    expect(owedOn(ten)).toEqual({ principal: 500_000n, service: 50_000n, total: 550_000n });
  });
  const anyTerms = fc.record({
    principal: fc.integer({ min: 1, max: 5_000_000 }).map(rupiah),
    instalments: fc.integer({ min: 1, max: 60 }),
    charge: fc.oneof(fc.constant({ kind: 'none' as const }), fc.integer({ min: 1, max: 50_000 }).map((n) => ({ kind: 'amount' as const, amount: rupiah(n) })), fc.integer({ min: 1, max: 500 }).map((bps) => ({ kind: 'percent' as const, bps }))),
    every: fc.constantFrom('month' as const, 'selapan' as const),
    order: fc.constantFrom('serviceFirst' as const, 'principalFirst' as const),
    paidOutOn: fc.constantFrom(isoDate('2020-01-31'), isoDate('2020-11-03')),
  });
  it('always sums to principal and charge, in parts that differ by a rupiah at most, on rising days', () => {
    fc.assert(fc.property(anyTerms, (t) => {
      const all = loanSchedule(t);
      expect(owedOn(all)).toMatchObject({ principal: t.principal, service: totalCharge(t.charge, t.principal, t.instalments) });
      for (const part of ['principal', 'service'] as const) expect((all[0]?.[part] ?? ZERO) - (all.at(-1)?.[part] ?? ZERO)).toBeLessThanOrEqual(1n);
      expect(all.every((i, n) => i.due > (all[n - 1]?.due ?? t.paidOutOn))).toBe(true);
    }));
  });
  it('random payments sum to what they were, never exceed what is owed, and the last settles it', () => {
    fc.assert(fc.property(anyTerms, fc.array(fc.integer({ min: -10, max: 1_500_000 }), { maxLength: 30 }), (t, amounts) => {
      let now: readonly Instalment[] = loanSchedule(t);
      const all = owedOn(now).total;
      let paid = 0n;
      for (const n of [...amounts.map(BigInt), null]) {
        const amount = rupiah(n ?? owedOn(now).total);
        const before = owedOn(now).total;
        const r = payLoan(now, amount, t.order);
        expect(r.ok).toBe(amount > 0n && amount <= before);
        if (!r.ok) continue;
        expect(sum([r.value.principal, r.value.service])).toBe(amount);
        expect(sum(r.value.parts.flatMap((p) => [p.principal, p.service]))).toBe(amount);
        now = r.value.schedule;
        paid += amount;
        expect(now.every((i) => i.paidPrincipal >= 0n && i.paidPrincipal <= i.principal && i.paidService >= 0n && i.paidService <= i.service)).toBe(true);
        // Oldest first: nothing is paid on an instalment while an earlier one is open.
        const firstOpen = now.findIndex((i) => owedOn([i]).total > 0n);
        if (firstOpen >= 0) expect(now.slice(firstOpen + 1).every((i) => i.paidPrincipal + i.paidService === 0n)).toBe(true);
      }
      expect(paid).toBe(all);
      expect(owedOn(now).total).toBe(0n);
    }));
  });
});

describe('payment', () => {
  const paid = (amount: number, order: LoanTerms['order'] = 'serviceFirst') => {
    const r = payLoan(three, rupiah(amount), order);
    if (!r.ok) throw new Error(r.error.code);
    return r.value;
  };
  it('40.000: the first instalment whole (35.834), 4.166 on the second', () => {
    expect(paid(40_000)).toMatchObject({ principal: 35_000n, service: 5_000n, parts: [{ no: 1, principal: 33_334n, service: 2_500n }, { no: 2, principal: 1_666n, service: 2_500n }] });
    expect(paid(40_000, 'principalFirst').parts[1]).toEqual({ no: 2, principal: 4_166n, service: 0n });
    expect(paid(2_000).parts).toEqual([{ no: 1, principal: 0n, service: 2_000n }]);
  });
  it('too much, or nothing, is refused', () => {
    expect(owedOn(paid(107_500).schedule).total).toBe(0n);
    expect(payLoan(three, rupiah(107_501), 'serviceFirst')).toMatchObject({ error: { code: 'OVERPAYMENT', params: { owed: 'Rp\u00a0107.500' } } });
    expect(payLoan(three, ZERO, 'serviceFirst')).toMatchObject({ error: { code: 'AMOUNT_NOT_POSITIVE' } });
    expect(replayPayments(three, [rupiah(100_000), rupiah(7_501)], 'serviceFirst')).toMatchObject({ error: { code: 'OVERPAYMENT' } });
    expect(replayPayments(three, [rupiah(10_000), rupiah(30_000)], 'serviceFirst')).toEqual({ ok: true, value: paid(40_000).schedule });
  });
  it('arrears as of a day', () => {
    const at = (on: string, schedule = three as readonly Instalment[]) => arrearsOf(schedule, isoDate(on), KUBE_2020);
    expect(at('2020-02-29')).toEqual({ amount: 0n, count: 0, days: 0, level: 'none' });
    expect(at('2020-03-01')).toEqual({ amount: 35_834n, count: 1, days: 1, level: 'late' });
    expect(at('2020-03-07')).toMatchObject({ days: 7, level: 'late' });
    expect(at('2020-03-08')).toMatchObject({ days: 8, level: 'arrears' });
    // 180 days after 29 February is 27 August.
    expect(at('2020-08-27')).toEqual({ amount: 107_500n, count: 3, days: 180, level: 'arrears' });
    expect(at('2020-08-28')).toMatchObject({ days: 181, level: 'bad' });
    expect(at('2020-04-02', paid(40_000).schedule)).toEqual({ amount: 31_667n, count: 1, days: 2, level: 'late' });
  });
  it('reschedule: principal anew, unpaid service that fell due goes along, later service is dropped', () => {
    const anew = (schedule: readonly Instalment[], charge: LoanTerms['charge'], instalments = 4) => rescheduleLoan(schedule, { instalments, charge, every: 'selapan', on: isoDate('2020-03-31') }, KUBE_2020);
    const some = anew(paid(40_000).schedule, { kind: 'percent', bps: 100 });
    expect(some.ok && some.value.map(line)).toEqual([['2020-05-05', 16_250, 650], ['2020-06-09', 16_250, 650], ['2020-07-14', 16_250, 650], ['2020-08-18', 16_250, 650]]);
    const none = anew(three, { kind: 'none' });
    expect(none.ok && owedOn(none.value)).toEqual({ principal: 100_000n, service: 5_000n, total: 105_000n });
    expect(anew(paid(107_500).schedule, { kind: 'none' })).toMatchObject({ error: { code: 'NOTHING_OWED' } });
    expect(anew(three, { kind: 'none' }, 13)).toMatchObject({ error: { code: 'INSTALMENTS_BAD', params: { max: 12 } } });
  });
});

describe('what to look at', () => {
  const codes = (more: Partial<Parameters<typeof fundFindings>[0]>, on = '2020-02-29') =>
    fundFindings({ total: rupiah(200_000), loans: [{ loanId: 'l1', memberId: 'm1', schedule: three }], standings: [], officerIds: [], ...more }, isoDate(on), KUBE_2020).map((f) => f.code).join();

  it('officers above 40 % of the fund: 100.000 of 250.000 is just allowed', () => {
    const share = (fund: number) => officerShareFindings({ fund: rupiah(fund), debts: [{ memberId: 'm1', amount: rupiah(100_000) }, { memberId: 'm9', amount: rupiah(900_000) }], officerIds: ['m1', 'm2'] }, KUBE_2020);
    expect(share(250_000)).toEqual([]);
    expect(share(249_999)).toMatchObject([{ code: 'OFFICERS_BORROW_MUCH', severity: 'warn', params: { percent: 41, limit: 40, held: 'Rp\u00a0100.000' } }]);
    expect(share(0)).toMatchObject([{ params: { percent: 100 } }]);
  });
  it('arrears, reserve and IKS', () => {
    expect(codes({})).toBe('');
    expect(codes({ officerIds: ['m1'] })).toBe('OFFICERS_BORROW_MUCH');
    expect(codes({ total: rupiah(124_999) })).toBe('RESERVE_SHORT');
    expect(codes({ total: rupiah(125_000) }, '2020-03-08')).toBe('LOAN_IN_ARREARS');
    expect(codes({}, '2020-08-28')).toBe('LOAN_BAD');
    expect(codes({ standings: [{ memberId: 'm1', agreed: rupiah(2), paid: rupiah(1), owed: rupiah(1) }, { memberId: 'm2', agreed: rupiah(2), paid: rupiah(2), owed: ZERO }] })).toBe('IKS_BEHIND');
  });
  it('every sentence is there in both languages, with its places filled', () => {
    const params = { balance: 1, amount: 1, available: 1, owed: 1, limit: 1, reserve: 1, max: 1, arrears: 1, held: 1, percent: 1, count: 1, days: 1, agreed: 1, paid: 1, free: 1 };
    for (const language of ['id', 'en'] as const) {
      for (const code of SAVINGS_FINDING_CODES) expect(`${savingsFindingTitle(code, language)} ${savingsFindingText({ code, params }, language)}`, code).toMatch(/^\S[^{}]+\.$/);
      for (const code of Object.keys(SAVINGS_ERRORS) as (keyof typeof SAVINGS_ERRORS)[]) expect(savingsProblemText({ code, params }, language), code).toMatch(/^\S[^{}]+\.$/);
    }
  });
});

describe('a payment taken off again', () => {
  it('leaves the schedule as it was, whatever was paid before; and with payments since, principal and service are still their sums', () => {
    const anything = fc.record({
      principal: fc.bigInt(1n, 900_000n), instalments: fc.integer({ min: 1, max: 12 }), service: fc.bigInt(0n, 9_000n), order: fc.constantFrom('serviceFirst' as const, 'principalFirst' as const),
      parts: fc.tuple(fc.bigInt(0n, 100n), fc.bigInt(1n, 100n), fc.bigInt(0n, 100n)),
    });
    fc.assert(fc.property(anything, ({ principal, instalments, service, order, parts }) => {
      const start = loanSchedule({ ...terms, principal: rupiah(principal), instalments, charge: { kind: 'amount', amount: rupiah(service) } });
      const all = owedOn(start).total;
      const pay = (schedule: readonly Instalment[], amount: bigint) => {
        const left = owedOn(schedule).total;
        const paid = payLoan(schedule, rupiah(amount < left ? amount : left), order);
        return paid.ok ? paid.value : { schedule, principal: ZERO, service: ZERO };
      };
      const before = pay(start, (all * parts[0]) / 300n);
      const paid = pay(before.schedule, (all * parts[1]) / 300n + 1n);
      expect(unpayLoan(paid.schedule, paid)).toEqual(before.schedule);
      const since = pay(paid.schedule, (all * parts[2]) / 300n);
      const after = owedOn(unpayLoan(since.schedule, paid));
      expect([after.principal, after.service]).toEqual([owedOn(since.schedule).principal + paid.principal, owedOn(since.schedule).service + paid.service]);
    }));
  });
});
