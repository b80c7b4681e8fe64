import { errorFamily, type DomainError } from '../kernel/domain-error.ts';
import { formatRupiah } from '../kernel/rupiah.ts';
import type { LedgerFailure } from './ledger.ts';

const DEFINITIONS = {
  AMOUNT_NOT_POSITIVE: { kind: 'invalid', text: { id: 'Jumlah uang harus lebih dari nol. Periksa kembali angkanya.', en: 'The amount must be more than zero. Check the figure.' } },
  SAME_ACCOUNT: { kind: 'invalid', text: { id: 'Rekening asal dan tujuan sama. Pilih rekening tujuan yang lain.', en: 'Source and target are the same account. Choose another target.' } },
  DIFFERENT_BOOKS: { kind: 'invalid', text: { id: 'Uang tidak dapat berpindah antara dua pagu yang berbeda. Catat pada pagu masing-masing.', en: 'Money cannot move between two budget lines. Record it in each line.' } },
  UNKNOWN_ACCOUNT_KIND: { kind: 'invalid', text: { id: 'Jenis akun tidak dikenal. Hubungi admin dengan menyebutkan nomor transaksi {transferId}.', en: 'Unknown kind of account. Tell the administrator the number {transferId}.' } },
  DAY_INVALID: { kind: 'invalid', text: { id: 'Tanggal transaksi tidak terbaca. Isi dengan tahun, bulan, dan tanggal.', en: 'The day cannot be read. Give year, month and day.' } },
  PERIOD_CLOSED: { kind: 'conflict', text: { id: 'Periode buku pada tanggal itu sudah ditutup. Gunakan tanggal di periode yang masih terbuka.', en: 'The books of that day are closed. Use a day in an open period.' } },
  BALANCE_SHORT: { kind: 'conflict', text: { id: 'Dana tidak cukup: tersedia {available}, kurang {short}. Kurangi jumlahnya atau tambah dananya lebih dulu.', en: 'Not enough money: {available} is there, {short} is missing. Lower the amount or add money first.' } },
  TRANSFER_ID_TAKEN: { kind: 'conflict', text: { id: 'Transaksi {transferId} sudah tercatat dengan isi yang berbeda. Muat ulang halaman dan periksa catatan yang ada.', en: 'Entry {transferId} is on record with other content. Reload the page and look at what is recorded.' } },
  REVERSED_UNKNOWN: { kind: 'notFound', text: { id: 'Transaksi yang akan dibatalkan tidak ditemukan. Muat ulang halaman.', en: 'The entry to take back was not found. Reload the page.' } },
  REVERSAL_OF_REVERSAL: { kind: 'conflict', text: { id: 'Pembatalan tidak dapat dibatalkan lagi. Catat sebagai transaksi baru.', en: 'A reversal cannot itself be reversed. Record a new entry.' } },
  ALREADY_REVERSED: { kind: 'conflict', text: { id: 'Transaksi ini sudah pernah dibatalkan. Muat ulang halaman untuk melihatnya.', en: 'This entry was already taken back. Reload the page to see it.' } },
  REVERSAL_NOT_MIRROR: { kind: 'invalid', text: { id: 'Pembatalan harus sama jumlahnya dan berlawanan arah dengan transaksi asal. Ulangi dari transaksi asalnya.', en: 'A reversal must have the same amount the other way round. Start again from the original entry.' } },
  REASON_MISSING: { kind: 'invalid', text: { id: 'Tuliskan alasan pembatalan.', en: 'Write why the entry is taken back.' } },
} as const;

export type LedgerErrorCode = keyof typeof DEFINITIONS;
export const ledgerError = errorFamily(DEFINITIONS);

/** The error to throw at the edge for a failed posting, with amounts written as rupiah. */
export function ledgerFailure(failure: LedgerFailure): DomainError {
  return ledgerError(failure.code, {
    transferId: failure.transferId,
    account: failure.account ?? '',
    available: formatRupiah(failure.available ?? 0n),
    short: formatRupiah(failure.short ?? 0n),
  });
}
