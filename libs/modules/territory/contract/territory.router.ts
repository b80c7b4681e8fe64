import { contractOf, idSchema, router, SIGNED_IN } from '@anyam/contract-kit';
import { z } from 'zod';
import { territoryPermissions } from './permissions.ts';
import './territory.port.ts';
import { aboutInput, aboutOutput, aliasInput, aliasRow, childrenInput, matchInput, matchOutput, regionRow } from './territory.schema.ts';

const { guarded } = contractOf(territoryPermissions);

export const territoryRouter = router({
  // Names of areas are the same for everybody, and a partner's forms ask for a village too.
  children: guarded(SIGNED_IN)
    .input(childrenInput)
    .output(z.array(regionRow))
    .query(({ ctx, input }) => ctx.services.territory.children(ctx.call, input)),
  match: guarded(SIGNED_IN)
    .input(matchInput)
    .output(matchOutput)
    .query(({ ctx, input }) => ctx.services.territory.match(ctx.call, input)),
  about: guarded('territory.read')
    .input(aboutInput)
    .output(aboutOutput)
    .query(({ ctx, input }) => ctx.services.territory.about(ctx.call, input)),
  aliases: guarded('territory.read')
    .input(z.void())
    .output(z.array(aliasRow))
    .query(({ ctx }) => ctx.services.territory.aliases(ctx.call)),
  addAlias: guarded('territory.alias')
    .input(aliasInput)
    .output(aliasRow)
    .mutation(({ ctx, input }) => ctx.services.territory.addAlias(ctx.call, input)),
  removeAlias: guarded('territory.alias')
    .input(z.object({ id: idSchema }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.territory.removeAlias(ctx.call, input)),
});
export type TerritoryRouter = typeof territoryRouter;
