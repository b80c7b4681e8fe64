import { contractOf, router } from '@anyam/contract-kit';
import { z } from 'zod';
import { doneSchema, downloadSchema, idInput } from './common.schema.ts';
import './disbursement.port.ts';
import { disbursementPermissions } from './permissions.ts';
import {
  bankFormatInput, bankFormatView, batchActInput, batchChangeInput, batchCreateInput, batchDetail, batchListInput, batchListOutput, batchWorkInput, caseCloseInput, caseListInput, caseListOutput, ignoreLineInput, paymentListInput, readyInput, readyRow, reconcileInput, reconcileOutput, statementImportInput, statementImportOutput, workStatusOutput,
} from './batch.schema.ts';

const { guarded } = contractOf(disbursementPermissions);

export const batchRouter = router({
  list: guarded('disbursement.read')
    .input(batchListInput)
    .output(batchListOutput)
    .query(({ ctx, input }) => ctx.services.disbursement.batches.list(ctx.call, input)),
  ready: guarded('disbursement.read')
    .input(readyInput)
    .output(z.array(readyRow))
    .query(({ ctx, input }) => ctx.services.disbursement.batches.ready(ctx.call, input)),
  detail: guarded('disbursement.read')
    .input(idInput)
    .output(batchDetail)
    .query(({ ctx, input }) => ctx.services.disbursement.batches.detail(ctx.call, input)),
  create: guarded('disbursement.draft')
    .input(batchCreateInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.batches.create(ctx.call, input)),
  change: guarded('disbursement.draft')
    .input(batchChangeInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.batches.change(ctx.call, input)),
  act: guarded('disbursement.act')
    .input(batchActInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.batches.act(ctx.call, input)),
  work: guarded('disbursement.act')
    .input(batchWorkInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.batches.work(ctx.call, input)),
  workStatus: guarded('disbursement.read')
    .input(idInput)
    .output(workStatusOutput)
    .query(({ ctx, input }) => ctx.services.disbursement.batches.workStatus(ctx.call, input)),
  paymentList: guarded('disbursement.paymentList')
    .input(paymentListInput)
    .output(downloadSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.batches.paymentList(ctx.call, input)),
  formats: guarded('disbursement.read')
    .input(z.void())
    .output(z.array(bankFormatView))
    .query(({ ctx }) => ctx.services.disbursement.batches.formats(ctx.call)),
  saveFormat: guarded('disbursement.pay')
    .input(bankFormatInput)
    .output(bankFormatView)
    .mutation(({ ctx, input }) => ctx.services.disbursement.batches.saveFormat(ctx.call, input)),
  importStatement: guarded('disbursement.reconcile')
    .input(statementImportInput)
    .output(statementImportOutput)
    .mutation(({ ctx, input }) => ctx.services.disbursement.batches.importStatement(ctx.call, input)),
  reconcile: guarded('disbursement.reconcile')
    .input(reconcileInput)
    .output(reconcileOutput)
    .mutation(({ ctx, input }) => ctx.services.disbursement.batches.reconcile(ctx.call, input)),
  ignoreLine: guarded('disbursement.reconcile')
    .input(ignoreLineInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.batches.ignoreLine(ctx.call, input)),
  cases: guarded('disbursement.read')
    .input(caseListInput)
    .output(caseListOutput)
    .query(({ ctx, input }) => ctx.services.disbursement.batches.cases(ctx.call, input)),
  closeCase: guarded('disbursement.reconcile')
    .input(caseCloseInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.batches.closeCase(ctx.call, input)),
});
