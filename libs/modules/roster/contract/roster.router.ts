import { contractOf, idSchema, pageOf, router } from '@anyam/contract-kit';
import { z } from 'zod';
import { rosterPermissions } from './permissions.ts';
import './roster.port.ts';
import {
  correctInput, extractInput, extractResult, extractRow, fileOut, headerInput, historyRow, importRow, importView, mappingInput, rowsInput, skipInput, startInput, storeInput, undoInput,
} from './roster.schema.ts';

const { guarded } = contractOf(rosterPermissions);
const byId = z.object({ id: idSchema });
const reading = guarded('roster.read');
const importing = guarded('roster.import');

export const rosterRouter = router({
  history: reading.input(z.void()).output(z.array(historyRow)).query(({ ctx }) => ctx.services.roster.history(ctx.call)),
  get: reading.input(byId).output(importView).query(({ ctx, input }) => ctx.services.roster.get(ctx.call, input)),
  rows: reading.input(rowsInput).output(pageOf(importRow)).query(({ ctx, input }) => ctx.services.roster.rows(ctx.call, input)),
  extracts: reading.input(z.void()).output(z.array(extractRow)).query(({ ctx }) => ctx.services.roster.extracts(ctx.call)),
  faultsFile: importing.input(byId).output(fileOut).mutation(({ ctx, input }) => ctx.services.roster.faultsFile(ctx.call, input)),
  start: importing.input(startInput).output(importView).mutation(({ ctx, input }) => ctx.services.roster.start(ctx.call, input)),
  setMapping: importing.input(mappingInput).output(importView).mutation(({ ctx, input }) => ctx.services.roster.setMapping(ctx.call, input)),
  setHeader: importing.input(headerInput).output(importView).mutation(({ ctx, input }) => ctx.services.roster.setHeader(ctx.call, input)),
  correct: importing.input(correctInput).output(importView).mutation(({ ctx, input }) => ctx.services.roster.correct(ctx.call, input)),
  skip: importing.input(skipInput).output(importView).mutation(({ ctx, input }) => ctx.services.roster.skip(ctx.call, input)),
  store: importing.input(storeInput).output(importView).mutation(({ ctx, input }) => ctx.services.roster.store(ctx.call, input)),
  undo: importing.input(undoInput).output(importView).mutation(({ ctx, input }) => ctx.services.roster.undo(ctx.call, input)),
  drop: importing.input(byId).output(z.void()).mutation(({ ctx, input }) => ctx.services.roster.drop(ctx.call, input)),
  importExtract: importing.input(extractInput).output(extractResult).mutation(({ ctx, input }) => ctx.services.roster.importExtract(ctx.call, input)),
});
export type RosterRouter = typeof rosterRouter;
