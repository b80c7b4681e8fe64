import { serverModule } from '@anyam/server-kit';
import type { Ports } from './context.ts';
import { createMeeting } from './meeting.service.ts';

export const meetingModule = serverModule({
  id: 'meeting', dependsOn: ['territory', 'access', 'programme', 'member', 'group'], create: (kit, ports) => createMeeting(kit, ports as unknown as Ports),
});
