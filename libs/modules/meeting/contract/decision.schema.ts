import { idempotencyKeySchema, idSchema, isoDateSchema, textSchema } from '@anyam/contract-kit';
import { z } from 'zod';

export const bilingualSchema = z.object({ id: z.string(), en: z.string() });
/** A day that papers of a group may bear. */
export const meetingDay = isoDateSchema.refine((d) => d >= '2000-01-01' && d <= '2100-12-31', 'Tanggal harus antara 2000 dan 2100. || The date must be between 2000 and 2100.');

const memberId = z.uuid('Pilih anggotanya. || Choose the member.');
const subjectId = z.uuid('Pilih dari daftar. || Choose from the list.');
const ABOVE_ZERO = 'Harus lebih dari nol. || Must be above zero.';
const moneyOrNone = z.bigint().min(0n, 'Tidak boleh kurang dari nol. || Not less than zero.').max(1_000_000_000_000n, 'Terlalu besar. || Too large.');
const money = moneyOrNone.min(1n, ABOVE_ZERO);
const quantity = z.int('Isi angka bulat. || A whole number.').min(1, ABOVE_ZERO).max(1_000_000_000, 'Terlalu besar. || Too large.');
const bps = z.int().min(1, ABOVE_ZERO).max(10_000, 'Paling banyak 100 persen. || At most 100 per cent.');
const times = z.int('Isi angka bulat. || A whole number.').min(1, ABOVE_ZERO).max(600);
const what = textSchema(300);

export const iksRateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount'), amount: money, every: z.enum(['meeting', 'month']) }),
  z.object({ kind: z.literal('proceeds'), bps }),
]);
const chargeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('amount'), amount: money }),
  z.object({ kind: z.literal('percent'), bps }),
]);

/** A decision by kind, as `DecisionContents` of the domain. Members, products, materials and loans by their ids. */
export const decidedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('productionTarget'), content: z.object({ productId: subjectId, from: meetingDay, to: meetingDay, quantity }) }),
  z.object({ kind: z.literal('iksRate'), content: iksRateSchema }),
  z.object({ kind: z.literal('iksUse'), content: z.object({ purpose: z.enum(['productiveCapital', 'diversification', 'socialHelp']), amount: money, what, memberId: memberId.nullable() }) }),
  z.object({ kind: z.literal('officers'), content: z.object({ role: z.enum(['chair', 'secretary', 'treasurer']), memberId }) }),
  z.object({ kind: z.literal('diversification'), content: z.object({ business: what, capital: moneyOrNone }) }),
  z.object({ kind: z.literal('loan'), content: z.object({ memberId, amount: money, instalments: times, what }) }),
  z.object({ kind: z.literal('loanRules'), content: z.object({ charge: chargeSchema, order: z.enum(['serviceFirst', 'principalFirst']), every: z.enum(['month', 'selapan']), limit: money.nullable() }) }),
  z.object({ kind: z.literal('writeOff'), content: z.object({ loanId: subjectId, memberId, amount: money, what }) }),
  z.object({ kind: z.literal('reschedule'), content: z.object({ loanId: subjectId, memberId, instalments: times }) }),
  z.object({ kind: z.literal('productNorm'), content: z.object({ productId: subjectId, grade: textSchema(40).nullable(), materialId: subjectId, material: quantity, pieces: quantity }) }),
  z.object({ kind: z.literal('memberShare'), content: z.object({ bps }) }),
  z.object({ kind: z.literal('other'), content: z.object({ what: textSchema(1000) }) }),
]);
export type Decided = z.infer<typeof decidedSchema>;

const votes = z.int('Isi angka bulat. || A whole number.').min(0).max(500);
export const votesSchema = z.object({ agree: votes, against: votes, abstain: votes });

/** Takes a decision down, or puts it in the place of one that stands in the same open meeting (`decisionId`). */
export const decideInput = z.object({
  key: idempotencyKeySchema, id: idSchema, decisionId: idSchema.optional(), decided: decidedSchema, wording: textSchema(2000, 0), votes: votesSchema, from: meetingDay,
});
export const undecideInput = z.object({ id: idSchema, decisionId: idSchema });

export const problemSchema = z.object({ code: z.string(), text: bilingualSchema, where: z.string().nullable() });
export const quorumSchema = z.object({ eligible: z.int(), counted: z.int(), needed: z.int(), met: z.boolean() });
export const decisionView = z.object({
  id: idSchema, meetingId: idSchema, heldOn: z.string(), number: z.string().nullable(), decided: decidedSchema, label: bilingualSchema,
  /** What it says, with names: "IKS Rp 5.000 setiap rapat". */
  said: bilingualSchema,
  wording: z.string(), votes: votesSchema, from: z.string(), carried: z.boolean(), minutesClosed: z.boolean(),
});
export type DecisionView = z.infer<typeof decisionView>;
