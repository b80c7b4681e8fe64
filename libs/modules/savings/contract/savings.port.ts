import type { Call } from '@anyam/contract-kit';
import type { IksRate } from '@anyam/domain/meeting';
import type { Person, Transaction, Unit } from '@anyam/member/contract';
import type { z } from 'zod';
import type * as fund from './fund.schema.ts';
import type * as lists from './list.schema.ts';
import type * as loans from './loan.schema.ts';
import type * as sheets from './sheet.schema.ts';

type Done = Promise<z.infer<typeof fund.written>>;
type LoanDone = Promise<z.infer<typeof loans.loanDone>>;

/** A whole meeting on one sheet. */
export interface SheetCases {
  get(call: Call, input: { meetingId: string }): Promise<z.infer<typeof sheets.sheetView>>;
  /** Attendance, goods, IKS, savings and instalments of an open meeting, whole or not at all. May come again; each post adds. */
  post(call: Call, input: z.infer<typeof sheets.postSheetInput>): Promise<z.infer<typeof sheets.postSheetOutput>>;
  readAloud(call: Call, input: { meetingId: string }): Promise<z.infer<typeof sheets.readAloudView>>;
}
export interface FundCases {
  get(call: Call, input: { groupId: string }): Promise<z.infer<typeof fund.fundView>>;
  entries(call: Call, input: z.infer<typeof fund.entriesInput>): Promise<z.infer<typeof fund.entriesPage>>;
  receive(call: Call, input: z.infer<typeof fund.receiveInput>): Done;
  withdraw(call: Call, input: z.infer<typeof fund.withdrawInput>): Done;
  /** Takes an entry of money back, with a reason. */
  reverse(call: Call, input: z.infer<typeof fund.reverseInput>): Done;
  /** Carries out a decision on the fund in closed minutes, once. */
  use(call: Call, input: z.infer<typeof fund.useIksInput>): Done;
  /**
   * Takes a use back on a day of an open month: members and books are as before it, and its decision can be carried out again.
   * ALREADY_REVERSED; DAY_BEFORE_USE; BALANCE_SHORT where the capital is gone since; MONTH_CLOSED.
   */
  reverseUse(call: Call, input: z.infer<typeof fund.reverseUseInput>): Done;
}
export interface LoanCases {
  ofGroup(call: Call, input: { groupId: string }): Promise<z.infer<typeof loans.loansOutput>>;
  detail(call: Call, input: { id: string }): Promise<z.infer<typeof loans.loanDetail>>;
  request(call: Call, input: z.infer<typeof loans.requestLoanInput>): LoanDone;
  approve(call: Call, input: z.infer<typeof loans.approveLoanInput>): LoanDone;
  refuse(call: Call, input: z.infer<typeof loans.refuseLoanInput>): LoanDone;
  payOut(call: Call, input: z.infer<typeof loans.payOutLoanInput>): LoanDone;
  pay(call: Call, input: z.infer<typeof loans.payLoanInput>): LoanDone;
  reschedule(call: Call, input: z.infer<typeof loans.rescheduleLoanInput>): LoanDone;
  writeOff(call: Call, input: z.infer<typeof loans.writeOffLoanInput>): LoanDone;
}
export interface ListCases {
  list(call: Call, input: z.infer<typeof lists.listInput>): Promise<z.infer<typeof lists.savingsPage>>;
  facets(call: Call, input: z.infer<typeof lists.listFilter>): Promise<z.infer<typeof lists.facetsOutput>>;
  growth(call: Call, input: z.infer<typeof lists.growthInput>): Promise<z.infer<typeof lists.growthOutput>>;
  exportXlsx(call: Call, input: z.infer<typeof lists.exportInput>): Promise<z.infer<typeof lists.exportOutput>>;
}

export interface SavingsPort {
  readonly sheet: SheetCases;
  readonly fund: FundCases;
  readonly loans: LoanCases;
  readonly lists: ListCases;
  /** Moves loans to menunggak and macet as of today; safe to repeat. Gives how many moved. */
  daily(): Promise<number>;

  /** For other modules. IKS rate in force on a day, or null. */
  iksRate(tx: Transaction, groupId: string, on: string): Promise<IksRate | null>;
  /** What each member's running loans ask on a day (due by then and unpaid): one line a loan, oldest due first. */
  owed(tx: Transaction, groupId: string, on: string): Promise<{ memberId: string; loanId: string; service: bigint; principal: bigint }[]>;
  /**
   * Takes down IKS and instalments kept back from a share-out. The books entry was posted by the caller; this writes savings' own
   * rows only. Once a payment and member. Errors: LOAN_NOT_FOUND, OVERPAYMENT, SHARE_NOT_FIT.
   */
  fromShare(unit: Unit, who: Person, groupId: string, input: {
    readonly paymentId: string; readonly on: string; readonly meetingId: string | null;
    readonly lines: readonly { readonly memberId: string; readonly iks: bigint; readonly loans: readonly { readonly loanId: string; readonly service: bigint; readonly principal: bigint }[] }[];
  }): Promise<void>;
  /**
   * The counterpart of `fromShare`: rows that turn the sign of its IKS, dues and instalments, and the loans follow. The caller reverses the
   * books entry after it. Nothing is left to do a second time. Errors: MONEY_IN_USE where the fund spent or lent it since, LOAN_CHANGED_SINCE.
   */
  backFromShare(unit: Unit, who: Person, groupId: string, input: { readonly paymentId: string; readonly on: string; readonly reason: string }): Promise<void>;
}

declare module '@anyam/contract-kit' {
  interface Services {
    savings: SavingsPort;
  }
}
