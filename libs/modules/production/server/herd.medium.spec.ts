import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { booksFor } from '@anyam/books/testing';
import type { Call } from '@anyam/contract-kit';
import { groupAccounts } from '@anyam/domain/books';
import { groupWithMembers } from '@anyam/meeting/testing';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { herdInInput, herdOutInput, type ProductionPort } from '../contract/index.ts';
import { productionFor } from '../testing/index.ts';

let kit: TestKit;
let production: ProductionPort;
let operator: Call;
let groupId: string;
let members: string[];
const key = () => randomUUID();
const sql = (text: string) => kit.db.prisma.$executeRawUnsafe(text);

beforeAll(async () => {
  kit = await testKit();
  production = productionFor(kit);
  operator = await callFor(kit, { role: 'operator' });
  const made = await groupWithMembers(kit, operator, 5);
  groupId = made.groupId;
  members = made.members.map((m) => m.membershipId);
});

const takeIn = (over: object) => production.herd.takeIn(operator, herdInInput.parse({
  key: key(), groupId, on: '2020-01-15', kind: 'opening', species: 'kambing', tag: null, head: 1, sex: 'female', class: 'breedingFemale', keeperId: members[0], source: 'aid', ...over,
}));
const takeOut = (over: object) => production.herd.takeOut(operator, herdOutInput.parse({ key: key(), groupId, on: '2020-03-02', kind: 'death', unitId: randomUUID(), head: 1, ...over }));
const inventory = async (unitId: string) => {
  const account = groupAccounts.inventory(groupId, unitId);
  return (await booksFor(kit).balances(kit.db.prisma, groupId, [account])).get(account);
};
const view = () => production.herd.view(operator, { groupId });

describe('livestock', () => {
  it('follows a hand calculation, in head and in rupiah', async () => {
    // Aid: ten goats worth 20,000,000 handed over on 15 January; six kids are born; one dies, one is stolen.
    const { unitId } = await takeIn({ head: 10, value: 20_000_000n });
    expect(await inventory(unitId)).toBe(20_000_000n);
    await production.herd.birth(operator, { key: key(), groupId, on: '2020-02-20', note: null, unitId, head: 6 });
    const death = { unitId, cause: 'bloat', witnessIds: [members[1], members[2]] };
    await expect(takeOut({ ...death, witnessIds: [members[0], members[1]] })).rejects.toMatchObject({ code: 'FINDING_BLOCKS' });
    await expect(takeOut({ ...death, photoId: randomUUID() })).rejects.toMatchObject({ code: 'FILE_UNKNOWN' });
    await expect(takeOut({ ...death, on: '2020-02-21' })).rejects.toMatchObject({ code: 'WARNING_UNREAD' });
    const photoId = randomUUID();
    await kit.db.prisma.storedFile.create({ data: { id: photoId, regencyCode: '35.21', sha256: '0'.repeat(64), name: 'a.jpg', mime: 'image/jpeg', size: 1, uploadedBy: 'test', uploadedAt: kit.clock.now() } });
    const input = herdOutInput.parse({ key: key(), groupId, on: '2020-03-02', kind: 'death', head: 1, ...death, photoId });
    const dead = await production.herd.takeOut(operator, input);
    expect(await production.herd.takeOut(operator, input)).toEqual(dead);
    // 20,000,000 over 16 head are 1,250,000 each.
    expect(await inventory(unitId)).toBe(18_750_000n);
    // The photo of a dead animal is read with the group's production, also by its officers.
    expect(await production.holdersOf(photoId)).toMatchObject([{ permission: 'production.read', place: { subjectIds: [groupId] } }]);
    expect(await production.holdersOf(randomUUID())).toEqual([]);
    await takeOut({ unitId, kind: 'theft', reportNo: 'LP/12/2020' });
    expect(await inventory(unitId)).toBe(17_500_000n);
    const seen = await view();
    expect(seen.units).toMatchObject([{ id: unitId, head: 14, cost: 17_500_000n }]);
    expect(seen.reports).toMatchObject([{ species: 'kambing', start: 0, end: 14, flows: { opening: 10, birth: 6, death: 1, theft: 1 }, mortalityBps: 625 }]);

    // Taken back, the animal lives and its cost is an asset again; who was born is needed by who died, so the birth cannot go.
    await production.herd.voidEvent(operator, { key: key(), groupId, eventId: dead.id, reason: 'Ternyata hidup' });
    await expect(production.herd.voidEvent(operator, { key: key(), groupId, eventId: dead.id, reason: 'x' })).rejects.toMatchObject({ code: 'VOID_TWICE' });
    expect(await inventory(unitId)).toBe(18_750_000n);
    expect((await view()).units[0]?.head).toBe(15);
    const opening = (await view()).events.find((e) => e.kind === 'opening');
    await expect(production.herd.voidEvent(operator, { key: key(), groupId, eventId: opening?.id ?? '', reason: 'x' })).rejects.toMatchObject({ code: 'HISTORY_BROKEN' });
  });

  it('sells aid stock too early only with a reason, and books gain or loss', async () => {
    const { unitId } = await takeIn({ tag: 'N-01', value: 2_000_000n });
    const sale = { kind: 'sale', unitId, price: 2_500_000n, purse: 'cash' };
    await expect(takeOut({ ...sale, price: 0n })).rejects.toMatchObject({ code: 'PRICE_MISSING' });
    await expect(takeOut(sale)).rejects.toMatchObject({ code: 'WARNING_UNREAD' });
    const sold = await takeOut({ ...sale, despite: true, note: 'Biaya pengobatan anggota' });
    expect(sold.findings).toMatchObject([{ code: 'SOLD_TOO_EARLY', severity: 'warn' }]);
    const cash = groupAccounts.cash(groupId);
    const gain = groupAccounts.income(groupId, 'inventoryGain');
    const balances = await booksFor(kit).balances(kit.db.prisma, groupId, [cash, gain]);
    expect([balances.get(cash), balances.get(gain), await inventory(unitId)]).toEqual([2_500_000n, -500_000n, 0n]);
    await expect(takeIn({ tag: 'N-01' })).rejects.toMatchObject({ code: 'TAG_TAKEN' });
    await expect(takeOut({ ...sale, despite: true, note: 'x' })).rejects.toMatchObject({ code: 'HERD_NOT_THERE' });
    await expect(takeIn({ head: 2, kind: 'purchase', source: 'own', value: 1_000_000n, purse: 'bank' })).rejects.toMatchObject({ code: 'BALANCE_SHORT' });
    await takeIn({ head: 1, kind: 'purchase', source: 'own', value: 1_500_000n, purse: 'cash', class: 'buck', sex: 'male' });
    await expect(takeIn({ class: 'buck' })).rejects.toMatchObject({ code: 'CLASS_SEX_CONFLICT' });
    await expect(takeIn({ keeperId: randomUUID() })).rejects.toMatchObject({ code: 'NOT_A_MEMBER' });
  });

  it('is counted by two, and what differs is a case until it is settled', async () => {
    const [unit] = (await view()).units;
    const lines = (await view()).units.filter((u) => u.head > 0).map((u) => ({ unitId: u.id, head: u.id === unit?.id ? u.head - 1 : u.head }));
    const count = (over: object = {}) => production.herd.count(operator, { key: key(), groupId, on: '2020-03-03', note: null, facilitator: 'Bu Rini', agencySigner: 'Pak Darto, Dinas Peternakan', lines, ...over });
    await expect(count({ agencySigner: ' bu rini' })).rejects.toMatchObject({ code: 'FINDING_BLOCKS' });
    await expect(count({ lines: [{ unitId: randomUUID(), head: 1 }] })).rejects.toMatchObject({ code: 'UNIT_NOT_SEEN' });
    expect(await count()).toMatchObject({ cases: 1 });
    const [open] = (await view()).cases;
    expect(open?.text.id).toContain('terhitung');
    await production.herd.closeCase(operator, { key: key(), groupId, caseId: open?.id ?? '', note: 'Dititipkan tetangga, sudah dilihat' });
    await expect(production.herd.closeCase(operator, { key: key(), groupId, caseId: open?.id ?? '', note: 'x' })).rejects.toMatchObject({ code: 'CASE_CLOSED' });
    await expect(sql('UPDATE production_case SET closed_note = null')).rejects.toThrow(/never changed/);
    await expect(sql('UPDATE production_herd_event SET head = 1')).rejects.toThrow(/append-only/);
    await expect(sql('DELETE FROM production_stock_count')).rejects.toThrow(/append-only/);
    await expect(sql('UPDATE production_herd_unit SET head = -1')).rejects.toThrow(/head/);
  });

  it('never loses more head than are there when ten write at once', async () => {
    const { unitId } = await takeIn({ head: 4, species: 'bebek', class: 'young' });
    const raced = await Promise.allSettled(Array.from({ length: 10 }, () => takeOut({ unitId, kind: 'transferOut' })));
    expect(raced.filter((r) => r.status === 'fulfilled')).toHaveLength(4);
    expect((await view()).units.find((u) => u.id === unitId)).toMatchObject({ head: 0, gone: { kind: 'transferOut' } });
  });
});
