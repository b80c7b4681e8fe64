import type { Call } from '@anyam/contract-kit';
import { fill, rupiah, sum, type Blocker } from '@anyam/domain/kernel';
import { dealFlow, dealValue, daysLate, leftOf, percentOff, setOffAllowed, standingOf, type DealAction, type DealState } from '@anyam/domain/marketplace-broker';
import { normaliseGroupName } from '@anyam/domain/group';
import { xlsxBase64 } from '@anyam/server-kit';
import type { DealsPort } from '../contract/index.ts';
import { dealList, type DealFilter, type DealListRow } from '../persistence/deal.list.ts';
import { dealRepository } from '../persistence/deal.repository.ts';
import { offerRepository } from '../persistence/offer.repository.ts';
import { priceRepository } from '../persistence/price.repository.ts';
import { shareRepository } from '../persistence/share.repository.ts';
import { goodsView, type Market } from './context.ts';
import { contextOf, factsOf, matterOf, owedTo, type Matter } from './deal-matter.ts';
import { benchmarksOf, findingsOf } from './fairness.ts';
import { storedMembers, storedReversal } from './stored.ts';

const MOST = 20_000;
/** Not a step of the flow: the bid stays where it is. */
const REVISED = { id: 'Tawaran diubah', en: 'Bid changed' };
type Filter = Omit<Parameters<DealsPort['list']>[1], 'page' | 'pageSize' | 'sort' | 'desc'>;

export function createReads(m: Market): Pick<DealsPort, 'list' | 'get' | 'exportXlsx'> {
  const { query } = m;
  const filterOf = ({ q, ...filter }: Filter): DealFilter => ({ key: q ? normaliseGroupName(q) : undefined, today: m.today(), ...filter });

  async function views(rows: readonly DealListRow[]) {
    const goods = await m.goodsNamed(rows.map((r) => r.productId));
    return rows.map(({ productId, quantity, settled, ...r }) => ({
      ...r, productName: goods.get(productId)?.name ?? '?', unit: goods.get(productId)?.unit ?? '', quantity: Number(quantity), state: r.state as DealState, settled, remaining: r.due - settled, daysLate: r.daysLate ?? 0,
    }));
  }

  /** Lots, with what the buyer counted. A broker sees codes and counts, not whose they are. */
  async function linesOf({ deal }: Matter, hide: boolean) {
    const value = new Map(dealValue(deal).lots.map((l) => [l.lotId, l]));
    const [already, names] = [await shareRepository.already(query, deal.id), new Map((await offerRepository.memberNames(query, deal.lines.map((l) => l.memberId))).map((n) => [n.id, n.name]))];
    return deal.lines.map((l) => {
      const counted = deal.receipt?.lots.find((r) => r.lotId === l.lotId);
      const worth = value.get(l.lotId);
      return {
        lotId: l.lotId, lotCode: l.lotCode, memberId: hide ? null : l.memberId, memberName: hide ? null : (names.get(l.memberId) ?? null), grade: l.grade, quantity: l.quantity,
        accepted: counted ? (worth?.accepted ?? []).map((a) => ({ ...a })) : null, refused: counted?.refused ?? 0, short: counted?.short ?? 0, downgraded: counted?.downgraded ?? 0,
        value: worth?.goods ?? 0n, due: worth?.due ?? 0n, already: hide ? 0n : (already.get(l.lotId) ?? 0n),
      };
    });
  }
  async function sharesOf(dealId: string) {
    return (await shareRepository.ofDeal(query, dealId)).map((s) => ({
      id: s.id, on: s.on, amount: s.amount, net: s.net, reversed: storedReversal.parse(s.reversed),
      members: storedMembers.parse(s.members ?? []).map(({ material, iks, service, principal, fee, payouts, ...rest }) => {
        const paidOut = sum(payouts.map((o) => o.amount));
        return { ...rest, taken: { material, iks, service, principal, fee }, paidOut, left: leftOf({ net: rest.net, paidOut }), payouts: payouts.map((o) => ({ ...o, takenBack: payouts.some((b) => b.takesBack === o.id) })) };
      }),
    }));
  }

  return {
    async list(call, { page, pageSize, sort, desc, ...filter }) {
      const f = filterOf(filter);
      const [rows, counts, all] = await Promise.all([
        dealList.rows(query, call, f, { sort, desc, limit: pageSize, offset: (page - 1) * pageSize }), dealList.counts(query, call, { ...f, states: undefined }), dealList.counts(query, call, f),
      ]);
      return {
        rows: await views(rows), total: all.reduce((n, c) => n + c.count, 0), remaining: all.reduce((n, c) => n + c.remaining, 0n),
        counts: counts.map((c) => ({ state: c.state as DealState, count: c.count })),
      };
    },
    async exportXlsx(call, { language, sort, desc, ...filter }) {
      const rows = await views(await dealList.rows(query, call, filterOf(filter), { sort, desc, limit: MOST, offset: 0 }));
      const t = (id: string, en: string) => (language === 'id' ? id : en);
      const said = Object.entries(filter).filter(([, v]) => v !== undefined).map(([k, v]) => `${k}: ${String(v)}`).join('; ');
      const base64 = await xlsxBase64({
        sheet: t('Kesepakatan', 'Deals'), rows,
        columns: [
          { title: t('Kelompok', 'Group'), width: 28, value: (r) => r.groupName }, { title: t('Desa', 'Village'), width: 20, value: (r) => r.placeName }, { title: t('Mitra', 'Party'), width: 24, value: (r) => r.partyName },
          { title: t('Barang', 'Goods'), width: 20, value: (r) => r.productName }, { title: t('Jumlah', 'Quantity'), value: (r) => r.quantity }, { title: t('Satuan', 'Unit'), value: (r) => r.unit },
          { title: t('Keadaan', 'State'), width: 18, value: (r) => dealFlow.states[r.state].label[language] }, { title: t('Nilai sepakat (Rp)', 'Agreed (Rp)'), width: 18, value: (r) => r.expected },
          { title: t('Tagihan (Rp)', 'Due (Rp)'), width: 18, value: (r) => r.due }, { title: t('Sudah dibayar (Rp)', 'Settled (Rp)'), width: 18, value: (r) => r.settled },
          { title: t('Sisa (Rp)', 'Left (Rp)'), width: 18, value: (r) => r.remaining }, { title: t('Jatuh tempo', 'Due on'), width: 14, value: (r) => r.dueOn }, { title: t('Hari terlambat', 'Days late'), value: (r) => r.daysLate },
        ],
        about: { by: call.actor.name, at: m.kit.clock.now(), filter: said || t('semua kesepakatan di wilayah tugas', 'all deals of the area') },
      });
      await m.kit.work.run(call.actor, async ({ audit }) => {
        audit({ action: 'market.export', entity: 'dealList', entityId: 'list', regionCode: call.scope[0]?.area || m.kit.config.REGION_CODE, changes: { rows: [null, rows.length], filter: [null, said] } });
      });
      return { fileName: `kesepakatan-jual-${m.today()}.xlsx`, base64, rows: rows.length };
    },
    async get(call, { id }) {
      const matter = await matterOf(m, call, id, { tx: m.prisma, query, lock: false });
      const { deal, row, group, party } = matter;
      const hide = m.onlyBroker(call);
      const rules = await m.rulesFor(group.regencyCode);
      const product = await m.productOf(group.regencyCode, row.productId);
      const place = (await m.ports.territory.names([group.villageCode])).get(group.villageCode) ?? group.villageCode;
      const facts = await factsOf(m, matter, m.prisma, false);
      const { due, paid, setOff, remaining } = standingOf(deal);
      const value = dealValue(deal);
      const owed = hide ? rupiah(0) : await owedTo(m, m.prisma, group.id, party.id);
      const month = (row.agreedOn ?? m.today()).slice(0, 7);
      const benchmarks = await benchmarksOf(m, group.regencyCode, rules, deal.terms.prices.map((p) => ({ goodsId: row.productId, grade: p.grade, month })));
      const last = new Map((hide ? [] : await priceRepository.last(query, group.id, row.productId, row.createdAt, id)).map((p) => [p.grade, p.price]));
      const steps = await dealRepository.steps(query, id);
      const state = dealFlow.states[deal.state];
      const sells = matter.roles.some((r) => r === 'operator' || r === 'pendamping' || r === 'pengurus');
      return {
        id, state: deal.state, stateLabel: { ...state.label }, tone: state.tone, group: { id: group.id, name: group.name, placeName: place },
        party: { id: party.id, name: party.name, phone: party.phone, blocked: party.blockedReason }, product: goodsView(product), offerId: row.offerId, note: row.note,
        terms: { unit: { ...deal.terms.unit }, prices: deal.terms.prices.map((p) => ({ ...p })), fee: deal.terms.fee === null ? null : { ...deal.terms.fee }, setOffLimit: deal.terms.setOffLimit, payWithinDays: deal.terms.payWithinDays },
        lines: await linesOf(matter, hide),
        goods: value.goods, fee: value.fee, expected: row.expected, due, paid, setOff, remaining, shared: hide ? 0n : row.shared, unshared: hide ? 0n : facts.unshared,
        owedToParty: owed, setOffAllowed: setOffAllowed(deal, owed),
        agreedOn: row.agreedOn, sentOn: row.sentOn, receivedOn: row.receivedOn, dueOn: row.dueOn, daysLate: daysLate(deal, m.today()),
        settlements: row.entries.map((s) => ({ ...s, takenBack: row.entries.some((other) => other.takesBack === s.id) })),
        shares: hide ? [] : await sharesOf(id),
        findings: hide ? [] : findingsOf(deal, row.productId, month, benchmarks, rules, m.today()).map(({ code, where, title, text }) => ({ code, where, title: { ...title }, text: { ...text } })),
        prices: deal.terms.prices.map(({ grade, price }) => {
          const benchmark = hide ? null : benchmarks(row.productId, grade, month);
          return { grade, price, median: benchmark?.median ?? null, deals: benchmark?.deals ?? 0, percent: benchmark ? percentOff(price, benchmark.median) : null, last: last.get(grade) ?? null };
        }),
        buttons: buttonsOf(call, matter, facts), maySell: sells, mayRevise: deal.state === 'penawaran' && (sells || (hide && row.createdBy === call.actor.userId)), mayPay: sells && (deal.state === 'diterima' || deal.state === 'dibayarSebagian') && remaining > 0n,
        steps: steps.map((s) => ({ id: String(s.id), label: { ...(s.action === 'revise' ? REVISED : (dealFlow.actions[s.action as DealAction]?.label ?? { id: s.action, en: s.action })) }, to: s.to, actorName: s.actorName, at: s.at, note: s.note })),
      };
    },
  };
}

/** Buttons of a flow for who may take one of them at all; those of other roles are left out. */
function buttonsOf(call: Call, matter: Matter, facts: Parameters<typeof contextOf>[2]) {
  const say = (b: Blocker) => ({ code: b.code, params: { ...b.params } as Record<string, string | number>, text: { id: fill(b.text.id, b.params), en: fill(b.text.en, b.params) }, clearedBy: { ...b.clearedBy } });
  return dealFlow.buttons(matter.deal.state, contextOf(call, matter, facts))
    .filter((b) => b.action !== 'reopen' && b.blockers.every((x) => x.code !== 'ROLE_NEEDED'))
    .map((b) => ({ action: b.action, label: { ...b.label }, to: b.to, needs: [...b.needs], enabled: b.enabled, blockers: b.blockers.map(say) }));
}
