import { fail as common, type Call } from '@anyam/contract-kit';
import { fill, type IsoDate } from '@anyam/domain/kernel';
import type { RuleSet } from '@anyam/domain/programme';
import { arrearsOf, lendable, loanFlow, memberLimit, owedOn, savingsProblemText, type LoanState } from '@anyam/domain/savings';
import type { GroupRecord } from '@anyam/group/contract';
import type { z } from 'zod';
import type { LoanCases, loanRow } from '../contract/index.ts';
import { entryRepository } from '../persistence/entry.repository.ts';
import { fundRepository } from '../persistence/fund.repository.ts';
import { loanRepository, type LoanWithSchedule } from '../persistence/loan.repository.ts';
import type { SavingsContext } from './context.ts';
import { decidedBy, loanRulesOn, viewOf } from './decisions.ts';
import { buttonsOf, decisionFor, fundOf, problemsOf, type LoanMatter } from './loan-matter.ts';

const stateView = (state: LoanState) => ({ key: state, label: { ...loanFlow.states[state].label }, tone: loanFlow.states[state].tone });

function rowOf(l: LoanWithSchedule, on: IsoDate, rules: RuleSet): z.infer<typeof loanRow> {
  const running = (loanFlow.actions.settle.from as readonly string[]).includes(l.state);
  const { amount, days, level } = arrearsOf(running ? l.schedule : [], on, rules);
  return {
    id: l.id, memberId: l.memberId, memberName: l.memberName, officer: l.officer, state: stateView(l.state), principal: l.principal, instalments: l.instalments, what: l.what, appliedOn: l.appliedOn,
    paidOutOn: l.paidOutOn, owed: running ? owedOn(l.schedule).total : 0n, arrears: amount, days, level, nextDue: running ? (l.schedule.find((i) => owedOn([i]).total > 0n)?.due ?? null) : null,
  };
}

type Seen = (call: Call, id: string) => Promise<{ group: GroupRecord; rules: RuleSet }>;

/** What pages show of loans. */
export function createLoanViews(c: SavingsContext, seen: Seen): Pick<LoanCases, 'ofGroup' | 'detail'> {
  const prisma = c.kit.db.prisma;
  return {
    async ofGroup(call, { groupId }) {
      const group = await c.mine(call, groupId);
      const today = c.kit.clock.today();
      const rules = await c.rulesFor(group.regencyCode);
      const [loans, balance, decided, members] = await Promise.all([
        loanRepository.ofGroup(c.query, groupId), fundRepository.group(c.query, groupId), decidedBy(c, prisma, c.query, groupId), fundRepository.members(c.query, groupId),
      ]);
      const own = loanRulesOn(decided, today);
      const fund = fundOf(balance);
      return {
        rows: loans.map((l) => rowOf(l, today, rules)), writable: c.may(call, group, 'savings.record') && group.state !== 'dissolved',
        terms: { charge: { ...own.charge }, every: own.every, limit: memberLimit(fund, rules, own.limit), lendable: lendable(fund, rules), maxInstalments: rules.loanMaxInstalments, decided: own.decided },
        members: members.filter((m) => m.active).map((m) => ({ memberId: m.memberId, name: m.name })),
      };
    },

    async detail(call, { id }) {
      const { group, rules } = await seen(call, id);
      const today = c.kit.clock.today();
      const [[loan], running, balance, decided, members, payments, steps] = await Promise.all([
        loanRepository.find(c.query, [id]), loanRepository.ofGroup(c.query, group.id, 'running'), fundRepository.group(c.query, group.id), decidedBy(c, prisma, c.query, group.id),
        fundRepository.members(c.query, group.id), entryRepository.ofLoan(c.query, id), loanRepository.steps(c.query, id),
      ]);
      if (!loan) throw common('NOT_FOUND');
      const m: LoanMatter = { loan, running, balance, decided, rules, activeMember: members.some((x) => x.active && x.memberId === loan.memberId), on: today };
      const waiting = loan.state === 'requested' || loan.state === 'approved';
      const reschedule = decisionFor('reschedule', m);
      const owed = owedOn(loan.schedule);
      const live = !['writtenOff', 'refused'].includes(loan.state);
      return {
        ...rowOf(loan, today, rules), groupId: group.id, groupName: group.name, charge: { ...loan.charge }, every: loan.every, order: loan.order,
        owedPrincipal: live ? owed.principal : 0n, owedService: live ? owed.service : 0n, writtenOff: loan.writtenOff, rescheduled: Math.max(0, loan.version - 1),
        schedule: loan.schedule.map((i) => ({ ...i, overdue: live && i.due < today && owedOn([i]).total > 0n })),
        payments: payments.filter((e) => e.source !== 'payOut').map((e) => ({
          id: e.id, on: e.on, principal: -e.amount, service: e.service, source: e.source, actorName: e.actorName, isReversal: e.reverses !== null, reversed: e.takenBack !== null, reason: e.reason ?? e.takenBack?.reason ?? null,
        })),
        decisions: decided.all.filter((d) => decided.used.get(d.id) === loan.id).map(viewOf),
        problems: waiting ? problemsOf(m).map((p) => ({ id: savingsProblemText(p, 'id'), en: savingsProblemText(p, 'en') })) : [],
        rescheduleTo: reschedule?.ok && reschedule.value.kind === 'reschedule' ? reschedule.value.content.instalments : null,
        buttons: !c.may(call, group, 'savings.decide') ? [] : buttonsOf(m, c.actorAt(call, group)).map((b) => ({
          action: b.action, label: { ...b.label }, to: b.to, needs: [...b.needs], enabled: b.enabled,
          blockers: b.blockers.map((x) => ({ code: x.code, text: { id: fill(x.text.id, x.params), en: fill(x.text.en, x.params) }, clearedBy: { ...x.clearedBy } })),
        })),
        history: steps.map((s) => ({
          action: s.action, label: { ...(loanFlow.isAction(s.action) ? loanFlow.actions[s.action].label : { id: s.action, en: s.action }) },
          to: { ...(loanFlow.isState(s.to) ? loanFlow.states[s.to].label : { id: s.to, en: s.to }) }, actorName: s.actorName, at: s.at, note: s.note,
        })),
      };
    },
  };
}
