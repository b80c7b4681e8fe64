import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '@anyam/contract-kit';
import { DomainError, rupiah } from '@anyam/domain/kernel';
import { closeMeeting, decideIn, meetingFor, openMeeting } from '@anyam/meeting/testing';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import type { SavingsPort } from '../contract/index.ts';
import { AGREED, at, differences, emptyRow, fundedGroup, key, savingsFor } from '../testing/index.ts';

let kit: TestKit;
let savings: SavingsPort;
let operator: Call;

beforeAll(async () => {
  kit = await testKit();
  savings = savingsFor(kit);
  operator = await callFor(kit, { role: 'operator' });
});

const DAY = '2020-03-03';
const purposes = ['productiveCapital', 'diversification', 'socialHelp'] as const;

/** A group with an open sheet and, in minutes closed before, decisions on eight uses and eight loans of many sizes. */
async function stage(sizes: readonly number[]) {
  const g = await fundedGroup(kit, operator);
  const meeting = meetingFor(kit);
  const who = (n: number) => g.ids[n % g.ids.length] as string;
  for (const [n, size] of sizes.entries()) {
    const purpose = purposes[n % 3] as (typeof purposes)[number];
    await decideIn(meeting, operator, g.meetingId, { kind: 'iksUse', content: { purpose, amount: rupiah(size * 900), what: 'uji', memberId: purpose === 'socialHelp' ? who(n) : null } });
    await decideIn(meeting, operator, g.meetingId, { kind: 'loan', content: { memberId: who(n), amount: rupiah(size * 500), instalments: 1 + (n % 4), what: 'uji' } });
  }
  await closeMeeting(meeting, operator, g.meetingId);
  at(kit, DAY);
  const meetingId = await openMeeting(kit, meeting, operator, g.groupId);
  const loans: string[] = [];
  for (const [n, size] of sizes.entries()) {
    loans.push((await savings.loans.request(operator, { key: key(), groupId: g.groupId, memberId: who(n), amount: BigInt(size * 500), instalments: 1 + (n % 4), what: 'uji', on: DAY })).id);
  }
  const uses = (await meeting.decisions(kit.db.prisma, g.groupId)).filter((d) => d.kind === 'iksUse').map((d) => d.id);
  return { ...g, sheetId: meetingId, who, loans, uses };
}
type Stage = Awaited<ReturnType<typeof stage>>;

interface Move {
  readonly kind: 'sheet' | 'receive' | 'withdraw' | 'use' | 'approve' | 'payOut' | 'pay' | 'reverse' | 'reverseUse';
  readonly n: number;
  readonly amount: bigint;
}
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

async function make(s: Stage, { kind, n, amount }: Move): Promise<unknown> {
  const { rows } = await savings.loans.ofGroup(operator, { groupId: s.groupId });
  const inState = (...states: string[]) => pick(rows.filter((l) => states.includes(l.state.key)), n);
  const about = { key: key(), groupId: s.groupId, memberId: s.who(n), amount, on: DAY, note: null };
  const loan = (kind === 'approve' ? inState('requested') : kind === 'payOut' ? inState('approved') : inState('paidOut', 'running'))?.id ?? (s.loans[0] as string);
  switch (kind) {
    case 'sheet': return savings.sheet.post(operator, { key: key(), meetingId: s.sheetId, rows: [{ ...emptyRow(s.who(n)), iks: amount, voluntary: amount / 3n, instalments: [] }, { ...emptyRow(s.who(n + 1)), iks: amount / 7n }] });
    case 'receive': return savings.fund.receive(operator, { ...about, kind: n % 2 === 0 ? 'iks' : 'voluntary', into: 'cash' });
    case 'withdraw': return savings.fund.withdraw(operator, { ...about, outOf: 'cash' });
    case 'use': return savings.fund.use(operator, { key: key(), groupId: s.groupId, decisionId: pick(s.uses, n) as string, on: DAY, outOf: 'cash' });
    case 'approve': return savings.loans.approve(operator, { key: key(), id: loan, expectedState: 'requested', on: DAY });
    case 'payOut': return savings.loans.payOut(operator, { key: key(), id: loan, expectedState: 'approved', on: DAY, outOf: 'cash' });
    case 'pay': return savings.loans.pay(operator, { key: key(), id: loan, amount, on: DAY, into: 'cash' });
    case 'reverseUse': {
      const { uses } = await savings.fund.get(operator, { groupId: s.groupId });
      const use = pick(uses.filter((u) => u.reversed === null), n);
      return use && savings.fund.reverseUse(operator, { key: key(), useId: use.id, on: DAY, reason: 'uji' });
    }
    case 'reverse': {
      const entries = await savings.fund.entries(operator, { groupId: s.groupId, page: 1, pageSize: 100 });
      const entry = pick(entries.rows.filter((e) => e.reversible), n);
      return entry && savings.fund.reverse(operator, { key: key(), entryId: entry.id, on: DAY, reason: 'uji' });
    }
  }
}

/** What every history begins with: one of each kind that goes through, so that the rest has something to work on. */
const OPENING: readonly Move[] = [
  { kind: 'approve', n: 0, amount: 1n }, { kind: 'payOut', n: 0, amount: 1n }, { kind: 'pay', n: 0, amount: 100n }, { kind: 'receive', n: 1, amount: 90_000n },
  { kind: 'withdraw', n: 1, amount: 10_000n }, { kind: 'sheet', n: 2, amount: 21_000n }, { kind: 'use', n: 0, amount: 1n }, { kind: 'reverseUse', n: 0, amount: 1n }, { kind: 'use', n: 0, amount: 1n }, { kind: 'reverse', n: 0, amount: 1n },
];

describe('any history of savings', () => {
  it('keeps the fund at zero or above, nobody below zero, and the books in balance with it', { timeout: 180_000 }, async () => {
    const move = fc.record<Move>({
      kind: fc.constantFrom('sheet', 'receive', 'withdraw', 'use', 'approve', 'payOut', 'pay', 'pay', 'reverse', 'reverseUse'), n: fc.nat(40), amount: fc.bigInt({ min: 1n, max: 150_000n }),
    });
    const done: Record<string, number> = {};
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 8, maxLength: 8 }), fc.array(move, { minLength: 40, maxLength: 40 }), async (sizes, moves) => {
      const s = await stage(sizes);
      for (const m of [...OPENING, ...moves]) {
        // A refusal is a sentence for people, never a fault of ours; what was refused left nothing behind.
        await make(s, m).then(() => void (done[m.kind] = (done[m.kind] ?? 0) + 1), (error: unknown) => expect(error).toBeInstanceOf(DomainError));
        const fund = await savings.fund.get(operator, { groupId: s.groupId });
        expect(fund.available).toBeGreaterThanOrEqual(0n);
        expect(fund.members.every((x) => x.iks >= 0n && x.voluntary >= 0n && x.lent >= 0n)).toBe(true);
        expect(fund.members.reduce((n, x) => n + x.iks, 0n)).toBe(fund.total);
        expect(await differences(kit, s.groupId), JSON.stringify(m, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))).toEqual(AGREED);
      }
    }), { numRuns: 3, endOnFailure: true });
    // The histories did something of every kind.
    expect(Object.keys(done).sort()).toEqual(['approve', 'pay', 'payOut', 'receive', 'reverse', 'reverseUse', 'sheet', 'use', 'withdraw']);
  });
});
