import type { Bilingual } from '@anyam/domain/kernel';

interface Place {
  readonly action: Bilingual;
  readonly path: string;
}
const place = (id: string, en: string, path: string): Place => ({ action: { id, en }, path });
const list = (id: string, en: string, stage: string, states?: string): Place => place(id, en, states ? `/bantuan${stage}?keadaan=${states}` : `/bantuan${stage}`);

/** The aid module names the work; which screen of the console it is done on, and the verb for it, stands here. */
const PLACES: Readonly<Record<string, Place>> = {
  draft: list('Ajukan usulan', 'Hand in', '', 'draf'),
  'own-draft': list('Lengkapi RAB', 'Complete the plans', '', 'draf,perbaikan'),
  correct: list('Perbaiki usulan', 'Correct', '', 'perbaikan'),
  'make-ready': list('Nyatakan siap cair', 'Make ready', '', 'ditetapkan'),
  'decree-draft': list('Susun konsep SK', 'Draft the decree', '/penetapan'),
  decree: list('Tetapkan dengan SK', 'Decree', '/penetapan'),
  'verify-papers': list('Buka antrean', 'Open the queue', '/verifikasi', 'diajukan,verifikasiAdministrasi'),
  'verify-field': list('Buka antrean', 'Open the queue', '/verifikasi', 'verifikasiLapangan'),
  'to-batch': list('Susun batch', 'Make a batch', '/pencairan'),
  'to-lock': list('Kunci batch', 'Lock', '/pencairan', 'draf'),
  'to-match': list('Cocokkan rekening koran', 'Match the statement', '/pencairan', 'dikirim'),
  returned: list('Perbaiki rekening', 'Correct the accounts', '/pencairan', 'dikirim,direkonsiliasi'),
  cases: list('Selesaikan selisih', 'Settle the differences', '/pencairan', 'dikirim,direkonsiliasi'),
  approve: list('Periksa dan setujui', 'Check and approve', '/pencairan', 'dikunci'),
  close: list('Tutup batch', 'Close', '/pencairan', 'direkonsiliasi'),
  authorise: list('Periksa dan sahkan', 'Check and authorise', '/pencairan', 'disetujui'),
  spp: list('Catat SPP-LS', 'Record SPP-LS', '/pencairan', 'disahkan'),
  spm: list('Catat SPM', 'Record SPM', '/pencairan', 'sppLs'),
  sp2d: list('Catat SP2D', 'Record SP2D', '/pencairan', 'spm'),
  send: list('Kirim daftar bayar', 'Send the list', '/pencairan', 'sp2dTerbit'),
  confirm: list('Catat pernyataan terima', 'Take down confirmations', '/lpj', 'belum'),
  report: list('Isi LPJ', 'Fill in the reports', '/lpj', 'belum,draf,dikembalikan'),
  review: list('Periksa LPJ', 'Review', '/lpj', 'diajukan'),
  accept: list('Terima LPJ', 'Accept', '/lpj', 'diperiksa'),
};

/** Work that the table does not know keeps the address the aid module gave. */
export const placeOf = (id: string, given: string): Place => PLACES[id] ?? place('Buka antrean', 'Open the queue', given);

export const OVERDUE = place('Lihat tangga teguran', 'See the reminders', '/bantuan/lpj?terlambat=reminder,letter,barred,refund');
