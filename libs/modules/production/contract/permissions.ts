import { definePermissions, ROLES, type Role } from '@anyam/contract-kit';

const DAILY: readonly Role[] = ['operator', 'pendamping', 'pengurus'];

export const productionPermissions = definePermissions({
  'production.read': { title: { id: 'Melihat produksi', en: 'See production' }, roles: [...ROLES, 'pengurus'] },
  'production.write': { title: { id: 'Mencatat setoran, bahan, dan ternak', en: 'Record deposits, material and livestock' }, roles: DAILY },
  'production.target': { title: { id: 'Memasang target dari keputusan', en: 'Set targets from decisions' }, roles: DAILY },
  'production.correct': { title: { id: 'Membatalkan catatan produksi dengan alasan', en: 'Take back production records with a reason' }, roles: DAILY },
  'production.board': { title: { id: 'Melihat produksi se-kabupaten', en: 'See production of the district' }, roles: ROLES },
  'production.catalogue': { title: { id: 'Mengatur daftar barang dan bahan', en: 'Keep the catalogue of goods and material' }, roles: ['operator', 'admin'] },
  'production.export': { title: { id: 'Mengunduh daftar produksi', en: 'Download lists of production' }, roles: ['operator', 'verifikator', 'kabid', 'kepala', 'admin', 'auditor'] },
});
