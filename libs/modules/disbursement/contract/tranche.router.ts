import { contractOf, router } from '@anyam/contract-kit';
import { doneSchema, downloadSchema, idInput } from './common.schema.ts';
import './disbursement.port.ts';
import { disbursementPermissions } from './permissions.ts';
import { bulkOutput } from './proposal.schema.ts';
import {
  confirmReceiptInput, repairAccountInput, trancheActInput, trancheBulkActInput, trancheDetail, trancheExportInput, trancheListInput, trancheListOutput,
} from './tranche.schema.ts';

const { guarded } = contractOf(disbursementPermissions);

export const trancheRouter = router({
  list: guarded('disbursement.read')
    .input(trancheListInput)
    .output(trancheListOutput)
    .query(({ ctx, input }) => ctx.services.disbursement.tranches.list(ctx.call, input)),
  export: guarded('disbursement.export')
    .input(trancheExportInput)
    .output(downloadSchema)
    .query(({ ctx, input }) => ctx.services.disbursement.tranches.export(ctx.call, input)),
  detail: guarded('disbursement.read')
    .input(idInput)
    .output(trancheDetail)
    .query(({ ctx, input }) => ctx.services.disbursement.tranches.detail(ctx.call, input)),
  act: guarded('disbursement.act')
    .input(trancheActInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.tranches.act(ctx.call, input)),
  bulkAct: guarded('disbursement.act')
    .input(trancheBulkActInput)
    .output(bulkOutput)
    .mutation(({ ctx, input }) => ctx.services.disbursement.tranches.bulkAct(ctx.call, input)),
  confirmReceipt: guarded('disbursement.account')
    .input(confirmReceiptInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.tranches.confirmReceipt(ctx.call, input)),
  repairAccount: guarded('disbursement.propose')
    .input(repairAccountInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.tranches.repairAccount(ctx.call, input)),
});
