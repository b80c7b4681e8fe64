import { errorFamily, type DomainError } from '@anyam/domain/kernel';
import { say } from './say.ts';

export const fail = errorFamily({
  MONTH_CLOSED: {
    kind: 'conflict',
    text: { id: 'Buku sudah ditutup sampai {through}. Catat dengan tanggal sesudahnya.', en: 'The books are closed through {throughEn}. Use a later date.' },
  },
  EVENT_TAKEN: {
    kind: 'conflict',
    text: {
      id: 'Catatan ini sudah ada dengan isi yang berbeda. Muat ulang halaman dan periksa catatan yang ada.',
      en: 'This entry is on record with other content. Reload the page and look at what is recorded.',
    },
  },
  NOT_MANUAL: {
    kind: 'conflict',
    text: {
      id: 'Catatan ini berasal dari rapat, setoran, penjualan, atau pinjaman. Batalkan dari halamannya, supaya keduanya tetap cocok.',
      en: 'This entry comes from a meeting, a deposit, a sale or a loan. Take it back on that page, so that both still agree.',
    },
  },
  CLOSE_BLOCKED: { kind: 'conflict', text: { id: 'Bulan belum dapat ditutup: {problems}', en: 'The month cannot be closed yet: {problemsEn}' } },
  DATE_IN_FUTURE: { kind: 'invalid', text: { id: 'Tanggal tidak boleh sesudah hari ini.', en: 'The date cannot be after today.' } },
  PERIOD_INVALID: {
    kind: 'invalid',
    text: {
      id: 'Masa yang dipilih tidak sah: paling lama {days} hari, dan awalnya tidak sesudah akhirnya.',
      en: 'The period is not valid: at most {days} days, and it begins before it ends.',
    },
  },
  MEMBER_UNKNOWN: {
    kind: 'invalid',
    text: { id: 'Orang ini bukan anggota kelompok itu. Pilih dari daftar anggota.', en: 'This person is no member of the group. Choose from the list.' },
  },
  NOTHING_OWED: {
    kind: 'conflict',
    text: { id: 'Tidak ada utang kepada pihak ini. Muat ulang daftar utang.', en: 'Nothing is owed to this party. Reload the list.' },
  },
  COUNT_REFUSED: { kind: 'conflict', text: { id: 'Hitungan kas belum dapat dicatat: {problem}', en: 'The count cannot be recorded yet: {problemEn}' } },
  BOOKS_BEGUN: {
    kind: 'conflict',
    text: {
      id: 'Buku ini sudah berisi {count} catatan, jadi saldo awal tidak dapat dicatat lagi. Batalkan catatan itu dulu, atau catat yang tertinggal satu per satu.',
      en: 'These books hold {count} entries already, so there is no opening balance any more. Take them back first, or record what is missing one by one.',
    },
  },
  OPENING_LATE: {
    kind: 'conflict',
    text: {
      id: 'Bantuan sudah tercatat pada {day}. Saldo awal bertanggal hari itu atau sebelumnya.',
      en: 'Aid stands in the books on {dayEn}. The opening balance is of that day or earlier.',
    },
  },
  OPENING_SHORT: {
    kind: 'invalid',
    text: {
      id: 'IKS dan modal bantuan lebih besar {amount} daripada kas, bank, dan inventaris. Kurangi modal bantuan sebesar yang sudah habis, atau tambahkan harta yang tertinggal.',
      en: 'IKS and aid capital are {amount} more than cash, bank and inventory. Take off the aid that is used up, or add what is missing.',
    },
  },
  OPENING_EMPTY: { kind: 'invalid', text: { id: 'Isi saldo awalnya: kas, bank, atau inventaris.', en: 'Fill in the opening balance: cash, bank or inventory.' } },
  TWICE: { kind: 'invalid', text: { id: 'Ada anggota yang tercatat dua kali. Muat ulang formulirnya.', en: 'A member stands there twice. Reload the form.' } },
});

/** Names the day through which the books are locked, in both languages. */
export function monthClosed(through: string): DomainError {
  const { id, en } = say({ id: '{through}', en: '{through}' }, { through });
  return fail('MONTH_CLOSED', { through: id, throughEn: en });
}
