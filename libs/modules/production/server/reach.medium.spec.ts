import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '@anyam/contract-kit';
import { decidedMeeting, groupWithMembers, meetingFor } from '@anyam/meeting/testing';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { districtListInput, herdInInput, type ProductionPort } from '../contract/index.ts';
import { matsIn, productionFor, usualGoods } from '../testing/index.ts';

let kit: TestKit;
let production: ProductionPort;
let operator: Call;
let goods: Awaited<ReturnType<typeof usualGoods>>;
const key = () => randomUUID();

beforeAll(async () => {
  kit = await testKit();
  production = productionFor(kit);
  operator = await callFor(kit, { role: 'operator' });
  goods = await usualGoods(production, operator);
});
const group = async () => {
  const { groupId, members } = await groupWithMembers(kit, operator, 5);
  return { id: groupId, member: members[0]?.membershipId ?? '' };
};

describe('who reaches what', () => {
  it('an outsider is told that there is nothing, at every door', async () => {
    const g = await group();
    const lot = await matsIn(kit, production, operator, g.id, { memberId: g.member, quantity: 3 });
    const other = await group();
    const outsiders = [
      await callFor(kit, { role: 'operator', area: '35.20' }), await callFor(kit, { role: 'pendamping' }),
      await callFor(kit, { role: 'pengurus', area: '35.21.16.2003', subjectId: other.id }),
    ];
    const move = { key: key(), groupId: g.id, materialId: goods.pandan, quantity: 1, on: '2020-03-02', note: null, partyId: null, paidFrom: null };
    for (const call of outsiders) {
      const doors: (() => Promise<unknown>)[] = [
        () => production.targets.board(call, { groupId: g.id }),
        () => production.targets.set(call, { key: key(), groupId: g.id, productId: goods.mat, from: '2020-03-01', to: '2020-03-31', capacities: [{ memberId: g.member, capacity: 1 }], season: null }),
        () => matsIn(kit, { ...production, catalogue: { ...production.catalogue, list: () => production.catalogue.list(operator) } }, call, g.id, { memberId: g.member, quantity: 1 }),
        () => production.goods.deposits(call, { groupId: g.id, page: 1, pageSize: 25, memberId: null, productId: null }),
        () => production.goods.slip(call, { id: lot.depositId }),
        () => production.goods.voidDeposit(call, { key: key(), groupId: g.id, depositId: lot.depositId, reason: 'x' }),
        () => production.goods.lots(call, { groupId: g.id, page: 1, pageSize: 25, state: 'all', productId: null }),
        () => production.goods.moveLot(call, { key: key(), groupId: g.id, lotId: lot.lotId ?? '', kind: 'withdraw', quantity: 1, reason: 'x' }),
        () => production.store.view(call, { groupId: g.id }),
        () => production.store.receive(call, { ...move, value: 0n }),
        () => production.store.move(call, { ...move, kind: 'issued', memberId: g.member, relieved: false }),
        () => production.store.correct(call, { key: key(), groupId: g.id, eventId: randomUUID(), reason: 'x' }),
        () => production.store.moves(call, { groupId: g.id, page: 1, pageSize: 25, materialId: null }),
        () => production.herd.view(call, { groupId: g.id }),
        () => production.herd.takeIn(call, herdInInput.parse({ key: key(), groupId: g.id, on: '2020-03-02', note: null, kind: 'opening', species: 'kambing', tag: null, head: 1, sex: null, class: 'young', keeperId: g.member, source: 'own' })),
        () => production.herd.count(call, { key: key(), groupId: g.id, on: '2020-03-02', note: null, facilitator: 'a', agencySigner: 'b', lines: [] }),
        () => production.herd.closeCase(call, { key: key(), groupId: g.id, caseId: randomUUID(), note: 'x' }),
      ];
      for (const knock of doors) await expect(knock()).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(production.goods.findLot(call, { code: lot.lotCode ?? '' })).rejects.toMatchObject({ code: 'LOT_NOT_FOUND' });
    }
    expect(await production.district.list(outsiders[0] as Call, districtListInput.parse({}))).toMatchObject({ rows: [], total: 0 });
    // A lot of the own group is not one of another.
    await expect(production.goods.voidDeposit(operator, { key: key(), groupId: other.id, depositId: lot.depositId, reason: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const officer = await callFor(kit, { role: 'pengurus', area: '35.21.16.2003', subjectId: g.id });
    expect((await matsIn(kit, production, officer, g.id, { memberId: g.member, quantity: 1 })).lotCode).toContain('-0002-');
    expect(await production.targets.board(officer, { groupId: g.id })).toMatchObject({ mayWrite: true });
    expect(await production.targets.board(await callFor(kit, { role: 'auditor' }), { groupId: g.id })).toMatchObject({ mayWrite: false });
  });
});

describe('the district', () => {
  it('sees output against target, unsold stock and its age, by product and month', async () => {
    const g = await group();
    await decidedMeeting(kit, meetingFor(kit), operator, g.id, [{ kind: 'productionTarget', content: { productId: goods.mat, from: '2020-03-01', to: '2020-03-31', quantity: 40 } as never }], '2020-03-01');
    await production.targets.set(operator, { key: key(), groupId: g.id, productId: goods.mat, from: '2020-03-01', to: '2020-03-31', capacities: [{ memberId: g.member, capacity: 40 }], season: null });
    await matsIn(kit, production, operator, g.id, { memberId: g.member, quantity: 20, on: '2020-02-20' });
    await matsIn(kit, production, operator, g.id, { memberId: g.member, quantity: 10, on: '2020-03-02' });
    const list = (over: object) => production.district.list(operator, districtListInput.parse({ areas: ['35.21.16'], pageSize: 100, ...over }));
    const mine = (await list({})).rows.find((r) => r.groupId === g.id);
    expect(mine).toMatchObject({ productName: 'Tikar pandan', accepted: 10, target: 40, percent: 25, unsold: 30, oldestOn: '2020-02-20', ageDays: 12, cases: 0 });
    expect((await list({ pace: ['behind'], unsoldDays: 12 })).rows.map((r) => r.groupId)).toEqual([g.id]);
    expect((await list({ pace: ['reached'] })).rows.some((r) => r.groupId === g.id)).toBe(false);
    expect((await list({ unsoldDays: 13 })).total).toBe(0);
    expect((await list({ withCases: true, sort: 'oldest', desc: true, page: 3 })).rows).toEqual([]);
    expect((await list({ month: '2020-02' })).rows.find((r) => r.groupId === g.id)).toMatchObject({ accepted: 20, target: null });
    const chart = await production.district.chart(operator, { areas: [], productId: goods.mat, months: 2, groupId: g.id });
    expect(chart).toMatchObject([{ productName: 'Tikar pandan', points: [{ month: '2020-02', accepted: 20 }, { month: '2020-03', accepted: 10 }] }]);
    const file = await production.district.exportXlsx(operator, districtListInput.parse({ q: "KUBE 100%' _" }));
    expect(file.rows).toBe(0);
    expect(Buffer.from(file.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
  });
});

describe('the catalogue', () => {
  it('is made once for a regency, and keeps units and grades that are in use', async () => {
    const call = await callFor(kit, { role: 'operator', area: '35.20' });
    expect(await production.catalogue.list(call)).toEqual({ products: [], materials: [], norms: [] });
    const fresh = await testKit();
    const first = await callFor(fresh, { role: 'operator' });
    const both = await Promise.all([productionFor(fresh).catalogue.list(first), productionFor(fresh).catalogue.list(first)]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0]?.products.map((p) => p.name).sort()).toEqual(['Barang toko', 'Kambing', 'Pakaian jahit', 'Tikar pandan']);
    const g = await group();
    await matsIn(kit, production, operator, g.id, { memberId: g.member, quantity: 2, grade: 'C' });
    const mat = { key: key(), id: goods.mat, name: 'Tikar pandan', kind: 'mat' as const, baseUnit: 'lembar', units: [{ name: 'kodi', factor: 20 }], grades: ['A', 'B', 'C'], active: true };
    await expect(production.catalogue.saveProduct(operator, { ...mat, baseUnit: 'buah' })).rejects.toMatchObject({ code: 'UNIT_KEPT' });
    await expect(production.catalogue.saveProduct(operator, { ...mat, key: key(), grades: ['A'] })).rejects.toMatchObject({ code: 'GRADE_KEPT' });
    await expect(production.catalogue.saveProduct(operator, { ...mat, key: key(), name: 'kambing' })).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    await expect(production.catalogue.saveProduct(call, { ...mat, key: key() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await production.catalogue.saveProduct(operator, { ...mat, key: key(), grades: ['A', 'B', 'C', 'D'] });
    const added = await production.catalogue.saveMaterial(operator, { key: key(), id: null, name: 'Mendong', baseUnit: 'ikat', units: [], active: true });
    const norm = await production.catalogue.saveNorm(operator, { key: key(), productId: goods.mat, grade: 'D', materialId: added.id, material: 2, pieces: 1 });
    await production.catalogue.saveNorm(operator, { key: key(), productId: goods.mat, grade: 'D', materialId: added.id, material: 5, pieces: 2 });
    const norms = (await production.catalogue.list(operator)).norms.filter((n) => n.materialId === added.id);
    expect(norms).toMatchObject([{ material: 5, pieces: 2, grade: 'D' }]);
    await expect(production.catalogue.removeNorm(operator, { id: norm.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await production.catalogue.removeNorm(operator, { id: norms[0]?.id ?? '' });
    await expect(production.catalogue.saveProduct(operator, { ...mat, key: key(), id: null, name: 'Tas', grades: ['A', 'A'] })).rejects.toMatchObject({ code: 'GRADES_BAD' });
  });
});
