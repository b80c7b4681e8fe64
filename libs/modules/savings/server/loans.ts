import { randomUUID } from 'node:crypto';
import { fail as common, type Call } from '@anyam/contract-kit';
import { GROUP_EVENTS, loanPaidOut, loanWrittenOff, type GroupEventKind } from '@anyam/domain/books';
import { rupiah, type IsoDate } from '@anyam/domain/kernel';
import {
  instalmentsProblem, loanFlow, loanSchedule, owedOn, payLoan, rescheduleLoan, savingsError, type LoanAction, type LoanState,
} from '@anyam/domain/savings';
import type { RuleSet } from '@anyam/domain/programme';
import type { Transfer } from '@anyam/domain/ledger';
import type { GroupRecord } from '@anyam/group/contract';
import type { LoanCases } from '../contract/index.ts';
import type { NewEntry } from '../persistence/entry.repository.ts';
import { fundRepository } from '../persistence/fund.repository.ts';
import { loanRepository } from '../persistence/loan.repository.ts';
import type { Hand, SavingsContext } from './context.ts';
import { decidedBy, loanRulesOn } from './decisions.ts';
import { fail, problemError, throwProblem } from './errors.ts';
import { decisionFor, expectState, settleState, takeStep, type LoanMatter } from './loan-matter.ts';
import { createLoanViews } from './loan-views.ts';
import { eventKey, instalmentIn, keep, record } from './record.ts';

export function createLoans(c: SavingsContext): LoanCases {
  const { books, group: groups } = c.needs;

  async function seen(call: Call, id: string): Promise<{ group: GroupRecord; rules: RuleSet }> {
    const groupId = await loanRepository.groupOf(c.query, id);
    if (!groupId) throw common('NOT_FOUND');
    const group = await c.mine(call, groupId);
    return { group, rules: await c.rulesFor(group.regencyCode) };
  }

  /** The loan locked in its locked group, with what judging it needs. */
  async function matter(call: Call, hand: Hand, group: GroupRecord, id: string, on: string, rules: RuleSet): Promise<LoanMatter & { group: GroupRecord }> {
    const locked = await c.lockMine(call, hand, group.id);
    const [loan] = await loanRepository.find(hand.query, [id], true);
    if (!loan) throw savingsError('LOAN_NOT_FOUND');
    const running = await loanRepository.ofGroup(hand.query, group.id, 'running');
    const balance = await fundRepository.group(hand.query, group.id);
    const decided = await decidedBy(c, hand.unit.tx, hand.query, group.id);
    const members = await groups.members(hand.unit.tx, group.id);
    return { group: locked, loan, running, balance, decided, rules, activeMember: members.some((m) => m.membershipId === loan.memberId), on: on as IsoDate };
  }

  /** A person's step in one transaction: locked, compared with what the person saw, done once for its key. */
  async function stepOn(
    call: Call, input: { key: string; id: string; expectedState: LoanState; on?: string }, action: LoanAction,
    act: (hand: Hand, m: LoanMatter & { group: GroupRecord }) => Promise<LoanState>,
  ) {
    const { group, rules } = await seen(call, input.id);
    const on = input.on ?? c.kit.clock.today();
    c.notAhead(on);
    return c.kit.work.once(input.key, `savings.loans.${action}`, call.actor, async (unit) => {
      const hand = c.hand(unit, call.actor);
      const m = await matter(call, hand, group, input.id, on, rules);
      expectState(m.loan, input.expectedState);
      return { id: input.id, state: await act(hand, m) };
    });
  }

  async function useDecision(hand: Hand, m: LoanMatter, action: 'approve' | 'reschedule' | 'writeOff', instalments?: number): Promise<string> {
    const decision = decisionFor(action, m, instalments);
    if (!decision?.ok) throw fail('DECISION_USED');
    const { id, kind } = decision.value;
    const kept = await fundRepository.takeDecision(hand.query, {
      decisionId: id, regencyCode: m.loan.regencyCode, groupId: m.loan.groupId, kind: kind as 'loan' | 'reschedule' | 'writeOff', subjectId: m.loan.id, on: m.on, actorId: hand.who.userId, at: hand.now,
    });
    if (kept === null) throw fail('DECISION_USED');
    return id;
  }

  async function book(hand: Hand, m: LoanMatter & { group: GroupRecord }, event: GroupEventKind, entry: NewEntry, transfers: readonly Transfer[]): Promise<void> {
    await books.postMany(hand.unit, hand.who, m.group.id, [{
      event: { key: eventKey(entry.id), kind: event, text: { id: `${GROUP_EVENTS[event].label.id}: ${m.loan.memberName}`, en: `${GROUP_EVENTS[event].label.en}: ${m.loan.memberName}` }, memberId: m.loan.memberId }, transfers,
    }]);
    await keep(hand, m.group, m.on, [entry]);
  }

  return {
    ...createLoanViews(c, seen),

    async request(call, { key, groupId, memberId, amount, instalments, what, on }) {
      const seenGroup = await c.mine(call, groupId);
      c.notAhead(on);
      const rules = await c.rulesFor(seenGroup.regencyCode);
      throwProblem([instalmentsProblem(instalments, rules)]);
      return c.kit.work.once(key, 'savings.loans.request', call.actor, async (unit) => {
        const hand = c.hand(unit, call.actor);
        const group = await c.lockMine(call, hand, groupId);
        if (!(await groups.members(unit.tx, groupId)).some((m) => m.membershipId === memberId)) throw savingsError('NOT_A_MEMBER');
        const { charge, every, order } = loanRulesOn(await decidedBy(c, unit.tx, hand.query, groupId), on as IsoDate);
        const id = randomUUID();
        await loanRepository.add(hand.query, { id, regencyCode: group.regencyCode, groupId, memberId, what, principal: amount, instalments, charge, every, order, on, createdBy: call.actor.userId, at: hand.now });
        unit.audit({ action: 'savings.loan.request', entity: 'loan', entityId: id, groupId, regionCode: group.villageCode, changes: { principal: [null, amount], instalments: [null, instalments], what: [null, what] } });
        return { id, state: 'requested' as const };
      });
    },

    approve: (call, input) => stepOn(call, input, 'approve', async (hand, m) => {
      const state = await takeStep(hand, m, c.actorAt(call, m.group), 'approve', { needs: [] });
      await useDecision(hand, m, 'approve');
      return state;
    }),
    refuse: (call, input) => stepOn(call, input, 'refuse', (hand, m) => takeStep(hand, m, c.actorAt(call, m.group), 'refuse', { needs: ['reason'], note: input.reason })),

    payOut: (call, input) => stepOn(call, input, 'payOut', async (hand, m) => {
      const state = await takeStep(hand, m, c.actorAt(call, m.group), 'payOut', { needs: ['date'] });
      const principal = rupiah(m.loan.principal);
      const terms = { ...loanRulesOn(m.decided, m.on), instalments: m.loan.instalments, paidOutOn: m.on };
      await loanRepository.schedule(hand.query, m.loan, terms, loanSchedule({ ...terms, principal }));
      const entry = { id: randomUUID(), memberId: m.loan.memberId, kind: 'loan', source: 'payOut', amount: principal, loanId: m.loan.id, purse: input.outOf } as const;
      await book(hand, m, 'loanPaidOut', entry, loanPaidOut({ groupId: m.group.id, on: m.on, amount: principal, loanId: m.loan.id, outOf: input.outOf }));
      return state;
    }),

    async pay(call, { key, id, amount, on, into }) {
      const { group, rules } = await seen(call, id);
      c.notAhead(on);
      return c.kit.work.once(key, 'savings.loans.pay', call.actor, async (unit) => {
        const hand = c.hand(unit, call.actor);
        const locked = await c.lockMine(call, hand, group.id);
        const [loan] = await loanRepository.find(hand.query, [id], true);
        if (!loan) throw savingsError('LOAN_NOT_FOUND');
        if (!(loanFlow.actions.settle.from as readonly string[]).includes(loan.state)) throw fail('LOAN_NOT_RUNNING', { name: loan.memberName });
        const paid = payLoan(loan.schedule, rupiah(amount), loan.order);
        if (!paid.ok) throw problemError(paid.error);
        const entryId = randomUUID();
        await record(c, hand, locked, on, [instalmentIn({ id: entryId, groupId: group.id, memberId: loan.memberId, on: on as IsoDate, purse: into }, id, paid.value)]);
        await loanRepository.setPaid(hand.query, [{ id, schedule: paid.value.schedule }]);
        unit.audit({ action: 'savings.loan.pay', entity: 'loan', entityId: id, groupId: group.id, regionCode: group.villageCode, changes: { principal: [null, paid.value.principal], service: [null, paid.value.service] } });
        return { id, state: await settleState(hand, { ...loan, schedule: paid.value.schedule }, hand.today, rules) };
      });
    },

    reschedule: (call, input) => stepOn(call, input, 'reschedule', async (hand, m) => {
      const state = await takeStep(hand, m, c.actorAt(call, m.group), 'reschedule', { needs: ['date'], instalments: input.instalments });
      await useDecision(hand, m, 'reschedule', input.instalments);
      const terms = { ...loanRulesOn(m.decided, m.on), instalments: input.instalments };
      const schedule = rescheduleLoan(m.loan.schedule, { ...terms, on: m.on }, m.rules);
      if (!schedule.ok) throw problemError(schedule.error);
      await loanRepository.schedule(hand.query, m.loan, { ...terms, paidOutOn: m.on }, schedule.value);
      return state;
    }),

    writeOff: (call, input) => stepOn(call, input, 'writeOff', async (hand, m) => {
      const left = owedOn(m.loan.schedule).principal;
      const state = await takeStep(hand, m, c.actorAt(call, m.group), 'writeOff', { needs: ['reason'], note: input.reason, writtenOff: left });
      const decisionId = await useDecision(hand, m, 'writeOff');
      await loanRepository.endSchedule(hand.query, m.loan.id);
      const entry = { id: randomUUID(), memberId: m.loan.memberId, kind: 'loan', source: 'writeOff', amount: -left, loanId: m.loan.id, note: input.reason } as const;
      await book(hand, m, 'loanWrittenOff', entry, loanWrittenOff({ groupId: m.group.id, on: m.on, amount: left, loanId: m.loan.id, decisionId }));
      return state;
    }),
  };
}
