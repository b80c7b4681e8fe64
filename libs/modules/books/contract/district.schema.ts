import { idSchema, pageInput, rupiahSchema, textSchema } from '@anyam/contract-kit';
import { z } from 'zod';
import { monthTurnover } from './report.schema.ts';

export const BOOK_FLAGS = ['late', 'unopened', 'open'] as const;
const area = z.string().regex(/^[\d.]{2,13}$/);
export const booksFilter = z.object({
  q: textSchema(80, 0).optional(),
  districts: z.array(area).max(100).default([]),
  flags: z.array(z.enum(BOOK_FLAGS)).max(3).default([]),
});
export const booksListInput = booksFilter.extend({
  ...pageInput.shape,
  sort: z.enum(['name', 'cash', 'bank', 'closed', 'last']).default('name'),
  desc: z.boolean().default(false),
});
export const booksRow = z.object({
  groupId: idSchema,
  name: z.string(),
  villageName: z.string(),
  districtName: z.string(),
  cash: rupiahSchema,
  bank: rupiahSchema,
  closedThrough: z.string().nullable(),
  firstOn: z.string().nullable(),
  lastOn: z.string().nullable(),
  late: z.boolean(),
  /** Sum of all balances: zero in sound books. */
  difference: rupiahSchema,
});
export const booksPage = z.object({ rows: z.array(booksRow), total: z.number(), cash: rupiahSchema, bank: rupiahSchema });
const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number() }));
export const booksFacets = z.object({ districts: facet, late: z.number(), unopened: z.number(), total: z.number() });
export const booksExportInput = booksListInput.omit({ page: true, pageSize: true }).extend({ language: z.enum(['id', 'en']).default('id') });
export const booksExport = z.object({ fileName: z.string(), base64: z.string(), rows: z.number() });
/** Of the groups in reach, over the twelve months that end with this one. */
export const districtView = z.object({
  turnover: rupiahSchema,
  groupsSelling: z.number(),
  membersWithIncome: z.number(),
  iks: rupiahSchema,
  loans: rupiahSchema,
  cash: rupiahSchema,
  bank: rupiahSchema,
  months: z.array(monthTurnover),
});
