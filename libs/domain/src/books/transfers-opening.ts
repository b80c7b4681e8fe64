import { err, ok, rupiah, type Result, type Rupiah } from '../kernel/index.ts';
import type { AccountId, Transfer } from '../ledger/index.ts';
import { groupAccounts as at } from './group-chart.ts';
import { entry, type Booking } from './group-events.ts';

/** What a group had on the day its books begin, and what it had it from. Rupiah, >= 0. */
export interface Opening extends Booking {
  readonly openingId: string;
  readonly cash: Rupiah;
  readonly bank: Rupiah;
  /** Tools and animals at what they are worth; `itemId` names each. */
  readonly items: readonly { readonly itemId: string; readonly amount: Rupiah }[];
  readonly iks: readonly { readonly memberId: string; readonly amount: Rupiah }[];
  /** What is left of aid that the group got before. */
  readonly aid: Rupiah;
}
const sum = (rows: readonly { readonly amount: bigint }[]): bigint => rows.reduce((total, r) => total + r.amount, 0n);

/** What is had, less solidarity fund and aid, rupiah: the group's own capital when positive, a loss nobody wrote down when negative. */
export const openingRest = (c: Pick<Opening, 'cash' | 'bank' | 'items' | 'iks' | 'aid'>): bigint => c.cash + c.bank + sum(c.items) - sum(c.iks) - c.aid;

/**
 * The opening entry: what is had stands against the solidarity fund by member, then aid capital, and the rest is the group's
 * own capital (assumption: no law says how a group's first books begin). Err: by how much fund and aid are more than there is.
 */
export function openingBalance(c: Opening): Result<Transfer[], Rupiah> {
  const rest = openingRest(c);
  if (rest < 0n) return err(rupiah(-rest));
  const sources: [AccountId, bigint][] = [...c.iks.map((m): [AccountId, bigint] => [at.iks(c.groupId, m.memberId), m.amount]), [at.aidCapital(c.groupId), c.aid], [at.capital(c.groupId), rest]];
  const assets: [AccountId, bigint][] = [[at.cash(c.groupId), c.cash], [at.bank(c.groupId), c.bank], ...c.items.map((i): [AccountId, bigint] => [at.inventory(c.groupId, i.itemId), i.amount])];
  const transfers: Transfer[] = [];
  const [from, to] = [sources.filter(([, n]) => n > 0n), assets.filter(([, n]) => n > 0n)];
  // Both sides have the same sum: each source is laid over what is not yet explained.
  while (from[0] && to[0]) {
    const amount = from[0][1] < to[0][1] ? from[0][1] : to[0][1];
    transfers.push(entry('openingBalance', [c.openingId, transfers.length + 1], from[0][0], to[0][0], { ...c, amount: amount as Rupiah }));
    for (const side of [from, to]) {
      const [account, left] = side[0] as [AccountId, bigint];
      if (left === amount) side.shift();
      else side[0] = [account, left - amount];
    }
  }
  return ok(transfers);
}
