import { idempotencyKeySchema, idSchema, pageInput, pageOf, textSchema } from '@anyam/contract-kit';
import { partnerInput } from '@anyam/access/contract';
import { z } from 'zod';
import { areaSchema, bilingualSchema, daySchema, goodsView, gradePrice, partyKindSchema, priceSchema, quantitySchema, reasonSchema, searchSchema, villageSchema } from './common.schema.ts';

export const coverageInput = z.object({ goodsId: idSchema.nullable(), area: areaSchema });
export const coverageView = z.object({ goodsId: z.string().nullable(), goodsName: z.string().nullable(), area: z.string(), areaName: z.string() });

export const partyListInput = pageInput.extend({
  q: searchSchema,
  kind: partyKindSchema.optional(),
  goodsId: idSchema.optional(),
  blocked: z.boolean().optional(),
});
/** How a party pays: of its deals with received goods. */
export const paysView = z.object({
  deals: z.number().int(), sales: z.bigint(), unpaid: z.bigint(), overdue: z.bigint(),
  /** Deals paid late, or unpaid after the day; and the most days. */
  lateDeals: z.number().int(), mostLate: z.number().int(),
});
export const partyRow = z.object({
  id: z.string(), name: z.string(), phone: z.string().nullable(), kinds: z.array(partyKindSchema), coverage: z.array(coverageView),
  blocked: z.object({ reason: z.string(), on: z.string() }).nullable(),
  pays: paysView,
});
export const partyPage = pageOf(partyRow);
export const partyDetail = partyRow.extend({
  regencyCode: z.string(),
  signIns: z.array(z.object({ userId: z.string(), name: z.string(), username: z.string() })),
  mayEdit: z.boolean(), mayBlock: z.boolean(), mayGiveAccount: z.boolean(),
});
export const partyInput = z.object({
  key: idempotencyKeySchema,
  id: idSchema.nullable(),
  name: textSchema(100, 3),
  phone: textSchema(40, 0),
  kinds: z.array(partyKindSchema).min(1, 'Pilih paling sedikit satu peran. || Choose at least one kind.').max(3),
  coverage: z.array(coverageInput).min(1, 'Isi paling sedikit satu wilayah. || Give at least one area.').max(60),
});
export const blockInput = z.object({ id: idSchema, key: idempotencyKeySchema, reason: reasonSchema });
export const accountInput = partnerInput.extend({ id: idSchema });

/** What a party looks for. */
export const needInput = z.object({
  key: idempotencyKeySchema, partyId: idSchema, productId: idSchema,
  grades: z.array(gradePrice).min(1, 'Isi paling sedikit satu mutu. || Give at least one grade.').max(12),
  quantity: quantitySchema, by: daySchema, place: villageSchema,
});
export const needListInput = pageInput.extend({ partyId: idSchema.optional(), productId: idSchema.optional(), open: z.boolean().optional() });
export const needRow = z.object({
  id: z.string(), partyId: z.string(), partyName: z.string(), partyBlocked: z.boolean(), productId: z.string(), productName: z.string(), unit: z.string(), grades: z.array(gradePrice),
  quantity: z.number(), filled: z.number(), by: z.string(), place: z.string(), placeName: z.string(), open: z.boolean(), mine: z.boolean(),
});
export const needPage = pageOf(needRow);
export const closeInput = z.object({ id: idSchema });

/** Material that a party sells. */
export const materialOfferInput = z.object({ key: idempotencyKeySchema, partyId: idSchema, materialId: idSchema, quantity: quantitySchema, price: priceSchema, until: daySchema });
export const materialOfferListInput = z.object({ partyId: idSchema.optional(), materialId: idSchema.optional(), groupId: idSchema.optional(), open: z.boolean().optional() });
export const materialOfferRow = z.object({
  id: z.string(), partyId: z.string(), partyName: z.string(), materialId: z.string(), materialName: z.string(), unit: z.string(), quantity: z.number(), price: z.bigint(),
  until: z.string(), open: z.boolean(), mine: z.boolean(),
});
/** Goods and units of the caller's district, and who the caller is in the market. */
export const optionsOutput = z.object({
  products: z.array(goodsView), materials: z.array(goodsView),
  /** The party that the caller signs in for, if any. */
  own: z.array(z.object({ id: z.string(), name: z.string(), kinds: z.array(partyKindSchema) })),
});
export const partyOptionsInput = z.object({ groupId: idSchema, goodsId: idSchema.nullable(), as: z.enum(['buy', 'sell']) });
export const partyOption = z.object({ id: z.string(), name: z.string(), kinds: z.array(partyKindSchema), why: bilingualSchema.nullable() });
