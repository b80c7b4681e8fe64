import { contractOf, router } from '@anyam/contract-kit';
import { z } from 'zod';
import { doneSchema, downloadSchema, idInput } from './common.schema.ts';
import './disbursement.port.ts';
import { disbursementPermissions } from './permissions.ts';
import {
  decreeChangeInput, decreeDetail, decreeDownloadInput, decreeDraftInput, decreeIssueInput, decreeListInput, decreeListOutput, decreeRevokeInput, decreeVerifyOutput,
} from './decree.schema.ts';

const { guarded } = contractOf(disbursementPermissions);

export const decreeRouter = router({
  list: guarded('disbursement.read')
    .input(decreeListInput)
    .output(decreeListOutput)
    .query(({ ctx, input }) => ctx.services.disbursement.decrees.list(ctx.call, input)),
  detail: guarded('disbursement.read')
    .input(idInput)
    .output(decreeDetail)
    .query(({ ctx, input }) => ctx.services.disbursement.decrees.detail(ctx.call, input)),
  draft: guarded('disbursement.draft')
    .input(decreeDraftInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.decrees.draft(ctx.call, input)),
  change: guarded('disbursement.draft')
    .input(decreeChangeInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.decrees.change(ctx.call, input)),
  discard: guarded('disbursement.draft')
    .input(idInput)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.disbursement.decrees.discard(ctx.call, input)),
  issue: guarded('disbursement.decree')
    .input(decreeIssueInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.decrees.issue(ctx.call, input)),
  revoke: guarded('disbursement.decree')
    .input(decreeRevokeInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.decrees.revoke(ctx.call, input)),
  download: guarded('disbursement.export')
    .input(decreeDownloadInput)
    .output(downloadSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.decrees.download(ctx.call, input)),
  verify: guarded('disbursement.read')
    .input(idInput)
    .output(decreeVerifyOutput)
    .query(({ ctx, input }) => ctx.services.disbursement.decrees.verify(ctx.call, input)),
});
