import { rupiah, stepRefused, sum, type FlowRole, type IsoDate, type Rupiah } from '@anyam/domain/kernel';
import type { RuleSet } from '@anyam/domain/programme';
import {
  approvesLoan, arrearsOf, loanFlow, loanProblems, loanStepDue, owedOn, reschedulesLoan, writesOffLoan, type LendingFund, type LoanAction, type LoanFacts, type LoanState,
  type SavingsProblem,
} from '@anyam/domain/savings';
import type { GroupBalance } from '../persistence/fund.repository.ts';
import { loanRepository, type LoanWithSchedule } from '../persistence/loan.repository.ts';
import type { Hand } from './context.ts';
import { loanRulesOn, requireUnused, type Decided } from './decisions.ts';
import { fail } from './errors.ts';

/** Everything that judging a loan on a day needs. */
export interface LoanMatter {
  readonly loan: LoanWithSchedule;
  /** All running loans of the group, this one too when it runs. */
  readonly running: readonly LoanWithSchedule[];
  readonly balance: GroupBalance;
  readonly decided: Decided;
  readonly rules: RuleSet;
  readonly activeMember: boolean;
  readonly on: IsoDate;
}
export const fundOf = (b: GroupBalance): LendingFund => ({ total: rupiah(b.iks), lent: rupiah(b.lent + b.lost) });

/** What stands against the terms: asked before approval, and again on the day it is paid out. */
export function problemsOf({ loan, running, balance, decided, rules, activeMember, on }: LoanMatter): SavingsProblem[] {
  const others = running.filter((l) => l.memberId === loan.memberId && l.id !== loan.id);
  return loanProblems(
    {
      amount: rupiah(loan.principal), instalments: loan.instalments, activeMember,
      owes: sum(others.map((l) => owedOn(l.schedule).principal)), arrears: sum(others.map((l) => behindBy(l, on, rules))),
    },
    { fund: fundOf(balance), limit: loanRulesOn(decided, on).limit, rules });
}
/** What counts as arrears against a new loan: not what is still within the days of grace. */
const behindBy = (l: LoanWithSchedule, on: IsoDate, rules: RuleSet): Rupiah => {
  const { amount, level } = arrearsOf(l.schedule, on, rules);
  return level === 'arrears' || level === 'bad' ? amount : rupiah(0);
};

/** The decision that carries a step of a loan, or why there is none. */
export function decisionFor(action: LoanAction, m: LoanMatter, instalments?: number) {
  const { loan, decided, on } = m;
  if (action === 'approve' || action === 'payOut') return requireUnused(decided, 'loan', on, approvesLoan({ memberId: loan.memberId, principal: rupiah(loan.principal), instalments: loan.instalments }), loan.id);
  if (action === 'reschedule') {
    return requireUnused(decided, 'reschedule', on, (d) => (instalments === undefined ? d.content.loanId === loan.id : reschedulesLoan({ loanId: loan.id, instalments })(d)));
  }
  if (action === 'writeOff') return requireUnused(decided, 'writeOff', on, writesOffLoan({ loanId: loan.id, amount: owedOn(loan.schedule).principal }));
  return null;
}

export function factsOf(m: LoanMatter, action: LoanAction, instalments?: number): LoanFacts {
  const decision = decisionFor(action, m, instalments);
  return { decisionMissing: decision && !decision.ok ? decision.error : null, problems: ['approve', 'payOut'].includes(action) ? problemsOf(m).length : 0, ...standingOf(m.loan, m.on, m.rules) };
}
export const standingOf = (loan: LoanWithSchedule, on: IsoDate, rules: RuleSet): Pick<LoanFacts, 'owed' | 'anyPaid' | 'level'> => ({
  owed: owedOn(loan.schedule), anyPaid: loan.schedule.some((i) => i.paidPrincipal + i.paidService > 0n), level: arrearsOf(loan.schedule, on, rules).level,
});

/** Every button of the loan as it stands, each judged by its own decision. */
export function buttonsOf(m: LoanMatter, actor: { id: string; roles: FlowRole[] }) {
  const people = loanFlow.buttons(m.loan.state, { actor, history: [], facts: factsOf(m, 'refuse') }).filter((b) => !(loanFlow.actions[b.action].roles as readonly FlowRole[]).includes('system'));
  return people.flatMap(({ action }) => loanFlow.buttons(m.loan.state, { actor, history: [], facts: factsOf(m, action) }).filter((b) => b.action === action));
}

/** A person's step: judged, moved and kept in the history. */
export async function takeStep(
  hand: Hand, m: LoanMatter, actor: { id: string; roles: FlowRole[] }, action: LoanAction,
  given: { readonly needs: readonly ('reason' | 'date')[]; readonly note?: string; readonly instalments?: number; readonly writtenOff?: bigint },
): Promise<LoanState> {
  const { loan } = m;
  const next = loanFlow.decide(loan.state, action, { actor, history: [], given: given.needs, facts: factsOf(m, action, given.instalments) });
  if (!next.ok) throw stepRefused(next.error);
  if (!(await loanRepository.move(hand.query, loan.id, loan.state, next.value, hand.now, given.writtenOff === undefined ? {} : { writtenOff: given.writtenOff }))) throw changed(loan.state);
  await note(hand, loan, [{ action, from: loan.state, to: next.value }], given.note ?? null);
  hand.unit.audit({
    action: `savings.loan.${action}`, entity: 'loan', entityId: loan.id, groupId: loan.groupId, regionCode: loan.regencyCode,
    changes: { state: [loan.state, next.value], principal: [null, loan.principal], ...(given.writtenOff === undefined ? {} : { writtenOff: [null, given.writtenOff] }) }, reason: given.note ?? null,
  });
  return next.value;
}

/** Where the figures put a loan: the steps that are due, taken until there is none. Gives the state it ends in. */
export async function settleState(hand: Hand, loan: LoanWithSchedule, on: IsoDate, rules: RuleSet): Promise<LoanState> {
  const facts = { decisionMissing: null, problems: 0, ...standingOf(loan, on, rules) };
  const steps: { action: LoanAction; from: LoanState; to: LoanState }[] = [];
  let state = loan.state;
  for (let action = loanStepDue(state, facts); action !== null; action = loanStepDue(state, facts)) {
    const next = loanFlow.decide(state, action, { actor: { id: 'system', roles: ['system'] }, history: [], facts });
    if (!next.ok) throw stepRefused(next.error);
    steps.push({ action, from: state, to: next.value });
    state = next.value;
  }
  if (steps.length > 0) {
    if (!(await loanRepository.move(hand.query, loan.id, loan.state, state, hand.now))) throw changed(loan.state);
    await note(hand, loan, steps, null);
  }
  return state;
}

const note = (hand: Hand, loan: LoanWithSchedule, steps: readonly { action: LoanAction; from: LoanState; to: LoanState }[], text: string | null) =>
  loanRepository.addSteps(hand.query, steps.map((s) => ({ ...s, regencyCode: loan.regencyCode, id: loan.id, actorId: hand.who.userId, actorName: hand.who.name, at: hand.now, note: text })));

export const changed = (state: LoanState) => fail('CHANGED_MEANWHILE', { state: loanFlow.states[state].label.id, stateEn: loanFlow.states[state].label.en });

export function expectState(loan: LoanWithSchedule, expected: LoanState): void {
  if (loan.state !== expected) throw changed(loan.state);
}
