// Written by tools/module/registry.ts from the module folders. Do not edit.
import { router } from '@anyam/contract-kit';
import { accessRouter } from '@anyam/access/contract';
import { programmeRouter } from '@anyam/programme/contract';
import { territoryRouter } from '@anyam/territory/contract';
export const appRouter = router({ access: accessRouter, programme: programmeRouter, territory: territoryRouter });
export type AppRouter = typeof appRouter;
