import { idSchema, pageInput, pageOf, rupiahSchema } from '@anyam/contract-kit';
import { MEMBER_FLOWS, STORE_FLOWS } from '@anyam/domain/production';
import { z } from 'zod';
import { byGroup, daySchema, findingView, keyed, memberRef, noteSchema, positiveSchema, reasonSchema, valueSchema } from './common.schema.ts';
import { materialView } from './catalogue.schema.ts';

export const PAID_FROM = ['cash', 'bank'] as const;
const measure = z.object({ quantity: z.number(), value: rupiahSchema });
export const MOVES = [...MEMBER_FLOWS, 'sentBack', 'lostInStore', 'usedInStore'] as const;

export const receiveInput = z.object({
  ...keyed, materialId: idSchema, quantity: positiveSchema, value: valueSchema, on: daySchema,
  /** Supplier on account; else paid from cash or bank. Neither only for a gift (value 0). */
  partyId: idSchema.nullable().default(null), paidFrom: z.enum(PAID_FROM).nullable(), note: noteSchema,
});
export const moveMaterialInput = z.object({
  ...keyed, materialId: idSchema, kind: z.enum(MOVES), memberId: idSchema.nullable().default(null), quantity: positiveSchema, on: daySchema, note: noteSchema,
  /** Lost by a member: the group bears it instead of her. What she found unfit it always bears. */
  relieved: z.boolean().default(false),
  /** Sent back: whose account or which purse gets its value. */
  partyId: idSchema.nullable().default(null), paidFrom: z.enum(PAID_FROM).nullable().default(null),
});
export const correctInput = z.object({ ...keyed, eventId: idSchema, reason: reasonSchema });

const memberMaterial = z.object({
  memberId: idSchema, name: z.string(), issued: measure, used: measure, returned: measure, rejected: measure, lost: measure, out: measure,
  /** By the norm, base units, for what she handed in this month; null without a norm. */
  expected: z.number().nullable(), usedThisMonth: z.number(),
});
export const materialState = z.object({
  material: materialView, received: measure, inStore: measure, out: measure, sentBack: measure, lostInStore: measure, usedInStore: measure,
  members: z.array(memberMaterial), norms: z.array(z.object({ productName: z.string(), grade: z.string().nullable(), material: z.number(), pieces: z.number(), byDecision: z.boolean() })), findings: z.array(findingView),
});
export const storeView = z.object({ groupId: idSchema, groupName: z.string(), members: z.array(memberRef), materials: z.array(materialState),
  suppliers: z.array(z.object({ id: z.string(), name: z.string(), materialIds: z.array(z.string()) })),
});
export type StoreView = z.infer<typeof storeView>;

export const moveListInput = byGroup.extend({ ...pageInput.shape, materialId: idSchema.nullable().default(null) });
export const moveRow = z.object({
  id: idSchema, on: z.string(), kind: z.enum([...STORE_FLOWS, ...MEMBER_FLOWS]), materialId: idSchema, materialName: z.string(), memberName: z.string().nullable(), quantity: z.number(), value: rupiahSchema,
  note: z.string().nullable(), relieved: z.boolean(), actorName: z.string(), reversesId: idSchema.nullable(), reversed: z.boolean(),
});
export const movePage = pageOf(moveRow);
