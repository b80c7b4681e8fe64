import { randomUUID } from 'node:crypto';
import type { Call } from '@anyam/contract-kit';
import { isoDate } from '@anyam/domain/kernel';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BooksPort } from '../contract/index.ts';
import { booksFor, groupWithMembers } from '../testing/index.ts';

let kit: TestKit;
let books: BooksPort;
let operator: Call;
let neighbour: Call;
let groupId: string;
let members: string[];
const key = () => randomUUID();

beforeAll(async () => {
  kit = await testKit();
  kit.clock.set('2020-03-03T01:00:00.000Z');
  books = booksFor(kit);
  operator = await callFor(kit, { role: 'operator' });
  neighbour = await callFor(kit, { role: 'operator', area: '35.20' });
});
beforeEach(async () => {
  ({ groupId, members } = await groupWithMembers(kit, 5));
});
type Opening = Parameters<BooksPort['recordOpening']>[1];
const input = (over: Partial<Opening> = {}): Opening => ({
  groupId, key: key(), on: '2020-02-01', paper: { number: 'BA/3/2020', on: '2020-01-30' }, cash: 500_000n, bank: 1_500_000n, aid: 3_000_000n,
  items: [{ name: 'Mesin jahit', amount: 2_000_000n }], iks: [{ memberId: members[0] as string, amount: 40_000n }, { memberId: members[1] as string, amount: 60_000n }], ...over,
});
const open = (over: Partial<Opening> = {}, call = operator) => books.recordOpening(call, input(over));

describe('the opening balance', () => {
  it('stands in the balance sheet, and the rest is capital of the group', async () => {
    expect(await books.overview(operator, { groupId })).toMatchObject({ may: { opening: true } });
    const given = input();
    const made = await books.recordOpening(operator, given);
    expect(await books.recordOpening(operator, given)).toEqual(made);
    const sheet = await books.balanceSheet(operator, { groupId, on: '2020-02-01' });
    expect(sheet).toMatchObject({ totalAssets: 4_000_000n, totalClaims: 4_000_000n, result: 0n });
    const rows = Object.fromEntries([...sheet.assets.rows, ...sheet.claims.flatMap((s) => s.rows)].map((r) => [r.key, r.amount]));
    expect(rows).toMatchObject({ cash: 500_000n, bank: 1_500_000n, inventory: 2_000_000n, iks: 100_000n, aidCapital: 3_000_000n, capital: 900_000n });
    expect(await books.overview(operator, { groupId })).toMatchObject({ difference: 0n, may: { opening: false } });
    const [entry] = (await books.entries(operator, { groupId, page: 1, pageSize: 25 })).rows;
    expect(entry).toMatchObject({ label: { id: 'Saldo awal' }, documents: ['BA/3/2020'], text: { id: 'Saldo awal menurut berita acara BA/3/2020 tanggal 30 Januari 2020; inventaris: Mesin jahit' } });
    expect((await books.members(operator, { groupId })).map((m) => m.iks).filter((n) => n > 0n).sort()).toEqual([40_000n, 60_000n]);
    expect(await kit.db.prisma.auditEntry.count({ where: { action: 'books.recordOpening', groupId } })).toBe(1);
  });

  it('is the first entry, once, and of one who may', async () => {
    await expect(open({ iks: [{ memberId: randomUUID(), amount: 1n }] })).rejects.toMatchObject({ code: 'MEMBER_UNKNOWN' });
    await expect(open({ iks: [1n, 2n].map((amount) => ({ memberId: members[0] as string, amount })) })).rejects.toMatchObject({ code: 'TWICE' });
    await expect(open({ aid: 9_000_000n })).rejects.toMatchObject({ code: 'OPENING_SHORT' });
    await expect(open({ cash: 0n, bank: 0n, aid: 0n, items: [], iks: [] })).rejects.toMatchObject({ code: 'OPENING_EMPTY' });
    await expect(open({ on: '2020-03-04' })).rejects.toMatchObject({ code: 'DATE_IN_FUTURE' });
    await expect(open({}, neighbour)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const raced = await Promise.allSettled([open(), open(), open()]);
    expect(raced.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(raced.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'BOOKS_BEGUN' } });
  });

  it('is taken back while nothing rests on it, and written anew', async () => {
    const { eventKey } = await open();
    const correct = () => books.correct(operator, { groupId, key: key(), eventKey, on: '2020-03-03', reason: 'Salah hitung' });
    const spent = await books.recordExpense(operator, { groupId, key: key(), on: '2020-02-03', amount: 400_000n, document: null, category: 'feed', paidFrom: 'cash', text: 'Pakan' });
    await expect(correct()).rejects.toMatchObject({ code: 'BALANCE_SHORT' });
    await books.correct(operator, { groupId, key: key(), eventKey: spent.eventKey, on: '2020-03-03', reason: 'Salah' });
    await correct();
    expect(await books.overview(operator, { groupId })).toMatchObject({ cash: 0n, bank: 0n, difference: 0n, may: { opening: true } });
    await open({ cash: 700_000n });
    expect(await books.overview(operator, { groupId })).toMatchObject({ cash: 700_000n });
  });

  it('may follow aid that the office paid, on its day or earlier', async () => {
    await kit.work.run(operator.actor, (unit) =>
      books.receiveAid(unit as never, operator.actor, [{ groupId, trancheId: randomUUID(), attempt: 1, no: 1, amount: 1_000_000n, on: isoDate('2020-02-05'), document: null }]));
    await expect(open({ on: '2020-02-06' })).rejects.toMatchObject({ code: 'OPENING_LATE', params: { day: '5 Februari 2020' } });
    await open({ on: '2020-02-05' });
    expect(await books.overview(operator, { groupId })).toMatchObject({ bank: 2_500_000n });
  });
});

describe('a count of the cash box', () => {
  const count = (pieces: Record<string, number>, reason: string | null, over: { on?: string; key?: string } = {}, call = operator) =>
    books.countCash(call, { groupId, key: over.key ?? key(), count: { countedOn: over.on ?? '2020-03-03', pieces: pieces as never, reason } });

  it('agrees, or books its difference with the reason', async () => {
    await open();
    expect(await books.cashOn(operator, { groupId, on: '2020-02-01' })).toEqual({ on: '2020-02-01', inBook: 500_000n });
    expect(await count({ '100000': 5 }, null)).toEqual({ counted: '500000', difference: '0' });
    await expect(count({ '100000': 4 }, null)).rejects.toMatchObject({ code: 'COUNT_REFUSED' });
    await expect(count({ '100000': 4 }, '   ')).rejects.toMatchObject({ code: 'COUNT_REFUSED' });
    await expect(count({ '100000': 4 }, 'Uang hilang', { on: '2020-03-04' })).rejects.toMatchObject({ code: 'COUNT_REFUSED' });
    await expect(count({ '100000': 4 }, 'Uang hilang', {}, neighbour)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // The newest count of a day stands first.
    kit.clock.set('2020-03-03T02:00:00.000Z');
    const once = key();
    const made = await count({ '100000': 4 }, 'Uang hilang', { key: once });
    expect(await count({ '100000': 4 }, 'Uang hilang', { key: once })).toEqual(made);
    expect(await books.overview(operator, { groupId })).toMatchObject({ cash: 400_000n, difference: 0n });
    const rows = await books.counts(operator, { groupId });
    expect(rows.map((r) => [r.counted, r.inBook, r.difference, r.reason, r.pieces])).toEqual([
      [400_000n, 500_000n, -100_000n, 'Uang hilang', [{ value: 100_000, pieces: 4 }]],
      [500_000n, 500_000n, 0n, null, [{ value: 100_000, pieces: 5 }]],
    ]);
    await books.correct(operator, { groupId, key: key(), eventKey: `cashDifference:${once}`, on: '2020-03-03', reason: 'Uang ketemu' });
    expect((await books.counts(operator, { groupId })).map((r) => r.takenBack)).toEqual([true, false]);
    await expect(books.counts(neighbour, { groupId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(kit.db.prisma.$executeRaw`UPDATE book_count SET counted = 1`).rejects.toThrow(/append-only/);
  });

  it('is not of a closed month, and two at once count one difference', async () => {
    await open();
    const raced = await Promise.all([count({ '100000': 6 }, 'Lebih'), count({ '100000': 6 }, 'Lebih')]);
    expect(raced.map((r) => r.difference).sort()).toEqual(['0', '100000']);
    await books.closeMonth(operator, { groupId, key: key(), month: '2020-02', count: { countedOn: '2020-03-03', pieces: { '100000': 6 }, reason: null } });
    await expect(count({ '100000': 5 }, 'x lama', { on: '2020-02-20' })).rejects.toMatchObject({ code: 'COUNT_REFUSED' });
  });
});
