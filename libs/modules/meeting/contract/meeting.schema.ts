import { idempotencyKeySchema, idSchema, pageInput, textSchema } from '@anyam/contract-kit';
import { z } from 'zod';
import { bilingualSchema, decisionView, meetingDay, problemSchema, quorumSchema } from './decision.schema.ts';

export const MEETING_STATES = ['scheduled', 'open', 'closed', 'cancelled'] as const;
export const MEETING_ACTIONS = ['move', 'open', 'close', 'reopen', 'cancel'] as const;
export const ATTENDED = ['present', 'represented', 'excused', 'absent'] as const;
export const CHOICE_SOURCES = ['product', 'material', 'loan'] as const;
export type ChoiceSource = (typeof CHOICE_SOURCES)[number];

const area = z.string().regex(/^[\d.]{2,13}$/);
const weekday = z.int().min(0).max(6);
export const rhythmSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dayOfMonth'), day: z.int().min(1).max(31) }),
  z.object({ kind: z.literal('weekdayOfMonth'), weekday, nth: z.int().min(1).max(4) }),
  z.object({ kind: z.literal('weekly'), weekday }),
  z.object({ kind: z.literal('selapan'), anchor: meetingDay }),
]);
export const quorumRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), percent: z.int().min(1).max(100) }),
  z.object({ kind: z.literal('number'), number: z.int().min(1).max(500) }),
]);
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Tulis jam seperti 19:30. || Write the time like 19:30.');

export const byId = z.object({ id: idSchema });
export const byGroup = z.object({ groupId: idSchema });

/** `revision` is the one the person saw; 0 when there was none yet. */
export const saveScheduleInput = z.object({
  groupId: idSchema, revision: z.int().min(0).max(1_000_000), rhythm: rhythmSchema.nullable(), beginsAt: clockTime.nullable(), place: textSchema(200, 0), quorum: quorumRuleSchema.nullable(),
});
/** Without a day: as many next meetings by the schedule as are planned ahead. With one: an extra meeting. */
export const planInput = z.object({ key: idempotencyKeySchema, groupId: idSchema, on: meetingDay.optional() });
/** A step of a meeting's life. `to` with move, `reason` where the flow needs one; `expectedState` is the state the person saw. */
export const actInput = z.object({
  key: idempotencyKeySchema, id: idSchema, action: z.enum(MEETING_ACTIONS), expectedState: z.enum(MEETING_STATES), to: meetingDay.optional(), reason: textSchema(500, 3).optional(),
});
export const actOutput = z.object({ id: idSchema, state: z.enum(MEETING_STATES), number: z.string().nullable() });
/** `state` null takes a mark away. */
export const markSchema = z.object({ memberId: idSchema, state: z.enum(ATTENDED).nullable(), representative: textSchema(120, 0).nullable().default(null) });
export const attendanceInput = z.object({ id: idSchema, marks: z.array(markSchema).min(1).max(200) });
export const saveMinutesInput = z.object({
  id: idSchema, revision: z.int().min(0).max(1_000_000), beginsAt: clockTime.nullable(), place: textSchema(200, 0), agenda: z.array(textSchema(300, 0)).max(30), notes: textSchema(20_000, 0),
  leaderId: idSchema.nullable(), writerId: idSchema.nullable(),
});
export const revisionOutput = z.object({ revision: z.int() });
export const addGuestInput = z.object({ key: idempotencyKeySchema, groupId: idSchema, meetingId: idSchema.nullable().default(null), on: meetingDay, name: textSchema(120, 2), origin: textSchema(160, 0), purpose: textSchema(500, 0) });
export const guestView = z.object({ id: idSchema, meetingId: idSchema.nullable(), on: z.string(), name: z.string(), origin: z.string(), purpose: z.string() });
export const booksInput = z.object({ groupId: idSchema, year: z.int().min(2000).max(2100) });
export const booksOutput = z.object({
  groupName: z.string(), villageName: z.string(), years: z.array(z.int()),
  meetings: z.array(z.object({ id: idSchema, heldOn: z.string(), number: z.string().nullable() })),
  /** One row a member; `marks` in the order of the meetings, null where the member was not marked. */
  attendance: z.array(z.object({ memberId: idSchema, name: z.string(), marks: z.array(z.enum(ATTENDED).nullable()) })),
  guests: z.array(guestView),
});

const button = z.object({
  action: z.enum(MEETING_ACTIONS), label: bilingualSchema, to: z.enum(MEETING_STATES), needs: z.array(z.string()), enabled: z.boolean(),
  blockers: z.array(z.object({ code: z.string(), text: bilingualSchema, clearedBy: bilingualSchema })),
});
export const meetingRow = z.object({
  id: idSchema, state: z.enum(MEETING_STATES), plannedOn: z.string().nullable(), heldOn: z.string(), moveReason: z.string().nullable(), beginsAt: z.string().nullable(), place: z.string(),
  number: z.string().nullable(), present: z.int(), members: z.int(), decisions: z.int(),
});
export const groupMeetings = z.object({
  group: z.object({ id: idSchema, name: z.string(), villageName: z.string(), districtName: z.string(), members: z.int() }),
  schedule: z.object({ revision: z.int(), rhythm: rhythmSchema.nullable(), beginsAt: z.string().nullable(), place: z.string(), quorum: quorumRuleSchema.nullable() }),
  /** What the rule set asks for where the group has no rule of its own. */
  rules: z.object({ quorumPercent: z.int(), gapDays: z.int() }),
  today: z.string(), lastHeldOn: z.string().nullable(),
  /** Scheduled and open ones by day; those of the past were missed. */
  coming: z.array(meetingRow), past: z.array(meetingRow), pastTotal: z.int(),
  inForce: z.array(decisionView),
  can: z.object({ write: z.boolean() }),
});
export const meetingMember = z.object({
  memberId: idSchema, name: z.string(), role: z.enum(['chair', 'secretary', 'treasurer', 'member']), state: z.enum(ATTENDED).nullable(), representative: z.string().nullable(),
  /** Not among the members of that day: the mark must go, the person belongs in the guest book. */
  stranger: z.boolean(),
});
export const choiceView = z.object({ id: z.string(), label: z.string(), hint: z.string().nullable(), memberId: z.string().nullable() });
export const meetingDetail = meetingRow.extend({
  group: z.object({ id: idSchema, name: z.string(), villageName: z.string(), districtName: z.string() }),
  revision: z.int(), entries: z.int(), agenda: z.array(z.string()), notes: z.string(), leaderId: idSchema.nullable(), writerId: idSchema.nullable(), today: z.string(),
  people: z.array(meetingMember), quorum: quorumSchema, quorumRule: quorumRuleSchema.nullable(), quorumPercent: z.int(),
  decided: z.array(decisionView.extend({ quorum: quorumSchema })),
  problems: z.array(problemSchema), guests: z.array(guestView),
  /** What a decision may name, where the module that keeps it offers it. */
  choices: z.object({ product: z.array(choiceView).nullable(), material: z.array(choiceView).nullable(), loan: z.array(choiceView).nullable() }),
  purposes: z.array(z.string()),
  /** Officers decided here that the group's file does not show yet. */
  officersToApply: z.array(z.object({ role: z.enum(['chair', 'secretary', 'treasurer']), memberId: idSchema, name: z.string(), before: z.string().nullable() })),
  buttons: z.array(button), can: z.object({ write: z.boolean(), officers: z.boolean() }),
});

export const VIEWS = ['coming', 'missed', 'open', 'closed'] as const;
export const meetingFilter = z.object({
  view: z.enum(VIEWS).default('coming'), q: textSchema(80, 0).optional(), districts: z.array(area).max(100).default([]), from: meetingDay.optional(), to: meetingDay.optional(),
});
export const meetingListInput = meetingFilter.extend(pageInput.shape);
export const listRow = z.object({
  id: idSchema, groupId: idSchema, groupName: z.string(), villageName: z.string(), districtName: z.string(), facilitatorName: z.string().nullable(), state: z.enum(MEETING_STATES),
  heldOn: z.string(), moved: z.boolean(), beginsAt: z.string().nullable(), place: z.string(), number: z.string().nullable(), present: z.int(), members: z.int(), decisions: z.int(),
});
export const meetingPage = z.object({ rows: z.array(listRow), total: z.int(), today: z.string() });
export const silentInput = z.object({ q: textSchema(80, 0).optional(), districts: z.array(area).max(100).default([]), ...pageInput.shape });
export const silentRow = z.object({
  groupId: idSchema, groupName: z.string(), villageName: z.string(), districtName: z.string(), facilitatorName: z.string().nullable(), lastHeldOn: z.string().nullable(), days: z.int().nullable(),
  scheduled: z.boolean(), nextOn: z.string().nullable(),
});
export const silentPage = z.object({ rows: z.array(silentRow), total: z.int(), gapDays: z.int() });
export const countsOutput = z.object({ coming: z.int(), missed: z.int(), open: z.int(), silent: z.int(), districts: z.array(z.object({ value: z.string(), label: z.string() })) });
export const exportInput = meetingFilter.extend({ language: z.enum(['id', 'en']).default('id') });
export const exportOutput = z.object({ fileName: z.string(), base64: z.string(), rows: z.int() });
