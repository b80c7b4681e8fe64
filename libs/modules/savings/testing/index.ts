import { randomUUID } from 'node:crypto';
import { booksFor } from '@anyam/books/testing';
import { groupFor } from '@anyam/group/testing';
import type { Call } from '@anyam/contract-kit';
import { rupiah } from '@anyam/domain/kernel';
import { decidedMeeting, groupWithMembers, meetingFor, openMeeting } from '@anyam/meeting/testing';
import { productionFor } from '@anyam/production/testing';
import { programmeFor } from '@anyam/programme/testing';
import type { Kit } from '@anyam/server-kit';
import type { TestKit } from '@anyam/server-kit/testing';
import type { SavingsPort } from '../contract/index.ts';
import { createSavings } from '../server/savings.service.ts';

export const key = (): string => randomUUID();

/** Savings on a test's database with the real modules under it, for specs here and in modules that use it. */
export const savingsFor = (kit: Kit): SavingsPort =>
  createSavings(kit, { programme: programmeFor(kit), group: groupFor(kit), meeting: meetingFor(kit), books: booksFor(kit), production: productionFor(kit) });

/** A row of the sheet on which nothing is filled in. */
export const emptyRow = (memberId: string) =>
  ({ memberId, attendance: null, representative: null, deposits: [], iks: 0n, voluntary: 0n, instalments: [] });

const rate = { kind: 'iksRate' as const, content: { kind: 'amount' as const, amount: rupiah(100_000), every: 'meeting' as const } };
const loanRules = { kind: 'loanRules' as const, content: { charge: { kind: 'percent' as const, bps: 100 }, order: 'serviceFirst' as const, every: 'month' as const, limit: null } };

/** Puts the clock on a day. */
export const at = (kit: TestKit, day: string): void => kit.clock.set(`${day}T01:00:00.000Z`);

/** A group whose first meeting, in January 2020, decided Rp 100,000 of IKS a meeting and loans at 1 % of the principal a month. */
export async function decidedGroup(kit: TestKit, call: Call, size = 10): Promise<{ groupId: string; ids: string[] }> {
  at(kit, '2020-01-20');
  const { groupId, members } = await groupWithMembers(kit, call, size);
  await decidedMeeting(kit, meetingFor(kit), call, groupId, [rate, loanRules]);
  return { groupId, ids: members.map((m) => m.membershipId) };
}

/** As `decidedGroup`, with Rp 1,000,000 in the fund, brought in a meeting on 3 February 2020 that is still open. */
export async function fundedGroup(kit: TestKit, call: Call): Promise<{ groupId: string; ids: string[]; meetingId: string }> {
  const g = await decidedGroup(kit, call);
  at(kit, '2020-02-03');
  const meetingId = await openMeeting(kit, meetingFor(kit), call, g.groupId);
  await savingsFor(kit).sheet.post(call, { key: key(), meetingId, rows: g.ids.map((id) => ({ ...emptyRow(id), iks: 100_000n })) });
  return { ...g, meetingId };
}

/**
 * What savings and books say differently of a group; all zero when they agree: the sum over all accounts of the books, members
 * whose balance is another there, and loans by the books less those kept here and those of the schedules.
 */
export async function differences(kit: TestKit, groupId: string): Promise<{ total: bigint; members: number; loans: bigint; schedules: bigint }> {
  const [found] = await kit.db.prisma.$queryRaw<[{ total: bigint; members: number; loans: bigint; schedules: bigint }]>`
    WITH lent AS (SELECT coalesce(sum(debits - credits), 0)::bigint AS books FROM book_account WHERE group_id = ${groupId}::uuid AND kind = 'loan')
    SELECT (SELECT coalesce(sum(debits - credits), 0)::bigint FROM book_account WHERE group_id = ${groupId}::uuid) AS total,
      (SELECT count(*)::int FROM savings_member m
       LEFT JOIN book_account i ON i.id = m.group_id || '/iks/' || m.member_id LEFT JOIN book_account v ON v.id = m.group_id || '/savings/' || m.member_id
       WHERE m.group_id = ${groupId}::uuid AND (m.iks <> coalesce(i.credits - i.debits, 0) OR m.voluntary <> coalesce(v.credits - v.debits, 0))) AS members,
      lent.books - coalesce((SELECT s.lent FROM savings_group s WHERE s.group_id = ${groupId}::uuid), 0) AS loans,
      lent.books - (SELECT coalesce(sum(principal - paid_principal), 0)::bigint FROM loan_instalment WHERE group_id = ${groupId}::uuid AND live) AS schedules
    FROM lent`;
  return found;
}
export const AGREED = { total: 0n, members: 0, loans: 0n, schedules: 0n };
