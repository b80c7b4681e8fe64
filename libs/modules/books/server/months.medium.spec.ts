import { randomUUID } from 'node:crypto';
import type { Call } from '@anyam/contract-kit';
import { isoDate } from '@anyam/domain/kernel';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import readXlsx from 'read-excel-file/node';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BooksPort } from '../contract/index.ts';
import { booksFor, exampleMonth, groupWithMembers } from '../testing/index.ts';

let kit: TestKit;
let books: BooksPort;
let operator: Call;
let groupId: string;
let members: string[];
const key = () => randomUUID();
const feb = (d: number) => isoDate(`2020-02-${String(d).padStart(2, '0')}`);
const february = { from: feb(1), to: feb(29) };

beforeAll(async () => {
  kit = await testKit();
  books = booksFor(kit);
  operator = await callFor(kit, { role: 'operator' });
});
beforeEach(async () => {
  kit.clock.set('2020-03-03T01:00:00.000Z');
  ({ groupId, members } = await groupWithMembers(kit));
});
const spend = (amount: bigint, on: string = feb(3), over: Partial<Parameters<BooksPort['recordExpense']>[1]> = {}) =>
  books.recordExpense(operator, { groupId, key: key(), on, amount, document: null, category: 'transport', paidFrom: 'cash', text: 'Angkut tikar', ...over });
const pieces = (amount: number) => ({ '1000': amount / 1000 }) as never;
const month = () => exampleMonth(kit, books, operator, { groupId, members });

describe('closing a month', () => {
  const close = (counted: number, over: Partial<Parameters<BooksPort['closeMonth']>[1]> = {}, reason: string | null = null) =>
    books.closeMonth(operator, { groupId, key: key(), month: '2020-02', count: { countedOn: '2020-03-03', pieces: pieces(counted), reason }, ...over });

  it('counts the box, books the difference with its reason and locks', async () => {
    await month();
    expect(await books.closing(operator, { groupId })).toMatchObject({ month: '2020-02', to: feb(29), inBook: 615_000n, lastCashOn: feb(20), blockers: [] });
    await expect(close(613_000)).rejects.toMatchObject({ code: 'CLOSE_BLOCKED' });
    const input = { groupId, key: key(), month: '2020-02', count: { countedOn: '2020-03-03', pieces: pieces(613_000), reason: 'Kembalian lupa dicatat' } };
    const closed = await books.closeMonth(operator, input);
    expect(closed).toEqual({ closedThrough: feb(29), counted: '613000', difference: '-2000' });
    expect(await books.closeMonth(operator, input)).toEqual(closed);
    expect(await books.months(operator, { groupId })).toMatchObject([
      { month: '2020-02', counted: 613_000n, inBook: 615_000n, difference: -2_000n, reason: 'Kembalian lupa dicatat', pieces: [{ value: 1000, pieces: 613 }] },
    ]);
    expect(await books.profitAndLoss(operator, { groupId, ...february })).toMatchObject({ result: -37_000n });
    expect((await books.overview(operator, { groupId })).due).toBe('2020-03');
    await expect(spend(1n, feb(29))).rejects.toMatchObject({ code: 'MONTH_CLOSED' });
    await expect(close(613_000)).rejects.toMatchObject({ code: 'CLOSE_BLOCKED' });
    await spend(13_000n, '2020-03-01');
  });

  it('says what stands against it: an open sheet of a meeting, a month not over, an earlier one open', async () => {
    const guarded = booksFor(kit);
    let open = 2;
    guarded.guardClose(async (_tx, id, through) => (id === groupId && through === feb(29) ? open : 0));
    await month();
    expect((await guarded.closing(operator, { groupId })).blockers.map((b) => [b.code, b.text.id])).toEqual([
      ['MEETING_OPEN', 'Masih ada 2 rapat yang lembarnya belum ditutup. Lengkapi dan tutup rapat itu.'],
    ]);
    const input = { groupId, key: key(), month: '2020-02', count: { countedOn: '2020-03-03', pieces: pieces(615_000), reason: null } };
    await expect(guarded.closeMonth(operator, input)).rejects.toMatchObject({ code: 'CLOSE_BLOCKED' });
    await expect(close(615_000, { month: '2020-03' })).rejects.toThrow(/not over|belum selesai|is not over/);
    open = 0;
    await guarded.closeMonth(operator, input);
  });

  it('of two who close at once, one does; a posting beside it lands before the lock or is told', async () => {
    await month();
    const tries = await Promise.allSettled([close(615_000), close(615_000), spend(1_000n, feb(28))]);
    // Posted first, it makes the count wrong for both; closed first, it comes too late.
    expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(1);
    const kas = await books.moneyBook(operator, { groupId, purse: 'cash', ...february });
    expect(kas.closing).toBe(tries[2]?.status === 'fulfilled' ? 614_000n : 615_000n);
    expect(await books.months(operator, { groupId })).toHaveLength(tries[2]?.status === 'fulfilled' ? 0 : 1);
    expect(await books.trialBalance(operator, { groupId, on: '2020-03-03' })).toMatchObject({ difference: 0n });
  });
});

describe('who may see and do', () => {
  it('an officer of the group does its daily work; neighbours are told that there is none', async () => {
    await month();
    const officer = await callFor(kit, { role: 'pengurus', subjectId: groupId });
    const other = await groupWithMembers(kit);
    const strangers = [
      await callFor(kit, { role: 'operator', area: '35.20' }),
      await callFor(kit, { role: 'pendamping' }),
      await callFor(kit, { role: 'pengurus', subjectId: other.groupId }),
    ];
    expect((await books.overview(officer, { groupId })).cash).toBe(615_000n);
    await books.recordExpense(officer, {
      groupId,
      key: key(),
      on: feb(3),
      amount: 1_000n,
      document: null,
      category: 'meeting',
      paidFrom: 'cash',
      text: 'Kopi',
    });
    const entry = { groupId, on: feb(3), amount: 1n, document: null };
    for (const call of strangers) {
      const denied = [
        () => books.overview(call, { groupId }),
        () => books.moneyBook(call, { groupId, purse: 'cash', ...february }),
        () => books.profitAndLoss(call, { groupId, ...february }),
        () => books.balanceSheet(call, { groupId, on: feb(3) }),
        () => books.cashFlow(call, { groupId, ...february }),
        () => books.trialBalance(call, { groupId, on: feb(3) }),
        () => books.members(call, { groupId }),
        () => books.memberStatement(call, { groupId, memberId: members[0] as string, ...february }),
        () => books.held(call, { groupId, kinds: ['cash'] }),
        () => books.indicators(call, { groupId, ...february }),
        () => books.entries(call, { groupId, page: 1, pageSize: 25 }),
        () => books.months(call, { groupId }),
        () => books.closing(call, { groupId }),
        () => books.recordExpense(call, { ...entry, key: key(), category: 'feed', paidFrom: 'cash', text: 'x' }),
        () => books.recordIncome(call, { ...entry, key: key(), into: 'cash', text: 'x' }),
        () => books.recordPurchase(call, { ...entry, key: key(), paidFrom: 'cash', item: 'x' }),
        () => books.recordAid(call, { ...entry, key: key(), item: null }),
        () => books.moveMoney(call, { ...entry, key: key(), direction: 'deposit' }),
        () => books.payMembers(call, { ...entry, key: key(), outOf: 'cash', lines: [{ memberId: members[0] as string, amount: 1n }] }),
        () => books.payParty(call, { ...entry, key: key(), partyId: 'sri', outOf: 'cash' }),
        () => books.correct(call, { groupId, key: key(), eventKey: 's1', on: feb(3), reason: 'xxx' }),
        () => books.closeMonth(call, { groupId, key: key(), month: '2020-02', count: { countedOn: feb(29), pieces: pieces(0), reason: null } }),
      ];
      for (const ask of denied) await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('the district sees all its groups with what is late, an officer only the own, a neighbour none', async () => {
    kit.clock.set('2020-05-20T01:00:00.000Z');
    await month();
    const empty = await groupWithMembers(kit);
    const all = await books.list(operator, { page: 1, pageSize: 100, districts: [], flags: [], sort: 'cash', desc: true });
    const row = all.rows.find((r) => r.groupId === groupId);
    expect(row).toMatchObject({ cash: 615_000n, bank: 1_400_000n, late: true, difference: 0n, lastOn: feb(20), closedThrough: null });
    expect(all.rows.map((r) => r.cash)).toEqual([...all.rows.map((r) => r.cash)].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)));
    expect(all.cash).toBe(all.rows.reduce((sum, r) => sum + r.cash, 0n));
    const only = async (call: Call, flags: ('late' | 'unopened' | 'open')[]) =>
      (await books.list(call, { page: 1, pageSize: 100, districts: [], flags, sort: 'name', desc: false })).rows.map((r) => r.groupId);
    expect(await only(operator, ['unopened'])).toContain(empty.groupId);
    expect(await only(operator, ['late'])).toContain(groupId);
    expect(await only(operator, ['late'])).not.toContain(empty.groupId);
    expect(await only(await callFor(kit, { role: 'pengurus', subjectId: groupId }), [])).toEqual([groupId]);
    expect(await only(await callFor(kit, { role: 'kabid', area: '35.20' }), [])).toEqual([]);
    expect(
      (await books.list(operator, { q: row?.name ?? '', page: 1, pageSize: 25, districts: ['35.21.16'], flags: [], sort: 'last', desc: true })).rows[0]
        ?.groupId,
    ).toBe(groupId);
    expect((await books.list(operator, { page: 1, pageSize: 25, districts: ['35.21.01'], flags: [], sort: 'closed', desc: false })).total).toBe(0);
    const facets = await books.facets(operator, { districts: [], flags: [] });
    expect(facets.total).toBe(all.total);
    expect(facets.late).toBeGreaterThan(0);
    const figures = await books.district(operator);
    expect(figures).toMatchObject({ cash: all.cash, bank: all.bank });
    expect(figures.turnover).toBeGreaterThanOrEqual(500_000n);
    expect(await books.district(await callFor(kit, { role: 'kabid', area: '35.20' }))).toMatchObject({
      turnover: 0n,
      cash: 0n,
      months: [],
      membersWithIncome: 0,
    });
    const file = await books.exportXlsx(operator, { districts: [], flags: [], sort: 'name', desc: false, language: 'id' });
    const sheets = await readXlsx(Buffer.from(file.base64, 'base64'));
    expect(file.rows).toBe(all.total);
    expect(JSON.stringify(sheets)).toContain(row?.name);
  });
});
