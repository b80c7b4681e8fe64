import { idSchema, textSchema } from '@anyam/contract-kit';
import { ATTENDANCE_STATES } from '@anyam/domain/meeting';
import { REJECT_REASONS } from '@anyam/domain/production';
import { z } from 'zod';
import { amount, bilingual, decisionView, iksRateView, keyed, positiveAmount, roleInGroup } from './common.schema.ts';

const quantity = z.number().int().min(0, 'Tidak boleh kurang dari nol. || Not less than zero.').max(1_000_000_000);

/** Goods of one product and grade that a member hands in, in base units: accepted and rejected sum to what was handed in. */
export const sheetDeposit = z.object({
  productId: idSchema, grade: textSchema(40).nullable(), handedIn: quantity.min(1), accepted: quantity, rejected: quantity.default(0),
  rejectReason: z.enum(REJECT_REASONS).nullable().default(null), note: textSchema(300, 0).nullable().default(null),
});
/** One member's row as typed: zero and empty where nothing is brought. */
export const sheetRowInput = z.object({
  memberId: idSchema,
  attendance: z.enum(ATTENDANCE_STATES).nullable().default(null),
  representative: textSchema(120, 0).nullable().default(null),
  deposits: z.array(sheetDeposit).max(20).default([]),
  iks: amount.default(0n),
  voluntary: amount.default(0n),
  instalments: z.array(z.object({ loanId: idSchema, amount: positiveAmount })).max(10).default([]),
});
export const postSheetInput = z.object({ ...keyed, meetingId: idSchema, rows: z.array(sheetRowInput).min(1).max(100) });
export const postSheetOutput = z.object({
  meetingId: z.string(), entries: z.number().int(),
  /** One a deposit; wholly rejected goods make no lot. */
  lots: z.array(z.object({ memberId: z.string(), depositId: z.string(), lotId: z.string().nullable(), lotCode: z.string().nullable() })),
});

export const sheetLoan = z.object({
  loanId: z.string(), what: z.string(),
  /** Overdue or due by the day of the meeting, what the next instalment asks when nothing is, and all that is owed. */
  due: z.bigint(), next: z.bigint(), nextDue: z.string().nullable(), owed: z.bigint(),
});
export const sheetEntry = z.object({
  id: z.string(), memberId: z.string(), memberName: z.string(), kind: z.enum(['iks', 'voluntary', 'instalment']), amount: z.bigint(), loanId: z.string().nullable(),
  at: z.date(), actorName: z.string(), reversed: z.object({ reason: z.string(), at: z.date() }).nullable(),
});
export const sheetView = z.object({
  meeting: z.object({ id: z.string(), groupId: z.string(), groupName: z.string(), on: z.string(), state: z.string(), open: z.boolean() }),
  rate: iksRateView.nullable(),
  products: z.array(z.object({
    id: z.string(), name: z.string(), grades: z.array(z.string()), baseUnit: z.string(), units: z.array(z.object({ name: z.string(), factor: z.number() })),
  })),
  rows: z.array(z.object({
    memberId: z.string(), name: z.string(), role: roleInGroup, attendance: z.enum(ATTENDANCE_STATES).nullable(),
    /** Rupiah that the rate asks at this meeting and that is not paid yet. */
    iksDue: z.bigint(), iks: z.bigint(), voluntary: z.bigint(), loans: z.array(sheetLoan),
    /** What was posted for the member in this meeting. */
    posted: z.object({ iks: z.bigint(), voluntary: z.bigint(), instalment: z.bigint() }),
  })),
  entries: z.array(sheetEntry),
  cash: z.bigint(),
  writable: z.boolean(),
});

/** What is read out after a closed meeting, with the names in it. */
export const readAloudView = z.object({
  meeting: z.object({ id: z.string(), groupId: z.string(), groupName: z.string(), villageName: z.string(), on: z.string(), dayName: bilingual, state: z.string() }),
  attendance: z.object({ present: z.number(), represented: z.number(), excused: z.number(), absent: z.number() }),
  savers: z.array(z.object({ name: z.string(), iks: z.bigint(), voluntary: z.bigint(), instalment: z.bigint(), total: z.bigint() })),
  totals: z.object({ iks: z.bigint(), voluntary: z.bigint(), instalment: z.bigint(), total: z.bigint() }),
  helped: z.array(z.object({ name: z.string(), what: z.string(), amount: z.bigint() })),
  helpTotal: z.bigint(),
  /** Sales accepted by buyers since the meeting before this one. */
  soldSince: z.string().nullable(),
  sold: z.array(z.object({ name: z.string(), amount: z.bigint() })),
  soldTotal: z.bigint(),
  decided: z.array(decisionView.pick({ id: true, wording: true }).extend({ carried: z.boolean() })),
  fund: z.bigint(),
});
