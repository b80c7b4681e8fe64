import { defineModule } from '@anyam/contract-kit';
import { groupPermissions } from './contract/permissions.ts';

export const groupManifest = defineModule({
  id: 'group',
  title: { id: 'Kelompok', en: 'Groups' },
  owner: 'dinsos',
  version: '0.1.0',
  dependsOn: ['territory', 'access', 'programme', 'member'],
  permissions: groupPermissions,
  nav: [{ path: '/kelompok', label: { id: 'Kelompok', en: 'Groups' }, icon: 'users', order: 200, permission: 'group.read', group: 'main' }],
  pages: [{ of: 'group', path: '/kelompok/:id', label: { id: 'Profil', en: 'Profile' }, order: 0, permission: 'group.read' }],
});
