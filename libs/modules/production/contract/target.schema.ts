import { idSchema, textSchema } from '@anyam/contract-kit';
import { SEASONS } from '@anyam/domain/production';
import { z } from 'zod';
import { daySchema, findingView, keyed, memberRef, quantitySchema, reasonSchema } from './common.schema.ts';
import { catalogueView } from './catalogue.schema.ts';

const decisionId = textSchema(64);
const standing = z.enum(['ahead', 'onTrack', 'behind']);
export const seasonSchema = z.object({ season: z.enum(SEASONS), percent: z.int().min(1).max(1_000), decisionId });
export const setTargetInput = z.object({
  ...keyed, productId: idSchema, from: daySchema, to: daySchema,
  /** What each member can make, base units; 0 leaves her out. */
  capacities: z.array(z.object({ memberId: idSchema, capacity: quantitySchema })).min(1).max(100),
  season: seasonSchema.nullable().default(null),
});
/** A decided target that will not be shared out: why. */
export const dropTargetInput = z.object({ ...keyed, decisionId, reason: reasonSchema });
export const setTargetOutput = z.object({ id: idSchema, quantity: z.number(), findings: z.array(findingView) });

export const progressLine = z.object({ target: z.number(), accepted: z.number(), expected: z.number(), standing });
export const targetView = z.object({
  id: idSchema, productId: idSchema, from: z.string(), to: z.string(), decided: z.number(), season: seasonSchema.nullable(), decidedOn: z.string().nullable(),
  progress: progressLine, members: z.array(progressLine.extend({ memberId: idSchema, name: z.string() })), missing: z.array(idSchema),
});
export type TargetView = z.infer<typeof targetView>;
/** A decision in closed minutes for which no target was set yet. */
export const waitingDecision = z.object({ decisionId: z.string(), productId: idSchema, from: z.string(), to: z.string(), quantity: z.number(), heldOn: z.string() });

/** What the group's page opens with. */
export const boardView = z.object({
  group: z.object({ id: idSchema, name: z.string(), business: z.string(), villageName: z.string(), districtName: z.string() }),
  members: z.array(memberRef), catalogue: catalogueView,
  targets: z.array(targetView), waiting: z.array(waitingDecision),
  /** Decisions that may name a season: targets and others, in closed minutes. */
  decisions: z.array(z.object({ id: z.string(), label: z.string(), heldOn: z.string() })),
  stock: z.array(z.object({ productId: idSchema, grade: z.string(), unsold: z.number(), oldestOn: z.string().nullable() })),
  output: z.array(z.object({ productId: idSchema, month: z.string(), handedIn: z.number(), accepted: z.number(), rejected: z.number() })),
  counts: z.object({ deposits: z.number(), lots: z.number(), head: z.number(), cases: z.number() }),
  mayWrite: z.boolean(),
});
export type BoardView = z.infer<typeof boardView>;
