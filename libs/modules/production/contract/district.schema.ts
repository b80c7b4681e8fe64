import { idSchema, pageInput, textSchema } from '@anyam/contract-kit';
import { z } from 'zod';
import { areaSchema, monthSchema } from './common.schema.ts';

export const DISTRICT_SORTS = ['name', 'accepted', 'percent', 'unsold', 'oldest'] as const;
export const PACES = ['reached', 'behind', 'noTarget'] as const;
export const districtFilter = z.object({
  q: textSchema(80, 0).optional(), areas: z.array(areaSchema).max(100).default([]), productId: idSchema.nullable().default(null),
  /** The running month unless said. */
  month: monthSchema.optional(), pace: z.array(z.enum(PACES)).max(3).default([]),
  /** Unsold goods at least so many days old. */
  unsoldDays: z.int().min(0).max(3_650).nullable().default(null), withCases: z.boolean().default(false),
});
export const districtListInput = districtFilter.extend({ ...pageInput.shape, sort: z.enum(DISTRICT_SORTS).default('name'), desc: z.boolean().default(false) });
export const districtExportInput = districtFilter.extend({ sort: z.enum(DISTRICT_SORTS).default('name'), desc: z.boolean().default(false) });
const units = z.array(z.object({ name: z.string(), factor: z.number() }));
/** One product of one group in the month. */
export const districtRow = z.object({
  groupId: idSchema, groupName: z.string(), villageName: z.string(), districtName: z.string(), facilitatorName: z.string().nullable(), productId: idSchema, productName: z.string(), baseUnit: z.string(), units,
  handedIn: z.number(), accepted: z.number(), rejected: z.number(), target: z.number().nullable(), percent: z.number().nullable(), unsold: z.number(), oldestOn: z.string().nullable(), ageDays: z.number().nullable(),
  cases: z.number(), findings: z.number(),
});
export type DistrictRow = z.infer<typeof districtRow>;
export const districtPage = z.object({ rows: z.array(districtRow), total: z.number(), month: z.string() });

export const chartInput = districtFilter.pick({ areas: true, productId: true }).extend({ months: z.int().min(1).max(36).default(12), groupId: idSchema.nullable().default(null) });
export const chartView = z.array(z.object({ productId: idSchema, productName: z.string(), baseUnit: z.string(), units, points: z.array(z.object({ month: z.string(), accepted: z.number(), rejected: z.number() })) }));
