import type { IsoDate } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';
import { groupProblem, type GroupProblem } from './errors.ts';
import type { Minutes } from './types.ts';

/** Members who must attend for a valid decision: the share of the active ones, rounded up, at least one. Rule 3; the share is an assumption. */
export const quorumNeeded = (active: number, rules: Pick<RuleSet, 'quorumPercent'>): number =>
  Math.max(1, Math.ceil((active * rules.quorumPercent) / 100));

export const hasQuorum = (present: number, active: number, rules: Pick<RuleSet, 'quorumPercent'>): boolean =>
  present >= quorumNeeded(active, rules);

/** What is wrong with minutes that decide something from a day on. `active`: members on the day of the meeting. Empty when they carry the decision. */
export function minutesProblems(minutes: Minutes, about: { readonly active: number; readonly effectiveOn: IsoDate; readonly today: IsoDate; readonly rules: Pick<RuleSet, 'quorumPercent'> }): GroupProblem[] {
  const { active, effectiveOn, today, rules } = about;
  const { present, heldOn } = minutes;
  const found: GroupProblem[] = [];
  if (heldOn > today) found.push(groupProblem('MINUTES_IN_FUTURE', { heldOn }));
  else if (heldOn > effectiveOn) found.push(groupProblem('MINUTES_TOO_EARLY', { heldOn }));
  if (present > active) found.push(groupProblem('ATTENDANCE_TOO_HIGH', { present, active }));
  else if (!hasQuorum(present, active, rules)) found.push(groupProblem('QUORUM_NOT_MET', { present, active, needed: quorumNeeded(active, rules) }));
  return found;
}
