import { idSchema, pageInput, pageOf, textSchema } from '@anyam/contract-kit';
import { REJECT_REASONS } from '@anyam/domain/production';
import { z } from 'zod';
import { byGroup, daySchema, keyed, noteSchema, positiveSchema, quantitySchema, reasonSchema } from './common.schema.ts';
import { productView } from './catalogue.schema.ts';

/** One line of what a member handed in, base units. Accepted and rejected sum to it. */
export const depositEntry = z.object({
  memberId: idSchema, productId: idSchema, grade: textSchema(20).nullable(), handedIn: positiveSchema, accepted: quantitySchema, rejected: quantitySchema,
  rejectReason: z.enum(REJECT_REASONS).nullable(), note: noteSchema,
});
export const addDepositInput = z.object({ ...keyed, on: daySchema, meetingId: idSchema.nullable().default(null), entries: z.array(depositEntry).min(1).max(60) });
export const depositMade = z.object({ depositId: idSchema, lotId: idSchema.nullable(), lotCode: z.string().nullable(), memberId: idSchema });
export const addDepositOutput = z.object({ made: z.array(depositMade) });

export const depositListInput = byGroup.extend({ ...pageInput.shape, /** Name of a member or code of a lot. */ q: textSchema(80, 0).optional(), memberId: idSchema.nullable().default(null), productId: idSchema.nullable().default(null) });
export const depositRow = z.object({
  id: idSchema, on: z.string(), memberId: idSchema, memberName: z.string(), productId: idSchema, productName: z.string(), grade: z.string(), handedIn: z.number(), accepted: z.number(), rejected: z.number(),
  rejectReason: z.enum(REJECT_REASONS).nullable(), note: z.string().nullable(), lotCode: z.string().nullable(), meetingId: idSchema.nullable(), actorName: z.string(),
  voidReason: z.string().nullable(), voidedBy: z.string().nullable(),
});
export const depositPage = pageOf(depositRow);
export const voidDepositInput = z.object({ ...keyed, depositId: idSchema, reason: reasonSchema });

export const slipView = z.object({
  deposit: depositRow, groupId: idSchema, groupName: z.string(), villageName: z.string(), districtName: z.string(), product: productView, madeAt: z.date(),
  /** Accepted goods of the member in the running month, with this deposit. */
  monthAccepted: z.number(),
});
export type SlipView = z.infer<typeof slipView>;

export const LOT_STATES = ['unsold', 'reserved', 'sold', 'all'] as const;
export const lotListInput = byGroup.extend({ ...pageInput.shape, q: textSchema(80, 0).optional(), state: z.enum(LOT_STATES).default('unsold'), productId: idSchema.nullable().default(null) });
export const lotRow = z.object({
  id: idSchema, code: z.string(), on: z.string(), memberName: z.string(), productId: idSchema, productName: z.string(), grade: z.string(), accepted: z.number(), available: z.number(), reserved: z.number(),
  sold: z.number(), withdrawn: z.number(), ageDays: z.number(), depositId: idSchema,
});
export const lotPage = pageOf(lotRow);
/** Goods taken back by the member, used by the group or spoilt; or put back. */
export const moveLotInput = z.object({ ...keyed, lotId: idSchema, kind: z.enum(['withdraw', 'putBack']), quantity: positiveSchema, reason: reasonSchema });
export const findLotInput = z.object({ code: textSchema(40) });
export const findLotOutput = z.object({ groupId: idSchema, groupName: z.string(), lot: lotRow });
