import { errorFamily } from '@anyam/domain/kernel';
import { marketError, type MarketProblem } from '@anyam/domain/marketplace-broker';

export const fail = errorFamily({
  PRODUCT_UNKNOWN: { kind: 'invalid', text: { id: 'Barang ini tidak ada dalam daftar kabupaten. Pilih dari daftar.', en: 'These goods are not in the list of the regency. Choose from the list.' } },
  VALUE_TOO_LARGE: { kind: 'invalid', text: { id: 'Nilainya di atas Rp 100 miliar. Periksa harga dan jumlahnya.', en: 'The value is above Rp 100 billion. Check price and quantity.' } },
  DATE_IN_FUTURE: { kind: 'invalid', text: { id: 'Tanggal tidak boleh sesudah hari ini.', en: 'The date cannot be after today.' } },
  DATE_TOO_EARLY: { kind: 'invalid', text: { id: 'Tanggal tidak boleh sebelum {on}, hari langkah sebelumnya.', en: 'The date cannot be before {on}, the day of the step before.' } },
  REASON_NEEDED: { kind: 'invalid', text: { id: 'Tuliskan alasannya, paling sedikit 5 huruf.', en: 'Write the reason, at least 5 letters.' } },
  OTHER_GROUP: { kind: 'invalid', text: { id: 'Penawaran atau kebutuhan ini untuk barang atau kelompok lain. Muat ulang halaman.', en: 'That offer or need is of other goods or another group. Reload the page.' } },
  NOTHING_TO_SHARE: { kind: 'conflict', text: { id: 'Tidak ada pembayaran yang belum dibagi. Catat pembayaran lebih dulu.', en: 'There is no payment left to share. Record one first.' } },
  IN_DISPUTE: { kind: 'conflict', text: { id: 'Kesepakatan ini sedang disengketakan. Selesaikan dulu, lalu bagikan.', en: 'This deal is in dispute. Settle that first, then share.' } },
  NOTHING_TO_PAY_OUT: { kind: 'conflict', text: { id: 'Bagian anggota yang dipilih sudah dibayarkan atau nol. Muat ulang halaman.', en: 'The chosen shares are already paid out or nil. Reload the page.' } },
  REPAY_TOO_HIGH: { kind: 'conflict', text: { id: 'Utang kelompok kepada mitra ini tinggal {owed}. Kurangi jumlahnya.', en: 'The group owes this party only {owed}. Lower the amount.' } },
  GROUP_CLOSED: { kind: 'conflict', text: { id: 'Kelompok ini sudah bubar, jadi tidak dapat berjualan lagi.', en: 'This group is dissolved and can no longer sell.' } },
});

/** The first of the problems as an error; nothing when there is none. */
export function throwProblem(problems: readonly MarketProblem[] | MarketProblem): void {
  const [first] = [problems].flat();
  if (first) throw marketError(first.code, first.params);
}
