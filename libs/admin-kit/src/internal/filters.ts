import type { Bilingual } from '@anyam/domain/kernel';

export interface Range<T> {
  readonly from: T | null;
  readonly to: T | null;
}

/** The five kinds of filter. Choices of `single` and `multi` come to the bar with their options. */
export type FilterDef =
  | { readonly kind: 'single'; readonly label: Bilingual }
  | { readonly kind: 'multi'; readonly label: Bilingual }
  | { readonly kind: 'text'; readonly label: Bilingual }
  | { readonly kind: 'number'; readonly label: Bilingual; readonly unit?: Bilingual }
  | { readonly kind: 'date'; readonly label: Bilingual };

export type FilterDefs = Readonly<Record<string, FilterDef>>;

interface ValueOf {
  readonly single: string | null;
  readonly multi: readonly string[] | null;
  readonly text: string | null;
  readonly number: Range<number> | null;
  readonly date: Range<string> | null;
}
export type FilterValue = ValueOf[keyof ValueOf];
export type FilterValues<F extends FilterDefs> = { readonly [K in keyof F]: ValueOf[F[K]['kind']] };

const clean = (s: string) => s.replaceAll('~', '%7E').replaceAll(',', '~');
const dirty = (s: string) => s.replaceAll('~', ',').replaceAll('%7E', '~');

/** Values in the address: `a,b`, `10..20`, `2020-01-01..`. What cannot be read counts as not set. */
export function readFilter(kind: FilterDef['kind'], text: string): FilterValue {
  if (text === '') return null;
  if (kind === 'multi') return text.split(',').map(dirty);
  if (kind === 'single' || kind === 'text') return text;
  const [a = '', b = ''] = text.split('..');
  if (kind === 'number') {
    const from = a === '' ? null : Number(a);
    const to = b === '' ? null : Number(b);
    return Number.isNaN(from) || Number.isNaN(to) || (from === null && to === null) ? null : { from, to };
  }
  const day = (s: string) => (/^\d{4}-\d{2}-\d{2}$/.test(s) ? s : null);
  return day(a) || day(b) ? { from: day(a), to: day(b) } : null;
}

export function writeFilter(value: FilterValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if ('from' in value) return `${value.from ?? ''}..${value.to ?? ''}`;
  return value.map(clean).join(',');
}

export const isSet = (value: FilterValue): boolean => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
