import { serverModule } from '@anyam/server-kit';
import { createProduction } from './production.service.ts';

export const productionModule = serverModule({
  id: 'production',
  dependsOn: ['territory', 'access', 'programme', 'group', 'meeting', 'books'],
  create: (kit, ports) => createProduction(kit, ports as never),
});
