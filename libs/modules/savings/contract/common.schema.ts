import { idempotencyKeySchema, idSchema, isoDateSchema, textSchema } from '@anyam/contract-kit';
import type { Need, Tone } from '@anyam/domain/kernel';
import { z } from 'zod';

export const bilingual = z.object({ id: z.string(), en: z.string() });

/** The most one field of money may hold: Rp 1 trillion, so that sums stay far under what bigint columns hold. */
const MONEY_MAX = 1_000_000_000_000n;
export const amount = z.bigint().min(0n, 'Tidak boleh kurang dari nol. || Not less than zero.').max(MONEY_MAX, 'Terlalu besar. || Too large.');
export const positiveAmount = amount.min(1n, 'Harus lebih dari nol. || Must be more than zero.');
export const day = isoDateSchema.refine((d) => d >= '1990-01-01' && d <= '2100-12-31', 'Tanggal di luar jangkauan. || The date is out of range.');
export const note = textSchema(500, 0).nullable().default(null);
export const reason = textSchema(500, 3);
/** Where the group keeps money. */
export const purse = z.enum(['cash', 'bank']);

export const byId = z.object({ id: idSchema });
export const byGroup = z.object({ groupId: idSchema });
export const byMeeting = z.object({ meetingId: idSchema });
/** Every write carries one: a repeated click does nothing twice. */
export const keyed = { key: idempotencyKeySchema };

const needs: [Need, ...Need[]] = ['reason', 'password', 'minutes', 'evidence', 'number', 'date', 'amount'];
const tones: [Tone, ...Tone[]] = ['neutral', 'info', 'warn', 'ok', 'bad'];
/** Why something cannot be done, its places filled, and who can clear it. */
export const blockerView = z.object({ code: z.string(), text: bilingual, clearedBy: bilingual });
export const buttonView = z.object({
  action: z.string(), label: bilingual, to: z.string(), needs: z.array(z.enum(needs)), enabled: z.boolean(), blockers: z.array(blockerView),
});
export const stateView = z.object({ key: z.string(), label: bilingual, tone: z.enum(tones) });
export const stepView = z.object({ action: z.string(), label: bilingual, to: bilingual, actorName: z.string(), at: z.date(), note: z.string().nullable() });
/** Something to look at; `where` names the loan or member it is about. */
export const findingView = z.object({ code: z.string(), title: bilingual, text: bilingual, where: z.string().nullable() });

/** A decision as a person chooses or reads it. */
export const decisionView = z.object({ id: z.string(), kind: z.string(), wording: z.string(), heldOn: z.string(), meetingId: z.string() });
export const iksRateView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount'), amount: z.bigint(), every: z.enum(['meeting', 'month']) }),
  z.object({ kind: z.literal('proceeds'), bps: z.number().int() }),
]);
export const ROLES_IN_GROUP = ['chair', 'secretary', 'treasurer', 'member'] as const;
export const roleInGroup = z.enum(ROLES_IN_GROUP);
