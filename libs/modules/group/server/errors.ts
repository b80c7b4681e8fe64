import { errorFamily, fill, type Blocker, type DomainError } from '@anyam/domain/kernel';
import { GROUP_ERRORS, groupError, type GroupProblem } from '@anyam/domain/group';

export const fail = errorFamily({
  STEP_REFUSED: { kind: 'conflict', text: { id: '{text}', en: '{textEn}' } },
  PERSON_TAKEN: { kind: 'conflict', text: { id: 'Orang ini sudah menjadi anggota KUBE lain, jadi tidak dapat dimasukkan. Data kelompok itu tidak ditampilkan; mintalah orangnya keluar dahulu dengan berita acara.', en: 'This person is already in another KUBE and cannot be taken in. That group is not shown; the person must leave it first, with minutes.' } },
  FAMILY_TAKEN: { kind: 'conflict', text: { id: 'Keluarga dengan nomor KK ini sudah menjadi anggota KUBE. Satu keluarga hanya boleh satu anggota.', en: 'The family of this card is already in a KUBE. One family may have one member.' } },
  PERSON_TWICE: { kind: 'invalid', text: { id: 'Ada {count} NIK yang muncul lebih dari sekali dalam daftar ini. Perbaiki dahulu barisnya.', en: '{count} NIK appear more than once in this list. Correct the rows first.' } },
  NIK_INVALID: { kind: 'invalid', text: { id: 'NIK ini tidak sah. Periksa lagi 16 angkanya pada KTP.', en: 'This NIK is not valid. Check its 16 digits on the ID card.' } },
  ACCOUNT_TAKEN: GROUP_ERRORS.ACCOUNT_TAKEN,
  MINUTES_NEEDED: { kind: 'invalid', text: { id: 'Perubahan ini perlu berita acara musyawarah. Isi tanggal, jumlah hadir, dan keputusannya.', en: 'This change needs the minutes of a deliberation. Fill in date, attendance and decision.' } },
  OFFICERS_SAME: { kind: 'invalid', text: { id: 'Ketua, sekretaris, dan bendahara harus tiga anggota yang berbeda.', en: 'Chair, secretary and treasurer must be three different members.' } },
  VILLAGE_OUTSIDE: { kind: 'invalid', text: { id: 'Desa ini tidak ada di wilayah tugas Anda. Pilih desa dari daftar.', en: 'This village is not in your area. Choose one from the list.' } },
  FACILITATOR_UNKNOWN: { kind: 'invalid', text: { id: 'Pendamping ini tidak bertugas di wilayah kelompok. Pilih dari daftar.', en: 'This facilitator does not work in the group\'s area. Choose from the list.' } },
  FILE_UNKNOWN: { kind: 'invalid', text: { id: 'Berkas ini belum terunggah. Unggah lagi, lalu simpan.', en: 'This file is not uploaded. Upload it again, then save.' } },
  IMPORT_IN_USE: { kind: 'conflict', text: { id: 'Impor ini tidak dapat dibatalkan lagi: {count} kelompok sudah diubah, diperiksa, atau diusulkan.', en: 'This import can no longer be undone: {count} groups were changed, checked or proposed.' } },
  MERGE_AID: { kind: 'conflict', text: { id: 'Kelompok yang akan dihapus dari daftar sudah punya bantuan atau usulan. Pertahankan kelompok itu.', en: 'The group to be merged away has aid or a proposal. Keep that one instead.' } },
  VIEW_TAKEN: { kind: 'conflict', text: { id: 'Anda sudah punya tampilan bernama "{name}". Pakai nama lain.', en: 'You already have a view named "{name}". Use another name.' } },
  TOO_MANY_VIEWS: { kind: 'tooMany', text: { id: 'Paling banyak 50 tampilan. Hapus yang tidak dipakai.', en: 'At most 50 views. Remove those not in use.' } },
});

/** The first of the problems as an error; nothing when there is none. */
export function throwProblem(problems: readonly GroupProblem[]): void {
  const [first] = problems;
  if (first) throw groupError(first.code, first.params);
}

/** Why a flow refused, said whole. */
export function refused(blockers: readonly Blocker[]): DomainError {
  const say = (language: 'id' | 'en') => blockers.slice(0, 3).map((b) => fill(b.text[language], b.params)).join(' ');
  return fail('STEP_REFUSED', { text: say('id'), textEn: say('en') });
}
