import { idSchema, idempotencyKeySchema, isoDateSchema, pageInput, rupiahSchema, textSchema } from '@anyam/contract-kit';
import { checkView } from '@anyam/member/contract';
import { z } from 'zod';

export const STATES = ['candidate', 'formed', 'active', 'inactive', 'dissolved'] as const;
export const ACTIONS = ['form', 'withdraw', 'activate', 'deactivate', 'revive', 'dissolve'] as const;
export const TASKS = ['identity', 'place', 'officers', 'members', 'account', 'papers'] as const;
export const ROLES_IN_GROUP = ['chair', 'secretary', 'treasurer', 'member'] as const;
export const LEAVE_REASONS = ['resigned', 'deceased', 'moved', 'expelled', 'ineligible'] as const;
export const MINUTES_PURPOSES = ['officers', 'join', 'leave', 'business', 'account', 'dissolution', 'other'] as const;
/** Papers of a group's file; the first two are wanted before it is declared formed. */
export const PAPER_KINDS = ['attendance', 'domicile', 'bankBook', 'photo', 'other'] as const;

export const officeDate = isoDateSchema.refine((day) => day >= '1900-01-01' && day <= '2100-12-31', 'Tanggal harus antara 1900 dan 2100. || The date must be between 1900 and 2100.');
export const villageCode = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, 'Pilih desa dari daftar. || Choose a village from the list.');
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const area = z.string().regex(/^[\d.]{2,13}$/);
const digits16 = z.string().trim().regex(/^\d{16}$/, 'Harus 16 angka tanpa spasi. || Must be 16 digits without spaces.');
/** Ids of users are made by the sign-in: letters and figures. */
const userId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** When the caller last saw the record; bounded to what a timestamp column holds. */
const seenAt = z.date().min(new Date('2000-01-01')).max(new Date('2100-12-31'));
const optionalText = (max: number) => textSchema(max, 0).nullable().default(null);

export const groupFilter = z.object({
  q: textSchema(80, 0).optional(),
  districts: z.array(area).max(100).default([]),
  villages: z.array(area).max(300).default([]),
  business: z.array(textSchema(80, 0)).max(50).default([]),
  states: z.array(z.enum(STATES)).max(5).default([]),
  stages: z.array(code).max(30).default([]),
  facilitator: userId.optional(),
  fiscalYear: z.int().min(2000).max(2100).optional(),
  flags: z.array(code).max(20).default([]),
});
export const groupListInput = groupFilter.extend({
  ...pageInput.shape,
  sort: z.enum(['name', 'members', 'received', 'created']).default('name'),
  desc: z.boolean().default(false),
});
export const groupRow = z.object({
  id: idSchema, name: z.string(), villageCode: z.string(), villageName: z.string(), districtName: z.string(), business: z.string(),
  state: z.enum(STATES), aidStage: z.string(), members: z.number(), received: rupiahSchema, accounted: rupiahSchema,
  fiscalYear: z.number().nullable(), flags: z.array(z.string()), facilitatorName: z.string().nullable(), createdAt: z.date(),
});
export const groupPage = z.object({ rows: z.array(groupRow), total: z.number(), received: rupiahSchema });
const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number() }));
export const facetsOutput = z.object({
  total: z.number(), districtCount: z.number(), districts: facet, villages: facet, business: facet, states: facet, stages: facet, facilitators: facet, years: facet, flags: facet,
});

const bilingual = z.object({ id: z.string(), en: z.string() });
const blocker = z.object({ code: z.string(), text: bilingual, clearedBy: bilingual });
export const buttonView = z.object({ action: z.enum(ACTIONS), label: bilingual, to: z.enum(STATES), needs: z.array(z.string()), enabled: z.boolean(), blockers: z.array(blocker) });
export const memberOfGroup = z.object({
  membershipId: idSchema, personId: idSchema, name: z.string(), nik: z.string(), familyCard: z.string(), role: z.enum(ROLES_IN_GROUP), age: z.number(), sex: z.enum(['L', 'P']),
  villageName: z.string(), joinedOn: z.string(), leftOn: z.string().nullable(), leaveReason: z.string().nullable(), leaveNote: z.string().nullable(),
});
export const minutesView = z.object({
  id: idSchema, purpose: z.enum(MINUTES_PURPOSES), heldOn: z.string(), number: z.string().nullable(), present: z.number(), members: z.number(), decision: z.string(), fileId: idSchema.nullable(),
});
export const taskView = z.object({ key: z.enum(TASKS), label: bilingual, state: z.enum(['notOpened', 'incomplete', 'complete', 'notApplicable']), missing: z.array(z.object({ code: z.string(), label: bilingual })), note: z.string().nullable() });
export const paperView = z.object({ id: idSchema, kind: z.string(), fileId: idSchema, fileName: z.string(), addedAt: z.date() });
export const groupDetail = groupRow.extend({
  regencyCode: z.string(), districtCode: z.string(), address: z.string().nullable(), phone: z.string().nullable(), formedOn: z.string().nullable(),
  facilitatorId: z.string().nullable(), updatedAt: z.date(),
  account: z.object({ bank: z.string(), number: z.string(), holder: z.string(), signatories: z.array(idSchema), problems: z.array(bilingual) }).nullable(),
  officers: z.array(z.object({ role: z.enum(ROLES_IN_GROUP), personId: idSchema, name: z.string() })),
  memberships: z.array(memberOfGroup),
  minutes: z.array(minutesView),
  papers: z.array(paperView),
  tasks: z.array(taskView),
  buttons: z.array(buttonView),
  can: z.object({ write: z.boolean(), state: z.boolean(), reveal: z.boolean() }),
  quorum: z.number(),
  limits: z.object({ sizeMin: z.number(), sizeMax: z.number() }),
  facilitators: z.array(z.object({ id: z.string(), name: z.string() })),
  check: checkView.nullable(),
});

export const byId = z.object({ id: idSchema });
export const createInput = z.object({
  key: idempotencyKeySchema,
  name: textSchema(120, 2),
  villageCode,
  business: textSchema(80, 2),
  address: optionalText(300),
  phone: optionalText(30),
});
export const minutesInput = z.object({
  heldOn: officeDate,
  number: optionalText(60),
  present: z.int().min(0).max(500),
  decision: textSchema(2000, 3),
  fileId: idSchema.nullable().default(null),
});
const seen = { id: idSchema, seenAt };
export const saveTaskInput = z.discriminatedUnion('task', [
  z.object({ ...seen, task: z.literal('identity'), name: textSchema(120, 2), business: textSchema(80, 2), formedOn: officeDate.nullable(), minutes: minutesInput.optional() }),
  z.object({ ...seen, task: z.literal('place'), villageCode, address: optionalText(300), phone: optionalText(30), facilitatorId: userId.nullable() }),
  z.object({ ...seen, task: z.literal('officers'), chair: idSchema, secretary: idSchema, treasurer: idSchema, on: officeDate, minutes: minutesInput }),
  z.object({ ...seen, task: z.literal('account'), bank: textSchema(80, 2), number: z.string().trim().min(5).max(30).regex(/^[\d .-]+$/, 'Hanya angka, titik, spasi, atau strip. || Digits, dots, blanks or hyphens only.').nullable(), holder: textSchema(120, 2), signatories: z.array(idSchema).max(3) }),
  z.object({ ...seen, task: z.literal('members') }),
  z.object({ ...seen, task: z.literal('papers'), kind: z.enum(PAPER_KINDS), fileId: idSchema }),
]);
export const markTaskInput = z.object({ id: idSchema, task: z.enum(TASKS), notApplicable: z.boolean(), note: optionalText(300) });
export const transitionInput = z.object({
  id: idSchema,
  from: z.enum(STATES),
  action: z.enum(ACTIONS),
  reason: textSchema(1000, 3).optional(),
  on: officeDate.optional(),
  minutes: minutesInput.optional(),
  assetsDecided: z.boolean().default(false),
  fundDecided: z.boolean().default(false),
});
/**
 * Many candidates declared formed by one recap of minutes (rule 3) at which all members attended. Where the file lacks them: chair
 * and treasurer sign for the account, the chair's address is the group's, one scan is attendance list and letter of the village.
 */
export const formManyInput = z.object({
  key: idempotencyKeySchema, ids: z.array(idSchema).min(1).max(200), on: officeDate, number: optionalText(60), decision: textSchema(2000, 3), minutesFileId: idSchema.nullable(), papersFileId: idSchema.nullable(),
  officersSign: z.boolean(), chairAddress: z.boolean(), dryRun: z.boolean(),
});
export const formManyOutput = z.object({ rows: z.array(z.object({ id: idSchema, name: z.string(), ok: z.boolean(), why: z.array(bilingual) })), done: z.int() });
export const personInput = z.object({
  nationalId: digits16, familyCardNo: digits16, name: textSchema(120, 2), birthPlace: optionalText(80), birthDate: officeDate, sex: z.enum(['L', 'P']),
  villageCode, address: optionalText(300), phone: optionalText(30), occupation: optionalText(80), married: z.boolean().nullable().default(null),
});
export const joinInput = z.object({ key: idempotencyKeySchema, id: idSchema, person: personInput, on: officeDate, minutes: minutesInput.optional() });
export const leaveInput = z.object({ id: idSchema, membershipId: idSchema, on: officeDate, reason: z.enum(LEAVE_REASONS), note: optionalText(500), minutes: minutesInput });
export const addMinutesInput = z.object({ key: idempotencyKeySchema, id: idSchema, purpose: z.enum(MINUTES_PURPOSES), minutes: minutesInput });
export const timelineInput = z.object({ id: idSchema, before: z.bigint().min(0n).max(9_000_000_000_000_000_000n).optional() });
export const timelinePage = z.object({
  entries: z.array(z.object({
    id: z.bigint(), at: z.date(), actorName: z.string(), action: z.string(), entity: z.string(), reason: z.string().nullable(),
    changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  })),
  next: z.bigint().nullable(),
});
export const revealInput = z.object({ id: idSchema, purpose: textSchema(300, 5) });
export const revealOutput = z.object({ accountNumber: z.string().nullable(), phone: z.string().nullable() });
export const checkInput = z.object({ id: idSchema, asOf: officeDate.optional() });
export const duplicatesInput = z.object({ page: z.int().min(1).max(4000).default(1), pageSize: z.union([z.literal(25), z.literal(50)]).default(25) });
export const duplicateSide = groupRow.extend({ address: z.string().nullable(), phone: z.string().nullable(), account: z.string().nullable(), chair: z.string().nullable() });
export const duplicatesPage = z.object({ rows: z.array(z.object({ score: z.number(), reasons: z.array(z.string()), first: duplicateSide, second: duplicateSide })), total: z.number() });
export const decideInput = z
  .object({ firstId: idSchema, secondId: idSchema, decision: z.enum(['kept', 'merged']), keepId: idSchema.optional(), reason: textSchema(500, 3) })
  .refine((i) => i.firstId !== i.secondId, { path: ['secondId'], message: 'Pilih dua kelompok yang berbeda. || Choose two different groups.' })
  .refine((i) => i.decision === 'kept' || i.keepId === i.firstId || i.keepId === i.secondId, { path: ['keepId'], message: 'Pilih kelompok yang dipertahankan. || Choose the group to keep.' });
export const exportInput = groupFilter.extend({ sort: z.enum(['name', 'members', 'received', 'created']).default('name'), desc: z.boolean().default(false), language: z.enum(['id', 'en']).default('id') });
export const exportOutput = z.object({ fileName: z.string(), base64: z.string(), rows: z.number() });
export const viewRow = z.object({ id: idSchema, name: z.string(), query: z.string() });
export const viewsInput = z.object({ screen: code });
export const saveViewInput = z.object({ screen: code, name: textSchema(40), query: textSchema(2000, 0) });
export const businessesOutput = z.array(z.string());
