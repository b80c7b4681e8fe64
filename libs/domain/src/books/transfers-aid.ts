import type { Transfer } from '../ledger/index.ts';
import { groupAccounts as at } from './group-chart.ts';
import { entry, type AmountBooking } from './group-events.ts';

/** Aid arrived on the group's account (rule 25); `statementLineId` of the bank makes it count once. */
export const aidReceived = (c: AmountBooking & { readonly statementLineId: string }): Transfer[] =>
  [entry('aidReceived', [c.statementLineId], at.aidCapital(c.groupId), at.bank(c.groupId), c)];

/** Aid handed over in goods or animals, at the value of the handover record (BAST). One call an item. */
export const aidGoods = (c: AmountBooking & { readonly handoverId: string; readonly itemId: string }): Transfer[] =>
  [entry('aidGoods', [c.handoverId, c.itemId], at.aidCapital(c.groupId), at.inventory(c.groupId, c.itemId), c)];

/** Unspent aid goes back to the treasury (rule 31). */
export const aidReturned = (c: AmountBooking & { readonly depositId: string }): Transfer[] =>
  [entry('aidReturned', [c.depositId], at.bank(c.groupId), at.aidCapital(c.groupId), c)];
