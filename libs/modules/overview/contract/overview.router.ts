import { contractOf, router } from '@anyam/contract-kit';
import { z } from 'zod';
import './overview.port.ts';
import { ownOutput } from './own.schema.ts';
import { exportInput, exportOutput, homeInput, homeOutput, searchInput, searchOutput } from './overview.schema.ts';
import { overviewPermissions } from './permissions.ts';

const { guarded } = contractOf(overviewPermissions);

export const overviewRouter = router({
  own: guarded('overview.own').input(z.void()).output(ownOutput).query(({ ctx }) => ctx.services.overview.own(ctx.call)),
  home: guarded('overview.read').input(homeInput).output(homeOutput).query(({ ctx, input }) => ctx.services.overview.home(ctx.call, input)),
  search: guarded('overview.read').input(searchInput).output(searchOutput).query(({ ctx, input }) => ctx.services.overview.search(ctx.call, input)),
  export: guarded('overview.export').input(exportInput).output(exportOutput).mutation(({ ctx, input }) => ctx.services.overview.export(ctx.call, input)),
});
export type OverviewRouter = typeof overviewRouter;
