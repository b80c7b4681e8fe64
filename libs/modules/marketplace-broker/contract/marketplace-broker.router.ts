import { contractOf, idSchema, router } from '@anyam/contract-kit';
import { z } from 'zod';
import { daySchema, fileOutput } from './common.schema.ts';
import * as d from './deal.schema.ts';
import './marketplace-broker.port.ts';
import * as o from './offer.schema.ts';
import * as p from './party.schema.ts';
import { marketplaceBrokerPermissions } from './permissions.ts';
import * as t from './trade.schema.ts';

const { guarded } = contractOf(marketplaceBrokerPermissions);
const made = z.object({ id: z.string() });
const byId = z.object({ id: idSchema });
const byGroup = z.object({ groupId: idSchema });
const reads = 'marketplace-broker.read';
const board = 'marketplace-broker.board';
const sells = 'marketplace-broker.sell';
const bids = 'marketplace-broker.bid';
const needs = 'marketplace-broker.need';

const parties = router({
  options: guarded(reads).input(z.void()).output(p.optionsOutput).query(({ ctx }) => ctx.services.marketplaceBroker.parties.options(ctx.call)),
  list: guarded(board).input(p.partyListInput).output(p.partyPage).query(({ ctx, input }) => ctx.services.marketplaceBroker.parties.list(ctx.call, input)),
  get: guarded(board).input(byId).output(p.partyDetail).query(({ ctx, input }) => ctx.services.marketplaceBroker.parties.get(ctx.call, input)),
  forGroup: guarded(sells).input(p.partyOptionsInput).output(z.array(p.partyOption)).query(({ ctx, input }) => ctx.services.marketplaceBroker.parties.forGroup(ctx.call, input)),
  save: guarded('marketplace-broker.party').input(p.partyInput).output(made).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.parties.save(ctx.call, input)),
  block: guarded('marketplace-broker.block').input(p.blockInput).output(made).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.parties.block(ctx.call, input)),
  unblock: guarded('marketplace-broker.block').input(p.blockInput).output(made).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.parties.unblock(ctx.call, input)),
  giveAccount: guarded('marketplace-broker.account').input(p.accountInput).output(made).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.parties.giveAccount(ctx.call, input)),
});

const needsRouter = router({
  list: guarded(reads).input(p.needListInput).output(p.needPage).query(({ ctx, input }) => ctx.services.marketplaceBroker.needs.list(ctx.call, input)),
  publish: guarded(needs).input(p.needInput).output(made).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.needs.publish(ctx.call, input)),
  close: guarded(needs).input(p.closeInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.needs.close(ctx.call, input)),
  materials: guarded(reads).input(p.materialOfferListInput).output(z.array(p.materialOfferRow)).query(({ ctx, input }) => ctx.services.marketplaceBroker.needs.materials(ctx.call, input)),
  publishMaterial: guarded(needs).input(p.materialOfferInput).output(made).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.needs.publishMaterial(ctx.call, input)),
  closeMaterial: guarded(needs).input(p.closeInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.needs.closeMaterial(ctx.call, input)),
});

const offers = router({
  ofGroup: guarded(board).input(byGroup).output(o.groupMarketOutput).query(({ ctx, input }) => ctx.services.marketplaceBroker.offers.ofGroup(ctx.call, input)),
  publish: guarded(sells).input(o.offerInput).output(made).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.offers.publish(ctx.call, input)),
  close: guarded(sells).input(byId).output(z.void()).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.offers.close(ctx.call, input)),
  matches: guarded(reads).input(o.matchInput).output(z.array(o.matchRow)).query(({ ctx, input }) => ctx.services.marketplaceBroker.offers.matches(ctx.call, input)),
  get: guarded(reads).input(byId).output(o.offerView).query(({ ctx, input }) => ctx.services.marketplaceBroker.offers.get(ctx.call, input)),
  board: guarded(board).input(o.boardInput).output(o.boardPage).query(({ ctx, input }) => ctx.services.marketplaceBroker.offers.board(ctx.call, input)),
  totals: guarded(board).input(z.void()).output(o.boardTotals).query(({ ctx }) => ctx.services.marketplaceBroker.offers.totals(ctx.call)),
});

const deals = router({
  list: guarded(reads).input(d.dealListInput).output(d.dealPage).query(({ ctx, input }) => ctx.services.marketplaceBroker.deals.list(ctx.call, input)),
  exportXlsx: guarded('marketplace-broker.export').input(d.dealExportInput).output(fileOutput).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.deals.exportXlsx(ctx.call, input)),
  get: guarded(reads).input(byId).output(d.dealDetail).query(({ ctx, input }) => ctx.services.marketplaceBroker.deals.get(ctx.call, input)),
  compare: guarded(board).input(d.compareInput).output(z.array(d.bidView)).query(({ ctx, input }) => ctx.services.marketplaceBroker.deals.compare(ctx.call, input)),
  bid: guarded(bids).input(d.bidInput).output(d.doneSchema).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.deals.bid(ctx.call, input)),
  revise: guarded(bids).input(d.reviseInput).output(d.doneSchema).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.deals.revise(ctx.call, input)),
  act: guarded(bids).input(d.actInput).output(d.doneSchema).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.deals.act(ctx.call, input)),
  count: guarded(sells).input(d.countInput).output(d.doneSchema).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.deals.count(ctx.call, input)),
  settle: guarded(sells).input(d.settleInput).output(d.doneSchema).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.deals.settle(ctx.call, input)),
  takeBack: guarded(sells).input(d.takeBackInput).output(d.doneSchema).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.deals.takeBack(ctx.call, input)),
  sharePreview: guarded(board).input(z.object({ id: idSchema, on: daySchema })).output(d.sharePreview).query(({ ctx, input }) => ctx.services.marketplaceBroker.deals.sharePreview(ctx.call, input)),
  share: guarded(sells).input(d.shareInput).output(made).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.deals.share(ctx.call, input)),
  reverseShare: guarded(sells).input(d.reverseShareInput).output(made).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.deals.reverseShare(ctx.call, input)),
  reversePayout: guarded(sells).input(d.reversePayoutInput).output(made).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.deals.reversePayout(ctx.call, input)),
  payOut: guarded(sells).input(d.payOutInput).output(made).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.deals.payOut(ctx.call, input)),
});

const trades = router({
  list: guarded(board).input(byGroup).output(t.tradesOutput).query(({ ctx, input }) => ctx.services.marketplaceBroker.trades.list(ctx.call, input)),
  receiveMaterial: guarded(sells).input(t.materialInput).output(made).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.trades.receiveMaterial(ctx.call, input)),
  advance: guarded(sells).input(t.advanceInput).output(made).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.trades.advance(ctx.call, input)),
  repay: guarded(sells).input(t.advanceInput).output(made).mutation(({ ctx, input }) => ctx.services.marketplaceBroker.trades.repay(ctx.call, input)),
});

const fairness = router({
  group: guarded(board).input(byGroup).output(t.groupFairness).query(({ ctx, input }) => ctx.services.marketplaceBroker.fairness.group(ctx.call, input)),
  prices: guarded(board).input(t.pricesInput).output(t.pricesOutput).query(({ ctx, input }) => ctx.services.marketplaceBroker.fairness.prices(ctx.call, input)),
});

export const marketplaceBrokerRouter = router({ parties, needs: needsRouter, offers, deals, trades, fairness });
export type MarketplaceBrokerRouter = typeof marketplaceBrokerRouter;
