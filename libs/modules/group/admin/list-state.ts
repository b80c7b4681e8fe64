import type { Option } from '@anyam/admin-kit/inputs';
import { defineFilters, useTableState, type TableState } from '@anyam/admin-kit/table-state';
import type { Language } from '@anyam/admin-kit/text';
import { groupFlow } from '@anyam/domain/group';
import type { z } from 'zod';
import type { facetsOutput, groupListInput, STATES } from '../contract/index.ts';
import { FLAGS, stageMark, words } from './words.ts';

export const filters = defineFilters({
  kecamatan: { kind: 'multi', label: words.district },
  tahun: { kind: 'single', label: words.year },
  desa: { kind: 'multi', label: words.village },
  usaha: { kind: 'multi', label: words.business },
  tahap: { kind: 'multi', label: words.stage },
  pendamping: { kind: 'single', label: words.facilitator },
  keadaan: { kind: 'multi', label: words.state },
  tanda: { kind: 'multi', label: { id: 'Perhatian', en: 'Attention' } },
});
export type GroupListState = TableState<typeof filters>;

export const useGroupList = (): GroupListState => useTableState({ filters, sort: { column: 'name', desc: false }, size: 25 });

const SORTS = ['name', 'members', 'received', 'created'] as const;
type Input = z.input<typeof groupListInput>;

/** What the address says, as the server takes it. Unknown words of an old link are left out. */
export function listInput({ filters: f, q, sort, page, size }: GroupListState): Input {
  const year = Number(f.tahun);
  return {
    ...(q.trim() ? { q: q.trim().slice(0, 80) } : {}),
    districts: [...(f.kecamatan ?? [])],
    villages: [...(f.desa ?? [])],
    business: [...(f.usaha ?? [])],
    stages: [...(f.tahap ?? [])],
    flags: [...(f.tanda ?? [])],
    states: (f.keadaan ?? []).filter((s): s is (typeof STATES)[number] => s in groupFlow.states),
    ...(f.pendamping ? { facilitator: f.pendamping } : {}),
    ...(Number.isInteger(year) && year >= 2000 && year <= 2100 ? { fiscalYear: year } : {}),
    sort: SORTS.find((s) => s === sort?.column) ?? 'name',
    desc: sort?.desc ?? false,
    page,
    pageSize: size as 25 | 50 | 100,
  };
}

type Facets = z.infer<typeof facetsOutput>;

/** Choices of the filters with how many groups each has. Villages follow the chosen kecamatan. */
export function filterOptions(facets: Facets | undefined, state: GroupListState, language: Language): { readonly [K in keyof typeof filters]: readonly Option[] } {
  const plain = (list: Facets['districts'] | undefined, say: (value: string, label: string) => string = (_, label) => label): Option[] =>
    (list ?? []).map((f) => ({ value: f.value, label: say(f.value, f.label), hint: f.count.toLocaleString('id-ID') }));
  const chosen = state.filters.kecamatan;
  return {
    kecamatan: plain(facets?.districts),
    desa: plain(facets?.villages.filter((v) => !chosen?.length || chosen.some((d) => v.value.startsWith(d)))),
    usaha: plain(facets?.business),
    tahap: plain(facets?.stages.filter((s) => s.value !== 'none'), (v) => stageMark(v)?.label[language] ?? v),
    pendamping: plain(facets?.facilitators),
    tahun: plain(facets?.years).reverse(),
    keadaan: plain(facets?.states, (v) => (v in groupFlow.states ? groupFlow.states[v as keyof typeof groupFlow.states].label[language] : v)),
    tanda: plain(facets?.flags, (v) => FLAGS[v]?.label[language] ?? v),
  };
}
