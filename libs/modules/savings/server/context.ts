import type { BooksPort } from '@anyam/books/contract';
import { fail as common, holdsAt, reaches, rolesAt, type Call } from '@anyam/contract-kit';
import type { FlowRole, IsoDate } from '@anyam/domain/kernel';
import { KUBE_2020, type RuleSet } from '@anyam/domain/programme';
import { groupPlace, type GroupPort, type GroupRecord } from '@anyam/group/contract';
import type { MeetingPort } from '@anyam/meeting/contract';
import type { ProductionPort } from '@anyam/production/contract';
import type { ProgrammePort } from '@anyam/programme/contract';
import { inTx, onPool, type Kit, type Query, type Who, type Work } from '@anyam/server-kit';
import { savingsPermissions } from '../contract/index.ts';
import { fail } from './errors.ts';

/** What of other modules' ports this one uses, no more. */
export interface Needs {
  readonly programme: Pick<ProgrammePort, 'rulesForRegency'>;
  readonly group: Pick<GroupPort, 'get' | 'lock' | 'members'>;
  readonly meeting: Pick<MeetingPort, 'decisions' | 'open' | 'get' | 'touch' | 'mark' | 'offer'>;
  readonly books: Pick<BooksPort, 'postMany' | 'reverse' | 'balances' | 'accounts' | 'guardClose'>;
  readonly production: Pick<ProductionPort, 'deposit' | 'products'>;
}

/** A unit of work with the query of its transaction and the hand that acts. */
export interface Hand {
  readonly unit: Work;
  readonly query: Query;
  readonly who: Who;
  readonly now: Date;
  readonly today: IsoDate;
}

/** What all use cases of this module share. */
export function savingsContext(kit: Kit, needs: Needs) {
  const query = onPool(kit.db);
  const check = (call: Call, group: GroupRecord | null): GroupRecord => {
    if (!group || !reaches(call, groupPlace(group))) throw common('NOT_FOUND');
    return group;
  };
  return {
    kit, needs, query,
    /** The group, when the caller's area reaches it; an outsider is told that there is none. */
    mine: async (call: Call, id: string): Promise<GroupRecord> => check(call, await needs.group.get(kit.db.prisma, id)),
    /** As `mine`, in the transaction: writers of one group wait for one another. */
    lockMine: async (call: Call, hand: Hand, id: string): Promise<GroupRecord> => check(call, await needs.group.lock(hand.unit.tx, id)),
    /** Read before the transaction begins, as it takes a connection of its own. */
    rulesFor: async (regencyCode: string, on: string = kit.clock.today()): Promise<RuleSet> => (await needs.programme.rulesForRegency(regencyCode, on))?.rules ?? KUBE_2020,
    may: (call: Call, group: GroupRecord, permission: keyof typeof savingsPermissions): boolean => holdsAt(call, savingsPermissions[permission].roles, groupPlace(group)),
    /** The actor as flows see it at a group. */
    actorAt: (call: Call, group: GroupRecord): { id: string; roles: FlowRole[] } =>
      ({ id: call.actor.userId, roles: rolesAt({ ...call, scope: call.actor.grants }, groupPlace(group)) }),
    hand: (unit: Work, who: Who): Hand => ({ unit, query: inTx(unit.tx), who, now: unit.now, today: kit.clock.today() }),
    notAhead: (on: string): void => {
      if (on > kit.clock.today()) throw fail('DAY_AHEAD');
    },
  };
}
export type SavingsContext = ReturnType<typeof savingsContext>;
