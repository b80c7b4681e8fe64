import type { AccessPort } from '@anyam/access/contract';
import type { BooksPort } from '@anyam/books/contract';
import { fail as common, holdsAt, reaches, type Call } from '@anyam/contract-kit';
import type { IsoDate } from '@anyam/domain/kernel';
import { KUBE_2020, type RuleSet } from '@anyam/domain/programme';
import { productionError, productionFindingText, productionFindingTitle, type ProductionFinding, type ProductionProblem } from '@anyam/domain/production';
import { groupPlace, type GroupMember, type GroupPort, type GroupRecord } from '@anyam/group/contract';
import type { MeetingPort } from '@anyam/meeting/contract';
import type { Person, Transaction, Unit } from '@anyam/member/contract';
import type { ProgrammePort } from '@anyam/programme/contract';
import { inTx, onPool, type Kit, type Query, type Tx } from '@anyam/server-kit';
import type { TerritoryPort } from '@anyam/territory/contract';
import { productionPermissions, type FindingView } from '../contract/index.ts';
import type { Of } from '../persistence/goods.repository.ts';

/** What of other modules' ports production uses, no more. */
export interface ProductionNeeds {
  readonly territory: Pick<TerritoryPort, 'names'>;
  readonly access: Pick<AccessPort, 'names'>;
  readonly programme: Pick<ProgrammePort, 'rulesForRegency'>;
  readonly group: Pick<GroupPort, 'get' | 'members'>;
  readonly meeting: Pick<MeetingPort, 'decisions' | 'require' | 'open' | 'touch' | 'offer'>;
  readonly books: Pick<BooksPort, 'post' | 'balances' | 'accounts' | 'reverse'>;
}

/** What all use cases of this module share. */
export function productionContext(kit: Kit, needs: ProductionNeeds) {
  const pool = onPool(kit.db);
  const reading = kit.db.prisma as unknown as Transaction;

  /** The group, when the caller's area reaches it; an outsider is told that there is none. */
  async function mine(call: Call, groupId: string, tx: Transaction = reading): Promise<GroupRecord> {
    const group = await needs.group.get(tx, groupId);
    if (!group || !reaches(call, groupPlace(group))) throw common('NOT_FOUND');
    return group;
  }
  async function membersOf(tx: Transaction, groupId: string): Promise<Map<string, GroupMember>> {
    return new Map((await needs.group.members(tx, groupId)).map((m) => [m.membershipId, m]));
  }
  const may = (call: Call, group: GroupRecord, permission: keyof typeof productionPermissions): boolean =>
    holdsAt(call, productionPermissions[permission].roles, groupPlace(group));
  const rulesFor = async (regencyCode: string): Promise<RuleSet> => (await needs.programme.rulesForRegency(regencyCode, kit.clock.today()))?.rules ?? KUBE_2020;
  const today = (): IsoDate => kit.clock.today();

  return { kit, needs, pool, reading, mine, membersOf, may, rulesFor, today };
}
export type ProductionContext = ReturnType<typeof productionContext>;

export const queryOf = (unit: Unit): Query => inTx(unit.tx as unknown as Tx);
export const ofGroup = (unit: Unit, who: Person, group: Pick<GroupRecord, 'id' | 'regencyCode'>): Of =>
  ({ regencyCode: group.regencyCode, groupId: group.id, actorId: who.userId, actorName: who.name, at: unit.now });

/** Throws the first of the problems; nothing when there is none. */
export function throwProblem(problems: readonly ProductionProblem[]): void {
  const [first] = problems;
  if (first) throw productionError(first.code, first.params);
}

/** A finding as screens show it: its title and sentence in both languages. */
export const findingViewOf = (f: ProductionFinding): FindingView => ({
  code: f.code, severity: f.severity, where: f.where ?? null,
  title: { id: productionFindingTitle(f.code, 'id'), en: productionFindingTitle(f.code, 'en') },
  text: { id: productionFindingText(f, 'id'), en: productionFindingText(f, 'en') },
});
/** An empty field of a form is no value. */
export const blank = (text: string | null | undefined): string | null => (text === null || text === undefined || text === '' ? null : text);
/** First day of a day's month. */
export const monthOf = (on: string): string => `${on.slice(0, 7)}-01`;
