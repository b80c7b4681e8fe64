import { createParser, parseAsArrayOf, parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import { isSet, readFilter, writeFilter, type FilterDefs, type FilterValue, type FilterValues } from './internal/filters.ts';

export type { FilterDef, FilterDefs, FilterValue, FilterValues, Range } from './internal/filters.ts';

/** `const filters = defineFilters({ kecamatan: { kind: 'multi', label }, ... })`, beside the screen. */
export const defineFilters = <const F extends FilterDefs>(filters: F): F => filters;

export const PAGE_SIZES = [25, 50, 100] as const;

export interface Sort {
  readonly column: string;
  readonly desc: boolean;
}

export interface TableState<F extends FilterDefs = FilterDefs> {
  readonly filters: FilterValues<F>;
  readonly setFilter: <K extends keyof F & string>(key: K, value: FilterValues<F>[K]) => void;
  readonly clear: () => void;
  /** A filter or a search narrows the list. */
  readonly narrowed: boolean;
  readonly q: string;
  readonly setQ: (q: string) => void;
  readonly sort: Sort | null;
  readonly setSort: (sort: Sort | null) => void;
  /** From 1. */
  readonly page: number;
  readonly setPage: (page: number) => void;
  readonly size: number;
  readonly setSize: (size: number) => void;
  readonly dense: boolean;
  readonly setDense: (dense: boolean) => void;
  /** Ids of the optional columns that are shown; null while nobody chose. */
  readonly columns: readonly string[] | null;
  readonly setColumns: (columns: readonly string[] | null) => void;
  readonly view: string | null;
}

export interface TableStateOptions<F extends FilterDefs> {
  readonly filters?: F;
  readonly sort?: Sort;
  readonly size?: (typeof PAGE_SIZES)[number];
}

const NONE: FilterDefs = {};
const sortParser = createParser<Sort>({
  parse: (text) => (text === '' ? null : text.startsWith('-') ? { column: text.slice(1), desc: true } : { column: text, desc: false }),
  serialize: (s) => (s.desc ? '-' : '') + s.column,
  eq: (a, b) => a.column === b.column && a.desc === b.desc,
});

/** Everything that makes this view of a list, kept in the address: one link shows an auditor the same rows. */
export function useTableState<F extends FilterDefs>({ filters = NONE as F, sort, size = 25 }: TableStateOptions<F>): TableState<F> {
  const parsers = useMemo(() => {
    const own = Object.fromEntries(
      Object.entries(filters).map(([key, def]) => [
        key,
        createParser<NonNullable<FilterValue>>({ parse: (text) => readFilter(def.kind, text), serialize: writeFilter, eq: (a, b) => writeFilter(a) === writeFilter(b) }),
      ]),
    );
    return {
      ...own,
      cari: parseAsString.withDefault(''),
      urut: sortParser,
      hal: parseAsInteger.withDefault(1),
      baris: parseAsStringLiteral(PAGE_SIZES.map(String)).withDefault(String(size)),
      rapat: parseAsBoolean.withDefault(false),
      kolom: parseAsArrayOf(parseAsString),
      tampilan: parseAsString,
    };
  }, [filters, size]);
  const [raw, write] = useQueryStates(parsers, { history: 'push' });
  // The keys of a screen's filters are not known to nuqs's types, only to ours.
  const values = raw as unknown as Record<string, FilterValue> & { cari: string; urut: Sort | null; hal: number; baris: string; rapat: boolean; kolom: string[] | null; tampilan: string | null };
  const put = write as unknown as (change: Record<string, unknown>, options?: { history?: 'push' | 'replace'; throttleMs?: number }) => Promise<unknown>;
  const keys = useMemo(() => Object.keys(filters), [filters]);
  const chosen = useMemo(() => Object.fromEntries(keys.map((k) => [k, values[k] ?? null])) as unknown as FilterValues<F>, [keys, ...keys.map((k) => values[k])]);

  const clear = useCallback(() => void put({ ...Object.fromEntries(keys.map((k) => [k, null])), cari: null, hal: null, tampilan: null }), [put, keys]);
  return {
    filters: chosen,
    setFilter: (key, value) => void put({ [key]: isSet(value as FilterValue) ? value : null, hal: null }),
    clear,
    narrowed: values.cari !== '' || keys.some((k) => isSet(values[k] ?? null)),
    q: values.cari,
    setQ: (q) => void put({ cari: q || null, hal: null }, { history: 'replace' }),
    sort: values.urut ?? sort ?? null,
    setSort: (s) => void put({ urut: s && sort && s.column === sort.column && s.desc === sort.desc ? null : s, hal: null }),
    page: Math.max(1, values.hal),
    setPage: (hal) => void put({ hal }),
    size: Number(values.baris),
    setSize: (n) => void put({ baris: String(n), hal: null }),
    dense: values.rapat,
    setDense: (rapat) => void put({ rapat }, { history: 'replace' }),
    columns: values.kolom,
    setColumns: (kolom) => void put({ kolom }, { history: 'replace' }),
    view: values.tampilan,
  };
}
