import { randomUUID } from 'node:crypto';
import { fail as common, type Call } from '@anyam/contract-kit';
import { isoDate, rupiah, type RegionCode } from '@anyam/domain/kernel';
import { BUYING_KINDS, dealingProblems, marketError, materialFor, materialOfferProblems, needProblems, SELLING_KINDS, type MaterialOffer } from '@anyam/domain/marketplace-broker';
import { inTx } from '@anyam/server-kit';
import type { NeedsPort } from '../contract/index.ts';
import { partyRepository, type MaterialOfferRecord, type NeedRecord } from '../persistence/party.repository.ts';
import { partyFrom, type Market } from './context.ts';
import { throwProblem } from './errors.ts';
import { storedPrices } from './stored.ts';

/** What parties look for, and the material they sell. A broker writes for the own party, the office for any of its area. */
export function createNeeds(m: Market): NeedsPort {
  const { query, ports } = m;
  const whose = (call: Call, partyId?: string) =>
    m.onlyBroker(call) ? { regencies: null, partyIds: m.ownParties(call) } : { regencies: m.regenciesOf(call), ...(partyId === undefined ? {} : { partyIds: [partyId] }) };
  const mine = (call: Call, partyId: string) => !m.onlyBroker(call) || m.ownParties(call).includes(partyId);

  async function needViews(call: Call, rows: readonly NeedRecord[]) {
    const goods = await m.goodsNamed(rows.map((n) => n.productId));
    return rows.map((n) => ({
      id: n.id, partyId: n.partyId, partyName: n.partyName, partyBlocked: n.partyBlocked, productId: n.productId, productName: goods.get(n.productId)?.name ?? '?', unit: goods.get(n.productId)?.unit ?? '',
      grades: storedPrices.parse(n.grades), quantity: Number(n.quantity), filled: Number(n.filled), by: n.by, place: n.place, placeName: n.placeName, open: !n.closed && n.by >= m.today(), mine: mine(call, n.partyId),
    }));
  }
  async function offerViews(call: Call, rows: readonly MaterialOfferRecord[]) {
    const goods = await m.goodsNamed(rows.map((o) => o.materialId));
    return rows.map((o) => ({
      id: o.id, partyId: o.partyId, partyName: o.partyName, materialId: o.materialId, materialName: goods.get(o.materialId)?.name ?? '?', unit: goods.get(o.materialId)?.unit ?? '', quantity: Number(o.quantity), price: o.price,
      until: o.until, open: !o.closed && o.until >= m.today(), mine: mine(call, o.partyId),
    }));
  }

  return {
    async list(call, { page, pageSize, partyId, productId, open }) {
      const found = await partyRepository.needs(query, { ...whose(call, partyId), productId, open, today: m.today() }, pageSize, (page - 1) * pageSize);
      return { rows: await needViews(call, found.rows), total: found.total };
    },
    publish: (call, { key, partyId, productId, grades, quantity, by, place }) =>
      m.once(call, key, 'publishNeed', async ({ unit, query: q, who, now }) => {
        const party = await m.partyOf(call, partyId, q, 'FOR SHARE');
        const product = await m.productOf(party.regencyCode, productId, unit.tx as never);
        if (place.slice(0, 5) !== party.regencyCode || !(await ports.territory.exists(place))) throw common('NOT_FOUND');
        const need = { id: randomUUID(), partyId, productId, grades: grades.map((g) => ({ grade: g.grade, price: rupiah(g.price) })), quantity, by: isoDate(by), place: place as RegionCode };
        throwProblem(needProblems(need, m.today()));
        if (grades.some((g) => !product.grades.includes(g.grade))) throw marketError('GRADE_MISSING');
        // Where it wants the goods says nothing of where it buys them: only block and kind count here.
        throwProblem(dealingProblems(partyFrom(party), { goodsId: productId, village: place as RegionCode, as: BUYING_KINDS }).filter((p) => p.code !== 'NOT_COVERED'));
        await partyRepository.addNeed(q, { ...need, regencyCode: party.regencyCode, who: who.userId, now });
        unit.audit({ action: 'market.publishNeed', entity: 'need', entityId: need.id, regionCode: place, changes: { party: [null, party.name], product: [null, product.name], quantity: [null, quantity], by: [null, by] } });
        return { id: need.id };
      }),
    async close(call, { id }) {
      await m.kit.work.run(call.actor, async (unit) => {
        const q = inTx(unit.tx);
        const [need] = (await partyRepository.needs(q, { regencies: null, ids: [id], today: m.today() }, 1)).rows;
        if (!need || !m.reachesParty(call, { id: need.partyId, regencyCode: need.regencyCode })) throw common('NOT_FOUND');
        if ((await partyRepository.closeNeed(q, id, unit.now)).length === 0) throw common('CHANGED_MEANWHILE');
        unit.audit({ action: 'market.closeNeed', entity: 'need', entityId: id, regionCode: need.regencyCode, changes: { party: [need.partyName, need.partyName] } });
      });
    },
    async materials(call, { partyId, materialId, groupId, open }) {
      const rows = await partyRepository.materialOffers(query, { ...whose(call, partyId), materialId, open: groupId ? true : open, today: m.today() });
      if (groupId === undefined) return offerViews(call, rows);
      // For a group: of parties that may sell there, the cheapest first.
      const group = await m.groupOf(call, groupId);
      const parties = new Map((await partyRepository.many(query, rows.map((r) => r.partyId))).map((p) => [p.id, partyFrom(p)]));
      const asOffers = rows.map((r): MaterialOffer => ({ id: r.id, partyId: r.partyId, materialId: r.materialId, quantity: Number(r.quantity), price: rupiah(r.price), until: isoDate(r.until) }));
      const fit = [...new Set(rows.map((r) => r.materialId))].flatMap((id) => materialFor(asOffers, parties, { materialId: id, village: group.villageCode as RegionCode, today: m.today() }));
      const byId = new Map((await offerViews(call, rows)).map((v) => [v.id, v]));
      return fit.flatMap((o) => byId.get(o.id) ?? []);
    },
    publishMaterial: (call, { key, partyId, materialId, quantity, price, until }) =>
      m.once(call, key, 'publishMaterial', async ({ unit, query: q, who, now }) => {
        const party = await m.partyOf(call, partyId, q, 'FOR SHARE');
        const material = (await m.goodsOf(party.regencyCode, unit.tx as never)).materials.get(materialId);
        if (!material) throw common('NOT_FOUND');
        const offer: MaterialOffer = { id: randomUUID(), partyId, materialId, quantity, price: rupiah(price), until: isoDate(until) };
        throwProblem(materialOfferProblems(offer, m.today()));
        throwProblem(dealingProblems(partyFrom(party), { goodsId: materialId, village: party.regencyCode as RegionCode, as: SELLING_KINDS }).filter((p) => p.code !== 'NOT_COVERED'));
        await partyRepository.addMaterialOffer(q, { ...offer, regencyCode: party.regencyCode, who: who.userId, now });
        unit.audit({ action: 'market.publishMaterial', entity: 'materialOffer', entityId: offer.id, regionCode: party.regencyCode, changes: { party: [null, party.name], material: [null, material.name], price: [null, price] } });
        return { id: offer.id };
      }),
    async closeMaterial(call, { id }) {
      await m.kit.work.run(call.actor, async (unit) => {
        const q = inTx(unit.tx);
        const [offer] = await partyRepository.materialOffers(q, { regencies: null, ids: [id], today: m.today() });
        if (!offer || !m.reachesParty(call, { id: offer.partyId, regencyCode: offer.regencyCode })) throw common('NOT_FOUND');
        if ((await partyRepository.closeMaterialOffer(q, id, unit.now)).length === 0) throw common('CHANGED_MEANWHILE');
        unit.audit({ action: 'market.closeMaterial', entity: 'materialOffer', entityId: id, regionCode: offer.regencyCode, changes: { party: [offer.partyName, offer.partyName] } });
      });
    },
  };
}
