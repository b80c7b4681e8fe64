import { idempotencyKeySchema, idSchema, pageInput, textSchema } from '@anyam/contract-kit';
import { ownPasswordSchema } from '@anyam/access/contract';
import { z } from 'zod';
import { blockerSchema, daySchema, noteSchema, searchSchema, stepSchema } from './common.schema.ts';

export const decreeStateSchema = z.enum(['draft', 'issued']);
export const decreeListInput = pageInput.extend({ programmeId: idSchema.optional(), state: decreeStateSchema.optional(), q: searchSchema });
export const decreeRow = z.object({
  id: z.string(), programmeId: z.string(), programmeName: z.string(), number: z.string().nullable(), dated: z.string().nullable(), state: decreeStateSchema,
  recipients: z.number().int(), total: z.bigint(), createdBy: z.string(), createdAt: z.date(), sha256: z.string().nullable(),
});
export const decreeListOutput = z.object({ rows: z.array(decreeRow), total: z.number().int() });

/** A draft from proposals that passed verification; without `proposalIds` all of the programme that are in no other draft. */
export const decreeDraftInput = z.object({ key: idempotencyKeySchema, programmeId: idSchema, proposalIds: z.array(idSchema).min(1).max(500).optional() });
export const decreeChangeInput = z.object({ id: idSchema, key: idempotencyKeySchema, add: z.array(idSchema).max(500), remove: z.array(idSchema).max(500) });

export const decreeDetail = decreeRow.extend({
  /** What is left of the ceiling before this decree, and after it. Negative `after` cannot be issued. */
  ceiling: z.bigint(),
  available: z.bigint(),
  after: z.bigint(),
  lines: z.array(z.object({
    proposalId: z.string(), groupId: z.string(), groupName: z.string(), villageName: z.string(), districtName: z.string(), business: z.string(), members: z.number().int(), amount: z.bigint(),
    /** What keeps this line from being decreed by the caller. */
    blockers: z.array(blockerSchema), revoked: z.boolean(),
  })),
  /** What is wrong with the list as a whole (a NIK twice, the ceiling). */
  findings: z.array(blockerSchema),
  canIssue: z.boolean(),
  history: z.array(stepSchema),
});

/** SK number is unique in the regency. Money is reserved in the same transaction; the BNBA list is frozen and hashed. */
export const decreeIssueInput = z.object({ id: idSchema, key: idempotencyKeySchema, password: ownPasswordSchema.optional(), number: textSchema(80), dated: daySchema });
/** Takes one group off an issued decree before money was sent; the reserved money goes back to the budget line. */
export const decreeRevokeInput = z.object({ proposalId: idSchema, key: idempotencyKeySchema, password: ownPasswordSchema.optional(), number: textSchema(80), reason: noteSchema });
/** `masked` hides most figures of NIK, KK and account; the whole list is for those who may decree or pay, and is logged. */
export const decreeDownloadInput = z.object({ id: idSchema, form: z.enum(['csv', 'xlsx', 'canonical']), masked: z.boolean() });
export const decreeVerifyOutput = z.object({ intact: z.boolean(), sha256: z.string(), computed: z.string() });
