import { serverModule } from '@anyam/server-kit';
import { createGroup } from './group.service.ts';

export const groupModule = serverModule({ id: 'group', dependsOn: ['territory', 'access', 'programme', 'member'], create: (kit, ports) => createGroup(kit, ports as never) });
