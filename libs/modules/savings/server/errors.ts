import { errorFamily, type DomainError } from '@anyam/domain/kernel';
import { savingsError, type SavingsProblem } from '@anyam/domain/savings';

export const fail = errorFamily({
  CHANGED_MEANWHILE: { kind: 'conflict', text: { id: 'Sudah diubah orang lain: statusnya kini "{state}". Muat ulang, lalu putuskan kembali.', en: 'Somebody else has changed it: it is now "{stateEn}". Reload and decide again.' } },
  MEMBER_TWICE: { kind: 'invalid', text: { id: 'Ada anggota yang tercatat dua kali di lembar ini. Muat ulang lembarnya.', en: 'A member stands twice on this sheet. Reload it.' } },
  SHEET_EMPTY: { kind: 'invalid', text: { id: 'Belum ada yang diisi. Isi kehadiran, setoran, IKS, simpanan atau angsuran.', en: 'Nothing is filled in. Enter attendance, goods, IKS, savings or instalments.' } },
  LOAN_NOT_RUNNING: { kind: 'conflict', text: { id: 'Pinjaman {name} tidak sedang berjalan, jadi tidak ada angsurannya. Muat ulang lembarnya.', en: "{name}'s loan is not running, so there is no instalment. Reload the sheet." } },
  DAY_AHEAD: { kind: 'invalid', text: { id: 'Tanggal tidak boleh sesudah hari ini.', en: 'The day cannot be after today.' } },
  DECISION_USED: { kind: 'conflict', text: { id: 'Keputusan ini sudah pernah dijalankan. Satu keputusan hanya berlaku untuk satu hal; putuskan lagi dalam musyawarah.', en: 'This decision was carried out already. One decision is for one thing; decide anew in a meeting.' } },
  NOT_REVERSIBLE: { kind: 'conflict', text: { id: 'Catatan ini tidak dapat dibatalkan di sini: asalnya dari pembagian hasil atau keputusan musyawarah.', en: 'This entry cannot be taken back here: it comes from a share-out or a decision.' } },
  ALREADY_REVERSED: { kind: 'conflict', text: { id: 'Catatan ini sudah dibatalkan. Muat ulang halaman.', en: 'This entry was taken back already. Reload the page.' } },
  LOAN_CHANGED_SINCE: { kind: 'conflict', text: { id: 'Sesudah angsuran ini pinjamannya dijadwal ulang atau dihapus, jadi tidak dapat dibatalkan lagi. Catat yang benar sebagai angsuran baru.', en: 'After this instalment the loan was rescheduled or written off, so it cannot be taken back. Record what is right as a new instalment.' } },
  MONEY_IN_USE: { kind: 'conflict', text: { id: 'Uang ini sudah terpakai: {what} tidak akan cukup setelah pembatalan. Tunggu setoran atau angsuran masuk.', en: 'This money is in use: {whatEn} would not be enough after the reversal. Wait for money to come in.' } },
  DAY_BEFORE_USE: { kind: 'invalid', text: { id: 'Tanggal pembatalan tidak boleh sebelum {on}, hari IKS dipakai.', en: 'The day of the reversal cannot be before {on}, when the fund was used.' } },
  SHARE_NOT_FIT: { kind: 'conflict', text: { id: 'Potongan angsuran tidak cocok dengan jadwal pinjaman. Hitung ulang pembagian hasilnya.', en: 'The instalment kept back does not fit the schedule of the loan. Work out the share-out again.' } },
});

/** The first of the problems as an error; nothing when there is none. */
export function throwProblem(problems: readonly (SavingsProblem | null)[]): void {
  const first = problems.find((p) => p !== null);
  if (first) throw problemError(first);
}
export const problemError = (problem: SavingsProblem): DomainError => savingsError(problem.code, problem.params);
