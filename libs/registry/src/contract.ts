// Written by tools/module/registry.ts from the module folders. Do not edit.
import { router } from '@anyam/contract-kit';
import { accessRouter } from '@anyam/access/contract';
import { auditRouter } from '@anyam/audit/contract';
import { booksRouter } from '@anyam/books/contract';
import { disbursementRouter } from '@anyam/disbursement/contract';
import { groupRouter } from '@anyam/group/contract';
import { marketplaceBrokerRouter } from '@anyam/marketplace-broker/contract';
import { meetingRouter } from '@anyam/meeting/contract';
import { memberRouter } from '@anyam/member/contract';
import { overviewRouter } from '@anyam/overview/contract';
import { productionRouter } from '@anyam/production/contract';
import { programmeRouter } from '@anyam/programme/contract';
import { rosterRouter } from '@anyam/roster/contract';
import { savingsRouter } from '@anyam/savings/contract';
import { territoryRouter } from '@anyam/territory/contract';
export const appRouter = router({
  access: accessRouter,
  audit: auditRouter,
  books: booksRouter,
  disbursement: disbursementRouter,
  group: groupRouter,
  marketplaceBroker: marketplaceBrokerRouter,
  meeting: meetingRouter,
  member: memberRouter,
  overview: overviewRouter,
  production: productionRouter,
  programme: programmeRouter,
  roster: rosterRouter,
  savings: savingsRouter,
  territory: territoryRouter,
});
export type AppRouter = typeof appRouter;
