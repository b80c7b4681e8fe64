import { randomUUID } from 'node:crypto';
import { groupFor, importedGroup } from '@anyam/group/testing';
import { programmeFor } from '@anyam/programme/testing';
import type { Kit } from '@anyam/server-kit';
import { callFor, type TestKit } from '@anyam/server-kit/testing';
import type { BooksPort } from '../contract/index.ts';
import { createBooks } from '../server/books.service.ts';

/** The books on a test's database, for specs here and in modules that post to them. */
export const booksFor = (kit: Kit): BooksPort => createBooks(kit, { group: groupFor(kit), programme: programmeFor(kit) });

/** A formed group with these many members; gives their membership ids, officers first. */
export async function groupWithMembers(kit: TestKit, size = 10, facilitatorId: string | null = null): Promise<{ groupId: string; members: string[] }> {
  const groups = groupFor(kit);
  const operator = await callFor(kit, { role: 'operator' });
  const { groupIds } = await kit.work.run(operator.actor, (unit) =>
    groups.formFromImport(unit as never, operator.actor, {
      importId: randomUUID(),
      regencyCode: '35.21',
      on: '2020-01-10',
      groups: [importedGroup({ size, facilitatorId })],
    }),
  );
  const groupId = groupIds[0] as string;
  return { groupId, members: (await groups.members(kit.db.prisma as never, groupId)).map((m) => m.membershipId) };
}

export { exampleMonth } from './example-month.ts';
