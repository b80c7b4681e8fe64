import { definePermissions } from '@anyam/contract-kit';

export const auditPermissions = definePermissions({
  'audit.read': { title: { id: 'Membaca jejak audit', en: 'Read the audit log' }, roles: ['admin', 'auditor', 'kabid', 'kepala'] },
  'audit.export': { title: { id: 'Mengekspor jejak audit', en: 'Export the audit log' }, roles: ['admin', 'auditor'] },
});
