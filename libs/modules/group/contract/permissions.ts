import { definePermissions, ROLES } from '@anyam/contract-kit';

export const groupPermissions = definePermissions({
  'group.read': { title: { id: 'Melihat kelompok', en: 'See groups' }, roles: ROLES },
  'group.write': { title: { id: 'Mengisi data kelompok', en: 'Fill in groups' }, roles: ['operator', 'admin', 'pendamping'] },
  'group.state': { title: { id: 'Menyatakan keadaan kelompok', en: 'Change the state of groups' }, roles: ['operator', 'kabid', 'kepala', 'admin'] },
  'group.export': { title: { id: 'Mengekspor daftar kelompok', en: 'Export the list of groups' }, roles: ['operator', 'verifikator', 'kabid', 'kepala', 'admin', 'auditor'] },
  'group.reveal': { title: { id: 'Membuka nomor rekening lengkap', en: 'Reveal full account numbers' }, roles: ['operator', 'verifikator', 'kabid', 'admin'] },
  /** A sign-in that reaches the own group alone (ADR 6). Who stands beside the group every week may hand it out. */
  'group.account': { title: { id: 'Memberi dan menutup akun pengurus', en: 'Give officers an account and close it' }, roles: ['operator', 'admin', 'pendamping'] },
  'group.merge': { title: { id: 'Memutuskan kelompok ganda', en: 'Decide on duplicate groups' }, roles: ['operator', 'kabid', 'admin'] },
});
