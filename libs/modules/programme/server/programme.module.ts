import { serverModule } from '@anyam/server-kit';
import { createProgramme } from './programme.service.ts';

export const programmeModule = serverModule({ id: 'programme', dependsOn: ['territory'], create: (kit, ports) => createProgramme(kit, ports as never) });
