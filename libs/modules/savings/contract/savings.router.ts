import { contractOf, router } from '@anyam/contract-kit';
import { byGroup, byId, byMeeting } from './common.schema.ts';
import * as fund from './fund.schema.ts';
import * as lists from './list.schema.ts';
import * as loans from './loan.schema.ts';
import { savingsPermissions } from './permissions.ts';
import './savings.port.ts';
import * as sheets from './sheet.schema.ts';

const { guarded } = contractOf(savingsPermissions);

const sheetRouter = router({
  get: guarded('savings.read').input(byMeeting).output(sheets.sheetView).query(({ ctx, input }) => ctx.services.savings.sheet.get(ctx.call, input)),
  readAloud: guarded('savings.read').input(byMeeting).output(sheets.readAloudView).query(({ ctx, input }) => ctx.services.savings.sheet.readAloud(ctx.call, input)),
  post: guarded('savings.record').input(sheets.postSheetInput).output(sheets.postSheetOutput).mutation(({ ctx, input }) => ctx.services.savings.sheet.post(ctx.call, input)),
});
const fundRouter = router({
  get: guarded('savings.read').input(byGroup).output(fund.fundView).query(({ ctx, input }) => ctx.services.savings.fund.get(ctx.call, input)),
  entries: guarded('savings.read').input(fund.entriesInput).output(fund.entriesPage).query(({ ctx, input }) => ctx.services.savings.fund.entries(ctx.call, input)),
  receive: guarded('savings.record').input(fund.receiveInput).output(fund.written).mutation(({ ctx, input }) => ctx.services.savings.fund.receive(ctx.call, input)),
  withdraw: guarded('savings.record').input(fund.withdrawInput).output(fund.written).mutation(({ ctx, input }) => ctx.services.savings.fund.withdraw(ctx.call, input)),
  reverse: guarded('savings.record').input(fund.reverseInput).output(fund.written).mutation(({ ctx, input }) => ctx.services.savings.fund.reverse(ctx.call, input)),
  reverseUse: guarded('savings.decide').input(fund.reverseUseInput).output(fund.written).mutation(({ ctx, input }) => ctx.services.savings.fund.reverseUse(ctx.call, input)),
  use: guarded('savings.decide').input(fund.useIksInput).output(fund.written).mutation(({ ctx, input }) => ctx.services.savings.fund.use(ctx.call, input)),
});
const loanRouter = router({
  ofGroup: guarded('savings.read').input(byGroup).output(loans.loansOutput).query(({ ctx, input }) => ctx.services.savings.loans.ofGroup(ctx.call, input)),
  detail: guarded('savings.read').input(byId).output(loans.loanDetail).query(({ ctx, input }) => ctx.services.savings.loans.detail(ctx.call, input)),
  request: guarded('savings.record').input(loans.requestLoanInput).output(loans.loanDone).mutation(({ ctx, input }) => ctx.services.savings.loans.request(ctx.call, input)),
  approve: guarded('savings.decide').input(loans.approveLoanInput).output(loans.loanDone).mutation(({ ctx, input }) => ctx.services.savings.loans.approve(ctx.call, input)),
  refuse: guarded('savings.decide').input(loans.refuseLoanInput).output(loans.loanDone).mutation(({ ctx, input }) => ctx.services.savings.loans.refuse(ctx.call, input)),
  payOut: guarded('savings.decide').input(loans.payOutLoanInput).output(loans.loanDone).mutation(({ ctx, input }) => ctx.services.savings.loans.payOut(ctx.call, input)),
  pay: guarded('savings.record').input(loans.payLoanInput).output(loans.loanDone).mutation(({ ctx, input }) => ctx.services.savings.loans.pay(ctx.call, input)),
  reschedule: guarded('savings.decide').input(loans.rescheduleLoanInput).output(loans.loanDone).mutation(({ ctx, input }) => ctx.services.savings.loans.reschedule(ctx.call, input)),
  writeOff: guarded('savings.decide').input(loans.writeOffLoanInput).output(loans.loanDone).mutation(({ ctx, input }) => ctx.services.savings.loans.writeOff(ctx.call, input)),
});
const listRouter = router({
  list: guarded('savings.read').input(lists.listInput).output(lists.savingsPage).query(({ ctx, input }) => ctx.services.savings.lists.list(ctx.call, input)),
  facets: guarded('savings.read').input(lists.listFilter).output(lists.facetsOutput).query(({ ctx, input }) => ctx.services.savings.lists.facets(ctx.call, input)),
  growth: guarded('savings.read').input(lists.growthInput).output(lists.growthOutput).query(({ ctx, input }) => ctx.services.savings.lists.growth(ctx.call, input)),
  exportXlsx: guarded('savings.export').input(lists.exportInput).output(lists.exportOutput).mutation(({ ctx, input }) => ctx.services.savings.lists.exportXlsx(ctx.call, input)),
});

export const savingsRouter = router({ sheet: sheetRouter, fund: fundRouter, loans: loanRouter, lists: listRouter });
export type SavingsRouter = typeof savingsRouter;
