import type { AccessPort } from '@anyam/access/contract';
import { fail as common, holdsAt, reaches, type Call } from '@anyam/contract-kit';
import type { IsoDate } from '@anyam/domain/kernel';
import { meetingFlow, type QuorumRule } from '@anyam/domain/meeting';
import { KUBE_2020, type RuleSet } from '@anyam/domain/programme';
import { groupPlace, type GroupPort, type GroupRecord } from '@anyam/group/contract';
import type { ProgrammePort } from '@anyam/programme/contract';
import { inTx, onPool, type Kit, type Query, type Who, type Work } from '@anyam/server-kit';
import type { TerritoryPort } from '@anyam/territory/contract';
import type { ChoicesOf, ChoiceSource } from '../contract/index.ts';
import { meetingPermissions } from '../contract/index.ts';
import { meetingRepository, type MeetingRecord, type PlanRecord } from '../persistence/meeting.repository.ts';
import { fail } from './errors.ts';

/** What of other modules' ports meetings use, no more. */
export interface Ports {
  readonly territory: Pick<TerritoryPort, 'names'>;
  readonly access: Pick<AccessPort, 'names'>;
  readonly programme: Pick<ProgrammePort, 'rulesForRegency'>;
  readonly group: Pick<GroupPort, 'get' | 'detail' | 'saveTask'>;
}
/** The rule a meeting is judged by, kept with it from the day it is opened. */
export interface JudgedBy {
  readonly rule: QuorumRule | null;
  readonly quorumPercent: number;
  readonly representedCounts: boolean;
}
/** A unit of work with its query, the hand that acts and the group it acts on. */
export interface Hand {
  readonly unit: Work;
  readonly query: Query;
  readonly who: Who;
  readonly group: GroupRecord;
}

/** What all use cases of this module share. */
export function meetingContext(kit: Kit, ports: Ports) {
  const query = onPool(kit.db);
  const choices = new Map<ChoiceSource, ChoicesOf>();

  async function group(call: Call, id: string, tx: Parameters<GroupPort['get']>[0] = kit.db.prisma): Promise<GroupRecord> {
    const found = await ports.group.get(tx, id);
    if (!found || !reaches(call, groupPlace(found))) throw common('NOT_FOUND');
    return found;
  }
  /** The meeting with its group, when the caller's area reaches it; an outsider is told that there is none. */
  async function mine(call: Call, id: string): Promise<{ meeting: MeetingRecord; group: GroupRecord }> {
    const meeting = await meetingRepository.get(query, id);
    if (!meeting) throw common('NOT_FOUND');
    return { meeting, group: await group(call, meeting.groupId) };
  }
  /** For a write: the group's meetings are locked until the transaction ends. */
  async function handOn(call: Call, unit: Work, groupId: string): Promise<Hand> {
    const q = inTx(unit.tx);
    await meetingRepository.lockGroup(q, groupId);
    const found = await group(call, groupId, unit.tx);
    if (found.state === 'dissolved') throw fail('GROUP_ENDED');
    return { unit, query: q, who: call.actor, group: found };
  }
  /** For a write on one meeting: it and its group's meetings locked. */
  async function handIn(call: Call, unit: Work, meetingId: string): Promise<Hand & { meeting: MeetingRecord }> {
    const seen = await meetingRepository.get(inTx(unit.tx), meetingId);
    if (!seen) throw common('NOT_FOUND');
    const hand = await handOn(call, unit, seen.groupId);
    const meeting = await meetingRepository.lock(hand.query, meetingId);
    if (!meeting) throw common('NOT_FOUND');
    return { ...hand, meeting };
  }
  const rulesOn = async (regencyCode: string, on: string): Promise<RuleSet> => (await ports.programme.rulesForRegency(regencyCode, on))?.rules ?? KUBE_2020;
  const may = (call: Call, g: GroupRecord, permission: keyof typeof meetingPermissions): boolean =>
    g.state !== 'dissolved' && holdsAt(call, meetingPermissions[permission].roles, groupPlace(g));

  return { kit, ports, query, choices, group, mine, handOn, handIn, rulesOn, may, today: (): IsoDate => kit.clock.today() };
}
export type MeetingContext = ReturnType<typeof meetingContext>;

/** The rule of an opened meeting is its own; one still to come is judged by schedule and rule set of now. */
export const judgedBy = (meeting: Pick<MeetingRecord, 'quorum'>, plan: PlanRecord | null, rules: Pick<RuleSet, 'quorumPercent' | 'representedCounts'>): JudgedBy =>
  (meeting.quorum as JudgedBy | null) ?? { rule: (plan?.quorum as QuorumRule | null) ?? null, quorumPercent: rules.quorumPercent, representedCounts: rules.representedCounts };

export const changed = (state: MeetingRecord['state']) => fail('CHANGED_MEANWHILE', { state: meetingFlow.states[state].label.id, stateEn: meetingFlow.states[state].label.en });
