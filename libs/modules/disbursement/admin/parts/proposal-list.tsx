import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { StateChip } from '@anyam/admin-kit/chip';
import { DataTable, TableTools, type Column, type Selection } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { Money, RelativeDate } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useText, type Bilingual } from '@anyam/admin-kit/text';
import { proposalFlow, type ProposalState } from '@anyam/domain/disbursement';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { proposalRow } from '../../contract/index.ts';
import { AidNav } from './aid-nav.tsx';
import { useAidApi, useProgrammes } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  caption: { id: 'Daftar usulan', en: 'List of proposals' },
  requested: { id: 'Diusulkan (Rp)', en: 'Requested (Rp)' },
});
const filters = defineFilters({ program: { kind: 'single', label: words.programme }, keadaan: { kind: 'multi', label: words.state } });
type Row = z.infer<typeof proposalRow>;

const columns: readonly Column<Row>[] = [
  { id: 'group', header: words.group, sortable: true, cell: (r) => <span className="sub">{r.villageName}, {r.districtName}</span> },
  { id: 'business', header: words.business, optional: true, cell: (r) => r.business },
  { id: 'programme', header: words.programme, optional: true, cell: (r) => r.programmeName },
  { id: 'members', header: words.members, align: 'end', optional: true, cell: (r) => r.members },
  { id: 'requested', header: texts.requested, sortable: true, align: 'end', cell: (r) => <Money amount={r.requested} bare /> },
  { id: 'state', header: words.state, cell: (r) => <StateChip of={proposalFlow.states[r.state]} /> },
  { id: 'since', header: words.since, sortable: true, cell: (r) => <RelativeDate value={r.since} /> },
];
const SORTS = ['since', 'group', 'requested'] as const;

export interface ProposalFilter {
  readonly q?: string;
  readonly programmeId?: string;
  readonly states: ProposalState[];
}

/** Proposals in some states of the flow, or in all. */
export function ProposalList({ title, within, empty, actions, bulk }: {
  readonly title: Bilingual;
  readonly within: readonly ProposalState[];
  readonly empty: { readonly title: Bilingual; readonly text: Bilingual; readonly action?: ReactNode };
  readonly actions?: ReactNode;
  /** Buttons for a selection; its presence adds the boxes. `filter` is what the list shows, for "all results". */
  readonly bulk?: (selection: Selection, filter: ProposalFilter) => ReactNode;
}) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useAidApi();
  const programmes = useProgrammes();
  const state = useTableState({ filters, sort: { column: 'since', desc: false } });
  const { program, keadaan } = state.filters;
  const picked = within.filter((s) => keadaan?.includes(s));
  const filter: ProposalFilter = {
    ...(state.q.trim() ? { q: state.q.trim().slice(0, 80) } : {}),
    ...(program ? { programmeId: program } : {}),
    states: [...(picked.length > 0 ? picked : within)],
  };
  const query = useQuery(api.proposals.list.queryOptions({
    ...filter,
    sort: SORTS.find((s) => s === state.sort?.column) ?? 'since',
    direction: state.sort?.desc ? 'desc' : 'asc',
    page: state.page,
    pageSize: state.size as 25 | 50 | 100,
  }, { placeholderData: keepPreviousData }));
  const total = query.data?.total;
  return (
    <div className="stack">
      <PageHead title={title} actions={actions} />
      <AidNav />
      <FilterBar
        state={state}
        filters={filters}
        searchLabel={t('search')}
        options={{ program: programmes.options, keadaan: within.map((s) => ({ value: s, label: proposalFlow.states[s].label[language] })) }}
        count={state.narrowed && total !== undefined ? t('found', { n: total.toLocaleString('id-ID') }) : undefined}
        end={<TableTools state={state} columns={columns} />}
      />
      <DataTable caption={texts.caption} columns={columns} rows={query.data?.rows} rowId={(r) => r.id} rowName={(r) => r.groupName} rowHref={(r) => `/bantuan/usulan/${r.id}`} {...(bulk ? { bulk: (s) => bulk(s, filter) } : {})} total={total} state={state} query={query} empty={empty} />
    </div>
  );
}
