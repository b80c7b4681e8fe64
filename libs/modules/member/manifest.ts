import { defineModule } from '@anyam/contract-kit';
import { memberPermissions } from './contract/permissions.ts';

export const memberManifest = defineModule({
  id: 'member',
  title: { id: 'Anggota', en: 'Members' },
  owner: 'dinsos',
  version: '0.1.0',
  dependsOn: ['territory', 'access', 'programme'],
  permissions: memberPermissions,
  nav: [{ path: '/anggota', label: { id: 'Anggota', en: 'Members' }, icon: 'user', order: 300, permission: 'member.read', group: 'main' }],
});
