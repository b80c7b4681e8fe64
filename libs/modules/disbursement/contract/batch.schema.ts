import { idempotencyKeySchema, idSchema, pageInput, textSchema } from '@anyam/contract-kit';
import { batchFlow, workFlow, type PaymentField, type ReconciliationCaseKind } from '@anyam/domain/disbursement';
import { z } from 'zod';
import {
  actBase, bilingualSchema, blockerSchema, buttonSchema, daySchema, keysOf, noteSchema, searchSchema, stateSchema, stepSchema,
} from './common.schema.ts';

export const batchStateSchema = z.enum(keysOf(batchFlow.states));
export const batchActionSchema = z.enum(keysOf(batchFlow.actions));
export const workStateSchema = z.enum(keysOf(workFlow.states));
/** What the bank's statement says of a payment line. */
export const lineResultSchema = z.enum(['waiting', 'paid', 'returned', 'amountDiffers', 'missing'] as const);
/** What a statement line turned out to be; `ignored` is money that has nothing to do with the batch, as a person noted. */
export const statementResultSchema = z.enum(['waiting', 'paid', 'returned', 'amountDiffers', 'duplicate', 'unknown', 'ignored']);
export const caseKindSchema = z.enum(['returned', 'amountDiffers', 'missing', 'duplicate', 'unknown', 'decreeAmountDiffers', 'notOnSp2d', 'notInDecree', 'sp2dTotalDiffers'] satisfies ReconciliationCaseKind[]);

export const batchListInput = pageInput.extend({ programmeId: idSchema.optional(), states: z.array(batchStateSchema).max(11).optional(), q: searchSchema });
export const batchRow = z.object({
  id: z.string(), number: z.string(), name: z.string(), programmeId: z.string(), programmeName: z.string(), state: batchStateSchema, workState: workStateSchema,
  lines: z.number().int(), total: z.bigint(), paid: z.number().int(), returned: z.number().int(), openCases: z.number().int(),
  sp2dNumber: z.string().nullable(), sp2dDate: z.string().nullable(), since: z.date(), createdAt: z.date(),
});
export const batchListOutput = z.object({ rows: z.array(batchRow), total: z.number().int(), counts: z.array(z.object({ state: batchStateSchema, count: z.number().int() })) });

/** Tranches that are planned, in no batch, and meet their conditions (or say what they wait for). */
export const readyInput = z.object({ programmeId: idSchema });
export const readyRow = z.object({
  trancheId: z.string(), no: z.number().int(), proposalId: z.string(), groupId: z.string(), groupName: z.string(), villageName: z.string(), districtName: z.string(),
  amount: z.bigint(), ready: z.boolean(), waitsFor: z.array(blockerSchema),
});
/** Without `trancheIds` every ready one of the programme. */
export const batchCreateInput = z.object({
  key: idempotencyKeySchema, programmeId: idSchema, name: textSchema(120), bankFormat: textSchema(40).default('umum'), trancheIds: z.array(idSchema).min(1).max(1000).optional(),
});
/** Only while it is a draft. */
export const batchChangeInput = z.object({ id: idSchema, key: idempotencyKeySchema, add: z.array(idSchema).max(1000), remove: z.array(idSchema).max(1000) });

export const batchLine = z.object({
  id: z.string(), trancheId: z.string(), trancheNo: z.number().int(), proposalId: z.string(), groupId: z.string(), groupName: z.string(), villageName: z.string(), districtName: z.string(),
  amount: z.bigint(), reference: z.string(), bank: z.string().nullable(), accountNumberMasked: z.string().nullable(), accountName: z.string().nullable(), attempt: z.number().int(),
  trancheState: stateSchema, result: lineResultSchema, bankAmount: z.bigint().nullable(), blockers: z.array(blockerSchema),
});
/** A difference that somebody has to settle, with the sentence and the advice of the domain. */
export const caseView = z.object({
  id: z.string(), batchId: z.string(), trancheId: z.string().nullable(), groupName: z.string().nullable(),
  kind: caseKindSchema, text: bilingualSchema, suggestion: bilingualSchema,
  state: z.enum(['open', 'closed']), note: z.string().nullable(), openedAt: z.date(), closedBy: z.string().nullable(), closedAt: z.date().nullable(),
});
export const statementLineView = z.object({
  id: z.string(), no: z.number().int(), on: z.string(), accountNumberMasked: z.string().nullable(), name: z.string().nullable(), amount: z.bigint(), description: z.string(),
  kind: z.enum(['credit', 'return']), reference: z.string(), result: statementResultSchema, trancheId: z.string().nullable(), groupName: z.string().nullable(),
});
export const statementView = z.object({ id: z.string(), fileName: z.string(), rows: z.number().int(), importedBy: z.string(), importedAt: z.date(), sha256: z.string() });

export const batchDetail = z.object({
  id: z.string(), number: z.string(), name: z.string(), programmeId: z.string(), programmeName: z.string(), state: stateSchema, since: z.date(),
  work: z.object({ state: workStateSchema, label: stateSchema, action: z.string().nullable(), done: z.number().int(), total: z.number().int(), error: z.string().nullable(), since: z.date().nullable(), buttons: z.array(buttonSchema) }),
  bankFormat: z.string(), total: z.bigint(), reserved: z.bigint(),
  papers: z.object({
    sppNumber: z.string().nullable(), sppDate: z.string().nullable(), spmNumber: z.string().nullable(), spmDate: z.string().nullable(), sp2dNumber: z.string().nullable(), sp2dDate: z.string().nullable(),
    sp2dFileId: z.string().nullable(), sentAt: z.date().nullable(), listSha256: z.string().nullable(),
  }),
  lines: z.array(batchLine),
  sums: z.object({ paid: z.bigint(), returned: z.bigint(), differs: z.bigint(), waiting: z.bigint() }),
  statements: z.array(statementView),
  statementLines: z.array(statementLineView),
  cases: z.array(caseView),
  buttons: z.array(buttonSchema),
  history: z.array(stepSchema),
});

/** `number`, `date`, `fileId` where the button's needs ask for number, date, evidence. `recordSp2d` answers at once and is worked off in the background. */
export const batchActInput = z.object({
  ...actBase, action: batchActionSchema, number: textSchema(80).optional(), date: daySchema.optional(), fileId: idSchema.optional(),
});
/** Background work that failed: try again or give up. */
export const batchWorkInput = z.object({ id: idSchema, action: z.enum(['retry', 'giveUp']), key: idempotencyKeySchema });
export const workStatusOutput = z.object({ state: workStateSchema, batchState: batchStateSchema, done: z.number().int(), total: z.number().int(), error: z.string().nullable() });

export const paymentListInput = z.object({ id: idSchema, form: z.enum(['csv', 'xlsx']), format: textSchema(40).optional() });
/** Fields of a payment line that a bank's list may ask for. */
export const PAYMENT_FIELDS = ['no', 'reference', 'groupName', 'bank', 'accountNo', 'accountName', 'amount', 'note'] as const satisfies PaymentField[];
const headings = z.array(textSchema(60)).max(10);
/**
 * How one bank wants its list and writes its statement: a setting of the regency. `statement` holds for each thing the
 * headings under which the bank may put it, tried in order; `amount` with `returnWords`, or `credit` and `debit` apart.
 */
export const bankFormatFields = z.object({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/, 'Pakai huruf kecil, angka, dan tanda hubung. || Use small letters, figures and hyphens.'),
  name: textSchema(80),
  separator: z.enum([',', ';', '|', '	']),
  columns: z.array(z.object({ heading: textSchema(60), field: z.enum(PAYMENT_FIELDS) })).min(1).max(20),
  note: textSchema(100, 0),
  statement: z.object({ date: headings, reference: headings, account: headings, name: headings, amount: headings, debit: headings, credit: headings, description: headings, returnWords: headings }),
});
export const bankFormatView = bankFormatFields.extend({ builtIn: z.boolean() });
export const bankFormatInput = bankFormatFields.extend({ key: idempotencyKeySchema });

/** A CSV or XLSX of the bank that was uploaded before. The same file twice stores nothing twice. */
export const statementImportInput = z.object({ id: idSchema, key: idempotencyKeySchema, fileId: idSchema, format: textSchema(40).optional() });
export const statementImportOutput = z.object({ statementId: z.string(), rows: z.number().int(), skipped: z.number().int(), problems: z.array(z.object({ row: z.number().int(), text: z.object({ id: z.string(), en: z.string() }) })), already: z.boolean() });
/** Matches payment lines with statement lines and opens a case for each difference. Safe to repeat. */
export const reconcileInput = z.object({ id: idSchema, key: idempotencyKeySchema });
export const reconcileOutput = z.object({ paid: z.number().int(), returned: z.number().int(), amountDiffers: z.number().int(), missing: z.number().int(), duplicate: z.number().int(), unknown: z.number().int(), openCases: z.number().int(), matched: z.boolean() });
export const ignoreLineInput = z.object({ id: idSchema, lineId: idSchema, note: noteSchema, key: idempotencyKeySchema });

export const caseListInput = pageInput.extend({ state: z.enum(['open', 'closed']).optional(), batchId: idSchema.optional(), programmeId: idSchema.optional() });
export const caseListOutput = z.object({ rows: z.array(caseView.extend({ batchNumber: z.string() })), total: z.number().int() });
export const caseCloseInput = z.object({ id: idSchema, note: noteSchema, key: idempotencyKeySchema });
