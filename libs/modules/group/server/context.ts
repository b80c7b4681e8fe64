import { randomUUID } from 'node:crypto';
import { fail as common, holdsAt, reaches, type Call } from '@anyam/contract-kit';
import { minutesProblems } from '@anyam/domain/group';
import type { IsoDate } from '@anyam/domain/kernel';
import { KUBE_2020, type RuleSet } from '@anyam/domain/programme';
import type { AccessPort } from '@anyam/access/contract';
import type { MemberPort } from '@anyam/member/contract';
import type { ProgrammePort } from '@anyam/programme/contract';
import { isUniqueViolation, type Kit, type Tx, type Work } from '@anyam/server-kit';
import type { TerritoryPort } from '@anyam/territory/contract';
import type { z } from 'zod';
import { groupPermissions, type minutesInput, type MINUTES_PURPOSES } from '../contract/index.ts';
import { groupRepository, type GroupData } from '../persistence/group.repository.ts';
import { fail, throwProblem } from './errors.ts';

export interface GroupNeeds {
  readonly territory: TerritoryPort;
  readonly access: AccessPort;
  readonly programme: ProgrammePort;
  readonly member: MemberPort;
}
export type MinutesGiven = z.infer<typeof minutesInput>;
export type Permission = keyof typeof groupPermissions;

/** What all use cases of this module share. */
export function groupContext(kit: Kit, needs: GroupNeeds) {
  const { db, clock } = kit;
  const repository = groupRepository(db);

  const placeOf = (g: Pick<GroupData, 'villageCode' | 'facilitatorId'>) => ({ regionCode: g.villageCode, facilitatorId: g.facilitatorId });

  /** The group, when the caller's area reaches it; an outsider is told that there is none. */
  async function mine(call: Call, id: string): Promise<NonNullable<Awaited<ReturnType<typeof repository.find>>>> {
    const group = await repository.find(id);
    if (!group || !reaches(call, placeOf(group))) throw common('NOT_FOUND');
    return group;
  }
  /** As `mine`, in the transaction and with the row locked. */
  async function lockMine(call: Call, tx: Tx, id: string): Promise<GroupData> {
    const group = await repository.get(tx, id, true);
    if (!group || !reaches(call, placeOf(group))) throw common('NOT_FOUND');
    if (group.state === 'dissolved') throw common('CHANGED_MEANWHILE');
    return group;
  }
  const may = (call: Call, group: Pick<GroupData, 'villageCode' | 'facilitatorId'>, permission: Permission): boolean =>
    holdsAt(call, groupPermissions[permission].roles, placeOf(group));
  const rulesFor = async (regencyCode: string): Promise<RuleSet> => (await needs.programme.rulesForRegency(regencyCode, clock.today()))?.rules ?? KUBE_2020;

  async function checkFile(tx: Tx, regencyCode: string, fileId: string): Promise<void> {
    const file = await tx.storedFile.findFirst({ where: { id: fileId, regencyCode }, select: { id: true } });
    if (!file) throw fail('FILE_UNKNOWN');
  }

  /** Keeps minutes that carry a decision from a day on (rule 3): held, and with the quorum. */
  async function storeMinutes(unit: Work, call: Call, group: GroupData, purpose: (typeof MINUTES_PURPOSES)[number], minutes: MinutesGiven, effectiveOn: string, rules: RuleSet): Promise<string> {
    const { tx, now, audit } = unit;
    const active = group.memberCount;
    throwProblem(minutesProblems({ documentId: '', heldOn: minutes.heldOn as IsoDate, present: minutes.present }, { active, effectiveOn: effectiveOn as IsoDate, today: clock.today(), rules }));
    if (minutes.fileId) await checkFile(tx, group.regencyCode, minutes.fileId);
    const id = randomUUID();
    await tx.storedMinutes.create({
      data: {
        id, regencyCode: group.regencyCode, groupId: group.id, purpose, heldOn: new Date(minutes.heldOn), number: minutes.number || null, presentCount: minutes.present,
        memberCount: active, decision: minutes.decision, fileId: minutes.fileId, createdBy: call.actor.userId, createdAt: now,
      },
    });
    audit({
      action: 'group.minutes', entity: 'minutes', entityId: id, groupId: group.id, regionCode: group.villageCode,
      changes: { purpose: [null, purpose], heldOn: [null, minutes.heldOn], present: [null, `${minutes.present}/${active}`], decision: [null, minutes.decision.slice(0, 200)] },
    });
    return id;
  }

  const open = (tx: Tx, groupId: string, task: string, now: Date) =>
    tx.groupTask.upsert({ where: { groupId_task: { groupId, task } }, create: { groupId, task, openedAt: now }, update: {} });

  return { kit, needs, repository, placeOf, mine, lockMine, may, rulesFor, checkFile, storeMinutes, open };
}
export type GroupContext = ReturnType<typeof groupContext>;

/** Unique constraints of members and accounts, as sentences (rules 7 and 23). */
export function uniqueError(error: unknown): unknown {
  if (!isUniqueViolation(error)) return error;
  const text = `${(error as Error).message} ${'meta' in (error as object) ? JSON.stringify((error as { meta: unknown }).meta) : ''}`;
  if (/membership_one_family|family_card_no/.test(text)) return fail('FAMILY_TAKEN');
  if (/membership_one_group|person_id/.test(text)) return fail('PERSON_TAKEN');
  if (/kube_group_account|account_number/.test(text)) return fail('ACCOUNT_TAKEN');
  if (/membership_one_officer/.test(text)) return common('CHANGED_MEANWHILE');
  return error;
}

/** An empty field of a form is no value. */
export const blank = (text: string | null): string | null => (text === null || text === '' ? null : text);
