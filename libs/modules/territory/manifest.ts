import { defineModule } from '@anyam/contract-kit';
import { territoryPermissions } from './contract/permissions.ts';

export const territoryManifest = defineModule({
  id: 'territory',
  title: { id: 'Wilayah', en: 'Territory' },
  owner: 'dinsos',
  version: '0.1.0',
  dependsOn: [],
  permissions: territoryPermissions,
  nav: [
    {
      path: '/pengaturan/wilayah',
      label: { id: 'Wilayah', en: 'Territory' },
      icon: 'map',
      order: 930,
      permission: 'territory.read',
      group: 'settings',
    },
  ],
});
