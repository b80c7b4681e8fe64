import { definePermissions, ROLES } from '@anyam/contract-kit';

export const overviewPermissions = definePermissions({
  'overview.read': { title: { id: 'Membuka beranda dan mencari', en: 'Open the home page and search' }, roles: ROLES },
  'overview.export': {
    title: { id: 'Mengunduh ringkasan beranda', en: 'Download the summary of the home page' },
    roles: ['admin', 'operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'pimpinan', 'auditor'],
  },
});
