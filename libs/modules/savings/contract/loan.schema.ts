import { idSchema, textSchema } from '@anyam/contract-kit';
import { loanFlow } from '@anyam/domain/savings';
import { z } from 'zod';
import { bilingual, buttonView, day, decisionView, keyed, positiveAmount, purse, reason, stateView, stepView } from './common.schema.ts';

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] => Object.keys(table) as [K, ...K[]];
export const loanState = z.enum(keysOf(loanFlow.states));
export const levelSchema = z.enum(['none', 'late', 'arrears', 'bad']);

export const requestLoanInput = z.object({
  ...keyed, groupId: idSchema, memberId: idSchema, amount: positiveAmount, instalments: z.number().int().min(1).max(240), what: textSchema(200), on: day,
});
/** What any step on a loan takes: the state the person saw; another one answers CHANGED_MEANWHILE. */
const step = { ...keyed, id: idSchema, expectedState: loanState };
export const approveLoanInput = z.object({ ...step, on: day });
export const refuseLoanInput = z.object({ ...step, reason });
export const payOutLoanInput = z.object({ ...step, on: day, outOf: purse.default('cash') });
export const payLoanInput = z.object({ ...keyed, id: idSchema, amount: positiveAmount, on: day, into: purse.default('cash') });
export const rescheduleLoanInput = z.object({ ...step, on: day, instalments: z.number().int().min(1).max(240) });
export const writeOffLoanInput = z.object({ ...step, on: day, reason });
export const loanDone = z.object({ id: z.string(), state: loanState });

const charge = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }), z.object({ kind: z.literal('amount'), amount: z.bigint() }), z.object({ kind: z.literal('percent'), bps: z.number().int() }),
]);
export const loanRow = z.object({
  id: z.string(), memberId: z.string(), memberName: z.string(), officer: z.boolean(), state: stateView, principal: z.bigint(), instalments: z.number().int(), what: z.string(),
  appliedOn: z.string(), paidOutOn: z.string().nullable(), owed: z.bigint(), arrears: z.bigint(), days: z.number().int(), level: levelSchema, nextDue: z.string().nullable(),
});
export const loansOutput = z.object({
  rows: z.array(loanRow), writable: z.boolean(),
  /** What a new loan would be under today. */
  terms: z.object({ charge, every: z.enum(['month', 'selapan']), limit: z.bigint(), lendable: z.bigint(), maxInstalments: z.number().int(), decided: z.boolean() }),
  members: z.array(z.object({ memberId: z.string(), name: z.string() })),
});
export const loanDetail = loanRow.extend({
  groupId: z.string(), groupName: z.string(), charge, every: z.enum(['month', 'selapan']), order: z.enum(['serviceFirst', 'principalFirst']), owedPrincipal: z.bigint(), owedService: z.bigint(),
  writtenOff: z.bigint(), rescheduled: z.number().int(),
  schedule: z.array(z.object({ no: z.number().int(), due: z.string(), principal: z.bigint(), service: z.bigint(), paidPrincipal: z.bigint(), paidService: z.bigint(), overdue: z.boolean() })),
  payments: z.array(z.object({ id: z.string(), on: z.string(), principal: z.bigint(), service: z.bigint(), source: z.string(), actorName: z.string(), isReversal: z.boolean(), reversed: z.boolean(), reason: z.string().nullable() })),
  decisions: z.array(decisionView), problems: z.array(bilingual),
  /** The next step that the present decisions carry: in how many instalments it may be rescheduled. */
  rescheduleTo: z.number().int().nullable(),
  buttons: z.array(buttonView), history: z.array(stepView),
});
