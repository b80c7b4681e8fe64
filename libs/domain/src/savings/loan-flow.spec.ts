import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocker, checkFlow, isoDate, rupiah, ZERO } from '../kernel/index.ts';
import { requireDecision, type RecordedDecision } from '../meeting/index.ts';
import { approvesLoan, reschedulesLoan, writesOffLoan } from './loan-decision.ts';
import { loanFlow, loanStepDue, type LoanFacts, type LoanState } from './loan.flow.ts';

const owed = { principal: rupiah(100_000), service: rupiah(7_500), total: rupiah(107_500) };

describe('life of a loan', () => {
  const facts: LoanFacts = { decisionMissing: null, problems: 0, owed, anyPaid: false, level: 'none' };
  const settled = { principal: ZERO, service: ZERO, total: ZERO };
  const step = (state: LoanState, action: keyof typeof loanFlow.actions, more: Partial<LoanFacts> = {}, role: 'pendamping' | 'pengurus' | 'system' | 'bendahara' = 'pendamping') => {
    const r = loanFlow.decide(state, action, { actor: { id: 'u', roles: [role] }, history: [], given: ['date', 'reason'], facts: { ...facts, ...more } });
    return r.ok ? r.value : r.error.map((b) => b.code).join();
  };
  it('the table is sound', () => expect(checkFlow(loanFlow)).toEqual([]));
  it('is made by decision and within the terms', () => {
    const missing = blocker('DECISION_MISSING', { id: 'x', en: 'x' }, { id: 'x', en: 'x' });
    expect(step('requested', 'approve')).toBe('approved');
    expect(step('requested', 'approve', { decisionMissing: missing, problems: 2 })).toBe('DECISION_MISSING,LOAN_NOT_FIT');
    expect(step('approved', 'payOut')).toBe('paidOut');
    expect(step('approved', 'payOut', {}, 'pengurus')).toBe('paidOut');
    expect(step('approved', 'payOut', { problems: 1 })).toBe('LOAN_NOT_FIT');
    expect(step('inArrears', 'reschedule')).toBe('rescheduled');
    expect(step('bad', 'writeOff')).toBe('writtenOff');
    expect(step('bad', 'writeOff', { decisionMissing: missing })).toBe('DECISION_MISSING');
    expect(step('inArrears', 'writeOff')).toBe('WRONG_STATE');
    expect(step('requested', 'approve', {}, 'bendahara')).toBe('ROLE_NEEDED');
  });
  it('the system moves it by the figures only', () => {
    expect(step('running', 'settle', {}, 'system')).toBe('LOAN_STILL_OWED');
    expect(step('running', 'fallBehind', { level: 'late' }, 'system')).toBe('LOAN_NOT_BEHIND');
    expect(step('inArrears', 'markBad', { level: 'arrears' }, 'system')).toBe('LOAN_NOT_BAD');
    expect(step('inArrears', 'catchUp', { level: 'arrears' }, 'system')).toBe('LOAN_STILL_BEHIND');
    expect(step('paidOff', 'owedAgain', { owed: settled }, 'system')).toBe('LOAN_NOT_OWED');
  });
  it.each<[LoanState, Partial<LoanFacts>, string | null]>([
    ['requested', { owed: settled }, null],
    ['paidOut', {}, null],
    ['paidOut', { anyPaid: true }, 'begin'],
    ['paidOut', { level: 'arrears' }, 'fallBehind'],
    ['running', { level: 'late' }, null],
    ['running', { owed: settled }, 'settle'],
    ['inArrears', { level: 'arrears' }, null],
    ['inArrears', { level: 'bad' }, 'markBad'],
    ['inArrears', { level: 'late' }, 'catchUp'],
    ['bad', { level: 'arrears' }, null],
    ['bad', { level: 'none' }, 'catchUp'],
    ['rescheduled', { anyPaid: true }, 'begin'],
    ['paidOff', {}, 'owedAgain'],
    ['paidOff', { owed: settled }, null],
    ['writtenOff', {}, null],
  ])('%s with %o asks for %s', (state, more, expected) => expect(loanStepDue(state, { ...facts, ...more })).toBe(expected));
  it('a step that the figures ask for is always allowed, and they come to rest', () => {
    const states = Object.keys(loanFlow.states) as LoanState[];
    fc.assert(fc.property(fc.constantFrom(...states), fc.constantFrom('none', 'late', 'arrears', 'bad'), fc.boolean(), fc.boolean(), (start, level, anyPaid, done) => {
      const now = { ...facts, level: done ? ('none' as const) : level, anyPaid, owed: done ? settled : facts.owed };
      let state = start;
      let steps = 0;
      for (let action = loanStepDue(state, now); action !== null; action = loanStepDue(state, now)) {
        const next = step(state, action, now, 'system');
        expect(loanFlow.isState(next), `${state} ${action} ${next}`).toBe(true);
        state = next as LoanState;
        expect(++steps).toBeLessThanOrEqual(3);
      }
    }));
  });
  it('a decision carries only the loan it names, as far as it goes', () => {
    const on = isoDate('2020-11-03');
    const common = { meetingId: 'r1', heldOn: on, minutesClosed: true, id: 'd', wording: 'x', votes: { agree: 7, against: 0, abstain: 0 }, from: on };
    const all: RecordedDecision[] = [
      { ...common, kind: 'loan', content: { memberId: 'm1', amount: rupiah(100_000), instalments: 3, what: 'pandan' } },
      { ...common, kind: 'reschedule', content: { loanId: 'l1', memberId: 'm1', instalments: 6 } },
      { ...common, kind: 'writeOff', content: { loanId: 'l1', memberId: 'm1', amount: rupiah(50_000), what: 'meninggal' } },
    ];
    const loan = { memberId: 'm1', principal: rupiah(100_000), instalments: 3 };
    expect(requireDecision('loan', all, on, approvesLoan(loan)).ok).toBe(true);
    for (const other of [{ memberId: 'm2' }, { principal: rupiah(100_001) }, { instalments: 4 }]) expect(requireDecision('loan', all, on, approvesLoan({ ...loan, ...other })).ok).toBe(false);
    expect([{ loanId: 'l1', instalments: 6 }, { loanId: 'l2', instalments: 6 }, { loanId: 'l1', instalments: 5 }].map((l) => requireDecision('reschedule', all, on, reschedulesLoan(l)).ok)).toEqual([true, false, false]);
    expect([50_000, 50_001].map((n) => requireDecision('writeOff', all, on, writesOffLoan({ loanId: 'l1', amount: rupiah(n) })).ok)).toEqual([true, false]);
  });
});
