import {
  booksToDo,
  cashFlow,
  GROUP_CHART,
  inOwnSense,
  monthOf,
  monthPeriod,
  nextMonth,
  profitAndLoss,
  sideOf,
  type GroupAccountKind,
} from '@anyam/domain/books';
import { addDays, type IsoDate } from '@anyam/domain/kernel';
import { accountParts } from '@anyam/domain/ledger';
import type { BooksPort } from '../contract/index.ts';
import { bookRepository, type Head } from '../persistence/book.repository.ts';
import { reportRepository } from '../persistence/report.repository.ts';
import type { BooksContext } from './context.ts';
import { say } from './say.ts';

/** First day of the twelve months that end with the month of a day. */
export const yearUntil = (today: IsoDate): IsoDate => monthPeriod(nextMonth(`${Number(today.slice(0, 4)) - 1}-${today.slice(5, 7)}`)).from;
/** The month that is to be closed next, as the domain's `monthDue` says it of all transfers. */
export const dueOf = (head: Pick<Head, 'firstOn' | 'closedThrough'> | null): string | null => {
  if (head?.closedThrough) return nextMonth(monthOf(head.closedThrough as IsoDate));
  return head?.firstOn ? monthOf(head.firstOn as IsoDate) : null;
};

export function createOverview(c: BooksContext): Pick<BooksPort, 'overview'> {
  const { query, kit } = c;
  return {
    async overview(call, { groupId }) {
      const group = await c.mine(call, groupId);
      const today = kit.clock.today();
      const month = monthOf(today);
      const period = monthPeriod(month);
      const [head, stored, damaged, thisMonth, carried, turnover, aid, begun, rules] = await Promise.all([
        bookRepository.head(query, groupId),
        reportRepository.stored(query, groupId),
        reportRepository.damaged(query, groupId),
        reportRepository.condensed(query, groupId, period),
        reportRepository.balancesOn(query, groupId, addDays(period.from, -1)),
        reportRepository.turnover(query, groupId, yearUntil(today)),
        reportRepository.aid(query, groupId),
        bookRepository.begun(query, groupId),
        c.rulesFor(group.regencyCode),
      ]);
      const sums = new Map<GroupAccountKind, { amount: bigint; owners: number }>();
      let difference = 0n;
      for (const [account, balance] of stored) {
        const kind = accountParts(account).kind as GroupAccountKind;
        const sum = sums.get(kind) ?? { amount: 0n, owners: 0 };
        sums.set(kind, { amount: sum.amount + inOwnSense(kind, balance), owners: sum.owners + (balance === 0n ? 0 : 1) });
        difference += balance;
      }
      const of = (kind: GroupAccountKind) => sums.get(kind) ?? { amount: 0n, owners: 0 };
      const due = dueOf(head);
      const toDo = booksToDo(
        {
          today,
          due,
          damaged,
          aid: { received: group.received, booked: of('aidCapital').amount - aid.opening, money: aid.money, bySystem: aid.bySystem },
          dueToMembers: { count: of('memberPayable').owners, amount: of('memberPayable').amount },
          owedToParties: { count: of('payable').owners, amount: of('payable').amount },
        },
        rules,
      );
      const { sales, shared, result } = profitAndLoss(thisMonth, period);
      const flow = cashFlow(thisMonth, period, carried).sections.flatMap((s) => s.rows.map((r) => r.amount));
      const signed = (sign: 1 | -1) => flow.filter((x) => (sign === 1 ? x > 0n : x < 0n)).reduce((a, b) => a + b, 0n) * BigInt(sign);
      return {
        groupId,
        name: group.name,
        cash: head?.cash ?? 0n,
        bank: head?.bank ?? 0n,
        closedThrough: head?.closedThrough ?? null,
        due,
        firstOn: head?.firstOn ?? null,
        lastOn: head?.lastOn ?? null,
        balances: (Object.keys(GROUP_CHART) as GroupAccountKind[])
          .filter((kind) => of(kind).amount !== 0n)
          .map((kind) => ({ kind, side: sideOf(kind), label: GROUP_CHART[kind].label, amount: of(kind).amount })),
        month: { month, moneyIn: signed(1), moneyOut: signed(-1), sales, shared, result },
        toDo: toDo.map((t) => ({ code: t.code, text: say(t.text, t.params) })),
        difference,
        turnover,
        may: { write: c.may(call, group, 'books.write'), close: c.may(call, group, 'books.close'), opening: begun.others === 0 && c.may(call, group, 'books.opening') },
        today,
      };
    },
  };
}
