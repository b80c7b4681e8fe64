import { defineModule } from '@anyam/contract-kit';
import { disbursementPermissions } from './contract/permissions.ts';

export const disbursementManifest = defineModule({
  id: 'disbursement',
  title: { id: 'Bantuan', en: 'Aid' },
  owner: 'dinsos',
  version: '0.1.0',
  dependsOn: ['territory', 'access', 'programme', 'group', 'member', 'books'],
  permissions: disbursementPermissions,
  nav: [
    { path: '/bantuan', label: { id: 'Bantuan', en: 'Aid' }, icon: 'hand-coins', order: 400, permission: 'disbursement.read', group: 'main' },
  ],
});
