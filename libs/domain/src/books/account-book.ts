import type { Bilingual, IsoDate } from '../kernel/index.ts';
import { accountParts, type AccountId, type AccountParts, type Transfer } from '../ledger/index.ts';
import { EXPENSE_LABEL, GROUP_CHART, INCOME_LABEL, type GroupAccountKind, type Side } from './group-chart.ts';
import { GROUP_EVENTS, type GroupEventKind } from './group-events.ts';
import { groupBy } from './group-by.ts';
import { monthOf, type Month, type Period } from './period.ts';

/**
 * One line of a book: the transfer behind it, what it did to the book and what stood there after it, in rupiah. Amounts are
 * in the book's own sense: more in the cash box, more saved, more owed are all positive.
 */
export interface BookLine {
  readonly transfer: Transfer;
  readonly label: Bilingual;
  readonly change: bigint;
  readonly balance: bigint;
}

/** A stretch of a book. opening + increase - decrease = closing, in rupiah. */
export interface Book {
  readonly opening: bigint;
  readonly lines: readonly BookLine[];
  readonly increase: bigint;
  readonly decrease: bigint;
  readonly closing: bigint;
}

export const sideOf = (kind: string): Side => GROUP_CHART[kind as GroupAccountKind].side;

/** A balance or movement as people read it: positive on the side where the kind belongs. */
export const inOwnSense = (kind: string, amount: bigint): bigint => (['asset', 'expense'].includes(sideOf(kind)) ? amount : -amount);

/** Words of an event; a reversal says so. */
export function eventLabel(t: Transfer): Bilingual {
  const { label } = GROUP_EVENTS[t.kind as GroupEventKind];
  return t.reverses === undefined ? label : { id: `Pembatalan: ${label.id}`, en: `Reversal: ${label.en}` };
}

/** Words of an account's kind; of income and expense, those of the category. */
export function accountLabel({ kind, owner }: Pick<AccountParts, 'kind' | 'owner'>): Bilingual {
  const category: Readonly<Record<string, Bilingual>> = kind === 'income' ? INCOME_LABEL : kind === 'expense' ? EXPENSE_LABEL : {};
  return category[owner] ?? GROUP_CHART[kind as GroupAccountKind].label;
}

/**
 * Balances (in - out, rupiah) before the first of the transfers given: with them a book of ten years is read from the
 * transfers of one month. Empty when the transfers are given from the group's first day.
 */
export type Carried = ReadonlyMap<AccountId, bigint>;
const NOTHING: Carried = new Map();

/** Transfers by the day they count for; those of one day stay in the order in which they were posted (as given). */
export const inOrder = (transfers: readonly Transfer[]): Transfer[] => [...transfers].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/**
 * The book of all accounts that `holds` says, for a period or from the beginning. What moves between two of them is no
 * line. `transfers` are the group's, from its first day (or on top of `carried`), in order of posting.
 */
export function bookOf(transfers: readonly Transfer[], holds: (account: AccountParts) => boolean, period?: Period, carried = NOTHING): Book {
  const effect = (account: AccountId, amount: bigint): bigint => {
    const parts = accountParts(account);
    return holds(parts) ? inOwnSense(parts.kind, amount) : 0n;
  };
  const start = [...carried].reduce((total, [account, balance]) => total + effect(account, balance), 0n);
  let [opening, balance] = [start, start];
  const lines: BookLine[] = [];
  for (const transfer of inOrder(transfers)) {
    if (period && transfer.on > period.to) break;
    const change = effect(transfer.to, transfer.amount) + effect(transfer.from, -transfer.amount);
    if (change === 0n) continue;
    balance += change;
    if (period && transfer.on < period.from) {
      opening = balance;
      continue;
    }
    lines.push({ transfer, label: eventLabel(transfer), change, balance });
  }
  return { opening, lines, ...turnoverOf(lines), closing: balance };
}

/** Buku kas: the cash box with its running balance (rule 39). */
export const cashBook = (transfers: readonly Transfer[], period?: Period, carried?: Carried): Book =>
  bookOf(transfers, (a) => a.kind === 'cash', period, carried);

/** Buku bank. */
export const bankBook = (transfers: readonly Transfer[], period?: Period, carried?: Carried): Book =>
  bookOf(transfers, (a) => a.kind === 'bank', period, carried);

/** A book cut into its months, oldest first; months without a line are left out. */
export function byMonth(book: Book): (Book & { readonly month: Month })[] {
  const months = groupBy(book.lines, (l) => monthOf(l.transfer.on));
  let opening = book.opening;
  return [...months].map(([month, lines]) => {
    const part = { month, opening, lines, ...turnoverOf(lines), closing: (lines.at(-1) as BookLine).balance };
    opening = part.closing;
    return part;
  });
}

const turnoverOf = (lines: readonly BookLine[]): { increase: bigint; decrease: bigint } => {
  let [increase, decrease] = [0n, 0n];
  for (const { change } of lines) if (change > 0n) increase += change; else decrease -= change;
  return { increase, decrease };
};

/** What the lines of one kind of event come to, in rupiah; a reversal counts against its own kind. */
export const changeBy = (lines: readonly BookLine[], ...kinds: readonly GroupEventKind[]): bigint =>
  lines.reduce((total, l) => ((kinds as readonly string[]).includes(l.transfer.kind) ? total + l.change : total), 0n);

/** A book of one owner within a kind of account. */
export interface Card extends Book {
  readonly owner: string;
}

/**
 * One card an owner, in order of owner: `iks` and `savings` by member, `loan` by loan, `inventory` by item, `receivable`
 * and `proceeds` by deal, `payable` by party, `materialStock` by material (rule 39).
 */
export function cardsOf(transfers: readonly Transfer[], kind: GroupAccountKind, period?: Period): Card[] {
  const touches = transfers.flatMap((t) => [t.from, t.to].map(accountParts).filter((a) => a.kind === kind).map(({ owner }) => ({ owner, t })));
  return [...groupBy(touches, ({ owner }) => owner)].sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([owner, own]) => ({ owner, ...bookOf(own.map(({ t }) => t), (a) => a.kind === kind && a.owner === owner, period) }));
}

/** Balance of every account after the last transfer of a day (all of them without a day): in - out, rupiah. */
export function balancesOn(transfers: readonly Transfer[], on?: IsoDate, carried = NOTHING): Map<AccountId, bigint> {
  const balances = new Map(carried);
  const add = (account: AccountId, amount: bigint) => balances.set(account, (balances.get(account) ?? 0n) + amount);
  for (const t of transfers) {
    if (on !== undefined && t.on > on) continue;
    add(t.from, -t.amount);
    add(t.to, t.amount);
  }
  return balances;
}
