import type { Role } from '@anyam/contract-kit';
import type { Bilingual } from '@anyam/domain/kernel';

/** What a role is called, and what its holder does. */
export const ROLE_NAME: Readonly<Record<Role, Bilingual>> = {
  admin: { id: 'Admin', en: 'Admin' },
  operator: { id: 'Operator', en: 'Operator' },
  verifikator: { id: 'Verifikator', en: 'Verifier' },
  kabid: { id: 'Kepala bidang', en: 'Head of division' },
  kepala: { id: 'Kepala dinas', en: 'Head of office' },
  bendahara: { id: 'Bendahara', en: 'Treasurer' },
  pendamping: { id: 'Pendamping', en: 'Facilitator' },
  pimpinan: { id: 'Pimpinan daerah', en: 'District leader' },
  auditor: { id: 'Auditor', en: 'Auditor' },
  pengurus: { id: 'Pengurus kelompok', en: 'Officer of a group' },
  broker: { id: 'Pengepul', en: 'Broker' },
};
export const ROLE_WORK: Readonly<Record<Role, Bilingual>> = {
  admin: { id: 'mengatur pengguna, program, dan aturan', en: 'manages users, programmes and rules' },
  operator: { id: 'mengisi data kelompok dan usulan', en: 'enters groups and proposals' },
  verifikator: { id: 'memeriksa usulan dan LPJ', en: 'checks proposals and reports' },
  kabid: { id: 'menyetujui usulan dan pembayaran', en: 'approves proposals and payments' },
  kepala: { id: 'menetapkan SK dan mengesahkan', en: 'decrees and authorises' },
  bendahara: { id: 'mencatat SPP, SPM, SP2D dan membayar', en: 'records SPP, SPM, SP2D and pays' },
  pendamping: { id: 'hanya kelompok yang didampinginya', en: 'only the groups in his or her care' },
  pimpinan: { id: 'membaca semua angka', en: 'reads all figures' },
  auditor: { id: 'membaca semua data dan jejak audit', en: 'reads all data and the audit log' },
  pengurus: { id: 'hanya kelompoknya sendiri', en: 'only the own group' },
  broker: { id: 'hanya kerja samanya sendiri', en: 'only the own deals' },
};
