import { randomUUID } from 'node:crypto';
import { fail as common, reaches, type Call } from '@anyam/contract-kit';
import { rupiah, type RegionCode } from '@anyam/domain/kernel';
import { bidInWords, BUYING_KINDS, dealingProblems, dealProblems, dealValue, lowPrice, marketError, reviseDeal, stepKm, type Deal, type DealLine, type DealTerms } from '@anyam/domain/marketplace-broker';
import { groupPlace, type GroupRecord } from '@anyam/group/contract';
import { VALUE_MAX, type DealsPort } from '../contract/index.ts';
import { dealRepository } from '../persistence/deal.repository.ts';
import { offerRepository } from '../persistence/offer.repository.ts';
import { partyRepository } from '../persistence/party.repository.ts';
import { partyFrom, sayOf, type Hand, type Market } from './context.ts';
import { inHand } from './deal-matter.ts';
import { fail, throwProblem } from './errors.ts';
import { benchmarksOf } from './fairness.ts';
import { mayRead } from './offers.ts';
import { paysOf } from './parties.ts';
import { dealFrom } from './stored.ts';

type TermsGiven = Parameters<DealsPort['bid']>[1]['terms'];

/** Bids: what a party would pay for lots of a group. Nothing is reserved; several may bid on the same lots. */
export function createBids(m: Market): Pick<DealsPort, 'bid' | 'revise' | 'compare'> {
  const { query, ports } = m;

  const termsOf = (productId: string, t: TermsGiven): DealTerms => ({
    productId, unit: t.unit, prices: t.prices.map((p) => ({ grade: p.grade, price: rupiah(p.price) })),
    fee: t.fee === null ? null : t.fee.kind === 'fixed' ? { ...t.fee, amount: rupiah(t.fee.amount) } : t.fee, setOffLimit: rupiah(t.setOffLimit), payWithinDays: t.payWithinDays,
  });
  /** Lines with what their lots say; only lots of the group and of these goods. */
  async function linesOf({ unit }: Hand, groupId: string, productId: string, lines: readonly { lotId: string; quantity: number }[]): Promise<DealLine[]> {
    const lots = new Map((await ports.production.lots(unit.tx, groupId, lines.map((l) => l.lotId))).map((l) => [l.id, l]));
    return lines.map(({ lotId, quantity }) => {
      const lot = lots.get(lotId);
      if (!lot || lot.productId !== productId) throw marketError('LOT_UNKNOWN', { lot: lot?.code ?? '?' });
      return { lotId, lotCode: lot.code, memberId: lot.memberId, grade: lot.grade, quantity };
    });
  }
  function worth(deal: Pick<Deal, 'terms' | 'lines'>): bigint {
    const { goods, due } = dealValue({ ...deal, receipt: null });
    if (goods > VALUE_MAX) throw fail('VALUE_TOO_LARGE');
    return due;
  }
  const quantityOf = (lines: readonly DealLine[]) => lines.reduce((n, l) => n + l.quantity, 0);

  /** The group that is bid to. A broker reaches it only through an open offer that it may buy, and only for lots of that offer. */
  async function bidder(call: Call, hand: Hand, input: { groupId: string; partyId: string; offerId: string | null; productId: string; lines: readonly { lotId: string }[] }): Promise<GroupRecord> {
    const group = await ports.group.get(hand.unit.tx, input.groupId);
    const offer = input.offerId === null ? null : await offerRepository.get(hand.query, input.offerId);
    if (!group) throw common('NOT_FOUND');
    if (input.offerId !== null && (!offer || offer.groupId !== group.id || offer.productId !== input.productId)) throw reaches(call, groupPlace(group)) ? fail('OTHER_GROUP') : common('NOT_FOUND');
    if (!reaches(call, groupPlace(group))) {
      if (!offer || !m.ownParties(call).includes(input.partyId) || !(await mayRead(m, call, offer))) throw common('NOT_FOUND');
      if (input.lines.some((l) => offer.lines.every((o) => o.lotId !== l.lotId))) throw marketError('LOT_UNKNOWN', { lot: '?' });
    }
    if (offer && (offer.closed || offer.until < m.today())) throw marketError('OFFER_CLOSED', { until: offer.until });
    if (group.state === 'dissolved') throw fail('GROUP_CLOSED');
    return group;
  }

  return {
    bid: (call, { key, groupId, partyId, offerId, needId, productId, lines, terms, note }) =>
      m.once(call, key, 'bid', async (hand) => {
        const party = await m.partyOf(call, partyId, hand.query, 'FOR SHARE');
        const group = await bidder(call, hand, { groupId, partyId, offerId, productId, lines });
        if (party.regencyCode !== group.regencyCode) throw common('NOT_FOUND');
        const product = await m.productOf(group.regencyCode, productId, hand.unit.tx);
        throwProblem(dealingProblems(partyFrom(party), { goodsId: productId, village: group.villageCode as RegionCode, as: BUYING_KINDS }));
        if (needId !== null) {
          const [need] = (await partyRepository.needs(hand.query, { regencies: null, ids: [needId], today: m.today() }, 1)).rows;
          if (!need || need.partyId !== partyId || need.productId !== productId) throw fail('OTHER_GROUP');
        }
        const deal = { terms: termsOf(productId, terms), lines: await linesOf(hand, groupId, productId, lines) };
        throwProblem(dealProblems(deal));
        const expected = worth(deal);
        const id = randomUUID();
        const place = { regencyCode: group.regencyCode, villageCode: group.villageCode, groupId, partyId, productId, offerId, needId };
        await dealRepository.insert(hand.query, { id, ...place, terms: deal.terms, note: note || null, quantity: quantityOf(deal.lines), expected, by: hand.who.userId, now: hand.now });
        await dealRepository.lines(hand.query, { id, ...place }, deal.lines.map((l, no) => ({ ...l, no })));
        hand.unit.audit({ action: 'market.bid', entity: 'deal', entityId: id, groupId, regionCode: group.villageCode, changes: { party: [null, party.name], product: [null, product.name], expected: [null, expected] } });
        return { id, state: 'penawaran' };
      }),
    revise: (call, { key, id, lines, terms, note }) =>
      m.once(call, key, 'revise', async (hand) => {
        const matter = await inHand(m, call, id, hand);
        const { row } = matter;
        // A broker changes its own bid, not the one that the group wrote down for it.
        if (m.onlyBroker(call) && row.createdBy !== call.actor.userId) throw marketError('TERMS_FROZEN');
        const revised = reviseDeal(matter.deal, { terms: termsOf(row.productId, terms), lines: await linesOf(hand, row.groupId, row.productId, lines) });
        if (!revised.ok) throw marketError(revised.error[0]?.code ?? 'TERMS_FROZEN', revised.error[0]?.params ?? {});
        if (m.onlyBroker(call) && row.offerId !== null) {
          const offer = await offerRepository.get(hand.query, row.offerId);
          if (lines.some((l) => offer?.lines.every((o) => o.lotId !== l.lotId))) throw marketError('LOT_UNKNOWN', { lot: '?' });
        }
        const expected = worth(revised.value);
        const done = await dealRepository.revise(hand.query, { id, terms: revised.value.terms, note: note || null, quantity: quantityOf(revised.value.lines), expected, now: hand.now });
        if (done.length === 0) throw common('CHANGED_MEANWHILE');
        // What was offered before stays in the history.
        const before = bidInWords(matter.deal, sayOf(await m.productOf(matter.group.regencyCode, row.productId, hand.unit.tx)));
        await dealRepository.addStep(hand.query, { regencyCode: row.regencyCode, dealId: id, action: 'revise', from: 'penawaran', to: 'penawaran', by: hand.who, now: hand.now, note: `Sebelumnya ${before.id}` });
        await dealRepository.lines(hand.query, row, revised.value.lines.map((l, no) => ({ ...l, no })));
        hand.unit.audit({ action: 'market.revise', entity: 'deal', entityId: id, groupId: row.groupId, regionCode: row.villageCode, changes: { expected: [row.expected, expected], quantity: [Number(row.quantity), quantityOf(revised.value.lines)] } });
        return { id, state: 'penawaran' };
      }),
    async compare(call, { groupId, offerId }) {
      const group = await m.groupOf(call, groupId);
      const rows = (await dealRepository.ofGroup(query, groupId, ['penawaran'])).filter((d) => offerId === undefined || d.offerId === offerId).map(dealFrom);
      const ids = [...new Set(rows.map((d) => d.partyId))];
      const [parties, pays, goods, rules] = [new Map((await partyRepository.many(query, ids)).map((p) => [p.id, p])), await partyRepository.pays(query, ids, m.today()), await m.goodsNamed(rows.map((d) => d.productId)), await m.rulesFor(group.regencyCode)];
      const month = m.today().slice(0, 7);
      const benchmarks = await benchmarksOf(m, group.regencyCode, rules, rows.flatMap((d) => d.deal.terms.prices.map((p) => ({ goodsId: d.productId, grade: p.grade, month }))));
      // The best is the one that leaves most for the group per unit, among those on the same offer.
      const yields = rows.map((d) => ({ offer: d.offerId ?? d.productId, per: (d.expected * 1_000_000n) / d.quantity, d }));
      return yields.map(({ offer, per, d }) => {
        const party = parties.get(d.partyId);
        const { goods: value, fee, due } = dealValue(d.deal);
        const areas = (party?.coverage ?? []).map((c) => c.area);
        const nearest = areas.map((a) => stepKm(a as RegionCode, group.villageCode as RegionCode, rules.matchStepKm)).filter((km) => km !== null);
        const { deals: pastDeals, lateDeals, mostLate, unpaid } = paysOf(pays, d.partyId);
        return {
          dealId: d.id, offerId: d.offerId, partyId: d.partyId, partyName: party?.name ?? '?', blocked: party?.blockedReason != null, quantity: Number(d.quantity), unit: goods.get(d.productId)?.unit ?? '',
          prices: d.deal.terms.prices.map((p) => ({ ...p })), goods: value, fee, due, payWithinDays: d.deal.terms.payWithinDays, setOffLimit: d.deal.terms.setOffLimit,
          km: nearest.length > 0 ? Math.min(...nearest) : null, pastDeals, lateDeals, mostLate, unpaid,
          best: yields.filter((y) => y.offer === offer).every((y) => y.per <= per) && yields.filter((y) => y.offer === offer).length > 1,
          findings: d.deal.lines.length === 0 ? [] : [...new Set(d.deal.lines.map((l) => l.grade))].flatMap((grade) => {
            const price = d.deal.terms.prices.find((p) => p.grade === grade)?.price ?? rupiah(0);
            return lowPrice({ dealId: d.id, productId: d.productId, grade, month, price }, benchmarks(d.productId, grade, month), rules).map((f) => ({ ...f }));
          }),
          at: d.createdAt,
        };
      });
    },
  };
}
