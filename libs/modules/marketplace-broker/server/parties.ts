import { randomUUID } from 'node:crypto';
import { fail as common, type Call } from '@anyam/contract-kit';
import { normalisePersonName, type RegionCode } from '@anyam/domain/kernel';
import { BUYING_KINDS, dealingProblems, marketError, marketProblemText, partyProblems, SELLING_KINDS, type Coverage, type PartyKind } from '@anyam/domain/marketplace-broker';
import { marketplaceBrokerPermissions, type PartiesPort } from '../contract/index.ts';
import { partyRepository, type PaysRow, type PartyRow } from '../persistence/party.repository.ts';
import { goodsView, partyFrom, phoneOf, type Market } from './context.ts';
import { throwProblem } from './errors.ts';

const NO_SALES = { deals: 0, sales: 0n, unpaid: 0n, overdue: 0n, lateDeals: 0, mostLate: 0 };
export const paysOf = (rows: readonly PaysRow[], id: string) => {
  const { partyId: _id, ...pays } = rows.find((r) => r.partyId === id) ?? { partyId: id, ...NO_SALES };
  return pays;
};

/** Brokers, buyers and suppliers of a regency, what they serve, and who may sign in for them. */
export function createParties(m: Market): PartiesPort {
  const { query, ports } = m;

  async function views(rows: readonly PartyRow[]) {
    const lines = rows.flatMap((p) => p.coverage);
    const [areas, goods, pays] = [
      await ports.territory.names(lines.map((c) => c.area)), await m.goodsNamed(lines.flatMap((c) => c.goodsId ?? [])), await partyRepository.pays(query, rows.map((r) => r.id), m.today()),
    ];
    return rows.map((p) => ({
      id: p.id, name: p.name, phone: p.phone, kinds: p.kinds as PartyKind[],
      coverage: p.coverage.map((c) => ({ ...c, goodsName: c.goodsId === null ? null : (goods.get(c.goodsId)?.name ?? '?'), areaName: areas.get(c.area) ?? c.area })),
      blocked: p.blockedReason === null ? null : { reason: p.blockedReason, on: p.blockedOn ?? '' },
      pays: paysOf(pays, p.id),
    }));
  }
  const may = (call: Call, permission: keyof typeof marketplaceBrokerPermissions): boolean =>
    call.actor.grants.some((g) => (marketplaceBrokerPermissions[permission].roles as readonly string[]).includes(g.role));
  const setBlock = (call: Call, { id, key, reason }: { id: string; key: string; reason: string }, blocked: boolean) =>
    m.once(call, key, blocked ? 'block' : 'unblock', async ({ unit, query: q, now }) => {
      const party = await m.partyOf(call, id, q, 'FOR UPDATE');
      if ((party.blockedOn !== null) === blocked) throw common('CHANGED_MEANWHILE');
      await partyRepository.block(q, id, blocked ? reason : null, blocked ? m.today() : null, now);
      unit.audit({ action: blocked ? 'market.block' : 'market.unblock', entity: 'party', entityId: id, regionCode: party.regencyCode, reason, changes: { name: [party.name, party.name], blocked: [!blocked, blocked] } });
      return { id };
    });

  return {
    async options(call) {
      const own = await partyRepository.many(query, m.ownParties(call));
      const regency = own[0]?.regencyCode ?? m.regenciesOf(call)?.find((r) => r.length === 5) ?? m.kit.config.REGION_CODE.slice(0, 5);
      const { products, materials } = await m.goodsOf(regency);
      return { products: [...products.values()].map(goodsView), materials: [...materials.values()].map(goodsView), own: own.map((p) => ({ id: p.id, name: p.name, kinds: p.kinds as PartyKind[] })) };
    },
    async list(call, { page, pageSize, q, ...filter }) {
      const found = await partyRepository.page(query, { regencies: m.regenciesOf(call), key: q ? normalisePersonName(q) : undefined, ...filter }, pageSize, (page - 1) * pageSize);
      return { rows: await views(found.rows), total: found.total };
    },
    async get(call, { id }) {
      const party = await m.partyOf(call, id);
      const [view] = await views([party]);
      if (!view) throw common('NOT_FOUND');
      const signIns = (await ports.access.partners([id])).filter((s) => s.role === 'broker').map(({ userId, name, username }) => ({ userId, name, username }));
      return { ...view, regencyCode: party.regencyCode, signIns, mayEdit: may(call, 'marketplace-broker.party'), mayBlock: may(call, 'marketplace-broker.block'), mayGiveAccount: may(call, 'marketplace-broker.account') };
    },
    async forGroup(call, { groupId, goodsId, as }) {
      const group = await m.groupOf(call, groupId);
      const kinds = as === 'buy' ? BUYING_KINDS : SELLING_KINDS;
      const { rows } = await partyRepository.page(query, { regencies: [group.regencyCode] }, 500, 0);
      const options = rows.filter((p) => p.kinds.some((k) => (kinds as readonly string[]).includes(k))).map((p) => {
        const [problem] = goodsId === null ? (p.blockedReason === null ? [] : dealingProblems(partyFrom(p), { goodsId: '', village: group.villageCode as RegionCode, as: kinds })) : dealingProblems(partyFrom(p), { goodsId, village: group.villageCode as RegionCode, as: kinds });
        return { id: p.id, name: p.name, kinds: p.kinds as PartyKind[], why: problem ? marketProblemText(problem) : null };
      });
      return options.sort((a, b) => Number(a.why !== null) - Number(b.why !== null));
    },
    save: (call, { key, id, name, phone, kinds, coverage }) =>
      m.once(call, key, 'saveParty', async ({ unit, query: q, now }) => {
        const before = id === null ? null : await m.partyOf(call, id, q, 'FOR UPDATE');
        const regencyCode = before?.regencyCode ?? (m.regenciesOf(call)?.find((r) => r.length === 5) ?? m.kit.config.REGION_CODE).slice(0, 5);
        // A party serves where its regency lies; the goods are of the regency's own catalogue.
        const goods = await m.goodsOf(regencyCode, unit.tx as never);
        for (const line of coverage) {
          if (line.area.slice(0, 5) !== regencyCode || (line.area !== regencyCode && !(await ports.territory.names([line.area])).has(line.area))) throw marketError('COVERAGE_MISSING');
          if (line.goodsId !== null && !goods.products.has(line.goodsId) && !goods.materials.has(line.goodsId)) throw marketError('COVERAGE_MISSING');
        }
        throwProblem(partyProblems({ name, phone: phone === '' ? null : phone, kinds, coverage: coverage as Coverage[], blocked: null }));
        const row = { id: id ?? randomUUID(), name: name.trim(), nameKey: normalisePersonName(name), phone: phone === '' ? null : phoneOf(phone), kinds: [...new Set(kinds)], coverage, now };
        await (before ? partyRepository.update(q, row) : partyRepository.insert(q, { ...row, regencyCode, by: call.actor.userId }));
        unit.audit({
          action: before ? 'market.changeParty' : 'market.addParty', entity: 'party', entityId: row.id, regionCode: regencyCode,
          changes: { name: [before?.name ?? null, row.name], kinds: [before?.kinds.join(', ') ?? null, row.kinds.join(', ')], phone: [before?.phone ?? null, row.phone], coverage: [before?.coverage.length ?? 0, coverage.length] },
        });
        return { id: row.id };
      }),
    block: (call, input) => setBlock(call, input, true),
    unblock: (call, input) => setBlock(call, input, false),
    async giveAccount(call, { id, ...input }) {
      const party = await m.partyOf(call, id);
      if (!party.kinds.includes('broker')) throw marketError('PARTY_KIND_WRONG');
      if (party.blockedReason !== null) throw marketError('PARTY_BLOCKED', { reason: party.blockedReason });
      return ports.access.createPartner(call, 'broker', { area: party.regencyCode, subjectId: id }, input);
    },
  };
}
