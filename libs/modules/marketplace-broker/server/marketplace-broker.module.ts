import { serverModule } from '@anyam/server-kit';
import { createMarketplaceBroker } from './marketplace-broker.service.ts';

export const marketplaceBrokerModule = serverModule({
  id: 'marketplace-broker',
  dependsOn: ['territory', 'access', 'programme', 'group', 'meeting', 'books', 'production', 'savings'],
  create: (kit, ports) => createMarketplaceBroker(kit, ports as never),
});
