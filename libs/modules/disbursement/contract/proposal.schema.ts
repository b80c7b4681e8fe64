import { idempotencyKeySchema, idSchema, pageInput, textSchema } from '@anyam/contract-kit';
import { BUDGET_CATEGORY_LABEL, DOCUMENT_LABEL, proposalFlow } from '@anyam/domain/disbursement';
import { z } from 'zod';
import {
  actBase, amountSchema, areaSchema, bilingualSchema, blockerSchema, buttonSchema, daySchema, directionSchema, keysOf, positiveAmountSchema,
  searchSchema, stateSchema, stepSchema,
} from './common.schema.ts';

export const proposalStateSchema = z.enum(keysOf(proposalFlow.states));
export const proposalActionSchema = z.enum(keysOf(proposalFlow.actions));
export const documentKindSchema = z.enum(keysOf(DOCUMENT_LABEL));
export const budgetCategorySchema = z.enum(keysOf(BUDGET_CATEGORY_LABEL));

/** Filters of the list; all optional, all may stand in the URL. The area narrows inside the caller's own. */
const proposalFilter = {
  states: z.array(proposalStateSchema).max(9).optional(),
  programmeId: idSchema.optional(),
  areaCode: areaSchema.optional(),
  q: searchSchema,
  groupId: idSchema.optional(),
};
export const proposalListInput = pageInput.extend({
  ...proposalFilter,
  sort: z.enum(['since', 'group', 'village', 'requested']).default('since'),
  direction: directionSchema,
});
export const proposalRow = z.object({
  id: z.string(),
  groupId: z.string(),
  groupName: z.string(),
  villageCode: z.string(),
  villageName: z.string(),
  districtName: z.string(),
  business: z.string(),
  facilitatorName: z.string().nullable(),
  programmeId: z.string(),
  programmeName: z.string(),
  fiscalYear: z.number().int(),
  members: z.number().int(),
  requested: z.bigint(),
  state: proposalStateSchema,
  /** Since when it is in this state. */
  since: z.date(),
  decreeNumber: z.string().nullable(),
});
export const proposalListOutput = z.object({
  rows: z.array(proposalRow),
  total: z.number().int(),
  /** By state under the same filters without `states`: what the tabs show. */
  counts: z.array(z.object({ state: proposalStateSchema, count: z.number().int(), amount: z.bigint() })),
});
export const proposalExportInput = z.object(proposalFilter);

export const budgetLineInput = z.object({
  /** Of an existing line, or a fresh UUID. */
  id: idSchema,
  description: textSchema(200),
  quantity: z.bigint().min(1n, 'Harus lebih dari nol. || Must be more than zero.').max(1_000_000n, 'Terlalu banyak. || Too many.'),
  unit: textSchema(40),
  unitPrice: positiveAmountSchema.max(1_000_000_000n, 'Terlalu besar. || Too large.'),
  category: budgetCategorySchema,
});
export const budgetLineView = z.object({
  id: z.string(), no: z.number().int(), description: z.string(), quantity: z.bigint(), unit: z.string(), unitPrice: z.bigint(), category: budgetCategorySchema, amount: z.bigint(),
});
export const documentView = z.object({
  id: z.string(), kind: documentKindSchema, label: bilingualSchema, fileId: z.string(), fileName: z.string(), mime: z.string(), size: z.number().int(), addedBy: z.string(), addedAt: z.date(),
});

/** Whole file of one proposal, with what the domain says of it. */
export const proposalDetail = z.object({
  id: z.string(),
  state: stateSchema,
  since: z.date(),
  requested: z.bigint(),
  purpose: z.string().nullable(),
  planVersion: z.number().int(),
  group: z.object({
    id: z.string(), name: z.string(), business: z.string(), villageCode: z.string(), villageName: z.string(), districtName: z.string(), members: z.number().int(),
    facilitatorName: z.string().nullable(), bank: z.string().nullable(), accountNumberMasked: z.string().nullable(), accountName: z.string().nullable(),
  }),
  programme: z.object({ id: z.string(), name: z.string(), fiscalYear: z.number().int(), source: z.string(), budgetType: z.string() }),
  ruleSet: z.object({ id: z.string(), version: z.number().int() }),
  /** Most the group may ask by the rule set; what is left of the programme's ceiling. */
  limit: z.bigint(),
  available: z.bigint(),
  plan: z.array(budgetLineView),
  planTotal: z.bigint(),
  documents: z.array(documentView),
  /** Every paper the rule set asks for, and by when. */
  documentsNeeded: z.array(z.object({ kind: documentKindSchema, label: bilingualSchema, stage: z.enum(['proposal', 'payment', 'report']), present: z.boolean() })),
  /** Latest judgement of the members, or null. */
  eligibility: z.object({ at: z.enum(['proposal', 'decree', 'payment']), blocks: z.number().int(), warnings: z.number().int(), registerPeriod: z.string() }).nullable(),
  visit: z.object({ on: z.string(), suitable: z.boolean(), ordinaryMembersMet: z.number().int(), note: z.string().nullable() }).nullable(),
  trainingHeldOn: z.string().nullable(),
  decree: z.object({ id: z.string(), number: z.string().nullable(), dated: z.string().nullable() }).nullable(),
  tranches: z.array(z.object({ id: z.string(), no: z.number().int(), amount: z.bigint(), state: stateSchema, batchId: z.string().nullable() })),
  /** RAB and request may be changed now. */
  editable: z.boolean(),
  /** Everything that speaks against handing it in, whatever the state: the checks tab. */
  checks: z.array(blockerSchema),
  buttons: z.array(buttonSchema),
  history: z.array(stepSchema),
});

export const proposalCreateInput = z.object({ key: idempotencyKeySchema, programmeId: idSchema, groupId: idSchema, purpose: textSchema(500, 0).optional() });
/** For many groups at once: each row tells what came of it. `dryRun` writes nothing. */
export const proposalBulkCreateInput = z.object({ key: idempotencyKeySchema, programmeId: idSchema, groupIds: z.array(idSchema).min(1).max(200), dryRun: z.boolean() });
export const rowResult = z.object({ id: z.string(), name: z.string(), ok: z.boolean(), state: z.string().nullable(), blockers: z.array(blockerSchema) });
export const bulkOutput = z.object({ rows: z.array(rowResult), done: z.number().int(), failed: z.number().int(), dryRun: z.boolean() });

/** Replaces the whole RAB. `requested` must be its sum in the end; while drafting they may differ and the checks say so. */
export const budgetPlanInput = z.object({
  id: idSchema,
  key: idempotencyKeySchema,
  /** Of the plan that the writer saw; another one by now is CHANGED_MEANWHILE. */
  version: z.int().min(0).max(2_000_000_000),
  requested: amountSchema,
  purpose: textSchema(500, 0).optional(),
  lines: z.array(budgetLineInput).max(100),
});
/** The same RAB for many draft proposals, scaled by nothing: what an office does for groups with one business. */
export const budgetPlanCopyInput = z.object({ key: idempotencyKeySchema, fromId: idSchema, toIds: z.array(idSchema).min(1).max(200) });

export const attachDocumentInput = z.object({ id: idSchema, key: idempotencyKeySchema, kind: documentKindSchema, fileId: idSchema });
/** One scanned paper that covers many proposals (a decree of the regent, a recommendation for a whole village). */
export const attachDocumentManyInput = z.object({ ids: z.array(idSchema).min(1).max(200), key: idempotencyKeySchema, kind: documentKindSchema, fileId: idSchema });
export const removeDocumentInput = z.object({ id: idSchema, documentId: idSchema });

export const visitInput = z.object({
  id: idSchema, key: idempotencyKeySchema, on: daySchema, suitable: z.boolean(), ordinaryMembersMet: z.number().int().min(0).max(100), note: textSchema(1000, 0).optional(),
});
export const trainingInput = z.object({ ids: z.array(idSchema).min(1).max(200), key: idempotencyKeySchema, on: daySchema });
export const eligibilityInput = z.object({ id: idSchema, point: z.enum(['proposal', 'decree', 'payment']), key: idempotencyKeySchema });

/** `decree` and `revoke` are not taken here: they go through a decree. */
const singleActions = proposalActionSchema.exclude(['decree', 'revoke']);
export const proposalActInput = z.object({ ...actBase, action: singleActions });
/** One action on many. Rows that cannot are left as they are and say why; the others go through together. */
export const proposalBulkActInput = z.object({
  ids: z.array(idSchema).min(1).max(200), action: singleActions, note: textSchema(1000).optional(), key: idempotencyKeySchema, dryRun: z.boolean(),
});
