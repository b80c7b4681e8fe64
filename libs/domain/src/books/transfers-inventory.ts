import type { Rupiah } from '../kernel/index.ts';
import type { Transfer } from '../ledger/index.ts';
import { groupAccounts as at } from './group-chart.ts';
import { entry, part, payer, purse, type AmountBooking, type Booking, type PaidBy, type Purse } from './group-events.ts';

/** A tool, an animal or a lot of animals is bought and kept at cost (no depreciation: assumption). */
export const inventoryBought = (c: AmountBooking & { readonly purchaseId: string; readonly itemId: string; readonly paidBy: PaidBy }): Transfer[] =>
  [entry('inventoryBought', [c.purchaseId, c.itemId], payer(c.groupId, c.paidBy), at.inventory(c.groupId, c.itemId), c)];

type SaleInto = Purse | { readonly dealId: string };

/**
 * An animal or tool of the group's own is sold for `price`: its `cost` (rupiah, 0 for one born here) leaves the inventory,
 * what is above is gain, what is missing is loss. Paid at once, or owed under a deal.
 */
export function inventorySold(
  c: Booking & { readonly saleId: string; readonly itemId: string; readonly price: Rupiah; readonly cost: Rupiah; readonly into: SaleInto },
): Transfer[] {
  const to = typeof c.into === 'string' ? purse(c.groupId, c.into) : at.receivable(c.groupId, c.into.dealId);
  const item = at.inventory(c.groupId, c.itemId);
  const atCost = c.price < c.cost ? c.price : c.cost;
  return [
    ...part(atCost, 'inventorySold', [c.saleId, c.itemId, 'cost'], item, to, c),
    ...part(c.price - atCost, 'inventorySold', [c.saleId, c.itemId, 'gain'], at.income(c.groupId, 'inventoryGain'), to, c),
    ...part(c.cost - atCost, 'inventorySold', [c.saleId, c.itemId, 'loss'], item, at.expense(c.groupId, 'inventoryLoss'), c),
  ];
}

/** An animal died, was stolen or eaten, a tool is gone: its cost becomes an expense. */
export const inventoryLost = (c: AmountBooking & { readonly lossId: string; readonly itemId: string }): Transfer[] =>
  [entry('inventoryLost', [c.lossId, c.itemId], at.inventory(c.groupId, c.itemId), at.expense(c.groupId, 'inventoryLoss'), c)];
