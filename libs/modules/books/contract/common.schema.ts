import { idempotencyKeySchema, idSchema, rupiahSchema, textSchema } from '@anyam/contract-kit';
import {
  DENOMINATIONS,
  GROUP_CHART,
  GROUP_EVENTS,
  SPENDING_LABEL,
  type GroupAccountKind,
  type GroupEventKind,
  type SpendingCategory,
} from '@anyam/domain/books';
import { officeDate } from '@anyam/group/contract';
import { z } from 'zod';

const namesOf = <K extends string>(table: Readonly<Record<K, unknown>>) => z.enum(Object.keys(table) as [K, ...K[]]);
export const accountKind = namesOf<GroupAccountKind>(GROUP_CHART);
export const eventKind = namesOf<GroupEventKind>(GROUP_EVENTS);
export const spendingCategory = namesOf<SpendingCategory>(SPENDING_LABEL);
export const purseSchema = z.enum(['cash', 'bank']);
export const day = officeDate;
export const words = z.object({ id: z.string(), en: z.string() });

export const ofGroup = z.object({ groupId: idSchema });
export const period = z.object({ from: officeDate, to: officeDate });
export const monthSchema = z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, 'Bulan ditulis seperti 2020-07. || A month is written like 2020-07.');
/** Name of an event within a group's books. */
export const eventKey = textSchema(300);
/** What a person pays or gets at once: more than nothing, and no slip of the finger. */
export const amount = rupiahSchema
  .min(1n, 'Jumlah harus lebih dari nol. || The amount must be more than zero.')
  .max(1_000_000_000_000n, 'Jumlah terlalu besar. || The amount is too large.');
export const optionalText = (max: number) => textSchema(max, 0).nullable().default(null);
export const reason = textSchema(300, 3);

/** What every entry typed into the books says. */
export const entryInput = ofGroup.extend({ key: idempotencyKeySchema, on: officeDate, amount, document: optionalText(80) });
export const done = z.object({ eventKey: z.string() });

export const pieces = z.object(
  Object.fromEntries(DENOMINATIONS.map((value) => [String(value), z.int().min(0).max(1_000_000).optional()])) as Record<
    `${(typeof DENOMINATIONS)[number]}`,
    z.ZodOptional<z.ZodInt>
  >,
);
