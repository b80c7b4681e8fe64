import { defineModule } from '@anyam/contract-kit';
import { meetingPermissions } from './contract/permissions.ts';

export const meetingManifest = defineModule({
  id: 'meeting',
  title: { id: 'Rapat', en: 'Meetings' },
  owner: 'dinsos',
  version: '0.1.0',
  dependsOn: ['territory', 'access', 'programme', 'member', 'group'],
  permissions: meetingPermissions,
  nav: [{ path: '/rapat', label: { id: 'Rapat', en: 'Meetings' }, icon: 'calendar-days', order: 310, permission: 'meeting.read', group: 'main' }],
  pages: [{ of: 'group', path: '/kelompok/:id/rapat', label: { id: 'Rapat', en: 'Meetings' }, order: 20, permission: 'meeting.read' }],
});
