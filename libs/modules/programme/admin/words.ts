import { defineTexts } from '@anyam/admin-kit/text';

/** Words that the list, the head and the forms of a programme share. */
export const words = defineTexts({
  name: { id: 'Nama program', en: 'Name of the programme' },
  nameHint: { id: 'Seperti tertulis di DPA, misalnya "Bantuan KUBE Ternak".', en: 'As written in the budget document (DPA).' },
  fiscalYear: { id: 'Tahun anggaran', en: 'Fiscal year' },
  source: { id: 'Sumber dana', en: 'Source of funds' },
  budgetType: { id: 'Jenis belanja', en: 'Budget type' },
  ceiling: { id: 'Pagu', en: 'Ceiling' },
  ceilingHint: { id: 'Jumlah paling besar yang boleh dibagikan. Usulan di atas pagu akan ditolak.', en: 'The most that may be given out. Proposals beyond it are refused.' },
  dpaNumber: { id: 'Nomor DPA', en: 'DPA number' },
  state: { id: 'Keadaan', en: 'State' },
  open: { id: 'Terbuka', en: 'Open' },
  closed: { id: 'Ditutup', en: 'Closed' },
  openHint: { id: 'Usulan baru dapat dibuat.', en: 'New proposals can be made.' },
  closedHint: { id: 'Tidak ada usulan baru; yang berjalan tetap dapat diselesaikan.', en: 'No new proposals; those under way can be finished.' },
  bansos: { id: 'Bansos', en: 'Social aid' },
  hibah: { id: 'Hibah', en: 'Grant' },
  APBD: { id: 'APBD', en: 'Regional budget (APBD)' },
  APBN: { id: 'APBN', en: 'State budget (APBN)' },
  rules: { id: 'Aturan', en: 'Rules' },
  cancel: { id: 'Batal', en: 'Cancel' },
  reason: { id: 'Alasan perubahan', en: 'Reason for the change' },
  reasonHint: { id: 'Sebut dasarnya, misalnya "Perubahan DPA nomor 12 tanggal 3 Mei 2020". Dicatat di jejak audit.', en: 'Name its basis, for example the amended DPA. It is kept in the audit trail.' },
});
