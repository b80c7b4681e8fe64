import { addDays, blocker, err, ok, type Bilingual, type Blocker, type IsoDate, type Result, type TextParams } from '../kernel/index.ts';
import { formatRupiah, type Rupiah } from '../kernel/rupiah.ts';
import { reversalOf, type AccountId, type Transfer } from '../ledger/index.ts';
import { balancesOn, cashBook } from './account-book.ts';
import { countedAmount, type CashCount } from './cash-count.ts';
import { monthOf, monthPeriod, nextMonth, type Month } from './period.ts';
import { cashDifference } from './transfers-cash.ts';

export interface MonthToClose {
  readonly groupId: string;
  readonly month: Month;
  readonly today: IsoDate;
  /** Last day of the last closed month, when there is one. */
  readonly closedThrough?: IsoDate;
  /** All of the group's, in order of posting. */
  readonly transfers: readonly Transfer[];
  /** Balances as the database keeps them now, rupiah: they must be what the transfers sum to. */
  readonly stored: ReadonlyMap<AccountId, bigint>;
  /** Meetings held in the month or earlier whose sheet is still open. */
  readonly openMeetings: number;
  readonly count?: CashCount;
}

const say = (clearedBy: Bilingual, id: string, en: string): { text: Bilingual; clearedBy: Bilingual } => ({ text: { id, en }, clearedBy });
const TREASURER: Bilingual = { id: 'bendahara kelompok', en: 'treasurer of the group' };
const SECRETARY: Bilingual = { id: 'sekretaris kelompok', en: 'secretary of the group' };
const ADMIN: Bilingual = { id: 'admin', en: 'administrator' };

const CLOSE_PROBLEMS = {
  MONTH_CLOSED: say(TREASURER,
    'Bulan {month} sudah ditutup. Koreksi dicatat sebagai pembatalan di bulan yang masih terbuka.',
    'Month {month} is closed already. A correction is a reversal in an open month.'),
  MONTH_NOT_OVER: say(TREASURER,
    'Bulan {month} belum selesai. Tutup buku paling cepat tanggal {to}.',
    'Month {month} is not over. Close it on {to} at the earliest.'),
  EARLIER_MONTH_OPEN: say(TREASURER,
    'Bulan {due} belum ditutup. Tutup bulan itu lebih dulu.',
    'Month {due} is still open. Close that one first.'),
  MEETING_OPEN: say(SECRETARY,
    'Masih ada {count} rapat yang lembarnya belum ditutup. Lengkapi dan tutup rapat itu.',
    '{count} meetings still have an open sheet. Complete and close them.'),
  BALANCE_DAMAGED: say(ADMIN,
    'Saldo tersimpan pada {count} akun tidak sama dengan jumlah catatannya. Jangan ditutup; laporkan kepada admin.',
    'The stored balance of {count} accounts is not the sum of their entries. Do not close; tell the administrator.'),
  CASH_NOT_COUNTED: say(TREASURER,
    'Kas belum dihitung. Hitung uang di kotak kas per pecahan.',
    'The cash has not been counted. Count the box by notes and coins.'),
  COUNT_TOO_EARLY: say(TREASURER,
    'Kas dihitung {countedOn}, padahal sesudahnya masih ada catatan kas sampai {last}. Hitung ulang.',
    'The cash was counted on {countedOn}, but there are later entries up to {last}. Count again.'),
  COUNT_IN_FUTURE: say(TREASURER,
    'Tanggal hitung kas {countedOn} belum tiba. Betulkan tanggalnya.',
    'The day of the count, {countedOn}, is still to come. Correct it.'),
  DIFFERENCE_UNEXPLAINED: say(TREASURER,
    'Uang di kotak {counted}, menurut buku {inBook}. Cari catatan yang tertinggal, atau tulis alasan selisihnya.',
    'The box holds {counted}, the book says {inBook}. Find what was not recorded, or write why they differ.'),
} as const;
export type CloseProblem = keyof typeof CLOSE_PROBLEMS;
const problem = (code: CloseProblem, params: TextParams = {}): Blocker => blocker(code, CLOSE_PROBLEMS[code].text, CLOSE_PROBLEMS[code].clearedBy, params);

/** The month that is to be closed next: after the last closed one, else that of the first entry; null while there is nothing. */
export function monthDue(transfers: readonly Transfer[], closedThrough?: IsoDate): Month | null {
  if (closedThrough !== undefined) return nextMonth(monthOf(closedThrough));
  const first = transfers.reduce<IsoDate | null>((min, t) => (min === null || t.on < min ? t.on : min), null);
  return first && monthOf(first);
}

/**
 * The first day from which on a month is not yet late: months that begin before it should be closed by now, because they
 * ended more than `bookCloseDays` ago (rule set).
 */
export const lateBefore = (today: IsoDate, rules: { readonly bookCloseDays: number }): IsoDate =>
  monthPeriod(monthOf(addDays(today, -rules.bookCloseDays))).from;

/** Balance of the cash box by the books at the end of a day, rupiah. */
const cashOn = (m: MonthToClose, on: IsoDate): Rupiah => cashBook(m.transfers, { from: on, to: on }).closing as Rupiah;

/** What stands against a count of the cash box at any time: the book of its day must still be open, and a difference needs its reason. */
export function looseCountProblems(m: Pick<MonthToClose, 'today' | 'closedThrough'> & { readonly count: CashCount; readonly inBook: Rupiah }): Blocker[] {
  const { countedOn, reason } = m.count;
  if (countedOn > m.today) return [problem('COUNT_IN_FUTURE', { countedOn })];
  if (m.closedThrough !== undefined && countedOn <= m.closedThrough) return [problem('MONTH_CLOSED', { month: monthOf(countedOn) })];
  const counted = countedAmount(m.count.pieces);
  if (counted === m.inBook || reason?.trim()) return [];
  return [problem('DIFFERENCE_UNEXPLAINED', { counted: formatRupiah(counted), inBook: formatRupiah(m.inBook) })];
}

/** Everything that stands against closing the month (rule 34; the conditions are an assumption). Empty when it may be closed. */
export function closeProblems(m: MonthToClose): Blocker[] {
  const { month, today, closedThrough, openMeetings } = m;
  const { from, to } = monthPeriod(month);
  if (closedThrough !== undefined && to <= closedThrough) return [problem('MONTH_CLOSED', { month })];
  const due = monthDue(m.transfers, closedThrough);
  const damaged = damagedAccounts(m);
  return [
    ...(today < to ? [problem('MONTH_NOT_OVER', { month, to })] : []),
    ...(due !== null && due < month ? [problem('EARLIER_MONTH_OPEN', { due })] : []),
    ...(openMeetings > 0 ? [problem('MEETING_OPEN', { count: openMeetings })] : []),
    ...(damaged > 0 ? [problem('BALANCE_DAMAGED', { count: damaged })] : []),
    ...countProblems(m, from, to),
  ];
}

/** Transfers cannot be unbalanced; the balances kept beside them could be, so these are what is checked. */
function damagedAccounts({ transfers, stored }: MonthToClose): number {
  const summed = balancesOn(transfers);
  return [...new Set([...summed.keys(), ...stored.keys()])].filter((account) => (summed.get(account) ?? 0n) !== (stored.get(account) ?? 0n)).length;
}

function countProblems(m: MonthToClose, from: IsoDate, to: IsoDate): Blocker[] {
  const { count } = m;
  if (!count) return [problem('CASH_NOT_COUNTED')];
  const { countedOn } = count;
  const last = cashBook(m.transfers, { from, to }).lines.at(-1)?.transfer.on ?? from;
  if (countedOn < last) return [problem('COUNT_TOO_EARLY', { countedOn, last })];
  if (countedOn > m.today) return [problem('COUNT_IN_FUTURE', { countedOn })];
  const { counted, inBook } = compared(m, count);
  if (counted === inBook || count.reason?.trim()) return [];
  return [problem('DIFFERENCE_UNEXPLAINED', { counted: formatRupiah(counted), inBook: formatRupiah(inBook) })];
}

const compared = (m: MonthToClose, count: CashCount): { counted: Rupiah; inBook: Rupiah } =>
  ({ counted: countedAmount(count.pieces), inBook: cashOn(m, count.countedOn) });

/**
 * Closes a month: the day through which the books are locked from now on, and the entry of the count's difference, to be
 * posted before the lock. A count after the month's end is compared with the book of its own day; its difference still
 * belongs to the month. Err: every reason against it.
 */
export function closeMonth(m: MonthToClose): Result<{ closedThrough: IsoDate; transfers: Transfer[] }, readonly Blocker[]> {
  const found = closeProblems(m);
  const { count } = m;
  if (found.length > 0 || !count) return err(found);
  const { to } = monthPeriod(m.month);
  const on = count.countedOn < to ? count.countedOn : to;
  const transfers = cashDifference({ groupId: m.groupId, on, countId: count.id, ...compared(m, count), reason: count.reason ?? '' });
  return ok({ closedThrough: to, transfers });
}

/**
 * Takes an event back, of a closed month too: its transfers are reversed in the opposite order, on a day of the open month,
 * each with the reason (rule 34). The original stays as it was; what is right is booked anew under a new key.
 */
export const correctionOf = (event: readonly Transfer[], given: { readonly reason: string; readonly on: IsoDate; readonly document?: string }): Transfer[] =>
  event.map((t) => reversalOf(t, given)).reverse();
