import { daysBetween, err, ok, type Bilingual, type IsoDate, type RegionCode, type Result } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';
import { marketProblem, type MarketProblem } from './errors.ts';
import type { Need } from './need.ts';
import { goodsByDay, type Offer } from './offer.ts';
import { BUYING_KINDS, dealingProblems, type Party } from './party.ts';
import { sentence, type SayQuantity, type SentenceParams } from './sentence.ts';

export const MATCH_PARTS = ['grade', 'quantity', 'distance', 'date'] as const;
export type MatchPart = (typeof MATCH_PARTS)[number];

export interface MatchReason {
  readonly part: MatchPart;
  /** Points earned, out of so many. */
  readonly points: number;
  readonly of: number;
  readonly text: Bilingual;
}

export interface Match {
  readonly offerId: string;
  readonly needId: string;
  readonly partyId: string;
  readonly groupId: string;
  /** Base units in accepted grades, at most what is needed. */
  readonly quantity: number;
  /** 0-100, the sum of the points. */
  readonly score: number;
  readonly km: number | null;
  readonly reasons: readonly MatchReason[];
}

export type MatchRules = Pick<RuleSet, 'matchWeights' | 'matchDistanceKm' | 'matchLateDays'>;
/** Kilometres between two villages, or null when a place is not known. */
export type DistanceKm = number | null | ((from: RegionCode, to: RegionCode) => number | null);

export interface MatchContext {
  readonly distance: DistanceKm;
  /** The distance is a guess by kecamatan and kabupaten (`stepKm`), and its sentence says so. */
  readonly guessed?: boolean;
  readonly today: IsoDate;
  readonly rules: MatchRules;
  readonly say: SayQuantity;
}

/** Every hard reason against an offer for a need; a good score never outweighs one (assumption). Empty when it may be scored. */
export function exclusions(offer: Offer, need: Need, party: Party, today: IsoDate): MarketProblem[] {
  if (offer.productId !== need.productId) return [marketProblem('OTHER_PRODUCT')];
  const found = dealingProblems(party, { goodsId: offer.productId, village: offer.village, as: BUYING_KINDS });
  if (offer.until < today) found.push(marketProblem('OFFER_CLOSED', { until: offer.until }));
  if (need.by < today) found.push(marketProblem('NEED_CLOSED', { by: need.by }));
  if (goodsByDay(offer, need.grades.map((g) => g.grade), today).length === 0) found.push(marketProblem('NO_ACCEPTED_GRADE'));
  return found;
}

/**
 * Scores an offer against a need: 0-100 points in four parts with a sentence each, or every hard reason against it.
 * Weights and limits come from the rule set. Points are cut to whole ones, so only a full fit earns a part in full:
 * grade: how much of what is offered is of grades the party takes; quantity: how much of the need is met; distance: none
 * at `matchDistanceKm` or when unknown; date: none when the goods are complete `matchLateDays` after the day asked for.
 */
export function matchOffer(offer: Offer, need: Need, party: Party, context: MatchContext): Result<Match, readonly MarketProblem[]> {
  const { today, rules, distance, say } = context;
  const against = exclusions(offer, need, party, today);
  if (against.length > 0) return err(against);

  const grades = need.grades.map((g) => g.grade);
  const fitting = goodsByDay(offer, grades, today);
  const usable = total(fitting);
  const offered = total(goodsByDay(offer, null, today));
  const quantity = Math.min(usable, need.quantity);
  const km = typeof distance === 'function' ? distance(offer.village, need.place) : distance;
  const readyOn = readyBy(fitting, quantity);
  const late = Math.max(0, daysBetween(need.by, readyOn));

  const facts: SentenceParams = {
    usable: say(usable), offered: say(offered), needed: say(need.quantity), quantity: say(quantity), grades: grades.join(', '),
    km: km ?? 0, by: need.by, readyOn, late,
  };
  const [ofGrade, ofQuantity, ofDistance, ofDate] = rules.matchWeights as readonly [number, number, number, number];
  const reasons: MatchReason[] = [
    reason('grade', ofGrade, usable, offered, usable === offered ? SAY.gradeAll : SAY.gradePart, facts),
    reason('quantity', ofQuantity, quantity, need.quantity, quantity === need.quantity ? SAY.quantityAll : SAY.quantityPart, facts),
    reason('distance', ofDistance, km === null ? 0 : rules.matchDistanceKm - km,
      rules.matchDistanceKm, km === null ? SAY.distanceUnknown : context.guessed ? SAY.distanceGuessed : SAY.distance, facts),
    reason('date', ofDate, rules.matchLateDays - late, rules.matchLateDays, late === 0 ? SAY.dateFine : SAY.dateLate, facts),
  ];
  const score = reasons.reduce((points, r) => points + r.points, 0);
  return ok({ offerId: offer.id, needId: need.id, partyId: need.partyId, groupId: offer.groupId, quantity, score, km, reasons });
}

/**
 * All matches of offers and needs, the best first; equal scores by the shorter way (unknown last), then the larger quantity,
 * then the ids, so that the order never depends on the order of the input. A need whose party is not given is left out.
 */
export function matchAll(offers: readonly Offer[], needs: readonly Need[], parties: ReadonlyMap<string, Party>, context: MatchContext): Match[] {
  const found: Match[] = [];
  for (const need of needs) {
    const party = parties.get(need.partyId);
    for (const offer of party ? offers : []) {
      const match = matchOffer(offer, need, party as Party, context);
      if (match.ok) found.push(match.value);
    }
  }
  return found.sort(compareMatches);
}

/** The order of `matchAll`. */
export function compareMatches(a: Match, b: Match): number {
  const far = (m: Match) => m.km ?? Number.MAX_SAFE_INTEGER;
  return b.score - a.score || far(a) - far(b) || b.quantity - a.quantity || compareText(a.needId, b.needId) || compareText(a.offerId, b.offerId);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const total = (goods: readonly { readonly quantity: number }[]): number => goods.reduce((sum, g) => sum + g.quantity, 0);

/** The day by which so much is there; `goods` come earliest first and hold at least that much. */
function readyBy(goods: ReturnType<typeof goodsByDay>, quantity: number): IsoDate {
  let have = 0;
  const last = goods.find((g) => (have += g.quantity) >= quantity) as (typeof goods)[number];
  return last.on;
}

function reason(part: MatchPart, of: number, share: number, whole: number, text: Bilingual, facts: SentenceParams): MatchReason {
  const points = Math.floor((of * Math.min(Math.max(share, 0), whole)) / whole);
  return { part, points, of, text: sentence(text, facts) };
}

const SAY = {
  gradeAll: { id: 'Semua {offered} bermutu yang diterima ({grades}).', en: 'All {offered} are of grades it takes ({grades}).' },
  gradePart: { id: '{usable} dari {offered} bermutu yang diterima ({grades}).', en: '{usable} of {offered} are of grades it takes ({grades}).' },
  quantityAll: { id: 'Cukup untuk {needed} yang dicari.', en: 'Enough for the {needed} wanted.' },
  quantityPart: { id: 'Ada {quantity} dari {needed} yang dicari.', en: '{quantity} of the {needed} wanted.' },
  distance: { id: 'Jaraknya {km} km.', en: 'It is {km} km away.' },
  distanceGuessed: { id: 'Kira-kira {km} km menurut kecamatan dan kabupatennya.', en: 'About {km} km, going by kecamatan and kabupaten.' },
  distanceUnknown: { id: 'Jaraknya belum diketahui.', en: 'The distance is not known.' },
  dateFine: { id: 'Siap {readyOn}, sebelum atau tepat pada {by}.', en: 'Ready on {readyOn}, by {by} as asked.' },
  dateLate: { id: 'Lengkap {readyOn}, {late} hari sesudah {by}.', en: 'Complete on {readyOn}, {late} days after {by}.' },
} as const satisfies Record<string, Bilingual>;
