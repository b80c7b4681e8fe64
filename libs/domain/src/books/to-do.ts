import { formatRupiah, type Bilingual, type IsoDate, type TextParams } from '../kernel/index.ts';
import { lateBefore } from './month-close.ts';
import { monthPeriod, type Month } from './period.ts';

/** What the books show that somebody should act upon. Money in rupiah. */
export interface BookFacts {
  readonly today: IsoDate;
  /** The month that is to be closed next; null without entries. */
  readonly due: Month | null;
  /** Accounts whose stored balance is not the sum of their entries. */
  readonly damaged: number;
  /**
   * Aid that the group got by the office's ledger; what of it stands in its own books, without what stood there at the
   * opening; what of that came in money; and what of the money the payments themselves booked. All in rupiah.
   */
  readonly aid: { readonly received: bigint; readonly booked: bigint; readonly money: bigint; readonly bySystem: bigint };
  /** Shared but not yet paid out. */
  readonly dueToMembers: { readonly count: number; readonly amount: bigint };
  /** Owed to brokers and suppliers. */
  readonly owedToParties: { readonly count: number; readonly amount: bigint };
}

const TO_DO = {
  BOOKS_DAMAGED: {
    id: 'Saldo tersimpan pada {count} akun tidak sama dengan jumlah catatannya. Laporkan kepada admin.',
    en: 'The stored balance of {count} accounts is not the sum of their entries. Tell the administrator.',
  },
  MONTH_LATE: { id: 'Bulan {month} terlambat ditutup. Hitung kas, lalu tutup bulannya.', en: 'Month {month} should be closed by now. Count the cash and close it.' },
  MONTH_DUE: { id: 'Bulan {month} sudah selesai. Hitung kas, lalu tutup bulannya.', en: 'Month {month} is over. Count the cash and close it.' },
  AID_NOT_BOOKED: {
    id: 'Bantuan {amount} sudah diterima kelompok tetapi belum ada di bukunya. Catat penerimaannya.',
    en: 'Aid of {amount} reached the group and is not in its books. Record it.',
  },
  AID_OVER_BOOKED: {
    id: 'Buku mencatat bantuan uang {amount} lebih banyak daripada yang dibayarkan dinas. Cari catatan ganda, atau dana yang ditarik kembali oleh bank.',
    en: 'The books hold {amount} more aid in money than the office paid. Look for an entry made twice, or money that the bank took back.',
  },
  PAY_MEMBERS: { id: 'Hak {count} anggota sebesar {amount} belum dibayarkan.', en: '{amount} is due to {count} members and not yet paid out.' },
  PAY_PARTIES: { id: 'Utang kepada {count} pengepul atau pemasok: {amount}.', en: '{amount} is owed to {count} brokers or suppliers.' },
} as const satisfies Record<string, Bilingual>;
export type BookToDoCode = keyof typeof TO_DO;
export interface BookToDo {
  readonly code: BookToDoCode;
  readonly text: Bilingual;
  readonly params: TextParams;
}

/** What is to be done about a group's books, most pressing first; empty when all is in order. `bookCloseDays` of the rule set says what is late. */
export function booksToDo(f: BookFacts, rules: { readonly bookCloseDays: number }): BookToDo[] {
  const item = (code: BookToDoCode, params: TextParams): BookToDo => ({ code, text: TO_DO[code], params });
  const missing = f.aid.received - f.aid.booked;
  const over = f.aid.bySystem > 0n ? f.aid.money - f.aid.received : 0n;
  const late = f.due !== null && monthPeriod(f.due).from < lateBefore(f.today, rules);
  return [
    ...(f.damaged > 0 ? [item('BOOKS_DAMAGED', { count: f.damaged })] : []),
    ...(f.due !== null && monthPeriod(f.due).to < f.today ? [item(late ? 'MONTH_LATE' : 'MONTH_DUE', { month: f.due })] : []),
    ...(missing > 0n ? [item('AID_NOT_BOOKED', { amount: formatRupiah(missing) })] : []),
    ...(over > 0n ? [item('AID_OVER_BOOKED', { amount: formatRupiah(over) })] : []),
    ...(f.dueToMembers.amount > 0n ? [item('PAY_MEMBERS', { count: f.dueToMembers.count, amount: formatRupiah(f.dueToMembers.amount) })] : []),
    ...(f.owedToParties.amount > 0n ? [item('PAY_PARTIES', { count: f.owedToParties.count, amount: formatRupiah(f.owedToParties.amount) })] : []),
  ];
}
