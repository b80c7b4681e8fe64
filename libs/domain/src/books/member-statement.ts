import type { Transfer } from '../ledger/index.ts';
import { bookOf, changeBy, type Book, type Carried } from './account-book.ts';
import type { GroupAccountKind } from './group-chart.ts';
import type { Period } from './period.ts';

/** What a member earned, saved and owes, to the rupiah, and the books that say why (rule 36). All amounts in rupiah. */
export interface MemberStatement {
  /** Her share of proceeds in the period, before anything was kept back. */
  readonly earned: bigint;
  /** Kept back from proceeds or paid by her in the period. */
  readonly material: bigint;
  readonly iks: bigint;
  readonly principal: bigint;
  readonly service: bigint;
  /** Help from the IKS fund in the period. */
  readonly helped: bigint;
  /** Paid out to her in the period: proceeds and help, not loans or savings. */
  readonly paidOut: bigint;
  /** At the end of the period. `due`: shared but not yet paid out; `owes`: material not settled and what is left of loans. */
  readonly due: bigint;
  readonly saved: bigint;
  readonly owes: bigint;
  readonly books: Readonly<Record<'due' | 'iks' | 'savings' | 'material' | 'loans', Book>>;
}

/** The statement of one member over her loans, for a period or from the beginning. `transfers`: the group's, or those that touch her accounts. */
export function memberStatement(
  transfers: readonly Transfer[], member: { readonly memberId: string; readonly loanIds: readonly string[] }, period?: Period, carried?: Carried,
): MemberStatement {
  const own = (kind: GroupAccountKind) => bookOf(transfers, (a) => a.kind === kind && a.owner === member.memberId, period, carried);
  const books = {
    due: own('memberPayable'),
    iks: own('iks'),
    savings: own('savings'),
    material: own('memberMaterial'),
    loans: bookOf(transfers, (a) => a.kind === 'loan' && member.loanIds.includes(a.owner), period, carried),
  };
  const { lines } = books.due;
  return {
    earned: changeBy(lines, 'shareOut'),
    material: -changeBy(lines, 'materialSettled'),
    iks: changeBy(books.iks.lines, 'iksPaid'),
    principal: -changeBy(lines, 'loanRepaid'),
    service: -changeBy(lines, 'serviceCharged'),
    helped: changeBy(lines, 'iksGiven'),
    paidOut: -changeBy(lines, 'payOut', 'helpPaid'),
    due: books.due.closing,
    saved: books.iks.closing + books.savings.closing,
    owes: books.material.closing + books.loans.closing,
    books,
  };
}
