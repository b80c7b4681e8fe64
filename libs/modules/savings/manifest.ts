import { defineModule } from '@anyam/contract-kit';
import { savingsPermissions } from './contract/permissions.ts';

export const savingsManifest = defineModule({
  id: 'savings',
  title: { id: 'Simpanan', en: 'Savings' },
  owner: 'dinsos',
  version: '0.1.0',
  dependsOn: ['territory', 'access', 'programme', 'member', 'group', 'meeting', 'books', 'production'],
  permissions: savingsPermissions,
  nav: [{ path: '/simpanan', label: { id: 'Simpanan', en: 'Savings' }, icon: 'piggy-bank', order: 350, permission: 'savings.read', group: 'main' }],
  pages: [{ of: 'group', path: '/kelompok/:id/simpanan', label: { id: 'Simpanan', en: 'Savings' }, order: 40, permission: 'savings.read' }],
});
