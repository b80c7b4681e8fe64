import type { Rupiah } from '../kernel/index.ts';
import type { Transfer } from '../ledger/index.ts';
import { groupAccounts as at } from './group-chart.ts';
import { entry, payer, type AmountBooking, type PaidBy } from './group-events.ts';

interface OfMaterial extends AmountBooking {
  readonly materialId: string;
}
interface OfMember extends OfMaterial {
  readonly memberId: string;
}

/**
 * Value of `quantity` out of a store of `held` units worth `value`, at average cost. Integers; rounded down, and the last
 * unit takes the rest, so an empty store is worth nothing. RangeError when more is taken than is there.
 */
export function averageCost(quantity: number, held: number, value: Rupiah): Rupiah {
  if (quantity < 0 || quantity > held) throw new RangeError(`${quantity} of ${held}`);
  return (held === 0 ? 0n : (value * BigInt(quantity)) / BigInt(held)) as Rupiah;
}

/** Raw material (or goods for resale) comes into the store: bought, or brought by a broker or supplier on account. */
export const materialBought = (c: OfMaterial & { readonly purchaseId: string; readonly paidBy: PaidBy }): Transfer[] =>
  [entry('materialBought', [c.purchaseId, c.materialId], payer(c.groupId, c.paidBy), at.materialStock(c.groupId, c.materialId), c)];

/** Material goes back from the store; the debt falls by as much, or the money comes back. */
export const materialSentBack = (c: OfMaterial & { readonly returnId: string; readonly creditedTo: PaidBy }): Transfer[] =>
  [entry('materialSentBack', [c.returnId, c.materialId], at.materialStock(c.groupId, c.materialId), payer(c.groupId, c.creditedTo), c)];

/** A member takes material at cost. Until it is settled or returned she owes its value. */
export const materialIssued = (c: OfMember & { readonly issueId: string }): Transfer[] =>
  [entry('materialIssued', [c.issueId, c.materialId], at.materialStock(c.groupId, c.materialId), at.memberMaterial(c.groupId, c.memberId), c)];

/** A member brings unused material back. */
export const materialReturned = (c: OfMember & { readonly returnId: string }): Transfer[] =>
  [entry('materialReturned', [c.returnId, c.materialId], at.memberMaterial(c.groupId, c.memberId), at.materialStock(c.groupId, c.materialId), c)];

/** Material or goods in the store used up for the group's own work: a shop's goods sold, material of a joint order. */
export const materialUsed = (c: OfMaterial & { readonly useId: string }): Transfer[] =>
  [entry('materialUsed', [c.useId, c.materialId], at.materialStock(c.groupId, c.materialId), at.expense(c.groupId, 'materialUsed'), c)];

/** Material lost, rotten or rejected: in the store, or with a member whom the group relieves of it. */
export const materialLost = (c: OfMaterial & { readonly lossId: string; readonly memberId?: string }): Transfer[] => {
  const from = c.memberId === undefined ? at.materialStock(c.groupId, c.materialId) : at.memberMaterial(c.groupId, c.memberId);
  return [entry('materialLost', [c.lossId, c.materialId], from, at.expense(c.groupId, 'materialLoss'), c)];
};
