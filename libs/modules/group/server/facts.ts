import { blocker, type Blocker, type FlowContext, type FlowRole, type IsoDate, type Need, type RegionCode } from '@anyam/domain/kernel';
import {
  accountProblems, groupFlow, groupTaskList, TASK_LABEL, type Group, type GroupFacts, type GroupTask, type MembershipId, type PersonId,
} from '@anyam/domain/group';
import type { RuleSet } from '@anyam/domain/programme';
import type { GroupData, MembershipRecord } from '../persistence/group.repository.ts';

/** Papers wanted before a group is declared formed. Assumption: no official list was found. */
const REQUIRED_PAPERS = [
  { code: 'attendance', label: { id: 'Daftar hadir musyawarah', en: 'Attendance list of the meeting' } },
  { code: 'domicile', label: { id: 'Surat keterangan desa', en: 'Letter of the village' } },
] as const;

export interface GroupState {
  readonly group: GroupData;
  readonly members: readonly MembershipRecord[];
  readonly rules: RuleSet;
  readonly blockedMembers: number;
  readonly formationMinutes: boolean;
  readonly papers: readonly string[];
  readonly tasks: readonly { task: string; notApplicable: boolean; note: string | null }[];
  readonly today: IsoDate;
}

const living = (members: readonly MembershipRecord[]) => members.filter((m) => m.leftOn === null);

export function accountOf(state: Pick<GroupState, 'group' | 'members' | 'rules' | 'today'>) {
  const { group, members, rules, today } = state;
  if (!group.accountNumber) return null;
  const active = living(members);
  const asDomain: Pick<Group, 'name' | 'memberships' | 'officers'> = {
    name: group.name,
    memberships: active.map((m) => ({
      id: m.membershipId as MembershipId, personId: m.personId as PersonId, name: m.name, nik: m.nationalId as never, kk: m.familyCardNo as never,
      joinedOn: (m.joinedOn > today ? today : m.joinedOn) as IsoDate, left: null,
    })),
    officers: active.filter((m) => m.role !== 'member').map((m) => ({
      role: m.role as 'chair', membershipId: m.membershipId as MembershipId, from: (m.joinedOn > today ? today : m.joinedOn) as IsoDate, until: null,
      minutes: { documentId: '', heldOn: today, present: 0 },
    })),
  };
  const membershipOf = new Map(active.map((m) => [m.personId, m.membershipId]));
  const account = {
    bank: group.bank ?? '', number: group.accountNumber, holder: group.accountName ?? '',
    signatories: group.signatoryIds.map((person) => (membershipOf.get(person) ?? person) as MembershipId),
  };
  return { account, problems: accountProblems(account, asDomain, { on: today, rules }) };
}

export function tasksOf(state: GroupState): GroupTask[] {
  const { group, members, rules, blockedMembers, formationMinutes, papers, tasks } = state;
  const active = living(members);
  const account = accountOf(state);
  const list = groupTaskList(
    {
      name: group.name, business: group.business, formedOn: group.formedOn as IsoDate | null, formationMinutes, villageCode: group.villageCode as RegionCode, address: group.address,
      officers: active.filter((m) => m.role !== 'member').map((m) => ({ role: m.role as 'chair', membershipId: m.membershipId })),
      families: new Set(active.map((m) => m.familyCardNo)).size, blockedMembers,
      account: account && { number: account.account.number, problems: account.problems.length },
      papers, opened: tasks.map((t) => t.task as GroupTask['key']),
    },
    { rules, accountNeeded: true, requiredPapers: REQUIRED_PAPERS },
  );
  const waived = new Set(tasks.filter((t) => t.notApplicable).map((t) => t.task));
  // Only account and papers can be left out by hand: aid in goods, or papers that the district does not ask for.
  return list.map((t) => ((t.key === 'account' || t.key === 'papers') && waived.has(t.key) ? { key: t.key, state: 'notApplicable', missing: [] } : t));
}

export function factsOf(state: GroupState, decided: { assetsDecided: boolean; fundDecided: boolean }): GroupFacts {
  const active = living(state.members);
  const roles = new Set(active.map((m) => m.role));
  const settled = ['none', 'ditolak', 'dibatalkan', 'dipertanggungjawabkan'].includes(state.group.aidStage);
  return {
    families: new Set(active.map((m) => m.familyCardNo)).size, sizeMin: state.rules.sizeMin, sizeMax: state.rules.sizeMax,
    officersComplete: roles.has('chair') && roles.has('secretary') && roles.has('treasurer'),
    blockedMembers: state.blockedMembers, openMatters: settled && state.group.accounted >= state.group.received ? 0 : 1, ...decided,
  };
}

/** What the step itself brings (date and minutes of formation) need not be in the file before; the account is opened after forming. */
const GIVEN_BY_STEP = new Set(['formedOn', 'formationMinutes']);

function fileIncomplete(state: GroupState): Blocker[] {
  const missing = tasksOf(state)
    .filter((t) => t.key !== 'account')
    .map((t) => ({ key: t.key, missing: t.missing.filter((m) => !GIVEN_BY_STEP.has(m.code)) }))
    .filter((t) => t.missing.length > 0);
  if (missing.length === 0) return [];
  const say = (language: 'id' | 'en') => missing.map((t) => `${TASK_LABEL[t.key][language]} (${t.missing.map((m) => m.label[language]).join(', ')})`).join('; ');
  return [blocker('FILE_INCOMPLETE', { id: `Berkas kelompok belum lengkap: ${say('id')}.`, en: `The group's file is not complete: ${say('en')}.` }, { id: 'operator atau pendamping', en: 'operator or facilitator' })];
}

export function flowContext(state: GroupState, actor: { id: string; roles: readonly FlowRole[] }, given: readonly Need[], decided = { assetsDecided: true, fundDecided: true }): FlowContext<GroupFacts> {
  return { actor, history: [], given, facts: factsOf(state, decided) };
}

export function buttonsOf(state: GroupState, actor: { id: string; roles: readonly FlowRole[] }) {
  const incomplete = fileIncomplete(state);
  return groupFlow.buttons(state.group.state, flowContext(state, actor, [])).map((button) => {
    const blockers = button.action === 'form' ? [...button.blockers, ...incomplete] : [...button.blockers];
    return { ...button, needs: [...button.needs], blockers, enabled: blockers.length === 0 };
  });
}

export const extraBlockers = (state: GroupState, action: string): Blocker[] => (action === 'form' ? fileIncomplete(state) : []);
