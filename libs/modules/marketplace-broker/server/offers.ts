import { randomUUID } from 'node:crypto';
import { fail as common, reaches, type Call } from '@anyam/contract-kit';
import { groupPlace } from '@anyam/group/contract';
import { daysBetween, isoDate, type RegionCode } from '@anyam/domain/kernel';
import { BUYING_KINDS, dealingProblems, marketError, offerProblems, type Offer } from '@anyam/domain/marketplace-broker';
import { pilesOf } from '@anyam/domain/production';
import { normaliseGroupName } from '@anyam/domain/group';
import { inTx } from '@anyam/server-kit';
import type { OffersPort } from '../contract/index.ts';
import { dealList } from '../persistence/deal.list.ts';
import { boardRepository, offerRepository, type OfferRecord } from '../persistence/offer.repository.ts';
import { partyRepository } from '../persistence/party.repository.ts';
import { partyFrom, type Market } from './context.ts';
import { throwProblem } from './errors.ts';

/** An offer as it can still be met: of each lot what is on the shelf. */
export const offerFrom = (o: OfferRecord): Offer => ({
  id: o.id, groupId: o.groupId, productId: o.productId, village: o.villageCode as RegionCode, until: isoDate(o.until),
  stock: o.lines.flatMap((l) => (l.lotId !== null && l.available > 0 ? [{ lotId: l.lotId, grade: l.grade, quantity: l.available }] : [])),
  expected: o.lines.flatMap((l) => (l.readyOn !== null ? [{ grade: l.grade, quantity: l.quantity, readyOn: isoDate(l.readyOn) }] : [])),
});

/** What groups have to sell: their stock, what they publish of it, and the board of the office. */
export function createOffers(m: Market): Omit<OffersPort, 'matches'> {
  const { query, ports } = m;

  async function views(rows: readonly OfferRecord[], hideMembers: boolean) {
    const goods = await m.goodsNamed(rows.map((o) => o.productId));
    return rows.map((o) => ({
      id: o.id, groupId: o.groupId, groupName: o.groupName, placeName: o.placeName, productId: o.productId, productName: goods.get(o.productId)?.name ?? '?', unit: goods.get(o.productId)?.unit ?? '',
      lots: o.lines.flatMap((l) => (l.lotId === null ? [] : [{ lotId: l.lotId, lotCode: l.lotCode ?? '', grade: l.grade, memberName: hideMembers ? '' : (l.memberName ?? ''), offered: l.quantity, available: l.available }])),
      expected: o.lines.flatMap((l) => (l.readyOn === null ? [] : [{ grade: l.grade, quantity: l.quantity, readyOn: l.readyOn }])),
      until: o.until, open: !o.closed && o.until >= m.today(), bids: hideMembers ? 0 : o.bids,
    }));
  }

  return {
    async ofGroup(call, { groupId }) {
      const group = await m.groupOf(call, groupId);
      const today = m.today();
      const lots = (await ports.production.lots(m.prisma, groupId)).filter((l) => pilesOf(l).available > 0 || pilesOf(l).reserved > 0);
      const names = new Map((await offerRepository.memberNames(query, lots.map((l) => l.memberId))).map((n) => [n.id, n.name]));
      const goods = await m.goodsNamed(lots.map((l) => l.productId));
      const place = (await ports.territory.names([group.villageCode])).get(group.villageCode) ?? group.villageCode;
      return {
        group: { id: group.id, name: group.name, placeName: place, villageCode: group.villageCode },
        stock: lots.map((l) => ({
          lotId: l.id, code: l.code, productId: l.productId, productName: goods.get(l.productId)?.name ?? '?', unit: goods.get(l.productId)?.unit ?? '', grade: l.grade, memberId: l.memberId,
          memberName: names.get(l.memberId) ?? '', on: l.on, ageDays: Math.max(0, daysBetween(l.on, today)), available: pilesOf(l).available, reserved: pilesOf(l).reserved,
        })),
        offers: await views(await offerRepository.ofGroup(query, groupId, today), false),
        maySell: call.actor.grants.some((g) => ['operator', 'pendamping', 'pengurus'].includes(g.role)),
      };
    },
    publish: (call, { key, groupId, productId, lots, expected, until }) =>
      m.once(call, key, 'publishOffer', async ({ unit, query: q, who, now }) => {
        const group = await m.sellingGroup(call, groupId, unit.tx);
        const product = await m.productOf(group.regencyCode, productId, unit.tx);
        const known = new Map((lots.length === 0 ? [] : await ports.production.lots(unit.tx, groupId, lots.map((l) => l.lotId))).map((l) => [l.id, l]));
        const stock = lots.map(({ lotId, quantity }) => {
          const lot = known.get(lotId);
          if (!lot || lot.productId !== productId) throw marketError('LOT_UNKNOWN', { lot: lot?.code ?? '?' });
          const { available } = pilesOf(lot);
          if (quantity > available) throw marketError('LOT_SHORT', { lot: lot.code, available, wanted: quantity });
          return { lotId, grade: lot.grade, quantity };
        });
        if (expected.some((e) => !product.grades.includes(e.grade))) throw marketError('GRADE_MISSING');
        const offer: Offer = {
          id: randomUUID(), groupId, productId, village: group.villageCode as RegionCode, stock, until: isoDate(until), expected: expected.map((e) => ({ ...e, readyOn: isoDate(e.readyOn) })),
        };
        throwProblem(offerProblems(offer, m.today()));
        await offerRepository.insert(q, { id: offer.id, regencyCode: group.regencyCode, villageCode: group.villageCode, groupId, productId, until, by: who.userId, now }, [
          ...stock.map((s, no) => ({ ...s, no, readyOn: null })), ...expected.map((e, i) => ({ ...e, no: stock.length + i, lotId: null })),
        ]);
        unit.audit({ action: 'market.offer', entity: 'offer', entityId: offer.id, groupId, regionCode: group.villageCode, changes: { product: [null, product.name], lots: [null, stock.length], expected: [null, expected.length], until: [null, until] } });
        return { id: offer.id };
      }),
    async close(call, { id }) {
      await m.kit.work.run(call.actor, async (unit) => {
        const q = inTx(unit.tx);
        const offer = await offerRepository.get(q, id);
        if (!offer) throw common('NOT_FOUND');
        await m.groupOf(call, offer.groupId, unit.tx);
        if ((await offerRepository.close(q, id, unit.now)).length === 0) throw common('CHANGED_MEANWHILE');
        unit.audit({ action: 'market.closeOffer', entity: 'offer', entityId: id, groupId: offer.groupId, regionCode: offer.villageCode, changes: { open: [true, false] } });
      });
    },
    async get(call, { id }) {
      const offer = await offerRepository.get(query, id);
      if (!offer || !(await mayRead(m, call, offer))) throw common('NOT_FOUND');
      const [view] = await views([offer], m.onlyBroker(call));
      if (!view) throw common('NOT_FOUND');
      return view;
    },
    async board(call, { page, pageSize, q, ...filter }) {
      const today = m.today();
      const found = await boardRepository.page(query, call, { key: q ? normaliseGroupName(q) : undefined, today, ...filter }, pageSize, (page - 1) * pageSize);
      const goods = await m.goodsNamed(found.rows.map((r) => r.productId));
      return {
        total: found.total,
        rows: found.rows.map(({ unsold, ...r }) => ({ ...r, quantity: Number(unsold), productName: goods.get(r.productId)?.name ?? '?', unit: goods.get(r.productId)?.unit ?? '', ageDays: Math.max(0, daysBetween(isoDate(r.oldest), today)) })),
      };
    },
    async totals(call) {
      const today = m.today();
      const [unsold, needed, deals] = await Promise.all([boardRepository.unsold(query, call, today), boardRepository.needed(query, m.regenciesOf(call), today), dealList.totals(query, call, today)]);
      const ids = [...new Set([...unsold, ...needed].map((r) => r.productId))];
      const goods = await m.goodsNamed(ids);
      const products = ids.map((productId) => {
        const u = unsold.find((r) => r.productId === productId);
        const n = needed.find((r) => r.productId === productId);
        return {
          productId, productName: goods.get(productId)?.name ?? '?', unit: goods.get(productId)?.unit ?? '', unsold: Number(u?.unsold ?? 0n), groups: u?.groups ?? 0, oldest: u?.oldest ?? null,
          needed: Number(n?.needed ?? 0n), needs: n?.needs ?? 0,
        };
      });
      return { products: products.sort((a, b) => b.unsold - a.unsold || (a.productName < b.productName ? -1 : 1)), ...deals };
    },
  };
}

/** The group's own people and the office read an offer; a broker reads an open one that it may buy. */
export async function mayRead(m: Market, call: Call, offer: OfferRecord): Promise<boolean> {
  if (reaches(call, groupPlace({ id: offer.groupId, villageCode: offer.villageCode, facilitatorId: offer.facilitatorId }))) return true;
  const own = m.ownParties(call);
  if (own.length === 0 || offer.closed || offer.until < m.today()) return false;
  const parties = await partyRepository.many(m.query, own);
  return parties.some((p) => p.regencyCode === offer.regencyCode && dealingProblems(partyFrom(p), { goodsId: offer.productId, village: offer.villageCode as RegionCode, as: BUYING_KINDS }).length === 0);
}
