import { Download, Plus } from 'lucide-react';
import { readApiError, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Chip } from '@anyam/admin-kit/chip';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { saveFile } from '@anyam/admin-kit/files';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { Money } from '@anyam/admin-kit/format';
import { later } from '@anyam/admin-kit/later';
import { PageHead } from '@anyam/admin-kit/page-head';
import { IfMay, useSession } from '@anyam/admin-kit/session';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useMemo, useState } from 'react';
import { filterProgrammes, type ProgrammeFilter } from '../contract/filter.ts';
import type { ProgrammeRow } from '../contract/index.ts';
import { useProgrammeApi } from './api.ts';
import { words } from './words.ts';

const NewProgramme = later(() => import('./new-programme.tsx').then((m) => m.NewProgramme), (props) => props.open);

const texts = defineTexts({
  ...words,
  title: { id: 'Program & Pagu', en: 'Programmes and ceilings' },
  context: { id: '{n} program bantuan. Pagu dan aturan tiap program ditetapkan di sini.', en: '{n} aid programmes. Ceilings and rules are set here.' },
  export: { id: 'Ekspor XLSX', en: 'Export XLSX' },
  exported: { id: '{n} program diekspor.', en: '{n} programmes were exported.' },
  create: { id: 'Buat program', en: 'Make a programme' },
  search: { id: 'Cari nama atau nomor DPA', en: 'Search name or DPA number' },
  found: { id: '{n} cocok', en: '{n} match' },
  version: { id: 'versi {n}', en: 'version {n}' },
  emptyTitle: { id: 'Belum ada program bantuan', en: 'No aid programme yet' },
  emptyText: { id: 'Buat program dahulu; usulan kelompok memerlukan pagu dan aturannya.', en: 'Make a programme first; proposals need its ceiling and rules.' },
  caption: { id: 'Daftar program bantuan', en: 'List of aid programmes' },
  ceilingRp: { id: 'Pagu (Rp)', en: 'Ceiling (Rp)' },
});

const filters = defineFilters({
  tahun: { kind: 'multi', label: words.fiscalYear },
  sumber: { kind: 'single', label: words.source },
  keadaan: { kind: 'single', label: words.state },
});

const SORTS = ['name', 'year', 'ceiling'] as const;

export default function ProgrammesScreen() {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const toast = useToast();
  const api = useProgrammeApi();
  const { can } = useSession();
  const [making, setMaking] = useState(false);
  const state = useTableState({ filters, sort: { column: 'year', desc: true } });
  const query = useQuery(api.list.queryOptions({}));
  const all = query.data;
  const { tahun, sumber, keadaan } = state.filters;
  const filter: ProgrammeFilter = {
    q: state.q.trim().slice(0, 80),
    fiscalYears: (tahun ?? []).map(Number),
    source: (['APBD', 'APBN'] as const).find((x) => x === sumber),
    state: (['open', 'closed'] as const).find((x) => x === keadaan),
    sort: SORTS.find((x) => x === state.sort?.column) ?? 'year',
    desc: state.sort?.desc ?? false,
  };
  const narrowedBy = JSON.stringify(filter);
  // A district has a few programmes a year, and the server gives them all at once.
  const matching = useMemo(() => all && filterProgrammes(all, JSON.parse(narrowedBy) as ProgrammeFilter), [all, narrowedBy]);
  const exporting = useMutation(api.exportXlsx.mutationOptions());
  const download = async () => {
    try {
      const { fileName, base64, rows } = await exporting.mutateAsync({ ...filter, fiscalYears: [...filter.fiscalYears], language });
      saveFile(fileName, base64);
      toast({ text: t('exported', { n: rows }) });
    } catch (error) {
      const read = readApiError(error);
      toast({ text: say(read.text, read.params), tone: 'bad' });
    }
  };
  const years = [...new Set(all?.map((p) => String(p.fiscalYear)))].sort().reverse();

  const columns: readonly Column<ProgrammeRow>[] = [
    { id: 'name', header: words.name, sortable: true, cell: (p) => <span className="sub">{p.dpaNumber} · {p.regencyName}</span> },
    { id: 'year', header: words.fiscalYear, sortable: true, align: 'end', cell: (p) => p.fiscalYear },
    { id: 'source', header: words.source, cell: (p) => `${p.source} · ${t(p.budgetType)}` },
    { id: 'ceiling', header: texts.ceilingRp, sortable: true, align: 'end', cell: (p) => <Money amount={p.ceiling} bare /> },
    { id: 'rules', header: words.rules, optional: true, cell: (p) => (p.ruleSetVersion === null ? '–' : t('version', { n: p.ruleSetVersion })) },
    { id: 'state', header: words.state, cell: (p) => <Chip tone={p.state === 'open' ? 'ok' : 'neutral'}>{words[p.state]}</Chip> },
  ];
  const create = (
    <Button variant="primary" icon={Plus} onClick={() => setMaking(true)}>
      {t('create')}
    </Button>
  );
  return (
    <div className="stack">
      <PageHead title={texts.title} context={all && t('context', { n: all.length })} actions={
        <>
          <IfMay permission="programme.export">
            <Button icon={Download} busy={exporting.isPending} onClick={() => void download()}>
              {t('export')}
            </Button>
          </IfMay>
          <IfMay permission="programme.manage">{create}</IfMay>
        </>
      } />
      <FilterBar
        state={state}
        filters={filters}
        searchLabel={t('search')}
        options={{
          tahun: years.map((y) => ({ value: y, label: y })),
          sumber: [{ value: 'APBD', label: t('APBD') }, { value: 'APBN', label: t('APBN') }],
          keadaan: [{ value: 'open', label: t('open') }, { value: 'closed', label: t('closed') }],
        }}
        count={state.narrowed && matching ? t('found', { n: matching.length }) : undefined}
        end={<TableTools state={state} columns={columns} />}
      />
      <DataTable
        caption={texts.caption}
        columns={columns}
        rows={matching?.slice((state.page - 1) * state.size, state.page * state.size)}
        rowId={(p) => p.id}
        rowName={(p) => p.name}
        rowHref={(p) => `/bantuan/program/${p.id}`}
        total={matching?.length}
        totals={matching && matching.length > 1 ? { ceiling: <Money amount={matching.reduce((sum, p) => sum + p.ceiling, 0n)} bare /> } : undefined}
        state={state}
        query={query}
        empty={{ title: texts.emptyTitle, text: texts.emptyText, action: can('programme.manage') ? create : undefined }}
      />
      <NewProgramme open={making} onClose={() => setMaking(false)} />
    </div>
  );
}
