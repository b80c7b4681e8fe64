import { contractOf, idSchema, router, SIGNED_IN, textSchema } from '@anyam/contract-kit';
import { z } from 'zod';
import './access.port.ts';
import { createUserInput, device, grantInput, me, passwordSchema, userRow } from './access.schema.ts';
import { accessPermissions } from './permissions.ts';

const { guarded } = contractOf(accessPermissions);

export const accessRouter = router({
  me: guarded(SIGNED_IN).input(z.void()).output(me).query(({ ctx }) => ctx.services.access.me(ctx.call)),
  setLanguage: guarded(SIGNED_IN)
    .input(z.object({ language: z.enum(['id', 'en']) }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.access.setLanguage(ctx.call, input)),
  devices: guarded(SIGNED_IN).input(z.void()).output(z.array(device)).query(({ ctx }) => ctx.services.access.devices(ctx.call)),
  revokeDevice: guarded(SIGNED_IN)
    .input(z.object({ id: textSchema(64) }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.access.revokeDevice(ctx.call, input)),
  users: guarded('access.users').input(z.void()).output(z.array(userRow)).query(({ ctx }) => ctx.services.access.users(ctx.call)),
  createUser: guarded('access.manage')
    .input(createUserInput)
    .output(userRow)
    .mutation(({ ctx, input }) => ctx.services.access.createUser(ctx.call, input)),
  grant: guarded('access.manage')
    .input(grantInput)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.access.grant(ctx.call, input)),
  endGrant: guarded('access.manage')
    .input(z.object({ id: idSchema, reason: textSchema(300) }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.access.endGrant(ctx.call, input)),
  setDisabled: guarded('access.manage')
    .input(z.object({ userId: textSchema(64), disabled: z.boolean(), reason: textSchema(300) }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.access.setDisabled(ctx.call, input)),
  setPassword: guarded('access.manage')
    .input(z.object({ userId: textSchema(64), password: passwordSchema }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.access.setPassword(ctx.call, input)),
});
export type AccessRouter = typeof accessRouter;
