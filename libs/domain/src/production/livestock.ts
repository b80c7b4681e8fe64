import { err, ok, type Bilingual, type IsoDate, type Result } from '../kernel/index.ts';
import { productionProblem, type ProductionErrorCode, type ProductionProblem } from './errors.ts';
import { positiveProblem } from './quantity.ts';

export const IN_KINDS = ['opening', 'birth', 'purchase', 'transferIn'] as const;
export const OUT_KINDS = ['transferOut', 'death', 'sale', 'theft', 'slaughter'] as const;
export type InKind = (typeof IN_KINDS)[number];
export type OutKind = (typeof OUT_KINDS)[number];
export const HERD_KIND_LABEL: Readonly<Record<InKind | OutKind, Bilingual>> = {
  opening: { id: 'Saldo awal', en: 'Opening' },
  birth: { id: 'Lahir', en: 'Birth' },
  purchase: { id: 'Beli', en: 'Purchase' },
  transferIn: { id: 'Pindah masuk', en: 'Transfer in' },
  transferOut: { id: 'Pindah keluar', en: 'Transfer out' },
  death: { id: 'Mati', en: 'Death' },
  sale: { id: 'Jual', en: 'Sale' },
  theft: { id: 'Hilang dicuri', en: 'Theft' },
  slaughter: { id: 'Potong', en: 'Slaughter' },
};

export const ANIMAL_CLASSES = ['kid', 'young', 'breedingFemale', 'buck'] as const;
export type AnimalClass = (typeof ANIMAL_CLASSES)[number];
export const ANIMAL_CLASS_LABEL: Readonly<Record<AnimalClass, Bilingual>> = {
  kid: { id: 'Cempe (anakan)', en: 'Kid' },
  young: { id: 'Muda', en: 'Young' },
  breedingFemale: { id: 'Induk', en: 'Breeding female' },
  buck: { id: 'Pejantan', en: 'Buck' },
};

export const ANIMAL_SOURCES = ['aid', 'own', 'solidarityFund'] as const;
export type AnimalSource = (typeof ANIMAL_SOURCES)[number];
export const ANIMAL_SOURCE_LABEL: Readonly<Record<AnimalSource, Bilingual>> = {
  aid: { id: 'Bantuan', en: 'Aid' },
  own: { id: 'Milik sendiri', en: 'Own' },
  solidarityFund: { id: 'Dari IKS', en: 'From the solidarity fund' },
};

/** One animal with an ear tag, or (tag null) a lot of like animals counted by head. Both are the same thing to the book. */
export interface HerdUnit {
  readonly id: string;
  /** Word of the village: kambing, domba, bebek. */
  readonly species: string;
  readonly tag: string | null;
  readonly head: number;
  readonly sex: 'female' | 'male' | null;
  readonly class: AnimalClass;
  readonly bornOn: IsoDate | null;
  readonly motherId: string | null;
  /** Membership of who keeps it. */
  readonly keeperId: string;
  readonly source: AnimalSource;
  /** Handover of aid stock, from which the holding period runs; null for other stock, or when it is the day it came. */
  readonly handedOverOn: IsoDate | null;
  /** Day it came into the book. */
  readonly since: IsoDate;
  readonly gone: { readonly kind: OutKind; readonly on: IsoDate } | null;
}

export type NewUnit = Omit<HerdUnit, 'since' | 'gone'>;

/** What happened on a day. Only births add to a lot that exists; what is bought or received is a lot of its own, so its holding period is its own. */
export type HerdEvent =
  | { readonly kind: InKind; readonly on: IsoDate; readonly unit: NewUnit }
  | { readonly kind: 'birth'; readonly on: IsoDate; readonly intoId: string; readonly head: number }
  | { readonly kind: OutKind; readonly on: IsoDate; readonly unitId: string; readonly head: number }
  | { readonly kind: 'change'; readonly on: IsoDate; readonly unitId: string; readonly to: Partial<Pick<HerdUnit, 'class' | 'sex' | 'keeperId'>> };

export type HerdFlows = Readonly<Record<InKind | OutKind, number>>;

/** A group's livestock after some events. Units that are gone stay, so that an ear tag never lives twice. Flows are heads by species. */
export interface Herd {
  readonly units: ReadonlyMap<string, HerdUnit>;
  readonly flows: ReadonlyMap<string, HerdFlows>;
}

export const NO_HERD_FLOWS: HerdFlows = Object.freeze(Object.fromEntries([...IN_KINDS, ...OUT_KINDS].map((k) => [k, 0]))) as HerdFlows;
export const emptyHerd = (): Herd => ({ units: new Map(), flows: new Map() });

type Step = Result<Herd, ProductionProblem>;
const refuse = (code: ProductionErrorCode, params: ProductionProblem['params'] = {}): Step => err(productionProblem(code, params));

/**
 * Applies one event to the book of livestock (rule 42). Judges only what keeps the book true: known animals, enough head, one
 * life for a tag, sex and class that fit. Evidence and holding period are `deathFindings`, `saleFindings`, asked before.
 */
export function applyHerd(herd: Herd, event: HerdEvent): Step {
  if ('unit' in event) return takeIn(herd, event.unit, event);
  const unit = herd.units.get('intoId' in event ? event.intoId : event.unitId);
  if (!unit || unit.gone || event.on < unit.since) return refuse('HERD_NOT_THERE');
  if (event.kind === 'change') {
    const after = { ...unit, ...event.to };
    return classFits(after) ? ok(withUnit(herd, after)) : refuse('CLASS_SEX_CONFLICT');
  }
  const wrong = positiveProblem(event.head);
  if (wrong) return err(wrong);
  if ('intoId' in event) return unit.tag === null ? ok(withUnit(herd, { ...unit, head: unit.head + event.head }, event)) : refuse('TAGGED_IS_ONE');
  if (event.head > unit.head) return refuse('HEAD_SHORT', { available: unit.head, wanted: event.head });
  const head = unit.head - event.head;
  return ok(withUnit(herd, { ...unit, head, gone: head === 0 ? { kind: event.kind, on: event.on } : null }, event));
}

function takeIn(herd: Herd, given: NewUnit, { kind, on }: { readonly kind: InKind; readonly on: IsoDate }): Step {
  const unit: HerdUnit = { ...given, bornOn: kind === 'birth' ? on : given.bornOn, since: on, gone: null };
  const wrong = positiveProblem(unit.head);
  if (wrong) return err(wrong);
  if (herd.units.has(unit.id)) return refuse('HERD_ID_TAKEN');
  if (unit.tag !== null && unit.head !== 1) return refuse('TAGGED_IS_ONE');
  if (unit.tag !== null && [...herd.units.values()].some((u) => u.tag === unit.tag)) return refuse('TAG_TAKEN', { tag: unit.tag });
  if (!classFits(unit)) return refuse('CLASS_SEX_CONFLICT');
  if (unit.bornOn !== null && unit.bornOn > on) return refuse('BORN_LATER', { bornOn: unit.bornOn, on });
  if (unit.motherId !== null && !motherFits(herd.units.get(unit.motherId), unit)) return refuse('MOTHER_UNFIT');
  return ok(withUnit(herd, unit, { kind, head: unit.head }));
}

const classFits = (unit: Pick<HerdUnit, 'class' | 'sex'>): boolean =>
  !(unit.class === 'breedingFemale' && unit.sex === 'male') && !(unit.class === 'buck' && unit.sex === 'female');

/** A mother may die of the birth, but not before it. A lot may be a mother when it is of no certain sex. */
function motherFits(mother: HerdUnit | undefined, child: HerdUnit): boolean {
  const on = child.bornOn ?? child.since;
  return mother !== undefined && mother.species === child.species && mother.sex !== 'male' && mother.class !== 'kid'
    && mother.since <= on && (mother.gone === null || mother.gone.on >= on);
}

function withUnit(herd: Herd, unit: HerdUnit, event?: { readonly kind: InKind | OutKind; readonly head: number }): Herd {
  const units = new Map(herd.units).set(unit.id, unit);
  if (!event) return { ...herd, units };
  const flows = herd.flows.get(unit.species) ?? NO_HERD_FLOWS;
  return { units, flows: new Map(herd.flows).set(unit.species, { ...flows, [event.kind]: flows[event.kind] + event.head }) };
}

/**
 * The book after all events, by day and then in the order given; `through` leaves later days out. A late report or a
 * correction (an event left out, with reason kept by the edge) is a new replay: it fails with the place of the first event that no longer fits.
 */
export function replayHerd(events: readonly HerdEvent[], through?: IsoDate): Result<Herd, ProductionProblem & { readonly at: number }> {
  const inOrder = events.map((event, at) => ({ event, at })).filter(({ event }) => through === undefined || event.on <= through)
    .sort((a, b) => (a.event.on < b.event.on ? -1 : a.event.on > b.event.on ? 1 : a.at - b.at));
  let herd = emptyHerd();
  for (const { event, at } of inOrder) {
    const next = applyHerd(herd, event);
    if (!next.ok) return err({ ...next.error, at });
    herd = next.value;
  }
  return ok(herd);
}
