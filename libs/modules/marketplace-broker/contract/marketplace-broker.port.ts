import type { Call } from '@anyam/contract-kit';
import type { Transaction } from '@anyam/member/contract';
import type { z } from 'zod';
import type { fileOutput } from './common.schema.ts';
import type * as d from './deal.schema.ts';
import type * as o from './offer.schema.ts';
import type * as p from './party.schema.ts';
import type * as t from './trade.schema.ts';

type In<S extends z.ZodType> = z.infer<S>;
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;
type Done = Answer<typeof d.doneSchema>;
type Made = Promise<{ id: string }>;

/** Errors of every write: NOT_FOUND outside the caller's area, and those of the market's domain. */
export interface PartiesPort {
  options(call: Call): Answer<typeof p.optionsOutput>;
  list(call: Call, input: In<typeof p.partyListInput>): Answer<typeof p.partyPage>;
  get(call: Call, input: { id: string }): Answer<typeof p.partyDetail>;
  /** Parties that may deal in these goods with the group; those that may not say why. */
  forGroup(call: Call, input: In<typeof p.partyOptionsInput>): Promise<In<typeof p.partyOption>[]>;
  save(call: Call, input: In<typeof p.partyInput>): Made;
  block(call: Call, input: In<typeof p.blockInput>): Made;
  unblock(call: Call, input: In<typeof p.blockInput>): Made;
  /** A sign-in for the broker that reaches nothing but this party. Errors: PARTY_KIND_WRONG, PARTY_BLOCKED, USERNAME_TAKEN. */
  giveAccount(call: Call, input: In<typeof p.accountInput>): Made;
}
export interface NeedsPort {
  list(call: Call, input: In<typeof p.needListInput>): Answer<typeof p.needPage>;
  publish(call: Call, input: In<typeof p.needInput>): Made;
  close(call: Call, input: { id: string }): Promise<void>;
  materials(call: Call, input: In<typeof p.materialOfferListInput>): Promise<In<typeof p.materialOfferRow>[]>;
  publishMaterial(call: Call, input: In<typeof p.materialOfferInput>): Made;
  closeMaterial(call: Call, input: { id: string }): Promise<void>;
}
export interface OffersPort {
  /** Stock of a group with its age, and what it has on offer. */
  ofGroup(call: Call, input: { groupId: string }): Answer<typeof o.groupMarketOutput>;
  publish(call: Call, input: In<typeof o.offerInput>): Made;
  close(call: Call, input: { id: string }): Promise<void>;
  /** Of one offer for the group, or of one need for the office and its party; the best first, with the reason of each part. */
  matches(call: Call, input: In<typeof o.matchInput>): Promise<In<typeof o.matchRow>[]>;
  /** An offer as a bidder sees it. A broker sees those that it may buy. */
  get(call: Call, input: { id: string }): Answer<typeof o.offerView>;
  board(call: Call, input: In<typeof o.boardInput>): Answer<typeof o.boardPage>;
  totals(call: Call): Answer<typeof o.boardTotals>;
}
export interface DealsPort {
  list(call: Call, input: In<typeof d.dealListInput>): Answer<typeof d.dealPage>;
  exportXlsx(call: Call, input: In<typeof d.dealExportInput>): Answer<typeof fileOutput>;
  get(call: Call, input: { id: string }): Answer<typeof d.dealDetail>;
  /** Bids of a group that wait for an answer, side by side. */
  compare(call: Call, input: In<typeof d.compareInput>): Promise<In<typeof d.bidView>[]>;
  bid(call: Call, input: In<typeof d.bidInput>): Done;
  revise(call: Call, input: In<typeof d.reviseInput>): Done;
  /** `agree` reserves the lots in the same transaction: of twenty who ask for one lot, one gets it (LOT_SHORT). */
  act(call: Call, input: In<typeof d.actInput>): Done;
  count(call: Call, input: In<typeof d.countInput>): Done;
  settle(call: Call, input: In<typeof d.settleInput>): Done;
  takeBack(call: Call, input: In<typeof d.takeBackInput>): Done;
  sharePreview(call: Call, input: { id: string; on: string }): Answer<typeof d.sharePreview>;
  /** Shares what is settled and not yet shared. CHANGED_MEANWHILE when it is no longer what was previewed. */
  share(call: Call, input: In<typeof d.shareInput>): Made;
  /** PAYOUT_TOO_HIGH above what is left of a slip; SHARE_REVERSED. */
  payOut(call: Call, input: In<typeof d.payOutInput>): Made;
  /**
   * Takes a share-out back on a day of an open month: members, fund, loans and books are as before it, and what came in may be shared anew.
   * SLIP_PAID_OUT while a member holds money by it, MONEY_IN_USE when the fund spent the IKS since, MONTH_CLOSED.
   */
  reverseShare(call: Call, input: In<typeof d.reverseShareInput>): Made;
  /** Takes one payment of a slip back. PAYOUT_NOT_THERE, MONTH_CLOSED. */
  reversePayout(call: Call, input: In<typeof d.reversePayoutInput>): Made;
}
export interface TradesPort {
  list(call: Call, input: { groupId: string }): Answer<typeof t.tradesOutput>;
  /** Material that a party brought on account; production puts it into the store and the books. */
  receiveMaterial(call: Call, input: In<typeof t.materialInput>): Made;
  advance(call: Call, input: In<typeof t.advanceInput>): Made;
  repay(call: Call, input: In<typeof t.advanceInput>): Made;
}
export interface FairnessPort {
  group(call: Call, input: { groupId: string }): Answer<typeof t.groupFairness>;
  prices(call: Call, input: In<typeof t.pricesInput>): Answer<typeof t.pricesOutput>;
}

export interface MarketplaceBrokerPort {
  readonly parties: PartiesPort;
  readonly needs: NeedsPort;
  readonly offers: OffersPort;
  readonly deals: DealsPort;
  readonly trades: TradesPort;
  readonly fairness: FairnessPort;
  /** For other modules. No area is applied. */
  partyNames(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>>;
}

declare module '@anyam/contract-kit' {
  interface Services {
    marketplaceBroker: MarketplaceBrokerPort;
  }
}
