import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { booksFor } from '@anyam/books/testing';
import type { Call } from '@anyam/contract-kit';
import { groupAccounts } from '@anyam/domain/books';
import { closeMeeting, decidedMeeting, groupWithMembers, meetingFor, openMeeting } from '@anyam/meeting/testing';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import type { ProductionPort } from '../contract/index.ts';
import { matsIn, productionFor, usualGoods } from '../testing/index.ts';

let kit: TestKit;
let production: ProductionPort;
let operator: Call;
let neighbour: Call;
let goods: Awaited<ReturnType<typeof usualGoods>>;
const key = () => randomUUID();

beforeAll(async () => {
  kit = await testKit();
  production = productionFor(kit);
  operator = await callFor(kit, { role: 'operator' });
  neighbour = await callFor(kit, { role: 'operator', area: '35.20' });
  goods = await usualGoods(production, operator);
});

const group = async (size = 5) => {
  const made = await groupWithMembers(kit, operator, size);
  const [a, b, c] = made.members.map((m) => m.membershipId) as [string, string, string];
  return { id: made.groupId, a, b, c, members: made.members };
};
const entry = (memberId: string, handedIn: number, rejected = 0, over: object = {}) => ({
  memberId, productId: goods.mat, grade: 'A', handedIn, accepted: handedIn - rejected, rejected, rejectReason: rejected > 0 ? ('loose' as const) : null, note: null, ...over,
});
const sql = (text: string) => kit.db.prisma.$executeRawUnsafe(text);

describe('deposits and lots', () => {
  it('are made once for a key, with codes without holes, a slip, and what was rejected', async () => {
    const g = await group();
    const input = { key: key(), groupId: g.id, on: '2020-03-02', meetingId: null, entries: [entry(g.a, 12, 2), entry(g.b, 5), entry(g.c, 3, 3)] };
    const { made } = await production.goods.add(operator, input);
    expect(await production.goods.add(operator, input)).toEqual({ made });
    const codes = made.map((m) => m.lotCode);
    const prefix = codes[0]?.split('-')[0] ?? '';
    expect(codes[0]).toMatch(new RegExp(`^${prefix}-2003-0001-.$`));
    expect(codes[1]).toMatch(new RegExp(`^${prefix}-2003-0002-.$`));
    expect(codes[2]).toBeNull();
    const slip = await production.goods.slip(operator, { id: made[0]?.depositId ?? '' });
    expect(slip).toMatchObject({ deposit: { handedIn: 12, accepted: 10, rejected: 2, rejectReason: 'loose', lotCode: codes[0] }, monthAccepted: 10 });
    expect(await production.goods.deposits(operator, { groupId: g.id, page: 1, pageSize: 25, memberId: null, productId: null })).toMatchObject({ total: 3 });
    const byCode = await production.goods.deposits(operator, { groupId: g.id, q: codes[1]?.slice(0, 13) ?? '', page: 1, pageSize: 25, memberId: null, productId: null });
    expect(byCode.rows.map((r) => r.lotCode)).toEqual([codes[1]]);
    expect(await production.goods.lots(operator, { groupId: g.id, q: 'tidak ada', page: 1, pageSize: 25, state: 'all', productId: null })).toEqual({ rows: [], total: 0 });
    const found = await production.goods.findLot(operator, { code: (codes[1] ?? '').toLowerCase().replaceAll('-', ' ') });
    expect(found).toMatchObject({ groupId: g.id, lot: { available: 5, ageDays: 1 } });
    await expect(production.goods.findLot(neighbour, { code: codes[1] ?? '' })).rejects.toMatchObject({ code: 'LOT_NOT_FOUND' });
  });

  it('say what is wrong', async () => {
    const g = await group();
    const add = (over: object, on = '2020-03-02') => production.goods.add(operator, { key: key(), groupId: g.id, on, meetingId: null, entries: [entry(g.a, 10, 0, over)] });
    const other = await group();
    await expect(add({ accepted: 9 })).rejects.toMatchObject({ code: 'DEPOSIT_NOT_EVEN' });
    await expect(add({ grade: 'Z' })).rejects.toMatchObject({ code: 'GRADE_UNKNOWN' });
    await expect(add({ productId: randomUUID() })).rejects.toMatchObject({ code: 'PRODUCT_NOT_FOUND' });
    await expect(add({ accepted: 9, rejected: 1, rejectReason: 'other' })).rejects.toMatchObject({ code: 'REJECT_NOTE_MISSING' });
    await expect(add({ memberId: other.a })).rejects.toMatchObject({ code: 'NOT_A_MEMBER' });
    await expect(add({}, '2020-03-04')).rejects.toMatchObject({ code: 'DAY_IN_FUTURE' });
    await expect(add({}, '1995-12-01')).rejects.toMatchObject({ code: 'NOT_A_MEMBER' });
    // Nothing of a refused sheet stays, so the numbers have no hole.
    const lot = await matsIn(kit, production, operator, g.id, { memberId: g.a, quantity: 1 });
    expect(lot.lotCode).toContain('-0001-');
  });

  it('number without holes when twenty write at once, also the first of a group', async () => {
    const g = await group();
    const made = await Promise.all(Array.from({ length: 20 }, () => matsIn(kit, production, operator, g.id, { memberId: g.a, quantity: 2 })));
    const numbers = made.map((m) => Number(m.lotCode?.split('-')[2])).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(new Set(made.map((m) => m.lotCode?.split('-')[0])).size).toBe(1);
    const board = await production.targets.board(operator, { groupId: g.id });
    expect(board.stock).toEqual([{ productId: goods.mat, grade: 'A', unsold: 40, oldestOn: '2020-03-03' }]);
    const [stock] = await kit.db.prisma.$queryRawUnsafe<{ unsold: bigint }[]>(`SELECT unsold FROM production_stock WHERE group_id = '${g.id}'`);
    expect(stock?.unsold).toBe(40n);
  });

  it('are taken back whole with a reason, while all of the lot is there', async () => {
    const g = await group();
    const lot = await matsIn(kit, production, operator, g.id, { memberId: g.a, quantity: 8 });
    await kit.work.run(operator.actor, (unit) => production.applyLots(unit as never, operator.actor, g.id, [{ lotId: lot.lotId ?? '', event: { kind: 'reserve', dealId: randomUUID(), quantity: 1 } }]));
    const wrong = { key: key(), groupId: g.id, depositId: lot.depositId, reason: 'Salah anggota' };
    await expect(production.goods.voidDeposit(operator, wrong)).rejects.toMatchObject({ code: 'DEPOSIT_IN_USE' });
    const second = await matsIn(kit, production, operator, g.id, { memberId: g.b, quantity: 4 });
    const back = { ...wrong, key: key(), depositId: second.depositId };
    await production.goods.voidDeposit(operator, back);
    await production.goods.voidDeposit(operator, back);
    await expect(production.goods.voidDeposit(operator, { ...back, key: key() })).rejects.toMatchObject({ code: 'DEPOSIT_VOID' });
    await expect(production.goods.moveLot(operator, { key: key(), groupId: g.id, lotId: second.lotId ?? '', kind: 'putBack', quantity: 1, reason: 'x' })).rejects.toMatchObject({ code: 'DEPOSIT_VOID' });
    const board = await production.targets.board(operator, { groupId: g.id });
    expect(board.output).toEqual([{ productId: goods.mat, month: '2020-03', handedIn: 8, accepted: 8, rejected: 0 }]);
  });
});

describe('a lot', () => {
  it('is never used twice by twenty at once, nor by anybody past the server', async () => {
    const g = await group();
    const lot = await matsIn(kit, production, operator, g.id, { memberId: g.a, quantity: 10 });
    const lotId = lot.lotId ?? '';
    const deals = Array.from({ length: 20 }, () => randomUUID());
    const take = (dealId: string, kind: 'reserve' | 'sell', quantity: number) =>
      kit.work.run(operator.actor, (unit) => production.applyLots(unit as never, operator.actor, g.id, [{ lotId, event: { kind, dealId, quantity } }]));
    const raced = await Promise.allSettled(deals.map((d) => take(d, 'reserve', 3)));
    const refused = raced.flatMap((r) => (r.status === 'rejected' ? [(r.reason as { code: string }).code] : []));
    expect(raced.filter((r) => r.status === 'fulfilled')).toHaveLength(3);
    expect(new Set(refused)).toEqual(new Set(['LOT_SHORT']));
    const winner = deals[raced.findIndex((r) => r.status === 'fulfilled')] as string;
    const loser = deals[raced.findIndex((r) => r.status === 'rejected')] as string;
    await expect(take(loser, 'sell', 1)).rejects.toMatchObject({ code: 'DEAL_HOLDS_LESS' });
    await take(winner, 'sell', 3);
    const [after] = await production.lots(kit.db.prisma, g.id, [lotId]);
    expect([after?.sold.get(winner), [...(after?.reserved.values() ?? [])], after?.withdrawn]).toEqual([3, [3, 3], 0]);
    // Past the server, the database holds the same line.
    const insert = (kind: string, n: number, deal = winner) => sql(`INSERT INTO production_lot_event (regency_code, lot_id, kind, deal_id, quantity, actor_id, actor_name, at) VALUES ('35.21', '${lotId}', '${kind}', '${deal}', ${n}, 'x', 'x', now())`);
    await expect(insert('reserve', 2)).rejects.toThrow(/production_lot_piles/);
    await expect(insert('sell', 1, loser)).rejects.toThrow(/production_lot_hold_floor/);
    await expect(sql(`UPDATE production_lot SET sold = 0 WHERE id = '${lotId}'`)).rejects.toThrow(/by its events only/);
    await expect(sql(`UPDATE production_lot_hold SET sold = 0 WHERE lot_id = '${lotId}'`)).rejects.toThrow(/by its events only/);
    await expect(sql(`DELETE FROM production_lot WHERE id = '${lotId}'`)).rejects.toThrow(/by its events only/);
    await expect(sql('UPDATE production_stock SET unsold = 0')).rejects.toThrow(/by its events only/);
    await expect(sql('UPDATE production_output SET accepted = 0')).rejects.toThrow(/by its events only/);
    for (const table of ['production_lot_event', 'production_deposit', 'production_material_event', 'production_herd_event']) {
      await expect(sql(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/append-only|events only/);
    }
    await expect(sql('UPDATE production_deposit SET accepted = 1')).rejects.toThrow(/append-only/);
    await expect(sql('DELETE FROM production_lot_event')).rejects.toThrow(/append-only/);
  });
});

describe('targets', () => {
  it('come from a decision in closed minutes, are shared by capacity, and show progress', async () => {
    const g = await group();
    const meeting = meetingFor(kit);
    const target = { productId: goods.mat, from: '2020-03-01', to: '2020-03-31', quantity: 100 };
    const set = (over: object = {}) => production.targets.set(operator, {
      key: key(), groupId: g.id, productId: goods.mat, from: '2020-03-01', to: '2020-03-31', season: null,
      capacities: [{ memberId: g.a, capacity: 30 }, { memberId: g.b, capacity: 30 }, { memberId: g.c, capacity: 15 }], ...over,
    });
    await expect(set()).rejects.toMatchObject({ code: 'DECISION_NEEDED' });
    await decidedMeeting(kit, meeting, operator, g.id, [{ kind: 'productionTarget', content: target as never }], '2020-03-01');
    expect((await production.targets.board(operator, { groupId: g.id })).waiting).toMatchObject([{ productId: goods.mat, quantity: 100 }]);
    const done = await set();
    // 100 over 30 : 30 : 15 is 40, 40, 20; together they can make 75, so it warns.
    expect(done).toMatchObject({ quantity: 100, findings: [{ code: 'TARGET_ABOVE_CAPACITY' }] });
    await matsIn(kit, production, operator, g.id, { memberId: g.a, quantity: 9 });
    const board = await production.targets.board(operator, { groupId: g.id });
    expect(board.waiting).toEqual([]);
    expect(board.targets).toHaveLength(1);
    // 3 of 31 days are gone: 9 would be in at an even pace.
    expect(board.targets[0]).toMatchObject({ decided: 100, progress: { target: 100, accepted: 9, expected: 9, standing: 'onTrack' }, missing: expect.arrayContaining([g.b, g.c]) });
    expect(board.targets[0]?.members.map((m) => m.target).sort()).toEqual([20, 40, 40]);
    const again = await set({ capacities: [{ memberId: g.a, capacity: 1 }] });
    expect((await production.targets.board(operator, { groupId: g.id })).targets.map((t) => t.id)).toEqual([again.id]);
    await expect(sql(`UPDATE production_target SET quantity = 1 WHERE id = '${again.id}'`)).rejects.toThrow(/only replaced/);
  });
});

describe('a target of a month gone by', () => {
  it('waits until it was shared out or put away, once', async () => {
    const g = await group();
    const target = (month: string, days: number) => ({ kind: 'productionTarget' as const, content: { productId: goods.mat, from: `2020-${month}-01`, to: `2020-${month}-${days}`, quantity: 50 } as never });
    await decidedMeeting(kit, meetingFor(kit), operator, g.id, [target('01', 31), target('02', 29)], '2020-02-01');
    const waiting = async () => (await production.targets.board(operator, { groupId: g.id })).waiting;
    const found = await waiting();
    expect(found.map((w) => w.to).sort()).toEqual(['2020-01-31', '2020-02-29']);
    const of = (to: string) => found.find((w) => w.to === to)?.decisionId ?? '';
    await production.targets.set(operator, { key: key(), groupId: g.id, productId: goods.mat, from: '2020-02-01', to: '2020-02-29', season: null, capacities: [{ memberId: g.a, capacity: 50 }] });
    expect((await waiting()).map((w) => w.to)).toEqual(['2020-01-31']);
    const drop = (decisionId: string, call = operator) => production.targets.drop(call, { key: key(), groupId: g.id, decisionId, reason: 'Bulan sudah lewat' });
    await expect(drop(of('2020-01-31'), neighbour)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(drop(of('2020-02-29'))).rejects.toMatchObject({ code: 'NOT_WAITING' });
    const raced = await Promise.allSettled([drop(of('2020-01-31')), drop(of('2020-01-31'))]);
    expect(raced.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await waiting()).toEqual([]);
    await expect(drop('unknown')).rejects.toMatchObject({ code: 'NOT_WAITING' });
  });

  it('is refused in the meeting when it is neither a month nor a selapan', async () => {
    const g = await group();
    const half = [{ kind: 'productionTarget' as const, content: { productId: goods.mat, from: '2020-03-01', to: '2020-03-20', quantity: 50 } as never }];
    await expect(decidedMeeting(kit, meetingFor(kit), operator, g.id, half, '2020-03-01')).rejects.toMatchObject({ code: 'PERIOD_NO_CYCLE' });
  });
});

describe('a supplier', () => {
  it('is one who serves the material there, and is owed for it', async () => {
    const g = await group();
    const own = productionFor(kit);
    const [sri, other] = [randomUUID(), randomUUID()];
    own.offerSuppliers(async (_tx, { villageCode }, materialIds) => (villageCode ? [{ id: sri, name: 'Bu Sri', materialIds: materialIds.filter((m) => m === goods.pandan) }] : []));
    expect((await own.store.view(operator, { groupId: g.id })).suppliers).toEqual([{ id: sri, name: 'Bu Sri', materialIds: [goods.pandan] }]);
    const bring = (partyId: string, materialId = goods.pandan) =>
      own.store.receive(operator, { key: key(), groupId: g.id, materialId, quantity: 10, value: 50_000n, on: '2020-03-02', partyId, paidFrom: null, note: null });
    await expect(bring(other)).rejects.toMatchObject({ code: 'SUPPLIER_UNKNOWN' });
    await expect(bring(sri, goods.wares)).rejects.toMatchObject({ code: 'SUPPLIER_UNKNOWN' });
    await bring(sri);
    expect(await booksFor(kit).held(operator, { groupId: g.id, kinds: ['payable'] })).toMatchObject([{ owner: sri, balance: 50_000n }]);
  });
});

describe('material', () => {
  it('balances by hand, in goods and in the books', async () => {
    const g = await group();
    const books = booksFor(kit);
    const party = randomUUID();
    const receive = { materialId: goods.pandan, quantity: 100, value: 250_000n, on: '2020-03-02', partyId: party, paidFrom: null, dealId: null, key: `kirim/${g.id}` };
    for (let i = 0; i < 2; i += 1) await kit.work.run(operator.actor, (unit) => production.receiveMaterial(unit as never, operator.actor, g.id, receive));
    const move = (kind: string, quantity: number, over: object = {}) => production.store.move(operator, {
      key: key(), groupId: g.id, materialId: goods.pandan, kind: kind as 'issued', memberId: g.a, quantity, on: '2020-03-02', note: null, relieved: false, partyId: null, paidFrom: null, ...over,
    });
    await move('issued', 40);
    const used = await move('used', 30);
    await move('returned', 4);
    await move('rejected', 3);
    await move('lost', 2, { relieved: true });
    await move('sentBack', 10, { memberId: null, partyId: party });
    await move('lostInStore', 4, { memberId: null });
    await move('usedInStore', 10, { memberId: null });
    await expect(move('used', 2)).rejects.toMatchObject({ code: 'MATERIAL_MEMBER_SHORT' });
    await expect(move('issued', 41)).rejects.toMatchObject({ code: 'MATERIAL_STORE_SHORT' });
    await expect(move('issued', 1, { memberId: null })).rejects.toMatchObject({ code: 'MEMBER_MISSING' });
    // 2,500 each: in store 100 - 40 + 4 - 10 - 4 - 10 = 40; with the member 40 - 30 - 4 - 3 - 2 = 1.
    const { materials } = await production.store.view(operator, { groupId: g.id });
    const pandan = materials.find((m) => m.material.id === goods.pandan);
    expect(pandan).toMatchObject({ inStore: { quantity: 40, value: 100_000n }, out: { quantity: 1, value: 2_500n }, received: { quantity: 100, value: 250_000n } });
    expect(pandan?.findings).toMatchObject([{ code: 'MATERIAL_WITHOUT_OUTPUT', where: g.a }]);
    // The member still owes what she used and holds: 40 - 4 returned - 3 unfit - 2 relieved = 31 at 2,500.
    const at = groupAccounts;
    const accounts = [at.materialStock(g.id, goods.pandan), at.memberMaterial(g.id, g.a), at.payable(g.id, party), at.expense(g.id, 'materialLoss'), at.expense(g.id, 'materialUsed')];
    const balances = await books.balances(kit.db.prisma, g.id, accounts);
    expect(accounts.map((a) => balances.get(a))).toEqual([100_000n, 77_500n, -225_000n, 22_500n, 25_000n]);
    // Back with the use: she holds 31 again, nothing moves in the books.
    await production.store.correct(operator, { key: key(), groupId: g.id, eventId: used.id, reason: 'Salah hitung' });
    await expect(production.store.correct(operator, { key: key(), groupId: g.id, eventId: used.id, reason: 'Lagi' })).rejects.toMatchObject({ code: 'MATERIAL_NOT_THERE' });
    expect((await production.store.view(operator, { groupId: g.id })).materials.find((m) => m.material.id === goods.pandan)?.out.quantity).toBe(31);
    const moves = await production.store.moves(operator, { groupId: g.id, page: 1, pageSize: 25, materialId: null });
    expect(moves.total).toBe(10);
    expect(moves.rows.filter((r) => r.reversed)).toHaveLength(1);
    const insert = (kind: string, n: number, member: string | null) => sql(
      `INSERT INTO production_material_event (id, regency_code, group_id, material_id, kind, member_id, quantity, value, on_day, key, actor_id, actor_name, at)
       VALUES (gen_random_uuid(), '35.21', '${g.id}', '${goods.pandan}', '${kind}', ${member ? `'${member}'` : 'NULL'}, ${n}, 0, '2020-03-02', gen_random_uuid()::text, 'x', 'x', now())`);
    await expect(insert('issued', 41, g.a)).rejects.toThrow(/production_material_floor/);
    await expect(insert('used', 1, g.b)).rejects.toThrow(/production_material_floor/);
    await expect(sql(`UPDATE production_material_balance SET quantity = 0 WHERE group_id = '${g.id}'`)).rejects.toThrow(/by its events only/);
  });

  it('lets twenty take at once no more than the store holds', async () => {
    const g = await group();
    await production.store.receive(operator, { key: key(), groupId: g.id, materialId: goods.pandan, quantity: 10, value: 0n, on: '2020-03-02', partyId: null, paidFrom: null, note: null });
    const raced = await Promise.allSettled(Array.from({ length: 20 }, () => production.store.move(operator, {
      key: key(), groupId: g.id, materialId: goods.pandan, kind: 'issued', memberId: g.a, quantity: 1, on: '2020-03-02', note: null, relieved: false, partyId: null, paidFrom: null })));
    expect(raced.filter((r) => r.status === 'fulfilled')).toHaveLength(10);
    await expect(production.store.receive(operator, { key: key(), groupId: g.id, materialId: goods.pandan, quantity: 10, value: 1n, on: '2020-03-02', partyId: null, paidFrom: null, note: null })).rejects.toMatchObject({ code: 'PAYMENT_MISSING' });
  });

  it('is either on account or paid at once, never both', async () => {
    const g = await group();
    const both = { groupId: g.id, materialId: goods.pandan, quantity: 4, on: '2020-03-02', partyId: crypto.randomUUID(), paidFrom: 'bank' as const, note: null };
    await expect(production.store.receive(operator, { ...both, key: key(), value: 1n })).rejects.toMatchObject({ code: 'PAYMENT_TWICE' });
    await production.store.receive(operator, { ...both, key: key(), value: 0n, partyId: null, paidFrom: null });
    await expect(production.store.move(operator, { ...both, key: key(), kind: 'sentBack', memberId: null, relieved: false })).rejects.toMatchObject({ code: 'PAYMENT_TWICE' });
  });
});

describe('a meeting', () => {
  it('takes deposits while it is open', async () => {
    const g = await group();
    const meeting = meetingFor(kit);
    const id = await openMeeting(kit, meeting, operator, g.id);
    const add = () => production.goods.add(operator, { key: key(), groupId: g.id, on: kit.clock.today(), meetingId: id, entries: [entry(g.a, 2)] });
    await add();
    expect(await meeting.detail(operator, { id })).toMatchObject({ entries: 1 });
    const other = await group();
    await expect(production.goods.add(operator, { key: key(), groupId: other.id, on: kit.clock.today(), meetingId: id, entries: [entry(other.a, 2)] })).rejects.toMatchObject({ code: 'MEETING_OTHER' });
    await closeMeeting(meeting, operator, id);
    await expect(add()).rejects.toMatchObject({ code: 'MEETING_NOT_OPEN' });
  });
});
