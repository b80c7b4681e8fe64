import { contractOf, router } from '@anyam/contract-kit';
import { z } from 'zod';
import { programmePermissions } from './permissions.ts';
import './programme.port.ts';
import {
  addRuleSetInput, byId, programmeExport, programmeExportInput, createInput, currentRulesInput, listInput, programmeDetail, programmeRow, ruleSetView, updateInput,
} from './programme.schema.ts';

const { guarded } = contractOf(programmePermissions);

export const programmeRouter = router({
  list: guarded('programme.read').input(listInput).output(z.array(programmeRow))
    .query(({ ctx, input }) => ctx.services.programme.list(ctx.call, input)),
  exportXlsx: guarded('programme.export').input(programmeExportInput).output(programmeExport)
    .mutation(({ ctx, input }) => ctx.services.programme.exportXlsx(ctx.call, input)),
  get: guarded('programme.read').input(byId).output(programmeDetail)
    .query(({ ctx, input }) => ctx.services.programme.get(ctx.call, input)),
  create: guarded('programme.manage').input(createInput).output(byId)
    .mutation(({ ctx, input }) => ctx.services.programme.create(ctx.call, input)),
  update: guarded('programme.manage').input(updateInput).output(z.void())
    .mutation(({ ctx, input }) => ctx.services.programme.update(ctx.call, input)),
  ruleSet: guarded('programme.read').input(byId).output(ruleSetView)
    .query(({ ctx, input }) => ctx.services.programme.ruleSet(ctx.call, input)),
  currentRules: guarded('programme.read').input(currentRulesInput).output(ruleSetView)
    .query(({ ctx, input }) => ctx.services.programme.currentRules(ctx.call, input)),
  addRuleSet: guarded('programme.rules').input(addRuleSetInput).output(ruleSetView)
    .mutation(({ ctx, input }) => ctx.services.programme.addRuleSet(ctx.call, input)),
});
export type ProgrammeRouter = typeof programmeRouter;
