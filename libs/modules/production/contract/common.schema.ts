import { idempotencyKeySchema, idSchema, isoDateSchema, textSchema } from '@anyam/contract-kit';
import { z } from 'zod';

export const bilingual = z.object({ id: z.string(), en: z.string() });
/** A day that papers and columns know. */
export const daySchema = isoDateSchema.refine((d) => d >= '1990-01-01' && d <= '2100-12-31', 'Tanggal di luar jangkauan. || The date is out of range.');
export const monthSchema = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, 'Bulan belum benar. || The month is not right.');
const WHOLE = 'Harus bilangan bulat. || Must be a whole number.';
/** The most one entry may hold, so that no sum leaves its column. */
export const QUANTITY_MAX = 10_000_000;
export const quantitySchema = z.int(WHOLE).min(0, 'Tidak boleh kurang dari nol. || Not less than zero.').max(QUANTITY_MAX, 'Terlalu besar. || Too large.');
export const positiveSchema = quantitySchema.min(1, 'Harus lebih dari nol. || Must be more than zero.');
/** Rupiah of one entry. */
export const valueSchema = z.bigint().min(0n, 'Tidak boleh kurang dari nol. || Not less than zero.').max(1_000_000_000_000n, 'Terlalu besar. || Too large.');
export const noteSchema = textSchema(500, 0).nullable().default(null);
export const reasonSchema = textSchema(500);
export const areaSchema = z.string().regex(/^[\d.]{2,13}$/, 'Kode wilayah belum benar. || The region code is not right.');

export const byId = z.object({ id: idSchema });
export const byGroup = z.object({ groupId: idSchema });
export const keyed = { key: idempotencyKeySchema, groupId: idSchema };
export const madeSchema = z.object({ id: idSchema });

/** What is to be looked at, said whole. */
export const findingView = z.object({ code: z.string(), severity: z.enum(['block', 'warn']), title: bilingual, text: bilingual, where: z.string().nullable() });
export type FindingView = z.infer<typeof findingView>;
export const memberRef = z.object({ id: idSchema, name: z.string(), role: z.string() });
export const downloadSchema = z.object({ fileName: z.string(), base64: z.string(), rows: z.number() });
