import { serverModule } from '@anyam/server-kit';
import { STORE_QUEUE } from './store.ts';
import { createRoster, type RosterPorts } from './roster.service.ts';

export const rosterModule = serverModule({
  id: 'roster',
  dependsOn: ['territory', 'programme', 'member', 'group'],
  create: (kit, ports) => createRoster(kit, ports as unknown as RosterPorts),
});

export { STORE_QUEUE };
