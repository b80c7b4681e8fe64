import { idempotencyKeySchema, idSchema, pageInput, pageOf } from '@anyam/contract-kit';
import { z } from 'zod';
import { areaSchema, countSchema, daySchema, gradePrice, gradeSchema, matchReason, quantitySchema, searchSchema } from './common.schema.ts';

export const offerInput = z.object({
  key: idempotencyKeySchema, groupId: idSchema, productId: idSchema,
  lots: z.array(z.object({ lotId: idSchema, quantity: quantitySchema })).max(200),
  expected: z.array(z.object({ grade: gradeSchema, quantity: quantitySchema, readyOn: daySchema })).max(20),
  until: daySchema,
});
export const offerLot = z.object({
  lotId: z.string(), lotCode: z.string(), grade: z.string(), memberName: z.string(),
  /** Offered, and what of it is still on the shelf. */
  offered: z.number(), available: z.number(),
});
export const offerView = z.object({
  id: z.string(), groupId: z.string(), groupName: z.string(), placeName: z.string(), productId: z.string(), productName: z.string(), unit: z.string(),
  lots: z.array(offerLot), expected: z.array(z.object({ grade: z.string(), quantity: z.number(), readyOn: z.string() })),
  until: z.string(), open: z.boolean(), bids: z.number().int(),
});
export const stockLot = z.object({
  lotId: z.string(), code: z.string(), productId: z.string(), productName: z.string(), unit: z.string(), grade: z.string(), memberId: z.string(), memberName: z.string(),
  on: z.string(), ageDays: z.number().int(), available: z.number(), reserved: z.number(),
});
export const groupMarketOutput = z.object({
  group: z.object({ id: z.string(), name: z.string(), placeName: z.string(), villageCode: z.string() }),
  stock: z.array(stockLot), offers: z.array(offerView), maySell: z.boolean(),
});

/** A fit of an offer and a need with the reason of each part. */
export const matchRow = z.object({
  offerId: z.string(), needId: z.string(), partyId: z.string(), partyName: z.string(), groupId: z.string(), groupName: z.string(), placeName: z.string(),
  productName: z.string(), unit: z.string(), quantity: z.number(), score: z.number().int(), km: z.number().nullable(), by: z.string(),
  prices: z.array(gradePrice), reasons: z.array(matchReason),
});
export const matchInput = z.object({ offerId: idSchema.optional(), needId: idSchema.optional() }).refine(
  (m) => (m.offerId === undefined) !== (m.needId === undefined), 'Pilih satu penawaran atau satu kebutuhan. || Choose one offer or one need.');

/** The office's board. */
export const boardInput = pageInput.extend({ q: searchSchema, productId: idSchema.optional(), district: areaSchema.optional(), minAge: countSchema.optional() });
export const boardRow = z.object({
  groupId: z.string(), groupName: z.string(), placeName: z.string(), districtName: z.string(), productId: z.string(), productName: z.string(), unit: z.string(),
  quantity: z.number(), lots: z.number().int(), oldest: z.string(), ageDays: z.number().int(),
});
export const boardPage = pageOf(boardRow);
export const boardTotals = z.object({
  products: z.array(z.object({ productId: z.string(), productName: z.string(), unit: z.string(), unsold: z.number(), groups: z.number().int(), oldest: z.string().nullable(), needed: z.number(), needs: z.number().int() })),
  openDeals: z.number().int(), unpaid: z.bigint(), overdue: z.bigint(),
});
