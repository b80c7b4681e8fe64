import { aidGoods, averageCost, inventoryBought, inventoryLost, inventorySold, groupAccounts, type PaidBy } from '@anyam/domain/books';
import type { IsoDate, Rupiah } from '@anyam/domain/kernel';
import type { Transfer } from '@anyam/domain/ledger';
import type { HerdRow } from '../persistence/herd.repository.ts';

type Booked = Pick<HerdRow, 'id' | 'kind' | 'on' | 'unitId' | 'amount' | 'cost' | 'purse' | 'event'>;

/** What an event of the livestock means for the group's ledger: one account for each animal or lot, at what it cost (births: nothing). */
export function herdTransfers(groupId: string, e: Booked): Transfer[] {
  const c = { groupId, on: e.on as IsoDate };
  const amount = e.amount as Rupiah;
  switch (e.kind) {
    case 'purchase': {
      if (amount === 0n || e.purse === null) return [];
      const paidBy: PaidBy = e.purse === 'cash' || e.purse === 'bank' ? e.purse : { partyId: e.purse };
      return inventoryBought({ ...c, amount, purchaseId: e.id, itemId: e.unitId, paidBy });
    }
    case 'opening':
    case 'transferIn':
      return amount > 0n && 'unit' in e.event && e.event.unit.source === 'aid' ? aidGoods({ ...c, amount, handoverId: e.id, itemId: e.unitId }) : [];
    case 'sale':
      return inventorySold({ ...c, saleId: e.id, itemId: e.unitId, price: amount, cost: e.cost as Rupiah, into: e.purse === 'bank' ? 'bank' : 'cash' });
    case 'death':
    case 'theft':
    case 'slaughter':
    case 'transferOut':
      return e.cost === 0n ? [] : inventoryLost({ ...c, amount: e.cost as Rupiah, lossId: e.id, itemId: e.unitId });
    default:
      return [];
  }
}

export const inventoryOf = groupAccounts.inventory;
/** What `head` of a unit of `held` stand for, of all that the unit is worth in the books. */
export const costOfHead = (head: number, held: number, worth: bigint): bigint => (head > held ? 0n : averageCost(head, held, worth as Rupiah));
