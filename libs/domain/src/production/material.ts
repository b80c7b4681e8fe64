import { err, splitByWeight, ZERO, type Result, type Rupiah } from '../kernel/index.ts';
import { productionProblem, type ProductionErrorCode, type ProductionProblem } from './errors.ts';
import { positiveProblem } from './quantity.ts';

/** A quantity in base units and what it cost, in rupiah. They move together, so values always sum. */
export interface Measure {
  readonly quantity: number;
  readonly value: Rupiah;
}

/**
 * Ways in and out of the group's store other than by members: `sentBack` goes to the supplier, unfit or too much;
 * `usedInStore` is for the group's own work (a shop's goods, a joint order).
 */
export const STORE_FLOWS = ['received', 'sentBack', 'lostInStore', 'usedInStore'] as const;
export type StoreFlow = (typeof STORE_FLOWS)[number];
/** Ways of material at a member. `rejected`: found unfit by the member; it leaves the group and does not come back to the store. */
export const MEMBER_FLOWS = ['issued', 'used', 'returned', 'rejected', 'lost'] as const;
export type MemberFlow = (typeof MEMBER_FLOWS)[number];

type Flows<K extends string> = Readonly<Record<K, Measure>>;

/** The book of one material of one group: only flows are kept, what is in store or out with members follows from them. */
export interface MaterialBook {
  readonly store: Flows<StoreFlow>;
  readonly members: ReadonlyMap<string, Flows<MemberFlow>>;
}

/** `received` brings its price (0 for a gift); everything else moves at the average cost of where it lies. Quantities are base units. */
export type MaterialEvent =
  | { readonly kind: 'received'; readonly quantity: number; readonly value: Rupiah }
  | { readonly kind: Exclude<StoreFlow, 'received'>; readonly quantity: number }
  | { readonly kind: MemberFlow; readonly memberId: string; readonly quantity: number };

export interface MaterialMove {
  readonly book: MaterialBook;
  /** What moved, for the group's ledger and for a later reversal. */
  readonly moved: Measure;
}

const NOTHING: Measure = { quantity: 0, value: ZERO };
const plus = (a: Measure, b: Measure, sign: 1 | -1 = 1): Measure =>
  ({ quantity: a.quantity + sign * b.quantity, value: (a.value + BigInt(sign) * b.value) as Rupiah });
const total = (measures: readonly Measure[]): Measure => measures.reduce((a, b) => plus(a, b), NOTHING);
const noFlows = <K extends string>(names: readonly K[]): Flows<K> => Object.fromEntries(names.map((n) => [n, NOTHING])) as Flows<K>;

export const emptyMaterialBook = (): MaterialBook => ({ store: noFlows(STORE_FLOWS), members: new Map() });

/** The flows of a member and what is still out with her: issued = used + returned + rejected + lost + out. */
export function memberMaterial(book: MaterialBook, memberId: string): Flows<MemberFlow | 'out'> {
  const flows = book.members.get(memberId) ?? noFlows(MEMBER_FLOWS);
  const out = plus(flows.issued, total([flows.used, flows.returned, flows.rejected, flows.lost]), -1);
  return { ...flows, out };
}

/** All flows of the group, what members hold, and the store: received - issued + returned - sentBack - lostInStore - usedInStore. */
export function groupMaterial(book: MaterialBook): Flows<StoreFlow | MemberFlow | 'out' | 'inStore'> {
  const members = [...book.members.keys()].map((id) => memberMaterial(book, id));
  const sums = Object.fromEntries([...MEMBER_FLOWS, 'out' as const].map((k) => [k, total(members.map((m) => m[k]))])) as Flows<MemberFlow | 'out'>;
  const { received, sentBack, lostInStore, usedInStore } = book.store;
  const inStore = plus(plus(received, sums.returned), total([sums.issued, sentBack, lostInStore, usedInStore]), -1);
  return { ...book.store, ...sums, inStore };
}

/**
 * Records one movement of material (rule 40). MATERIAL_STORE_SHORT or MATERIAL_MEMBER_SHORT when more would leave than lies
 * there, QUANTITY_… when the quantity is no whole number above zero, VALUE_BAD for a price below zero. The given book stays as it was.
 */
export function applyMaterial(book: MaterialBook, event: MaterialEvent): Result<MaterialMove, ProductionProblem> {
  const { kind, quantity } = event;
  const wrong = positiveProblem(quantity);
  if (wrong) return err(wrong);
  if (kind === 'received') return event.value < 0n ? err(productionProblem('VALUE_BAD')) : moved(book, event, event);
  const place = 'memberId' in event && kind !== 'issued' ? memberMaterial(book, event.memberId).out : groupMaterial(book).inStore;
  const code = 'memberId' in event && kind !== 'issued' ? 'MATERIAL_MEMBER_SHORT' : 'MATERIAL_STORE_SHORT';
  if (quantity > place.quantity) return err(productionProblem(code, { available: place.quantity, wanted: quantity }));
  return moved(book, event, { quantity, value: costOf(place, quantity) });
}

/** The part of a heap's value that a part of it carries: average cost, whole rupiah, the rest stays with the heap. */
const costOf = (heap: Measure, quantity: number): Rupiah =>
  splitByWeight(heap.value, [BigInt(quantity), BigInt(heap.quantity - quantity)])[0] as Rupiah;

/**
 * Takes a movement back with the quantity and value it had, for a correction with reason (the edge keeps the reason and
 * sees that it comes once). Refused when it was never booked, when the material has moved on, or when its value is mixed
 * into other material so that an empty heap would be worth something.
 */
export function reverseMaterial(book: MaterialBook, event: MaterialEvent, was: Measure): Result<MaterialMove, ProductionProblem> {
  const flows: Partial<Flows<StoreFlow | MemberFlow>> = 'memberId' in event ? memberMaterial(book, event.memberId) : book.store;
  const booked = flows[event.kind] ?? NOTHING;
  if (booked.quantity < was.quantity || booked.value < was.value) return err(productionProblem('MATERIAL_NOT_THERE'));
  const next = moved(book, event, was, -1);
  const after = next.value.book;
  const places: [Measure, Measure, ProductionErrorCode][] = [[groupMaterial(book).inStore, groupMaterial(after).inStore, 'MATERIAL_STORE_SHORT']];
  if ('memberId' in event) places.push([memberMaterial(book, event.memberId).out, memberMaterial(after, event.memberId).out, 'MATERIAL_MEMBER_SHORT']);
  for (const [had, left, code] of places) {
    if (left.quantity < 0) return err(productionProblem(code, { available: had.quantity, wanted: was.quantity }));
    if (left.value < 0n || (left.quantity === 0 && left.value > 0n)) return err(productionProblem('MATERIAL_VALUE_LEFT'));
  }
  return next;
}

function moved(book: MaterialBook, event: MaterialEvent, what: Measure, sign: 1 | -1 = 1): { readonly ok: true; readonly value: MaterialMove } {
  const measure: Measure = { quantity: what.quantity, value: what.value };
  if (!('memberId' in event)) {
    const store = { ...book.store, [event.kind]: plus(book.store[event.kind], measure, sign) };
    return { ok: true, value: { book: { ...book, store }, moved: measure } };
  }
  const flows = book.members.get(event.memberId) ?? noFlows(MEMBER_FLOWS);
  const members = new Map(book.members).set(event.memberId, { ...flows, [event.kind]: plus(flows[event.kind], measure, sign) });
  return { ok: true, value: { book: { ...book, members }, moved: measure } };
}
