import { definePermissions, ROLES } from '@anyam/contract-kit';

export const memberPermissions = definePermissions({
  'member.read': { title: { id: 'Melihat anggota', en: 'See members' }, roles: ROLES },
  'member.write': { title: { id: 'Mengubah data anggota', en: 'Change members' }, roles: ['operator', 'admin', 'pendamping'] },
  'member.reveal': { title: { id: 'Membuka NIK dan KK lengkap', en: 'Reveal full NIK and family card' }, roles: ['operator', 'verifikator', 'kabid', 'admin'] },
  'member.export': { title: { id: 'Mengekspor daftar anggota', en: 'Export the list of members' }, roles: ['operator', 'verifikator', 'kabid', 'kepala', 'admin', 'auditor'] },
  'member.merge': { title: { id: 'Memutuskan data ganda', en: 'Decide on duplicates' }, roles: ['operator', 'kabid', 'admin'] },
});
