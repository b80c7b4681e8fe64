import { idempotencyKeySchema, idSchema } from '@anyam/contract-kit';
import { z } from 'zod';
import { amountSchema, daySchema, findingView, purseSchema, quantitySchema } from './common.schema.ts';

export const materialInput = z.object({ key: idempotencyKeySchema, groupId: idSchema, partyId: idSchema, materialId: idSchema, quantity: quantitySchema, value: amountSchema, on: daySchema });
export const advanceInput = z.object({ key: idempotencyKeySchema, groupId: idSchema, partyId: idSchema, amount: amountSchema, on: daySchema, purse: purseSchema });
export const tradeRow = z.object({
  id: z.string(), kind: z.enum(['material', 'advance', 'repayment']), partyId: z.string(), partyName: z.string(), goodsName: z.string().nullable(), quantity: z.number().nullable(), unit: z.string().nullable(),
  amount: z.bigint(), on: z.string(), byName: z.string(),
});
export const tradesOutput = z.object({ rows: z.array(tradeRow), owed: z.array(z.object({ partyId: z.string(), partyName: z.string(), amount: z.bigint() })) });
export const shareOfParty = z.object({ partyId: z.string(), partyName: z.string(), amount: z.bigint(), percent: z.number().int() });
/** How fairly a group is dealt with, over the months of the rule set. */
export const groupFairness = z.object({
  from: z.string(), sales: z.array(shareOfParty), material: z.array(shareOfParty), advances: z.array(shareOfParty), unpaid: z.bigint(), overdue: z.bigint(), findings: z.array(findingView),
});
export const pricesInput = z.object({ productId: idSchema, months: z.number().int().min(1).max(36).default(12) });
/** Middle price by grade and month; null below the number of deals that the rules ask for. */
export const pricesOutput = z.object({
  grades: z.array(z.string()), unit: z.string(),
  months: z.array(z.object({ month: z.string(), prices: z.array(z.object({ grade: z.string(), median: z.bigint().nullable(), deals: z.number().int() })) })),
});
