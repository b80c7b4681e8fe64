// Written by tools/module/registry.ts from the module folders. Do not edit.
import { accessModule } from '@anyam/access/server';
import { programmeModule } from '@anyam/programme/server';
import { territoryModule } from '@anyam/territory/server';
export const serverModules = [accessModule, programmeModule, territoryModule];
/** Module id and the name its port has in `ctx.services`. */
export const ports = { access: 'access', programme: 'programme', territory: 'territory' } as const;
