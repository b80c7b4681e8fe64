import { idSchema } from '@anyam/contract-kit';
import { z } from 'zod';
import { areaSchema, bilingualSchema, blockerSchema } from './common.schema.ts';

export const figuresInput = z.object({ programmeId: idSchema.optional(), areaCode: areaSchema.optional() });
/** Figures of the board and the funnel, all from the caller's area. Rupiah. */
export const figuresOutput = z.object({
  /** Of the programmes in reach; area filters do not change these four, a ceiling belongs to the regency. */
  ceiling: z.bigint(), available: z.bigint(), reserved: z.bigint(), inTransit: z.bigint(),
  paid: z.bigint(), spent: z.bigint(), accounted: z.bigint(), refunded: z.bigint(),
  /** From proposal to accepted report: each stage counts what is there or further on. */
  funnel: z.array(z.object({ stage: z.enum(['proposed', 'verified', 'decreed', 'ready', 'paid', 'received', 'inUse', 'reported', 'accounted']), label: bilingualSchema, count: z.number().int(), amount: z.bigint() })),
  overdue: z.array(z.object({ step: z.enum(['reminder', 'letter', 'barred', 'refund']), count: z.number().int(), amount: z.bigint() })),
  openCases: z.number().int(),
});

/** What waits for the caller, by the roles and the area that he or she has. */
export const tasksOutput = z.array(z.object({
  id: z.string(), label: bilingualSchema, count: z.number().int(), amount: z.bigint(),
  /** Since when the oldest of them waits. */
  oldest: z.date().nullable(),
  /** Where to do it: a path of the console with its filters. */
  path: z.string(),
}));

export const balancesInput = z.object({ programmeId: idSchema });
export const balancesOutput = z.object({
  programmeId: z.string(), ceiling: z.bigint(), budget: z.bigint(), reserved: z.bigint(), inTransit: z.bigint(), groupCash: z.bigint(), spent: z.bigint(), returnedToTreasury: z.bigint(),
  groups: z.array(z.object({ groupId: z.string(), groupName: z.string(), reserved: z.bigint(), inTransit: z.bigint(), cash: z.bigint(), spent: z.bigint(), returned: z.bigint() })),
});
export const groupMoneyInput = z.object({ groupId: idSchema });
export const transferView = z.object({
  id: z.string(), kind: z.string(), label: bilingualSchema, from: z.string(), to: z.string(), amount: z.bigint(), on: z.string(), document: z.string().nullable(), reason: z.string().nullable(), reverses: z.string().nullable(), at: z.date(),
});
export const groupMoneyOutput = z.object({
  received: z.bigint(), spent: z.bigint(), cash: z.bigint(), refunded: z.bigint(), reserved: z.bigint(), inTransit: z.bigint(), transfers: z.array(transferView),
  proposals: z.array(z.object({ id: z.string(), programmeName: z.string(), fiscalYear: z.number().int(), requested: z.bigint(), state: z.string(), stateLabel: bilingualSchema })),
  lpj: z.array(z.object({ id: z.string(), trancheNo: z.number().int(), state: z.string(), stateLabel: bilingualSchema, dueOn: z.string(), overdue: z.string() })),
});
export const verifyLedgerOutput = z.object({ sound: z.boolean(), accounts: z.number().int(), transfers: z.number().int(), sum: z.bigint(), problems: z.array(z.string()) });
export const separationOutput = z.array(z.object({ batchId: z.string(), batchNumber: z.string(), breaches: z.array(blockerSchema) }));
