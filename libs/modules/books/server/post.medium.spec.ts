import { randomUUID } from 'node:crypto';
import {
  bankWithdrawal,
  expense,
  GROUP_CHART,
  groupAccounts as at,
  otherIncome,
  payOut,
  saleAccepted,
  savingsDeposited,
  type GroupAccountKind,
} from '@anyam/domain/books';
import { isoDate, rupiah } from '@anyam/domain/kernel';
import type { Transfer } from '@anyam/domain/ledger';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import type { Call } from '@anyam/contract-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BookPosting, BooksPort } from '../contract/index.ts';
import { booksFor, groupWithMembers } from '../testing/index.ts';

let kit: TestKit;
let books: BooksPort;
let clerk: Call;
const day = (d: number) => isoDate(`2020-02-${String(d).padStart(2, '0')}`);

beforeAll(async () => {
  kit = await testKit();
  books = booksFor(kit);
  clerk = await callFor(kit, { role: 'operator' });
});

const income = (groupId: string, amount: number, id: string = randomUUID(), d = 1) =>
  otherIncome({ groupId, on: day(d), amount: rupiah(amount), receiptId: id, into: 'cash' });
const spent = (groupId: string, amount: number, id: string = randomUUID(), d = 2) =>
  expense({ groupId, on: day(d), amount: rupiah(amount), purchaseId: id, category: 'feed', paidBy: 'cash' });
const posting = (transfers: Transfer[], key: string = randomUUID()): BookPosting => ({ event: { key, kind: 'uji', text: 'Uji' }, transfers });
const post = (groupId: string, ...postings: BookPosting[]) =>
  kit.work.run(clerk.actor, (unit) => books.postMany(unit as never, clerk.actor, groupId, postings));
const cash = async (groupId: string) => (await books.balances(kit.db.prisma as never, groupId, [at.cash(groupId)])).get(at.cash(groupId));
const rows = <T>(text: string, ...values: unknown[]) => kit.db.prisma.$queryRawUnsafe<T[]>(text, ...values);
const run = (text: string, ...values: unknown[]) => kit.db.prisma.$executeRawUnsafe(text, ...values);

describe('posting', () => {
  it('keeps balances, the order of posting and the head', async () => {
    const { groupId, members } = await groupWithMembers(kit);
    await post(
      groupId,
      posting(income(groupId, 100_000)),
      posting(savingsDeposited({ groupId, on: day(3), amount: rupiah(5_000), memberId: members[0] as string, receiptId: 'k1', into: 'cash' })),
    );
    await post(groupId, posting(spent(groupId, 30_000)));
    expect(await cash(groupId)).toBe(75_000n);
    expect(await books.accounts(kit.db.prisma as never, groupId, ['savings', 'expense'])).toEqual([
      { id: at.expense(groupId, 'feed'), kind: 'expense', owner: 'feed', balance: 30_000n },
      { id: at.savings(groupId, members[0] as string), kind: 'savings', owner: members[0], balance: -5_000n },
    ]);
    expect(await rows('SELECT seq::int AS seq, kind FROM book_transfer WHERE group_id = $1::uuid ORDER BY seq', groupId)).toEqual([
      { seq: 1, kind: 'otherIncome' },
      { seq: 2, kind: 'savingsDeposited' },
      { seq: 3, kind: 'expense' },
    ]);
    expect(
      await rows(
        `SELECT last_seq::int AS seq, first_on::text AS first, last_on::text AS last, cash::int AS cash, bank::int AS bank
         FROM book_head WHERE group_id = $1::uuid`,
        groupId,
      ),
    ).toEqual([{ seq: 3, first: day(1), last: day(3), cash: 75_000, bank: 0 }]);
  });

  it('counts the same happening once and refuses another story under its name', async () => {
    const { groupId } = await groupWithMembers(kit);
    const first = posting(income(groupId, 10_000, 'a'), 'e1');
    await post(groupId, first);
    await post(groupId, first);
    expect(await cash(groupId)).toBe(10_000n);
    await expect(post(groupId, posting(income(groupId, 10_001, 'a'), 'e1'))).rejects.toMatchObject({ code: 'TRANSFER_ID_TAKEN' });
    await expect(post(groupId, posting(income(groupId, 1, 'b'), 'e1'))).rejects.toMatchObject({ code: 'EVENT_TAKEN' });
    await expect(post(groupId, posting([...income(groupId, 10_000, 'a'), ...income(groupId, 1, 'b')], 'e2'))).rejects.toMatchObject({ code: 'EVENT_TAKEN' });
    expect(await cash(groupId)).toBe(10_000n);
  });

  it('posts all or none, and never past a floor or a ceiling', async () => {
    const { groupId, members } = await groupWithMembers(kit);
    await post(groupId, posting(income(groupId, 10_000)));
    await expect(post(groupId, posting(spent(groupId, 9_000)), posting(spent(groupId, 1_001)))).rejects.toMatchObject({ code: 'BALANCE_SHORT' });
    await expect(
      post(groupId, posting(payOut({ groupId, on: day(2), amount: rupiah(1), memberId: members[0] as string, payoutId: 'p', outOf: 'cash' }))),
    ).rejects.toMatchObject({ code: 'BALANCE_SHORT' });
    await expect(post(groupId, posting(bankWithdrawal({ groupId, on: day(2), amount: rupiah(1), slipId: 's' })))).rejects.toMatchObject({
      code: 'BALANCE_SHORT',
    });
    expect(await cash(groupId)).toBe(10_000n);
    await expect(post(randomUUID(), posting(income(randomUUID(), 1)))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lets two posters race for one cash box, and one of them find it empty', async () => {
    const { groupId } = await groupWithMembers(kit);
    await post(groupId, posting(income(groupId, 10_000)));
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => post(groupId, posting(spent(groupId, 4_000)))));
    expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(2);
    expect(tries.flatMap((t) => (t.status === 'rejected' ? [(t.reason as { code: string }).code] : []))).toEqual(Array(4).fill('BALANCE_SHORT'));
    expect(await cash(groupId)).toBe(2_000n);
    const same = posting(spent(groupId, 2_000, 'one'), 'one');
    await Promise.all([post(groupId, same), post(groupId, same), post(groupId, same)]);
    expect(await cash(groupId)).toBe(0n);
  });

  it('takes an event back whole, once, with a reason', async () => {
    const { groupId } = await groupWithMembers(kit);
    await post(groupId, posting([...income(groupId, 10_000), ...spent(groupId, 4_000)], 'both'));
    const back = (reason = 'Salah catat') =>
      kit.work.run(clerk.actor, (unit) => books.reverse(unit as never, clerk.actor, groupId, 'both', { reason, on: day(5) }));
    await back();
    expect(await cash(groupId)).toBe(0n);
    await expect(back()).rejects.toMatchObject({ code: 'ALREADY_REVERSED' });
    const reverse = (key: string) => kit.work.run(clerk.actor, (unit) => books.reverse(unit as never, clerk.actor, groupId, key, { reason: 'x', on: day(5) }));
    await expect(reverse('both~reversal')).rejects.toMatchObject({ code: 'REVERSAL_OF_REVERSAL' });
    await expect(reverse('none')).rejects.toMatchObject({ code: 'REVERSED_UNKNOWN' });
    await expect(post(groupId, posting([...income(groupId, 1), ...spent(groupId, 1)], 'both'))).rejects.toMatchObject({ code: 'EVENT_TAKEN' });
  });
});

describe('the database by itself', () => {
  let groupId: string;
  let seq = 0;
  const insert = (over: Record<string, unknown> = {}) => {
    const row = {
      id: randomUUID(),
      from_account: at.income(groupId, 'other'),
      to_account: at.cash(groupId),
      amount: 1,
      counts_on: day(1),
      seq: seq + 1,
      reverses: null,
      reason: null,
      ...over,
    };
    return run(
      `INSERT INTO book_transfer (group_id, id, seq, regency_code, event_key, kind, from_account, to_account, amount, counts_on, reverses, reason)
       VALUES ($1::uuid, $2, $3::bigint, '35.21', 'e', 'uji', $4, $5, $6::bigint, $7::date, $8, $9)`,
      groupId,
      row.id,
      row.seq,
      row.from_account,
      row.to_account,
      row.amount,
      row.counts_on,
      row.reverses,
      row.reason,
    );
  };
  beforeAll(async () => {
    ({ groupId } = await groupWithMembers(kit));
    await post(groupId, posting(income(groupId, 1_000, 'first'), 'e'));
    seq = 1;
  });

  it.each(Object.entries(GROUP_CHART))('knows the chart: %s', async (kind, { mayBeNegative }) => {
    const own = ['cash', 'bank', 'aidCapital', 'capital'].includes(kind) ? groupId : 'x';
    const account = `${groupId}/${kind as GroupAccountKind}/${own}`;
    const wrong = mayBeNegative
      ? { from_account: at.cash(groupId), to_account: account }
      : { from_account: account, to_account: at.expense(groupId, 'other'), amount: 1_001 };
    const target = kind === 'expense' ? { ...wrong, to_account: at.cash(groupId) } : wrong;
    await expect(insert(target)).rejects.toThrow(mayBeNegative ? /book_account_ceiling/ : /book_account_floor|book_head/);
  });

  it('knows no other kind, no gap in the order, no change and no direct touch of totals', async () => {
    await expect(insert({ to_account: `${groupId}/gold/x` })).rejects.toThrow(/book_account_kind/);
    await expect(insert({ to_account: `${groupId}/cash/x` })).rejects.toThrow(/book_account_own/);
    await expect(insert({ seq: seq + 2 })).rejects.toThrow(/order of posting/);
    await expect(insert({ amount: 0 })).rejects.toThrow(/amount/);
    await expect(insert({ to_account: at.cash(randomUUID()) })).rejects.toThrow(/check/);
    await expect(insert({ reverses: `otherIncome:first`, reason: 'x' })).rejects.toThrow(/does not mirror/);
    await expect(run(`UPDATE book_transfer SET amount = 2 WHERE group_id = '${groupId}'`)).rejects.toThrow(/append-only/);
    await expect(run(`DELETE FROM book_event WHERE group_id = '${groupId}'`)).rejects.toThrow(/append-only/);
    await expect(run(`UPDATE book_account SET debits = debits + 1 WHERE group_id = '${groupId}'`)).rejects.toThrow(/by transfers only/);
    await expect(run(`UPDATE book_head SET cash = 5 WHERE group_id = '${groupId}'`)).rejects.toThrow(/book_head changes/);
    await expect(run('TRUNCATE book_transfer')).rejects.toThrow(/append-only/);
    expect(await cash(groupId)).toBe(1_000n);
  });

  it('closes months one after the other and lets nothing into a closed one', async () => {
    const close = (through: string, counted = 1_000, reason: string | null = null) =>
      run(
        `INSERT INTO book_month (group_id, closed_through, regency_code, counted_on, pieces, counted, in_book, reason, closed_by, closed_by_name, closed_at)
       VALUES ($1::uuid, $2::date, '35.21', $2::date, '{}', $3::bigint, 1000, $4, 'x', 'x', now())`,
        groupId,
        through,
        counted,
        reason,
      );
    await expect(close('2020-03-31')).rejects.toThrow(/does not follow/);
    await expect(close('2020-02-28')).rejects.toThrow(/check/);
    await expect(close('2020-02-29', 999)).rejects.toThrow(/check/);
    await close('2020-02-29');
    expect(await books.closedThrough(kit.db.prisma as never, groupId)).toBe('2020-02-29');
    await expect(close('2020-04-30')).rejects.toThrow(/does not follow/);
    await expect(insert()).rejects.toThrow(/closed month/);
    await expect(run(`DELETE FROM book_month WHERE group_id = '${groupId}'`)).rejects.toThrow(/append-only/);
    await expect(post(groupId, posting(income(groupId, 1)))).rejects.toMatchObject({ code: 'MONTH_CLOSED' });
    await post(groupId, posting(saleAccepted({ groupId, on: isoDate('2020-03-01'), amount: rupiah(7), dealId: randomUUID() })));
  });
});
