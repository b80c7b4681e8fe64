import { randomUUID } from 'node:crypto';
import type { Call } from '@anyam/contract-kit';
import { isoDate } from '@anyam/domain/kernel';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AidReceipt, BooksPort } from '../contract/index.ts';
import { booksFor, groupWithMembers } from '../testing/index.ts';

let kit: TestKit;
let books: BooksPort;
let operator: Call;
const day = (text: string) => isoDate(text);
const key = () => randomUUID();

beforeAll(async () => {
  kit = await testKit();
  kit.clock.set('2020-03-03T01:00:00.000Z');
  books = booksFor(kit);
  operator = await callFor(kit, { role: 'operator' });
});
const receipt = (groupId: string, over: Partial<AidReceipt> = {}): AidReceipt => ({
  groupId, trancheId: randomUUID(), attempt: 1, no: 1, amount: 20_000_000n, on: day('2020-02-10'), document: 'SP2D/7', ...over,
});
const receive = (...receipts: AidReceipt[]) => kit.work.run(operator.actor, (unit) => books.receiveAid(unit as never, operator.actor, receipts));
const cameBack = (r: AidReceipt) => kit.work.run(operator.actor, (unit) => books.aidCameBack(unit as never, operator.actor, [{ ...r, on: day('2020-03-01'), reason: 'Retur bank' }]));
const entries = async (groupId: string) => (await books.entries(operator, { groupId, page: 1, pageSize: 25 })).rows;
const codes = async (groupId: string) => (await books.overview(operator, { groupId })).toDo.map((t) => t.code);

describe("the office's aid in the books of the groups", () => {
  it('opens the books of a whole batch, counts each tranche once, in a race and repeated too', async () => {
    const ids = await Promise.all([1, 2, 3].map(async () => (await groupWithMembers(kit, 3)).groupId));
    const batch = ids.map((id) => receipt(id));
    await receive(...batch);
    await receive(...batch);
    const second = batch.map((r) => ({ ...r, trancheId: randomUUID(), no: 2, amount: 5_000_000n }));
    await Promise.all([receive(...second), receive(...[...second].reverse()), receive(...second)]);
    for (const groupId of ids) {
      expect(await books.overview(operator, { groupId })).toMatchObject({ bank: 25_000_000n, cash: 0n, difference: 0n });
      const rows = await entries(groupId);
      expect(rows.map((r) => [r.amount, r.text.id, r.documents, r.correctable])).toEqual([
        [5_000_000n, 'Bantuan tahap 2 diterima di rekening', ['SP2D/7'], false],
        [20_000_000n, 'Bantuan tahap 1 diterima di rekening', ['SP2D/7'], false],
      ]);
      expect(rows[0]?.lines).toMatchObject([{ from: { id: 'Modal bantuan' }, to: { id: 'Bank' } }]);
      expect(await books.held(operator, { groupId, kinds: ['iks', 'proceeds', 'income'] })).toEqual([]);
    }
  });

  it('stands in the open month when its own is closed, with the true day in its words', async () => {
    const { groupId } = await groupWithMembers(kit, 3);
    await books.recordIncome(operator, { groupId, key: key(), on: '2020-02-01', amount: 1_000n, document: null, into: 'cash', text: 'Sewa' });
    await books.closeMonth(operator, { groupId, key: key(), month: '2020-02', count: { countedOn: '2020-03-01', pieces: { '1000': 1 }, reason: null } });
    await receive(receipt(groupId));
    expect((await entries(groupId))[0]).toMatchObject({ on: '2020-03-01', text: { id: 'Bantuan tahap 1 diterima di rekening pada 10 Februari 2020; bulannya sudah ditutup' } });
  });

  it('goes back with the bank, comes anew with the next sending, and a group that spent it is told', async () => {
    const { groupId } = await groupWithMembers(kit, 3);
    const first = receipt(groupId);
    await receive(first);
    await cameBack(first);
    await cameBack(first);
    expect(await books.overview(operator, { groupId })).toMatchObject({ bank: 0n, difference: 0n });
    expect(await entries(groupId)).toHaveLength(2);
    const again = { ...first, attempt: 2 };
    await receive(again);
    await books.moveMoney(operator, { groupId, key: key(), on: '2020-02-20', amount: 1n, document: null, direction: 'withdraw' });
    await cameBack(again);
    expect(await books.overview(operator, { groupId })).toMatchObject({ bank: 19_999_999n });
    expect(await codes(groupId)).toContain('AID_OVER_BOOKED');
    // Unknown to the books: nothing to take back, and no error.
    await cameBack(receipt(groupId));
  });

  it('tells of aid that is missing, whatever the opening held, and of aid that stands twice', async () => {
    const { groupId } = await groupWithMembers(kit, 3);
    await books.recordOpening(operator, { groupId, key: key(), on: '2020-01-15', paper: { number: 'BA/1', on: '2020-01-15' }, cash: 0n, bank: 30_000_000n, aid: 30_000_000n, items: [], iks: [] });
    await kit.db.prisma.$executeRaw`UPDATE kube_group SET received = 20000000 WHERE id = ${groupId}::uuid`;
    expect(await codes(groupId)).toContain('AID_NOT_BOOKED');
    await receive(receipt(groupId));
    const settled = await codes(groupId);
    expect(settled).not.toContain('AID_NOT_BOOKED');
    expect(settled).not.toContain('AID_OVER_BOOKED');
    const typed = await books.recordAid(operator, { groupId, key: key(), on: '2020-02-11', amount: 20_000_000n, document: 'SP2D/7', item: null });
    expect(await codes(groupId)).toContain('AID_OVER_BOOKED');
    await books.correct(operator, { groupId, key: key(), eventKey: typed.eventKey, on: '2020-03-03', reason: 'Sudah tercatat otomatis' });
    expect(await codes(groupId)).not.toContain('AID_OVER_BOOKED');
  });
});
