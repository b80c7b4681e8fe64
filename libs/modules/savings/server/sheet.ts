import { randomUUID } from 'node:crypto';
import { fail as common } from '@anyam/contract-kit';
import { groupAccounts } from '@anyam/domain/books';
import { rupiah, ZERO, type IsoDate } from '@anyam/domain/kernel';
import { decisionInForce, type IksRate } from '@anyam/domain/meeting';
import { iksDue, loanFlow, owedOn, payLoan, savingsError } from '@anyam/domain/savings';
import type { RuleSet } from '@anyam/domain/programme';
import type { GroupRecord } from '@anyam/group/contract';
import type { z } from 'zod';
import type { SheetCases, sheetLoan, sheetRowInput } from '../contract/index.ts';
import { broughtBy, entryRepository, type EntryRecord } from '../persistence/entry.repository.ts';
import { fundRepository } from '../persistence/fund.repository.ts';
import { meetingReads } from '../persistence/meeting.reads.ts';
import { loanRepository, type LoanWithSchedule } from '../persistence/loan.repository.ts';
import type { Hand, SavingsContext } from './context.ts';
import { fail, problemError } from './errors.ts';
import { settleState } from './loan-matter.ts';
import { iksInMoney, instalmentIn, record, savingsIn, type Recorded } from './record.ts';
import { createReadAloud } from './read-aloud.ts';

type Row = z.infer<typeof sheetRowInput>;

/** Where the rate's asking is kept: once a meeting, or once a month. Null when it asks of proceeds. */
const occasionOf = (rate: IksRate, meeting: { id: string; on: string }): string | null =>
  rate.kind === 'proceeds' ? null : rate.every === 'meeting' ? `meeting:${meeting.id}` : `month:${meeting.on.slice(0, 7)}`;

const moneyOf = (e: EntryRecord): 'iks' | 'voluntary' | 'instalment' => (e.kind === 'loan' ? 'instalment' : e.kind);

const loanOnSheet = (l: LoanWithSchedule, on: string): z.infer<typeof sheetLoan> => {
  const unpaid = l.schedule.filter((i) => owedOn([i]).total > 0n);
  return {
    loanId: l.id, what: l.what, due: owedOn(unpaid.filter((i) => i.due <= on)).total, next: unpaid[0] ? owedOn([unpaid[0]]).total : ZERO, nextDue: unpaid[0]?.due ?? null,
    owed: owedOn(l.schedule).total,
  };
};

export function createSheet(c: SavingsContext): SheetCases {
  const { meeting: meetings, books, group: groups, production } = c.needs;
  const prisma = c.kit.db.prisma;

  async function meetingOf(call: Parameters<SheetCases['get']>[0], meetingId: string) {
    const meeting = await meetings.get(prisma, meetingId);
    if (!meeting) throw common('NOT_FOUND');
    return { meeting, group: await c.mine(call, meeting.groupId) };
  }

  /** Instalments of all rows, put on their loans in order; every loan once, with its schedule afterwards. */
  async function payments(hand: Hand, group: GroupRecord, meeting: { id: string; on: string }, rows: readonly Row[]) {
    const lines = rows.flatMap((r) => r.instalments.map((i) => ({ ...i, memberId: r.memberId })));
    const loans = new Map((await loanRepository.find(hand.query, [...new Set(lines.map((l) => l.loanId))], true)).map((l) => [l.id, l]));
    const recorded: Recorded[] = [];
    for (const line of lines) {
      const loan = loans.get(line.loanId);
      if (!loan || loan.groupId !== group.id || loan.memberId !== line.memberId) throw savingsError('LOAN_NOT_FOUND');
      if (!(loanFlow.actions.settle.from as readonly string[]).includes(loan.state)) throw fail('LOAN_NOT_RUNNING', { name: loan.memberName });
      const paid = payLoan(loan.schedule, rupiah(line.amount), loan.order);
      if (!paid.ok) throw problemError(paid.error);
      loans.set(loan.id, { ...loan, schedule: paid.value.schedule });
      recorded.push(instalmentIn({ id: randomUUID(), groupId: group.id, memberId: line.memberId, on: meeting.on as IsoDate, purse: 'cash', meetingId: meeting.id }, loan.id, paid.value));
    }
    return { recorded, loans: [...loans.values()] };
  }

  const gifts = (group: GroupRecord, meeting: { id: string; on: string }, rows: readonly Row[]): Recorded[] => rows.flatMap((r) => {
    const given = () => ({ id: randomUUID(), groupId: group.id, memberId: r.memberId, on: meeting.on as IsoDate, purse: 'cash' as const, meetingId: meeting.id });
    return [
      ...(r.iks > 0n ? [iksInMoney(given(), rupiah(r.iks))] : []),
      ...(r.voluntary > 0n ? [savingsIn(given(), rupiah(r.voluntary))] : []),
    ];
  });

  async function askRate(hand: Hand, group: GroupRecord, meeting: { id: string; on: string }, members: readonly { membershipId: string }[]): Promise<void> {
    const rate = decisionInForce('iksRate', await meetings.decisions(hand.unit.tx, group.id), meeting.on as IsoDate)?.content;
    const occasion = rate && occasionOf(rate, meeting);
    if (!rate || !occasion) return;
    const amount = iksDue(rate, rate.kind === 'amount' && rate.every === 'month' ? { kind: 'month' } : { kind: 'meeting' });
    await entryRepository.addDue(hand.query, { regencyCode: group.regencyCode, groupId: group.id, on: meeting.on, occasion, rows: members.map((m) => ({ memberId: m.membershipId, amount })) });
  }

  async function write(hand: Hand, group: GroupRecord, meetingId: string, rows: readonly Row[], rules: RuleSet) {
    const meeting = await meetings.open(hand.unit.tx, meetingId);
    const members = await groups.members(hand.unit.tx, group.id);
    const known = new Set(members.map((m) => m.membershipId));
    if (new Set(rows.map((r) => r.memberId)).size < rows.length) throw fail('MEMBER_TWICE');
    if (rows.some((r) => !known.has(r.memberId))) throw savingsError('NOT_A_MEMBER');

    const marks = rows.filter((r) => r.attendance !== null).map((r) => ({ memberId: r.memberId, state: r.attendance, representative: r.representative || null }));
    const goods = rows.flatMap((r) => r.deposits.map((d) => ({ ...d, memberId: r.memberId })));
    const paid = await payments(hand, group, meeting, rows);
    const recorded = [...gifts(group, meeting, rows), ...paid.recorded];
    if (marks.length + goods.length + recorded.length === 0) throw fail('SHEET_EMPTY');

    if (marks.length > 0) await meetings.mark(hand.unit, hand.who, meetingId, marks);
    const lots = goods.length > 0 ? await production.deposit(hand.unit, hand.who, group.id, goods, { on: meeting.on, meetingId }) : [];
    await askRate(hand, group, meeting, members);
    await record(c, hand, group, meeting.on, recorded);
    await loanRepository.setPaid(hand.query, paid.loans);
    for (const loan of paid.loans) await settleState(hand, loan, hand.today, rules);
    if (recorded.length > 0) await meetings.touch(hand.unit, meetingId);
    hand.unit.audit({
      action: 'savings.sheet', entity: 'meeting', entityId: meetingId, groupId: group.id, regionCode: group.villageCode,
      changes: { attendance: [null, marks.length], deposits: [null, lots.length], entries: [null, recorded.length], money: [null, String(recorded.reduce((n, r) => n + broughtBy({ ...r.entry, service: r.entry.service ?? 0n }), 0n))] },
    });
    return { meetingId, entries: recorded.length, lots: lots.map((l) => ({ ...l })) };
  }

  return {
    async get(call, { meetingId }) {
      const { meeting, group } = await meetingOf(call, meetingId);
      const [members, loans, entries, products, decisions, cash, marks] = await Promise.all([
        fundRepository.members(c.query, group.id), loanRepository.ofGroup(c.query, group.id, 'running'), entryRepository.ofMeeting(c.query, meetingId),
        production.products(prisma, group.regencyCode), meetings.decisions(prisma, group.id), books.balances(prisma, group.id, [groupAccounts.cash(group.id)]),
        meetingReads.attendance(c.query, meetingId),
      ]);
      const rate = decisionInForce('iksRate', decisions, meeting.on as IsoDate)?.content ?? null;
      const asked = rate && rate.kind === 'amount' ? rate.amount : ZERO;
      const occasion = rate && occasionOf(rate, meeting);
      const already = new Set(occasion ? (await entryRepository.dueAt(c.query, group.id, occasion)).map((d) => d.memberId) : []);
      const sumOf = (memberId: string, kind: ReturnType<typeof moneyOf>) => entries.filter((e) => e.memberId === memberId && moneyOf(e) === kind).reduce((n, e) => n + broughtBy(e), 0n);
      return {
        meeting: { id: meeting.id, groupId: group.id, groupName: group.name, on: meeting.on, state: meeting.state, open: meeting.state === 'open' },
        rate: rate && { ...rate },
        products: products.filter((p) => p.active).map((p) => ({ id: p.id, name: p.name, grades: [...p.grades], baseUnit: p.baseUnit, units: p.units.map((u) => ({ ...u })) })),
        rows: members.filter((m) => m.active).map((m) => {
          const behind = m.agreed - m.paid;
          const due = (behind > 0n ? behind : 0n) + (already.has(m.memberId) ? 0n : asked);
          return {
            memberId: m.memberId, name: m.name, role: m.role, attendance: marks.find((a) => a.memberId === m.memberId)?.state ?? null, iksDue: due, iks: m.iks, voluntary: m.voluntary,
            loans: loans.filter((l) => l.memberId === m.memberId).map((l) => loanOnSheet(l, meeting.on)),
            posted: { iks: sumOf(m.memberId, 'iks'), voluntary: sumOf(m.memberId, 'voluntary'), instalment: sumOf(m.memberId, 'instalment') },
          };
        }),
        entries: entries.filter((e) => e.reverses === null).map((e) => ({
          id: e.id, memberId: e.memberId, memberName: e.memberName, kind: moneyOf(e), amount: broughtBy(e), loanId: e.loanId, at: e.at, actorName: e.actorName,
          reversed: e.takenBack && { reason: e.takenBack.reason, at: new Date(e.takenBack.at) },
        })),
        cash: cash.get(groupAccounts.cash(group.id)) ?? 0n,
        writable: meeting.state === 'open' && c.may(call, group, 'savings.record'),
      };
    },

    async post(call, { key, meetingId, rows }) {
      const { group: seen } = await meetingOf(call, meetingId);
      const rules = await c.rulesFor(seen.regencyCode);
      return c.kit.work.once(key, 'savings.sheet.post', call.actor, async (unit) => {
        const hand = c.hand(unit, call.actor);
        const group = await c.lockMine(call, hand, seen.id);
        return write(hand, group, meetingId, rows, rules);
      });
    },

    readAloud: createReadAloud(c, meetingOf),
  };
}
