import { ZERO, type Rupiah } from '../kernel/index.ts';
import type { Transfer } from '../ledger/index.ts';
import { groupAccounts as at } from './group-chart.ts';
import { entry, part, purse, type AmountBooking, type Booking, type Purse } from './group-events.ts';
import { applyInstalment, type Instalment } from './transfers-loans.ts';

interface OfDeal extends AmountBooking {
  readonly dealId: string;
}

/** The buyer accepted the goods at this amount: it owes it, and the group owes it to its members. Once a deal. */
export const saleAccepted = (c: OfDeal): Transfer[] =>
  [entry('saleAccepted', [c.dealId], at.proceeds(c.groupId, c.dealId), at.receivable(c.groupId, c.dealId), c)];

/** A dispute ended with less: the claim and what is to be shared fall. Fails at posting when that part was shared already. */
export const claimReduced = (c: OfDeal & { readonly disputeId: string }): Transfer[] =>
  [entry('claimReduced', [c.disputeId], at.receivable(c.groupId, c.dealId), at.proceeds(c.groupId, c.dealId), c)];

/** By decision, a claim that was shared and will not be paid becomes a loss of the group. */
export const claimWrittenOff = (c: OfDeal & { readonly decisionId: string }): Transfer[] =>
  [entry('claimWrittenOff', [c.decisionId, c.dealId], at.receivable(c.groupId, c.dealId), at.expense(c.groupId, 'writeOff'), c)];

/** The buyer paid, in full or in part. */
export const buyerPaid = (c: OfDeal & { readonly paymentId: string; readonly into: Purse }): Transfer[] =>
  [entry('buyerPaid', [c.paymentId], at.receivable(c.groupId, c.dealId), purse(c.groupId, c.into), c)];

/** What the group owes a party for material or an advance is set off against what the party owes for goods. */
export const setOff = (c: OfDeal & { readonly partyId: string; readonly setOffId: string }): Transfer[] =>
  [entry('setOff', [c.setOffId], at.receivable(c.groupId, c.dealId), at.payable(c.groupId, c.partyId), c)];

/** A party advances money on goods to come. */
export const advanceReceived = (c: AmountBooking & { readonly partyId: string; readonly advanceId: string; readonly into: Purse }): Transfer[] =>
  [entry('advanceReceived', [c.advanceId], at.payable(c.groupId, c.partyId), purse(c.groupId, c.into), c)];

/** The group pays a party what it owes for material, or an advance back. */
export const partyPaid = (c: AmountBooking & { readonly partyId: string; readonly paymentId: string; readonly outOf: Purse }): Transfer[] =>
  [entry('partyPaid', [c.paymentId], purse(c.groupId, c.outOf), at.payable(c.groupId, c.partyId), c)];

/** What one member gets of a payment and what is kept back, in rupiah >= 0. What is left is hers: `netOf`. */
export interface ShareLine {
  readonly memberId: string;
  readonly gross: Rupiah;
  readonly material: Rupiah;
  readonly iks: Rupiah;
  readonly instalment?: Instalment;
}

/** Rule 40: net = gross - material - IKS - instalment. Negative when more is kept back than there is. */
export const netOf = (l: ShareLine): Rupiah =>
  (l.gross - l.material - l.iks - (l.instalment?.principal ?? ZERO) - (l.instalment?.service ?? ZERO)) as Rupiah;

/**
 * A payment (or set-off) is shared to members by their lots (rule 40). The net stays due until `payOut`. `groupShare` is
 * what the group keeps for itself by decision. Posting fails when more is shared than the deal brought, when a member owes
 * less material or principal than is settled, and (as no one may owe the group here) when a net is below zero.
 */
export function shareOut(
  c: Booking & { readonly dealId: string; readonly paymentId: string; readonly lines: readonly ShareLine[]; readonly groupShare?: Rupiah },
): Transfer[] {
  const proceeds = at.proceeds(c.groupId, c.dealId);
  return [
    ...part(c.groupShare ?? ZERO, 'groupShare', [c.paymentId], at.income(c.groupId, 'groupShare'), proceeds, c),
    ...c.lines.flatMap((l) => {
      const due = at.memberPayable(c.groupId, l.memberId);
      const key = [c.paymentId, l.memberId];
      return [
        ...part(l.gross, 'shareOut', key, due, proceeds, c),
        ...part(l.material, 'materialSettled', key, at.memberMaterial(c.groupId, l.memberId), due, c),
        ...part(l.iks, 'iksPaid', key, at.iks(c.groupId, l.memberId), due, c),
        ...(l.instalment ? applyInstalment(c, l.memberId, l.instalment, c.paymentId) : []),
      ];
    }),
  ];
}

/** A member is paid what is due to her, in full or in part. */
export const payOut = (c: AmountBooking & { readonly memberId: string; readonly payoutId: string; readonly outOf: Purse }): Transfer[] =>
  [entry('payOut', [c.payoutId, c.memberId], purse(c.groupId, c.outOf), at.memberPayable(c.groupId, c.memberId), c)];
