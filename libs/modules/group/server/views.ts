import { randomUUID } from 'node:crypto';
import { fail as common } from '@anyam/contract-kit';
import { isUniqueViolation } from '@anyam/server-kit';
import type { GroupPort } from '../contract/index.ts';
import type { GroupContext } from './context.ts';
import { fail } from './errors.ts';

const MOST = 50;

/** A person's own named filters of a list. */
export function createViews({ kit: { db, work } }: GroupContext): Pick<GroupPort, 'views' | 'saveView' | 'removeView'> {
  const select = { id: true, name: true, query: true };
  return {
    views: (call, { screen }) => db.prisma.savedView.findMany({ where: { userId: call.actor.userId, screen }, select, orderBy: { createdAt: 'asc' }, take: MOST }),
    async saveView(call, { screen, name, query }) {
      try {
        return await work.run(call.actor, async ({ tx, now }) => {
          if ((await tx.savedView.count({ where: { userId: call.actor.userId, screen } })) >= MOST) throw fail('TOO_MANY_VIEWS');
          return tx.savedView.create({ data: { id: randomUUID(), userId: call.actor.userId, screen, name, query, createdAt: now }, select });
        });
      } catch (error) {
        if (isUniqueViolation(error)) throw fail('VIEW_TAKEN', { name });
        throw error;
      }
    },
    async removeView(call, { id }) {
      const { count } = await db.prisma.savedView.deleteMany({ where: { id, userId: call.actor.userId } });
      if (count === 0) throw common('NOT_FOUND');
    },
  };
}
