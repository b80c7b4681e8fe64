import { idempotencyKeySchema, idSchema, textSchema } from '@anyam/contract-kit';
import { PRODUCT_KINDS } from '@anyam/domain/production';
import { z } from 'zod';
import { positiveSchema } from './common.schema.ts';

const unitName = textSchema(20);
export const unitsSchema = z.array(z.object({ name: unitName, factor: z.int().min(2, 'Isi satuan mulai dari 2. || A unit holds at least 2.').max(100_000) })).max(8);

export const productView = z.object({
  id: idSchema, name: z.string(), kind: z.enum(PRODUCT_KINDS), baseUnit: z.string(), units: z.array(z.object({ name: z.string(), factor: z.number() })), grades: z.array(z.string()), active: z.boolean(),
});
export const materialView = z.object({ id: idSchema, name: z.string(), baseUnit: z.string(), units: z.array(z.object({ name: z.string(), factor: z.number() })), active: z.boolean() });
export const normView = z.object({ id: idSchema, productId: idSchema, grade: z.string().nullable(), materialId: idSchema, material: z.number(), pieces: z.number() });
export const catalogueView = z.object({ products: z.array(productView), materials: z.array(materialView), norms: z.array(normView) });
export type CatalogueView = z.infer<typeof catalogueView>;

/** `id` null adds a new one. */
export const saveProductInput = z.object({
  key: idempotencyKeySchema, id: idSchema.nullable(), name: textSchema(60), kind: z.enum(PRODUCT_KINDS), baseUnit: unitName, units: unitsSchema,
  grades: z.array(textSchema(20)).min(1, 'Isi paling sedikit satu mutu. || Give at least one grade.').max(10), active: z.boolean(),
});
export const saveMaterialInput = z.object({ key: idempotencyKeySchema, id: idSchema.nullable(), name: textSchema(60), baseUnit: unitName, units: unitsSchema, active: z.boolean() });
export const saveNormInput = z.object({ key: idempotencyKeySchema, productId: idSchema, grade: textSchema(20).nullable(), materialId: idSchema, material: positiveSchema, pieces: positiveSchema });
