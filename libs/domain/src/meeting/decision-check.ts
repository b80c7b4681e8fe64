import type { IsoDate } from '../kernel/index.ts';
import { isCycle } from '../production/period.ts';
import type { RuleSet } from '../programme/index.ts';
import { quorumOf, type Attendance, type QuorumRule } from './attendance.ts';
import type { DecisionContents, DecisionKind, IksRate, ServiceCharge } from './content.ts';
import { leftOutOf, type Decision } from './decision.ts';
import { meetingProblem, type MeetingErrorCode, type MeetingProblem } from './errors.ts';

/** The meeting a decision was made in, as far as it is judged by it. */
export interface DecidingMeeting {
  readonly heldOn: IsoDate;
  readonly attendance: readonly Attendance[];
  readonly quorum: QuorumRule | null;
  readonly rules: Pick<RuleSet, 'quorumPercent' | 'representedCounts'>;
}

/**
 * Everything a decision still lacks before its meeting may close: named purpose, amount and person (rule 35), wording, a day
 * that is not before the meeting, quorum without those who are left out, and votes of those who count. Empty when it is fit.
 */
export function decisionProblems(decision: Decision, { heldOn, attendance, quorum: rule, rules }: DecidingMeeting): MeetingProblem[] {
  const { votes, from, id } = decision;
  const codes: MeetingErrorCode[] = [...contentProblems(decision)];
  if (decision.wording.trim() === '') codes.push('WORDING_MISSING');
  const found = [...new Set(codes)].map((code) => meetingProblem(code, {}, id));
  const person = personIn(decision);
  if (person !== null && person !== '' && !attendance.some((a) => a.memberId === person)) found.push(meetingProblem('PERSON_NOT_MEMBER', {}, id));
  if (from < heldOn) found.push(meetingProblem('EFFECTIVE_TOO_EARLY', { from }, id));
  const { eligible, counted, needed, met } = quorumOf(attendance, { rule, rules, leftOut: leftOutOf(decision) });
  if (!met) found.push(meetingProblem('QUORUM_NOT_MET', { needed, eligible, counted }, id));
  const all = [votes.agree, votes.against, votes.abstain];
  const cast = all.reduce((a, b) => a + b, 0);
  if (!all.every(isCount) || cast === 0 || cast > counted) found.push(meetingProblem('VOTES_BAD', { cast, counted }, id));
  return found;
}

const personIn = ({ content }: Decision): string | null => ('memberId' in content ? content.memberId : null);

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const isPositive = (n: number): boolean => isCount(n) && n > 0;
const isShare = (bps: number): boolean => isPositive(bps) && bps <= 10_000;

type Check<K extends DecisionKind> = (content: DecisionContents[K]) => readonly (MeetingErrorCode | false)[];
const amount = (n: bigint): MeetingErrorCode | false => n <= 0n && 'AMOUNT_MISSING';
const count = (n: number): MeetingErrorCode | false => !isPositive(n) && 'AMOUNT_MISSING';
const person = (id: string | null): MeetingErrorCode | false => !id?.trim() && 'PERSON_MISSING';
const purpose = (text: string): MeetingErrorCode | false => text.trim() === '' && 'PURPOSE_MISSING';
const times = (n: number): MeetingErrorCode | false => !isPositive(n) && 'TERMS_BAD';
const rate = (r: IksRate | ServiceCharge): MeetingErrorCode | false =>
  r.kind === 'none' ? false : r.kind === 'amount' ? amount(r.amount) : !isShare(r.bps) && 'RATE_BAD';

/** What each kind must name. Whether an amount is there to be spent is for the area that spends it. */
const CHECKS: { readonly [K in DecisionKind]: Check<K> } = {
  productionTarget: (c) => [purpose(c.productId), count(c.quantity), c.to < c.from ? 'PERIOD_BAD' : !isCycle(c) && 'PERIOD_NO_CYCLE'],
  iksRate: (c) => [rate(c)],
  iksUse: (c) => [amount(c.amount), purpose(c.what), c.purpose === 'socialHelp' && person(c.memberId)],
  officers: (c) => [person(c.memberId)],
  diversification: (c) => [purpose(c.business), c.capital < 0n && 'AMOUNT_MISSING'],
  loan: (c) => [person(c.memberId), amount(c.amount), times(c.instalments), purpose(c.what)],
  loanRules: (c) => [rate(c.charge), c.limit !== null && amount(c.limit)],
  writeOff: (c) => [person(c.memberId), amount(c.amount), purpose(c.what)],
  reschedule: (c) => [person(c.memberId), times(c.instalments)],
  productNorm: (c) => [purpose(c.productId), purpose(c.materialId), count(c.material), count(c.pieces)],
  memberShare: (c) => [!isShare(c.bps) && 'RATE_BAD'],
  other: (c) => [purpose(c.what)],
};

/** The table pairs every kind with its own content, which TypeScript cannot follow through the union. */
const contentProblems = ({ kind, content }: Decision): MeetingErrorCode[] =>
  (CHECKS[kind] as (c: Decision['content']) => readonly (MeetingErrorCode | false)[])(content).filter((c) => c !== false);
