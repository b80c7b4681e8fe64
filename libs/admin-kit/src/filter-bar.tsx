import { ChevronDown, Search, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { formatDate } from './internal/format.ts';
import { isSet } from './internal/filters.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import type { Option } from './inputs.tsx';
import { useShortcuts } from './keys.tsx';
import { Popover } from './popover.tsx';
import { Skeleton } from './states.tsx';
import type { FilterDef, FilterDefs, FilterValue, TableState } from './table-state.tsx';
import { defineTexts, useLanguage, useSay, useText, type Language } from './text.tsx';

// Comes with the first open filter: a list shows without it.
const FilterForm = lazy(() => import('./internal/filter-form.tsx'));

const texts = defineTexts({
  clear: { id: 'Hapus saringan', en: 'Clear filters' },
  drop: { id: 'Hapus saringan {name}', en: 'Remove the filter {name}' },
  search: { id: 'Cari di daftar ini', en: 'Search this list' },
  region: { id: 'Saringan', en: 'Filters' },
});

export interface FilterBarProps<F extends FilterDefs> {
  readonly state: TableState<F>;
  readonly filters: F;
  /** Choices of the `single` and `multi` filters. */
  readonly options?: { readonly [K in keyof F]?: readonly Option[] | undefined };
  readonly searchLabel?: string;
  /** "40 cocok". */
  readonly count?: ReactNode;
  /** To the right, usually `<TableTools>`. */
  readonly end?: ReactNode;
}

/** Chips above a table: dashed while off, filled in words while on. */
export function FilterBar<F extends FilterDefs>({ state, filters, options, searchLabel, count, end }: FilterBarProps<F>) {
  const t = useText(texts);
  const order = Object.keys(filters).sort((a, b) => Number(isSet(state.filters[b] as FilterValue)) - Number(isSet(state.filters[a] as FilterValue)));
  return (
    <div className="filters" role="group" aria-label={t('region')}>
      <ListSearch value={state.q} onChange={state.setQ} label={searchLabel ?? t('search')} />
      {order.map((key) => (
        <FilterChip key={key} def={filters[key] as FilterDef} value={state.filters[key] as FilterValue} options={options?.[key] ?? []} onChange={(v) => state.setFilter(key, v as never)} />
      ))}
      {state.narrowed && (
        <Button variant="quiet" size="sm" onClick={state.clear}>
          {t('clear')}
        </Button>
      )}
      {count && <span className="small muted">{count}</span>}
      {end && <span className="end">{end}</span>}
    </div>
  );
}

function ListSearch({ value, onChange, label }: { readonly value: string; readonly onChange: (q: string) => void; readonly label: string }) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef(value);
  useEffect(() => {
    if (value !== sent.current) setText((sent.current = value));
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => onChange((sent.current = text)), 250);
    return () => clearTimeout(timer);
  });
  useShortcuts([{ keys: '/', label: texts.search, run: () => input.current?.focus() }]);
  return (
    <span className="filter-search">
      <Icon of={Search} size={16} />
      <input ref={input} type="search" className="ctl" aria-label={label} placeholder={label} value={text} onChange={(e) => setText(e.target.value)} autoComplete="off" />
    </span>
  );
}

interface ChipProps {
  readonly def: FilterDef;
  readonly value: FilterValue;
  readonly options: readonly Option[];
  readonly onChange: (value: FilterValue) => void;
}

function FilterChip({ def, value, options, onChange }: ChipProps) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const name = say(def.label);
  const on = isSet(value);
  return (
    <span className="filter-pair">
      <Popover
        label={name}
        width={def.kind === 'date' || def.kind === 'number' ? 320 : 280}
        trigger={(p) => (
          <button {...p} type="button" className={on ? 'fchip on' : 'fchip'}>
            <span>{on ? `${name}: ${words(def, value, options, language)}` : name}</span>
            {!on && <Icon of={ChevronDown} size={14} />}
          </button>
        )}
      >
        {(close) => (
          <Suspense fallback={<Skeleton height={120} />}>
            <FilterForm
              def={def}
              value={value}
              options={options}
              onDone={(v) => {
                onChange(v);
                close();
              }}
            />
          </Suspense>
        )}
      </Popover>
      {on && (
        <button type="button" className="filter-clear" aria-label={t('drop', { name })} onClick={() => onChange(null)}>
          <Icon of={X} size={14} />
        </button>
      )}
    </span>
  );
}

function words(def: FilterDef, value: FilterValue, options: readonly Option[], language: Language): string {
  const label = (v: string) => options.find((o) => o.value === v)?.label ?? v;
  if (value === null) return '';
  if (typeof value === 'string') return def.kind === 'single' ? label(value) : value;
  if ('from' in value) {
    const show = (v: string | number | null) => (v === null ? '' : typeof v === 'number' ? v.toLocaleString('id-ID') : formatDate(v, language, 'short'));
    if (value.from === null) return `≤ ${show(value.to)}`;
    if (value.to === null) return `≥ ${show(value.from)}`;
    return `${show(value.from)}–${show(value.to)}`;
  }
  return value.length > 2 ? `${label(value[0]!)} +${value.length - 1}` : value.map(label).join(', ');
}
