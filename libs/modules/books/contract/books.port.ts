import type { Call } from '@anyam/contract-kit';
import type { Bilingual, IsoDate } from '@anyam/domain/kernel';
import type { AccountId, Transfer } from '@anyam/domain/ledger';
import type { Person, Transaction, Unit } from '@anyam/member/contract';
import type { z } from 'zod';
import type * as c from './common.schema.ts';
import type * as d from './district.schema.ts';
import type * as e from './entry.schema.ts';
import type * as m from './month.schema.ts';
import type * as r from './report.schema.ts';

type In<T extends z.ZodType> = z.output<T>;
type Done = Promise<z.output<typeof c.done>>;

/**
 * A business event as people speak of it: one entry, whose transfers are taken back together. `key` names the happening and
 * no other in this group. An event about a loan names its member, so that her statement finds the loan.
 */
export interface BookEvent {
  readonly key: string;
  /** One word of letters, as in `GROUP_EVENTS` or a module's own. */
  readonly kind: string;
  readonly text: Bilingual | string;
  readonly meetingId?: string | null;
  readonly memberId?: string | null;
  readonly dealId?: string | null;
}
export interface BookPosting {
  readonly event: BookEvent;
  readonly transfers: readonly Transfer[];
}

/** A tranche of aid that reached a group's account. `attempt` counts the sendings, so that a payment after a return is another one. */
export interface AidReceipt {
  readonly groupId: string;
  readonly trancheId: string;
  readonly attempt: number;
  /** Number of the tranche, 1, 2, ... */
  readonly no: number;
  /** Rupiah. */
  readonly amount: bigint;
  readonly on: IsoDate;
  /** Number of the SP2D. */
  readonly document: string | null;
}

/** The console's side of the books; the area of the call is applied. */
export interface BooksConsole {
  overview(call: Call, input: In<typeof c.ofGroup>): Promise<z.output<typeof r.overviewView>>;
  /** The cash or bank book with its running balance. PERIOD_INVALID past 400 days. */
  moneyBook(call: Call, input: In<typeof r.moneyBookInput>): Promise<z.output<typeof r.bookView>>;
  profitAndLoss(call: Call, input: In<typeof r.periodInput>): Promise<z.output<typeof r.profitView>>;
  balanceSheet(call: Call, input: In<typeof r.dayInput>): Promise<z.output<typeof r.balanceView>>;
  cashFlow(call: Call, input: In<typeof r.periodInput>): Promise<z.output<typeof r.flowView>>;
  trialBalance(call: Call, input: In<typeof r.dayInput>): Promise<z.output<typeof r.trialView>>;
  members(call: Call, input: In<typeof c.ofGroup>): Promise<z.output<typeof r.membersView>>;
  memberStatement(call: Call, input: In<typeof r.statementInput>): Promise<z.output<typeof r.statementView>>;
  held(call: Call, input: In<typeof r.heldInput>): Promise<z.output<typeof r.heldView>>;
  indicators(call: Call, input: In<typeof r.periodInput>): Promise<z.output<typeof r.indicatorsView>>;
  entries(call: Call, input: In<typeof e.entriesInput>): Promise<z.output<typeof e.entryPage>>;

  recordExpense(call: Call, input: In<typeof e.expenseInput>): Done;
  recordIncome(call: Call, input: In<typeof e.incomeInput>): Done;
  recordPurchase(call: Call, input: In<typeof e.purchaseInput>): Done;
  recordAid(call: Call, input: In<typeof e.aidInput>): Done;
  /** BOOKS_BEGUN when anything but the office's aid stands there, OPENING_LATE, OPENING_SHORT, OPENING_EMPTY, MEMBER_UNKNOWN, TWICE. */
  recordOpening(call: Call, input: In<typeof e.openingInput>): Done;
  moveMoney(call: Call, input: In<typeof e.bankInput>): Done;
  payMembers(call: Call, input: In<typeof e.payMembersInput>): Done;
  payParty(call: Call, input: In<typeof e.payPartyInput>): Done;
  /** Takes back an event that was typed here. NOT_MANUAL for those of other modules. */
  correct(call: Call, input: In<typeof e.correctInput>): Done;

  counts(call: Call, input: In<typeof c.ofGroup>): Promise<z.output<typeof m.countsView>>;
  /** Cash by the books at the end of a day. */
  cashOn(call: Call, input: In<typeof m.cashOnInput>): Promise<z.output<typeof m.cashOnView>>;
  /** Keeps a count of the cash box and books its difference. COUNT_REFUSED with what stands against it. */
  countCash(call: Call, input: In<typeof m.countCashInput>): Promise<z.output<typeof m.countedView>>;
  months(call: Call, input: In<typeof c.ofGroup>): Promise<z.output<typeof m.monthsView>>;
  closing(call: Call, input: In<typeof m.closingInput>): Promise<z.output<typeof m.closingView>>;
  /** Books the difference of the count, then locks the month. CLOSE_BLOCKED with every reason. */
  closeMonth(call: Call, input: In<typeof m.closeMonthInput>): Promise<z.output<typeof m.closedView>>;

  list(call: Call, input: In<typeof d.booksListInput>): Promise<z.output<typeof d.booksPage>>;
  facets(call: Call, input: In<typeof d.booksFilter>): Promise<z.output<typeof d.booksFacets>>;
  district(call: Call): Promise<z.output<typeof d.districtView>>;
  exportXlsx(call: Call, input: In<typeof d.booksExportInput>): Promise<z.output<typeof d.booksExport>>;
}

export interface BooksPort extends BooksConsole {
  /**
   * Posts in the caller's transaction, whole and in order; nothing when there are no transfers or they are known already.
   * Posters of one group wait for one another. Errors: those of `ledgerFailure`, MONTH_CLOSED, EVENT_TAKEN.
   */
  post(unit: Unit, who: Person, groupId: string, event: BookEvent, transfers: readonly Transfer[]): Promise<void>;
  /** Many events at once, in order, all or none: a meeting's sheet costs as many queries as one entry. */
  postMany(unit: Unit, who: Person, groupId: string, postings: readonly BookPosting[]): Promise<void>;
  /**
   * Books aid of the office on the groups' bank accounts, once for each tranche and sending, in a fixed number of queries for
   * a whole batch. In a closed month it counts for the first open day. Stands in nobody's way: it has no error of its own.
   */
  receiveAid(unit: Unit, who: Person, receipts: readonly AidReceipt[]): Promise<void>;
  /** The bank took it back: reverses what `receiveAid` booked. Where the group has spent it, the entry stays and the books say so. */
  aidCameBack(
    unit: Unit,
    who: Person,
    returns: readonly (Pick<AidReceipt, 'groupId' | 'trancheId' | 'attempt' | 'on'> & { readonly reason: string })[],
  ): Promise<void>;
  /** Balances (rupiah, in - out) of these accounts; those never used are 0n. */
  balances(tx: Transaction, groupId: string, accounts: readonly AccountId[]): Promise<Map<AccountId, bigint>>;
  /** All accounts of some kinds of a group with a balance other than 0, in order of id. */
  accounts(tx: Transaction, groupId: string, kinds: readonly string[]): Promise<{ id: AccountId; kind: string; owner: string; balance: bigint }[]>;
  /**
   * Takes back all transfers of an event by reversing ones. Errors: REVERSED_UNKNOWN, REVERSAL_OF_REVERSAL, ALREADY_REVERSED,
   * MONTH_CLOSED for the reversal's own day, and BALANCE_SHORT where what it brought was used since.
   */
  reverse(unit: Unit, who: Person, groupId: string, eventKey: string, given: { reason: string; on: string }): Promise<void>;
  /** Last day of the last closed month. */
  closedThrough(tx: Transaction, groupId: string): Promise<string | null>;
  /** A module that keeps sheets tells here how many of them, up to a day, are still open: no month is closed before. */
  guardClose(openSheets: (tx: Transaction, groupId: string, through: string) => Promise<number>): void;
}

declare module '@anyam/contract-kit' {
  interface Services {
    books: BooksPort;
  }
}
