import { fail as common, reaches, type Call } from '@anyam/contract-kit';
import { groupPlace } from '@anyam/group/contract';
import type { Kit } from '@anyam/server-kit';
import type { z } from 'zod';
import type { OverviewNeeds } from '../contract/needs.ts';
import type { ownOutput } from '../contract/own.schema.ts';
import { ownTasks } from './own-tasks.ts';

/** Deals that still ask something of the group. */
const OPEN_DEALS = ['penawaran', 'sepakat', 'dikirim', 'diterima', 'dibayarSebagian', 'dibayar', 'sengketa'] as const;

/** The start page of an officer. Every part comes from the module that keeps it, which judges the call once more. */
export function createOwn({ db, clock }: Pick<Kit, 'db' | 'clock'>, needs: OverviewNeeds) {
  return async function own(call: Call): Promise<z.infer<typeof ownOutput>> {
    const groupId = call.scope.find((grant) => grant.subjectId !== undefined)?.subjectId;
    const group = groupId && needs.group ? await needs.group.get(db.prisma, groupId) : null;
    if (!group || !reaches(call, groupPlace(group))) throw common('NOT_FOUND');
    const of = { groupId: group.id };
    const [meeting, books, fund, production, deals, places, people] = await Promise.all([
      needs.meeting?.group(call, of) ?? null,
      needs.books?.overview(call, of) ?? null,
      needs.savings?.fund.get(call, of) ?? null,
      needs.production?.targets.board(call, of) ?? null,
      needs.market?.deals.list(call, { ...of, states: [...OPEN_DEALS], page: 1, pageSize: 50, sort: 'changed', desc: true }) ?? null,
      needs.territory.names([group.villageCode]),
      group.facilitatorId && needs.access ? needs.access.names([group.facilitatorId]) : new Map<string, string>(),
    ]);
    const today = clock.today();
    const next = meeting?.coming.find((m) => m.state === 'open' || m.heldOn >= today);
    const stock = new Map<string, { name: string; unit: string; quantity: number; oldestOn: string | null }>();
    for (const s of production?.stock ?? []) {
      const product = production?.catalogue.products.find((p) => p.id === s.productId);
      if (!product || s.unsold <= 0) continue;
      const held = stock.get(s.productId) ?? { name: product.name, unit: product.baseUnit, quantity: 0, oldestOn: null };
      const oldestOn = [held.oldestOn, s.oldestOn].filter((d) => d !== null).sort()[0] ?? null;
      stock.set(s.productId, { ...held, quantity: held.quantity + s.unsold, oldestOn });
    }
    return {
      group: { id: group.id, name: group.name, villageName: places.get(group.villageCode) ?? group.villageCode, business: group.business, members: group.memberCount },
      facilitator: group.facilitatorId === null ? null : (people.get(group.facilitatorId) ?? null),
      today,
      tasks: ownTasks({ ...of, today, meeting, books, fund, production, deals }),
      meeting: meeting && { next: next ? { on: next.heldOn, beginsAt: next.beginsAt, place: next.place, path: `/kelompok/${group.id}/rapat/${next.id}` } : null, lastOn: meeting.lastHeldOn },
      fund: fund && { total: fund.total, lendable: fund.lendable },
      books: books && { cash: books.cash, bank: books.bank, closedThrough: books.closedThrough, result: books.month.result, month: books.month.month },
      stock: production && [...stock.values()],
      deals: deals && { open: deals.total, remaining: deals.remaining },
    };
  };
}
