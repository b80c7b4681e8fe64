import { contractOf, router } from '@anyam/contract-kit';
import { doneSchema, downloadSchema, idInput } from './common.schema.ts';
import './disbursement.port.ts';
import { disbursementPermissions } from './permissions.ts';
import {
  lpjActInput, lpjApproveShiftInput, lpjConfirmInput, lpjDetail, lpjExportInput, lpjListInput, lpjListOutput, lpjNoteInput, lpjSaveInput, refundInput,
} from './lpj.schema.ts';

const { guarded } = contractOf(disbursementPermissions);

export const lpjRouter = router({
  list: guarded('disbursement.read')
    .input(lpjListInput)
    .output(lpjListOutput)
    .query(({ ctx, input }) => ctx.services.disbursement.lpj.list(ctx.call, input)),
  export: guarded('disbursement.export')
    .input(lpjExportInput)
    .output(downloadSchema)
    .query(({ ctx, input }) => ctx.services.disbursement.lpj.export(ctx.call, input)),
  detail: guarded('disbursement.read')
    .input(idInput)
    .output(lpjDetail)
    .query(({ ctx, input }) => ctx.services.disbursement.lpj.detail(ctx.call, input)),
  save: guarded('disbursement.account')
    .input(lpjSaveInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.lpj.save(ctx.call, input)),
  confirm: guarded('disbursement.account')
    .input(lpjConfirmInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.lpj.confirm(ctx.call, input)),
  note: guarded('disbursement.review')
    .input(lpjNoteInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.lpj.note(ctx.call, input)),
  approveShift: guarded('disbursement.approve')
    .input(lpjApproveShiftInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.lpj.approveShift(ctx.call, input)),
  act: guarded('disbursement.act')
    .input(lpjActInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.lpj.act(ctx.call, input)),
  refund: guarded('disbursement.pay')
    .input(refundInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.lpj.refund(ctx.call, input)),
});
