import { formatRupiah, rupiah, type Rupiah } from '../kernel/index.ts';
import { marketProblem, type MarketProblem } from './errors.ts';

/** A member's slip as it stands, in rupiah >= 0. */
export interface SlipStanding {
  readonly memberName: string;
  readonly net: Rupiah;
  /** Paid out so far; what was taken back is left out. */
  readonly paidOut: Rupiah;
  /** What the group owes the member by its books now, of all share-outs together. */
  readonly owedByBooks: Rupiah;
}

/** Left to pay of a slip, rupiah >= 0. */
export const leftOf = ({ net, paidOut }: Pick<SlipStanding, 'net' | 'paidOut'>): Rupiah => rupiah(net > paidOut ? net - paidOut : 0n);

/**
 * What stands against taking a share-out back; null when nothing does. SHARE_REVERSED: it was, already. SLIP_PAID_OUT: members who
 * hold money by their slip; those payouts are taken back first. DUE_PAID_ELSEWHERE: the books paid the member what the slip left due.
 */
export function shareBackProblem(reversed: boolean, slips: readonly SlipStanding[]): MarketProblem | null {
  if (reversed) return marketProblem('SHARE_REVERSED');
  const paid = slips.filter((s) => s.paidOut > 0n);
  if (paid.length > 0) return marketProblem('SLIP_PAID_OUT', { names: names(paid) });
  const elsewhere = slips.filter((s) => s.net > s.owedByBooks);
  return elsewhere.length > 0 ? marketProblem('DUE_PAID_ELSEWHERE', { names: names(elsewhere) }) : null;
}

/** Against paying an amount (rupiah) of a slip: a share-out taken back pays nothing, and no slip pays more than is left of it. */
export function payoutProblem(reversed: boolean, slip: SlipStanding, amount: Rupiah): MarketProblem | null {
  if (reversed) return marketProblem('SHARE_REVERSED');
  if (amount <= 0n) return marketProblem('AMOUNT_BAD');
  const left = leftOf(slip);
  return amount > left ? marketProblem('PAYOUT_TOO_HIGH', { name: slip.memberName, left: formatRupiah(left), amount: formatRupiah(amount) }) : null;
}

const names = (slips: readonly SlipStanding[]): string => slips.map((s) => s.memberName).join(', ');
