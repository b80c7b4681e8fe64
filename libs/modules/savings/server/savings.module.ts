import { serverModule } from '@anyam/server-kit';
import { createSavings } from './savings.service.ts';

export const savingsModule = serverModule({
  id: 'savings', dependsOn: ['territory', 'access', 'programme', 'member', 'group', 'meeting', 'books', 'production'], create: (kit, ports) => createSavings(kit, ports as never),
});
