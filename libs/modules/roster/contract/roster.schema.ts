import { idSchema, idempotencyKeySchema, isoDateSchema, pageInput, textSchema } from '@anyam/contract-kit';
import { z } from 'zod';

const bilingual = z.object({ id: z.string(), en: z.string() });
const count = z.number().int();

export const IMPORT_STATES = ['mapping', 'checked', 'storing', 'stored', 'failed', 'undone', 'dropped'] as const;
export const importState = z.enum(IMPORT_STATES);

/** Cells that may be mended in the grid; those of a group stand on its first row. */
export const MEMBER_FIELDS = ['name', 'nik', 'kk', 'birthDate', 'sex', 'village', 'address', 'occupation', 'role'] as const;
export const GROUP_FIELDS = ['group', 'business', 'account', 'bank'] as const;
export const editableField = z.enum([...MEMBER_FIELDS, ...GROUP_FIELDS]);

export const startInput = z.object({ fileId: idSchema, programmeId: idSchema, asOf: isoDateSchema });

export const columnView = z.object({
  column: count,
  letters: z.string(),
  header: z.string(),
  fields: z.array(z.string()),
  confidence: z.number(),
  examples: z.array(z.string()),
});
export const sheetView = z.object({
  name: z.string(),
  headerRow: count.nullable(),
  columns: z.array(columnView),
  missing: z.array(z.object({ field: z.string(), label: bilingual })),
  members: count,
  skipped: z.string().nullable(),
  fromSaved: z.boolean(),
  /** The first rows of the sheet, to point at the row of titles. */
  top: z.array(z.object({ row: count, text: z.string() })).default([]),
});
export const causeView = z.object({ code: z.string(), title: bilingual, severity: z.enum(['block', 'warn']), rows: count });

/** What was really stored, and each row that was not: where it stands and why. At most the first thousands are named. */
export const receiptView = z.object({
  groups: count,
  members: count,
  leftOut: count,
  leftOutRows: z.array(z.object({ sheet: z.string(), row: count, group: z.string(), name: z.string(), reasons: z.array(bilingual) })),
  groupsLeftOut: z.array(z.string()),
});

export const importView = z.object({
  id: idSchema,
  state: importState,
  fileName: z.string(),
  fileSha256: z.string(),
  programmeId: idSchema,
  asOf: z.string(),
  sheets: z.array(sheetView),
  fields: z.array(z.object({ field: z.string(), label: bilingual })),
  groups: count,
  members: count,
  blocks: count,
  warnings: count,
  faultRows: count,
  blockedRows: count,
  /** Rows that a person left out. */
  skippedRows: count,
  /** What "store" would try to take in. */
  soundRows: count,
  causes: z.array(causeView),
  /** Not judged, because the file has no such column. */
  unjudged: z.array(z.object({ code: z.string(), title: bilingual })),
  register: z.object({ period: z.string(), rows: count }).nullable(),
  priorAid: z.object({ period: z.string(), rows: count }).nullable(),
  progress: count,
  receipt: receiptView.nullable(),
  problem: bilingual.nullable(),
  createdBy: z.string(),
  createdAt: z.date(),
  storedAt: z.date().nullable(),
});

export const mappingInput = z.object({
  id: idSchema,
  sheet: textSchema(120),
  /** Column index by field; null takes the field away. */
  mapping: z.record(textSchema(40), z.number().int().min(0).max(500).nullable()),
  remember: z.boolean().default(true),
});

/** Where the titles of a sheet begin, by the row's number in the spreadsheet; null: it has none. */
export const headerInput = z.object({ id: idSchema, sheet: textSchema(120), headerRow: z.number().int().min(1).max(200).nullable() });

export const rowsInput = pageInput.extend({ id: idSchema, show: z.enum(['faults', 'all', 'skipped']).default('faults'), code: textSchema(40).optional() });
export const findingView = z.object({
  code: z.string(),
  severity: z.enum(['block', 'warn']),
  field: z.string(),
  text: bilingual,
});
export const importRow = z.object({
  seq: count,
  sheet: z.string(),
  row: count,
  firstOfGroup: z.boolean(),
  skipped: z.boolean(),
  /** By editable field, as read or as mended. */
  cells: z.record(z.string(), z.string()),
  /** Fields that were mended, with what the file said. */
  mended: z.record(z.string(), z.string()),
  findings: z.array(findingView),
});

export const correctInput = z.object({ id: idSchema, seq: z.number().int().min(0).max(1_000_000), field: editableField, value: textSchema(200, 0) });
export const skipInput = z.object({ id: idSchema, seq: z.number().int().min(0).max(1_000_000), skipped: z.boolean() });
export const storeInput = z.object({ id: idSchema, key: idempotencyKeySchema });
export const undoInput = z.object({ id: idSchema, reason: textSchema(300) });
export const fileOut = z.object({ fileName: z.string(), base64: z.string() });
export const historyRow = z.object({
  id: idSchema,
  state: importState,
  fileName: z.string(),
  groups: count,
  members: count,
  faultRows: count,
  createdBy: z.string(),
  createdAt: z.date(),
});
export const extractInput = z.object({ fileId: idSchema, kind: z.enum(['register', 'priorAid']), period: textSchema(60) });
export const extractResult = z.object({ id: idSchema, rows: count, already: z.boolean(), refused: count });
export const extractRow = z.object({
  id: idSchema,
  kind: z.enum(['register', 'priorAid']),
  period: z.string(),
  fileName: z.string(),
  fileSha256: z.string(),
  rowCount: count,
  createdBy: z.string(),
  createdAt: z.date(),
  inUse: z.boolean(),
});
