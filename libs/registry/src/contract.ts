// Written by tools/module/registry.ts from the module folders. Do not edit.
import { router } from '@anyam/contract-kit';
import { accessRouter } from '@anyam/access/contract';
import { auditRouter } from '@anyam/audit/contract';
import { disbursementRouter } from '@anyam/disbursement/contract';
import { groupRouter } from '@anyam/group/contract';
import { memberRouter } from '@anyam/member/contract';
import { overviewRouter } from '@anyam/overview/contract';
import { programmeRouter } from '@anyam/programme/contract';
import { rosterRouter } from '@anyam/roster/contract';
import { territoryRouter } from '@anyam/territory/contract';
export const appRouter = router({
  access: accessRouter,
  audit: auditRouter,
  disbursement: disbursementRouter,
  group: groupRouter,
  member: memberRouter,
  overview: overviewRouter,
  programme: programmeRouter,
  roster: rosterRouter,
  territory: territoryRouter,
});
export type AppRouter = typeof appRouter;
