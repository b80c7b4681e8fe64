import type { Rupiah } from '../kernel/index.ts';
import type { Transfer } from '../ledger/index.ts';
import { groupAccounts as at } from './group-chart.ts';
import { entry, part, purse, type AmountBooking, type Booking, type Purse } from './group-events.ts';

/** One instalment of a loan, in rupiah >= 0: what lowers the debt and what is the service charge set by minutes. */
export interface Instalment {
  readonly loanId: string;
  readonly principal: Rupiah;
  readonly service: Rupiah;
}

/** A loan is paid out of the fund's money (rule 37). Once a loan. */
export const loanPaidOut = (c: AmountBooking & { readonly loanId: string; readonly outOf: Purse }): Transfer[] =>
  [entry('loanPaidOut', [c.loanId], purse(c.groupId, c.outOf), at.loan(c.groupId, c.loanId), c)];

/** An instalment is taken from what is due to the member. Every instalment passes there, so her statement has them all. */
export function applyInstalment(c: Booking, memberId: string, i: Instalment, paymentId: string): Transfer[] {
  const due = at.memberPayable(c.groupId, memberId);
  const key = [paymentId, i.loanId];
  return [
    ...part(i.principal, 'loanRepaid', key, at.loan(c.groupId, i.loanId), due, c),
    ...part(i.service, 'serviceCharged', key, at.income(c.groupId, 'service'), due, c),
  ];
}

/** A member pays an instalment in money: in part, in full or early. */
export const instalmentPaid = (c: Booking & Instalment & { readonly memberId: string; readonly paymentId: string; readonly into: Purse }): Transfer[] => [
  ...part(c.principal + c.service, 'instalmentPaid', [c.paymentId, c.loanId], at.memberPayable(c.groupId, c.memberId), purse(c.groupId, c.into), c),
  ...applyInstalment(c, c.memberId, c, c.paymentId),
];

/** By decision in closed minutes, what is left of a loan becomes a loss of the group. */
export const loanWrittenOff = (c: AmountBooking & { readonly loanId: string; readonly decisionId: string }): Transfer[] =>
  [entry('loanWrittenOff', [c.decisionId, c.loanId], at.loan(c.groupId, c.loanId), at.expense(c.groupId, 'writeOff'), c)];
