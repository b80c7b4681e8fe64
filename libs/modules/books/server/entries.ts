import { accountLabel, GROUP_EVENTS, type GroupEventKind } from '@anyam/domain/books';
import type { Bilingual } from '@anyam/domain/kernel';
import { accountParts, type AccountId } from '@anyam/domain/ledger';
import type { BooksPort } from '../contract/index.ts';
import { entryRepository } from '../persistence/entry.repository.ts';
import { reportRepository } from '../persistence/report.repository.ts';
import type { BooksContext } from './context.ts';

const labelOf = (kind: string): Bilingual => (Object.hasOwn(GROUP_EVENTS, kind) ? GROUP_EVENTS[kind as GroupEventKind].label : { id: kind, en: kind });

/** The journal: every entry of a group, newest first, with where its money went. */
export function createEntries(c: BooksContext): Pick<BooksPort, 'entries'> {
  const { query } = c;
  return {
    async entries(call, { groupId, page, pageSize, ...filter }) {
      await c.mine(call, groupId);
      const [found, members] = await Promise.all([
        entryRepository.page(query, groupId, filter, { limit: pageSize, offset: (page - 1) * pageSize }),
        reportRepository.members(query, groupId),
      ]);
      const names = new Map(members.map((m) => [m.memberId, m.name]));
      const lines = await entryRepository.lines(
        query,
        groupId,
        found.rows.map((r) => r.key),
      );
      const words = (account: AccountId): Bilingual => {
        const parts = accountParts(account);
        const label = accountLabel(parts);
        const name = names.get(parts.owner);
        return name === undefined ? label : { id: `${label.id}: ${name}`, en: `${label.en}: ${name}` };
      };
      return {
        total: found.total,
        rows: found.rows.map((r) => {
          const own = lines.filter((l) => l.eventKey === r.key);
          const documents = [...new Set(own.flatMap((l) => l.document ?? []))];
          // What the entry is about: its first movement's words, and the largest amount that moved at once.
          const amount = own.reduce((most, l) => (l.amount > most ? l.amount : most), 0n);
          return {
            key: r.key,
            seq: r.seq,
            on: r.on,
            at: r.at,
            label: labelOf(own[0]?.kind ?? ''),
            text: { id: r.textId, en: r.textEn },
            amount,
            documents,
            actorName: r.actorName,
            memberName: r.memberId === null ? null : (names.get(r.memberId) ?? null),
            reason: r.reason,
            reverses: r.reverses,
            reversed: r.reversed,
            correctable: r.manual && !r.reversed && r.reverses === null,
            lines: own.map((l) => ({ kind: labelOf(l.kind), from: words(l.from), to: words(l.to), amount: l.amount })),
          };
        }),
      };
    },
  };
}
