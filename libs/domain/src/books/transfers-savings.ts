import { splitByWeight, sum, type Rupiah } from '../kernel/index.ts';
import type { AccountId, Transfer } from '../ledger/index.ts';
import { groupAccounts as at } from './group-chart.ts';
import { entry, part, purse, type AmountBooking, type GroupEventKind, type Purse } from './group-events.ts';

interface OfMember extends AmountBooking {
  readonly memberId: string;
}
/** What a member has in the IKS fund, rupiah >= 0. */
export interface IksBalance {
  readonly memberId: string;
  readonly balance: Rupiah;
}

/** A member pays IKS in money, at a meeting. What is kept back from proceeds is part of `shareOut`. */
export const iksPaidInMoney = (c: OfMember & { readonly receiptId: string; readonly into: Purse }): Transfer[] =>
  [entry('iksPaid', [c.receiptId, c.memberId], at.iks(c.groupId, c.memberId), purse(c.groupId, c.into), c)];

/**
 * Who bears how much of a use of the fund: by balance, largest remainder, to the rupiah; never more than a balance while
 * the fund holds the amount. An amount beyond it is still spread, so that posting says what is missing (rule 36).
 * RangeError without members.
 */
export function spreadOverFund(amount: Rupiah, balances: readonly IksBalance[]): { memberId: string; amount: Rupiah }[] {
  const weights = sum(balances.map((b) => b.balance)) === 0n ? balances.map(() => 1n) : balances.map((b) => b.balance);
  const shares = splitByWeight(amount, weights);
  return balances.map(({ memberId }, i) => ({ memberId, amount: shares[i] as Rupiah }));
}

interface UseOfIks extends AmountBooking {
  /** The decision in closed minutes (rule 35). */
  readonly decisionId: string;
  readonly balances: readonly IksBalance[];
}

const outOfFund = (c: UseOfIks, kind: GroupEventKind, use: AccountId): Transfer[] =>
  spreadOverFund(c.amount, c.balances).flatMap((s) => part(s.amount, kind, [c.decisionId, s.memberId], use, at.iks(c.groupId, s.memberId), c));

/** IKS becomes productive capital or a new line of business. What is bought with it is booked by itself (`inventoryBought`, ...). */
export const iksInvested = (c: UseOfIks): Transfer[] => outOfFund(c, 'iksInvested', at.capital(c.groupId));

/** IKS helps a member in need: her own account shows it, and it is paid at once. */
export const iksGiven = (c: UseOfIks & { readonly helpedMemberId: string; readonly outOf: Purse }): Transfer[] => {
  const due = at.memberPayable(c.groupId, c.helpedMemberId);
  return [
    ...outOfFund(c, 'iksGiven', due),
    entry('helpPaid', [c.decisionId], purse(c.groupId, c.outOf), due, c),
  ];
};

/** A member puts savings of her own choice into the group's keeping. */
export const savingsDeposited = (c: OfMember & { readonly receiptId: string; readonly into: Purse }): Transfer[] =>
  [entry('savingsDeposited', [c.receiptId, c.memberId], at.savings(c.groupId, c.memberId), purse(c.groupId, c.into), c)];

/** A member takes her savings back, in full or in part. */
export const savingsWithdrawn = (c: OfMember & { readonly receiptId: string; readonly outOf: Purse }): Transfer[] =>
  [entry('savingsWithdrawn', [c.receiptId, c.memberId], purse(c.groupId, c.outOf), at.savings(c.groupId, c.memberId), c)];
