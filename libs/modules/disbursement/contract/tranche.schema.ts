import { idempotencyKeySchema, idSchema, pageInput, textSchema } from '@anyam/contract-kit';
import { trancheFlow } from '@anyam/domain/disbursement';
import { z } from 'zod';
import { actBase, areaSchema, bilingualSchema, buttonSchema, daySchema, keysOf, searchSchema, stateSchema, stepSchema } from './common.schema.ts';

export const trancheStateSchema = z.enum(keysOf(trancheFlow.states));
export const trancheActionSchema = z.enum(keysOf(trancheFlow.actions));

export const trancheListInput = pageInput.extend({
  states: z.array(trancheStateSchema).max(10).optional(), programmeId: idSchema.optional(), areaCode: areaSchema.optional(), groupId: idSchema.optional(), q: searchSchema,
});
/** The whole list as filtered, as XLSX. */
export const trancheExportInput = trancheListInput.omit({ page: true, pageSize: true });
export const trancheRow = z.object({
  id: z.string(), no: z.number().int(), proposalId: z.string(), groupId: z.string(), groupName: z.string(), villageName: z.string(), districtName: z.string(), programmeName: z.string(),
  amount: z.bigint(), received: z.bigint().nullable(), receivedOn: z.string().nullable(), state: trancheStateSchema, since: z.date(), batchNumber: z.string().nullable(),
});
export const trancheListOutput = z.object({ rows: z.array(trancheRow), total: z.number().int(), counts: z.array(z.object({ state: trancheStateSchema, count: z.number().int(), amount: z.bigint() })) });

export const trancheDetail = z.object({
  id: z.string(), no: z.number().int(), of: z.number().int(), proposalId: z.string(), groupId: z.string(), groupName: z.string(), programmeName: z.string(),
  amount: z.bigint(), state: stateSchema, since: z.date(), attempt: z.number().int(), batch: z.object({ id: z.string(), number: z.string() }).nullable(),
  bankAmount: z.bigint().nullable(), receivedOn: z.string().nullable(), sp2dNumber: z.string().nullable(),
  account: z.object({ bank: z.string().nullable(), numberMasked: z.string().nullable(), holder: z.string().nullable() }),
  /** "Tahap 2 menunggu satu hal: ..." */
  waiting: bilingualSchema,
  conditions: z.array(z.object({ key: z.string(), met: z.boolean(), text: bilingualSchema, clearedBy: bilingualSchema })),
  confirmations: z.array(z.object({ personId: z.string(), name: z.string(), method: z.enum(['slip', 'phone', 'visit']), on: z.string(), recordedBy: z.string() })),
  confirmationsNeeded: z.number().int(),
  /** Ordinary members of the group, who may confirm the receipt. */
  members: z.array(z.object({ personId: z.string(), name: z.string(), confirmed: z.boolean() })),
  lpjId: z.string().nullable(),
  buttons: z.array(buttonSchema),
  history: z.array(stepSchema),
});

/** Steps taken on a single tranche by people; those that follow the batch are not taken here. */
export const trancheActInput = z.object({ ...actBase, action: trancheActionSchema.extract(['takeOut', 'confirmReceipt', 'recordReturn', 'startRepair', 'planAgain', 'startUse', 'account', 'cancel']) });
/** One action on all tranches of a batch for which it is open. */
export const trancheBulkActInput = z.object({ batchId: idSchema, action: trancheActionSchema.extract(['confirmReceipt', 'recordReturn', 'startUse']), key: idempotencyKeySchema, dryRun: z.boolean() });

/** What an ordinary member says: "the money came, I saw it". By paper slip, phone or at a visit; once a member. */
export const confirmReceiptInput = z.object({ id: idSchema, key: idempotencyKeySchema, personId: idSchema, method: z.enum(['slip', 'phone', 'visit']), on: daySchema, fileId: idSchema.optional() });

/** New account after a return by the bank. Stored at the group (one account, one group). */
export const repairAccountInput = z.object({
  id: idSchema, key: idempotencyKeySchema, bank: textSchema(60),
  accountNumber: z.string().regex(/^\d{5,30}$/, 'Isi 5 sampai 30 angka. || Enter 5 to 30 figures.'), accountName: textSchema(120), note: textSchema(1000),
});
