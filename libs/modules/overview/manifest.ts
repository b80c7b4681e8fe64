import { defineModule } from '@anyam/contract-kit';
import { overviewPermissions } from './contract/permissions.ts';

export const overviewManifest = defineModule({
  id: 'overview',
  title: { id: 'Beranda', en: 'Home' },
  owner: 'dinsos',
  version: '0.1.0',
  // The modules of groups, aid and group business are shown where a district has them (contract/needs.ts).
  dependsOn: ['territory', 'programme', 'member'],
  permissions: overviewPermissions,
  nav: [
    { path: '/', label: { id: 'Beranda', en: 'Home' }, icon: 'house', order: 10, permission: 'overview.read', group: 'main' },
    { path: '/kelompok-saya', label: { id: 'Beranda', en: 'Home' }, icon: 'house', order: 20, permission: 'overview.own', group: 'main' },
  ],
});
