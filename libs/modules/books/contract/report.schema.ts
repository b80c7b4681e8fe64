import { idSchema, rupiahSchema } from '@anyam/contract-kit';
import { z } from 'zod';
import { accountKind, day, monthSchema, ofGroup, period, purseSchema, words } from './common.schema.ts';

export const periodInput = ofGroup.extend(period.shape);
export const dayInput = ofGroup.extend({ on: day });
export const moneyBookInput = periodInput.extend({ purse: purseSchema });
export const statementInput = periodInput.extend({ memberId: idSchema });
export const heldInput = ofGroup.extend({ kinds: z.array(accountKind).min(1).max(16) });

const bookLine = z.object({
  id: z.string(),
  eventKey: z.string(),
  on: z.string(),
  label: words,
  text: words,
  document: z.string().nullable(),
  reason: z.string().nullable(),
  change: rupiahSchema,
  balance: rupiahSchema,
});
/** A stretch of a book: opening + increase - decrease = closing. */
export const bookView = z.object({ opening: rupiahSchema, lines: z.array(bookLine), increase: rupiahSchema, decrease: rupiahSchema, closing: rupiahSchema });

const amountRow = z.object({ key: z.string(), label: words, amount: rupiahSchema });
export const profitView = z.object({
  income: z.array(amountRow),
  expenses: z.array(amountRow),
  result: rupiahSchema,
  sales: rupiahSchema,
  shared: rupiahSchema,
});
const section = z.object({ key: z.string(), label: words, rows: z.array(amountRow), total: rupiahSchema });
export const balanceView = z.object({ assets: section, claims: z.array(section), result: rupiahSchema, totalAssets: rupiahSchema, totalClaims: rupiahSchema });
export const flowView = z.object({ opening: rupiahSchema, sections: z.array(section), closing: rupiahSchema });
export const trialView = z.object({
  rows: z.array(z.object({ account: z.string(), label: words, owner: z.string().nullable(), debit: rupiahSchema, credit: rupiahSchema })),
  debit: rupiahSchema,
  credit: rupiahSchema,
  difference: rupiahSchema,
});

export const memberRow = z.object({
  memberId: idSchema,
  name: z.string(),
  role: z.string(),
  left: z.boolean(),
  due: rupiahSchema,
  iks: rupiahSchema,
  savings: rupiahSchema,
  material: rupiahSchema,
  loans: rupiahSchema,
});
export const membersView = z.array(memberRow);
export const statementView = z.object({
  groupName: z.string(),
  memberName: z.string(),
  from: z.string(),
  to: z.string(),
  earned: rupiahSchema,
  material: rupiahSchema,
  iks: rupiahSchema,
  principal: rupiahSchema,
  service: rupiahSchema,
  helped: rupiahSchema,
  paidOut: rupiahSchema,
  due: rupiahSchema,
  saved: rupiahSchema,
  owes: rupiahSchema,
  books: z.object({ due: bookView, iks: bookView, savings: bookView, material: bookView, loans: bookView }),
});
/** Accounts by owner with what they hold, in their own sense, and the words of the entry that opened them. */
export const heldView = z.array(z.object({ account: z.string(), kind: accountKind, owner: z.string(), balance: rupiahSchema, text: words }));

export const monthTurnover = z.object({ month: monthSchema, sales: rupiahSchema, shared: rupiahSchema, iks: rupiahSchema });
const indicator = z.object({ key: z.string(), help: words });
export const indicatorsView = z.object({
  turnover: rupiahSchema,
  margin: rupiahSchema,
  marginPercent: z.number().nullable(),
  membersWithIncome: z.number(),
  iksPaid: rupiahSchema,
  definitions: z.array(indicator),
});
export const overviewView = z.object({
  groupId: idSchema,
  name: z.string(),
  cash: rupiahSchema,
  bank: rupiahSchema,
  closedThrough: z.string().nullable(),
  due: monthSchema.nullable(),
  firstOn: z.string().nullable(),
  lastOn: z.string().nullable(),
  balances: z.array(z.object({ kind: accountKind, side: z.string(), label: words, amount: rupiahSchema })),
  month: z.object({ month: monthSchema, moneyIn: rupiahSchema, moneyOut: rupiahSchema, sales: rupiahSchema, shared: rupiahSchema, result: rupiahSchema }),
  toDo: z.array(z.object({ code: z.string(), text: words })),
  /** Zero in sound books. */
  difference: rupiahSchema,
  turnover: z.array(monthTurnover),
  may: z.object({ write: z.boolean(), close: z.boolean(), opening: z.boolean() }),
  today: z.string(),
});
