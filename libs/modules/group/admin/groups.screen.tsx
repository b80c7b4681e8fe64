import { CopyCheck, Download, Plus, Trash2, Upload } from 'lucide-react';
import { keepPreviousData, readApiError, useMutation, useQuery, useQueryClient } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { StateChip } from '@anyam/admin-kit/chip';
import { DataTable, TableTools, type Column, type Selection } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { DateText, Money } from '@anyam/admin-kit/format';
import { useNavigate } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { selectedIds } from '@anyam/admin-kit/selected-ids';
import { IfMay, useSession } from '@anyam/admin-kit/session';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { lazy, Suspense, useState } from 'react';
import { useGroupApi, type GroupRow } from './api.ts';
import { GroupPreview } from './group-preview.tsx';
import { GroupViews, useRemoveView } from './group-views.tsx';
import { filterOptions, filters, listInput, useGroupList } from './list-state.ts';
import { saveFile } from '@anyam/admin-kit/files';
import { chiefMark, words } from './words.ts';

// Only those who choose several rows need it.
const FormMany = lazy(() => import('./form-many.tsx').then((m) => ({ default: m.FormMany })));

const texts = defineTexts({
  ...words,
  title: { id: 'Kelompok', en: 'Groups' },
  context: { id: '{n} kelompok di {k} kecamatan', en: '{n} groups in {k} districts' },
  create: { id: 'Kelompok baru', en: 'New group' },
  import: { id: 'Impor daftar', en: 'Import a list' },
  export: { id: 'Ekspor XLSX', en: 'Export XLSX' },
  exported: { id: '{n} kelompok diekspor.', en: '{n} groups were exported.' },
  duplicates: { id: 'Periksa kelompok ganda', en: 'Check duplicate groups' },
  dropView: { id: 'Hapus tampilan "{name}"', en: 'Remove the view "{name}"' },
  search: { id: 'Cari nama kelompok', en: 'Search the name of a group' },
  found: { id: '{n} cocok', en: '{n} match' },
  caption: { id: 'Daftar kelompok', en: 'List of groups' },
  receivedRp: { id: 'Diterima (Rp)', en: 'Received (Rp)' },
  accountedRp: { id: 'LPJ (Rp)', en: 'Accounted (Rp)' },
  made: { id: 'Dicatat', en: 'Recorded' },
  formMany: { id: 'Nyatakan terbentuk', en: 'Declare formed' },
  tooMany: { id: 'Paling banyak 200 kelompok sekali jalan. Persempit saringannya.', en: 'At most 200 groups at a time. Narrow the filters.' },
  emptyTitle: { id: 'Belum ada kelompok', en: 'No groups yet' },
  emptyText: { id: 'Buat kelompok satu per satu, atau impor daftar dari Excel.', en: 'Make groups one by one, or import a list from Excel.' },
});

const columns: readonly Column<GroupRow>[] = [
  { id: 'name', header: words.group, sortable: true, cell: (g) => <span className="sub">{g.villageName}, {g.districtName}</span> },
  { id: 'business', header: words.business, optional: true, cell: (g) => g.business },
  { id: 'members', header: words.members, sortable: true, align: 'end', cell: (g) => g.members },
  { id: 'stage', header: words.stage, cell: (g) => <StateChip of={chiefMark(g)} /> },
  { id: 'received', header: texts.receivedRp, sortable: true, align: 'end', cell: (g) => <Money amount={g.received} bare /> },
  { id: 'accounted', header: texts.accountedRp, align: 'end', optional: 'off', cell: (g) => <Money amount={g.accounted} bare /> },
  { id: 'facilitator', header: words.facilitator, optional: true, cell: (g) => g.facilitatorName ?? '–' },
  { id: 'year', header: words.year, align: 'end', optional: 'off', cell: (g) => g.fiscalYear ?? '–' },
  { id: 'created', header: texts.made, sortable: true, optional: 'off', cell: (g) => <DateText value={g.createdAt} style="short" /> },
];

const MOST = 200;

export default function GroupsScreen() {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const api = useGroupApi();
  const toast = useToast();
  const go = useNavigate();
  const { can } = useSession();
  const state = useGroupList();
  const input = listInput(state);
  const query = useQuery(api.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const facets = useQuery(api.facets.queryOptions({}, { staleTime: 30_000 })).data;
  const exporting = useMutation(api.exportXlsx.mutationOptions());
  const view = useRemoveView(state.view);
  const total = query.data?.total;
  const client = useQueryClient();
  const [forming, setForming] = useState<{ readonly ids: readonly string[]; readonly clear: () => void } | null>(null);

  const refused = (error: unknown) => {
    const read = readApiError(error);
    toast({ text: say(read.text, read.params), tone: 'bad' });
  };
  const formSelected = async (selection: Selection) => {
    if (selection.count > MOST) return toast({ text: t('tooMany'), tone: 'info' });
    try {
      const ids = await selectedIds(selection, 50, async (page) => (await client.fetchQuery(api.list.queryOptions({ ...input, page, pageSize: 50 }))).rows.map((r) => r.id));
      setForming({ ids, clear: selection.clear });
    } catch (error) {
      refused(error);
    }
  };

  const download = async () => {
    try {
      const { page: _page, pageSize: _size, ...filter } = input;
      const { fileName, base64, rows } = await exporting.mutateAsync({ ...filter, language });
      saveFile(fileName, base64);
      toast({ text: t('exported', { n: rows.toLocaleString('id-ID') }) });
    } catch (error) {
      refused(error);
    }
  };
  const more = [
    ...(can('group.merge') ? [{ label: t('duplicates'), icon: CopyCheck, href: '/kelompok/duplikat' }] : []),
    ...(view ? [{ label: t('dropView', { name: view.name }), icon: Trash2, onSelect: () => void view.remove().then(() => go('/kelompok')) }] : []),
  ];
  const create = (
    <Button variant="primary" icon={Plus} href="/kelompok/baru">
      {t('create')}
    </Button>
  );
  return (
    <div className="stack">
      <PageHead
        title={texts.title}
        context={facets && t('context', { n: facets.total.toLocaleString('id-ID'), k: facets.districtCount })}
        actions={
          <>
            <IfMay permission="group.export">
              <Button icon={Download} busy={exporting.isPending} onClick={() => void download()}>
                {t('export')}
              </Button>
            </IfMay>
            <IfMay permission="roster.import">
              <Button icon={Upload} href="/impor">
                {t('import')}
              </Button>
            </IfMay>
            <IfMay permission="group.write">{create}</IfMay>
          </>
        }
        more={more}
      />
      <GroupViews facets={facets} current={state.view} />
      <FilterBar
        state={state}
        filters={filters}
        searchLabel={t('search')}
        options={filterOptions(facets, state, language)}
        count={state.narrowed && total !== undefined ? t('found', { n: total.toLocaleString('id-ID') }) : undefined}
        end={<TableTools state={state} columns={columns} />}
      />
      <DataTable
        caption={texts.caption}
        columns={columns}
        rows={query.data?.rows}
        rowId={(g) => g.id}
        rowName={(g) => g.name}
        rowHref={(g) => `/kelompok/${g.id}`}
        total={total}
        totals={query.data && total ? { received: <Money amount={query.data.received} bare /> } : undefined}
        state={state}
        query={query}
        {...(can('group.state') ? { bulk: (selection: Selection) => <Button size="sm" onClick={() => void formSelected(selection)}>{t('formMany')}</Button> } : {})}
        preview={(g) => <GroupPreview key={g.id} row={g} />}
        empty={{ title: texts.emptyTitle, text: texts.emptyText, action: can('group.write') ? create : undefined }}
      />
      <Suspense>{forming && <FormMany ids={forming.ids} onClose={() => setForming(null)} onDone={forming.clear} />}</Suspense>
    </div>
  );
}
