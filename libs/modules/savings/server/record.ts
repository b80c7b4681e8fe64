import { GROUP_EVENTS, instalmentPaid, iksPaidInMoney, savingsDeposited, savingsWithdrawn, type GroupEventKind, type Purse } from '@anyam/domain/books';
import type { BookPosting } from '@anyam/books/contract';
import type { IsoDate, Rupiah } from '@anyam/domain/kernel';
import type { Transfer } from '@anyam/domain/ledger';
import type { GroupRecord } from '@anyam/group/contract';
import { isCheckViolation } from '@anyam/server-kit';
import { entryRepository, type NewEntry } from '../persistence/entry.repository.ts';
import type { Hand, SavingsContext } from './context.ts';
import { fail } from './errors.ts';

/** Name of an entry's event in the books; the same for what is taken back. */
export const eventKey = (entryId: string): string => `savings-${entryId}`;

/** An entry of money with what the books say of it. */
export interface Recorded {
  readonly entry: NewEntry;
  readonly event: GroupEventKind;
  readonly transfers: readonly Transfer[];
}

interface Given {
  readonly id: string;
  readonly groupId: string;
  readonly memberId: string;
  readonly on: IsoDate;
  readonly purse: Purse;
  readonly meetingId?: string | null;
  readonly note?: string | null;
}
const of = (g: Given) => ({ groupId: g.groupId, memberId: g.memberId, on: g.on });
const rest = (g: Given) => ({ id: g.id, memberId: g.memberId, purse: g.purse, meetingId: g.meetingId ?? null, note: g.note ?? null });

/** IKS in money. Amounts in rupiah > 0. */
export const iksInMoney = (g: Given, amount: Rupiah): Recorded =>
  ({ entry: { ...rest(g), kind: 'iks', source: 'money', amount }, event: 'iksPaid', transfers: iksPaidInMoney({ ...of(g), amount, receiptId: g.id, into: g.purse }) });
export const savingsIn = (g: Given, amount: Rupiah): Recorded =>
  ({ entry: { ...rest(g), kind: 'voluntary', source: 'money', amount }, event: 'savingsDeposited', transfers: savingsDeposited({ ...of(g), amount, receiptId: g.id, into: g.purse }) });
export const savingsOut = (g: Given, amount: Rupiah): Recorded =>
  ({ entry: { ...rest(g), kind: 'voluntary', source: 'withdrawal', amount: -amount }, event: 'savingsWithdrawn', transfers: savingsWithdrawn({ ...of(g), amount, receiptId: g.id, outOf: g.purse }) });
export const instalmentIn = (g: Given, loanId: string, paid: { readonly principal: Rupiah; readonly service: Rupiah }): Recorded => ({
  entry: { ...rest(g), kind: 'loan', source: 'money', amount: -paid.principal, service: paid.service, loanId },
  event: 'instalmentPaid', transfers: instalmentPaid({ ...of(g), loanId, ...paid, paymentId: g.id, into: g.purse }),
});

const posting = (r: Recorded): BookPosting =>
  ({ event: { key: eventKey(r.entry.id), kind: r.event, text: GROUP_EVENTS[r.event].label, meetingId: r.entry.meetingId ?? null, memberId: r.entry.memberId }, transfers: r.transfers });

/** Writes entries and their bookings: two sets, whatever their number. */
export async function record(c: SavingsContext, hand: Hand, group: GroupRecord, on: string, recorded: readonly Recorded[]): Promise<void> {
  if (recorded.length === 0) return;
  await c.needs.books.postMany(hand.unit, hand.who, group.id, recorded.map(posting));
  await keep(hand, group, on, recorded.map((r) => r.entry));
}

/** Writes savings' own rows only. A balance that would fall below zero is said as a sentence. */
export async function keep(hand: Hand, group: Pick<GroupRecord, 'id' | 'regencyCode'>, on: string, entries: readonly NewEntry[]): Promise<void> {
  try {
    await entryRepository.add(hand.query, { regencyCode: group.regencyCode, groupId: group.id, on, actorId: hand.who.userId, actorName: hand.who.name, at: hand.now, entries });
  } catch (error) {
    if (isCheckViolation(error, 'savings_group_fund_floor') || isCheckViolation(error, 'savings_member_iks_floor')) throw fail('MONEY_IN_USE', { what: 'dana IKS', whatEn: 'the solidarity fund' });
    if (isCheckViolation(error, 'savings_member_voluntary_floor')) throw fail('MONEY_IN_USE', { what: 'simpanannya', whatEn: 'the savings' });
    throw error;
  }
}
