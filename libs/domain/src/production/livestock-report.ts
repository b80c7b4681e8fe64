import { IN_KINDS, NO_HERD_FLOWS, OUT_KINDS, type Herd, type HerdFlows } from './livestock.ts';

/** Heads of a species that are in the book. */
export const headOf = (herd: Herd, species: string): number =>
  [...herd.units.values()].reduce((total, u) => (u.species === species ? total + u.head : total), 0);

/** The book of livestock over a period, in head. */
export interface HerdReport {
  readonly start: number;
  readonly flows: HerdFlows;
  readonly end: number;
  /** Deaths per 10,000 of all that were there or came, rounded down; 0 when there were none. */
  readonly mortalityBps: number;
  /** Births for each 100 breeding females at the start, rounded down; null when there were none. */
  readonly birthsPer100Mothers: number | null;
}

/**
 * What happened to a species between two books of one group, `before` being the earlier (replayed through the eve of the
 * period). Start and end are counted from the animals, the flows from the events, so start + in - out = end says that the book is true.
 */
export function herdReport(before: Herd, after: Herd, species: string): HerdReport {
  const earlier = before.flows.get(species) ?? NO_HERD_FLOWS;
  const later = after.flows.get(species) ?? NO_HERD_FLOWS;
  const flows = Object.fromEntries([...IN_KINDS, ...OUT_KINDS].map((k) => [k, later[k] - earlier[k]])) as HerdFlows;
  const start = headOf(before, species);
  const exposed = start + IN_KINDS.reduce((total, k) => total + flows[k], 0);
  const mothers = [...before.units.values()].reduce((total, u) => (u.species === species && u.class === 'breedingFemale' ? total + u.head : total), 0);
  return {
    start, flows, end: headOf(after, species),
    mortalityBps: exposed === 0 ? 0 : Math.floor((flows.death * 10_000) / exposed),
    birthsPer100Mothers: mothers === 0 ? null : Math.floor((flows.birth * 100) / mothers),
  };
}
