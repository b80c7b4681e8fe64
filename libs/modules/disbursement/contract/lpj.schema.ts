import { idempotencyKeySchema, idSchema, pageInput, textSchema } from '@anyam/contract-kit';
import { lpjFlow } from '@anyam/domain/disbursement';
import { z } from 'zod';
import { actBase, amountSchema, areaSchema, blockerSchema, buttonSchema, daySchema, keysOf, positiveAmountSchema, searchSchema, stateSchema, stepSchema } from './common.schema.ts';

export const lpjStateSchema = z.enum(keysOf(lpjFlow.states));
export const lpjActionSchema = z.enum(keysOf(lpjFlow.actions));
export const overdueStepSchema = z.enum(['none', 'reminder', 'letter', 'barred', 'refund']);

export const lpjListInput = pageInput.extend({
  states: z.array(lpjStateSchema).max(6).optional(), overdue: z.array(overdueStepSchema).max(5).optional(), programmeId: idSchema.optional(), areaCode: areaSchema.optional(), q: searchSchema,
  sort: z.enum(['due', 'group', 'amount']).default('due'),
});
/** The whole list as filtered, as XLSX. */
export const lpjExportInput = lpjListInput.omit({ page: true, pageSize: true });
export const lpjRow = z.object({
  id: z.string(), trancheId: z.string(), trancheNo: z.number().int(), groupId: z.string(), groupName: z.string(), villageName: z.string(), districtName: z.string(), facilitatorName: z.string().nullable(),
  programmeName: z.string(), received: z.bigint(), spent: z.bigint(), state: lpjStateSchema, dueOn: z.string(), daysLate: z.number().int(), overdue: overdueStepSchema,
});
export const lpjListOutput = z.object({
  rows: z.array(lpjRow), total: z.number().int(),
  counts: z.array(z.object({ state: lpjStateSchema, count: z.number().int() })), overdueCounts: z.array(z.object({ step: overdueStepSchema, count: z.number().int() })),
});

export const expenditureInput = z.object({
  id: idSchema,
  budgetLineId: idSchema,
  on: daySchema,
  payee: textSchema(120),
  goods: textSchema(200),
  amount: positiveAmountSchema,
  /** A photo or PDF of the receipt; without one, two witnesses (rule 30). */
  receiptFileId: idSchema.nullable(),
  witnesses: z.array(textSchema(120)).max(5),
});
export const expenditureView = z.object({
  id: z.string(), no: z.number().int(), budgetLineId: z.string(), on: z.string(), payee: z.string(), goods: z.string(), amount: z.bigint(),
  receiptFileId: z.string().nullable(), receiptName: z.string().nullable(), witnesses: z.array(z.string()),
});

/** The whole list at once: what is not in it is gone. Confirmations of officers count only for the content they saw. */
export const lpjSaveInput = z.object({
  id: idSchema, key: idempotencyKeySchema,
  /** Of the report that the writer saw; another one by now is CHANGED_MEANWHILE. */
  version: z.int().min(0).max(2_000_000_000),
  expenditures: z.array(expenditureInput).max(300),
  /** What is left of the tranche: on the account and in cash, as counted on `balanceOn` (rule 32). */
  accountBalance: amountSchema, cashBalance: amountSchema, balanceOn: daySchema,
  /** Cash taken from the account, for rule 28. */
  withdrawn: amountSchema.optional(), withdrawnOn: daySchema.optional(),
  /** Minutes of the meeting that agreed on a shift between lines (rule 29), as an uploaded file. */
  shiftMinutesFileId: idSchema.nullable().optional(),
  transferProofFileId: idSchema.nullable().optional(),
});

export const lpjDetail = z.object({
  id: z.string(), version: z.number().int(), state: stateSchema, since: z.date(), trancheId: z.string(), trancheNo: z.number().int(), proposalId: z.string(), groupId: z.string(), groupName: z.string(), programmeName: z.string(),
  received: z.bigint(), receivedOn: z.string(), dueOn: z.string(), daysLate: z.number().int(), overdue: overdueStepSchema, typedBy: z.string().nullable(),
  lines: z.array(z.object({ budgetLineId: z.string(), description: z.string(), planned: z.bigint(), spent: z.bigint() })),
  expenditures: z.array(expenditureView),
  spent: z.bigint(), accountBalance: z.bigint(), cashBalance: z.bigint(), balanceOn: z.string().nullable(), withdrawn: z.bigint(), withdrawnOn: z.string().nullable(),
  shiftMinutesFileId: z.string().nullable(), shiftApprovedBy: z.string().nullable(), transferProofFileId: z.string().nullable(),
  /** Balance of the group's aid money in the ledger. */
  booked: z.bigint(),
  confirmations: z.array(z.object({ role: z.enum(['chair', 'treasurer']), personId: z.string(), name: z.string(), method: z.enum(['signature', 'phone', 'visit']), on: z.string(), recordedBy: z.string(), current: z.boolean() })),
  officers: z.array(z.object({ personId: z.string(), name: z.string(), role: z.enum(['chair', 'treasurer']) })),
  findings: z.array(blockerSchema.extend({ note: z.string().nullable() })),
  editable: z.boolean(),
  buttons: z.array(buttonSchema),
  history: z.array(stepSchema),
});

/** The officer's own word, taken down by whoever met or called the officer (rule 33). */
export const lpjConfirmInput = z.object({ id: idSchema, key: idempotencyKeySchema, role: z.enum(['chair', 'treasurer']), personId: idSchema, method: z.enum(['signature', 'phone', 'visit']), on: daySchema, fileId: idSchema.optional() });
/** The reviewer's word on one warning: `code` and `where` as in the finding. */
export const lpjNoteInput = z.object({ id: idSchema, key: idempotencyKeySchema, code: textSchema(60), where: textSchema(80, 0), note: textSchema(1000) });
/** Approves the shift between RAB lines that the minutes ask for (rule 29). */
export const lpjApproveShiftInput = z.object({ id: idSchema, key: idempotencyKeySchema, note: textSchema(1000) });
export const lpjActInput = z.object({ ...actBase, action: lpjActionSchema });
/** Money paid back into the treasury (last step of the overdue ladder): bank slip as evidence. */
export const refundInput = z.object({ id: idSchema, key: idempotencyKeySchema, amount: positiveAmountSchema, on: daySchema, number: textSchema(80), fileId: idSchema });
