import { defineModule } from '@anyam/contract-kit';
import { programmePermissions } from './contract/permissions.ts';

export const programmeManifest = defineModule({
  id: 'programme',
  title: { id: 'Program bantuan', en: 'Aid programmes' },
  owner: 'dinsos',
  version: '0.1.0',
  dependsOn: ['territory'],
  permissions: programmePermissions,
  nav: [
    { path: '/bantuan/program', label: { id: 'Program', en: 'Programmes' }, icon: 'clipboard-list', order: 405, permission: 'programme.read', group: 'main' },
  ],
});
