import { blocker, err, formatDate, ok, type Bilingual, type Blocker, type IsoDate, type Result } from '../kernel/index.ts';
import { DECISION_LABEL, type DecisionContents, type DecisionKind } from './content.ts';

export interface Votes {
  readonly agree: number;
  readonly against: number;
  readonly abstain: number;
}

/** One decision as it stands in the minutes. */
export interface DecisionOf<K extends DecisionKind> {
  readonly id: string;
  readonly kind: K;
  readonly content: DecisionContents[K];
  /** As it was read out. */
  readonly wording: string;
  readonly votes: Votes;
  /** First day on which it holds: that of the meeting or later. */
  readonly from: IsoDate;
}
export type Decision = { [K in DecisionKind]: DecisionOf<K> }[DecisionKind];

/** A decision on record, with what its meeting says about it. */
export type RecordedOf<K extends DecisionKind> = DecisionOf<K> & {
  readonly meetingId: string;
  readonly heldOn: IsoDate;
  readonly minutesClosed: boolean;
};
export type RecordedDecision = { [K in DecisionKind]: RecordedOf<K> }[DecisionKind];
type Recorded<K extends DecisionKind> = Extract<RecordedDecision, { kind: K }>;

/** More for than against; those who abstain are no obstacle. Consensus is the case of nobody against (assumption). */
export const isCarried = ({ votes }: { readonly votes: Votes }): boolean => votes.agree > votes.against;

/**
 * Members who neither count for the quorum nor vote, because the decision gives them money or lets them off: who is helped
 * by the fund, who borrows, whose loan is put off or written off. Candidates for an office do vote.
 */
export function leftOutOf(decision: Decision): readonly string[] {
  switch (decision.kind) {
    case 'iksUse':
      return decision.content.memberId === null ? [] : [decision.content.memberId];
    case 'loan':
    case 'writeOff':
    case 'reschedule':
      return [decision.content.memberId];
    default:
      return [];
  }
}

const isKind = <K extends DecisionKind>(kind: K) => (d: RecordedDecision): d is Recorded<K> => d.kind === kind;

/** Which one is meant among those of a kind: a product's target, a loan's write-off. */
export type DecisionTest<K extends DecisionKind> = (decision: Recorded<K>) => boolean;

/**
 * The decision of a kind that holds on a day: carried, in closed minutes, in force by then, and of those the latest (by the
 * day it holds from, then by meeting; what stands later in the list of one meeting replaces what stands before). Null when
 * there is none.
 */
export function decisionInForce<K extends DecisionKind>(
  kind: K, decisions: readonly RecordedDecision[], on: IsoDate, test: DecisionTest<K> = () => true,
): Recorded<K> | null {
  const valid = decisions.filter(isKind(kind)).filter((d) => d.minutesClosed && isCarried(d) && d.from <= on && test(d));
  return valid.reduce<Recorded<K> | null>((best, d) => (best !== null && later(best, d) ? best : d), null);
}

const later = (a: RecordedDecision, b: RecordedDecision): boolean => a.from > b.from || (a.from === b.from && a.heldOn > b.heldOn);

const MEETING: Bilingual = { id: 'musyawarah kelompok', en: 'the group\'s meeting' };

/**
 * "Only by a decision in closed minutes": the decision that carries an act of this kind on a day, or the blocker to show.
 * It says the nearest obstacle: minutes still open, voted down, not yet in force, or nothing decided at all.
 */
export function requireDecision<K extends DecisionKind>(
  kind: K, decisions: readonly RecordedDecision[], on: IsoDate, test: DecisionTest<K> = () => true,
): Result<Recorded<K>, Blocker> {
  const found = decisionInForce(kind, decisions, on, test);
  if (found !== null) return ok(found);
  const near = decisions.filter(isKind(kind)).filter(test);
  const label = DECISION_LABEL[kind];
  const refuse = (code: string, id: string, en: string) =>
    err(blocker(code, { id: `${label.id}: ${id}`, en: `${label.en}: ${en}` }, MEETING));
  const carried = near.filter(isCarried);
  const open = carried.find((d) => !d.minutesClosed);
  if (open) return refuse('MINUTES_OPEN',
    `sudah diputuskan ${formatDate(open.heldOn, 'id')}, tetapi rapatnya belum ditutup. Tutup rapat itu dulu.`,
    `decided on ${formatDate(open.heldOn, 'en')}, but that meeting is still open. Close it first.`);
  const [ahead] = carried;
  if (ahead) return refuse('DECISION_NOT_YET',
    `keputusannya baru berlaku ${formatDate(ahead.from, 'id')}. Tunggu hari itu.`,
    `the decision holds from ${formatDate(ahead.from, 'en')} only. Wait for that day.`);
  if (near.length > 0) return refuse('DECISION_REJECTED',
    'musyawarah tidak menyetujuinya. Bicarakan lagi dalam rapat berikutnya.',
    'the meeting did not agree. Talk it over again at the next meeting.');
  return refuse('DECISION_MISSING',
    'belum ada keputusan dalam berita acara yang ditutup. Putuskan dulu dalam musyawarah.',
    'no decision in closed minutes yet. Let a meeting decide it first.');
}
