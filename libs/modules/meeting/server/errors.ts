import { errorFamily, fill, type Blocker, type DomainError } from '@anyam/domain/kernel';

export const fail = errorFamily({
  STEP_REFUSED: { kind: 'conflict', text: { id: '{text}', en: '{textEn}' } },
  DECISION_NEEDED: { kind: 'conflict', text: { id: '{text}', en: '{textEn}' } },
  CHANGED_MEANWHILE: { kind: 'conflict', text: { id: 'Rapat ini baru saja diubah orang lain: keadaannya kini "{state}". Muat ulang, lalu lanjutkan.', en: 'Somebody else has just changed this meeting: it is now "{stateEn}". Reload and go on.' } },
  MEETING_NOT_OPEN: { kind: 'conflict', text: { id: 'Rapat ini tidak sedang berlangsung. Buka rapatnya dulu, lalu isi lagi.', en: 'This meeting is not open. Open it first, then fill in again.' } },
  GROUP_ENDED: { kind: 'conflict', text: { id: 'Kelompok ini sudah bubar, jadi tidak berapat lagi.', en: 'This group was dissolved and meets no more.' } },
  NO_RHYTHM: { kind: 'conflict', text: { id: 'Jadwal rapat belum ditetapkan. Isi jadwalnya dulu, atau pilih satu tanggal.', en: 'There is no schedule yet. Set it first, or choose one date.' } },
  DAY_TAKEN: { kind: 'conflict', text: { id: 'Pada tanggal itu kelompok sudah punya rapat. Pilih hari lain.', en: 'The group already has a meeting on that day. Choose another.' } },
  NOT_A_MEMBER: { kind: 'invalid', text: { id: 'Ada nama yang bukan anggota kelompok pada hari rapat. Catat orang itu di buku tamu.', en: 'Somebody on the list is no member on the day of the meeting. Put the person in the guest book.' } },
  SUBJECT_UNKNOWN: { kind: 'invalid', text: { id: 'Barang, bahan, atau pinjaman yang disebut tidak ada di kelompok ini. Pilih dari daftar.', en: 'The product, material or loan named is not there in this group. Choose from the list.' } },
  DECISION_GONE: { kind: 'conflict', text: { id: 'Keputusan ini sudah tidak ada di notulen. Muat ulang halaman.', en: 'This decision is no longer in the minutes. Reload the page.' } },
  TOO_MANY_DECISIONS: { kind: 'tooMany', text: { id: 'Paling banyak 50 keputusan dalam satu rapat.', en: 'At most 50 decisions in one meeting.' } },
  NOTHING_TO_APPLY: { kind: 'conflict', text: { id: 'Tidak ada keputusan pengurus dari rapat ini yang belum diterapkan.', en: 'No decision on officers of this meeting is left to apply.' } },
});

const say = (blockers: readonly Blocker[], language: 'id' | 'en') => blockers.slice(0, 3).map((b) => fill(b.text[language], b.params)).join(' ');
/** Why a flow refused, or which decision is wanting, said whole. */
export const refused = (blockers: readonly Blocker[], code: 'STEP_REFUSED' | 'DECISION_NEEDED' = 'STEP_REFUSED'): DomainError =>
  fail(code, { text: say(blockers, 'id'), textEn: say(blockers, 'en') });
