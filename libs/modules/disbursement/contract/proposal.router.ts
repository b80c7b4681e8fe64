import { contractOf, router } from '@anyam/contract-kit';
import { doneSchema, downloadSchema, idInput } from './common.schema.ts';
import './disbursement.port.ts';
import { disbursementPermissions } from './permissions.ts';
import {
  attachDocumentInput, attachDocumentManyInput, budgetPlanCopyInput, budgetPlanInput, bulkOutput, eligibilityInput, proposalActInput, proposalBulkActInput, proposalBulkCreateInput, proposalCreateInput, proposalDetail, proposalExportInput, proposalListInput, proposalListOutput, removeDocumentInput, trainingInput, visitInput,
} from './proposal.schema.ts';

const { guarded } = contractOf(disbursementPermissions);

export const proposalRouter = router({
  list: guarded('disbursement.read')
    .input(proposalListInput)
    .output(proposalListOutput)
    .query(({ ctx, input }) => ctx.services.disbursement.proposals.list(ctx.call, input)),
  export: guarded('disbursement.export')
    .input(proposalExportInput)
    .output(downloadSchema)
    .query(({ ctx, input }) => ctx.services.disbursement.proposals.export(ctx.call, input)),
  detail: guarded('disbursement.read')
    .input(idInput)
    .output(proposalDetail)
    .query(({ ctx, input }) => ctx.services.disbursement.proposals.detail(ctx.call, input)),
  create: guarded('disbursement.propose')
    .input(proposalCreateInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.proposals.create(ctx.call, input)),
  bulkCreate: guarded('disbursement.propose')
    .input(proposalBulkCreateInput)
    .output(bulkOutput)
    .mutation(({ ctx, input }) => ctx.services.disbursement.proposals.bulkCreate(ctx.call, input)),
  saveBudgetPlan: guarded('disbursement.propose')
    .input(budgetPlanInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.proposals.saveBudgetPlan(ctx.call, input)),
  copyBudgetPlan: guarded('disbursement.propose')
    .input(budgetPlanCopyInput)
    .output(bulkOutput)
    .mutation(({ ctx, input }) => ctx.services.disbursement.proposals.copyBudgetPlan(ctx.call, input)),
  attachDocument: guarded('disbursement.propose')
    .input(attachDocumentInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.proposals.attachDocument(ctx.call, input)),
  attachDocumentMany: guarded('disbursement.propose')
    .input(attachDocumentManyInput)
    .output(bulkOutput)
    .mutation(({ ctx, input }) => ctx.services.disbursement.proposals.attachDocumentMany(ctx.call, input)),
  removeDocument: guarded('disbursement.propose')
    .input(removeDocumentInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.proposals.removeDocument(ctx.call, input)),
  recordVisit: guarded('disbursement.verify')
    .input(visitInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.proposals.recordVisit(ctx.call, input)),
  recordTraining: guarded('disbursement.propose')
    .input(trainingInput)
    .output(bulkOutput)
    .mutation(({ ctx, input }) => ctx.services.disbursement.proposals.recordTraining(ctx.call, input)),
  checkEligibility: guarded('disbursement.act')
    .input(eligibilityInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.proposals.checkEligibility(ctx.call, input)),
  act: guarded('disbursement.act')
    .input(proposalActInput)
    .output(doneSchema)
    .mutation(({ ctx, input }) => ctx.services.disbursement.proposals.act(ctx.call, input)),
  bulkAct: guarded('disbursement.act')
    .input(proposalBulkActInput)
    .output(bulkOutput)
    .mutation(({ ctx, input }) => ctx.services.disbursement.proposals.bulkAct(ctx.call, input)),
});
