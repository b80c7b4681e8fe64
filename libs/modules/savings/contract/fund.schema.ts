import { idSchema, pageInput } from '@anyam/contract-kit';
import { z } from 'zod';
import { bilingual, decisionView, findingView, iksRateView, keyed, note, positiveAmount, purse, day, reason, roleInGroup } from './common.schema.ts';

/** The fund of a group on a day, by member. */
export const fundView = z.object({
  group: z.object({ id: z.string(), name: z.string(), villageName: z.string(), state: z.string() }),
  rate: iksRateView.nullable(),
  rateDecision: decisionView.nullable(),
  /** What members hold; out as loans or written off; at hand; kept as a reserve; what may be lent; most one member may owe. */
  total: z.bigint(), lent: z.bigint(), available: z.bigint(), reserve: z.bigint(), lendable: z.bigint(), limit: z.bigint(),
  agreed: z.bigint(), paid: z.bigint(), voluntary: z.bigint(), cash: z.bigint(), bank: z.bigint(),
  members: z.array(z.object({
    memberId: z.string(), name: z.string(), role: roleInGroup, active: z.boolean(), iks: z.bigint(), agreed: z.bigint(), paid: z.bigint(), owed: z.bigint(),
    voluntary: z.bigint(), lent: z.bigint(),
  })),
  uses: z.array(z.object({
    id: z.string(), purpose: z.string(), purposeLabel: bilingual, what: z.string(), amount: z.bigint(), on: z.string(), memberName: z.string().nullable(),
    decision: decisionView.nullable(),
    reversed: z.object({ on: z.string(), reason: z.string(), byName: z.string() }).nullable(),
  })),
  /** Decisions on the fund in closed minutes that were not carried out yet. */
  toUse: z.array(decisionView.extend({
    purpose: z.string(), purposeLabel: bilingual, amount: z.bigint(), what: z.string(), memberName: z.string().nullable(), problems: z.array(bilingual),
  })),
  findings: z.array(findingView),
  writable: z.boolean(),
});

export const useIksInput = z.object({ ...keyed, groupId: idSchema, decisionId: idSchema, on: day, outOf: purse.default('cash') });
/** IKS or savings that a member brings outside of a meeting, or takes out (savings only). */
export const receiveInput = z.object({ ...keyed, groupId: idSchema, memberId: idSchema, kind: z.enum(['iks', 'voluntary']), amount: positiveAmount, on: day, into: purse.default('cash'), note });
export const withdrawInput = z.object({ ...keyed, groupId: idSchema, memberId: idSchema, amount: positiveAmount, on: day, outOf: purse.default('cash'), note });
export const reverseInput = z.object({ ...keyed, entryId: idSchema, on: day, reason });
export const reverseUseInput = z.object({ ...keyed, useId: idSchema, on: day, reason });
export const written = z.object({ id: z.string() });

export const ENTRY_KINDS = ['iks', 'voluntary', 'loan'] as const;
export const ENTRY_SOURCES = ['money', 'share', 'use', 'withdrawal', 'payOut', 'writeOff'] as const;
export const entriesInput = z.object({
  ...pageInput.shape, groupId: idSchema, memberId: idSchema.optional(), kind: z.enum(ENTRY_KINDS).optional(), loanId: idSchema.optional(),
});
export const entryRow = z.object({
  id: z.string(), on: z.string(), memberId: z.string(), memberName: z.string(), kind: z.enum(ENTRY_KINDS), source: z.enum(ENTRY_SOURCES), label: bilingual,
  /** In the sense of the member's own balance: saved and owed are positive. `service` is charged on top of an instalment. */
  amount: z.bigint(), service: z.bigint(), meetingId: z.string().nullable(), loanId: z.string().nullable(), actorName: z.string(), at: z.date(), note: z.string().nullable(),
  /** This entry takes another back; or it was itself taken back. */
  isReversal: z.boolean(), reversed: z.boolean(), reason: z.string().nullable(), reversible: z.boolean(),
});
export const entriesPage = z.object({ rows: z.array(entryRow), total: z.number().int() });
