import { idSchema, isoDateSchema, pageInput, pageOf, textSchema } from '@anyam/contract-kit';
import { z } from 'zod';

const officeDate = isoDateSchema.refine((day) => day >= '1900-01-01' && day <= '2100-12-31', 'Tanggal harus antara 1900 dan 2100. || The date must be between 1900 and 2100.');
export const digits16 = z.string().trim().regex(/^\d{16}$/, 'Harus 16 angka tanpa spasi. || Must be 16 digits without spaces.');
export const villageSchema = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, 'Pilih desa dari daftar. || Choose a village from the list.');
export const ROLE_CODES = ['chair', 'secretary', 'treasurer', 'member'] as const;
export const bilingualSchema = z.object({ id: z.string(), en: z.string() });

export const memberListInput = pageInput.extend({
  q: textSchema(80, 0).optional(),
  villages: z.array(z.string().regex(/^[\d.]{2,13}$/)).max(300).default([]),
  districts: z.array(z.string().regex(/^[\d.]{2,13}$/)).max(100).default([]),
  status: z.enum(['all', 'active', 'former']).default('all'),
  sort: z.enum(['name', 'village', 'birthDate']).default('name'),
  desc: z.boolean().default(false),
});
/** A person as lists show it: numbers masked, always. */
export const personBrief = z.object({
  id: idSchema,
  name: z.string(),
  nik: z.string(),
  familyCard: z.string(),
  birthDate: z.string(),
  sex: z.enum(['L', 'P']),
  villageCode: z.string(),
  villageName: z.string(),
  districtName: z.string(),
  groupId: idSchema.nullable(),
  groupName: z.string().nullable(),
  role: z.enum(ROLE_CODES).nullable(),
});
export const memberPage = pageOf(personBrief);

/** The list as filtered. `purpose` asks for full numbers, which only who may reveal them gets; it goes into the log. */
export const exportInput = memberListInput
  .omit({ page: true, pageSize: true })
  .extend({ language: z.enum(['id', 'en']).default('id'), purpose: textSchema(300, 5).optional() });
export const exportOutput = z.object({ fileName: z.string(), base64: z.string(), rows: z.number() });

export const memberDetail = personBrief.extend({
  birthPlace: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  occupation: z.string().nullable(),
  married: z.boolean().nullable(),
  updatedAt: z.date(),
  can: z.object({ write: z.boolean(), reveal: z.boolean() }),
  memberships: z.array(z.object({
    id: idSchema, groupId: idSchema.nullable(), groupName: z.string().nullable(), role: z.enum(ROLE_CODES), joinedOn: z.string(), leftOn: z.string().nullable(),
    leaveReason: z.string().nullable(), leaveNote: z.string().nullable(), received: z.bigint(), inReach: z.boolean(),
  })),
  priorAid: z.array(z.object({ year: z.number(), programme: z.string(), amount: z.bigint().nullable(), period: z.string() })),
  register: z.object({ period: z.string(), decile: z.number().nullable(), status: z.string() }).nullable(),
  history: z.array(z.object({ at: z.date(), actorName: z.string(), action: z.string(), reason: z.string().nullable(), fields: z.array(z.string()) })),
});

export const revealInput = z.object({ id: idSchema, purpose: textSchema(300, 5) });
export const revealOutput = z.object({ nik: z.string(), familyCard: z.string(), phone: z.string().nullable() });

export const updatePersonInput = z.object({
  id: idSchema,
  /** When the caller last saw the record; bounded to what a timestamp column holds. */
  seenAt: z.date().min(new Date('2000-01-01')).max(new Date('2100-12-31')),
  reason: textSchema(500, 3),
  name: textSchema(120, 2),
  nationalId: digits16.optional(),
  familyCardNo: digits16.optional(),
  birthPlace: textSchema(80, 0).nullable(),
  birthDate: officeDate,
  sex: z.enum(['L', 'P']),
  villageCode: villageSchema,
  address: textSchema(300, 0).nullable(),
  phone: textSchema(30, 0).nullable(),
  occupation: textSchema(80, 0).nullable(),
  married: z.boolean().nullable(),
});

export const lookupInput = z.object({ nationalId: digits16, familyCardNo: digits16.optional(), groupId: idSchema.optional() });
export const lookupOutput = z.object({
  /** Someone of the caller's own area with this NIK. */
  person: personBrief.nullable(),
  /** In a living group that is not the asked one. Nothing else is told of it. */
  memberElsewhere: z.boolean(),
  /** Another person of this family card is in a living group. */
  familyElsewhere: z.boolean(),
  /** What the NIK itself says, to fill in the form. */
  birthDate: z.string().nullable(),
  sex: z.enum(['L', 'P']).nullable(),
});

export const duplicateSide = personBrief.extend({ address: z.string().nullable(), phone: z.string().nullable(), occupation: z.string().nullable() });
export const duplicatePair = z.object({ score: z.number(), reasons: z.array(z.string()), first: duplicateSide, second: duplicateSide });
export const duplicatesInput = z.object({ page: z.int().min(1).max(4000).default(1), pageSize: z.union([z.literal(25), z.literal(50)]).default(25) });
export const duplicatesPage = pageOf(duplicatePair);
export const decideInput = z
  .object({ firstId: idSchema, secondId: idSchema, decision: z.enum(['kept', 'merged']), keepId: idSchema.optional(), reason: textSchema(500, 3) })
  .refine((i) => i.firstId !== i.secondId, { path: ['secondId'], message: 'Pilih dua data yang berbeda. || Choose two different records.' })
  .refine((i) => i.decision === 'kept' || i.keepId === i.firstId || i.keepId === i.secondId, { path: ['keepId'], message: 'Pilih data yang dipertahankan. || Choose the record to keep.' });

export const MOMENTS = ['draft', 'submission', 'decree', 'payment'] as const;
export const findingView = z.object({
  code: z.string(),
  severity: z.enum(['block', 'warn']),
  field: z.string(),
  text: bilingualSchema,
  personId: z.string().nullable(),
  personName: z.string().nullable(),
});
export const checkView = z.object({
  id: idSchema,
  moment: z.enum(MOMENTS),
  asOf: z.string(),
  checkedAt: z.date(),
  checkedBy: z.string(),
  ruleSetId: idSchema,
  ruleSetVersion: z.number(),
  registerPeriod: z.string().nullable(),
  registerSha256: z.string().nullable(),
  priorAidPeriod: z.string().nullable(),
  blocks: z.number(),
  warnings: z.number(),
  findings: z.array(findingView),
});
