import { err, formatRupiah, ok, rupiah, splitByWeight, sum, ZERO, type Result, type Rupiah } from '../kernel/index.ts';
import { marketProblem, type MarketProblem } from './errors.ts';
import type { LotValue } from './payment.ts';
import type { SayQuantity } from './sentence.ts';
import { DEDUCTIONS, slipLines, type Deduction, type Deductions, type SlipLine } from './share-slip.ts';

/** A lot's part in what is due (`dealValue`), and what earlier share-outs of the deal already gave it, in rupiah. */
export type ShareLot = LotValue & { readonly already: Rupiah };

export interface LotShare {
  readonly lot: ShareLot;
  readonly part: Rupiah;
}

/**
 * Splits an amount over lots by what each still has to get (largest remainder). The parts are never negative, sum to the
 * amount, and after the last payment every lot has exactly its due. Splitting the running total instead and taking
 * differences would not do: a largest remainder can fall by a rupiah while the total grows. A lot that a corrected count
 * left with too much gets nothing more. SHARE_TOO_HIGH when the lots have less left than the amount.
 */
export function shareByLot(amount: Rupiah, lots: readonly ShareLot[]): Result<LotShare[], MarketProblem> {
  if (amount <= 0n) return err(marketProblem('AMOUNT_BAD'));
  const left = lots.map((l) => (l.due > l.already ? l.due - l.already : 0n));
  if (amount > sum(left)) return err(marketProblem('SHARE_TOO_HIGH', { left: formatRupiah(sum(left)), amount: formatRupiah(amount) }));
  const parts = splitByWeight(amount, left);
  return ok(lots.map((lot, i) => ({ lot, part: parts[i] as Rupiah })));
}

/** What a member owes on the day, in rupiah: material taken and not settled, and the instalment that is due. */
export interface MemberOwes {
  readonly material: Rupiah;
  readonly service: Rupiah;
  readonly principal: Rupiah;
}

/** Rupiah due from a member on a gross share: the savings rule for IKS, the group's own for its fee. Below zero counts as nothing. */
export type DueOn = (gross: Rupiah, memberId: string) => Rupiah;

export interface ShareRequest {
  /** What was settled by the buyer and is shared now: money and material set off alike, rupiah. */
  readonly amount: Rupiah;
  readonly lots: readonly ShareLot[];
  /** Members without an entry owe nothing. */
  readonly owes: ReadonlyMap<string, MemberOwes>;
  readonly iksDue: DueOn;
  readonly feeDue: DueOn;
  readonly say: SayQuantity;
}

export interface MemberShare {
  readonly memberId: string;
  readonly lots: readonly LotShare[];
  readonly gross: Rupiah;
  readonly taken: Deductions;
  /** What could not be taken and stays owed. */
  readonly stillOwed: Deductions;
  /** gross - material - IKS - instalment - the group's fee (rule 40). */
  readonly net: Rupiah;
  /** Each figure of the slip and why. */
  readonly slip: readonly SlipLine[];
}

export interface ShareOut {
  readonly members: readonly MemberShare[];
  readonly gross: Rupiah;
  readonly taken: Deductions;
  /** Sum to be paid to members. With material set off it can exceed the cash that came in, when the store still holds that material. */
  readonly net: Rupiah;
}

/**
 * Shares what a buyer settled (a part payment, material set off, or both) to the members by their lots, then takes what each
 * owes in the order of `DEDUCTIONS`, never below zero. Members come in the order of their first lot. Problems as `shareByLot`.
 */
export function shareOut(request: ShareRequest): Result<ShareOut, MarketProblem> {
  const shares = shareByLot(request.amount, request.lots);
  if (!shares.ok) return shares;
  const byMember = Map.groupBy(shares.value, (s) => s.lot.memberId);
  const members = [...byMember].map(([memberId, lots]) => memberShare(memberId, lots, request));
  const taken = record((d) => sum(members.map((m) => m.taken[d])));
  return ok({ members, gross: sum(members.map((m) => m.gross)), taken, net: sum(members.map((m) => m.net)) });
}

function memberShare(memberId: string, lots: readonly LotShare[], { owes, iksDue, feeDue, say }: ShareRequest): MemberShare {
  const gross = sum(lots.map((l) => l.part));
  const { material, service, principal } = owes.get(memberId) ?? { material: ZERO, service: ZERO, principal: ZERO };
  const wanted: Deductions = { material, iks: iksDue(gross, memberId), service, principal, fee: feeDue(gross, memberId) };
  let rest: bigint = gross;
  const taken = record((d) => {
    const part = atLeastZero(wanted[d] < rest ? wanted[d] : rest);
    rest -= part;
    return part;
  });
  const stillOwed = record((d) => atLeastZero(wanted[d] - taken[d]));
  const net = rupiah(rest);
  return { memberId, lots, gross, taken, stillOwed, net, slip: slipLines({ lots, gross, taken, stillOwed, net }, say) };
}

/** One amount a deduction, asked for in their order. */
const record = (amountOf: (deduction: Deduction) => Rupiah): Deductions =>
  Object.fromEntries(DEDUCTIONS.map((d) => [d, amountOf(d)])) as unknown as Deductions;

const atLeastZero = (amount: bigint): Rupiah => rupiah(amount > 0n ? amount : 0n);
