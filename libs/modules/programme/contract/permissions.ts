import { definePermissions, ROLES } from '@anyam/contract-kit';

export const programmePermissions = definePermissions({
  'programme.read': { title: { id: 'Melihat program bantuan', en: 'See aid programmes' }, roles: ROLES },
  'programme.manage': { title: { id: 'Membuat program dan menetapkan pagu', en: 'Make programmes and set ceilings' }, roles: ['admin', 'kabid'] },
  'programme.export': { title: { id: 'Mengekspor daftar program', en: 'Export the list of programmes' }, roles: ['operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'admin', 'auditor'] },
  'programme.rules': { title: { id: 'Mengubah aturan program', en: 'Change programme rules' }, roles: ['admin'] },
});
