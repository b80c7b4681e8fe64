import { defineModule } from '@anyam/contract-kit';
import { marketplaceBrokerPermissions } from './contract/permissions.ts';

export const marketplaceBrokerManifest = defineModule({
  id: 'marketplace-broker',
  title: { id: 'Kerja sama & Jual', en: 'Partners and sales' },
  owner: 'dinsos',
  version: '0.1.0',
  dependsOn: ['territory', 'access', 'programme', 'group', 'meeting', 'books', 'production', 'savings'],
  permissions: marketplaceBrokerPermissions,
  nav: [
    { path: '/jual', label: { id: 'Kerja sama & Jual', en: 'Partners and sales' }, icon: 'store', order: 340, permission: 'marketplace-broker.board', group: 'main' },
    { path: '/kerja-sama', label: { id: 'Kerja sama saya', en: 'My deals' }, icon: 'store', order: 345, permission: 'marketplace-broker.own', group: 'main' },
  ],
  pages: [{ of: 'group', path: '/kelompok/:id/jual', label: { id: 'Jual', en: 'Sales' }, order: 35, permission: 'marketplace-broker.board' }],
});
