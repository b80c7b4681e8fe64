import { idempotencyKeySchema, idSchema, pageInput, pageOf, textSchema } from '@anyam/contract-kit';
import { dealFlow } from '@anyam/domain/marketplace-broker';
import { z } from 'zod';
import {
  amountSchema, areaSchema, bilingualSchema, buttonView, countSchema, daySchema, deductionsView, findingView, goodsView, gradePrice, gradeSchema, keysOf, noteSchema, priceSchema, purseSchema,
  quantitySchema, reasonSchema, searchSchema, toneSchema,
} from './common.schema.ts';

export const dealStateSchema = z.enum(keysOf(dealFlow.states));
export const feeSchema = z.union([
  z.object({ kind: z.literal('fixed'), amount: priceSchema, bearer: z.enum(['group', 'party']) }),
  z.object({ kind: z.literal('bps'), rateBps: z.number().int().min(0).max(10_000), bearer: z.enum(['group', 'party']) }),
]);
/** What is agreed and then frozen; prices per base unit, the best grade first. */
export const termsInput = z.object({
  unit: z.object({ name: textSchema(40), factor: quantitySchema }),
  prices: z.array(gradePrice).min(1, 'Isi harga paling sedikit satu mutu. || Price at least one grade.').max(12),
  fee: feeSchema.nullable(),
  setOffLimit: z.bigint().min(0n, 'Tidak boleh kurang dari nol. || Not less than zero.').max(100_000_000_000n, 'Terlalu besar. || Too large.'),
  payWithinDays: z.number().int().min(0).max(365),
});
export const lineInput = z.object({ lotId: idSchema, quantity: quantitySchema });
export const bidInput = z.object({
  key: idempotencyKeySchema, groupId: idSchema, partyId: idSchema, offerId: idSchema.nullable(), needId: idSchema.nullable(), productId: idSchema,
  lines: z.array(lineInput).min(1, 'Pilih paling sedikit satu lot. || Choose at least one lot.').max(200), terms: termsInput, note: noteSchema,
});
export const reviseInput = z.object({ key: idempotencyKeySchema, id: idSchema, lines: z.array(lineInput).min(1).max(200), terms: termsInput, note: noteSchema });

/** Steps that need nothing beside reason and day. */
export const PLAIN_ACTIONS = ['agree', 'send', 'payUp', 'complete', 'cancel', 'withdraw', 'dispute'] as const;
const step = { key: idempotencyKeySchema, id: idSchema, expectedState: dealStateSchema };
export const actInput = z.object({ ...step, action: z.enum(PLAIN_ACTIONS), reason: reasonSchema.optional(), on: daySchema.optional() });
/** The buyer's count: the receipt, or in a dispute the corrected one (then with a reason). Without counts the dispute ends as it was. */
export const countInput = z.object({
  ...step, on: daySchema, reason: reasonSchema.optional(),
  counts: z.array(z.object({ lotId: idSchema, accepted: z.array(z.object({ grade: gradeSchema, quantity: countSchema })).max(12), refused: countSchema })).max(200),
});
export const settleInput = z.object({ ...step, kind: z.enum(['payment', 'setOff']), amount: amountSchema, on: daySchema, into: purseSchema });
export const takeBackInput = z.object({ ...step, settlementId: idSchema, reason: reasonSchema, on: daySchema });
export const shareInput = z.object({ key: idempotencyKeySchema, id: idSchema, on: daySchema, meetingId: idSchema.nullable(), expectedAmount: amountSchema, expectedNet: z.bigint().min(0n).max(100_000_000_000n) });
/** Slips are paid out: what is left of each, or an amount of one. */
export const payOutInput = z.object({
  key: idempotencyKeySchema, shareId: idSchema, memberIds: z.array(idSchema).min(1).max(100), amount: amountSchema.optional(), on: daySchema, outOf: purseSchema,
}).refine((v) => v.amount === undefined || v.memberIds.length === 1, { path: ['amount'], message: 'Jumlah sebagian hanya untuk satu anggota. || An amount in part is for one member.' });
export const reverseShareInput = z.object({ key: idempotencyKeySchema, shareId: idSchema, reason: reasonSchema, on: daySchema });
export const reversePayoutInput = z.object({ key: idempotencyKeySchema, payoutId: idSchema, reason: reasonSchema, on: daySchema });
export const doneSchema = z.object({ id: z.string(), state: z.string() });

export const dealFilter = z.object({
  q: searchSchema, states: z.array(dealStateSchema).max(9).optional(), productId: idSchema.optional(), partyId: idSchema.optional(), groupId: idSchema.optional(),
  district: areaSchema.optional(), overdue: z.boolean().optional(),
});
const dealOrder = { sort: z.enum(['changed', 'value', 'due', 'group', 'party']).default('changed'), desc: z.boolean().default(true) };
export const dealListInput = pageInput.extend({ ...dealFilter.shape, ...dealOrder });
export const dealExportInput = dealFilter.extend({ ...dealOrder, language: z.enum(['id', 'en']).default('id') });
export const stateCount = z.object({ state: dealStateSchema, count: z.number().int() });
export const dealRow = z.object({
  id: z.string(), groupId: z.string(), groupName: z.string(), placeName: z.string(), partyId: z.string(), partyName: z.string(), productName: z.string(), unit: z.string(), quantity: z.number(),
  state: dealStateSchema, expected: z.bigint(), due: z.bigint(), settled: z.bigint(), remaining: z.bigint(), unshared: z.bigint(), dueOn: z.string().nullable(), daysLate: z.number().int(), changedAt: z.date(),
});
export const dealPage = pageOf(dealRow).extend({ counts: z.array(stateCount), remaining: z.bigint() });

export const acceptedView = z.object({ grade: z.string(), quantity: z.number(), price: z.bigint() });
export const dealLineView = z.object({
  lotId: z.string(), lotCode: z.string(), memberId: z.string().nullable(), memberName: z.string().nullable(), grade: z.string(), quantity: z.number(),
  accepted: z.array(acceptedView).nullable(), refused: z.number(), short: z.number(), downgraded: z.number(), value: z.bigint(), due: z.bigint(), already: z.bigint(),
});
export const settlementView = z.object({
  id: z.string(), kind: z.enum(['payment', 'setOff']), amount: z.bigint(), on: z.string(), purse: purseSchema.nullable(), takesBack: z.string().nullable(), takenBack: z.boolean(), byName: z.string(),
});
export const slipLineView = z.object({ key: z.string(), amount: z.bigint(), text: bilingualSchema });
export const payoutView = z.object({
  id: z.string(), on: z.string(), amount: z.bigint(), purse: purseSchema, takesBack: z.string().nullable(), takenBack: z.boolean(), reason: z.string().nullable(), byName: z.string(),
});
export const memberShareView = z.object({
  memberId: z.string(), memberName: z.string(), gross: z.bigint(), taken: deductionsView, stillOwed: deductionsView, net: z.bigint(), slip: z.array(slipLineView),
  /** What was paid of the net and what is left; each payment, those taken back too. */
  paidOut: z.bigint(), left: z.bigint(), payouts: z.array(payoutView),
});
export const shareView = z.object({
  id: z.string(), on: z.string(), amount: z.bigint(), net: z.bigint(), members: z.array(memberShareView), reversed: z.object({ on: z.string(), reason: z.string(), byName: z.string() }).nullable(),
});
export const sharePreview = z.object({ amount: z.bigint(), net: z.bigint(), taken: deductionsView, members: z.array(memberShareView), iksRate: bilingualSchema });
export const dealDetail = z.object({
  id: z.string(), state: dealStateSchema, stateLabel: bilingualSchema, tone: toneSchema,
  group: z.object({ id: z.string(), name: z.string(), placeName: z.string() }), party: z.object({ id: z.string(), name: z.string(), phone: z.string().nullable(), blocked: z.string().nullable() }),
  product: goodsView, offerId: z.string().nullable(), note: z.string().nullable(),
  terms: termsInput, lines: z.array(dealLineView),
  goods: z.bigint(), fee: z.bigint(), expected: z.bigint(), due: z.bigint(), paid: z.bigint(), setOff: z.bigint(), remaining: z.bigint(), shared: z.bigint(), unshared: z.bigint(),
  /** What the group owes this party, and what of it may be set off now. */
  owedToParty: z.bigint(), setOffAllowed: z.bigint(),
  agreedOn: z.string().nullable(), sentOn: z.string().nullable(), receivedOn: z.string().nullable(), dueOn: z.string().nullable(), daysLate: z.number().int(),
  settlements: z.array(settlementView), shares: z.array(shareView), findings: z.array(findingView),
  prices: z.array(z.object({ grade: z.string(), price: z.bigint(), median: z.bigint().nullable(), deals: z.number().int(), percent: z.number().nullable(), last: z.bigint().nullable() })),
  buttons: z.array(buttonView), mayPay: z.boolean(), maySell: z.boolean(),
  /** The bid may still be changed by the caller; a broker changes only what it wrote itself. */
  mayRevise: z.boolean(),
  steps: z.array(z.object({ id: z.string(), label: bilingualSchema, to: z.string(), actorName: z.string(), at: z.date(), note: z.string().nullable() })),
});
/** Bids on one offer side by side. */
export const compareInput = z.object({ groupId: idSchema, offerId: idSchema.optional() });
export const bidView = z.object({
  dealId: z.string(), offerId: z.string().nullable(), partyId: z.string(), partyName: z.string(), blocked: z.boolean(), quantity: z.number(), unit: z.string(), prices: z.array(gradePrice),
  goods: z.bigint(), fee: z.bigint(), due: z.bigint(), payWithinDays: z.number().int(), setOffLimit: z.bigint(), km: z.number().nullable(),
  pastDeals: z.number().int(), lateDeals: z.number().int(), mostLate: z.number().int(), unpaid: z.bigint(), best: z.boolean(), findings: z.array(findingView), at: z.date(),
});
