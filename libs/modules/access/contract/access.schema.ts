import { idSchema, PARTNER_ROLES, ROLES, textSchema } from '@anyam/contract-kit';
import { z } from 'zod';

/** What an admin gives in the office. */
export const roleSchema = z.enum(ROLES);
const anyRole = z.enum([...ROLES, ...PARTNER_ROLES]);
export const areaSchema = z
  .string()
  .regex(/^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/, 'Pilih kabupaten, kecamatan atau desa. || Choose a regency, district or village.');

export const me = z.object({
  user: z.object({ id: z.string(), name: z.string(), username: z.string(), position: z.string(), twoFactor: z.boolean() }),
  /** `subjectId`: the one group or party that a partner's role reaches. */
  roles: z.array(z.object({ role: anyRole, areaCode: z.string(), areaLabel: z.string(), subjectId: z.string().nullable() })),
  permissions: z.array(z.string()),
  district: z.object({ code: z.string(), name: z.string(), office: z.string() }),
  training: z.boolean(),
  fiscalYears: z.array(z.number()),
  today: z.string(),
  language: z.enum(['id', 'en']),
});

export const device = z.object({
  id: z.string(),
  current: z.boolean(),
  agent: z.string(),
  address: z.string(),
  since: z.date(),
  lastSeen: z.date(),
});

export const grantRow = z.object({ id: idSchema, role: anyRole, area: z.string(), areaName: z.string() });
export const userRow = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  position: z.string(),
  twoFactor: z.boolean(),
  disabled: z.boolean(),
  grants: z.array(grantRow),
});
export const passwordSchema = z
  .string()
  .min(12, 'Sandi paling sedikit 12 huruf. || At least 12 characters.')
  .max(128, 'Sandi paling banyak 128 huruf. || At most 128 characters.');
/** The caller's own password, asked once more where money moves. Only a limit of length: the server compares it. */
export const ownPasswordSchema = z.string().min(1).max(128);
export const createUserInput = z.object({
  username: z
    .string()
    .regex(/^[a-z0-9._-]{3,40}$/, 'Hanya huruf kecil, angka, titik; 3 sampai 40. || Lower case letters, figures, dots; 3 to 40.'),
  name: textSchema(120),
  position: textSchema(120, 0),
  password: passwordSchema,
  role: roleSchema,
  area: areaSchema,
});
/** An account for a partner, made by the module that knows the group or the party. */
export const partnerInput = createUserInput.omit({ role: true, area: true });
export const grantInput = z.object({ userId: textSchema(64), role: roleSchema, area: areaSchema });
