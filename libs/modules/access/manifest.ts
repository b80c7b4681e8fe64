import { defineModule } from '@anyam/contract-kit';
import { accessPermissions } from './contract/permissions.ts';

export const accessManifest = defineModule({
  id: 'access',
  title: { id: 'Pengguna & peran', en: 'Users & roles' },
  owner: 'dinsos',
  version: '0.1.0',
  dependsOn: ['territory'],
  permissions: accessPermissions,
  nav: [
    {
      path: '/pengaturan/pengguna',
      label: { id: 'Pengguna & peran', en: 'Users & roles' },
      icon: 'user-cog',
      order: 910,
      permission: 'access.users',
      group: 'settings',
    },
  ],
});
