import { randomUUID } from 'node:crypto';
import { fail as common } from '@anyam/contract-kit';
import { GROUP_EVENTS, groupAccounts } from '@anyam/domain/books';
import { rupiah, type Bilingual, type IsoDate } from '@anyam/domain/kernel';
import { decisionInForce } from '@anyam/domain/meeting';
import {
  fundFindings, lendable, memberLimit, planIksUse, reserveOf, savingsError, savingsFindingText, savingsFindingTitle, savingsProblemText, withdrawSavings,
} from '@anyam/domain/savings';
import type { FundCases } from '../contract/index.ts';
import { entryRepository, type EntryRecord } from '../persistence/entry.repository.ts';
import { fundRepository } from '../persistence/fund.repository.ts';
import { loanRepository } from '../persistence/loan.repository.ts';
import type { Hand, SavingsContext } from './context.ts';
import { decidedBy, loanRulesOn, purposeLabel, requireUnused, viewOf } from './decisions.ts';
import { fail, throwProblem } from './errors.ts';
import { fundOf } from './loan-matter.ts';
import { eventKey, iksInMoney, keep, record, savingsIn, savingsOut } from './record.ts';
import { createIksUse, createIksUseBack, fundByBooks } from './iks-use.ts';
import { unpay } from './unpay.ts';

const SOURCE_LABEL: Readonly<Record<string, Bilingual>> = {
  'iks.money': GROUP_EVENTS.iksPaid.label, 'iks.share': { id: 'IKS dari hasil penjualan', en: 'IKS out of proceeds' }, 'iks.use': { id: 'IKS dipakai sesuai keputusan', en: 'IKS used by decision' },
  'voluntary.money': GROUP_EVENTS.savingsDeposited.label, 'voluntary.withdrawal': GROUP_EVENTS.savingsWithdrawn.label, 'loan.payOut': GROUP_EVENTS.loanPaidOut.label,
  'loan.money': GROUP_EVENTS.instalmentPaid.label, 'loan.share': { id: 'Angsuran dari hasil penjualan', en: 'Instalment out of proceeds' }, 'loan.writeOff': GROUP_EVENTS.loanWrittenOff.label,
};
const isReversible = (e: EntryRecord): boolean => ['money', 'withdrawal'].includes(e.source) && e.reverses === null && e.takenBack === null;

export function createFund(c: SavingsContext): FundCases {
  const { books } = c.needs;
  const prisma = c.kit.db.prisma;
  const done = (id: string) => ({ id });

  async function lockMember(call: Parameters<FundCases['receive']>[0], hand: Hand, groupId: string, memberId: string, activeOnly: boolean) {
    const group = await c.lockMine(call, hand, groupId);
    const member = (await fundRepository.members(hand.query, groupId)).find((m) => m.memberId === memberId);
    if (!member || (activeOnly && !member.active)) throw savingsError('NOT_A_MEMBER');
    return { group, member };
  }

  return {
    async get(call, { groupId }) {
      const group = await c.mine(call, groupId);
      const today = c.kit.clock.today();
      const rules = await c.rulesFor(group.regencyCode);
      const [members, balance, loans, uses, decided, money, iks, place] = await Promise.all([
        fundRepository.members(c.query, groupId), fundRepository.group(c.query, groupId), loanRepository.ofGroup(c.query, groupId, 'running'), fundRepository.uses(c.query, { groupId }),
        decidedBy(c, prisma, c.query, groupId), books.balances(prisma, groupId, [groupAccounts.cash(groupId), groupAccounts.bank(groupId)]), fundByBooks(c, prisma, groupId),
        fundRepository.place(c.query, group.villageCode),
      ]);
      const rate = decisionInForce('iksRate', decided.all, today);
      const fund = fundOf(balance);
      const owed = (m: { agreed: bigint; paid: bigint }) => rupiah(m.agreed > m.paid ? m.agreed - m.paid : 0n);
      const nameOf = (id: string | null) => members.find((m) => m.memberId === id)?.name ?? null;
      const findings = fundFindings(
        {
          total: fund.total, loans: loans.map((l) => ({ loanId: l.id, memberId: l.memberId, schedule: l.schedule })),
          standings: members.filter((m) => m.active).map((m) => ({ memberId: m.memberId, agreed: rupiah(m.agreed), paid: rupiah(m.paid), owed: owed(m) })),
          officerIds: members.filter((m) => m.active && m.role !== 'member').map((m) => m.memberId),
        }, today, rules);
      const toUse = decided.all.filter((d) => d.kind === 'iksUse').filter((d) => requireUnused(decided, 'iksUse', today, (x) => x.id === d.id).ok && !decided.used.has(d.id));
      return {
        group: { id: group.id, name: group.name, villageName: place[0]?.name ?? group.villageCode, state: group.state },
        rate: rate && { ...rate.content }, rateDecision: rate && viewOf(rate),
        total: fund.total, lent: fund.lent, available: fund.total - fund.lent, reserve: reserveOf(fund, rules), lendable: lendable(fund, rules), limit: memberLimit(fund, rules, loanRulesOn(decided, today).limit),
        agreed: balance.agreed, paid: balance.paid, voluntary: balance.voluntary,
        cash: money.get(groupAccounts.cash(groupId)) ?? 0n, bank: money.get(groupAccounts.bank(groupId)) ?? 0n,
        members: members.map((m) => ({ ...m, owed: owed(m) })),
        uses: uses.map(({ decisionId, meetingId: _, ...u }) => {
          const decision = decided.all.find((d) => d.id === decisionId);
          return { ...u, purposeLabel: { ...purposeLabel(u.purpose) }, decision: decision ? viewOf(decision) : null };
        }),
        toUse: toUse.map((d) => {
          const plan = planIksUse(d.content, { balances: iks, lent: fund.lent, rules });
          const { purpose, amount, what, memberId } = d.content;
          return {
            ...viewOf(d), purpose, purposeLabel: { ...purposeLabel(purpose) }, amount, what, memberName: nameOf(memberId),
            problems: plan.ok ? [] : plan.error.map((p) => ({ id: savingsProblemText(p, 'id'), en: savingsProblemText(p, 'en') })),
          };
        }),
        findings: findings.map((f) => ({
          code: f.code, title: { id: savingsFindingTitle(f.code, 'id'), en: savingsFindingTitle(f.code, 'en') }, text: { id: savingsFindingText(f, 'id'), en: savingsFindingText(f, 'en') }, where: f.where ?? null,
        })),
        writable: c.may(call, group, 'savings.record') && group.state !== 'dissolved',
      };
    },

    async entries(call, { groupId, memberId, kind, loanId, page, pageSize }) {
      await c.mine(call, groupId);
      const found = await entryRepository.page(c.query, groupId, { ...(memberId ? { memberId } : {}), ...(kind ? { kind } : {}), ...(loanId ? { loanId } : {}) }, pageSize, (page - 1) * pageSize);
      return {
        total: found.total,
        rows: found.rows.map((e) => {
          const words = SOURCE_LABEL[`${e.kind}.${e.source}`] ?? { id: e.source, en: e.source };
          return {
            id: e.id, on: e.on, memberId: e.memberId, memberName: e.memberName, kind: e.kind, source: e.source, label: e.reverses ? { id: `Pembatalan: ${words.id}`, en: `Reversal: ${words.en}` } : { ...words },
            amount: e.amount, service: e.service, meetingId: e.meetingId, loanId: e.loanId, actorName: e.actorName, at: e.at, note: e.note, isReversal: e.reverses !== null, reversed: e.takenBack !== null,
            reason: e.reason ?? e.takenBack?.reason ?? null, reversible: isReversible(e),
          };
        }),
      };
    },

    async receive(call, { key, groupId, memberId, kind, amount, on, into, note }) {
      await c.mine(call, groupId);
      c.notAhead(on);
      return c.kit.work.once(key, 'savings.fund.receive', call.actor, async (unit) => {
        const hand = c.hand(unit, call.actor);
        const { group } = await lockMember(call, hand, groupId, memberId, true);
        const id = randomUUID();
        const given = { id, groupId, memberId, on: on as IsoDate, purse: into, note };
        await record(c, hand, group, on, [kind === 'iks' ? iksInMoney(given, rupiah(amount)) : savingsIn(given, rupiah(amount))]);
        unit.audit({ action: `savings.${kind}`, entity: 'savingsEntry', entityId: id, groupId, regionCode: group.villageCode, changes: { amount: [null, amount] }, reason: note });
        return done(id);
      });
    },

    async withdraw(call, { key, groupId, memberId, amount, on, outOf, note }) {
      await c.mine(call, groupId);
      c.notAhead(on);
      return c.kit.work.once(key, 'savings.fund.withdraw', call.actor, async (unit) => {
        const hand = c.hand(unit, call.actor);
        // Who left the group still takes her savings out.
        const { group, member } = await lockMember(call, hand, groupId, memberId, false);
        const left = withdrawSavings(rupiah(member.voluntary), rupiah(amount));
        throwProblem([left.ok ? null : left.error]);
        const id = randomUUID();
        await record(c, hand, group, on, [savingsOut({ id, groupId, memberId, on: on as IsoDate, purse: outOf, note }, rupiah(amount))]);
        unit.audit({ action: 'savings.withdraw', entity: 'savingsEntry', entityId: id, groupId, regionCode: group.villageCode, changes: { amount: [null, amount] }, reason: note });
        return done(id);
      });
    },

    async reverse(call, { key, entryId, on, reason }) {
      const seen = await entryRepository.find(c.query, entryId);
      if (!seen) throw common('NOT_FOUND');
      const rules = await c.rulesFor((await c.mine(call, seen.groupId)).regencyCode);
      c.notAhead(on);
      return c.kit.work.once(key, 'savings.fund.reverse', call.actor, async (unit) => {
        const hand = c.hand(unit, call.actor);
        const group = await c.lockMine(call, hand, seen.groupId);
        const entry = (await entryRepository.find(hand.query, entryId)) as EntryRecord;
        if (entry.takenBack) throw fail('ALREADY_REVERSED');
        if (!isReversible(entry)) throw fail('NOT_REVERSIBLE');
        if (entry.kind === 'loan') await unpay(hand, entry, rules);
        const id = randomUUID();
        const { memberId, kind, source, purse, loanId, meetingId } = entry;
        await keep(hand, group, on, [{ id, memberId, kind, source, purse, loanId, meetingId, amount: -entry.amount, service: -entry.service, reverses: entry.id, reason }]);
        await books.reverse(unit, call.actor, group.id, eventKey(entry.id), { reason, on });
        unit.audit({ action: 'savings.reverse', entity: 'savingsEntry', entityId: entry.id, groupId: group.id, regionCode: group.villageCode, changes: { amount: [entry.amount, 0n] }, reason });
        return done(id);
      });
    },

    use: createIksUse(c),
    reverseUse: createIksUseBack(c),
  };
}
