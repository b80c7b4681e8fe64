import { errorFamily, fill, type ErrorDefinition, type Language, type TextParams } from '../kernel/index.ts';

/** Everything that can be refused about a group, with the sentence for the user. */
export const GROUP_ERRORS = {
  GROUP_NOT_FOUND: { kind: 'notFound', text: { id: 'Kelompok ini tidak ditemukan di wilayah Anda. Periksa tautannya, atau cari namanya.', en: 'There is no such group in your area. Check the link, or search for its name.' } },
  GROUP_NOT_OPEN: { kind: 'conflict', text: { id: 'Kelompok ini sudah bubar, jadi datanya tidak dapat diubah lagi.', en: 'This group has been dissolved, so its data can no longer change.' } },
  NAME_TAKEN: { kind: 'conflict', text: { id: 'Di desa ini sudah ada kelompok bernama {name}. Beri nama lain, atau buka kelompok yang ada.', en: 'This village already has a group named {name}. Choose another name, or open the existing group.' } },
  MINUTES_TOO_EARLY: { kind: 'invalid', text: { id: 'Musyawarah tanggal {heldOn} terjadi setelah tanggal berlakunya. Perbaiki salah satunya.', en: 'The meeting of {heldOn} is later than the day it takes effect. Correct one of them.' } },
  MINUTES_IN_FUTURE: { kind: 'invalid', text: { id: 'Tanggal {heldOn} belum tiba. Isi tanggal musyawarah yang sudah berlangsung.', en: '{heldOn} is still to come. Enter the date of a meeting that has taken place.' } },
  QUORUM_NOT_MET: { kind: 'invalid', text: { id: 'Musyawarah dihadiri {present} dari {active} anggota; paling sedikit {needed} agar sah. Adakan musyawarah ulang.', en: '{present} of {active} members attended; at least {needed} are needed. Hold the meeting again.' } },
  ATTENDANCE_TOO_HIGH: { kind: 'invalid', text: { id: 'Daftar hadir memuat {present} anggota, padahal anggota aktif {active}. Hitung lagi tanpa tamu.', en: 'The attendance list has {present} members, but only {active} are active. Count again without guests.' } },
  ALREADY_MEMBER: { kind: 'conflict', text: { id: 'Orang ini sudah menjadi anggota aktif kelompok ini.', en: 'This person is already an active member of this group.' } },
  FAMILY_ALREADY_IN: { kind: 'conflict', text: { id: 'Keluarga dengan nomor KK ini sudah diwakili anggota lain di kelompok ini. Satu keluarga satu anggota.', en: 'This family card is already represented in the group. One family, one member.' } },
  GROUP_FULL: { kind: 'conflict', text: { id: 'Kelompok sudah {sizeMax} keluarga, jumlah paling banyak. Ajukan ke kelompok lain.', en: 'The group already has {sizeMax} families, the most allowed. Turn to another group.' } },
  NOT_A_MEMBER: { kind: 'conflict', text: { id: 'Orang ini bukan anggota aktif pada tanggal itu. Periksa tanggal masuk dan keluarnya.', en: 'This person is not an active member on that date. Check the dates of joining and leaving.' } },
  LEFT_BEFORE_JOINED: { kind: 'invalid', text: { id: 'Tanggal keluar {on} mendahului tanggal masuk {joinedOn}. Perbaiki tanggalnya.', en: 'Leaving on {on} is before joining on {joinedOn}. Correct the date.' } },
  TERM_TOO_EARLY: { kind: 'invalid', text: { id: 'Pengurus sebelumnya baru menjabat sejak {since}. Isi tanggal setelah itu.', en: 'The present officer took office on {since}. Enter a later date.' } },
  OFFICER_ALREADY: { kind: 'conflict', text: { id: 'Orang ini sudah memegang jabatan pengurus lain. Ketua, sekretaris, dan bendahara harus tiga orang berbeda.', en: 'This person already holds another office. Chair, secretary and treasurer must be three persons.' } },
  ACCOUNT_NUMBER_BAD: { kind: 'invalid', text: { id: 'Nomor rekening harus 8 sampai 20 angka. Di sini {length} angka. Salin dari buku rekening.', en: 'An account number has 8 to 20 digits. Here are {length}. Copy it from the bank book.' } },
  ACCOUNT_NOT_GROUPS: { kind: 'invalid', text: { id: 'Rekening harus atas nama kelompok. Yang tertulis tidak sama dengan nama kelompok ini. Minta bank memakai nama kelompok.', en: 'The account must be in the group\'s name. What is written is not this group\'s name. Ask the bank to use it.' } },
  ACCOUNT_PERSONAL: { kind: 'invalid', text: { id: 'Rekening ini atas nama pribadi seorang anggota. Buka rekening atas nama kelompok.', en: 'This account is in a member\'s own name. Open one in the group\'s name.' } },
  ACCOUNT_TAKEN: { kind: 'conflict', text: { id: 'Nomor rekening ini sudah dipakai kelompok lain. Satu rekening untuk satu kelompok: cocokkan dengan buku rekening.', en: 'Another group already uses this account number. One account, one group: compare with the bank book.' } },
  SIGNATORIES_COUNT: { kind: 'invalid', text: { id: 'Penanda tangan rekening harus {needed} orang pengurus yang berbeda. Di sini {count}.', en: 'The account needs {needed} different officers as signatories. Here are {count}.' } },
  SIGNATORY_NOT_OFFICER: { kind: 'invalid', text: { id: 'Penanda tangan rekening harus ketua, sekretaris, atau bendahara yang masih menjabat.', en: 'A signatory must be the chair, secretary or treasurer in office.' } },
  NOT_AN_OFFICER: { kind: 'conflict', text: { id: 'Akun kelompok hanya untuk ketua, sekretaris, atau bendahara yang masih menjabat. Muat ulang dan pilih pengurus dari daftar.', en: 'Only a chair, secretary or treasurer in office can have an account for the group. Reload and choose an officer from the list.' } },
  OFFICER_HAS_ACCOUNT: { kind: 'conflict', text: { id: '{name} sudah punya akun {username}. Beri sandi baru, atau tutup akun itu dahulu.', en: '{name} already has the account {username}. Set a new password, or close that account first.' } },
  SIGNATORY_FACILITATOR: { kind: 'invalid', text: { id: 'Pendamping atau pegawai tidak boleh menjadi penanda tangan rekening kelompok. Ganti dengan pengurus.', en: 'A facilitator or official may not sign for the group\'s account. Name an officer instead.' } },
} as const satisfies Record<string, ErrorDefinition>;

export type GroupErrorCode = keyof typeof GROUP_ERRORS;

/** For edges: `throw groupError('GROUP_NOT_FOUND')`. */
export const groupError = errorFamily(GROUP_ERRORS);

/** What pure code returns. */
export interface GroupProblem {
  readonly code: GroupErrorCode;
  readonly params: TextParams;
}
export const groupProblem = (code: GroupErrorCode, params: TextParams = {}): GroupProblem => ({ code, params });
export const groupProblemText = (problem: GroupProblem, language: Language): string => fill(GROUP_ERRORS[problem.code].text[language], problem.params);
