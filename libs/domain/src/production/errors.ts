import { errorFamily, fill, type ErrorDefinition, type Language, type TextParams } from '../kernel/index.ts';

/** Everything that can be refused in production, with the sentence for the user. */
export const PRODUCTION_ERRORS = {
  PRODUCT_NOT_FOUND: { kind: 'notFound', text: {
    id: 'Produk ini tidak ada pada kelompok. Pilih dari daftar produk, atau tambahkan dulu.',
    en: 'The group has no such product. Choose one of the list, or add it first.' } },
  MATERIAL_NOT_FOUND: { kind: 'notFound', text: {
    id: 'Bahan ini tidak ada pada kelompok. Pilih dari daftar bahan, atau tambahkan dulu.',
    en: 'The group has no such material. Choose one of the list, or add it first.' } },
  TARGET_NOT_FOUND: { kind: 'notFound', text: {
    id: 'Target tidak ditemukan. Muat ulang halaman target.',
    en: 'The target was not found. Reload the page of targets.' } },
  DEPOSIT_NOT_FOUND: { kind: 'notFound', text: {
    id: 'Setoran tidak ditemukan. Periksa kode pada slip.',
    en: 'The deposit was not found. Check the code on the slip.' } },
  LOT_NOT_FOUND: { kind: 'notFound', text: {
    id: 'Lot {code} tidak ditemukan di wilayah Anda. Periksa kode pada slip.',
    en: 'There is no lot {code} in your area. Check the code on the slip.' } },
  NAME_MISSING: { kind: 'invalid', text: {
    id: 'Nama belum diisi. Tulis nama yang dipakai anggota.',
    en: 'The name is missing. Write the one that members use.' } },
  GRADES_BAD: { kind: 'invalid', text: {
    id: 'Isi paling sedikit satu mutu, tanpa yang kosong atau kembar, urut dari yang terbaik.',
    en: 'Give at least one grade, none empty or twice, best first.' } },
  UNIT_NAME_BAD: { kind: 'invalid', text: {
    id: 'Nama satuan kosong atau kembar ("{unit}"). Beri nama lain.',
    en: 'A unit name is empty or appears twice ("{unit}"). Give another name.' } },
  UNIT_FACTOR_BAD: { kind: 'invalid', text: {
    id: 'Isi satu {unit} harus bilangan bulat mulai dari 2 {base}.',
    en: 'One {unit} must be a whole number of at least 2 {base}.' } },
  UNIT_UNKNOWN: { kind: 'invalid', text: {
    id: 'Satuan "{unit}" tidak dikenal untuk barang ini. Pilih: {known}.',
    en: 'The unit "{unit}" is not known for these goods. Choose: {known}.' } },
  QUANTITY_BAD: { kind: 'invalid', text: {
    id: 'Jumlah harus bilangan bulat, nol atau lebih. Periksa angkanya.',
    en: 'A quantity must be a whole number, zero or more. Check the figure.' } },
  QUANTITY_NOT_POSITIVE: { kind: 'invalid', text: {
    id: 'Jumlah harus lebih dari nol. Periksa angkanya.',
    en: 'The quantity must be more than zero. Check the figure.' } },
  VALUE_BAD: { kind: 'invalid', text: { id: 'Nilai rupiah tidak boleh kurang dari nol.', en: 'The value in rupiah cannot be below zero.' } },
  GRADE_UNKNOWN: { kind: 'invalid', text: {
    id: 'Mutu "{grade}" tidak ada pada produk ini. Pilih: {known}.',
    en: 'This product has no grade "{grade}". Choose: {known}.' } },
  NORM_BAD: { kind: 'invalid', text: {
    id: 'Takaran bahan harus dua bilangan bulat lebih dari nol, misalnya 3 ikat untuk 2 lembar.',
    en: 'A norm needs two whole numbers above zero, such as 3 bundles for 2 pieces.' } },
  DAY_IN_FUTURE: { kind: 'invalid', text: {
    id: 'Tanggal {on} belum tiba. Isi tanggal kejadiannya.',
    en: '{on} is still to come. Enter the day it happened.' } },
  DECISION_MISSING: { kind: 'invalid', text: {
    id: 'Target dan penyesuaian musim ditetapkan musyawarah. Pilih keputusannya.',
    en: 'Targets and season factors are set by a meeting. Choose the decision.' } },
  PERIOD_BAD: { kind: 'invalid', text: {
    id: 'Masa target tidak terbaca. Pilih satu bulan, atau hari pertama selapan.',
    en: 'The period cannot be read. Choose a month, or the first day of a selapan.' } },
  CAPACITY_BAD: { kind: 'invalid', text: {
    id: 'Kemampuan anggota harus bilangan bulat, nol atau lebih, dan paling sedikit satu anggota di atas nol.',
    en: 'Capacities must be whole numbers, zero or more, and at least one member above zero.' } },
  MEMBER_TWICE: { kind: 'invalid', text: {
    id: 'Seorang anggota tercantum dua kali. Hapus salah satunya.',
    en: 'A member is listed twice. Remove one of the lines.' } },
  SEASON_BAD: { kind: 'invalid', text: {
    id: 'Penyesuaian musim harus persen bulat lebih dari nol; 100 berarti tanpa perubahan. Target akhir paling sedikit satu.',
    en: 'A season factor is a whole percent above zero; 100 changes nothing. The adjusted target must be at least one.' } },
  DEPOSIT_NOT_EVEN: { kind: 'invalid', text: {
    id: 'Disetor {handedIn}, padahal diterima {accepted} dan ditolak {rejected}. Hitung lagi bersama anggotanya.',
    en: '{handedIn} were handed in, but {accepted} accepted and {rejected} rejected. Count again with the member.' } },
  REJECT_NOTE_MISSING: { kind: 'invalid', text: {
    id: 'Tuliskan alasan penolakan "lainnya" agar anggota mengerti.',
    en: 'Write what "other" means, so that the member understands the rejection.' } },
  LOT_PREFIX_BAD: { kind: 'invalid', text: {
    id: 'Singkatan kelompok harus 2 sampai 5 huruf A-Z. Contoh: DMP.',
    en: 'The short name of a group has 2 to 5 letters A-Z, such as DMP.' } },
  LOT_SEQUENCE_BAD: { kind: 'invalid', text: {
    id: 'Nomor urut lot bulan ini harus 1 sampai 9999.',
    en: 'The sequence of a lot in its month must be 1 to 9999.' } },
  LOT_CODE_UNREADABLE: { kind: 'invalid', text: {
    id: 'Kode lot tidak terbaca. Bentuknya seperti DMP-2011-0042-5; salin dari slip.',
    en: 'The lot code cannot be read. It looks like DMP-2011-0042-5; copy it from the slip.' } },
  LOT_CODE_MISTYPED: { kind: 'invalid', text: {
    id: 'Ada huruf atau angka yang salah pada kode lot. Cocokkan satu per satu dengan slip.',
    en: 'A letter or figure of the lot code is wrong. Compare it with the slip one by one.' } },
  LOT_SHORT: { kind: 'conflict', text: {
    id: 'Lot {code} tinggal {available}, diminta {wanted}. Kurangi jumlahnya atau pilih lot lain.',
    en: 'Lot {code} has {available} left, {wanted} are wanted. Take less or choose another lot.' } },
  DEAL_HOLDS_LESS: { kind: 'conflict', text: {
    id: 'Penjualan ini hanya memegang {held} dari lot {code}, bukan {wanted}. Muat ulang halaman penjualan.',
    en: 'This deal holds {held} of lot {code}, not {wanted}. Reload the page of the deal.' } },
  GOODS_SHORT: { kind: 'conflict', text: {
    id: 'Stok hanya {available}, diminta {wanted}. Kurangi jumlahnya atau tunggu setoran berikutnya.',
    en: '{available} are in stock, {wanted} are wanted. Take less or wait for the next deposits.' } },
  MATERIAL_STORE_SHORT: { kind: 'conflict', text: {
    id: 'Bahan di gudang tinggal {available}, diminta {wanted}. Catat dulu penerimaan yang tertinggal, atau kurangi.',
    en: 'The store has {available} left, {wanted} are wanted. Record what was received, or take less.' } },
  MATERIAL_MEMBER_SHORT: { kind: 'conflict', text: {
    id: 'Anggota ini memegang {available}, dicatat {wanted}. Catat dulu pengambilan yang tertinggal, atau kurangi.',
    en: 'This member holds {available}, {wanted} are recorded. Record what was taken first, or lower it.' } },
  MATERIAL_VALUE_LEFT: { kind: 'conflict', text: {
    id: 'Catatan ini tidak dapat dibatalkan karena nilainya sudah bercampur dengan bahan lain. Catat selisihnya sebagai hilang atau dikembalikan.',
    en: 'This entry cannot be taken back: its value is already mixed with other material. Record the difference as lost or sent back.' } },
  MATERIAL_NOT_THERE: { kind: 'conflict', text: {
    id: 'Catatan ini belum pernah dibukukan atau sudah dibatalkan. Muat ulang halaman.',
    en: 'This entry was never booked or is already taken back. Reload the page.' } },
  HERD_ID_TAKEN: { kind: 'conflict', text: {
    id: 'Ternak ini sudah tercatat. Muat ulang halaman sebelum mencatat lagi.',
    en: 'This animal or lot is already on record. Reload the page before you record it again.' } },
  TAG_TAKEN: { kind: 'conflict', text: {
    id: 'Nomor telinga {tag} sudah pernah dipakai, juga bila ternaknya sudah mati atau dijual. Beri nomor baru.',
    en: 'Ear tag {tag} was used before, even if that animal died or was sold. Give a new number.' } },
  HERD_NOT_THERE: { kind: 'conflict', text: {
    id: 'Ternak ini tidak ada di buku pada tanggal itu. Periksa nomor telinga dan tanggalnya.',
    en: 'This animal or lot is not in the book on that day. Check ear tag and date.' } },
  HEAD_SHORT: { kind: 'conflict', text: {
    id: 'Di buku tinggal {available} ekor, dicatat {wanted}. Hitung lagi, atau catat kelahiran yang tertinggal.',
    en: 'The book has {available} head left, {wanted} are recorded. Count again, or record births left out.' } },
  TAGGED_IS_ONE: { kind: 'invalid', text: {
    id: 'Ternak bernomor telinga selalu satu ekor. Catat yang lain dengan nomor sendiri.',
    en: 'A tagged animal is always one head. Record others under their own tags.' } },
  CLASS_SEX_CONFLICT: { kind: 'invalid', text: {
    id: 'Induk harus betina dan pejantan harus jantan. Perbaiki kelas atau jenis kelaminnya.',
    en: 'A breeding female is female and a buck male. Correct class or sex.' } },
  BORN_LATER: { kind: 'invalid', text: {
    id: 'Tanggal lahir {bornOn} sesudah ternak itu masuk ({on}). Perbaiki salah satunya.',
    en: 'Born on {bornOn}, after it came in on {on}. Correct one of them.' } },
  MOTHER_UNFIT: { kind: 'invalid', text: {
    id: 'Induknya harus betina dewasa yang ada di buku pada hari lahir. Pilih induk yang benar.',
    en: 'The mother must be a grown female in the book on the day of birth. Choose the right one.' } },
} as const satisfies Record<string, ErrorDefinition>;

export type ProductionErrorCode = keyof typeof PRODUCTION_ERRORS;

/** For edges: `throw productionError(problem.code, problem.params)`. */
export const productionError = errorFamily(PRODUCTION_ERRORS);

/** What pure code returns. */
export interface ProductionProblem {
  readonly code: ProductionErrorCode;
  readonly params: TextParams;
}
export const productionProblem = (code: ProductionErrorCode, params: TextParams = {}): ProductionProblem => ({ code, params });
export const productionProblemText = (problem: ProductionProblem, language: Language): string =>
  fill(PRODUCTION_ERRORS[problem.code].text[language], problem.params);
