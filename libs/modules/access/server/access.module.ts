import { KIT, portToken, type Kit } from '@anyam/server-kit';
import type { DynamicModule } from '@nestjs/common';
import type { TerritoryPort } from '@anyam/territory/contract';
import { createAccess, type RoleBook } from './access.service.ts';
import { createAuth, type Auth } from './auth.ts';
import { securityLog } from './security-log.ts';

export type { RoleBook } from './access.service.ts';
export { createAuth, type Auth } from './auth.ts';
export const AUTH = 'auth';
export const ROLE_BOOK = 'roleBook';

class AccessModule {}

/** Wired by hand and not by `serverModule`: it also offers the sign-in itself, and needs the registry's role book. */
export const accessModule: DynamicModule = {
  module: AccessModule,
  global: true,
  providers: [
    { provide: AUTH, inject: [KIT], useFactory: (kit: Kit) => createAuth(kit, securityLog(kit)) },
    {
      provide: portToken('access'),
      inject: [KIT, portToken('territory'), AUTH, ROLE_BOOK],
      useFactory: (kit: Kit, territory: TerritoryPort, auth: Auth, book: RoleBook) => createAccess(kit, territory, auth, () => book),
    },
  ],
  exports: [AUTH, portToken('access')],
};
