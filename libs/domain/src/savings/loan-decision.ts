import type { DecisionTest } from '../meeting/index.ts';
import type { Rupiah } from '../kernel/index.ts';

/** Tests for `requireDecision`: a decision carries a step only when it names this loan, and goes as far as the step does. */

/** A loan to this member of at least this principal (rupiah), in as many instalments as agreed. */
export const approvesLoan = (loan: { readonly memberId: string; readonly principal: Rupiah; readonly instalments: number }): DecisionTest<'loan'> =>
  ({ content: c }) => c.memberId === loan.memberId && c.amount >= loan.principal && c.instalments === loan.instalments;

export const reschedulesLoan = (loan: { readonly loanId: string; readonly instalments: number }): DecisionTest<'reschedule'> =>
  ({ content: c }) => c.loanId === loan.loanId && c.instalments === loan.instalments;

/** `amount`: what would be written off (rupiah), at most what the meeting named. */
export const writesOffLoan = (loan: { readonly loanId: string; readonly amount: Rupiah }): DecisionTest<'writeOff'> =>
  ({ content: c }) => c.loanId === loan.loanId && c.amount >= loan.amount;
