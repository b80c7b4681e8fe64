import type { IsoDate } from '../kernel/plain-date.ts';
import { sum, type Rupiah } from '../kernel/rupiah.ts';

/** One line of the list that goes to the bank with the SP2D: one tranche to one group's account. Rupiah. */
export interface PaymentLine {
  readonly id: string;
  /** Unique in the batch and printed on the transfer, so that the statement can be matched by it. */
  readonly reference: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly bank: string;
  readonly accountNo: string;
  readonly accountName: string;
  readonly amount: Rupiah;
}

/** What the decree plans for a group in this batch (its share of this tranche), rupiah. */
export interface DecreedLine {
  readonly groupId: string;
  readonly groupName: string;
  readonly amount: Rupiah;
}

/** The SP2D as issued; `total` is the figure on the paper. */
export interface Sp2d {
  readonly number: string;
  readonly total: Rupiah;
  readonly lines: readonly PaymentLine[];
}

/** A line of the bank's statement: money credited to an account, or sent back. Amount always positive, rupiah. */
export interface StatementLine {
  readonly id: string;
  readonly on: IsoDate;
  readonly kind: 'credit' | 'return';
  readonly reference: string;
  /** Digits; a bank may hide some with `*` or `x`. Empty when the statement gives none. */
  readonly accountNo: string;
  readonly name: string;
  readonly amount: Rupiah;
}

/** Sum of the list, rupiah: the figure for the SPP-LS. */
export const paymentTotal = (lines: readonly PaymentLine[]): Rupiah => sum(lines.map((l) => l.amount));

/** The reference of a payment line: unique by batch and place, letters and digits only, at most 20 as banks cut off more. */
export function paymentReference(batchNo: string, place: number): string {
  return `${batchNo.replace(/[^A-Za-z0-9]/g, '').toUpperCase().slice(-14)}${String(place).padStart(4, '0')}`;
}

export type PaymentField = 'no' | 'reference' | 'groupName' | 'bank' | 'accountNo' | 'accountName' | 'amount' | 'note';
/** How one bank wants its list: columns in order, with the heading it expects. A setting, not code. */
export interface BankFormat {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly field: PaymentField }[];
  readonly note: string;
}

/** The list as a table of text, heading first; amounts as plain digits. The writer of the file makes account numbers text cells. */
export function paymentTable(lines: readonly PaymentLine[], format: BankFormat): string[][] {
  const cell = (line: PaymentLine, i: number, field: PaymentField): string => {
    switch (field) {
      case 'no': return String(i + 1);
      case 'note': return format.note;
      case 'amount': return String(line.amount);
      default: return line[field];
    }
  };
  return [format.columns.map((c) => c.heading), ...lines.map((line, i) => format.columns.map((c) => cell(line, i, c.field)))];
}
