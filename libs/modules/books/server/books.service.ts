import { inTx, type Kit, type Tx } from '@anyam/server-kit';
import type { BooksPort } from '../contract/index.ts';
import { bookRepository } from '../persistence/book.repository.ts';
import { aidInBooks } from './aid.ts';
import { booksContext, type Ports } from './context.ts';
import { createCounts } from './counts.ts';
import { createDistrict } from './district.ts';
import { createEntries } from './entries.ts';
import { createManual } from './manual.ts';
import { createMonths } from './months.ts';
import { createOpening } from './opening.ts';
import { createOverview } from './overview.ts';
import { postEvents, reverseEvent } from './post.ts';
import { createReports } from './reports.ts';

export function createBooks(kit: Kit, ports: Ports): BooksPort {
  const c = booksContext(kit, ports);
  return {
    ...createOverview(c),
    ...createReports(c),
    ...createEntries(c),
    ...createManual(c),
    ...createOpening(c),
    ...createCounts(c),
    ...createMonths(c),
    ...createDistrict(c),
    post: (unit, who, groupId, event, transfers) => postEvents(unit, who, groupId, [{ event, transfers }]),
    postMany: postEvents,
    ...aidInBooks,
    async balances(tx, _groupId, accounts) {
      const stored = new Map((await bookRepository.balances(inTx(tx as Tx), accounts)).map((r) => [r.id, r.balance]));
      return new Map(accounts.map((id) => [id, stored.get(id) ?? 0n]));
    },
    accounts: (tx, groupId, kinds) => bookRepository.accounts(inTx(tx as Tx), groupId, kinds),
    reverse: reverseEvent,
    closedThrough: async (tx, groupId) => (await bookRepository.head(inTx(tx as Tx), groupId))?.closedThrough ?? null,
    guardClose: (openSheets) => void c.guards.push(openSheets),
  };
}
