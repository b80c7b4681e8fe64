import type { RuleSet } from '@anyam/domain/programme';
import { savingsError, unpayLoan } from '@anyam/domain/savings';
import type { EntryRecord } from '../persistence/entry.repository.ts';
import { loanRepository } from '../persistence/loan.repository.ts';
import type { Hand } from './context.ts';
import { fail } from './errors.ts';
import { settleState } from './loan-matter.ts';

/** Takes an instalment off its loan. LOAN_CHANGED_SINCE when the loan has another schedule by now, or none. */
export async function unpay(hand: Hand, entry: EntryRecord, rules: RuleSet): Promise<void> {
  const [loan] = await loanRepository.find(hand.query, [entry.loanId ?? ''], true);
  if (!loan) throw savingsError('LOAN_NOT_FOUND');
  const rescheduled = (await loanRepository.steps(hand.query, loan.id)).some((s) => s.action === 'reschedule' && s.at >= entry.at);
  if (rescheduled || loan.state === 'writtenOff') throw fail('LOAN_CHANGED_SINCE');
  const schedule = unpayLoan(loan.schedule, { principal: -entry.amount, service: entry.service });
  await loanRepository.setPaid(hand.query, [{ id: loan.id, schedule }]);
  await settleState(hand, { ...loan, schedule }, hand.today, rules);
}
