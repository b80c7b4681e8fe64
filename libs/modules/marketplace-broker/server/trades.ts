import { randomUUID } from 'node:crypto';
import { fail as common } from '@anyam/contract-kit';
import { advanceReceived, partyPaid } from '@anyam/domain/books';
import { formatRupiah, isoDate, rupiah, type RegionCode } from '@anyam/domain/kernel';
import { dealingProblems, SELLING_KINDS } from '@anyam/domain/marketplace-broker';
import type { Call } from '@anyam/contract-kit';
import type { TradesPort } from '../contract/index.ts';
import { dealRepository } from '../persistence/deal.repository.ts';
import { partyRepository } from '../persistence/party.repository.ts';
import { priceRepository } from '../persistence/price.repository.ts';
import { partyFrom, type Market } from './context.ts';
import { owedTo } from './deal-matter.ts';
import { fail, throwProblem } from './errors.ts';

/** Material on account, money advanced, and debts paid back: what a deal later sets off. */
export function createTrades(m: Market): TradesPort {
  const { ports, query } = m;

  const money = (call: Call, { key, groupId, partyId, amount, on, purse }: Parameters<TradesPort['advance']>[1], kind: 'advance' | 'repayment') =>
    m.once(call, key, kind, async (hand) => {
      m.notFuture(on);
      const group = await m.sellingGroup(call, groupId, hand.unit.tx);
      const party = await m.partyOf(call, partyId, hand.query, 'FOR SHARE');
      if (party.regencyCode !== group.regencyCode) throw common('NOT_FOUND');
      if (kind === 'advance' && party.blockedReason !== null) throwProblem(dealingProblems(partyFrom(party), { goodsId: '', village: group.villageCode as RegionCode, as: SELLING_KINDS }));
      const owed = await owedTo(m, hand.unit.tx, groupId, partyId);
      if (kind === 'repayment' && amount > owed) throw fail('REPAY_TOO_HIGH', { owed: formatRupiah(owed) });
      const id = randomUUID();
      const c = { groupId, partyId, on: isoDate(on), amount: rupiah(amount) };
      await dealRepository.addAdvance(hand.query, { id, regencyCode: group.regencyCode, groupId, partyId, kind, amount, purse, on, by: hand.who, now: hand.now });
      await ports.books.post(hand.unit, hand.who, groupId, {
        key: `party-${kind}-${id}`, kind: kind === 'advance' ? 'advanceReceived' : 'partyPaid',
        text: kind === 'advance' ? { id: `Panjar dari ${party.name}`, en: `Advance from ${party.name}` } : { id: `Utang kepada ${party.name} dibayar`, en: `Debt to ${party.name} paid` },
      }, kind === 'advance' ? advanceReceived({ ...c, advanceId: id, into: purse }) : partyPaid({ ...c, paymentId: id, outOf: purse }));
      hand.unit.audit({ action: `market.${kind}`, entity: 'party', entityId: partyId, groupId, regionCode: group.villageCode, changes: { party: [null, party.name], amount: [null, amount] } });
      return { id };
    });

  return {
    async list(call, { groupId }) {
      await m.groupOf(call, groupId);
      const rows = await priceRepository.trades(query, groupId);
      const goods = await m.goodsNamed(rows.flatMap((r) => r.materialId ?? []));
      const owed = (await ports.books.accounts(m.prisma, groupId, ['payable'])).filter((a) => a.balance < 0n);
      const names = new Map((await partyRepository.many(query, owed.map((a) => a.owner))).map((p) => [p.id, p.name]));
      return {
        rows: rows.map(({ materialId, ...r }) => ({ ...r, goodsName: materialId ? (goods.get(materialId)?.name ?? null) : null, unit: materialId ? (goods.get(materialId)?.unit ?? null) : null })),
        owed: owed.map((a) => ({ partyId: a.owner, partyName: names.get(a.owner) ?? '?', amount: -a.balance })),
      };
    },
    receiveMaterial: (call, { key, groupId, partyId, materialId, quantity, value, on }) =>
      m.once(call, key, 'receiveMaterial', async (hand) => {
        m.notFuture(on);
        const group = await m.sellingGroup(call, groupId, hand.unit.tx);
        const party = await m.partyOf(call, partyId, hand.query, 'FOR SHARE');
        if (party.regencyCode !== group.regencyCode) throw common('NOT_FOUND');
        if (!(await m.goodsOf(group.regencyCode, hand.unit.tx)).materials.has(materialId)) throw fail('PRODUCT_UNKNOWN');
        throwProblem(dealingProblems(partyFrom(party), { goodsId: materialId, village: group.villageCode as RegionCode, as: SELLING_KINDS }));
        const id = randomUUID();
        await ports.production.receiveMaterial(hand.unit, hand.who, groupId, { materialId, quantity, value, on, partyId, paidFrom: null, dealId: null, key: id });
        // Per base unit, cut to a whole rupiah, for comparison only.
        await priceRepository.add(hand.query, id, { regencyCode: group.regencyCode, groupId, goodsId: materialId, month: on.slice(0, 7) }, [{ grade: '', price: value / BigInt(quantity) }]);
        return { id };
      }),
    advance: (call, input) => money(call, input, 'advance'),
    repay: (call, input) => money(call, input, 'repayment'),
  };
}
