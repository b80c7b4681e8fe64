import { fail as common, holdsAt, reaches, type Call } from '@anyam/contract-kit';
import type { Period } from '@anyam/domain/books';
import { daysBetween, isoDate, type IsoDate } from '@anyam/domain/kernel';
import { KUBE_2020, type RuleSet } from '@anyam/domain/programme';
import { groupPlace, type GroupPort, type GroupRecord } from '@anyam/group/contract';
import type { Transaction } from '@anyam/member/contract';
import type { ProgrammePort } from '@anyam/programme/contract';
import { onPool, type Kit, type Query } from '@anyam/server-kit';
import { booksPermissions } from '../contract/index.ts';
import { fail } from './errors.ts';

/** What of other modules' ports the books use, no more. */
export interface Ports {
  readonly group: Pick<GroupPort, 'get'>;
  readonly programme: Pick<ProgrammePort, 'rulesForRegency'>;
}
/** How many sheets, up to a day, are still open in a module that posts here. */
export type OpenSheets = (tx: Transaction, groupId: string, through: string) => Promise<number>;

export interface BooksContext {
  readonly kit: Kit;
  readonly ports: Ports;
  readonly query: Query;
  readonly guards: OpenSheets[];
  /** The group, when the caller's area reaches it; an outsider is told that there is none. */
  mine(call: Call, groupId: string, tx?: Transaction): Promise<GroupRecord>;
  may(call: Call, group: GroupRecord, permission: keyof typeof booksPermissions): boolean;
  rulesFor(regencyCode: string): Promise<RuleSet>;
}

export function booksContext(kit: Kit, ports: Ports): BooksContext {
  return {
    kit,
    ports,
    query: onPool(kit.db),
    guards: [],
    async mine(call, groupId, tx = kit.db.prisma as unknown as Transaction) {
      const group = await ports.group.get(tx, groupId);
      if (!group || !reaches(call, groupPlace(group))) throw common('NOT_FOUND');
      return group;
    },
    may: (call, group, permission) => holdsAt(call, booksPermissions[permission].roles, groupPlace(group)),
    rulesFor: async (regencyCode) => (await ports.programme.rulesForRegency(regencyCode, kit.clock.today()))?.rules ?? KUBE_2020,
  };
}

/** Books with a line an entry are read a year (and a selapan) at a time; sums may be asked for over any time. */
const MOST_DAYS = 400;
export function periodOf(input: { readonly from: string; readonly to: string }, most = MOST_DAYS): Period {
  const period = { from: isoDate(input.from), to: isoDate(input.to) };
  if (period.from > period.to || daysBetween(period.from, period.to) > most) throw fail('PERIOD_INVALID', { days: most });
  return period;
}
export const ANY_LENGTH = 80_000;

export const notLater = (on: string, today: IsoDate): IsoDate => {
  if (on > today) throw fail('DATE_IN_FUTURE');
  return isoDate(on);
};
