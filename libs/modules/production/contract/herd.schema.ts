import { idSchema, rupiahSchema, textSchema } from '@anyam/contract-kit';
import { ANIMAL_CLASSES, ANIMAL_SOURCES, DEATH_CAUSES, IN_KINDS, OUT_KINDS } from '@anyam/domain/production';
import { z } from 'zod';
import { byGroup, daySchema, findingView, keyed, memberRef, noteSchema, positiveSchema, quantitySchema, reasonSchema, valueSchema } from './common.schema.ts';

const sex = z.enum(['female', 'male']).nullable();
export const HERD_PURSES = ['cash', 'bank', 'none'] as const;
const base = { ...keyed, on: daySchema, note: noteSchema };

/** Animals that come: a unit of their own. */
export const herdInInput = z.object({
  ...base, kind: z.enum(IN_KINDS),
  /** Taken from the list of things bought whose animals are not in the book yet; else the server gives one. */
  unitId: idSchema.nullable().default(null),
  species: textSchema(30), tag: textSchema(20).nullable(), head: positiveSchema.max(100_000), sex, class: z.enum(ANIMAL_CLASSES), bornOn: daySchema.nullable().default(null), motherId: idSchema.nullable().default(null),
  keeperId: idSchema, source: z.enum(ANIMAL_SOURCES), handedOverOn: daySchema.nullable().default(null),
  /** Rupiah: price of a purchase, or what opening stock is worth (aid in goods). */
  value: valueSchema.default(0n), purse: z.enum(HERD_PURSES).default('none'), partyId: idSchema.nullable().default(null),
});
/** Young ones born into a lot. */
export const herdBirthInput = z.object({ ...base, unitId: idSchema, head: positiveSchema.max(100_000) });
export const herdOutInput = z.object({
  ...base, kind: z.enum(OUT_KINDS), unitId: idSchema, head: positiveSchema.max(100_000),
  /** Sale: rupiah and where it goes. */
  price: valueSchema.default(0n), purse: z.enum(['cash', 'bank']).nullable().default(null),
  cause: z.enum(DEATH_CAUSES).nullable().default(null), photoId: idSchema.nullable().default(null), witnessIds: z.array(idSchema).max(10).default([]), reportNo: textSchema(60, 0).default(''),
  /** Findings that only warn were read; the note says why it is done all the same. */
  despite: z.boolean().default(false),
});
export const herdChangeInput = z.object({ ...base, unitId: idSchema, class: z.enum(ANIMAL_CLASSES).optional(), sex: z.enum(['female', 'male']).optional(), keeperId: idSchema.optional() });
export const herdVoidInput = z.object({ ...keyed, eventId: idSchema, reason: reasonSchema });
export const herdDone = z.object({ id: idSchema, unitId: idSchema, findings: z.array(findingView) });

export const stockCountInput = z.object({
  ...base, facilitator: textSchema(80, 0), agencySigner: textSchema(80, 0),
  lines: z.array(z.object({ unitId: idSchema, head: quantitySchema.max(100_000) })).max(500),
});
export const stockCountOutput = z.object({ id: idSchema, cases: z.number() });
export const closeCaseInput = z.object({ ...keyed, caseId: idSchema, note: reasonSchema });

export const herdUnitView = z.object({
  id: idSchema, species: z.string(), tag: z.string().nullable(), head: z.number(), sex, class: z.enum(ANIMAL_CLASSES), bornOn: z.string().nullable(), motherId: z.string().nullable(), keeperId: idSchema, keeperName: z.string(),
  source: z.enum(ANIMAL_SOURCES), handedOverOn: z.string().nullable(), since: z.string(), gone: z.object({ kind: z.enum(OUT_KINDS), on: z.string() }).nullable(), cost: rupiahSchema,
});
const flows = z.record(z.enum([...IN_KINDS, ...OUT_KINDS]), z.number());
export const herdEventView = z.object({
  id: idSchema, kind: z.enum([...IN_KINDS, ...OUT_KINDS, 'change', 'void']), on: z.string(), unitId: idSchema, head: z.number(), amount: rupiahSchema, cost: rupiahSchema, cause: z.enum(DEATH_CAUSES).nullable(),
  note: z.string().nullable(), photoId: z.string().nullable(), actorName: z.string(), voided: z.boolean(), findings: z.array(findingView),
});
export const herdCaseView = z.object({ id: idSchema, unitId: z.string(), text: z.object({ id: z.string(), en: z.string() }), openedAt: z.date(), closedAt: z.date().nullable(), closedName: z.string().nullable(), closedNote: z.string().nullable() });
export const herdInput = byGroup.extend({ from: daySchema.optional(), to: daySchema.optional() });
export const herdView = z.object({
  groupId: idSchema, groupName: z.string(), members: z.array(memberRef), units: z.array(herdUnitView), from: z.string(), to: z.string(),
  reports: z.array(z.object({ species: z.string(), start: z.number(), flows, end: z.number(), mortalityBps: z.number(), birthsPer100Mothers: z.number().nullable() })),
  events: z.array(herdEventView), cases: z.array(herdCaseView), findings: z.array(findingView),
  counts: z.array(z.object({ id: idSchema, on: z.string(), facilitator: z.string(), agencySigner: z.string(), lines: z.number() })),
  /** Bought by the books (also out of IKS) without animals in the book yet. */
  bought: z.array(z.object({ itemId: idSchema, value: rupiahSchema })), facilitatorName: z.string().nullable(),
});
export type HerdView = z.infer<typeof herdView>;
