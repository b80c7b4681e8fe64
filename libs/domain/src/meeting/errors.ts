import { errorFamily, fill, type ErrorDefinition, type Language, type TextParams } from '../kernel/index.ts';

/** Everything that can be refused about a meeting, with the sentence for the user. */
export const MEETING_ERRORS = {
  MEETING_NOT_FOUND: { kind: 'notFound', text: { id: 'Rapat ini tidak ditemukan di wilayah Anda. Periksa daftar rapat kelompok.', en: 'There is no such meeting in your area. See the list of the group\'s meetings.' } },
  RHYTHM_BAD: { kind: 'invalid', text: { id: 'Jadwal rapat belum benar. Pilih tanggal 1-31, hari, atau minggu ke-1 sampai ke-4.', en: 'The rhythm of meetings is not right. Choose a day 1-31, a weekday, or week 1 to 4.' } },
  DATE_NOT_PLANNED: { kind: 'conflict', text: { id: 'Tidak ada rapat terjadwal pada {from}. Pilih tanggal dari daftar jadwal.', en: 'No meeting is planned on {from}. Choose a date of the schedule.' } },
  DATE_TAKEN: { kind: 'conflict', text: { id: 'Pada {to} sudah ada rapat lain. Pilih hari lain.', en: 'Another meeting is already on {to}. Choose another day.' } },
  REASON_MISSING: { kind: 'invalid', text: { id: 'Tuliskan alasannya, agar anggota tahu mengapa rapat dipindah.', en: 'Write the reason, so that members know why the meeting was moved.' } },
  ATTENDANCE_MISSING: { kind: 'invalid', text: { id: 'Daftar hadir belum lengkap: {count} anggota belum ditandai. Tandai hadir, diwakili, izin, atau tidak hadir.', en: 'The attendance list is not complete: {count} members are unmarked. Mark them present, represented, excused or absent.' } },
  ATTENDANCE_STRANGER: { kind: 'invalid', text: { id: '{count} nama di daftar hadir bukan anggota aktif pada hari itu. Pindahkan ke buku tamu.', en: '{count} names on the list are no active members on that day. Move them to the guest book.' } },
  ATTENDANCE_TWICE: { kind: 'invalid', text: { id: '{count} anggota tercatat dua kali di daftar hadir. Hapus salah satunya.', en: '{count} members are on the list twice. Remove one entry each.' } },
  REPRESENTATIVE_MISSING: { kind: 'invalid', text: { id: 'Tulis nama yang mewakili anggota.', en: 'Write who represents the member.' } },
  PLACE_MISSING: { kind: 'invalid', text: { id: 'Tempat rapat belum diisi.', en: 'Fill in where the meeting was held.' } },
  LEADER_MISSING: { kind: 'invalid', text: { id: 'Pemimpin rapat dan penulis notulen harus dua anggota yang hadir.', en: 'The leader of the meeting and the writer of the minutes must be two members who were present.' } },
  AGENDA_MISSING: { kind: 'invalid', text: { id: 'Isi paling sedikit satu mata acara.', en: 'Enter at least one item of the agenda.' } },
  NOTES_MISSING: { kind: 'invalid', text: { id: 'Notulen masih kosong. Tulis jalannya musyawarah dengan singkat.', en: 'The minutes are empty. Write briefly what was discussed.' } },
  QUORUM_NOT_MET: { kind: 'invalid', text: { id: 'Keputusan ini perlu {needed} anggota dari {eligible} yang dihitung; yang ada {counted}. Tunda ke rapat berikutnya.', en: 'This decision needs {needed} of the {eligible} members who count; there were {counted}. Leave it to the next meeting.' } },
  WORDING_MISSING: { kind: 'invalid', text: { id: 'Bunyi keputusan belum ditulis. Tulis seperti yang dibacakan kepada anggota.', en: 'The wording of the decision is missing. Write it as read out to the members.' } },
  VOTES_BAD: { kind: 'invalid', text: { id: 'Suara {cast} tidak cocok dengan {counted} anggota yang berhak bersuara. Hitung lagi.', en: '{cast} votes do not fit the {counted} members who may vote. Count again.' } },
  EFFECTIVE_TOO_EARLY: { kind: 'invalid', text: { id: 'Keputusan tidak boleh berlaku mulai {from}, sebelum rapatnya. Isi hari rapat atau sesudahnya.', en: 'A decision cannot hold from {from}, before its meeting. Enter the day of the meeting or later.' } },
  AMOUNT_MISSING: { kind: 'invalid', text: { id: 'Keputusan ini harus menyebut jumlah lebih dari nol.', en: 'This decision must name an amount above zero.' } },
  PERSON_MISSING: { kind: 'invalid', text: { id: 'Keputusan ini harus menyebut anggotanya.', en: 'This decision must name the member.' } },
  PERSON_NOT_MEMBER: { kind: 'invalid', text: { id: 'Orang yang disebut bukan anggota aktif pada hari rapat.', en: 'The person named is no active member on the day of the meeting.' } },
  PURPOSE_MISSING: { kind: 'invalid', text: { id: 'Tulis untuk apa: barang, usaha, atau kesulitan yang dibantu.', en: 'Write what it is for: the goods, the business or the hardship.' } },
  RATE_BAD: { kind: 'invalid', text: { id: 'Bagian harus lebih dari 0 sampai 100 persen.', en: 'A share must be above 0 and at most 100 per cent.' } },
  TERMS_BAD: { kind: 'invalid', text: { id: 'Jumlah angsuran harus bilangan bulat mulai dari 1.', en: 'The number of instalments must be a whole number from 1.' } },
  PERIOD_NO_CYCLE: {
    kind: 'invalid',
    text: {
      id: 'Target berlaku untuk satu bulan penuh atau satu selapan (35 hari). Betulkan tanggalnya.',
      en: 'A target is for one whole month or one selapan (35 days). Correct the dates.',
    },
  },
  PERIOD_BAD: { kind: 'invalid', text: { id: 'Akhir masa mendahului awalnya. Betulkan tanggalnya.', en: 'The period ends before it begins. Correct the dates.' } },
} as const satisfies Record<string, ErrorDefinition>;

export type MeetingErrorCode = keyof typeof MEETING_ERRORS;

/** For edges: `throw meetingError('MEETING_NOT_FOUND')`. */
export const meetingError = errorFamily(MEETING_ERRORS);

/** What pure code returns. `where` names the thing it is about (a decision, a member) so that a form can mark it. */
export interface MeetingProblem {
  readonly code: MeetingErrorCode;
  readonly params: TextParams;
  readonly where?: string;
}
export const meetingProblem = (code: MeetingErrorCode, params: TextParams = {}, where?: string): MeetingProblem =>
  ({ code, params, ...(where === undefined ? {} : { where }) });
export const meetingProblemText = (problem: MeetingProblem, language: Language): string => fill(MEETING_ERRORS[problem.code].text[language], problem.params);
