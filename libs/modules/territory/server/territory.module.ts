import { serverModule } from '@anyam/server-kit';
import { createTerritory } from './territory.service.ts';

export const territoryModule = serverModule({ id: 'territory', dependsOn: [], create: (kit) => createTerritory(kit) });
