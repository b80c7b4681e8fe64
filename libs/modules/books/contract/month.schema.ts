import { idempotencyKeySchema, rupiahSchema } from '@anyam/contract-kit';
import { z } from 'zod';
import { day, monthSchema, ofGroup, optionalText, pieces, words } from './common.schema.ts';

export const closingInput = ofGroup.extend({ countedOn: day.optional() });
/** What closing the next month asks for. `inBook`: cash by the books on the day of the count. */
export const closingView = z.object({
  month: monthSchema.nullable(),
  to: z.string().nullable(),
  countedOn: z.string(),
  inBook: rupiahSchema,
  lastCashOn: z.string().nullable(),
  blockers: z.array(z.object({ code: z.string(), text: words, clearedBy: words })),
});
export const closeMonthInput = ofGroup.extend({
  key: idempotencyKeySchema,
  month: monthSchema,
  count: z.object({ countedOn: day, pieces, reason: optionalText(300) }),
});
/** The cash box counted at any time. */
export const countCashInput = ofGroup.extend({ key: idempotencyKeySchema, count: z.object({ countedOn: day, pieces, reason: optionalText(300) }) });
export const countedView = z.object({ counted: z.string(), difference: z.string() });
export const cashOnInput = ofGroup.extend({ on: day });
export const cashOnView = z.object({ on: z.string(), inBook: rupiahSchema });
export const countsView = z.array(
  z.object({
    id: z.string(),
    countedOn: z.string(),
    counted: rupiahSchema,
    inBook: rupiahSchema,
    difference: rupiahSchema,
    reason: z.string().nullable(),
    countedByName: z.string(),
    at: z.date(),
    pieces: z.array(z.object({ value: z.number(), pieces: z.number() })),
    /** The entry of its difference was taken back since. */
    takenBack: z.boolean(),
  }),
);
export const closedView = z.object({ closedThrough: z.string(), counted: z.string(), difference: z.string() });
export const monthRow = z.object({
  month: monthSchema,
  closedThrough: z.string(),
  countedOn: z.string(),
  counted: rupiahSchema,
  inBook: rupiahSchema,
  difference: rupiahSchema,
  reason: z.string().nullable(),
  closedBy: z.string(),
  closedAt: z.date(),
  pieces: z.array(z.object({ value: z.number(), pieces: z.number() })),
});
export const monthsView = z.array(monthRow);
