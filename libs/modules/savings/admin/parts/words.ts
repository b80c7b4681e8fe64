import { defineTexts } from '@anyam/admin-kit/text';

/** Words that several pages share. */
export const words = defineTexts({
  member: { id: 'Anggota', en: 'Member' },
  amount: { id: 'Jumlah', en: 'Amount' },
  date: { id: 'Tanggal', en: 'Date' },
  note: { id: 'Catatan', en: 'Note' },
  iks: { id: 'IKS', en: 'IKS' },
  voluntary: { id: 'Simpanan', en: 'Savings' },
  loan: { id: 'Pinjaman', en: 'Loan' },
  instalment: { id: 'Angsuran', en: 'Instalment' },
  total: { id: 'Jumlah', en: 'Total' },
  cash: { id: 'Kas', en: 'Cash' },
  bank: { id: 'Bank', en: 'Bank' },
  purse: { id: 'Uangnya di', en: 'Money is in' },
  cancel: { id: 'Batal', en: 'Cancel' },
  saved: { id: 'Tersimpan.', en: 'Saved.' },
  state: { id: 'Keadaan', en: 'State' },
  chair: { id: 'Ketua', en: 'Chair' },
  secretary: { id: 'Sekretaris', en: 'Secretary' },
  treasurer: { id: 'Bendahara', en: 'Treasurer' },
  amountMissing: { id: 'Isi jumlah uangnya.', en: 'Enter the amount.' },
  dateMissing: { id: 'Isi tanggal, misalnya 12-05-2020.', en: 'Enter a date, for example 12-05-2020.' },
  memberMissing: { id: 'Pilih anggotanya.', en: 'Choose the member.' },
  chooseMember: { id: 'Pilih anggota', en: 'Choose a member' },
  print: { id: 'Cetak', en: 'Print' },
  by: { id: 'Dicatat oleh', en: 'Recorded by' },
  reversed: { id: 'Dibatalkan', en: 'Taken back' },
});

export const isDay = (day: string | null): day is string => /^\d{4}-\d{2}-\d{2}$/.test(day ?? '');
