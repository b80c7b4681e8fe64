import { randomUUID } from 'node:crypto';
import { cashDifference, countedAmount, DENOMINATIONS, groupAccounts as at, looseCountProblems, type CashCount } from '@anyam/domain/books';
import { isoDate, type Rupiah } from '@anyam/domain/kernel';
import type { Query } from '@anyam/server-kit';
import type { BooksPort } from '../contract/index.ts';
import { bookRepository } from '../persistence/book.repository.ts';
import { countRepository } from '../persistence/count.repository.ts';
import { reportRepository } from '../persistence/report.repository.ts';
import type { BooksContext } from './context.ts';
import { fail } from './errors.ts';
import { postEvents, queryOf } from './post.ts';
import { say } from './say.ts';

/** The cash box counted at any time: what was in it, what the books said that day, and the entry of the difference. */
export function createCounts(c: BooksContext): Pick<BooksPort, 'counts' | 'cashOn' | 'countCash'> {
  const { kit } = c;
  const cashOn = async (query: Query, groupId: string, on: string): Promise<Rupiah> =>
    ((await reportRepository.balancesOn(query, groupId, on)).get(at.cash(groupId)) ?? 0n) as Rupiah;

  return {
    async counts(call, { groupId }) {
      await c.mine(call, groupId);
      return (await countRepository.list(c.query, groupId)).map(({ pieces, ...row }) => ({
        ...row,
        difference: row.counted - row.inBook,
        pieces: DENOMINATIONS.flatMap((value) => (pieces[value] ? [{ value, pieces: pieces[value] }] : [])),
      }));
    },

    async cashOn(call, { groupId, on }) {
      await c.mine(call, groupId);
      return { on, inBook: await cashOn(c.query, groupId, on) };
    },

    countCash: (call, i) =>
      kit.work.once(i.key, 'books.countCash', call.actor, async (unit) => {
        const group = await c.mine(call, i.groupId, unit.tx);
        const query = queryOf(unit);
        const head = await bookRepository.lockHead(query, group.id);
        const count: CashCount = {
          id: i.key,
          countedOn: isoDate(i.count.countedOn),
          pieces: i.count.pieces as CashCount['pieces'],
          ...(i.count.reason ? { reason: i.count.reason } : {}),
        };
        const inBook = await cashOn(query, group.id, count.countedOn);
        const against = looseCountProblems({
          today: kit.clock.today(),
          ...(head?.closedThrough ? { closedThrough: isoDate(head.closedThrough) } : {}),
          count,
          inBook,
        });
        const [first] = against.map((b) => say(b.text, b.params ?? {}));
        if (first) throw fail('COUNT_REFUSED', { problem: first.id, problemEn: first.en });
        const counted = countedAmount(count.pieces);
        const reason = count.reason ?? '';
        const transfers = cashDifference({ groupId: group.id, on: count.countedOn, countId: i.key, counted, inBook, reason });
        const eventKey = transfers.length > 0 ? `cashDifference:${i.key}` : null;
        if (eventKey !== null) {
          const text = say({ id: `Selisih hitung kas {day}: ${reason}`, en: `Cash count difference {day}: ${reason}` }, { day: count.countedOn });
          await postEvents(unit, call.actor, group.id, [{ event: { key: eventKey, kind: 'cashDifference', text, manual: true }, transfers }]);
        }
        const id = randomUUID();
        await countRepository.insert(query, {
          id,
          groupId: group.id,
          regencyCode: group.regencyCode,
          countedOn: count.countedOn,
          pieces: i.count.pieces as Record<string, number>,
          counted,
          inBook,
          reason: count.reason ?? null,
          eventKey,
          countedBy: call.actor.userId,
          countedByName: call.actor.name,
          at: unit.now,
        });
        unit.audit({
          action: 'books.countCash',
          entity: 'bookCount',
          entityId: id,
          groupId: group.id,
          regionCode: group.villageCode,
          reason: count.reason ?? null,
          changes: { on: [null, count.countedOn], counted: [inBook, counted] },
        });
        return { counted: String(counted), difference: String(counted - inBook) };
      }),
  };
}
