import { newKey, type Lpj } from './parts/api.ts';

export type Expenditure = Lpj['expenditures'][number];

/** What is typed and not yet saved. */
export interface LpjDraft {
  /** Of the report as it was when the typing began. */
  readonly version: number;
  readonly expenditures: readonly Expenditure[];
  readonly accountBalance: bigint;
  readonly cashBalance: bigint;
  readonly balanceOn: string | null;
  readonly withdrawn: bigint;
  readonly withdrawnOn: string | null;
  readonly shiftMinutesFileId: string | null;
  readonly transferProofFileId: string | null;
}

/** Counted today unless another day stands there: the balance is read from the bank book while the report is typed. */
export const draftOf = (d: Lpj, today: string): LpjDraft => ({
  version: d.version, expenditures: d.expenditures, accountBalance: d.accountBalance, cashBalance: d.cashBalance, balanceOn: d.balanceOn ?? today,
  withdrawn: d.withdrawn, withdrawnOn: d.withdrawnOn, shiftMinutesFileId: d.shiftMinutesFileId, transferProofFileId: d.transferProofFileId,
});

export const freshExpenditure = (today: string, budgetLineId: string): Expenditure => ({
  id: newKey(), no: 0, budgetLineId, on: today, payee: '', goods: '', amount: 0n, receiptFileId: null, receiptName: null, witnesses: [],
});

export const sumOf = (list: readonly { readonly amount: bigint }[]): bigint => list.reduce((n, e) => n + e.amount, 0n);
export const isDay = (day: string | null): day is string => /^\d{4}-\d{2}-\d{2}$/.test(day ?? '');
