import { fail as common, reaches } from '@anyam/contract-kit';
import { groupPlace } from '@anyam/group/contract';
import { isoDate, rupiah, type RegionCode } from '@anyam/domain/kernel';
import { matchAll, stepKm, type Need } from '@anyam/domain/marketplace-broker';
import type { OffersPort } from '../contract/index.ts';
import { offerRepository, type OfferRecord } from '../persistence/offer.repository.ts';
import { partyRepository, type NeedRecord, type PartyRow } from '../persistence/party.repository.ts';
import { partyFrom, sayOf, type Market } from './context.ts';
import { offerFrom } from './offers.ts';
import { storedPrices } from './stored.ts';

/** The most that is judged at once: the nearest offers, or the needs that end first. */
const CANDIDATES = 200;

const needFrom = (n: NeedRecord): Need => ({
  id: n.id, partyId: n.partyId, productId: n.productId, quantity: Math.max(0, Number(n.quantity - n.filled)), by: isoDate(n.by), place: n.place as RegionCode,
  grades: storedPrices.parse(n.grades).map((g) => ({ grade: g.grade, price: rupiah(g.price) })),
});

export function createMatches(m: Market): Pick<OffersPort, 'matches'> {
  const { query } = m;

  async function judge(offers: readonly OfferRecord[], needs: readonly NeedRecord[], parties: readonly PartyRow[], regencyCode: string, productId: string) {
    const rules = await m.rulesFor(regencyCode);
    const product = await m.productOf(regencyCode, productId);
    const open = needs.filter((n) => n.quantity > n.filled && !n.closed);
    const found = matchAll(offers.map(offerFrom), open.map(needFrom), new Map(parties.map((p) => [p.id, partyFrom(p)])), {
      distance: (a, b) => stepKm(a, b, rules.matchStepKm), guessed: true, today: m.today(), rules, say: sayOf(product),
    });
    const offerOf = new Map(offers.map((o) => [o.id, o]));
    const needOf = new Map(open.map((n) => [n.id, n]));
    return found.flatMap((match) => {
      const [offer, need] = [offerOf.get(match.offerId), needOf.get(match.needId)];
      return offer && need ? [{
        ...match, reasons: match.reasons.map((r) => ({ ...r })), partyName: need.partyName, groupName: offer.groupName, placeName: offer.placeName, productName: product.name, unit: product.baseUnit, by: need.by,
        prices: storedPrices.parse(need.grades),
      }] : [];
    });
  }

  return {
    async matches(call, { offerId, needId }) {
      const today = m.today();
      if (offerId !== undefined) {
        const offer = await offerRepository.get(query, offerId);
        if (!offer || !reaches(call, groupPlace({ id: offer.groupId, villageCode: offer.villageCode, facilitatorId: offer.facilitatorId }))) throw common('NOT_FOUND');
        const { rows } = await partyRepository.needs(query, { regencies: [offer.regencyCode], productId: offer.productId, open: true, today }, CANDIDATES);
        return judge(offer.closed ? [] : [offer], rows, await partyRepository.many(query, rows.map((n) => n.partyId)), offer.regencyCode, offer.productId);
      }
      const [need] = (await partyRepository.needs(query, { regencies: null, ids: [needId ?? ''], today }, 1)).rows;
      if (!need || !m.reachesParty(call, { id: need.partyId, regencyCode: need.regencyCode })) throw common('NOT_FOUND');
      const parties = await partyRepository.many(query, [need.partyId]);
      const areas = (parties[0]?.coverage ?? []).filter((c) => c.goodsId === null || c.goodsId === need.productId).map((c) => c.area);
      const grades = storedPrices.parse(need.grades).map((g) => g.grade);
      const offers = await offerRepository.near(query, { regencyCode: need.regencyCode, productId: need.productId, areas, grades, place: need.place, today, limit: CANDIDATES });
      // A group's own people and a facilitator see the offers that they reach; the office and the party see all.
      const seen = m.ownParties(call).includes(need.partyId) ? offers : offers.filter((o) => reaches(call, groupPlace({ id: o.groupId, villageCode: o.villageCode, facilitatorId: o.facilitatorId })));
      return judge(seen, [need], parties, need.regencyCode, need.productId);
    },
  };
}
