import { booksFor } from '@anyam/books/testing';
import type { Call } from '@anyam/contract-kit';
import { groupAccounts as at } from '@anyam/domain/books';
import { rupiah } from '@anyam/domain/kernel';
import { median } from '@anyam/domain/marketplace-broker';
import { groupWithMembers } from '@anyam/meeting/testing';
import { matsIn, productionFor, usualGoods } from '@anyam/production/testing';
import { onPool } from '@anyam/server-kit';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MarketplaceBrokerPort } from '../contract/index.ts';
import { priceRepository } from '../persistence/price.repository.ts';
import { key, marketFor, partyIn, termsOf } from '../testing/index.ts';

let kit: TestKit;
let market: MarketplaceBrokerPort;
let operator: Call;
let mat = '';
let pandan = '';
const refused = (code: string) => ({ code });
const on = (day: string) => kit.clock.set(`${day}T01:00:00.000Z`);

beforeAll(async () => {
  kit = await testKit();
  on('2020-11-20');
  [market, operator] = [marketFor(kit), await callFor(kit, { role: 'operator' })];
  ({ mat, pandan } = await usualGoods(productionFor(kit), operator));
});

async function group(quantity = 20) {
  const { groupId, members } = await groupWithMembers(kit, operator, 10);
  const ids = members.map((m) => m.membershipId);
  const lot = (await matsIn(kit, productionFor(kit), operator, groupId, { memberId: ids[4] as string, quantity, on: '2020-11-10' })).lotId as string;
  return { groupId, ids, lot };
}
const bid = (call: Call, groupId: string, partyId: string, lines: { lotId: string; quantity: number }[], more: Partial<Parameters<typeof market.deals.bid>[1]> = {}) =>
  market.deals.bid(call, { key: key(), groupId, partyId, offerId: null, needId: null, productId: mat, lines, terms: termsOf({ fee: null }), note: '', ...more });
const act = (call: Call, id: string, expectedState: 'penawaran' | 'sepakat' | 'dikirim' | 'diterima' | 'dibayar', action: Parameters<typeof market.deals.act>[1]['action'], reason?: string) =>
  market.deals.act(call, { key: key(), id, expectedState, action, on: kit.clock.today(), ...(reason ? { reason } : {}) });
const count = (id: string, lotId: string, accepted: number, refusedOnes = 0, expectedState: 'dikirim' | 'sengketa' = 'dikirim') =>
  market.deals.count(operator, { key: key(), id, expectedState, on: kit.clock.today(), reason: 'dihitung bersama', counts: [{ lotId, accepted: [{ grade: 'A', quantity: accepted }], refused: refusedOnes }] });
async function received(g: { groupId: string; lot: string }, partyId: string, quantity: number, accepted = quantity, back = 0): Promise<string> {
  const { id } = await bid(operator, g.groupId, partyId, [{ lotId: g.lot, quantity }]);
  await act(operator, id, 'penawaran', 'agree');
  await act(operator, id, 'sepakat', 'send');
  await count(id, g.lot, accepted, back);
  return id;
}
const balance = async (groupId: string, account: ReturnType<typeof at.cash>) => (await booksFor(kit).balances(kit.db.prisma, groupId, [account])).get(account);

describe('a lot', () => {
  it('that twenty buyers want at once goes to exactly one', async () => {
    const g = await group(20);
    const parties = await Promise.all(Array.from({ length: 4 }, () => partyIn(market, operator)));
    const bids = [];
    for (let i = 0; i < 20; i += 1) bids.push(await bid(operator, g.groupId, parties[i % 4] as string, [{ lotId: g.lot, quantity: 11 }]));
    const answers = await Promise.allSettled(bids.map((b) => act(operator, b.id, 'penawaran', 'agree')));
    expect(answers.filter((a) => a.status === 'fulfilled')).toHaveLength(1);
    for (const a of answers) if (a.status === 'rejected') expect((a.reason as { code: string }).code).toMatch(/^(STEP_BLOCKED|LOT_SHORT)$/);
    const [piles] = await kit.db.prisma.$queryRaw<{ reserved: number; held: number }[]>`SELECT reserved, (SELECT sum(reserved)::int FROM production_lot_hold h WHERE h.lot_id = l.id) AS held FROM production_lot l WHERE id = ${g.lot}::uuid`;
    expect(piles).toEqual({ reserved: 11, held: 11 });
  }, 60_000);

  it('comes back to the shelf with a cancelled deal, and its price out of the comparison', async () => {
    const g = await group(10);
    const { id } = await bid(operator, g.groupId, await partyIn(market, operator), [{ lotId: g.lot, quantity: 10 }]);
    await act(operator, id, 'penawaran', 'agree');
    expect(await kit.db.prisma.$queryRaw`SELECT grade, price FROM market_price WHERE source_id = ${id}::uuid`).toEqual([{ grade: 'A', price: 30_000n }]);
    await expect(act(operator, id, 'sepakat', 'cancel')).rejects.toMatchObject(refused('STEP_BLOCKED'));
    expect(await act(operator, id, 'sepakat', 'cancel', 'pembeli mundur')).toEqual({ id, state: 'batal' });
    expect((await market.offers.ofGroup(operator, { groupId: g.groupId })).stock[0]).toMatchObject({ available: 10, reserved: 0, ageDays: 10 });
    expect(await kit.db.prisma.$queryRaw`SELECT 1 FROM market_price WHERE source_id = ${id}::uuid`).toEqual([]);
  });

  it('bid on is bid on anew, with the old terms in the history; a broker changes only what it wrote, and nobody an agreed one', async () => {
    const g = await group(20);
    const party = await partyIn(market, operator);
    const broker = await callFor(kit, { role: 'broker', subjectId: party });
    const { id } = await bid(operator, g.groupId, party, [{ lotId: g.lot, quantity: 10 }]);
    const change = (call: Call) => market.deals.revise(call, { key: key(), id, lines: [{ lotId: g.lot, quantity: 12 }], terms: termsOf({ fee: null, prices: [{ grade: 'A', price: 31_000n }], payWithinDays: 7 }), note: '' });
    await expect(change(broker)).rejects.toMatchObject(refused('TERMS_FROZEN'));
    expect((await market.deals.get(broker, { id })).mayRevise).toBe(false);
    await expect(change(await callFor(kit, { role: 'operator', area: '35.20' }))).rejects.toMatchObject(refused('NOT_FOUND'));
    expect((await market.deals.get(operator, { id })).mayRevise).toBe(true);
    await change(operator);
    const seen = await market.deals.get(operator, { id });
    expect([seen.expected, seen.lines[0]?.quantity, seen.terms.payWithinDays, seen.state]).toEqual([372_000n, 12, 7, 'penawaran']);
    expect(seen.steps.map((s) => [s.label.id, s.note?.replaceAll('\u00a0', ' ')])).toEqual([['Tawaran diubah', expect.stringMatching(/^Sebelumnya .*: 2 gulung; A Rp 30\.000, B Rp 22\.000; .*14 hari\.$/)]]);
    await act(operator, id, 'penawaran', 'agree');
    expect((await market.deals.get(operator, { id })).mayRevise).toBe(false);
    await expect(change(operator)).rejects.toMatchObject(refused('TERMS_FROZEN'));
  });

  it('of another group or other goods is refused', async () => {
    const [one, other] = [await group(), await group()];
    const party = await partyIn(market, operator);
    await expect(bid(operator, one.groupId, party, [{ lotId: other.lot, quantity: 1 }])).rejects.toMatchObject(refused('LOT_UNKNOWN'));
    await expect(bid(operator, one.groupId, party, [{ lotId: one.lot, quantity: 1 }], { terms: termsOf({ prices: [{ grade: 'C', price: 1n }] }) })).rejects.toMatchObject(refused('GRADE_NOT_PRICED'));
  });
});

describe('an offer', () => {
  it('leaves the list when all of it is sold, not before', async () => {
    const g = await group(10);
    const party = await partyIn(market, operator);
    const offer = await market.offers.publish(operator, { key: key(), groupId: g.groupId, productId: mat, lots: [{ lotId: g.lot, quantity: 10 }], expected: [], until: '2020-12-31' });
    const open = async () => (await market.offers.ofGroup(operator, { groupId: g.groupId })).offers.map((o) => o.id);
    const sell = async (quantity: number) => {
      const { id } = await bid(operator, g.groupId, party, [{ lotId: g.lot, quantity }], { offerId: offer.id });
      await act(operator, id, 'penawaran', 'agree');
      await act(operator, id, 'sepakat', 'send');
      expect(await open()).toEqual([offer.id]);
      await count(id, g.lot, quantity);
    };
    await sell(6);
    expect(await open()).toEqual([offer.id]);
    await sell(4);
    expect(await open()).toEqual([]);
  });
});

describe('a dispute', () => {
  it('lowers or raises the claim; goods sold elsewhere since cannot be claimed again', async () => {
    const g = await group(20);
    const [first, second] = [await partyIn(market, operator), await partyIn(market, operator)];
    const id = await received(g, first, 10, 6, 4);
    const receivable = at.receivable(g.groupId, id);
    expect(await balance(g.groupId, receivable)).toBe(180_000n);
    await market.deals.act(operator, { key: key(), id, expectedState: 'diterima', action: 'dispute', reason: 'hitungan berbeda' });
    await count(id, g.lot, 8, 2, 'sengketa');
    expect(await balance(g.groupId, receivable)).toBe(240_000n);
    await market.deals.act(operator, { key: key(), id, expectedState: 'diterima', action: 'dispute', reason: 'hitungan berbeda lagi' });
    await count(id, g.lot, 5, 5, 'sengketa');
    expect(await balance(g.groupId, receivable)).toBe(150_000n);
    await received(g, second, 15);
    await market.deals.act(operator, { key: key(), id, expectedState: 'diterima', action: 'dispute', reason: 'hitungan berbeda lagi' });
    await expect(count(id, g.lot, 6, 4, 'sengketa')).rejects.toMatchObject(refused('LOT_SHORT'));
    expect(await market.deals.count(operator, { key: key(), id, expectedState: 'sengketa', on: kit.clock.today(), reason: 'tetap seperti semula', counts: [] })).toEqual({ id, state: 'diterima' });
  });
});

describe('money', () => {
  it('comes in once a key, never above what is left, and back only while it is not shared', async () => {
    const g = await group(10);
    const id = await received(g, await partyIn(market, operator), 10);
    const once = key();
    const pay = (amount: bigint, k = key(), expectedState: 'diterima' | 'dibayarSebagian' = 'diterima') => market.deals.settle(operator, { key: k, id, expectedState, kind: 'payment', amount, on: kit.clock.today(), into: 'cash' });
    await expect(pay(300_001n)).rejects.toMatchObject(refused('OVERPAID'));
    await Promise.all([pay(100_000n, once), pay(100_000n, once)]);
    expect(await balance(g.groupId, at.cash(g.groupId))).toBe(100_000n);
    const race = await Promise.allSettled([pay(150_000n, key(), 'dibayarSebagian'), pay(150_000n, key(), 'dibayarSebagian')]);
    expect(race.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    const preview = await market.deals.sharePreview(operator, { id, on: kit.clock.today() });
    expect([preview.amount, preview.net, preview.iksRate.en]).toEqual([250_000n, 250_000n, 'There is no decision on the solidarity fund, so none is taken.']);
    const share = { id, on: kit.clock.today(), meetingId: null, expectedAmount: 250_000n, expectedNet: 250_000n };
    await expect(market.deals.share(operator, { ...share, key: key(), meetingId: randomUUID() })).rejects.toMatchObject(refused('NOT_FOUND'));
    const shares = await Promise.allSettled([market.deals.share(operator, { ...share, key: key() }), market.deals.share(operator, { ...share, key: key() })]);
    expect(shares.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    const settlementId = (await market.deals.get(operator, { id })).settlements[0]?.id as string;
    await expect(market.deals.takeBack(operator, { key: key(), id, expectedState: 'dibayarSebagian', settlementId, reason: 'salah catat', on: kit.clock.today() })).rejects.toMatchObject(refused('SHARED_ALREADY'));
  });

  it('advanced is owed, paid back at most as much, and warns of a debt trap with material and goods in one hand', async () => {
    const g = await group(10);
    const party = await partyIn(market, operator);
    const lend = { groupId: g.groupId, partyId: party, on: kit.clock.today(), purse: 'cash' as const };
    await market.trades.advance(operator, { ...lend, key: key(), amount: 200_000n });
    kit.clock.set('2020-11-20T01:30:00.000Z');
    await market.trades.receiveMaterial(operator, { key: key(), groupId: g.groupId, partyId: party, materialId: pandan, quantity: 10, value: 50_000n, on: kit.clock.today() });
    await expect(market.trades.repay(operator, { ...lend, key: key(), amount: 250_001n })).rejects.toMatchObject(refused('REPAY_TOO_HIGH'));
    kit.clock.set('2020-11-20T02:00:00.000Z');
    await market.trades.repay(operator, { ...lend, key: key(), amount: 30_000n });
    const trades = await market.trades.list(operator, { groupId: g.groupId });
    expect([trades.rows.map((r) => [r.kind, r.amount]), trades.owed[0]?.amount]).toEqual([[['repayment', 30_000n], ['material', 50_000n], ['advance', 200_000n]], 220_000n]);
    await received(g, party, 10);
    const fair = await market.fairness.group(operator, { groupId: g.groupId });
    expect([fair.findings.map((f) => f.code), fair.sales[0]?.percent, fair.unpaid]).toEqual([['BUYER_DOMINANT', 'DEBT_TRAP'], 100, 300_000n]);
    on('2020-12-30');
    expect((await market.fairness.group(operator, { groupId: g.groupId })).findings.map((f) => f.code)).toContain('PAYMENT_LATE');
    on('2020-11-20');
  });
});

describe('a blocked party', () => {
  it('is refused as buyer, as seller and at the agreement, until the block is lifted', async () => {
    const g = await group(10);
    const party = await partyIn(market, operator);
    const { id } = await bid(operator, g.groupId, party, [{ lotId: g.lot, quantity: 5 }]);
    await market.parties.block(operator, { id: party, key: key(), reason: 'tidak membayar tiga kali' });
    await expect(bid(operator, g.groupId, party, [{ lotId: g.lot, quantity: 5 }])).rejects.toMatchObject(refused('PARTY_BLOCKED'));
    await expect(act(operator, id, 'penawaran', 'agree')).rejects.toMatchObject(refused('STEP_BLOCKED'));
    await expect(market.trades.receiveMaterial(operator, { key: key(), groupId: g.groupId, partyId: party, materialId: pandan, quantity: 1, value: 1n, on: kit.clock.today() })).rejects.toMatchObject(refused('PARTY_BLOCKED'));
    expect((await market.parties.forGroup(operator, { groupId: g.groupId, goodsId: mat, as: 'buy' })).find((p) => p.id === party)?.why?.id).toContain('diblokir');
    await market.parties.unblock(operator, { id: party, key: key(), reason: 'utang sudah dilunasi' });
    expect((await act(operator, id, 'penawaran', 'agree')).state).toBe('sepakat');
  });
  it('and one that does not serve the village or the goods is refused too', async () => {
    const g = await group(10);
    const far = await partyIn(market, operator, { coverage: [{ goodsId: null, area: '35.21.01' }] });
    await expect(bid(operator, g.groupId, far, [{ lotId: g.lot, quantity: 5 }])).rejects.toMatchObject(refused('NOT_COVERED'));
    const supplier = await partyIn(market, operator, { kinds: ['supplier'] });
    await expect(bid(operator, g.groupId, supplier, [{ lotId: g.lot, quantity: 5 }])).rejects.toMatchObject(refused('PARTY_KIND_WRONG'));
    await expect(partyIn(market, operator, { phone: '12' })).rejects.toMatchObject(refused('PHONE_BAD'));
    await expect(partyIn(market, operator, { coverage: [{ goodsId: null, area: '35.20' }] })).rejects.toMatchObject(refused('COVERAGE_MISSING'));
  });
});

describe('suppliers of material', () => {
  it('are those who sell, serve the village and are not blocked, and a delivery of another is refused', async () => {
    const g = await group();
    const production = productionFor(kit);
    const own = marketFor(kit, production);
    const [serves, buyer, elsewhere, blocked, onlyMats] = [
      await partyIn(own, operator, { kinds: ['supplier'] }), await partyIn(own, operator, { kinds: ['buyer'] }),
      await partyIn(own, operator, { coverage: [{ goodsId: null, area: '35.21.01' }] }), await partyIn(own, operator),
      await partyIn(own, operator, { coverage: [{ goodsId: mat, area: '35.21.16' }] }),
    ] as [string, string, string, string, string];
    await own.parties.block(operator, { key: key(), id: blocked, reason: 'tidak membayar' });
    const { suppliers } = await production.store.view(operator, { groupId: g.groupId });
    const ids = suppliers.filter((s) => s.materialIds.includes(pandan)).map((s) => s.id);
    expect(ids).toContain(serves);
    for (const id of [buyer, elsewhere, blocked, onlyMats]) expect(ids).not.toContain(id);
    const bring = (partyId: string) => production.store.receive(operator, { key: key(), groupId: g.groupId, materialId: pandan, quantity: 10, value: 60_000n, on: kit.clock.today(), partyId, paidFrom: null, note: null });
    await expect(bring(blocked)).rejects.toMatchObject(refused('SUPPLIER_UNKNOWN'));
    await bring(serves);
    expect(await balance(g.groupId, at.payable(g.groupId, serves) as never)).toBe(-60_000n);
  });
});

describe('a broker who signs in', () => {
  it('sees only the own deals, bids on offers it may buy, and learns nothing of members', async () => {
    const g = await group(20);
    const [mine, other] = [await partyIn(market, operator), await partyIn(market, operator)];
    const broker = await callFor(kit, { role: 'broker', subjectId: mine });
    const offer = await market.offers.publish(operator, { key: key(), groupId: g.groupId, productId: mat, lots: [{ lotId: g.lot, quantity: 20 }], expected: [], until: '2020-12-31' });
    const foreign = await bid(operator, g.groupId, other, [{ lotId: g.lot, quantity: 5 }]);
    const need = await market.needs.publish(broker, { key: key(), partyId: mine, productId: mat, grades: [{ grade: 'A', price: 31_000n }], quantity: 40, by: '2020-12-15', place: '35.21.16.2009' });
    const [match] = await market.offers.matches(broker, { needId: need.id });
    expect([match?.offerId, match?.quantity, match?.reasons.map((r) => [r.part, r.points])]).toEqual([offer.id, 20, [['grade', 30], ['quantity', 15], ['distance', 16], ['date', 20]]]);
    expect((await market.offers.get(broker, { id: offer.id })).lots[0]).toMatchObject({ memberName: '', available: 20 });
    const own = await bid(broker, g.groupId, mine, [{ lotId: g.lot, quantity: 10 }], { offerId: offer.id, needId: need.id });
    expect((await market.deals.list(broker, { page: 1, pageSize: 25, sort: 'changed', desc: true })).rows.map((r) => r.id)).toEqual([own.id]);
    const seen = await market.deals.get(broker, { id: own.id });
    expect([seen.lines[0]?.memberName, seen.shares, seen.buttons.map((b) => b.action)]).toEqual([null, [], ['withdraw']]);
    await expect(market.deals.get(broker, { id: foreign.id })).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(act(broker, foreign.id, 'penawaran', 'withdraw')).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(act(broker, own.id, 'penawaran', 'agree')).rejects.toMatchObject(refused('STEP_FORBIDDEN'));
    await expect(bid(broker, g.groupId, other, [{ lotId: g.lot, quantity: 1 }], { offerId: offer.id })).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(bid(broker, g.groupId, mine, [{ lotId: g.lot, quantity: 1 }])).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(market.needs.publish(broker, { key: key(), partyId: other, productId: mat, grades: [{ grade: 'A', price: 1n }], quantity: 1, by: '2020-12-15', place: '35.21.16.2009' })).rejects.toMatchObject(refused('NOT_FOUND'));
    const compared = await market.deals.compare(operator, { groupId: g.groupId, offerId: offer.id });
    expect(compared.map((c) => [c.dealId, c.due, c.km, c.lateDeals])).toEqual([[own.id, 300_000n, 8, 0]]);
    expect((await market.offers.matches(operator, { offerId: offer.id })).map((x) => x.needId)).toEqual([need.id]);
    await act(operator, own.id, 'penawaran', 'agree');
    expect((await market.needs.list(operator, { page: 1, pageSize: 25, partyId: mine })).rows[0]).toMatchObject({ quantity: 40, filled: 10 });
    expect((await market.offers.get(broker, { id: offer.id })).lots[0]?.available).toBe(10);
  });
  it('gets its account from the office', async () => {
    const party = await partyIn(market, operator);
    const username = `wiro${randomUUID().slice(0, 6)}`;
    await market.parties.giveAccount(operator, { id: party, username, name: 'Pak Wiro', position: '', password: 'sandi-yang-panjang' });
    expect((await market.parties.get(operator, { id: party })).signIns).toMatchObject([{ username }]);
    await expect(market.parties.giveAccount(operator, { id: await partyIn(market, operator, { kinds: ['buyer'] }), username: `${username}x`, name: 'Bu Beli', position: '', password: 'sandi-yang-panjang' })).rejects.toMatchObject(refused('PARTY_KIND_WRONG'));
  });
});

describe('next door and other people', () => {
  it('are told that there is nothing', async () => {
    const g = await group(10);
    const party = await partyIn(market, operator);
    const id = await received(g, party, 5);
    const offer = await market.offers.publish(operator, { key: key(), groupId: g.groupId, productId: mat, lots: [{ lotId: g.lot, quantity: 5 }], expected: [], until: '2020-12-31' });
    const neighbour = await callFor(kit, { role: 'operator', area: '35.20' });
    const strange = await callFor(kit, { role: 'pengurus', subjectId: (await group()).groupId });
    const facilitator = await callFor(kit, { role: 'pendamping' });
    const today = kit.clock.today();
    const doors: ((call: Call) => Promise<unknown>)[] = [
      (c) => market.deals.get(c, { id }), (c) => act(c, id, 'diterima', 'dispute', 'hitungan berbeda'), (c) => market.offers.ofGroup(c, { groupId: g.groupId }), (c) => market.offers.close(c, { id: offer.id }),
      (c) => market.offers.matches(c, { offerId: offer.id }), (c) => market.deals.compare(c, { groupId: g.groupId }), (c) => market.trades.list(c, { groupId: g.groupId }), (c) => market.fairness.group(c, { groupId: g.groupId }),
      (c) => market.deals.settle(c, { key: key(), id, expectedState: 'diterima', kind: 'payment', amount: 1n, on: today, into: 'cash' }), (c) => market.deals.sharePreview(c, { id, on: today }),
      (c) => market.trades.advance(c, { key: key(), groupId: g.groupId, partyId: party, amount: 1n, on: today, purse: 'cash' }), (c) => bid(c, g.groupId, party, [{ lotId: g.lot, quantity: 1 }]), (c) => market.offers.get(c, { id: offer.id }),
    ];
    for (const call of [neighbour, strange, facilitator]) for (const door of doors) await expect(door(call)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(market.parties.get(neighbour, { id: party })).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(market.parties.block(neighbour, { id: party, key: key(), reason: 'alasan apa saja' })).rejects.toMatchObject(refused('NOT_FOUND'));
    const list = { page: 1, pageSize: 25 as const };
    const [deals, parties, board] = [await market.deals.list(neighbour, { ...list, sort: 'changed', desc: true }), await market.parties.list(neighbour, list), await market.offers.board(neighbour, list)];
    expect([deals.total, parties.total, board.total, (await market.offers.totals(neighbour)).products.filter((p) => p.unsold > 0)]).toEqual([0, 0, 0, []]);
  });
  it('an officer does the daily work of the own group', async () => {
    const g = await group(10);
    const officer = await callFor(kit, { role: 'pengurus', subjectId: g.groupId });
    const { id } = await bid(officer, g.groupId, await partyIn(market, operator), [{ lotId: g.lot, quantity: 10 }]);
    expect((await act(officer, id, 'penawaran', 'agree')).state).toBe('sepakat');
    expect((await market.deals.list(officer, { page: 1, pageSize: 25, sort: 'changed', desc: true })).rows.map((r) => r.id)).toEqual([id]);
  });
});

describe('prices', () => {
  it('have the same middle in the database as in the domain, few deals and many', async () => {
    const g = await group(1);
    for (const prices of [[5], [9, 1], [4, 1], [3, 9, 1], [100, 1, 3, 4], [7, 7, 7, 8], [0, 0, 3], [1, 2, 2, 9, 9, 9]]) {
      const grade = `g${prices.join('-')}`;
      for (const price of prices) {
        await kit.db.prisma.$executeRaw`INSERT INTO market_price (source_id, regency_code, group_id, goods_id, grade, month, price) VALUES (${randomUUID()}::uuid, '35.21', ${g.groupId}::uuid, ${mat}::uuid, ${grade}, '2020-11', ${BigInt(price)})`;
      }
      const [middle] = await priceRepository.middles(onPool(kit.db), '35.21', [{ goodsId: mat, grade, month: '2020-11' }]);
      expect([middle?.median, middle?.deals], grade).toEqual([median(prices.map((p) => rupiah(p))), prices.length]);
    }
    expect(await priceRepository.middles(onPool(kit.db), '35.21', [{ goodsId: mat, grade: 'none', month: '2020-11' }])).toEqual([]);
  });
  it('below the others are shown from five deals on', async () => {
    on('2019-03-04');
    const party = await partyIn(market, operator);
    const { groupId, members } = await groupWithMembers(kit, operator, 10);
    const deals: string[] = [];
    for (const [i, price] of [30_000n, 30_000n, 30_000n, 30_000n, 20_000n].entries()) {
      on(`2019-03-0${4 + i}`);
      const lotId = (await matsIn(kit, productionFor(kit), operator, groupId, { memberId: members[4]?.membershipId as string, quantity: 3 })).lotId as string;
      const { id } = await bid(operator, groupId, party, [{ lotId, quantity: 3 }], { terms: termsOf({ fee: null, prices: [{ grade: 'A', price }] }) });
      await act(operator, id, 'penawaran', 'agree');
      deals.push(id);
    }
    const [fine, low] = [await market.deals.get(operator, { id: deals[0] as string }), await market.deals.get(operator, { id: deals[4] as string })];
    expect([fine.findings, low.findings.map((f) => f.code), low.prices]).toEqual([[], ['PRICE_LOW'], [{ grade: 'A', price: 20_000n, median: 30_000n, deals: 5, percent: -33, last: 30_000n }]]);
    const { months } = await market.fairness.prices(operator, { productId: mat, months: 2 });
    expect(months.map((x) => [x.month, x.prices[0]])).toEqual([['2019-02', { grade: 'A', median: null, deals: 0 }], ['2019-03', { grade: 'A', median: 30_000n, deals: 5 }]]);
    on('2020-11-20');
  });
});

describe('the board', () => {
  it('shows unsold goods by age, what is needed, and deals with a file', async () => {
    const board = await market.offers.board(operator, { page: 1, pageSize: 25, productId: mat, minAge: 5 });
    expect(board.rows.length).toBeGreaterThan(0);
    expect(board.rows.every((r) => r.ageDays >= 5 && r.quantity > 0 && r.lots > 0)).toBe(true);
    const totals = await market.offers.totals(operator);
    expect(totals.products.find((p) => p.productId === mat)).toMatchObject({ unit: 'lembar', needs: 1, needed: 30 });
    const list = await market.deals.list(operator, { page: 1, pageSize: 25, sort: 'value', desc: true, states: ['diterima'], q: 'uji', overdue: false });
    expect(list.rows.every((r) => r.state === 'diterima' && r.remaining === r.due - r.settled)).toBe(true);
    expect((await market.deals.exportXlsx(operator, { sort: 'due', desc: false, language: 'id' })).rows).toBeGreaterThan(list.total);
  });
});

describe('the database', () => {
  it('freezes terms and lines, keeps money append-only and sums whole', async () => {
    const g = await group(10);
    const id = await received(g, await partyIn(market, operator), 10);
    const run = (sql: string, ...values: unknown[]) => kit.db.prisma.$executeRawUnsafe(sql, ...values);
    await expect(run(`UPDATE market_deal SET terms = '{}' WHERE id = $1::uuid`, id)).rejects.toThrow(/frozen/);
    await expect(run(`DELETE FROM market_deal WHERE id = $1::uuid`, id)).rejects.toThrow(/never deleted/);
    await expect(run(`UPDATE market_deal_line SET quantity = 1 WHERE deal_id = $1::uuid`, id)).rejects.toThrow(/frozen/);
    await expect(run(`UPDATE market_deal SET paid = due + 1 WHERE id = $1::uuid`, id)).rejects.toThrow(/market_deal_not_overpaid/);
    await expect(run(`UPDATE market_deal SET shared = 1 WHERE id = $1::uuid`, id)).rejects.toThrow(/market_deal_not_overshared/);
    await market.deals.settle(operator, { key: key(), id, expectedState: 'diterima', kind: 'payment', amount: 1_000n, on: kit.clock.today(), into: 'cash' });
    await expect(run(`UPDATE market_settlement SET amount = 2 WHERE deal_id = $1::uuid`, id)).rejects.toThrow(/append-only/);
    await expect(run(`INSERT INTO market_settlement (id, regency_code, group_id, deal_id, kind, amount, on_day, purse, takes_back, actor_id, actor_name, at)
      SELECT gen_random_uuid(), regency_code, group_id, deal_id, kind, -999, on_day, purse, id, 'x', 'x', now() FROM market_settlement WHERE deal_id = $1::uuid`, id)).rejects.toThrow(/does not mirror/);
    await expect(run(`INSERT INTO market_share (id, regency_code, group_id, deal_id, amount, net, on_day, actor_id, actor_name, at) VALUES (gen_random_uuid(), '35.21', $2::uuid, $1::uuid, 500, 500, '2020-11-20', 'x', 'x', now())`, id, g.groupId)).rejects.toThrow(/does not sum/);
    await expect(run(`UPDATE market_price SET price = 1 WHERE source_id = $1::uuid`, id)).rejects.toThrow(/does not change/);
    for (const table of ['market_deal', 'market_settlement', 'market_share', 'market_share_line', 'market_share_lot', 'market_payout', 'market_advance', 'market_price']) await expect(run(`TRUNCATE ${table} CASCADE`), table).rejects.toThrow(/append-only/);
  });
});
