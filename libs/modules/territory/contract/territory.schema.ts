import { idSchema, textSchema } from '@anyam/contract-kit';
import { z } from 'zod';

export const regionCodeSchema = z
  .string()
  .regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/, 'Kode wilayah belum benar. || The region code is not right.');
export const regionRow = z.object({ code: z.string(), name: z.string(), parent: z.string().nullable() });

export const childrenInput = z.object({ parent: regionCodeSchema });
export const matchInput = z.object({ within: regionCodeSchema, text: textSchema(80) });
export const matchOutput = z.array(regionRow.extend({ parentName: z.string().nullable(), similarity: z.number() }));
export const aliasInput = z.object({ regionCode: regionCodeSchema, alias: textSchema(80) });
export const aliasRow = z.object({
  id: idSchema,
  regionCode: z.string(),
  regionName: z.string(),
  alias: z.string(),
  createdAt: z.date(),
});
/** What reference data is in use, and how much of it lies under an area. */
export const aboutInput = z.object({ within: regionCodeSchema });
export const aboutOutput = z.object({ name: z.string(), version: z.string(), districts: z.number(), villages: z.number(), aliases: z.number() });
