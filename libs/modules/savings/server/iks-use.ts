import { randomUUID } from 'node:crypto';
import { fail as common } from '@anyam/contract-kit';
import { GROUP_EVENTS, iksGiven, iksInvested } from '@anyam/domain/books';
import { rupiah, type IsoDate, type Rupiah } from '@anyam/domain/kernel';
import { accountParts } from '@anyam/domain/ledger';
import { planIksUse, type IksBalances } from '@anyam/domain/savings';
import type { Transaction } from '@anyam/member/contract';
import type { FundCases } from '../contract/index.ts';
import { entryRepository } from '../persistence/entry.repository.ts';
import { fundRepository } from '../persistence/fund.repository.ts';
import type { SavingsContext } from './context.ts';
import { decidedBy, requireUnused } from './decisions.ts';
import { fail, problemError } from './errors.ts';
import { needDecision } from './need-decision.ts';
import { eventKey, keep } from './record.ts';

/** What each member holds in the fund by the books, which are the truth of it. */
export async function fundByBooks(c: SavingsContext, tx: Transaction, groupId: string): Promise<IksBalances> {
  const accounts = await c.needs.books.accounts(tx, groupId, ['iks']);
  return new Map(accounts.map((a) => [accountParts(a.id).owner, rupiah(-a.balance)]));
}

/** A decision on the fund is carried out: every member bears her part, and it becomes capital or is paid as help. */
export const createIksUse = (c: SavingsContext): FundCases['use'] => async (call, { key, groupId, decisionId, on, outOf }) => {
  const seen = await c.mine(call, groupId);
  c.notAhead(on);
  const rules = await c.rulesFor(seen.regencyCode, on);
  return c.kit.work.once(key, 'savings.fund.use', call.actor, async (unit) => {
    const hand = c.hand(unit, call.actor);
    const group = await c.lockMine(call, hand, groupId);
    const decided = await decidedBy(c, unit.tx, hand.query, groupId);
    if (decided.used.has(decisionId)) throw fail('DECISION_USED');
    const decision = needDecision(requireUnused(decided, 'iksUse', on as IsoDate, (d) => d.id === decisionId));
    const { purpose, amount, what, memberId } = decision.content;
    const balances = await fundByBooks(c, unit.tx, groupId);
    const balance = await fundRepository.group(hand.query, groupId);
    const plan = planIksUse(decision.content, { balances, lent: rupiah(balance.lent + balance.lost), rules });
    if (!plan.ok) throw problemError(plan.error[0] as (typeof plan.error)[number]);

    const id = randomUUID();
    const kept = { regencyCode: group.regencyCode, groupId, decisionId, on, actorId: call.actor.userId, at: hand.now };
    const round = await fundRepository.takeDecision(hand.query, { ...kept, kind: 'iksUse', subjectId: id });
    if (round === null) throw fail('DECISION_USED');
    await fundRepository.addUse(hand.query, { ...kept, id, purpose, what, amount, memberId, meetingId: decision.meetingId, actorName: call.actor.name });
    // Carried out anew after a use was taken back it is another happening in the books.
    const booking = { groupId, on: on as IsoDate, amount: amount as Rupiah, decisionId: round === 0 ? decisionId : `${decisionId}.${round}`, balances: [...balances].map(([m, b]) => ({ memberId: m, balance: b })), document: what.slice(0, 200) };
    const help = purpose === 'socialHelp' && memberId !== null;
    const event = help ? 'iksGiven' as const : 'iksInvested' as const;
    await c.needs.books.postMany(unit, call.actor, groupId, [{
      event: { key: eventKey(id), kind: event, text: { id: `${GROUP_EVENTS[event].label.id}: ${what}`, en: `${GROUP_EVENTS[event].label.en}: ${what}` }, meetingId: decision.meetingId, memberId },
      transfers: help ? iksGiven({ ...booking, helpedMemberId: memberId, outOf }) : iksInvested(booking),
    }]);
    await keep(hand, group, on, plan.value.map((p) => ({ id: randomUUID(), memberId: p.memberId, kind: 'iks' as const, source: 'use' as const, amount: -p.amount, useId: id, purse: help ? outOf : null })));
    unit.audit({ action: 'savings.iksUse', entity: 'iksUse', entityId: id, groupId, regionCode: group.villageCode, changes: { amount: [null, amount], purpose: [null, purpose], what: [null, what] } });
    return { id };
  });
};

/** A use is taken back: every member has her part again, the books have the reversing entry, and the decision waits to be carried out. */
export const createIksUseBack = (c: SavingsContext): FundCases['reverseUse'] => async (call, { key, useId, on, reason }) => {
  const seen = await fundRepository.findUse(c.query, useId);
  if (!seen) throw common('NOT_FOUND');
  await c.mine(call, seen.groupId);
  c.notAhead(on);
  if (on < seen.on) throw fail('DAY_BEFORE_USE', { on: seen.on });
  return c.kit.work.once(key, 'savings.fund.reverseUse', call.actor, async (unit) => {
    const hand = c.hand(unit, call.actor);
    const group = await c.lockMine(call, hand, seen.groupId);
    if ((await fundRepository.findUse(hand.query, useId))?.reversed) throw fail('ALREADY_REVERSED');
    await fundRepository.reverseUse(hand.query, { useId, regencyCode: group.regencyCode, groupId: group.id, decisionId: seen.decisionId, reason, on, actorId: call.actor.userId, actorName: call.actor.name, at: hand.now });
    const entries = await entryRepository.standing(hand.query, { useId });
    await keep(hand, group, on, entries.map(({ id, memberId, kind, source, purse, meetingId, amount }) => ({ id: randomUUID(), memberId, kind, source, purse, meetingId, useId, amount: -amount, reverses: id, reason })));
    await c.needs.books.reverse(unit, call.actor, group.id, eventKey(useId), { reason, on });
    unit.audit({ action: 'savings.reverseUse', entity: 'iksUse', entityId: useId, groupId: group.id, regionCode: group.villageCode, changes: { amount: [seen.amount, 0n], what: [seen.what, seen.what] }, reason });
    return { id: useId };
  });
};
