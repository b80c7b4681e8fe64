import { definePermissions } from '@anyam/contract-kit';

export const rosterPermissions = definePermissions({
  'roster.read': { title: { id: 'Melihat impor', en: 'See imports' }, roles: ['operator', 'admin', 'verifikator', 'kabid', 'auditor'] },
  'roster.import': { title: { id: 'Mengimpor daftar kelompok', en: 'Import rosters' }, roles: ['operator', 'admin'] },
});
