import { textSchema } from '@anyam/contract-kit';
import { z } from 'zod';

export const bilingualSchema = z.object({ id: z.string(), en: z.string() });
/** A path of the console with its filters. */
const pathSchema = z.string();

export const homeInput = z.object({ fiscalYear: z.int().min(2000).max(2100) });

export const FUNNEL_STAGES = ['proposed', 'verified', 'decreed', 'paid', 'received', 'accounted'] as const;
export const RISK_LEVELS = ['high', 'medium', 'low'] as const;

/** Something that waits for the caller, with where to do it. */
export const taskCard = z.object({
  id: z.string(),
  label: bilingualSchema,
  /** What kind of place the link leads to: "Buka antrean". */
  action: bilingualSchema,
  count: z.number().int().positive(),
  amount: z.bigint(),
  /** Since when the oldest of them waits. */
  oldest: z.date().nullable(),
  oldestDays: z.number().int().nullable(),
  /** Names of the first, or of the file. */
  note: bilingualSchema.nullable(),
  path: pathSchema,
});

export const homeOutput = z.object({
  /** The office's day and time the figures stand for; not the clock of the caller's machine. */
  today: z.string(),
  time: z.string(),
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  partOfDay: z.enum(['morning', 'noon', 'afternoon', 'night']),
  fiscalYear: z.number(),
  /** Leaders read first, the others work first. */
  first: z.enum(['tasks', 'figures']),
  /** No group at all in the caller's area yet. */
  fresh: z.boolean(),
  tasks: z.array(taskCard),
  figures: z.object({
    groups: z.object({ active: z.number(), total: z.number(), added: z.number(), path: pathSchema }),
    money: z.object({
      ceiling: z.bigint(), paid: z.bigint(), inTransit: z.bigint(), reserved: z.bigint(), path: pathSchema,
      /** False when the ledger is not there: paid is then the sum of what the groups received. */
      fromLedger: z.boolean(),
    }),
    reports: z.object({ accepted: z.number(), due: z.number(), received: z.bigint(), accounted: z.bigint(), late: z.number(), path: pathSchema }),
    members: z.object({ people: z.number(), groupsUnderSize: z.number(), path: pathSchema }),
  }),
  funnel: z.array(z.object({ stage: z.enum(FUNNEL_STAGES), label: bilingualSchema, count: z.number(), path: pathSchema })),
  /** Asked for aid this year and did not get it. */
  rejected: z.object({ count: z.number(), path: pathSchema }),
  risks: z.array(z.object({
    groupId: z.string(), name: z.string(), villageName: z.string(), level: z.enum(RISK_LEVELS), reason: bilingualSchema, path: pathSchema,
  })),
  riskTotal: z.number(),
  /** Groups with a mark against them. */
  riskPath: pathSchema,
});

export const searchInput = z.object({ text: textSchema(80, 2) });
export const SEARCH_KINDS = ['group', 'member', 'village'] as const;
/** At most eight a kind, best first; kinds without a hit are left out. */
export const searchOutput = z.object({
  groups: z.array(z.object({
    kind: z.enum(SEARCH_KINDS),
    label: bilingualSchema,
    hits: z.array(z.object({ id: z.string(), label: z.string(), hint: z.string(), href: pathSchema })),
  })),
});

export const exportInput = homeInput.extend({ language: z.enum(['id', 'en']).default('id') });
export const exportOutput = z.object({ fileName: z.string(), base64: z.string() });
