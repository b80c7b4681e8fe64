import type { IsoDate } from '../kernel/plain-date.ts';
import type { Rupiah } from '../kernel/rupiah.ts';
import type { AccountId } from './chart.ts';
import type { Transfer } from './ledger.ts';

/** What names one happening of its kind and no other: ids of its records, a running number. */
export type BusinessKey = readonly (string | number)[];

/**
 * A transfer whose id follows from what happened, so that the same happening posted twice counts once. `amount` in rupiah.
 * RangeError when a part of the key is empty or holds `:` or `~`, which would let two keys run into each other.
 */
export function named(kind: string, key: BusinessKey, from: AccountId, to: AccountId, c: { readonly amount: Rupiah; readonly on: IsoDate; readonly document?: string }): Transfer {
  if (key.some((part) => part === '' || /[:~]/.test(String(part)))) throw new RangeError(`not a business key: ${key.join(' ')}`);
  return { id: [kind, ...key].join(':'), kind, from, to, amount: c.amount, on: c.on, ...(c.document === undefined ? {} : { document: c.document }) };
}
