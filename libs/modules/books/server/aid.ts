import { aidReceived } from '@anyam/domain/books';
import { addDays, DomainError, isoDate, type IsoDate, type Rupiah } from '@anyam/domain/kernel';
import type { Person, Unit } from '@anyam/member/contract';
import type { AidReceipt, BooksPort } from '../contract/index.ts';
import { bookRepository } from '../persistence/book.repository.ts';
import { queryOf, reverseEvent, rowsOf } from './post.ts';
import { say } from './say.ts';

const keyOf = (r: Pick<AidReceipt, 'trancheId' | 'attempt'>) => `aidReceived:${r.trancheId}-${r.attempt}`;
/** A day the books still take: a closed month is left as it was, what came in it stands at the beginning of the open one. */
const openDay = (on: IsoDate, closedThrough: string | null): IsoDate =>
  closedThrough !== null && on <= closedThrough ? addDays(isoDate(closedThrough), 1) : on;

/**
 * Aid of the office in the books of the groups, as aid capital on the bank account (rule 25). Nothing here may stand in the
 * way of a payment: the books are opened where a group has none, and a closed month moves the entry into the open one
 * (assumption), with the true day in its text.
 */
export const aidInBooks: Pick<BooksPort, 'receiveAid' | 'aidCameBack'> = {
  async receiveAid(unit: Unit, who: Person, receipts: readonly AidReceipt[]) {
    const real = receipts.filter((r) => r.amount > 0n);
    if (real.length === 0) return;
    const query = queryOf(unit);
    const ids = [...new Set(real.map((r) => r.groupId))];
    const heads = await bookRepository.lockHeads(query, ids);
    const known = new Set((await bookRepository.knownEvents(query, ids, real.map(keyOf))).map((e) => `${e.groupId} ${e.key}`));
    const rows = heads.map((head) =>
      rowsOf(
        real
          .filter((r) => r.groupId === head.groupId && !known.has(`${r.groupId} ${keyOf(r)}`))
          .map((r) => {
            const on = openDay(r.on, head.closedThrough);
            const late = on !== r.on;
            const text = {
              id: `Bantuan tahap {no} diterima di rekening${late ? ' pada {day}; bulannya sudah ditutup' : ''}`,
              en: `Aid, tranche {no}, received on the account${late ? ' on {day}; its month is closed' : ''}`,
            };
            return {
              event: { key: keyOf(r), kind: 'aidReceived', text: say(text, { no: r.no, day: r.on }) },
              transfers: aidReceived({
                groupId: r.groupId,
                on,
                amount: r.amount as Rupiah,
                statementLineId: `${r.trancheId}-${r.attempt}`,
                ...(r.document === null ? {} : { document: r.document }),
              }),
            };
          }),
        head,
      ),
    );
    // Only what the group has grows, and only its source: no balance can fall short, so the database's floors judge alone.
    const events = rows.flatMap((r) => r.events);
    if (events.length === 0) return;
    await bookRepository.insert(query, { actorId: who.userId, actorName: who.name, at: unit.now }, events, rows.flatMap((r) => r.transfers));
  },

  async aidCameBack(unit: Unit, who: Person, returns) {
    const query = queryOf(unit);
    const sorted = [...returns].sort((a, b) => (a.groupId < b.groupId ? -1 : 1));
    for (const r of sorted) {
      const head = await bookRepository.lockHead(query, r.groupId);
      const [event] = await bookRepository.events(query, r.groupId, [keyOf(r)]);
      if (!head || !event || event.reversedBy !== null) continue;
      try {
        await reverseEvent(unit, who, r.groupId, keyOf(r), { reason: r.reason, on: openDay(r.on, head.closedThrough) });
      } catch (error) {
        // Spent in the books already. The bank's return stands all the same; the books show a finding until it is sorted out.
        if (!(error instanceof DomainError)) throw error;
      }
    }
  },
};
