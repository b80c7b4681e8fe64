import { idSchema, idempotencyKeySchema, pageInput, pageOf, rupiahSchema, textSchema } from '@anyam/contract-kit';
import { z } from 'zod';
import { amount, day, entryInput, eventKey, eventKind, ofGroup, optionalText, purseSchema, reason, spendingCategory, words } from './common.schema.ts';

export const expenseInput = entryInput.extend({ category: spendingCategory, paidFrom: purseSchema, text: textSchema(200) });
export const incomeInput = entryInput.extend({ into: purseSchema, text: textSchema(200) });
/** A tool or an animal that is kept: it stands in the inventory at cost. */
export const purchaseInput = entryInput.extend({ item: textSchema(120), paidFrom: purseSchema });
export const bankInput = entryInput.extend({ direction: z.enum(['deposit', 'withdraw']) });
/** Aid as it reached the group: money on its account, or goods at the value of the handover record. */
export const aidInput = entryInput.extend({ item: optionalText(120) });
const held = rupiahSchema.min(0n).max(1_000_000_000_000n, 'Jumlah terlalu besar. || The amount is too large.');
/** What a group had when its books began, by an official record (berita acara). */
export const openingInput = ofGroup.extend({
  key: idempotencyKeySchema,
  on: day,
  paper: z.object({ number: textSchema(80), on: day }),
  cash: held,
  bank: held,
  aid: held,
  items: z.array(z.object({ name: textSchema(120), amount })).max(50),
  iks: z.array(z.object({ memberId: idSchema, amount })).max(100),
});
export const payMembersInput = entryInput.omit({ amount: true }).extend({
  outOf: purseSchema,
  lines: z
    .array(z.object({ memberId: idSchema, amount }))
    .min(1, 'Pilih anggota yang dibayar. || Choose the members to pay.')
    .max(100),
});
export const payPartyInput = entryInput.extend({ partyId: textSchema(100), outOf: purseSchema });
export const correctInput = ofGroup.extend({ key: idempotencyKeySchema, eventKey, on: day, reason });

export const entriesInput = ofGroup.extend({
  ...pageInput.shape,
  kind: eventKind.optional(),
  memberId: idSchema.optional(),
  from: day.optional(),
  to: day.optional(),
  q: textSchema(80, 0).optional(),
});
export const entryRow = z.object({
  key: z.string(),
  seq: z.bigint(),
  on: z.string(),
  at: z.date(),
  label: words,
  text: words,
  amount: rupiahSchema,
  documents: z.array(z.string()),
  actorName: z.string(),
  memberName: z.string().nullable(),
  reason: z.string().nullable(),
  reverses: z.string().nullable(),
  reversed: z.boolean(),
  /** Typed here and not yet taken back: it may be corrected here. */
  correctable: z.boolean(),
  lines: z.array(z.object({ kind: words, from: words, to: words, amount: rupiahSchema })),
});
export const entryPage = pageOf(entryRow);
