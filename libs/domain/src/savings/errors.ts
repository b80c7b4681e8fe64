import { errorFamily, fill, type ErrorDefinition, type Language, type TextParams } from '../kernel/index.ts';

/** Everything that can be refused about savings and loans, with the sentence for the user. Amounts in params come formatted. */
export const SAVINGS_ERRORS = {
  LOAN_NOT_FOUND: { kind: 'notFound', text: { id: 'Pinjaman ini tidak ditemukan di wilayah Anda. Periksa daftar pinjaman kelompok.', en: 'There is no such loan in your area. See the list of the group\'s loans.' } },
  AMOUNT_NOT_POSITIVE: { kind: 'invalid', text: { id: 'Jumlah harus lebih dari nol. Periksa angkanya.', en: 'The amount must be above zero. Check the figure.' } },
  NOT_A_MEMBER: { kind: 'conflict', text: { id: 'Orang ini bukan anggota aktif pada hari itu. Periksa daftar anggota.', en: 'This person is no active member on that day. See the list of members.' } },
  WITHDRAWAL_TOO_HIGH: { kind: 'conflict', text: { id: 'Simpanannya {balance}, kurang dari {amount}. Kurangi penarikannya.', en: 'The savings are {balance}, less than {amount}. Withdraw less.' } },
  FUND_TOO_SMALL: { kind: 'conflict', text: { id: 'Dana IKS yang ada {available}, kurang dari {amount}. Kurangi jumlahnya atau tunggu angsuran masuk.', en: '{available} of the solidarity fund is at hand, less than {amount}. Take less, or wait for instalments.' } },
  PURPOSE_NOT_ALLOWED: { kind: 'conflict', text: { id: 'Tujuan penggunaan ini tidak dibolehkan aturan program. Pilih tujuan lain.', en: 'The rules of the programme do not allow this purpose. Choose another.' } },
  PERSON_MISSING: { kind: 'invalid', text: { id: 'Bantuan harus menyebut anggota yang dibantu.', en: 'Help must name the member who is helped.' } },
  LOAN_OVER_LIMIT: { kind: 'conflict', text: { id: 'Bersama pinjaman lain anggota ini akan berutang {owed}; paling banyak {limit}. Kurangi pinjamannya.', en: 'With other loans this member would owe {owed}; at most {limit} is allowed. Lend less.' } },
  LOAN_BREAKS_RESERVE: { kind: 'conflict', text: { id: 'Yang boleh dipinjamkan sekarang {available}, sebab {reserve} harus tetap sebagai cadangan. Kurangi atau tunggu angsuran.', en: '{available} may be lent now, since {reserve} must stay as a reserve. Lend less, or wait for instalments.' } },
  INSTALMENTS_BAD: { kind: 'invalid', text: { id: 'Angsuran harus 1 sampai {max} kali.', en: 'There must be 1 to {max} instalments.' } },
  BORROWER_IN_ARREARS: { kind: 'conflict', text: { id: 'Anggota ini masih menunggak {arrears}. Selesaikan tunggakannya dulu.', en: 'This member is still {arrears} in arrears. Settle that first.' } },
  OVERPAYMENT: { kind: 'conflict', text: { id: 'Sisa pinjaman {owed}, kurang dari {amount}. Terima sebesar sisanya saja.', en: '{owed} of the loan is left, less than {amount}. Take only what is left.' } },
  NOTHING_OWED: { kind: 'conflict', text: { id: 'Pinjaman ini sudah lunas, jadi tidak ada yang dijadwalkan ulang.', en: 'This loan is paid off, so there is nothing to reschedule.' } },
} as const satisfies Record<string, ErrorDefinition>;

export type SavingsErrorCode = keyof typeof SAVINGS_ERRORS;

/** For edges: `throw savingsError(problem.code, problem.params)`. */
export const savingsError = errorFamily(SAVINGS_ERRORS);

/** What pure code returns. */
export interface SavingsProblem {
  readonly code: SavingsErrorCode;
  readonly params: TextParams;
}
export const savingsProblem = (code: SavingsErrorCode, params: TextParams = {}): SavingsProblem => ({ code, params });
export const savingsProblemText = (problem: SavingsProblem, language: Language): string => fill(SAVINGS_ERRORS[problem.code].text[language], problem.params);
