import { idempotencyKeySchema, idSchema, isoDateSchema, textSchema } from '@anyam/contract-kit';
import type { Need, Tone } from '@anyam/domain/kernel';
import { ownPasswordSchema } from '@anyam/access/contract';
import { z } from 'zod';

export const bilingualSchema = z.object({ id: z.string(), en: z.string() });
export const toneSchema = z.enum(['neutral', 'info', 'warn', 'ok', 'bad'] satisfies Tone[]);
export const needSchema = z.enum(['reason', 'password', 'minutes', 'evidence', 'number', 'date', 'amount'] satisfies Need[]);

/** The most one field of money may hold: Rp 1 trillion. Sums stay far under what bigint columns hold. */
export const MONEY_MAX = 1_000_000_000_000n;
export const amountSchema = z.bigint().min(0n, 'Tidak boleh kurang dari nol. || Not less than zero.').max(MONEY_MAX, 'Terlalu besar. || Too large.');
export const positiveAmountSchema = amountSchema.min(1n, 'Harus lebih dari nol. || Must be more than zero.');
/** A day of the programme's years. PostgreSQL and papers know no year 0. */
export const daySchema = isoDateSchema.refine((d) => d >= '1990-01-01' && d <= '2100-12-31', 'Tanggal di luar jangkauan. || The date is out of range.');
export const noteSchema = textSchema(1000);
export const areaSchema = z.string().regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/, 'Kode wilayah belum benar. || The region code is not right.');
export const searchSchema = textSchema(80, 0).optional();
export const directionSchema = z.enum(['asc', 'desc']).default('asc');

/** Why something cannot be done, its places filled, and who can clear it. `where` names the line or expenditure it is about. */
export const blockerSchema = z.object({
  code: z.string(),
  text: bilingualSchema,
  clearedBy: bilingualSchema,
  severity: z.enum(['block', 'warn']),
  where: z.string().nullable(),
});
export type BlockerView = z.infer<typeof blockerSchema>;

/** One action that leaves the present state. Draw it enabled, or grey with its blockers; ask for `needs` in the dialog. */
export const buttonSchema = z.object({
  action: z.string(),
  label: bilingualSchema,
  to: z.string(),
  needs: z.array(needSchema),
  enabled: z.boolean(),
  blockers: z.array(blockerSchema),
});
export type ButtonView = z.infer<typeof buttonSchema>;

/** A state as the flow table shows it. */
export const stateSchema = z.object({ key: z.string(), label: bilingualSchema, tone: toneSchema });
export type StateView = z.infer<typeof stateSchema>;

/** One step of the past, oldest first. `action` is qualified: `proposal.submit`. */
export const stepSchema = z.object({
  flow: z.string(),
  action: z.string(),
  label: bilingualSchema,
  from: z.string(),
  to: z.string(),
  actorName: z.string(),
  at: z.date(),
  note: z.string().nullable(),
});
export type StepView = z.infer<typeof stepSchema>;

export const idInput = z.object({ id: idSchema });
/** What every write answers: the record and the state it is in now. */
export const doneSchema = z.object({ id: z.string(), state: z.string() });
export type Done = z.infer<typeof doneSchema>;

/** What any act takes, with the password for those that ask for it: `expectedState` is the state the person saw; another one answers CHANGED_MEANWHILE and says the present one. */
export const actBase = {
  id: idSchema,
  expectedState: textSchema(40),
  note: noteSchema.optional(),
  password: ownPasswordSchema.optional(),
  key: idempotencyKeySchema,
};

/** A file made for download. */
export const downloadSchema = z.object({ name: z.string(), mime: z.string(), base64: z.string(), sha256: z.string() });
export type Download = z.infer<typeof downloadSchema>;

/** A figure of a list or board: how many and how much (rupiah). */
export const tallySchema = z.object({ count: z.number().int(), amount: z.bigint() });

/** The literal keys of a flow's table for z.enum. */
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] => Object.keys(table) as [K, ...K[]];
