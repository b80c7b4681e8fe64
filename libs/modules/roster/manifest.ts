import { defineModule } from '@anyam/contract-kit';
import { rosterPermissions } from './contract/permissions.ts';

export const rosterManifest = defineModule({
  id: 'roster',
  title: { id: 'Impor', en: 'Import' },
  owner: 'dinsos',
  version: '0.1.0',
  dependsOn: ['territory', 'programme', 'member', 'group'],
  permissions: rosterPermissions,
  nav: [{ path: '/impor', label: { id: 'Impor', en: 'Import' }, icon: 'download', order: 700, permission: 'roster.read' }],
});
