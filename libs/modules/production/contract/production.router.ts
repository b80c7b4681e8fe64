import { contractOf, idSchema, router } from '@anyam/contract-kit';
import { z } from 'zod';
import * as c from './catalogue.schema.ts';
import { byGroup, byId, downloadSchema, madeSchema } from './common.schema.ts';
import * as d from './district.schema.ts';
import * as g from './goods.schema.ts';
import * as h from './herd.schema.ts';
import { productionPermissions } from './permissions.ts';
import './production.port.ts';
import * as s from './store.schema.ts';
import * as t from './target.schema.ts';

const { guarded } = contractOf(productionPermissions);
const read = 'production.read';
const write = 'production.write';
const correct = 'production.correct';
const keep = 'production.catalogue';

export const productionRouter = router({
  catalogue: router({
    list: guarded(read).input(z.void()).output(c.catalogueView).query(({ ctx }) => ctx.services.production.catalogue.list(ctx.call)),
    saveProduct: guarded(keep).input(c.saveProductInput).output(madeSchema).mutation(({ ctx, input }) => ctx.services.production.catalogue.saveProduct(ctx.call, input)),
    saveMaterial: guarded(keep).input(c.saveMaterialInput).output(madeSchema).mutation(({ ctx, input }) => ctx.services.production.catalogue.saveMaterial(ctx.call, input)),
    saveNorm: guarded(keep).input(c.saveNormInput).output(madeSchema).mutation(({ ctx, input }) => ctx.services.production.catalogue.saveNorm(ctx.call, input)),
    removeNorm: guarded(keep).input(z.object({ id: idSchema })).output(z.void()).mutation(({ ctx, input }) => ctx.services.production.catalogue.removeNorm(ctx.call, input)),
  }),
  targets: router({
    board: guarded(read).input(byGroup).output(t.boardView).query(({ ctx, input }) => ctx.services.production.targets.board(ctx.call, input)),
    drop: guarded('production.target').input(t.dropTargetInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.production.targets.drop(ctx.call, input)),
    set: guarded('production.target').input(t.setTargetInput).output(t.setTargetOutput).mutation(({ ctx, input }) => ctx.services.production.targets.set(ctx.call, input)),
  }),
  goods: router({
    add: guarded(write).input(g.addDepositInput).output(g.addDepositOutput).mutation(({ ctx, input }) => ctx.services.production.goods.add(ctx.call, input)),
    deposits: guarded(read).input(g.depositListInput).output(g.depositPage).query(({ ctx, input }) => ctx.services.production.goods.deposits(ctx.call, input)),
    slip: guarded(read).input(byId).output(g.slipView).query(({ ctx, input }) => ctx.services.production.goods.slip(ctx.call, input)),
    voidDeposit: guarded(correct).input(g.voidDepositInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.production.goods.voidDeposit(ctx.call, input)),
    lots: guarded(read).input(g.lotListInput).output(g.lotPage).query(({ ctx, input }) => ctx.services.production.goods.lots(ctx.call, input)),
    moveLot: guarded(write).input(g.moveLotInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.production.goods.moveLot(ctx.call, input)),
    findLot: guarded(read).input(g.findLotInput).output(g.findLotOutput).query(({ ctx, input }) => ctx.services.production.goods.findLot(ctx.call, input)),
  }),
  store: router({
    view: guarded(read).input(byGroup).output(s.storeView).query(({ ctx, input }) => ctx.services.production.store.view(ctx.call, input)),
    receive: guarded(write).input(s.receiveInput).output(madeSchema).mutation(({ ctx, input }) => ctx.services.production.store.receive(ctx.call, input)),
    move: guarded(write).input(s.moveMaterialInput).output(madeSchema).mutation(({ ctx, input }) => ctx.services.production.store.move(ctx.call, input)),
    correct: guarded(correct).input(s.correctInput).output(madeSchema).mutation(({ ctx, input }) => ctx.services.production.store.correct(ctx.call, input)),
    moves: guarded(read).input(s.moveListInput).output(s.movePage).query(({ ctx, input }) => ctx.services.production.store.moves(ctx.call, input)),
  }),
  herd: router({
    view: guarded(read).input(h.herdInput).output(h.herdView).query(({ ctx, input }) => ctx.services.production.herd.view(ctx.call, input)),
    takeIn: guarded(write).input(h.herdInInput).output(h.herdDone).mutation(({ ctx, input }) => ctx.services.production.herd.takeIn(ctx.call, input)),
    birth: guarded(write).input(h.herdBirthInput).output(h.herdDone).mutation(({ ctx, input }) => ctx.services.production.herd.birth(ctx.call, input)),
    takeOut: guarded(write).input(h.herdOutInput).output(h.herdDone).mutation(({ ctx, input }) => ctx.services.production.herd.takeOut(ctx.call, input)),
    change: guarded(write).input(h.herdChangeInput).output(h.herdDone).mutation(({ ctx, input }) => ctx.services.production.herd.change(ctx.call, input)),
    voidEvent: guarded(correct).input(h.herdVoidInput).output(madeSchema).mutation(({ ctx, input }) => ctx.services.production.herd.voidEvent(ctx.call, input)),
    count: guarded(write).input(h.stockCountInput).output(h.stockCountOutput).mutation(({ ctx, input }) => ctx.services.production.herd.count(ctx.call, input)),
    closeCase: guarded(correct).input(h.closeCaseInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.production.herd.closeCase(ctx.call, input)),
  }),
  district: router({
    list: guarded('production.board').input(d.districtListInput).output(d.districtPage).query(({ ctx, input }) => ctx.services.production.district.list(ctx.call, input)),
    chart: guarded('production.board').input(d.chartInput).output(d.chartView).query(({ ctx, input }) => ctx.services.production.district.chart(ctx.call, input)),
    exportXlsx: guarded('production.export').input(d.districtExportInput).output(downloadSchema).mutation(({ ctx, input }) => ctx.services.production.district.exportXlsx(ctx.call, input)),
  }),
});
export type ProductionRouter = typeof productionRouter;
