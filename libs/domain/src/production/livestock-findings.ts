import { addMonths, daysBetween, type Bilingual, type IsoDate } from '../kernel/index.ts';
import type { RuleSet } from '../programme/index.ts';
import { productionFinding, type ProductionFinding } from './findings.ts';
import type { Herd, HerdUnit } from './livestock.ts';

export const DEATH_CAUSES = ['disease', 'bloat', 'birth', 'accident', 'predator', 'poison', 'oldAge', 'other'] as const;
export type DeathCause = (typeof DEATH_CAUSES)[number];
export const DEATH_CAUSE_LABEL: Readonly<Record<DeathCause, Bilingual>> = {
  disease: { id: 'Sakit', en: 'Disease' },
  bloat: { id: 'Kembung', en: 'Bloat' },
  birth: { id: 'Melahirkan atau lahir lemah', en: 'Birth' },
  accident: { id: 'Kecelakaan', en: 'Accident' },
  predator: { id: 'Dimangsa', en: 'Predator' },
  poison: { id: 'Keracunan', en: 'Poison' },
  oldAge: { id: 'Tua', en: 'Old age' },
  other: { id: 'Lainnya', en: 'Other' },
};

export interface DeathReport {
  readonly on: IsoDate;
  readonly reportedOn: IsoDate;
  readonly cause: DeathCause | null;
  readonly note: string;
  readonly photoId: string | null;
  readonly witnessIds: readonly string[];
}

/** Rule 42: a death has a cause, a photo or enough different witnesses other than the keeper, and is reported within days. */
export function deathFindings(unit: Pick<HerdUnit, 'id' | 'keeperId'>, death: DeathReport, rules: RuleSet): ProductionFinding[] {
  const witnesses = new Set(death.witnessIds.filter((w) => w !== unit.keeperId));
  const proven = death.photoId !== null || witnesses.size >= rules.deathWitnesses;
  const caused = death.cause !== null && (death.cause !== 'other' || death.note.trim() !== '');
  const days = daysBetween(death.on, death.reportedOn);
  return [
    ...(caused ? [] : productionFinding('DEATH_CAUSE_MISSING', rules, {}, unit.id)),
    ...(proven ? [] : productionFinding('DEATH_UNPROVEN', rules, { needed: rules.deathWitnesses, have: witnesses.size }, unit.id)),
    ...(days <= rules.deathReportDays ? [] : productionFinding('DEATH_REPORTED_LATE', rules, { days, allowed: rules.deathReportDays }, unit.id)),
  ];
}

/** Rule 42: aid stock is held for `holdingMonths` from handover; the day they are full it may be sold. Blocked or warned as `soldTooEarly` says. */
export function saleFindings(unit: Pick<HerdUnit, 'id' | 'source' | 'handedOverOn' | 'since'>, on: IsoDate, rules: RuleSet): ProductionFinding[] {
  const since = unit.handedOverOn ?? unit.since;
  const allowed = addMonths(since, rules.holdingMonths);
  return unit.source !== 'aid' || on >= allowed ? [] : productionFinding('SOLD_TOO_EARLY', rules, { since, allowed }, unit.id);
}

/** A theft that nobody was told of is worth a look (assumption). */
export const theftFindings = (unit: Pick<HerdUnit, 'id'>, reportNo: string, rules: RuleSet): ProductionFinding[] =>
  reportNo.trim() === '' ? productionFinding('THEFT_WITHOUT_REPORT', rules, {}, unit.id) : [];

/** What was seen on a day. A line of an id that the book does not know is an animal too many; a unit without a line was not seen. */
export interface StockCount {
  readonly lines: readonly { readonly unitId: string; readonly head: number }[];
  readonly facilitatorId: string | null;
  /** Who signed for the other agency (OPD). */
  readonly agencySignerId: string | null;
}

/**
 * Compares a count with the book of that day (rule 43): each unit that differs is a finding, from which the edge opens a case.
 * Unsigned, or signed by one person for both, blocks. `herd` is the book replayed through the day of the count.
 */
export function stockCountFindings(herd: Herd, count: StockCount, rules: RuleSet): ProductionFinding[] {
  const counted = new Map<string, number>();
  for (const { unitId, head } of count.lines) counted.set(unitId, (counted.get(unitId) ?? 0) + head);
  const ids = [...herd.units.keys(), ...[...counted.keys()].filter((id) => !herd.units.has(id))];
  const differing = ids.map((id) => ({ id, book: herd.units.get(id)?.head ?? 0, seen: counted.get(id) ?? 0 })).filter((l) => l.book !== l.seen);
  const signed = count.facilitatorId !== null && count.agencySignerId !== null && count.facilitatorId !== count.agencySignerId;
  return [
    ...(signed ? [] : productionFinding('STOCK_COUNT_UNSIGNED', rules)),
    ...differing.flatMap((l) => productionFinding('STOCK_COUNT_DIFFERS', rules, { book: l.book, counted: l.seen }, l.id)),
  ];
}

/** Warns from the day after a count was due: `stockCountMonths` after the last one, or after the first animal came (rule 43). */
export function stockCountDue(lastOn: IsoDate, today: IsoDate, rules: RuleSet): ProductionFinding[] {
  const due = addMonths(lastOn, rules.stockCountMonths);
  return today <= due ? [] : productionFinding('STOCK_COUNT_OVERDUE', rules, { due });
}
