import { contractOf, router } from '@anyam/contract-kit';
import { z } from 'zod';
import './disbursement.port.ts';
import { disbursementPermissions } from './permissions.ts';
import {
  balancesInput, balancesOutput, figuresInput, figuresOutput, groupMoneyInput, groupMoneyOutput, separationOutput, tasksOutput, verifyLedgerOutput,
} from './figures.schema.ts';

const { guarded } = contractOf(disbursementPermissions);

export const figuresRouter = router({
  figures: guarded('disbursement.read')
    .input(figuresInput)
    .output(figuresOutput)
    .query(({ ctx, input }) => ctx.services.disbursement.figures.figures(ctx.call, input)),
  tasks: guarded('disbursement.read')
    .input(z.void())
    .output(tasksOutput)
    .query(({ ctx }) => ctx.services.disbursement.figures.tasks(ctx.call)),
  balances: guarded('disbursement.books')
    .input(balancesInput)
    .output(balancesOutput)
    .query(({ ctx, input }) => ctx.services.disbursement.figures.balances(ctx.call, input)),
  groupMoney: guarded('disbursement.read')
    .input(groupMoneyInput)
    .output(groupMoneyOutput)
    .query(({ ctx, input }) => ctx.services.disbursement.figures.groupMoney(ctx.call, input)),
  verifyLedger: guarded('disbursement.books')
    .input(z.void())
    .output(verifyLedgerOutput)
    .query(({ ctx }) => ctx.services.disbursement.figures.verifyLedger(ctx.call)),
  separationBreaches: guarded('disbursement.books')
    .input(balancesInput)
    .output(separationOutput)
    .query(({ ctx, input }) => ctx.services.disbursement.figures.separationBreaches(ctx.call, input)),
});
