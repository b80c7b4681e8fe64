import type { Call } from '@anyam/contract-kit';
import { claimReduced, groupAccounts, saleAccepted } from '@anyam/domain/books';
import { formatRupiah, rupiah, type Bilingual, type IsoDate, type Need } from '@anyam/domain/kernel';
import { countDelivery, dealValue, dueOn, marketError, reserve, holdsOf, type Deal, type Hold } from '@anyam/domain/marketplace-broker';
import { named, type Transfer } from '@anyam/domain/ledger';
import { randomUUID } from 'node:crypto';
import { VALUE_MAX, type DealsPort } from '../contract/index.ts';
import { dealRepository } from '../persistence/deal.repository.ts';
import { priceRepository } from '../persistence/price.repository.ts';
import type { Hand, Market } from './context.ts';
import { checkDay, expectState, factsOf, inHand, moveDeal, nextState, type Matter } from './deal-matter.ts';
import { fail } from './errors.ts';
import { countMoves, promise } from './lot-moves.ts';
import { dealFrom } from './stored.ts';

/** Steps of a deal but its money: agreed, sent, counted, cancelled, disputed. */
export function createSteps(m: Market): Pick<DealsPort, 'act' | 'count'> {
  const { production, books } = m.ports;

  /**
   * A corrected count must not claim refused goods that another deal holds since: asked of all deals on these lots. What never came
   * was withdrawn in production but is still held here, so a lot's quantity counts it in.
   */
  async function checkHolds(hand: Hand, deal: Deal): Promise<void> {
    const ids = deal.lines.map((l) => l.lotId);
    const others = (await dealRepository.onLots(hand.query, ids)).map((r) => dealFrom(r).deal).filter((d) => d.id !== deal.id);
    const before = (await dealRepository.get(hand.query, deal.id)) as Parameters<typeof dealFrom>[0];
    const holding = [...others, dealFrom(before).deal];
    const holds: Hold[] = holding.flatMap(holdsOf);
    const gone = (lotId: string) => holding.flatMap((d) => d.receipt?.lots ?? []).filter((l) => l.lotId === lotId).reduce((n, l) => n + l.short, 0);
    const lots = (await production.lots(hand.unit.tx, deal.groupId, ids, true)).map((l) => ({ id: l.id, code: l.code, quantity: l.accepted - l.withdrawn + gone(l.id) }));
    const held = reserve(lots, holds, deal);
    if (!held.ok) throw marketError(held.error[0]?.code ?? 'LOT_SHORT', held.error[0]?.params ?? {});
  }

  /** The claim in the books follows the count: accepted once, then raised or lowered by what a dispute changed. */
  function claim(deal: Deal, before: bigint, after: bigint, on: IsoDate): Transfer[] {
    const c = { groupId: deal.groupId, dealId: deal.id, on };
    const disputeId = randomUUID();
    if (after < before) return claimReduced({ ...c, disputeId, amount: rupiah(before - after) });
    if (after === before) return [];
    if (before === 0n && deal.state !== 'sengketa') return saleAccepted({ ...c, amount: rupiah(after) });
    return [named('saleAccepted', [deal.id, disputeId], groupAccounts.proceeds(deal.groupId, deal.id), groupAccounts.receivable(deal.groupId, deal.id), { ...c, amount: rupiah(after - before) })];
  }
  const words = (matter: Matter, id: string, en: string): Bilingual => ({ id: `${id}: ${matter.party.name}`, en: `${en}: ${matter.party.name}` });

  async function agree(hand: Hand, matter: Matter, on: IsoDate): Promise<void> {
    const { deal, group, row } = matter;
    await production.applyLots(hand.unit, hand.who, group.id, promise(deal, 'reserve'));
    const sold = new Set(deal.lines.map((l) => l.grade));
    await priceRepository.add(hand.query, deal.id, { regencyCode: row.regencyCode, groupId: group.id, goodsId: row.productId, month: on.slice(0, 7) }, deal.terms.prices.filter((p) => sold.has(p.grade)));
  }

  async function act(call: Call, { key, id, expectedState, action, reason, on }: Parameters<DealsPort['act']>[1]): ReturnType<DealsPort['act']> {
    return m.once(call, key, 'act', async (hand) => {
      const matter = await inHand(m, call, id, hand);
      expectState(matter, expectedState);
      const { deal, row, group } = matter;
      const day = checkDay(m, on ?? m.today(), action === 'send' ? row.agreedOn : null);
      const facts = await factsOf(m, matter, hand.unit.tx, true);
      const given: Need[] = [...(reason ? (['reason'] as const) : []), ...(on ? (['date'] as const) : [])];
      const to = nextState(call, matter, action, facts, given);
      if (action === 'agree') await agree(hand, matter, day);
      if (action === 'cancel' && deal.state === 'sepakat') {
        await production.applyLots(hand.unit, hand.who, group.id, promise(deal, 'release'));
        await priceRepository.remove(hand.query, id);
      }
      await moveDeal(hand, matter, action, to, reason ?? null, action === 'agree' ? { agreedOn: day } : action === 'send' ? { sentOn: day } : {});
      return { id, state: to };
    });
  }

  async function count(call: Call, { key, id, expectedState, on, reason, counts }: Parameters<DealsPort['count']>[1]): ReturnType<DealsPort['count']> {
    return m.once(call, key, 'count', async (hand) => {
      const matter = await inHand(m, call, id, hand);
      expectState(matter, expectedState);
      const { deal, row, group } = matter;
      const disputed = deal.state === 'sengketa';
      const day = checkDay(m, on, row.sentOn);
      // A dispute may end as the goods were counted; the first count is always typed.
      const kept = disputed && deal.receipt !== null && counts.length === 0;
      const counted = kept ? { ok: true as const, value: deal } : countDelivery(deal, counts, day);
      if (!counted.ok) throw marketError(counted.error[0]?.code ?? 'COUNT_BAD', counted.error[0]?.params ?? {});
      const after = counted.value;
      if (disputed && !kept) await checkHolds(hand, after);
      const facts = await factsOf(m, { ...matter, deal: after }, hand.unit.tx, false);
      const action = disputed ? 'settleDispute' : 'receive';
      const to = nextState(call, matter, action, facts, [...(reason ? (['reason'] as const) : []), 'date']);
      const { due, goods } = dealValue(after);
      if (goods > VALUE_MAX) throw fail('VALUE_TOO_LARGE');
      if (due < row.shared) throw marketError('SHARED_ALREADY', { shared: formatRupiah(row.shared), left: formatRupiah(due) });
      await production.applyLots(hand.unit, hand.who, group.id, countMoves(deal, after));
      await books.post(hand.unit, hand.who, group.id, {
        key: `deal-${disputed ? 'dispute' : 'receive'}-${key}`, kind: due < row.due ? 'claimReduced' : 'saleAccepted', dealId: id,
        text: disputed ? words(matter, 'Tagihan setelah sengketa', 'Claim after a dispute') : words(matter, 'Barang diterima pembeli', 'Goods accepted by buyer'),
      }, claim(deal, row.due, due, day));
      await moveDeal(hand, matter, action, to, reason ?? null, { receipt: after.receipt as object, receivedOn: after.receipt?.on ?? day, dueOn: dueOn(after) ?? day, due });
      return { id, state: to };
    });
  }

  return { act, count };
}
