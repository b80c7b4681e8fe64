import { defineModule } from '@anyam/contract-kit';
import { auditPermissions } from './contract/permissions.ts';

export const auditManifest = defineModule({
  id: 'audit',
  title: { id: 'Jejak audit', en: 'Audit log' },
  owner: 'dinsos',
  version: '0.1.0',
  dependsOn: [],
  permissions: auditPermissions,
  nav: [
    { path: '/jejak-audit', label: { id: 'Jejak audit', en: 'Audit log' }, icon: 'shield', order: 800, permission: 'audit.read', group: 'settings' },
  ],
});
