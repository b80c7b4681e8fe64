import { contractOf, idSchema, router } from '@anyam/contract-kit';
import { z } from 'zod';
import { memberPermissions } from './permissions.ts';
import './member.port.ts';
import {
  decideInput, duplicatesInput, duplicatesPage, exportInput, exportOutput, lookupInput, lookupOutput, memberDetail, memberListInput, memberPage, revealInput, revealOutput, updatePersonInput,
} from './member.schema.ts';

const { guarded } = contractOf(memberPermissions);

export const memberRouter = router({
  list: guarded('member.read').input(memberListInput).output(memberPage).query(({ ctx, input }) => ctx.services.member.list(ctx.call, input)),
  exportXlsx: guarded('member.export').input(exportInput).output(exportOutput).mutation(({ ctx, input }) => ctx.services.member.exportXlsx(ctx.call, input)),
  get: guarded('member.read').input(z.object({ id: idSchema })).output(memberDetail).query(({ ctx, input }) => ctx.services.member.get(ctx.call, input)),
  reveal: guarded('member.reveal').input(revealInput).output(revealOutput).mutation(({ ctx, input }) => ctx.services.member.reveal(ctx.call, input)),
  update: guarded('member.write').input(updatePersonInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.member.update(ctx.call, input)),
  lookup: guarded('member.write').input(lookupInput).output(lookupOutput).query(({ ctx, input }) => ctx.services.member.lookup(ctx.call, input)),
  duplicates: guarded('member.merge').input(duplicatesInput).output(duplicatesPage).query(({ ctx, input }) => ctx.services.member.duplicates(ctx.call, input)),
  decide: guarded('member.merge').input(decideInput).output(z.void()).mutation(({ ctx, input }) => ctx.services.member.decide(ctx.call, input)),
});
export type MemberRouter = typeof memberRouter;
