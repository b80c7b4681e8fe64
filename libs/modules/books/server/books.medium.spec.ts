import { randomUUID } from 'node:crypto';
import type { Call } from '@anyam/contract-kit';
import { isoDate } from '@anyam/domain/kernel';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
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
const aid = (amount: bigint, on: string = feb(1)) => books.recordAid(operator, { groupId, key: key(), on, amount, document: 'SP2D 12', item: null });
const draw = (amount: bigint, on: string = feb(2)) => books.moveMoney(operator, { groupId, key: key(), on, amount, document: null, direction: 'withdraw' });
const spend = (amount: bigint, on: string = feb(3), over: Partial<Parameters<BooksPort['recordExpense']>[1]> = {}) =>
  books.recordExpense(operator, { groupId, key: key(), on, amount, document: null, category: 'transport', paidFrom: 'cash', text: 'Angkut tikar', ...over });
const month = () => exampleMonth(kit, books, operator, { groupId, members });

describe('a month of a group, by hand', () => {
  it('reads in every book', async () => {
    const { a, b } = await month();
    const kas = await books.moneyBook(operator, { groupId, purse: 'cash', ...february });
    expect(kas.lines.map((l) => [l.on, l.change, l.balance])).toEqual([
      [feb(2), 600_000n, 600_000n],
      [feb(5), -150_000n, 450_000n],
      [feb(6), 10_000n, 460_000n],
      [feb(12), 500_000n, 960_000n],
      [feb(12), -205_000n, 755_000n],
      [feb(12), -100_000n, 655_000n],
      [feb(20), -40_000n, 615_000n],
    ]);
    expect(kas.lines.at(-1)).toMatchObject({ label: { id: 'Pengeluaran' }, text: { id: 'Angkutan: Angkut tikar' } });
    const late = await books.moneyBook(operator, { groupId, purse: 'cash', from: feb(12), to: feb(12) });
    expect([late.opening, late.lines.length, late.closing]).toEqual([460_000n, 3, 655_000n]);
    expect(await books.moneyBook(operator, { groupId, purse: 'bank', ...february })).toMatchObject({
      opening: 0n,
      increase: 2_000_000n,
      decrease: 600_000n,
      closing: 1_400_000n,
    });

    expect(await books.profitAndLoss(operator, { groupId, ...february })).toMatchObject({
      sales: 500_000n,
      shared: 500_000n,
      result: -35_000n,
      income: [{ key: 'service', amount: 5_000n }],
      expenses: [{ key: 'transport', amount: 40_000n }],
    });
    const sheet = await books.balanceSheet(operator, { groupId, on: feb(29) });
    expect(sheet.assets.rows.map((r) => [r.key, r.amount])).toEqual([
      ['bank', 1_400_000n],
      ['cash', 615_000n],
      ['loan', 100_000n],
      ['materialStock', 120_000n],
    ]);
    expect(sheet.claims.flatMap((s) => s.rows.map((r) => [r.key, r.amount]))).toEqual([
      ['memberPayable', 35_000n],
      ['payable', 200_000n],
      ['iks', 35_000n],
      ['aidCapital', 2_000_000n],
    ]);
    expect([sheet.totalAssets, sheet.totalClaims, sheet.result]).toEqual([2_235_000n, 2_235_000n, -35_000n]);
    expect(await books.balanceSheet(operator, { groupId, on: feb(2) })).toMatchObject({ totalAssets: 2_000_000n, totalClaims: 2_000_000n });
    expect(await books.trialBalance(operator, { groupId, on: feb(29) })).toMatchObject({ difference: 0n, debit: 2_275_000n });
    const flow = await books.cashFlow(operator, { groupId, ...february });
    expect([flow.opening, ...flow.sections.map((s) => s.total), flow.closing]).toEqual([0n, 155_000n, 0n, 1_860_000n, 2_015_000n]);

    const people = await books.members(operator, { groupId });
    expect(people.filter((m) => [a, b].includes(m.memberId)).map(({ name: _n, role: _r, left: _l, ...m }) => m)).toEqual([
      { memberId: a, due: 0n, iks: 15_000n, savings: 0n, material: 0n, loans: 0n },
      { memberId: b, due: 35_000n, iks: 20_000n, savings: 0n, material: 0n, loans: 100_000n },
    ]);
    const own = await books.memberStatement(operator, { groupId, memberId: b, ...february });
    expect(own).toMatchObject({
      earned: 200_000n,
      material: 0n,
      iks: 20_000n,
      principal: 50_000n,
      service: 5_000n,
      paidOut: 100_000n,
      due: 35_000n,
      saved: 20_000n,
      owes: 100_000n,
    });
    expect(own.books.loans.lines.map((l) => l.change)).toEqual([150_000n, -50_000n]);
    expect(await books.memberStatement(operator, { groupId, memberId: b, from: feb(13), to: feb(29) })).toMatchObject({
      earned: 0n,
      due: 35_000n,
      saved: 20_000n,
      owes: 100_000n,
    });

    expect(await books.indicators(operator, { groupId, ...february })).toMatchObject({
      turnover: 500_000n,
      margin: 380_000n,
      marginPercent: 76,
      membersWithIncome: 2,
      iksPaid: 35_000n,
    });
    expect(await books.held(operator, { groupId, kinds: ['payable'] })).toMatchObject([
      { owner: 'sri', balance: 200_000n, text: { id: 'Pandan 20 ikat dari Bu Sri' } },
    ]);
    const view = await books.overview(operator, { groupId });
    expect(view).toMatchObject({
      cash: 615_000n,
      bank: 1_400_000n,
      due: '2020-02',
      closedThrough: null,
      difference: 0n,
      may: { write: true, close: true, opening: false },
      month: { month: '2020-03', moneyIn: 0n },
    });
    expect(view.toDo.map((t) => t.code)).toEqual(['MONTH_DUE', 'PAY_MEMBERS', 'PAY_PARTIES']);
    expect(view.turnover).toEqual([{ month: '2020-02', sales: 500_000n, shared: 500_000n, iks: 35_000n }]);
  });

  it('lists every entry, by kind, member and words', async () => {
    const { b } = await month();
    const all = await books.entries(operator, { groupId, page: 1, pageSize: 25 });
    expect(all.total).toBe(11);
    expect(all.rows[0]).toMatchObject({
      text: { id: 'Angkutan: Angkut tikar' },
      amount: 40_000n,
      correctable: true,
      lines: [{ from: { id: 'Kas' }, to: { id: 'Angkutan' } }],
    });
    expect((await books.entries(operator, { groupId, page: 1, pageSize: 25, kind: 'iksPaid' })).rows.map((r) => r.key)).toEqual(['s1', 'k1']);
    const hers = await books.entries(operator, { groupId, page: 1, pageSize: 25, memberId: b });
    expect(hers.rows.map((r) => r.key).slice(1)).toEqual(['s1', 'k1', 'l1']);
    expect((await books.entries(operator, { groupId, page: 1, pageSize: 25, q: 'sp2d 1' })).total).toBe(1);
    expect((await books.entries(operator, { groupId, page: 1, pageSize: 25, from: feb(20), to: feb(20) })).total).toBe(1);
  });
});

describe('entries typed into the books', () => {
  it('count once for a key, and leave a trace', async () => {
    await aid(1_000_000n);
    const input = { groupId, key: key(), on: feb(2), amount: 300_000n, document: 'Nota 1', paidFrom: 'bank' as const, item: 'Mesin jahit' };
    const first = await books.recordPurchase(operator, input);
    expect(await books.recordPurchase(operator, input)).toEqual(first);
    expect((await books.held(operator, { groupId, kinds: ['inventory'] })).map((h) => [h.text.id, h.balance])).toEqual([['Mesin jahit', 300_000n]]);
    expect(await kit.db.prisma.auditEntry.count({ where: { action: 'books.recordPurchase', entityId: first.eventKey } })).toBe(1);
    await books.recordAid(operator, { groupId, key: key(), on: feb(2), amount: 500_000n, document: 'BAST 1', item: '2 ekor kambing' });
    await books.recordIncome(operator, { groupId, key: key(), on: feb(2), amount: 7_000n, document: null, into: 'bank', text: 'Bunga bank' });
    expect(await books.balanceSheet(operator, { groupId, on: feb(2) })).toMatchObject({ totalAssets: 1_507_000n, result: 7_000n });
  });

  it('refuse what is not there, the future, strangers and doubles', async () => {
    await aid(100_000n);
    await expect(spend(1n)).rejects.toMatchObject({ code: 'BALANCE_SHORT' });
    await draw(100_000n);
    await expect(spend(1n, '2020-03-04')).rejects.toMatchObject({ code: 'DATE_IN_FUTURE' });
    const pay = (lines: { memberId: string; amount: bigint }[]) =>
      books.payMembers(operator, { groupId, key: key(), on: feb(3), document: null, outOf: 'cash', lines });
    await expect(pay([{ memberId: members[0] as string, amount: 1n }])).rejects.toMatchObject({ code: 'BALANCE_SHORT' });
    await expect(pay([{ memberId: randomUUID(), amount: 1n }])).rejects.toMatchObject({ code: 'MEMBER_UNKNOWN' });
    await expect(
      pay([
        { memberId: members[0] as string, amount: 1n },
        { memberId: members[0] as string, amount: 1n },
      ]),
    ).rejects.toMatchObject({ code: 'TWICE' });
    for (const partyId of ['nobody', 'a/b', 'a:b']) {
      await expect(books.payParty(operator, { groupId, key: key(), on: feb(3), amount: 1n, document: null, partyId, outOf: 'cash' })).rejects.toMatchObject({
        code: 'NOTHING_OWED',
      });
    }
    await expect(books.moneyBook(operator, { groupId, purse: 'cash', from: feb(2), to: feb(1) })).rejects.toMatchObject({ code: 'PERIOD_INVALID' });
    await expect(books.moneyBook(operator, { groupId, purse: 'cash', from: '2018-01-01', to: feb(1) })).rejects.toMatchObject({ code: 'PERIOD_INVALID' });
  });

  it('are taken back with a reason; those of other modules are not taken back here', async () => {
    await month();
    const { eventKey } = await spend(5_000n);
    const correct = (over: Partial<Parameters<BooksPort['correct']>[1]> = {}) =>
      books.correct(operator, { groupId, key: key(), eventKey, on: '2020-03-03', reason: 'Salah baca nota', ...over });
    await correct();
    await expect(correct()).rejects.toMatchObject({ code: 'ALREADY_REVERSED' });
    await expect(correct({ eventKey: 's1' })).rejects.toMatchObject({ code: 'NOT_MANUAL' });
    await expect(correct({ eventKey: 'zzz' })).rejects.toMatchObject({ code: 'REVERSED_UNKNOWN' });
    await expect(correct({ eventKey: `${eventKey}~reversal` })).rejects.toMatchObject({ code: 'REVERSAL_OF_REVERSAL' });
    const [back, original] = (await books.entries(operator, { groupId, page: 1, pageSize: 25 })).rows;
    expect([back?.reason, back?.correctable, original?.reversed, original?.correctable]).toEqual(['Salah baca nota', false, true, false]);
    await books.payParty(operator, { groupId, key: key(), on: '2020-03-03', amount: 200_000n, document: null, partyId: 'sri', outOf: 'cash' });
    expect(await books.held(operator, { groupId, kinds: ['payable'] })).toEqual([]);
  });
});
