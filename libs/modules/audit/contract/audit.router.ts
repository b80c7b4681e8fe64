import { contractOf, pageOf, router } from '@anyam/contract-kit';
import { z } from 'zod';
import './audit.port.ts';
import { auditExport, auditFilter, auditListInput, auditRow, chainState } from './audit.schema.ts';
import { auditPermissions } from './permissions.ts';

const { guarded } = contractOf(auditPermissions);

export const auditRouter = router({
  list: guarded('audit.read').input(auditListInput).output(pageOf(auditRow)).query(({ ctx, input }) => ctx.services.audit.list(ctx.call, input)),
  actors: guarded('audit.read')
    .input(z.void())
    .output(z.array(z.object({ id: z.string(), name: z.string() })))
    .query(({ ctx }) => ctx.services.audit.actors(ctx.call)),
  actions: guarded('audit.read').input(z.void()).output(z.array(z.string())).query(({ ctx }) => ctx.services.audit.actions(ctx.call)),
  kinds: guarded('audit.read').input(z.void()).output(z.array(z.string())).query(({ ctx }) => ctx.services.audit.kinds(ctx.call)),
  verify: guarded('audit.read').input(z.void()).output(chainState).query(({ ctx }) => ctx.services.audit.verify(ctx.call)),
  export: guarded('audit.export').input(auditFilter).output(auditExport).mutation(({ ctx, input }) => ctx.services.audit.export(ctx.call, input)),
});
export type AuditRouter = typeof auditRouter;
