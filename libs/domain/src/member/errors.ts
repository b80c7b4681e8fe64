import { errorFamily, type ErrorDefinition } from '../kernel/index.ts';

/** What can be refused about a member as a record; findings about the person are in `findings.ts`. */
export const MEMBER_ERRORS = {
  MEMBER_NOT_FOUND: { kind: 'notFound', text: { id: 'Anggota ini tidak ditemukan di wilayah Anda. Muat ulang daftarnya.', en: 'There is no such member in your area. Reload the list.' } },
  MEMBER_INVALID: { kind: 'invalid', text: { id: '{count} isian anggota belum benar. Perbaiki yang ditandai merah, lalu simpan lagi.', en: '{count} fields of the member are not right. Correct those marked red and save again.' } },
  MEMBER_BLOCKED: { kind: 'conflict', text: { id: '{count} anggota belum memenuhi syarat: {causes}. Selesaikan temuannya, atau ganti anggotanya.', en: '{count} members do not qualify: {causes}. Settle the findings, or replace the members.' } },
  NIK_TAKEN: { kind: 'conflict', text: { id: 'NIK ini sudah terdaftar pada kelompok aktif. Satu orang hanya boleh di satu kelompok. Tanyakan kepada yang bersangkutan.', en: 'This NIK is already in an active group. A person can be in one group only. Ask the person.' } },
  FAMILY_CARD_TAKEN: { kind: 'conflict', text: { id: 'Nomor KK ini sudah terdaftar pada kelompok aktif. Satu keluarga hanya boleh di satu kelompok. Tanyakan kepada yang bersangkutan.', en: 'This family card is already in an active group. A family can be in one group only. Ask the person.' } },
  REASON_MISSING: { kind: 'invalid', text: { id: 'Ada peringatan yang dilewati. Tuliskan alasannya agar dapat diperiksa kemudian.', en: 'A warning is being passed over. Write the reason so that it can be checked later.' } },
  REGISTER_NOT_LOADED: { kind: 'unavailable', text: { id: 'Data terpadu belum dimuat. Muat berkas periode terbaru di menu Data terpadu, lalu periksa lagi.', en: 'The social register is not loaded. Load the file of the latest period under Social register and check again.' } },
  ROSTER_EMPTY: { kind: 'invalid', text: { id: 'Tidak ada baris anggota yang terbaca. Periksa lembar dan baris judul yang dipilih.', en: 'No member row could be read. Check the chosen sheet and heading row.' } },
  FULL_NUMBER_REFUSED: { kind: 'forbidden', text: { id: 'Nomor lengkap hanya dapat dibuka dengan wewenang dan tujuan yang jelas. Tuliskan tujuannya, atau minta kepada kabid.', en: 'The full number opens only with authority and a stated purpose. Write the purpose, or ask the head of division.' } },
} as const satisfies Record<string, ErrorDefinition>;

/** For edges: `throw memberError('MEMBER_NOT_FOUND')`. */
export const memberError = errorFamily(MEMBER_ERRORS);
