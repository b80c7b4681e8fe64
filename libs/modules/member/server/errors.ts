import { errorFamily } from '@anyam/domain/kernel';

export const fail = errorFamily({
  NIK_INVALID: { kind: 'invalid', text: { id: 'NIK ini tidak sah. Periksa lagi 16 angkanya pada KTP.', en: 'This NIK is not valid. Check its 16 digits on the ID card.' } },
  NIK_TAKEN: { kind: 'conflict', text: { id: 'NIK ini sudah tercatat untuk orang lain. Periksa angkanya, atau gabungkan datanya di halaman data ganda.', en: 'This NIK is on record for someone else. Check the digits, or merge the records on the duplicates page.' } },
  FAMILY_TAKEN: { kind: 'conflict', text: { id: 'Keluarga dengan nomor KK ini sudah menjadi anggota KUBE. Satu keluarga hanya boleh satu anggota.', en: 'The family of this card is already in a KUBE. One family may have one member.' } },
  VILLAGE_OUTSIDE: { kind: 'invalid', text: { id: 'Desa ini tidak ada di wilayah tugas Anda. Pilih desa dari daftar.', en: 'This village is not in your area. Choose one from the list.' } },
  NO_RULES: { kind: 'conflict', text: { id: 'Belum ada aturan program yang berlaku. Minta admin membuat program bantuan dahulu.', en: 'No programme rules are in force. Ask the admin to make an aid programme first.' } },
  GROUP_NOT_FOUND: { kind: 'notFound', text: { id: 'Kelompok ini tidak ditemukan.', en: 'This group was not found.' } },
});
