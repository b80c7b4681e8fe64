import { contractOf, router } from '@anyam/contract-kit';
import { z } from 'zod';
import './books.port.ts';
import * as c from './common.schema.ts';
import * as d from './district.schema.ts';
import * as e from './entry.schema.ts';
import * as m from './month.schema.ts';
import { booksPermissions } from './permissions.ts';
import * as r from './report.schema.ts';

const { guarded } = contractOf(booksPermissions);

export const booksRouter = router({
  overview: guarded('books.read')
    .input(c.ofGroup)
    .output(r.overviewView)
    .query(({ ctx, input }) => ctx.services.books.overview(ctx.call, input)),
  moneyBook: guarded('books.read')
    .input(r.moneyBookInput)
    .output(r.bookView)
    .query(({ ctx, input }) => ctx.services.books.moneyBook(ctx.call, input)),
  profitAndLoss: guarded('books.read')
    .input(r.periodInput)
    .output(r.profitView)
    .query(({ ctx, input }) => ctx.services.books.profitAndLoss(ctx.call, input)),
  balanceSheet: guarded('books.read')
    .input(r.dayInput)
    .output(r.balanceView)
    .query(({ ctx, input }) => ctx.services.books.balanceSheet(ctx.call, input)),
  cashFlow: guarded('books.read')
    .input(r.periodInput)
    .output(r.flowView)
    .query(({ ctx, input }) => ctx.services.books.cashFlow(ctx.call, input)),
  trialBalance: guarded('books.read')
    .input(r.dayInput)
    .output(r.trialView)
    .query(({ ctx, input }) => ctx.services.books.trialBalance(ctx.call, input)),
  members: guarded('books.read')
    .input(c.ofGroup)
    .output(r.membersView)
    .query(({ ctx, input }) => ctx.services.books.members(ctx.call, input)),
  memberStatement: guarded('books.read')
    .input(r.statementInput)
    .output(r.statementView)
    .query(({ ctx, input }) => ctx.services.books.memberStatement(ctx.call, input)),
  held: guarded('books.read')
    .input(r.heldInput)
    .output(r.heldView)
    .query(({ ctx, input }) => ctx.services.books.held(ctx.call, input)),
  indicators: guarded('books.read')
    .input(r.periodInput)
    .output(r.indicatorsView)
    .query(({ ctx, input }) => ctx.services.books.indicators(ctx.call, input)),
  entries: guarded('books.read')
    .input(e.entriesInput)
    .output(e.entryPage)
    .query(({ ctx, input }) => ctx.services.books.entries(ctx.call, input)),

  recordExpense: guarded('books.write')
    .input(e.expenseInput)
    .output(c.done)
    .mutation(({ ctx, input }) => ctx.services.books.recordExpense(ctx.call, input)),
  recordIncome: guarded('books.write')
    .input(e.incomeInput)
    .output(c.done)
    .mutation(({ ctx, input }) => ctx.services.books.recordIncome(ctx.call, input)),
  recordPurchase: guarded('books.write')
    .input(e.purchaseInput)
    .output(c.done)
    .mutation(({ ctx, input }) => ctx.services.books.recordPurchase(ctx.call, input)),
  recordAid: guarded('books.write')
    .input(e.aidInput)
    .output(c.done)
    .mutation(({ ctx, input }) => ctx.services.books.recordAid(ctx.call, input)),
  recordOpening: guarded('books.opening')
    .input(e.openingInput)
    .output(c.done)
    .mutation(({ ctx, input }) => ctx.services.books.recordOpening(ctx.call, input)),
  moveMoney: guarded('books.write')
    .input(e.bankInput)
    .output(c.done)
    .mutation(({ ctx, input }) => ctx.services.books.moveMoney(ctx.call, input)),
  payMembers: guarded('books.write')
    .input(e.payMembersInput)
    .output(c.done)
    .mutation(({ ctx, input }) => ctx.services.books.payMembers(ctx.call, input)),
  payParty: guarded('books.write')
    .input(e.payPartyInput)
    .output(c.done)
    .mutation(({ ctx, input }) => ctx.services.books.payParty(ctx.call, input)),
  correct: guarded('books.close')
    .input(e.correctInput)
    .output(c.done)
    .mutation(({ ctx, input }) => ctx.services.books.correct(ctx.call, input)),

  counts: guarded('books.read')
    .input(c.ofGroup)
    .output(m.countsView)
    .query(({ ctx, input }) => ctx.services.books.counts(ctx.call, input)),
  cashOn: guarded('books.read')
    .input(m.cashOnInput)
    .output(m.cashOnView)
    .query(({ ctx, input }) => ctx.services.books.cashOn(ctx.call, input)),
  countCash: guarded('books.write')
    .input(m.countCashInput)
    .output(m.countedView)
    .mutation(({ ctx, input }) => ctx.services.books.countCash(ctx.call, input)),
  months: guarded('books.read')
    .input(c.ofGroup)
    .output(m.monthsView)
    .query(({ ctx, input }) => ctx.services.books.months(ctx.call, input)),
  closing: guarded('books.close')
    .input(m.closingInput)
    .output(m.closingView)
    .query(({ ctx, input }) => ctx.services.books.closing(ctx.call, input)),
  closeMonth: guarded('books.close')
    .input(m.closeMonthInput)
    .output(m.closedView)
    .mutation(({ ctx, input }) => ctx.services.books.closeMonth(ctx.call, input)),

  list: guarded('books.read')
    .input(d.booksListInput)
    .output(d.booksPage)
    .query(({ ctx, input }) => ctx.services.books.list(ctx.call, input)),
  facets: guarded('books.read')
    .input(d.booksFilter)
    .output(d.booksFacets)
    .query(({ ctx, input }) => ctx.services.books.facets(ctx.call, input)),
  district: guarded('books.read')
    .input(z.void())
    .output(d.districtView)
    .query(({ ctx }) => ctx.services.books.district(ctx.call)),
  exportXlsx: guarded('books.export')
    .input(d.booksExportInput)
    .output(d.booksExport)
    .mutation(({ ctx, input }) => ctx.services.books.exportXlsx(ctx.call, input)),
});
export type BooksRouter = typeof booksRouter;
