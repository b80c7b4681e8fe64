import { definePermissions, ROLES } from '@anyam/contract-kit';

export const overviewPermissions = definePermissions({
  'overview.read': { title: { id: 'Membuka beranda dan mencari', en: 'Open the home page and search' }, roles: ROLES },
  /** An officer's start page: the own group, with what the other modules show an officer. */
  'overview.own': { title: { id: 'Membuka beranda kelompok sendiri', en: "Open the own group's start page" }, roles: ['pengurus'] },
  'overview.export': {
    title: { id: 'Mengunduh ringkasan beranda', en: 'Download the summary of the home page' },
    roles: ['admin', 'operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'pimpinan', 'auditor'],
  },
});
