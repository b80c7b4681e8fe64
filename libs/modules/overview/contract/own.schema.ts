import { z } from 'zod';
import { bilingualSchema } from './overview.schema.ts';

/** One thing that waits for an officer, with the page to do it on. */
export const ownTask = z.object({ id: z.string(), text: bilingualSchema, path: z.string(), urgent: z.boolean() });

/** The start page of an officer: the own group on one screen. A part is null where the district has no such module. */
export const ownOutput = z.object({
  group: z.object({ id: z.string(), name: z.string(), villageName: z.string(), business: z.string(), members: z.number() }),
  facilitator: z.string().nullable(),
  today: z.string(),
  tasks: z.array(ownTask),
  /** The next one, or null when none is planned. */
  meeting: z.object({ next: z.object({ on: z.string(), beginsAt: z.string().nullable(), place: z.string(), path: z.string() }).nullable(), lastOn: z.string().nullable() }).nullable(),
  fund: z.object({ total: z.bigint(), lendable: z.bigint() }).nullable(),
  books: z.object({ cash: z.bigint(), bank: z.bigint(), closedThrough: z.string().nullable(), result: z.bigint(), month: z.string() }).nullable(),
  stock: z.array(z.object({ name: z.string(), unit: z.string(), quantity: z.number(), oldestOn: z.string().nullable() })).nullable(),
  deals: z.object({ open: z.number().int(), remaining: z.bigint() }).nullable(),
});
