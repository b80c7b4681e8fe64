import { randomUUID } from 'node:crypto';
import { fail as common } from '@anyam/contract-kit';
import { groupAccounts, payOut as paidOut } from '@anyam/domain/books';
import { rupiah, sum } from '@anyam/domain/kernel';
import { leftOf, payoutProblem, shareBackProblem, type SlipStanding } from '@anyam/domain/marketplace-broker';
import type { DealsPort } from '../contract/index.ts';
import { shareRepository } from '../persistence/share.repository.ts';
import type { Hand, Market } from './context.ts';
import { checkDay, factsOf, inHand, moveDeal, nextState, type Matter } from './deal-matter.ts';
import { fail, throwProblem } from './errors.ts';
import { shareKey } from './shares.ts';

/** Under which event of the books a payment of a slip stands. */
const payoutKey = (id: string): string => `deal-payout-${id}`;

/** Slips paid out in whole or in part, and what is taken back: a payment of a slip, or the whole share-out. */
export function createPayouts(m: Market): Pick<DealsPort, 'payOut' | 'reversePayout' | 'reverseShare'> {
  const { books, savings } = m.ports;

  async function standing(hand: Hand, { group }: Matter, shareId: string): Promise<(SlipStanding & { readonly memberId: string })[]> {
    const slips = await shareRepository.slips(hand.query, shareId);
    const accounts = slips.map((s) => groupAccounts.memberPayable(group.id, s.memberId));
    const owed = await books.balances(hand.unit.tx, group.id, accounts);
    return slips.map((s, i) => ({ ...s, net: rupiah(s.net), paidOut: rupiah(s.paidOut), owedByBooks: rupiah(-(owed.get(accounts[i] as (typeof accounts)[number]) ?? 0n)) }));
  }

  return {
    payOut: (call, { key, shareId, memberIds, amount, on, outOf }) =>
      m.once(call, key, 'payOut', async (hand) => {
        const found = await shareRepository.find(hand.query, shareId);
        if (!found) throw common('NOT_FOUND');
        const matter = await inHand(m, call, found.dealId, hand);
        const { group, row } = matter;
        // Under the lock on the deal: of two who reverse or pay at once the second sees what the first did.
        const reversed = (await shareRepository.find(hand.query, shareId))?.reversed === true;
        const slips = (await standing(hand, matter, shareId)).filter((s) => memberIds.includes(s.memberId) && leftOf(s) > 0n);
        if (slips.length === 0) throw fail('NOTHING_TO_PAY_OUT');
        const day = checkDay(m, on, found.on);
        const rows = slips.map((s) => ({ id: randomUUID(), memberId: s.memberId, name: s.memberName, amount: rupiah(amount ?? leftOf(s)) }));
        throwProblem(slips.flatMap((s, i) => payoutProblem(reversed, s, rows[i]?.amount ?? rupiah(0)) ?? []));
        await shareRepository.payOut(hand.query, rows, { regencyCode: row.regencyCode, groupId: group.id, shareId, on, purse: outOf, by: hand.who, now: hand.now });
        await books.postMany(hand.unit, hand.who, group.id, rows.map(({ id: payoutId, memberId, name, amount: paid }) => ({
          event: { key: payoutKey(payoutId), kind: 'payOut' as const, memberId, dealId: found.dealId, text: { id: `Bagian hasil dibayarkan kepada ${name}`, en: `Share paid to ${name}` } },
          transfers: paidOut({ groupId: group.id, on: day, amount: paid, memberId, payoutId, outOf }),
        })));
        hand.unit.audit({ action: 'market.payOut', entity: 'deal', entityId: found.dealId, groupId: group.id, regionCode: group.villageCode, changes: { members: [null, rows.length], paid: [null, sum(rows.map((r) => r.amount))] } });
        return { id: shareId };
      }),

    reversePayout: (call, { key, payoutId, reason, on }) =>
      m.once(call, key, 'reversePayout', async (hand) => {
        const seen = await shareRepository.payout(hand.query, payoutId);
        const share = seen && (await shareRepository.find(hand.query, seen.shareId));
        if (!seen || !share) throw common('NOT_FOUND');
        const { group, row } = await inHand(m, call, share.dealId, hand);
        const payout = await shareRepository.payout(hand.query, payoutId);
        throwProblem(!payout || payout.takenBack || payout.takesBack !== null ? { code: 'PAYOUT_NOT_THERE', params: {} } : []);
        const day = checkDay(m, on, seen.on);
        await shareRepository.payOut(hand.query, [{ id: randomUUID(), memberId: seen.memberId, amount: -seen.amount }],
          { regencyCode: row.regencyCode, groupId: group.id, shareId: seen.shareId, on, purse: seen.purse, takesBack: payoutId, reason, by: hand.who, now: hand.now });
        await books.reverse(hand.unit, hand.who, group.id, payoutKey(payoutId), { reason, on: day });
        hand.unit.audit({ action: 'market.reversePayout', entity: 'deal', entityId: share.dealId, groupId: group.id, regionCode: group.villageCode, reason, changes: { paid: [seen.amount, 0n] } });
        return { id: seen.shareId };
      }),

    reverseShare: (call, { key, shareId, reason, on }) =>
      m.once(call, key, 'reverseShare', async (hand) => {
        const found = await shareRepository.find(hand.query, shareId);
        if (!found) throw common('NOT_FOUND');
        const matter = await inHand(m, call, found.dealId, hand);
        const { group, row, deal } = matter;
        const reversed = (await shareRepository.find(hand.query, shareId))?.reversed === true;
        throwProblem(shareBackProblem(reversed, await standing(hand, matter, shareId)) ?? []);
        const day = checkDay(m, on, found.on);
        await shareRepository.reverse(hand.query, { shareId, regencyCode: row.regencyCode, groupId: group.id, dealId: deal.id, amount: found.amount, reason, on, by: hand.who, now: hand.now });
        await savings.backFromShare(hand.unit, hand.who, group.id, { paymentId: shareId, on, reason });
        await books.reverse(hand.unit, hand.who, group.id, shareKey(shareId), { reason, on: day });
        if (deal.state === 'selesai') {
          const after = { ...matter, row: { ...row, shared: row.shared - found.amount } };
          await moveDeal(hand, matter, 'reopen', nextState(call, after, 'reopen', await factsOf(m, after, hand.unit.tx, false), ['reason']), reason);
        }
        hand.unit.audit({ action: 'market.reverseShare', entity: 'deal', entityId: deal.id, groupId: group.id, regionCode: group.villageCode, reason, changes: { shared: [row.shared, row.shared - found.amount] } });
        return { id: shareId };
      }),
  };
}
