import { serverModule } from '@anyam/server-kit';
import { createMember } from './member.service.ts';

export const memberModule = serverModule({ id: 'member', dependsOn: ['territory', 'access', 'programme'], create: (kit, ports) => createMember(kit, ports as never) });
