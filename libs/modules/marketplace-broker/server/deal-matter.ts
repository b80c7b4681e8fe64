import { fail as common, reaches, type Call } from '@anyam/contract-kit';
import { groupAccounts } from '@anyam/domain/books';
import { rupiah, stepRefused, ZERO, type FlowContext, type FlowRole, type HistoryEntry, type IsoDate, type Need, type Rupiah } from '@anyam/domain/kernel';
import { dealFlow, standingOf, type Deal, type DealAction, type DealFacts, type DealState } from '@anyam/domain/marketplace-broker';
import { pilesOf } from '@anyam/domain/production';
import { groupPlace, type GroupRecord } from '@anyam/group/contract';
import type { Transaction } from '@anyam/member/contract';
import type { Query } from '@anyam/server-kit';
import { dealRepository } from '../persistence/deal.repository.ts';
import { partyRepository, type PartyRow } from '../persistence/party.repository.ts';
import { rolesOn, type Hand, type Market } from './context.ts';
import { fail } from './errors.ts';
import { dealFrom, type StoredDeal } from './stored.ts';

/** A deal with what its steps are judged by. */
export interface Matter {
  readonly row: StoredDeal;
  readonly deal: Deal;
  readonly group: GroupRecord;
  readonly party: PartyRow;
  readonly roles: FlowRole[];
  readonly history: readonly HistoryEntry[];
}

/** The deal when the caller reaches its group or signs in for its party; else there is none. With a lock: its row is held. */
export async function matterOf(m: Market, call: Call, id: string, at: { tx: Transaction; query: Query; lock: boolean }): Promise<Matter> {
  const stored = await dealRepository.get(at.query, id, at.lock);
  const group = stored && (await m.ports.group.get(at.tx, stored.groupId));
  if (!stored || !group || !reaches(call, groupPlace(group, stored.partyId))) throw common('NOT_FOUND');
  const party = await partyRepository.get(at.query, stored.partyId);
  if (!party) throw common('NOT_FOUND');
  const row = dealFrom(stored);
  const history = (await dealRepository.steps(at.query, id)).map((s) => ({ action: `deal.${s.action}`, actorId: s.actorId, at: s.at.toISOString() }));
  return { row, deal: row.deal, group, party, roles: rolesOn(call, group, stored.partyId), history };
}
export const inHand = (m: Market, call: Call, id: string, hand: Hand): Promise<Matter> => matterOf(m, call, id, { tx: hand.unit.tx, query: hand.query, lock: true });

/** What the guards ask of a deal as it would stand after the entry. Before it is agreed, a lot that is free counts as held. */
export async function factsOf(m: Market, { deal, party, row }: Matter, tx: Transaction, lock: boolean): Promise<DealFacts> {
  const open = deal.state === 'penawaran' || deal.state === 'sepakat';
  const lots = open ? new Map((await m.ports.production.lots(tx, deal.groupId, deal.lines.map((l) => l.lotId), lock)).map((l) => [l.id, l])) : null;
  const held = (line: Deal['lines'][number]): boolean => {
    const lot = lots?.get(line.lotId);
    return lot !== undefined && line.quantity <= (deal.state === 'penawaran' ? pilesOf(lot).available : (lot.reserved.get(deal.id) ?? 0));
  };
  const { paid, setOff, remaining } = standingOf(deal);
  const settled = rupiah(paid + setOff);
  return { partyBlocked: party.blockedReason !== null, lotsReserved: lots === null || deal.lines.every(held), counted: deal.receipt !== null, settled, remaining, unshared: rupiah(settled - row.shared) };
}

export const contextOf = (call: Call, matter: Matter, facts: DealFacts, given: readonly Need[] = []): FlowContext<DealFacts> =>
  ({ actor: { id: call.actor.userId, roles: matter.roles }, history: matter.history, given, facts });

/** The next state by the flow, or the refusal with its sentences. */
export function nextState(call: Call, matter: Matter, action: DealAction, facts: DealFacts, given: readonly Need[]): DealState {
  const decided = dealFlow.decide(matter.deal.state, action, contextOf(call, matter, facts, given));
  if (!decided.ok) throw stepRefused(decided.error);
  return decided.value;
}

export function expectState(matter: Matter, expected: string): void {
  if (matter.deal.state !== expected) throw common('CHANGED_MEANWHILE');
}

/** Moves the deal and writes the step down; of two who act at once the second is told. */
export async function moveDeal(hand: Hand, matter: Matter, action: DealAction, to: DealState, note: string | null, set: Parameters<typeof dealRepository.move>[5] = {}): Promise<void> {
  const { row, deal, group } = matter;
  if (!(await dealRepository.move(hand.query, deal.id, deal.state, to, hand.now, set))) throw common('CHANGED_MEANWHILE');
  await dealRepository.addStep(hand.query, { regencyCode: row.regencyCode, dealId: deal.id, action, from: deal.state, to, by: hand.who, now: hand.now, note });
  hand.unit.audit({ action: `market.deal.${action}`, entity: 'deal', entityId: deal.id, groupId: group.id, regionCode: group.villageCode, reason: note, changes: { state: [deal.state, to], party: [matter.party.name, matter.party.name] } });
}

/** What the group owes a party for material and advances, rupiah. */
export async function owedTo(m: Market, tx: Transaction, groupId: string, partyId: string): Promise<Rupiah> {
  const account = groupAccounts.payable(groupId, partyId);
  const balance = (await m.ports.books.balances(tx, groupId, [account])).get(account) ?? 0n;
  return balance < 0n ? rupiah(-balance) : ZERO;
}

/** A step's day: not in the future, and not before the day of the step that it follows. */
export function checkDay(m: Market, on: string, notBefore: string | null): IsoDate {
  m.notFuture(on);
  if (notBefore !== null && on < notBefore) throw fail('DATE_TOO_EARLY', { on: notBefore });
  return on as IsoDate;
}
