import { defineModule } from '@anyam/contract-kit';
import { productionPermissions } from './contract/permissions.ts';

export const productionManifest = defineModule({
  id: 'production',
  title: { id: 'Produksi', en: 'Production' },
  owner: 'dinsos',
  version: '0.1.0',
  dependsOn: ['territory', 'access', 'programme', 'group', 'meeting', 'books'],
  permissions: productionPermissions,
  nav: [{ path: '/produksi', label: { id: 'Produksi', en: 'Production' }, icon: 'package', order: 320, permission: 'production.board', group: 'main' }],
  pages: [{ of: 'group', path: '/kelompok/:id/produksi', label: { id: 'Produksi', en: 'Production' }, order: 30, permission: 'production.read' }],
});
