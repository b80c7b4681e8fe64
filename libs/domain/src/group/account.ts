import { accountKey, nameSimilarity, trigramSimilarity, type IsoDate } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';
import { groupProblem, type GroupProblem } from './errors.ts';
import { normaliseGroupName } from './group-name.ts';
import { activeMembers, activeOfficers, type Group, type GroupAccount, type PersonId } from './types.ts';

/** True when the holder on a bank book means this group: the name, near it by `nameSimilarityPercent`, cut off by the bank, or with words around it ("KUBE MUGI JAYA DS DUMPLENGAN"). */
export function holderIsGroup(holder: string, groupName: string, rules: Pick<RuleSet, 'nameSimilarityPercent'>): boolean {
  const held = normaliseGroupName(holder).replace(/ /g, '');
  const wanted = normaliseGroupName(groupName).replace(/ /g, '');
  if (held === '' || wanted === '') return false;
  return held.includes(wanted) || (held.length >= 8 && wanted.startsWith(held)) || trigramSimilarity(held, wanted) * 100 >= rules.nameSimilarityPercent;
}

/**
 * Rule 23: in the group's name, signed by so many different officers in office, none of them a facilitator or official,
 * and no other group's. `officials`: persons who are facilitators or employees. Empty when the account is right.
 */
export function accountProblems(
  account: GroupAccount,
  group: Pick<Group, 'name' | 'memberships' | 'officers'>,
  about: { readonly on: IsoDate; readonly rules: Pick<RuleSet, 'accountSignatories' | 'nameSimilarityPercent'>; readonly taken?: (accountKey: string) => boolean; readonly officials?: ReadonlySet<PersonId> },
): GroupProblem[] {
  const found: GroupProblem[] = [];
  const digits = account.number.replace(/\D/g, '');
  if (digits.length < 8 || digits.length > 20) found.push(groupProblem('ACCOUNT_NUMBER_BAD', { length: digits.length }));
  else if (about.taken?.(accountKey(digits) ?? '')) found.push(groupProblem('ACCOUNT_TAKEN'));

  const members = activeMembers(group, about.on);
  if (!holderIsGroup(account.holder, group.name, about.rules))
    found.push(groupProblem(members.some((m) => nameSimilarity(m.name, account.holder) >= 0.9) ? 'ACCOUNT_PERSONAL' : 'ACCOUNT_NOT_GROUPS'));

  const signers = new Set(account.signatories);
  const needed = about.rules.accountSignatories;
  if (signers.size !== needed || signers.size !== account.signatories.length) found.push(groupProblem('SIGNATORIES_COUNT', { needed, count: signers.size }));
  const officers = new Set(activeOfficers(group, about.on).map((t) => t.membershipId));
  const present = new Map(members.map((m) => [m.id, m]));
  if ([...signers].some((id) => !officers.has(id) || !present.has(id))) found.push(groupProblem('SIGNATORY_NOT_OFFICER'));
  const persons = [...signers].map((id) => group.memberships.find((m) => m.id === id)?.personId);
  if (persons.some((p) => p !== undefined && about.officials?.has(p))) found.push(groupProblem('SIGNATORY_FACILITATOR'));
  return found;
}
