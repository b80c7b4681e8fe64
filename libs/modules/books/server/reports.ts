import {
  accountLabel,
  balanceSheet,
  bankBook,
  cashBook,
  cashFlow,
  changeBy,
  bookOf,
  groupAccounts as at,
  INDICATORS,
  margin,
  membersWithIncome,
  memberStatement,
  profitAndLoss,
  trialBalance,
  type BalanceSection,
  type Book,
  type Carried,
  type GroupAccountKind,
} from '@anyam/domain/books';
import { addDays, isoDate } from '@anyam/domain/kernel';
import { accountParts } from '@anyam/domain/ledger';
import type { BooksPort } from '../contract/index.ts';
import { reportRepository, type LineRow } from '../persistence/report.repository.ts';
import { ANY_LENGTH, periodOf, type BooksContext } from './context.ts';
import { fail } from './errors.ts';

type Reports = Pick<
  BooksPort,
  'moneyBook' | 'profitAndLoss' | 'balanceSheet' | 'cashFlow' | 'trialBalance' | 'members' | 'memberStatement' | 'held' | 'indicators'
>;

/** A book for the wire: the domain's lines with the words and paper of their entries. */
function bookView(book: Book, rows: readonly LineRow[]) {
  const byId = new Map(rows.map((r) => [r.transfer.id, r]));
  const lines = book.lines.map(({ transfer: t, label, change, balance }) => ({
    id: t.id,
    eventKey: byId.get(t.id)?.eventKey ?? '',
    on: t.on,
    label,
    text: byId.get(t.id)?.text ?? label,
    document: t.document ?? null,
    reason: t.reason ?? null,
    change,
    balance,
  }));
  return { opening: book.opening, lines, increase: book.increase, decrease: book.decrease, closing: book.closing };
}
const keyed = ({ side, label, rows, total }: BalanceSection) => ({
  key: side,
  label,
  total,
  rows: rows.map((r) => ({ key: r.kind, label: r.label, amount: r.amount })),
});
const amounts = (rows: readonly { key: string; label: { id: string; en: string }; amount: bigint }[]) =>
  rows.filter((r) => r.amount !== 0n).map(({ key, label, amount }) => ({ key, label, amount }));

/** The simple books that come out of the double-entry ones (rule 39). Sums are the database's, rules the domain's. */
export function createReports(c: BooksContext): Reports {
  const { query } = c;
  /** Balances at the end of the day before. */
  const carriedInto = (groupId: string, from: string): Promise<Carried> => reportRepository.balancesOn(query, groupId, addDays(isoDate(from), -1));

  return {
    async moneyBook(call, { groupId, purse, ...days }) {
      await c.mine(call, groupId);
      const period = periodOf(days);
      const [rows, carried] = await Promise.all([reportRepository.touching(query, groupId, [at[purse](groupId)], period), carriedInto(groupId, period.from)]);
      const transfers = rows.map((r) => r.transfer);
      return bookView(purse === 'cash' ? cashBook(transfers, period, carried) : bankBook(transfers, period, carried), rows);
    },
    async profitAndLoss(call, { groupId, ...days }) {
      await c.mine(call, groupId);
      const period = periodOf(days, ANY_LENGTH);
      const { income, expenses, result, sales, shared } = profitAndLoss(await reportRepository.condensed(query, groupId, period), period);
      return { income: amounts(income), expenses: amounts(expenses), result, sales, shared };
    },
    async balanceSheet(call, { groupId, on }) {
      await c.mine(call, groupId);
      const sheet = balanceSheet([], undefined, await reportRepository.balancesOn(query, groupId, on));
      return { ...sheet, assets: keyed(sheet.assets), claims: sheet.claims.map(keyed) };
    },
    async cashFlow(call, { groupId, ...days }) {
      await c.mine(call, groupId);
      const period = periodOf(days, ANY_LENGTH);
      const [transfers, carried] = await Promise.all([reportRepository.condensed(query, groupId, period), carriedInto(groupId, period.from)]);
      const flow = cashFlow(transfers, period, carried);
      return { ...flow, sections: flow.sections.map(({ activity, label, rows, total }) => ({ key: activity, label, rows: amounts(rows), total })) };
    },
    async trialBalance(call, { groupId, on }) {
      await c.mine(call, groupId);
      const [carried, members] = await Promise.all([reportRepository.balancesOn(query, groupId, on), reportRepository.members(query, groupId)]);
      const names = new Map(members.map((m) => [m.memberId, m.name]));
      const { rows, ...sums } = trialBalance([], undefined, carried);
      return { ...sums, rows: rows.map((r) => ({ ...r, owner: names.get(accountParts(r.account).owner) ?? null })) };
    },
    async members(call, { groupId }) {
      await c.mine(call, groupId);
      const kinds = ['memberPayable', 'iks', 'savings', 'memberMaterial', 'loan'] as const satisfies readonly GroupAccountKind[];
      const [people, stored, loans] = await Promise.all([
        reportRepository.members(query, groupId),
        reportRepository.stored(query, groupId),
        reportRepository.loans(query, groupId),
      ]);
      const holder = new Map(loans.map((l) => [l.loanId, l.memberId]));
      const sums = new Map<string, bigint>();
      for (const [account, balance] of stored) {
        const { kind, owner } = accountParts(account);
        if (!(kinds as readonly string[]).includes(kind)) continue;
        const key = `${kind}/${kind === 'loan' ? (holder.get(owner) ?? '') : owner}`;
        sums.set(key, (sums.get(key) ?? 0n) + balance);
      }
      const of = (kind: (typeof kinds)[number], id: string) => sums.get(`${kind}/${id}`) ?? 0n;
      return people
        .map((m) => ({
          ...m,
          due: -of('memberPayable', m.memberId),
          iks: -of('iks', m.memberId),
          savings: -of('savings', m.memberId),
          material: of('memberMaterial', m.memberId),
          loans: of('loan', m.memberId),
        }))
        .filter((m) => !m.left || [m.due, m.iks, m.savings, m.material, m.loans].some((x) => x !== 0n));
    },
    async memberStatement(call, { groupId, memberId, ...days }) {
      const group = await c.mine(call, groupId);
      const period = periodOf(days);
      const [members, loans] = await Promise.all([reportRepository.members(query, groupId), reportRepository.loans(query, groupId)]);
      const member = members.find((m) => m.memberId === memberId);
      if (!member) throw fail('MEMBER_UNKNOWN');
      const loanIds = loans.filter((l) => l.memberId === memberId).map((l) => l.loanId);
      const accounts = [at.memberPayable, at.iks, at.savings, at.memberMaterial]
        .map((account) => account(groupId, memberId))
        .concat(loanIds.map((id) => at.loan(groupId, id)));
      const [rows, carried] = await Promise.all([reportRepository.touching(query, groupId, accounts, period), carriedInto(groupId, period.from)]);
      const { books, ...sums } = memberStatement(
        rows.map((r) => r.transfer),
        { memberId, loanIds },
        period,
        carried,
      );
      const view = (book: Book) => bookView(book, rows);
      return {
        groupName: group.name,
        memberName: member.name,
        ...period,
        ...sums,
        books: { due: view(books.due), iks: view(books.iks), savings: view(books.savings), material: view(books.material), loans: view(books.loans) },
      };
    },
    async held(call, { groupId, kinds }) {
      await c.mine(call, groupId);
      const rows = await reportRepository.held(query, groupId, kinds);
      return rows.map(({ account, kind, owner, balance, textId, textEn }) => {
        const label = accountLabel({ kind, owner });
        return {
          account,
          kind: kind as GroupAccountKind,
          owner,
          balance: balance < 0n ? -balance : balance,
          text: { id: textId || label.id, en: textEn || label.en },
        };
      });
    },
    async indicators(call, { groupId, ...days }) {
      await c.mine(call, groupId);
      const period = periodOf(days, ANY_LENGTH);
      const transfers = await reportRepository.condensed(query, groupId, period);
      const { sales, expenses } = profitAndLoss(transfers, period);
      const settled = -changeBy(bookOf(transfers, (a) => a.kind === 'memberMaterial', period).lines, 'materialSettled');
      const earned = margin({ turnover: sales, material: settled, costs: expenses.reduce((sum, e) => sum + e.amount, 0n) });
      const shares = new Map<string, bigint>();
      for (const t of transfers) {
        if (t.kind !== 'shareOut') continue;
        const [account, gross] = t.reverses === undefined ? [t.from, t.amount as bigint] : [t.to, -t.amount];
        const { owner } = accountParts(account);
        shares.set(owner, (shares.get(owner) ?? 0n) + gross);
      }
      const iks = changeBy(bookOf(transfers, (a) => a.kind === 'iks', period).lines, 'iksPaid');
      const shown = ['turnover', 'margin', 'membersWithIncome'] as const;
      return {
        turnover: sales,
        margin: earned.amount,
        marginPercent: earned.percent,
        membersWithIncome: membersWithIncome([...shares].map(([memberId, gross]) => ({ memberId, gross }))),
        iksPaid: iks,
        definitions: shown.map((key) => ({ key, help: INDICATORS[key] })),
      };
    },
  };
}
