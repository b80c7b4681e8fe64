import { definePermissions, ROLES } from '@anyam/contract-kit';

/** Daily work of a group's money. What needs a deliberation is carried by its decision, not by a role. */
export const savingsPermissions = definePermissions({
  'savings.read': { title: { id: 'Melihat IKS, simpanan dan pinjaman', en: 'See the fund, savings and loans' }, roles: [...ROLES, 'pengurus'] },
  'savings.record': { title: { id: 'Mencatat lembar rapat, simpanan dan angsuran', en: 'Record meeting sheets, savings and instalments' }, roles: ['operator', 'pendamping', 'pengurus'] },
  'savings.decide': { title: { id: 'Menjalankan keputusan IKS dan pinjaman', en: 'Carry out decisions on the fund and on loans' }, roles: ['operator', 'pendamping', 'pengurus'] },
  'savings.export': { title: { id: 'Mengunduh daftar simpanan', en: 'Download the list of savings' }, roles: ['operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'pendamping', 'auditor', 'admin'] },
});
