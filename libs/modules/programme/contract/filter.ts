import type { ProgrammeRow } from './programme.port.ts';

/** What narrows and orders the list of programmes, on the screen and in the file alike. */
export interface ProgrammeFilter {
  readonly q?: string | undefined;
  readonly fiscalYears: readonly number[];
  readonly source?: ProgrammeRow['source'] | undefined;
  readonly state?: ProgrammeRow['state'] | undefined;
  readonly sort: 'name' | 'year' | 'ceiling';
  readonly desc: boolean;
}

const COMPARE: Readonly<Record<ProgrammeFilter['sort'], (a: ProgrammeRow, b: ProgrammeRow) => number>> = {
  name: (a, b) => a.name.localeCompare(b.name, 'id'),
  year: (a, b) => a.fiscalYear - b.fiscalYear,
  ceiling: (a, b) => (a.ceiling < b.ceiling ? -1 : a.ceiling > b.ceiling ? 1 : 0),
};

/** A district has a few programmes a year: they are all at hand, and narrowed here. */
export function filterProgrammes(all: readonly ProgrammeRow[], f: ProgrammeFilter): ProgrammeRow[] {
  const find = (f.q ?? '').trim().toLowerCase();
  const order = COMPARE[f.sort];
  return all
    .filter((p) => f.fiscalYears.length === 0 || f.fiscalYears.includes(p.fiscalYear))
    .filter((p) => (!f.source || p.source === f.source) && (!f.state || p.state === f.state) && (!find || `${p.name} ${p.dpaNumber}`.toLowerCase().includes(find)))
    .sort((a, b) => order(a, b) * (f.desc ? -1 : 1) || COMPARE.name(a, b));
}
