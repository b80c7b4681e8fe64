import { isoDateSchema, textSchema } from '@anyam/contract-kit';
import { DEDUCTIONS, PARTY_KINDS } from '@anyam/domain/marketplace-broker';
import type { Need, Tone } from '@anyam/domain/kernel';
import { z } from 'zod';

export const bilingualSchema = z.object({ id: z.string(), en: z.string() });
export const toneSchema = z.enum(['neutral', 'info', 'warn', 'ok', 'bad'] satisfies Tone[]);
export const needKindSchema = z.enum(['reason', 'password', 'minutes', 'evidence', 'number', 'date', 'amount'] satisfies Need[]);

/** Most that one base unit may cost, and most that one deal may be worth: sums stay far under what bigint columns hold. */
export const PRICE_MAX = 100_000_000n;
export const VALUE_MAX = 100_000_000_000n;
export const priceSchema = z.bigint().min(0n, 'Tidak boleh kurang dari nol. || Not less than zero.').max(PRICE_MAX, 'Terlalu besar. || Too large.');
export const amountSchema = z.bigint().min(1n, 'Harus lebih dari nol. || Must be more than zero.').max(VALUE_MAX, 'Terlalu besar. || Too large.');
/** Base units. */
export const quantitySchema = z.number('Isi bilangan bulat. || A whole number.').int('Isi bilangan bulat. || A whole number.').min(1, 'Harus lebih dari nol. || Must be more than zero.').max(10_000_000, 'Terlalu besar. || Too large.');
export const countSchema = z.number('Isi bilangan bulat. || A whole number.').int('Isi bilangan bulat. || A whole number.').min(0, 'Tidak boleh kurang dari nol. || Not less than zero.').max(10_000_000, 'Terlalu besar. || Too large.');
export const daySchema = isoDateSchema.refine((d) => d >= '1990-01-01' && d <= '2100-12-31', 'Tanggal di luar jangkauan. || The date is out of range.');
export const gradeSchema = textSchema(20);
export const reasonSchema = textSchema(1000, 5);
export const noteSchema = textSchema(500, 0).optional();
export const areaSchema = z.string().regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/, 'Kode wilayah belum benar. || The region code is not right.');
export const villageSchema = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, 'Pilih desa dari daftar. || Choose a village of the list.');
export const purseSchema = z.enum(['cash', 'bank']);
export const partyKindSchema = z.enum(PARTY_KINDS);
export const directionSchema = z.enum(['asc', 'desc']).default('asc');
export const searchSchema = textSchema(80, 0).optional();
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] => Object.keys(table) as [K, ...K[]];

export const gradePrice = z.object({ grade: gradeSchema, price: priceSchema });
/** Of a match or a finding: what it is about and why, said whole. */
export const matchReason = z.object({ part: z.enum(['grade', 'quantity', 'distance', 'date']), points: z.number().int(), of: z.number().int(), text: bilingualSchema });
export const findingView = z.object({ code: z.string(), where: z.string(), title: bilingualSchema, text: bilingualSchema });
export const blockerView = z.object({ code: z.string(), text: bilingualSchema, params: z.record(z.string(), z.union([z.string(), z.number()])), clearedBy: bilingualSchema });
export const buttonView = z.object({
  action: z.string(), label: bilingualSchema, to: z.string(), needs: z.array(needKindSchema), enabled: z.boolean(), blockers: z.array(blockerView),
});
export type ButtonView = z.infer<typeof buttonView>;
export const deductionsView = z.object(Object.fromEntries(DEDUCTIONS.map((d) => [d, z.bigint()])) as Record<(typeof DEDUCTIONS)[number], z.ZodBigInt>);

/** A product or a material as the market's screens need it. */
export const goodsView = z.object({
  id: z.string(), name: z.string(), baseUnit: z.string(), units: z.array(z.object({ name: z.string(), factor: z.number().int() })), grades: z.array(z.string()),
});
export type GoodsView = z.infer<typeof goodsView>;
export const fileOutput = z.object({ fileName: z.string(), base64: z.string(), rows: z.number().int() });
