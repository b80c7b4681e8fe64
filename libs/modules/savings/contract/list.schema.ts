import { pageInput, textSchema } from '@anyam/contract-kit';
import { z } from 'zod';

const area = z.string().regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/, 'Kode wilayah belum benar. || The region code is not right.');
export const LIST_FLAGS = ['arrears', 'officers', 'behind'] as const;
export const listFilter = z.object({
  q: textSchema(80, 0).optional(), districts: z.array(area).max(100).default([]), villages: z.array(area).max(300).default([]),
  /** Loans in arrears; officers above their share; less IKS paid than agreed. */
  flags: z.array(z.enum(LIST_FLAGS)).max(3).default([]),
});
export const listInput = listFilter.extend({ ...pageInput.shape, sort: z.enum(['name', 'fund', 'lent', 'voluntary']).default('fund'), desc: z.boolean().default(true) });
export const savingsRow = z.object({
  groupId: z.string(), name: z.string(), villageName: z.string(), districtName: z.string(), fund: z.bigint(), voluntary: z.bigint(), lent: z.bigint(), loans: z.number().int(),
  arrears: z.bigint(), loansInArrears: z.number().int(),
  /** Per cent of the fund that officers owe; null without a fund. */
  officersPercent: z.number().int().nullable(), officersMany: z.boolean(), agreed: z.bigint(), paid: z.bigint(),
});
export const savingsPage = z.object({
  rows: z.array(savingsRow), total: z.number().int(),
  sums: z.object({ fund: z.bigint(), voluntary: z.bigint(), lent: z.bigint(), agreed: z.bigint(), paid: z.bigint() }),
});
export const facetsOutput = z.object({
  districts: z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() })),
  flags: z.array(z.object({ value: z.enum(LIST_FLAGS), count: z.number().int() })),
});
/** IKS at the end of each of the last twelve months, in rupiah, over all groups the caller may see. */
export const growthInput = z.object({ districts: z.array(area).max(100).default([]), villages: z.array(area).max(300).default([]) });
export const growthOutput = z.array(z.object({ month: z.string(), fund: z.bigint(), paid: z.bigint() }));
export const exportInput = listFilter.extend({ sort: listInput.shape.sort, desc: listInput.shape.desc });
export const exportOutput = z.object({ name: z.string(), mime: z.string(), base64: z.string(), rows: z.number().int() });
