import { formatRupiah, type Rupiah } from '@anyam/domain/kernel';
import { openingBalance } from '@anyam/domain/books';
import type { BooksPort } from '../contract/index.ts';
import { bookRepository } from '../persistence/book.repository.ts';
import { reportRepository } from '../persistence/report.repository.ts';
import { notLater, type BooksContext } from './context.ts';
import { fail } from './errors.ts';
import { postEvents, queryOf } from './post.ts';
import { say } from './say.ts';

/**
 * What a group had before its books began, by its official record. It is the first entry: only aid that the office paid may
 * stand there already. It is taken back like any typed entry, as long as nothing that it brought was used.
 */
export function createOpening(c: BooksContext): Pick<BooksPort, 'recordOpening'> {
  const { kit } = c;
  return {
    recordOpening: (call, i) =>
      kit.work.once(i.key, 'books.recordOpening', call.actor, async (unit) => {
        const group = await c.mine(call, i.groupId, unit.tx);
        const query = queryOf(unit);
        const on = notLater(i.on, kit.clock.today());
        const paperOn = notLater(i.paper.on, kit.clock.today());
        await bookRepository.lockHead(query, group.id);
        const { others, firstAid } = await bookRepository.begun(query, group.id);
        if (others > 0) throw fail('BOOKS_BEGUN', { count: others });
        if (firstAid !== null && on > firstAid) {
          const day = say({ id: '{day}', en: '{day}' }, { day: firstAid });
          throw fail('OPENING_LATE', { day: day.id, dayEn: day.en });
        }
        const names = new Set((await reportRepository.members(query, group.id)).map((m) => m.memberId));
        if (i.iks.some((l) => !names.has(l.memberId))) throw fail('MEMBER_UNKNOWN');
        if (new Set(i.iks.map((l) => l.memberId)).size < i.iks.length) throw fail('TWICE');
        const text = say({ id: 'Saldo awal menurut berita acara {paper} tanggal {day}', en: 'Opening balance by official record {paper} of {day}' }, { paper: i.paper.number, day: paperOn });
        const made = openingBalance({
          groupId: group.id,
          on,
          document: i.paper.number,
          openingId: i.key,
          cash: i.cash as Rupiah,
          bank: i.bank as Rupiah,
          aid: i.aid as Rupiah,
          items: i.items.map((item, n) => ({ itemId: `${i.key}-${n + 1}`, amount: item.amount as Rupiah })),
          iks: i.iks.map((l) => ({ memberId: l.memberId, amount: l.amount as Rupiah })),
        });
        if (!made.ok) throw fail('OPENING_SHORT', { amount: formatRupiah(made.error) });
        const transfers = made.value;
        if (transfers.length === 0) throw fail('OPENING_EMPTY');
        const eventKey = `openingBalance:${i.key}`;
        const items = i.items.map((item) => item.name).join(', ');
        const said = items === '' ? text : { id: `${text.id}; inventaris: ${items}`, en: `${text.en}; inventory: ${items}` };
        await postEvents(unit, call.actor, group.id, [{ event: { key: eventKey, kind: 'openingBalance', text: said, manual: true }, transfers }]);
        unit.audit({
          action: 'books.recordOpening',
          entity: 'bookEvent',
          entityId: eventKey,
          groupId: group.id,
          regionCode: group.villageCode,
          changes: { amount: [null, transfers.reduce((sum, t) => sum + t.amount, 0n)], on: [null, on], text: [null, said.id] },
        });
        return { eventKey };
      }),
  };
}
