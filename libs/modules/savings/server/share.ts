import { randomUUID } from 'node:crypto';
import { fail as common } from '@anyam/contract-kit';
import { isoDate, rupiah } from '@anyam/domain/kernel';
import { decisionInForce } from '@anyam/domain/meeting';
import { loanFlow, payLoan, savingsError } from '@anyam/domain/savings';
import { inTx, type Tx, type Work } from '@anyam/server-kit';
import type { SavingsPort } from '../contract/index.ts';
import { entryRepository, type NewEntry } from '../persistence/entry.repository.ts';
import { loanRepository } from '../persistence/loan.repository.ts';
import type { SavingsContext } from './context.ts';
import { fail } from './errors.ts';
import { settleState } from './loan-matter.ts';
import { keep } from './record.ts';
import { unpay } from './unpay.ts';

/** What other modules use, inside their own transaction. The caller has judged the area. */
export function createShare(c: SavingsContext): Pick<SavingsPort, 'iksRate' | 'owed' | 'fromShare' | 'backFromShare'> {
  return {
    iksRate: async (tx, groupId, on) => decisionInForce('iksRate', await c.needs.meeting.decisions(tx, groupId), isoDate(on))?.content ?? null,
    owed: (tx, groupId, on) => loanRepository.owed(inTx(tx as Tx), groupId, on),

    async fromShare(unit, who, groupId, { paymentId, on, meetingId, lines }) {
      const hand = c.hand(unit as Work, who);
      const group = await c.needs.group.get(unit.tx, groupId);
      if (!group) throw common('NOT_FOUND');
      const loans = new Map((await loanRepository.find(hand.query, [...new Set(lines.flatMap((l) => l.loans.map((x) => x.loanId)))], true)).map((l) => [l.id, l]));
      const entries: NewEntry[] = [];
      for (const line of lines) {
        const kept = { memberId: line.memberId, source: 'share' as const, paymentId, meetingId };
        if (line.iks > 0n) entries.push({ ...kept, id: randomUUID(), kind: 'iks', amount: line.iks });
        for (const part of line.loans.filter((x) => x.principal + x.service > 0n)) {
          const loan = loans.get(part.loanId);
          if (!loan || loan.groupId !== groupId || loan.memberId !== line.memberId) throw savingsError('LOAN_NOT_FOUND');
          if (!(loanFlow.actions.settle.from as readonly string[]).includes(loan.state)) throw fail('LOAN_NOT_RUNNING', { name: loan.memberName });
          const paid = payLoan(loan.schedule, rupiah(part.principal + part.service), loan.order);
          if (!paid.ok || paid.value.principal !== part.principal) throw fail('SHARE_NOT_FIT');
          loans.set(loan.id, { ...loan, schedule: paid.value.schedule });
          entries.push({ ...kept, id: randomUUID(), kind: 'loan', amount: -part.principal, service: part.service, loanId: loan.id });
        }
      }
      // A share of proceeds is due and paid in one: the agreed and the paid of the fund grow together.
      const rate = decisionInForce('iksRate', await c.needs.meeting.decisions(unit.tx, groupId), isoDate(on))?.content;
      if (rate?.kind === 'proceeds') {
        await entryRepository.addDue(hand.query, { regencyCode: group.regencyCode, groupId, on, occasion: `payment:${paymentId}`, rows: lines.map((l) => ({ memberId: l.memberId, amount: l.iks })) });
      }
      await keep(hand, group, on, entries);
      await loanRepository.setPaid(hand.query, [...loans.values()]);
      if (loans.size === 0) return;
      const rules = await c.rulesFor(group.regencyCode);
      for (const loan of loans.values()) await settleState(hand, loan, hand.today, rules);
    },

    async backFromShare(unit, who, groupId, { paymentId, on, reason }) {
      const hand = c.hand(unit as Work, who);
      const group = await c.needs.group.get(unit.tx, groupId);
      if (!group) throw common('NOT_FOUND');
      const entries = (await entryRepository.standing(hand.query, { paymentId })).filter((e) => e.groupId === groupId);
      const loans = entries.filter((e) => e.kind === 'loan');
      // The schedule first: its own sentence says more than a balance that would fall too low.
      if (loans.length > 0) {
        const rules = await c.rulesFor(group.regencyCode);
        for (const entry of loans) await unpay(hand, entry, rules);
      }
      await entryRepository.dropDue(hand.query, { groupId, paymentId, on });
      await keep(hand, group, on, entries.map(({ id, memberId, kind, source, loanId, meetingId, amount, service }) =>
        ({ id: randomUUID(), memberId, kind, source, loanId, meetingId, paymentId, amount: -amount, service: -service, reverses: id, reason })));
    },
  };
}
