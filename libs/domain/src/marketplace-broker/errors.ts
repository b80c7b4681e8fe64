import { errorFamily, type Bilingual, type ErrorDefinition, type TextParams } from '../kernel/index.ts';
import { sentence, type SentenceParams } from './sentence.ts';

const say = (kind: ErrorDefinition['kind'], id: string, en: string) => ({ kind, text: { id, en } }) as const;

/** Everything that can be refused between a group and its buyers and suppliers, with the sentence for the user. */
export const MARKET_ERRORS = {
  PARTY_NOT_FOUND: say('notFound', 'Mitra tidak ditemukan di wilayah Anda. Periksa daftar mitra.',
    'There is no such party in your area. See the list of parties.'),
  DEAL_NOT_FOUND: say('notFound', 'Penjualan tidak ditemukan di wilayah Anda. Periksa daftar penjualan.',
    'There is no such deal in your area. See the list of deals.'),
  OFFER_NOT_FOUND: say('notFound', 'Penawaran barang tidak ditemukan. Muat ulang papan jual.', 'The offer was not found. Reload the board.'),
  NEED_NOT_FOUND: say('notFound', 'Kebutuhan mitra tidak ditemukan. Muat ulang papan jual.', 'The need was not found. Reload the board.'),
  PARTY_NAME_BAD: say('invalid', 'Nama mitra harus 3 sampai 100 huruf. Tulis nama orang atau usahanya.',
    'The name has 3 to 100 letters. Write the person or the firm.'),
  PHONE_BAD: say('invalid', 'Nomor telepon tidak terbaca. Tulis seperti 0812-3456-7890 atau +62 812 3456 7890.',
    'The phone number cannot be read. Write it like 0812-3456-7890 or +62 812 3456 7890.'),
  PARTY_KIND_MISSING: say('invalid', 'Pilih paling sedikit satu peran: pengepul, pembeli, atau pemasok bahan.',
    'Choose at least one kind: broker, buyer or supplier of material.'),
  COVERAGE_MISSING: say('invalid', 'Isi barang dan wilayah yang dilayani mitra ini, tanpa baris kembar.',
    'Fill in goods and areas that this party serves, no line twice.'),
  BLOCK_REASON_MISSING: say('invalid', 'Tuliskan mengapa mitra ini diblokir.', 'Write why this party is blocked.'),
  PARTY_BLOCKED: say('conflict', 'Mitra ini diblokir: {reason}. Pilih mitra lain atau minta dinas membukanya.',
    'This party is blocked: {reason}. Choose another or ask the office to lift it.'),
  PARTY_KIND_WRONG: say('conflict', 'Mitra ini tidak terdaftar untuk peran itu. Pilih mitra lain atau ubah perannya.',
    'This party is not registered for that. Choose another or change its kinds.'),
  NOT_COVERED: say('conflict', 'Mitra ini tidak melayani barang itu di desa kelompok. Pilih mitra lain atau ubah wilayah layanannya.',
    "This party does not serve these goods in the group's village. Choose another or change its coverage."),
  OTHER_PRODUCT: say('conflict', 'Barang yang dicari lain dari yang ditawarkan.', 'The goods wanted are other than those offered.'),
  NO_ACCEPTED_GRADE: say('conflict', 'Tidak ada barang dengan mutu yang diterima mitra ini.', 'None of the goods has a grade that this party accepts.'),
  OFFER_CLOSED: say('conflict', 'Penawaran ini berlaku sampai {until}. Perbarui penawarannya.', 'This offer was open until {until}. Renew it.'),
  NEED_CLOSED: say('conflict', 'Kebutuhan ini sampai {by}. Minta mitra memperbaruinya.', 'This need was for {by}. Ask the party to renew it.'),
  NOTHING_OFFERED: say('invalid', 'Pilih paling sedikit satu lot atau satu perkiraan hasil.', 'Choose at least one lot or one expected output.'),
  GRADE_MISSING: say('invalid', 'Isi paling sedikit satu mutu, tanpa yang kosong atau kembar.', 'Give at least one grade, none empty or twice.'),
  QUANTITY_BAD: say('invalid', 'Jumlah harus bilangan bulat lebih dari nol. Periksa angkanya.', 'A quantity is a whole number above zero. Check the figure.'),
  COUNT_BAD: say('invalid', 'Hitungan harus bilangan bulat, nol atau lebih. Periksa angkanya.', 'A count is a whole number, zero or more. Check the figure.'),
  AMOUNT_BAD: say('invalid', 'Jumlah rupiah harus lebih dari nol.', 'The amount in rupiah must be above zero.'),
  PRICE_BAD: say('invalid', 'Harga mutu {grade} tidak boleh kurang dari nol.', 'The price of grade {grade} cannot be below zero.'),
  DATE_PAST: say('invalid', 'Tanggal {on} sudah lewat. Isi hari ini atau sesudahnya.', '{on} has passed. Enter today or later.'),
  LOT_TWICE: say('invalid', 'Lot {lot} tercantum dua kali. Hapus salah satunya.', 'Lot {lot} is listed twice. Remove one of the lines.'),
  LOT_UNKNOWN: say('notFound', 'Lot {lot} tidak ada pada kelompok ini. Periksa kode pada slip.',
    'This group has no lot {lot}. Check the code on the slip.'),
  LOT_SHORT: say('conflict', 'Lot {lot} tinggal {available}, diminta {wanted}. Kurangi jumlahnya atau pilih lot lain.',
    'Lot {lot} has {available} left, {wanted} are wanted. Take less or choose another lot.'),
  GRADE_NOT_PRICED: say('invalid', 'Mutu {grade} belum diberi harga. Sepakati harganya lebih dulu.', 'Grade {grade} has no price. Agree on one first.'),
  TERMS_BAD: say('invalid', 'Isi satuan bernama dengan isi paling sedikit 1, dan jangka bayar 0 hari atau lebih.',
    'Give the unit a name and a content of at least 1, and a term of payment of 0 days or more.'),
  FEE_BAD: say('invalid', 'Biaya tidak boleh kurang dari nol atau di atas seluruh nilai barang (100 %).',
    'A fee cannot be below zero or above the whole value of the goods (100 %).'),
  SET_OFF_BAD: say('invalid', 'Potongan uang muka bahan tidak boleh kurang dari nol.', 'The material advance to set off cannot be below zero.'),
  TERMS_FROZEN: say('conflict', 'Syarat sudah disepakati, jadi tidak dapat diubah. Batalkan, lalu buat penawaran baru.',
    'The terms were agreed and can no longer change. Cancel, then make a new offer.'),
  NOT_COUNTABLE: say('conflict', 'Barang belum dikirim atau sudah dihitung. Untuk membetulkan hitungan, buka sengketa.',
    'The goods were not sent, or are already counted. To correct a count, open a dispute.'),
  COUNTS_INCOMPLETE: say('invalid', 'Lot {lot} belum dihitung. Isi nol bila tidak ada yang sampai.',
    'Lot {lot} is not counted. Enter zero if nothing arrived.'),
  COUNT_ABOVE_SENT: say('invalid', 'Lot {lot}: terhitung {counted}, padahal dikirim {sent}. Kelebihannya milik kelompok: setorkan sebagai lot sendiri.',
    'Lot {lot}: {counted} counted, but {sent} sent. What is over belongs to the group: hand it in as a lot of its own.'),
  CORRECTION_BELOW_PAID: say('conflict', 'Nilai menurut hitungan baru {due}, padahal sudah dibayar dan dipotong {settled}. Sepakati hitungan lain.',
    'By the new counts {due} is due, but {settled} is already paid and set off. Agree on other counts.'),
  NOT_PAYABLE: say('conflict', 'Pembayaran dicatat setelah barang diterima dan dihitung. Selesaikan langkah itu dulu.',
    'A payment is recorded once the goods are received and counted. Finish that step first.'),
  OVERPAID: say('conflict', 'Sisa tagihan {remaining}, dicatat {amount}. Catat sebesar sisanya; kelebihannya untuk penjualan lain.',
    '{remaining} is left to pay, {amount} is recorded. Record what is left; the rest belongs to another deal.'),
  SET_OFF_TOO_HIGH: say('conflict', 'Bahan yang boleh dipotong tinggal {allowed}, dicatat {amount}. Kurangi potongannya.',
    'Only {allowed} of material may still be set off, {amount} is recorded. Lower it.'),
  SETTLEMENT_TWICE: say('conflict', 'Pembayaran ini sudah dicatat. Muat ulang halaman.', 'This payment is already recorded. Reload the page.'),
  SETTLEMENT_NOT_THERE: say('conflict', 'Pembayaran ini tidak ada atau sudah dibatalkan. Muat ulang halaman.',
    'There is no such payment, or it is already taken back. Reload the page.'),
  SHARED_ALREADY: say('conflict', 'Sudah dibagi {shared}, padahal sisanya tinggal {left}. Balikkan dulu pembagian kepada anggota.',
    '{shared} is already shared, but only {left} would be left. Reverse the share-out to the members first.'),
  SHARE_REVERSED: say('conflict', 'Pembagian ini sudah dibalikkan. Muat ulang halaman.', 'This share-out was already reversed. Reload the page.'),
  SLIP_PAID_OUT: say('conflict', 'Bagian {names} sudah dibayarkan. Batalkan dulu pembayaran slipnya, lalu balikkan pembagian.',
    'The share of {names} is already paid out. Take those payouts back first, then reverse the share-out.'),
  DUE_PAID_ELSEWHERE: say('conflict', 'Hak {names} dari pembagian ini sudah dibayarkan lewat buku kelompok. Batalkan dulu pembayaran itu di halaman Buku.',
    "What {names} got by this share-out was paid through the group's books. Take that payment back on the page of the books first."),
  PAYOUT_TOO_HIGH: say('conflict', 'Bagian {name} yang belum dibayarkan tinggal {left}, dicatat {amount}. Kurangi jumlahnya.',
    'Only {left} is left to pay to {name}, {amount} is recorded. Lower it.'),
  PAYOUT_NOT_THERE: say('conflict', 'Pembayaran slip ini tidak ada atau sudah dibatalkan. Muat ulang halaman.', 'There is no such payout, or it is already taken back. Reload the page.'),
  SHARE_TOO_HIGH: say('conflict', 'Yang masih dapat dibagi {left}, akan dibagi {amount}. Muat ulang halaman pembagian.',
    '{left} is left to share, {amount} was to be shared. Reload the page.'),
  CHANGED_MEANWHILE: say('conflict', 'Orang lain baru saja mengubahnya. Muat ulang halaman, lalu putuskan kembali.',
    'Somebody else has just changed it. Reload the page, then decide again.'),
} as const satisfies Record<string, ErrorDefinition>;

export type MarketErrorCode = keyof typeof MARKET_ERRORS;

/** For edges: `throw marketError(problem.code, problem.params)`. */
export const marketError = errorFamily(MARKET_ERRORS);

/** What pure code returns. Money among the params is already written out. */
export interface MarketProblem {
  readonly code: MarketErrorCode;
  readonly params: TextParams;
}
export const marketProblem = (code: MarketErrorCode, params: TextParams = {}): MarketProblem => ({ code, params });
export const marketProblemText = (problem: MarketProblem): Bilingual => sentence(MARKET_ERRORS[problem.code].text, problem.params as SentenceParams);

/** A whole number above zero that counts exactly. */
export const isQuantity = (n: number): boolean => Number.isSafeInteger(n) && n > 0;
export const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
