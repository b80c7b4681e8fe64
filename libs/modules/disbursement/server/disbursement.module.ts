import { serverModule } from '@anyam/server-kit';
import type { Ports } from './context.ts';
import { createDisbursement } from './disbursement.service.ts';

export const disbursementModule = serverModule({
  id: 'disbursement',
  dependsOn: ['territory', 'access', 'programme', 'group', 'member', 'books'],
  create: (kit, ports) => createDisbursement(kit, ports as unknown as Ports),
});
