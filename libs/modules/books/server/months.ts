import {
  cashBook,
  closeMonth,
  closeProblems,
  countedAmount,
  DENOMINATIONS,
  monthOf,
  monthPeriod,
  type CashCount,
  type MonthToClose,
} from '@anyam/domain/books';
import { isoDate, type Blocker, type IsoDate } from '@anyam/domain/kernel';
import type { Transaction } from '@anyam/member/contract';
import { inTx, type Query, type Tx } from '@anyam/server-kit';
import type { BooksPort } from '../contract/index.ts';
import { bookRepository, type Head } from '../persistence/book.repository.ts';
import { monthRepository } from '../persistence/month.repository.ts';
import { reportRepository } from '../persistence/report.repository.ts';
import { notLater, type BooksContext } from './context.ts';
import { say } from './say.ts';
import { fail } from './errors.ts';
import { dueOf } from './overview.ts';
import { postEvents, queryOf } from './post.ts';

/** Months: what stands against closing one, the count, the lock (rule 34). */
export function createMonths(c: BooksContext): Pick<BooksPort, 'months' | 'closing' | 'closeMonth'> {
  const { kit } = c;

  /** Everything that closing looks at: all of the group's entries, because all of them must still sum to the stored balances. */
  async function matter(
    query: Query,
    tx: Transaction,
    groupId: string,
    head: Head | null,
    month: string,
    to: string,
    count?: CashCount,
  ): Promise<MonthToClose> {
    const [transfers, stored] = [await reportRepository.all(query, groupId), await reportRepository.stored(query, groupId)];
    let openMeetings = 0;
    for (const openSheets of c.guards) openMeetings += await openSheets(tx, groupId, to);
    return {
      groupId,
      month,
      today: kit.clock.today(),
      transfers,
      stored,
      openMeetings,
      ...(head?.closedThrough ? { closedThrough: isoDate(head.closedThrough) } : {}),
      ...(count ? { count } : {}),
    };
  }
  const words = (b: Blocker) => ({ code: b.code, text: say(b.text, b.params ?? {}), clearedBy: b.clearedBy });

  return {
    async months(call, { groupId }) {
      await c.mine(call, groupId);
      return (await monthRepository.list(c.query, groupId)).map(({ pieces, ...m }) => ({
        ...m,
        month: monthOf(m.closedThrough as IsoDate),
        difference: m.counted - m.inBook,
        pieces: DENOMINATIONS.flatMap((value) => (pieces[value] ? [{ value, pieces: pieces[value] }] : [])),
      }));
    },

    async closing(call, { groupId, countedOn }) {
      await c.mine(call, groupId);
      const head = await bookRepository.head(c.query, groupId);
      const today = kit.clock.today();
      const month = dueOf(head);
      const day = isoDate(countedOn ?? today);
      if (month === null) return { month, to: null, countedOn: day, inBook: 0n, lastCashOn: null, blockers: [] };
      const to = monthPeriod(month).to;
      const tx = kit.db.prisma as unknown as Transaction;
      const m = await matter(c.query, tx, groupId, head, month, to);
      const book = cashBook(m.transfers, { from: day, to: day });
      return {
        month,
        to,
        countedOn: day,
        inBook: book.closing,
        lastCashOn: cashBook(m.transfers, monthPeriod(month)).lines.at(-1)?.transfer.on ?? null,
        blockers: closeProblems(m)
          .filter((b) => b.code !== 'CASH_NOT_COUNTED')
          .map(words),
      };
    },

    closeMonth: (call, i) =>
      kit.work.once(i.key, 'books.closeMonth', call.actor, async (unit) => {
        const group = await c.mine(call, i.groupId, unit.tx);
        const query = queryOf(unit);
        const head = await bookRepository.lockHead(query, group.id);
        const to = monthPeriod(i.month).to;
        const countedOn = notLater(i.count.countedOn, kit.clock.today());
        const count: CashCount = { id: i.key, countedOn, pieces: i.count.pieces as CashCount['pieces'], ...(i.count.reason ? { reason: i.count.reason } : {}) };
        const m = await matter(inTx(unit.tx as Tx), unit.tx, group.id, head, i.month, to, count);
        const closed = closeMonth(m);
        if (!closed.ok) {
          const against = closed.error.map((b) => say(b.text, b.params ?? {}));
          throw fail('CLOSE_BLOCKED', { problems: against.map((b) => b.id).join(' '), problemsEn: against.map((b) => b.en).join(' ') });
        }
        const counted = countedAmount(count.pieces);
        const inBook = cashBook(m.transfers, { from: countedOn, to: countedOn }).closing;
        const { closedThrough, transfers } = closed.value;
        const eventKey = `cashDifference:${i.key}`;
        await postEvents(unit, call.actor, group.id, [
          {
            event: {
              key: eventKey,
              kind: 'cashDifference',
              text: { id: `Selisih hitung kas ${i.month}: ${count.reason ?? ''}`, en: `Cash count difference ${i.month}: ${count.reason ?? ''}` },
            },
            transfers,
          },
        ]);
        await monthRepository.insert(query, {
          groupId: group.id,
          regencyCode: group.regencyCode,
          closedThrough,
          countedOn,
          pieces: i.count.pieces as Record<string, number>,
          counted,
          inBook,
          reason: count.reason ?? null,
          closedBy: call.actor.userId,
          closedByName: call.actor.name,
          at: unit.now,
        });
        unit.audit({
          action: 'books.closeMonth',
          entity: 'bookMonth',
          entityId: `${group.id}/${i.month}`,
          groupId: group.id,
          regionCode: group.villageCode,
          reason: count.reason ?? null,
          changes: { closedThrough: [head?.closedThrough ?? null, closedThrough], counted: [inBook, counted] },
        });
        return { closedThrough, counted: String(counted), difference: String(counted - inBook) };
      }),
  };
}
