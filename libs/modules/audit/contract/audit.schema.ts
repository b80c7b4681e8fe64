import { idSchema, isoDateSchema, pageInput, textSchema } from '@anyam/contract-kit';
import { z } from 'zod';

export const auditFilter = z.object({
  actorId: textSchema(64).optional(),
  action: textSchema(64).optional(),
  /** What kind of record, and which one. */
  entity: textSchema(64).optional(),
  entityId: textSchema(64).optional(),
  groupId: idSchema.optional(),
  from: isoDateSchema.optional(),
  until: isoDateSchema.optional(),
});
export const auditListInput = pageInput.extend(auditFilter.shape);
export const auditRow = z.object({
  id: z.string(),
  at: z.date(),
  actorName: z.string(),
  action: z.string(),
  entity: z.string(),
  entityId: z.string(),
  groupId: z.string().nullable(),
  regionCode: z.string(),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  reason: z.string().nullable(),
  hash: z.string(),
});
export const chainState = z.object({ entries: z.number(), intact: z.boolean(), firstBroken: z.string().nullable(), checkedAt: z.date() });
export const auditExport = z.object({ fileName: z.string(), base64: z.string() });
