import { idSchema, idempotencyKeySchema, isoDateSchema, rupiahSchema, textSchema } from '@anyam/contract-kit';
import { z } from 'zod';

export const SOURCES = ['APBD', 'APBN'] as const;
export const BUDGET_TYPES = ['bansos', 'hibah'] as const;

/** The most that a bigint column and a district's budget hold: 9,000 trillion. */
const MONEY_MAX = 9_000_000_000_000_000n;
export const moneyInput = rupiahSchema
  .min(0n, 'Tidak boleh kurang dari nol. || Cannot be below zero.')
  .max(MONEY_MAX, 'Jumlahnya terlalu besar. || The amount is too large.');
export const fiscalYearSchema = z
  .int()
  .min(2000, 'Tahun anggaran 2000 sampai 2100. || Fiscal year from 2000 to 2100.')
  .max(2100, 'Tahun anggaran 2000 sampai 2100. || Fiscal year from 2000 to 2100.');
/** A day that papers of the office can bear. */
export const officeDate = isoDateSchema.refine((day) => day >= '1900-01-01' && day <= '2100-12-31', 'Tanggal harus antara 1900 dan 2100. || The date must be between 1900 and 2100.');

export const programmeRow = z.object({
  id: idSchema,
  regencyCode: z.string(),
  regencyName: z.string(),
  name: z.string(),
  fiscalYear: z.number(),
  source: z.enum(SOURCES),
  budgetType: z.enum(BUDGET_TYPES),
  ceiling: rupiahSchema,
  dpaNumber: z.string(),
  state: z.enum(['open', 'closed']),
  ruleSetVersion: z.number().nullable(),
  createdAt: z.date(),
});
export const ruleSetRow = z.object({
  id: idSchema,
  version: z.number(),
  validFrom: z.string(),
  reason: z.string(),
  createdBy: z.string(),
  createdAt: z.date(),
  frozenAt: z.date().nullable(),
  current: z.boolean(),
  /** Labels of what differs from the version before. */
  changed: z.array(z.object({ key: z.string(), before: z.string(), after: z.string() })),
});
/** A rule set as JSON: money as digits. */
export const settingsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]));
export const ruleSetView = z.object({
  id: idSchema,
  programmeId: idSchema,
  version: z.number(),
  validFrom: z.string(),
  reason: z.string(),
  frozenAt: z.date().nullable(),
  settings: settingsSchema,
});
export const programmeDetail = programmeRow.extend({ canManage: z.boolean(), canRules: z.boolean(), ruleSets: z.array(ruleSetRow) });

/** A value of a rule as a form sends it; what it must be, the domain says. */
const ruleValue = z.union([textSchema(400, 0), z.number(), z.boolean(), z.bigint().min(0n).max(MONEY_MAX), z.array(z.union([textSchema(200, 0), z.number()])).max(200), z.null()]);

export const listInput = z.object({ fiscalYear: fiscalYearSchema.optional() });
/** The list as it stands on the screen: the same filters and the same order. */
export const programmeExportInput = z.object({
  q: textSchema(80, 0).optional(),
  fiscalYears: z.array(fiscalYearSchema).max(101).default([]),
  source: z.enum(SOURCES).optional(),
  state: z.enum(['open', 'closed']).optional(),
  sort: z.enum(['name', 'year', 'ceiling']).default('year'),
  desc: z.boolean().default(true),
  language: z.enum(['id', 'en']).default('id'),
});
export const programmeExport = z.object({ fileName: z.string(), base64: z.string(), rows: z.number() });
export const byId = z.object({ id: idSchema });
export const createInput = z.object({
  key: idempotencyKeySchema,
  name: textSchema(120, 3),
  fiscalYear: fiscalYearSchema,
  source: z.enum(SOURCES),
  budgetType: z.enum(BUDGET_TYPES),
  ceiling: moneyInput,
  dpaNumber: textSchema(80),
});
export const updateInput = z.object({
  id: idSchema,
  /** What the caller saw, so that two changes at once do not overwrite each other. */
  seenCeiling: moneyInput,
  name: textSchema(120, 3),
  ceiling: moneyInput,
  dpaNumber: textSchema(80),
  state: z.enum(['open', 'closed']),
  reason: textSchema(500, 3),
});
export const currentRulesInput = z.object({ programmeId: idSchema, on: officeDate.optional() });
export const addRuleSetInput = z.object({
  programmeId: idSchema,
  /** The newest version that the caller saw. */
  basedOn: z.int().min(1).max(1_000_000),
  validFrom: officeDate,
  reason: textSchema(500, 3),
  settings: z.record(z.string().max(60), ruleValue),
});
