import { randomUUID } from 'node:crypto';
import { buyerPaid, setOff } from '@anyam/domain/books';
import { isoDate, rupiah, ZERO } from '@anyam/domain/kernel';
import { marketError, settle, takeBack } from '@anyam/domain/marketplace-broker';
import type { DealsPort } from '../contract/index.ts';
import { dealRepository } from '../persistence/deal.repository.ts';
import type { Market } from './context.ts';
import { checkDay, expectState, factsOf, inHand, moveDeal, nextState, owedTo } from './deal-matter.ts';

/** Under which event of the books a settlement stands. */
export const settlementKey = (id: string): string => `deal-settle-${id}`;

/** Money that the buyer pays, material and advances set off, and entries taken back. */
export function createPayments(m: Market): Pick<DealsPort, 'settle' | 'takeBack'> {
  const { books } = m.ports;
  return {
    settle: (call, { key, id, expectedState, kind, amount, on, into }) =>
      m.once(call, key, 'settle', async (hand) => {
        const matter = await inHand(m, call, id, hand);
        expectState(matter, expectedState);
        const { deal, row, group, party } = matter;
        const day = checkDay(m, on, row.receivedOn);
        const entryId = randomUUID();
        const owed = kind === 'setOff' ? await owedTo(m, hand.unit.tx, group.id, party.id) : ZERO;
        const settled = settle(deal, { id: entryId, kind, amount: rupiah(amount), on: day }, owed);
        if (!settled.ok) throw marketError(settled.error.code, settled.error.params);
        const facts = await factsOf(m, { ...matter, deal: settled.value }, hand.unit.tx, false);
        const action = facts.remaining === 0n ? 'payUp' : 'payPart';
        const to = nextState(call, matter, action, facts, ['amount']);
        const c = { groupId: group.id, dealId: id, on: day, amount: rupiah(amount) };
        await dealRepository.settle(hand.query, { id: entryId, regencyCode: row.regencyCode, groupId: group.id, dealId: id, kind, amount, on, purse: kind === 'payment' ? into : null, takesBack: null, by: hand.who, now: hand.now });
        await books.post(hand.unit, hand.who, group.id, {
          key: settlementKey(entryId), kind: kind === 'payment' ? 'buyerPaid' : 'setOff', dealId: id,
          text: kind === 'payment' ? { id: `Pembayaran dari ${party.name}`, en: `Payment from ${party.name}` } : { id: `Diperhitungkan dengan utang kepada ${party.name}`, en: `Set off against what is owed to ${party.name}` },
        }, kind === 'payment' ? buyerPaid({ ...c, paymentId: entryId, into }) : setOff({ ...c, partyId: party.id, setOffId: entryId }));
        await moveDeal(hand, matter, action, to, null);
        return { id, state: to };
      }),
    takeBack: (call, { key, id, expectedState, settlementId, reason, on }) =>
      m.once(call, key, 'takeBack', async (hand) => {
        const matter = await inHand(m, call, id, hand);
        expectState(matter, expectedState);
        const { deal, row, group } = matter;
        const original = row.entries.find((s) => s.id === settlementId);
        const day = checkDay(m, on, original?.on ?? null);
        const entryId = randomUUID();
        const undone = takeBack(deal, settlementId, { id: entryId, on: isoDate(on) }, rupiah(row.shared));
        if (!undone.ok) throw marketError(undone.error.code, undone.error.params);
        const facts = await factsOf(m, { ...matter, deal: undone.value }, hand.unit.tx, false);
        const to = nextState(call, matter, 'takeBack', facts, ['reason']);
        const back = undone.value.settlements.at(-1);
        await dealRepository.settle(hand.query, {
          id: entryId, regencyCode: row.regencyCode, groupId: group.id, dealId: id, kind: back?.kind ?? 'payment', amount: back?.amount ?? 0n, on, purse: original?.purse ?? null, takesBack: settlementId, by: hand.who, now: hand.now,
        });
        await books.reverse(hand.unit, hand.who, group.id, settlementKey(settlementId), { reason, on: day });
        await moveDeal(hand, matter, 'takeBack', to, reason);
        return { id, state: to };
      }),
  };
}
