import { fill, type Bilingual, type Language, type TextParams } from '../kernel/index.ts';

interface Definition {
  /** Short cause, for grouping and chips. */
  readonly title: Bilingual;
  /** What is wrong and what to do. */
  readonly text: Bilingual;
}

/** All of them warn: what happens then is for the group's meeting to decide. */
const FINDINGS = {
  OFFICERS_BORROW_MUCH: {
    title: { id: 'Pinjaman pengurus besar', en: 'Officers borrow much' },
    text: { id: 'Pengurus bersama-sama meminjam {held}, yaitu {percent} % dari dana; batasnya {limit} %. Bicarakan dalam musyawarah.', en: 'The officers together owe {held}, {percent} % of the fund; the limit is {limit} %. Talk it over in a meeting.' },
  },
  LOAN_IN_ARREARS: {
    title: { id: 'Pinjaman menunggak', en: 'Loan in arrears' },
    text: { id: 'Menunggak {amount} dari {count} angsuran, {days} hari. Kunjungi anggotanya, atau jadwalkan ulang lewat musyawarah.', en: '{amount} of {count} instalments is overdue, {days} days. Visit the member, or reschedule by decision.' },
  },
  LOAN_BAD: {
    title: { id: 'Pinjaman macet', en: 'Bad loan' },
    text: { id: 'Menunggak {amount} sudah {days} hari. Musyawarah harus memutuskan: jadwalkan ulang atau hapuskan.', en: '{amount} has been overdue for {days} days. The meeting must decide: reschedule or write off.' },
  },
  IKS_BEHIND: {
    title: { id: 'IKS belum lunas', en: 'IKS behind' },
    text: { id: 'IKS yang disepakati {agreed}, baru dibayar {paid}. Tanyakan kepada anggotanya dengan baik.', en: 'IKS of {agreed} was agreed, {paid} is paid. Ask the member kindly.' },
  },
  RESERVE_SHORT: {
    title: { id: 'Cadangan dana kurang', en: 'Reserve too small' },
    text: { id: 'Sisa dana {free}, padahal cadangan harus {reserve}. Tunda pinjaman baru sampai angsuran masuk.', en: '{free} of the fund is at hand, but the reserve should be {reserve}. Hold new loans until instalments come in.' },
  },
} as const satisfies Record<string, Definition>;

export type SavingsFindingCode = keyof typeof FINDINGS;
export const SAVINGS_FINDING_CODES = Object.keys(FINDINGS) as readonly SavingsFindingCode[];

/** What is to be looked at; amounts in params come formatted. `where` names the loan or member it is about. */
export interface SavingsFinding {
  readonly code: SavingsFindingCode;
  readonly severity: 'warn';
  readonly params: TextParams;
  readonly where?: string;
}
export const savingsFinding = (code: SavingsFindingCode, params: TextParams, where?: string): SavingsFinding =>
  ({ code, severity: 'warn', params, ...(where === undefined ? {} : { where }) });

export const savingsFindingTitle = (code: SavingsFindingCode, language: Language): string => FINDINGS[code].title[language];
export const savingsFindingText = ({ code, params }: Pick<SavingsFinding, 'code' | 'params'>, language: Language): string =>
  fill(FINDINGS[code].text[language], params);
