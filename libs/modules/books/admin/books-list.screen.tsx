import { Download } from 'lucide-react';
import { keepPreviousData, readApiError, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Figure } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { DateText, Money } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { IfMay } from '@anyam/admin-kit/session';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useBooksApi, type BooksRow } from './api.ts';
import { saveFile } from '@anyam/admin-kit/files';
import { TurnoverChart } from './turnover-chart.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Buku kelompok', en: "Groups' books" },
  context: { id: '{n} kelompok, {late} terlambat menutup bulan', en: '{n} groups, {late} late with closing' },
  export: { id: 'Ekspor XLSX', en: 'Export XLSX' },
  exported: { id: '{n} kelompok diekspor.', en: '{n} groups were exported.' },
  search: { id: 'Cari nama kelompok', en: 'Search the name of a group' },
  found: { id: '{n} cocok', en: '{n} match' },
  caption: { id: 'Daftar buku kelompok', en: "List of groups' books" },
  district: { id: 'Kecamatan', en: 'District' },
  flag: { id: 'Perhatian', en: 'Attention' },
  cashRp: { id: 'Kas (Rp)', en: 'Cash (Rp)' },
  bankRp: { id: 'Bank (Rp)', en: 'Bank (Rp)' },
  closed: { id: 'Ditutup sampai', en: 'Closed through' },
  last: { id: 'Catatan terakhir', en: 'Last entry' },
  late: { id: 'Terlambat ditutup', en: 'Closing is late' },
  unopened: { id: 'Belum ada catatan', en: 'No entries yet' },
  open: { id: 'Belum pernah ditutup', en: 'Never closed' },
  unbalanced: { id: 'Tidak seimbang', en: 'Not in balance' },
  sound: { id: 'Rapi', en: 'In order' },
  turnover: { id: 'Omzet 12 bulan', en: 'Turnover, 12 months' },
  turnoverNote: { id: '{g} kelompok menjual, {m} anggota berpenghasilan', en: '{g} groups sold, {m} members with income' },
  iksFund: { id: 'Dana IKS', en: 'IKS funds' },
  lent: { id: 'Pinjaman beredar', en: 'Loans out' },
  money: { id: 'Kas dan bank', en: 'Cash and bank' },
  emptyTitle: { id: 'Belum ada kelompok terbentuk', en: 'No formed groups yet' },
  emptyText: { id: 'Buku terbuka dengan catatan pertama sebuah kelompok.', en: 'Books open with the first entry of a group.' },
});
const filters = defineFilters({
  kecamatan: { kind: 'multi', label: texts.district },
  tanda: { kind: 'multi', label: texts.flag },
});
const SORTS = ['name', 'cash', 'bank', 'closed', 'last'] as const;
const FLAGS = ['late', 'open', 'unopened'] as const;

function Mark({ row: r }: { readonly row: BooksRow }) {
  const t = useText(texts);
  if (r.difference !== 0n)
    return (
      <Chip tone="bad" mark="sign">
        {t('unbalanced')}
      </Chip>
    );
  if (r.late)
    return (
      <Chip tone="warn" mark="sign">
        {t('late')}
      </Chip>
    );
  return r.firstOn === null ? <Chip>{t('unopened')}</Chip> : <Chip tone="ok">{t('sound')}</Chip>;
}
const columns: readonly Column<BooksRow>[] = [
  {
    id: 'name',
    header: words.group,
    sortable: true,
    cell: (r) => (
      <span className="sub">
        {r.villageName}, {r.districtName}
      </span>
    ),
  },
  { id: 'mark', header: texts.flag, cell: (r) => <Mark row={r} /> },
  { id: 'cash', header: texts.cashRp, align: 'end', sortable: true, cell: (r) => <Money amount={r.cash} bare /> },
  { id: 'bank', header: texts.bankRp, align: 'end', sortable: true, cell: (r) => <Money amount={r.bank} bare /> },
  { id: 'closed', header: texts.closed, sortable: true, cell: (r) => (r.closedThrough ? <DateText value={r.closedThrough} style="short" /> : '–') },
  { id: 'last', header: texts.last, sortable: true, optional: true, cell: (r) => (r.lastOn ? <DateText value={r.lastOn} style="short" /> : '–') },
];

export default function BooksListScreen() {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const api = useBooksApi();
  const toast = useToast();
  const state = useTableState({ filters, sort: { column: 'name', desc: false }, size: 25 });
  const f = state.filters;
  const filter = {
    ...(state.q.trim() ? { q: state.q.trim().slice(0, 80) } : {}),
    districts: [...(f.kecamatan ?? [])],
    flags: FLAGS.filter((flag) => f.tanda?.includes(flag)),
  };
  const order = { sort: SORTS.find((s) => s === state.sort?.column) ?? 'name', desc: state.sort?.desc ?? false };
  const query = useQuery(
    api.list.queryOptions({ ...filter, ...order, page: state.page, pageSize: state.size as 25 | 50 | 100 }, { placeholderData: keepPreviousData }),
  );
  const facets = useQuery(api.facets.queryOptions({}, { staleTime: 30_000 })).data;
  const d = useQuery(api.district.queryOptions(undefined, { staleTime: 60_000 })).data;
  const exporting = useMutation(api.exportXlsx.mutationOptions());
  const total = query.data?.total;
  const download = async () => {
    try {
      const { fileName, base64, rows } = await exporting.mutateAsync({ ...filter, ...order, language });
      saveFile(fileName, base64);
      toast({ text: t('exported', { n: rows.toLocaleString('id-ID') }) });
    } catch (error) {
      const read = readApiError(error);
      toast({ text: say(read.text, read.params), tone: 'bad' });
    }
  };
  return (
    <div className="stack">
      <PageHead
        title={texts.title}
        context={facets && t('context', { n: facets.total.toLocaleString('id-ID'), late: facets.late.toLocaleString('id-ID') })}
        actions={
          <IfMay permission="books.export">
            <Button icon={Download} busy={exporting.isPending} onClick={() => void download()}>
              {t('export')}
            </Button>
          </IfMay>
        }
      />
      {d && (
        <div className="cards">
          <Figure label={texts.turnover} value={<Money amount={d.turnover} short />}>
            <span className="small muted">{t('turnoverNote', { g: d.groupsSelling, m: d.membersWithIncome })}</span>
          </Figure>
          <Figure label={texts.money} value={<Money amount={d.cash + d.bank} short />} />
          <Figure label={texts.iksFund} value={<Money amount={d.iks} short />} />
          <Figure label={texts.lent} value={<Money amount={d.loans} short />} />
        </div>
      )}
      <FilterBar
        state={state}
        filters={filters}
        searchLabel={t('search')}
        options={{
          kecamatan: (facets?.districts ?? []).map((x) => ({ value: x.value, label: x.label, hint: x.count.toLocaleString('id-ID') })),
          tanda: FLAGS.map((value) => ({ value, label: t(value), ...(value !== 'open' && facets ? { hint: facets[value].toLocaleString('id-ID') } : {}) })),
        }}
        count={state.narrowed && total !== undefined ? t('found', { n: total.toLocaleString('id-ID') }) : undefined}
        end={<TableTools state={state} columns={columns} />}
      />
      <DataTable
        caption={texts.caption}
        columns={columns}
        rows={query.data?.rows}
        rowId={(r) => r.groupId}
        rowName={(r) => r.name}
        rowHref={(r) => `/kelompok/${r.groupId}/buku`}
        total={total}
        totals={query.data && total ? { cash: <Money amount={query.data.cash} bare />, bank: <Money amount={query.data.bank} bare /> } : undefined}
        state={state}
        query={query}
        empty={{ title: texts.emptyTitle, text: texts.emptyText }}
      />
      {d && d.months.length > 0 && <TurnoverChart months={d.months} />}
    </div>
  );
}
