import { err, ok, type IsoDate, type Result } from '../kernel/index.ts';
import { OFFICER_ROLES, type OfficerRole } from '../member/index.ts';
import type { RuleSet } from '../programme/index.ts';
import { groupProblem, type GroupProblem } from './errors.ts';
import { minutesProblems } from './quorum.ts';
import { activeMembers, activeOfficers, familiesOf, type ExitReason, type Group, type Membership, type MembershipId, type Minutes, type OfficerTerm } from './types.ts';

export type GroupFlag = 'UNDER_MINIMUM' | 'OVER_MAXIMUM' | 'CHAIR_VACANT' | 'SECRETARY_VACANT' | 'TREASURER_VACANT';

/** What someone must look at, on a day. A group under its minimum is flagged, never deleted (rule 15). */
export function groupFlags(group: Pick<Group, 'memberships' | 'officers'>, rules: Pick<RuleSet, 'sizeMin' | 'sizeMax'>, on: IsoDate): GroupFlag[] {
  const families = familiesOf(group, on);
  const held = new Set(activeOfficers(group, on).map((t) => t.role));
  const flags: GroupFlag[] = [];
  if (families < rules.sizeMin) flags.push('UNDER_MINIMUM');
  if (families > rules.sizeMax) flags.push('OVER_MAXIMUM');
  for (const role of OFFICER_ROLES) if (!held.has(role)) flags.push(VACANT[role]);
  return flags;
}
const VACANT = { chair: 'CHAIR_VACANT', secretary: 'SECRETARY_VACANT', treasurer: 'TREASURER_VACANT' } as const satisfies Record<OfficerRole, GroupFlag>;

export interface Change {
  readonly memberships: readonly Membership[];
  readonly officers: readonly OfficerTerm[];
  readonly flags: readonly GroupFlag[];
}
interface Occasion {
  readonly on: IsoDate;
  readonly today: IsoDate;
  readonly minutes: Minutes;
  readonly rules: RuleSet;
}

const settle = (group: Group, change: Pick<Change, 'memberships' | 'officers'>, { on, rules }: Occasion): Result<Change, never> =>
  ok({ ...change, flags: groupFlags({ ...group, ...change }, rules, on) });

function openProblems(group: Group, { minutes, on, today, rules }: Occasion): GroupProblem[] {
  if (group.state === 'dissolved') return [groupProblem('GROUP_NOT_OPEN')];
  return minutesProblems(minutes, { active: activeMembers(group, minutes.heldOn).length, effectiveOn: on, today, rules });
}

/**
 * Takes a person in by minutes. Whether the person is eligible is for `checkMember`; here only the group is asked:
 * not twice, one member a family, not above the maximum.
 */
export function join(group: Group, person: Pick<Membership, 'id' | 'personId' | 'name' | 'nik' | 'kk'>, occasion: Occasion): Result<Change, readonly GroupProblem[]> {
  const problems = openProblems(group, occasion);
  const present = activeMembers(group, occasion.on);
  const later = group.memberships.filter((m) => m.left === null || m.left.on > occasion.on);
  const twice = later.some((m) => m.personId === person.personId || m.nik === person.nik);
  if (twice) problems.push(groupProblem('ALREADY_MEMBER'));
  else if (later.some((m) => m.kk === person.kk)) problems.push(groupProblem('FAMILY_ALREADY_IN'));
  else if (new Set(present.map((m) => m.kk)).size >= occasion.rules.sizeMax) problems.push(groupProblem('GROUP_FULL', { sizeMax: occasion.rules.sizeMax }));
  if (problems.length > 0) return err(problems);
  const membership: Membership = { id: person.id, personId: person.personId, name: person.name, nik: person.nik, kk: person.kk, joinedOn: occasion.on, left: null };
  return settle(group, { memberships: [...group.memberships, membership], officers: group.officers }, occasion);
}

/** Ends a membership on a day, with reason and minutes. Offices the person holds end with it; the flags name what is then vacant or too few. */
export function leave(group: Group, membershipId: MembershipId, reason: ExitReason, occasion: Occasion): Result<Change, readonly GroupProblem[]> {
  const { on, minutes } = occasion;
  const problems = openProblems(group, occasion);
  const who = group.memberships.find((m) => m.id === membershipId);
  if (!who || who.left !== null) problems.push(groupProblem('NOT_A_MEMBER'));
  else if (on < who.joinedOn) problems.push(groupProblem('LEFT_BEFORE_JOINED', { on, joinedOn: who.joinedOn }));
  if (problems.length > 0) return err(problems);
  const memberships = group.memberships.map((m) => (m.id === membershipId ? { ...m, left: { on, reason, minutes } } : m));
  const officers = group.officers.map((t) => (t.membershipId === membershipId && t.until === null ? { ...t, until: on } : t));
  return settle(group, { memberships, officers }, occasion);
}

/** Gives an office to a member from a day on, by minutes; the term of the one before ends that day (rules 2 and 3). */
export function appointOfficer(group: Group, role: OfficerRole, membershipId: MembershipId, occasion: Occasion): Result<Change, readonly GroupProblem[]> {
  const { on, minutes } = occasion;
  const problems = openProblems(group, occasion);
  const open = group.officers.filter((t) => t.until === null);
  if (!activeMembers(group, on).some((m) => m.id === membershipId)) problems.push(groupProblem('NOT_A_MEMBER'));
  if (open.some((t) => t.membershipId === membershipId && t.role !== role)) problems.push(groupProblem('OFFICER_ALREADY'));
  const before = open.find((t) => t.role === role);
  if (before && on <= before.from) problems.push(groupProblem('TERM_TOO_EARLY', { since: before.from }));
  if (problems.length > 0) return err(problems);
  const officers = group.officers.map((t) => (t === before ? { ...t, until: on } : t));
  return settle(group, { memberships: group.memberships, officers: [...officers, { role, membershipId, from: on, until: null, minutes }] }, occasion);
}
