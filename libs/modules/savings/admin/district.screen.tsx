import { keepPreviousData, readApiError, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { BarChart } from '@anyam/admin-kit/chart';
import { Chip } from '@anyam/admin-kit/chip';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { formatMoneyShort, Money } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { IfMay } from '@anyam/admin-kit/session';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useSay, useText, type Language } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { Download } from 'lucide-react';
import { useSavingsApi, type SavingsRow } from './parts/api.ts';
import { saveFile } from '@anyam/admin-kit/files';

const texts = defineTexts({
  title: { id: 'Simpanan', en: 'Savings' },
  context: { id: 'Dana IKS, simpanan, dan pinjaman kelompok', en: 'Solidarity funds, savings and loans of groups' },
  export: { id: 'Ekspor XLSX', en: 'Export XLSX' },
  exported: { id: '{n} kelompok diekspor.', en: '{n} groups were exported.' },
  growth: { id: 'Dana IKS pada akhir bulan', en: 'Solidarity funds at the end of the month' },
  search: { id: 'Cari nama kelompok', en: 'Search the name of a group' },
  caption: { id: 'Simpanan tiap kelompok', en: 'Savings of each group' },
  found: { id: '{n} cocok', en: '{n} match' },
  group: { id: 'Kelompok', en: 'Group' },
  fund: { id: 'Dana IKS (Rp)', en: 'Fund (Rp)' },
  paid: { id: 'IKS dibayar', en: 'IKS paid' },
  voluntary: { id: 'Simpanan (Rp)', en: 'Savings (Rp)' },
  lent: { id: 'Pinjaman (Rp)', en: 'Loans (Rp)' },
  loans: { id: '{n} pinjaman', en: '{n} loans' },
  arrears: { id: 'Tunggakan (Rp)', en: 'Arrears (Rp)' },
  officers: { id: 'Bagian pengurus', en: "Officers' share" },
  ofFund: { id: '{n} % dana', en: '{n} % of the fund' },
  empty: { id: 'Belum ada simpanan', en: 'No savings yet' },
  emptyText: { id: 'Simpanan muncul di sini setelah kelompok mencatat lembar rapat pertamanya.', en: 'Savings show here once a group has recorded its first meeting sheet.' },
});
const FLAGS = {
  arrears: { id: 'Ada tunggakan', en: 'In arrears' }, officers: { id: 'Pinjaman pengurus besar', en: 'Officers borrow much' }, behind: { id: 'IKS belum lunas', en: 'IKS behind' },
} as const;
type Flag = keyof typeof FLAGS;
const SORTS = ['name', 'fund', 'lent', 'voluntary'] as const;

const filters = defineFilters({ kecamatan: { kind: 'multi', label: { id: 'Kecamatan', en: 'District' } }, tanda: { kind: 'multi', label: { id: 'Perhatian', en: 'Attention' } } });

const percent = (part: bigint, whole: bigint): string => (whole === 0n ? '–' : `${(part * 100n) / whole} %`);

const columns: readonly Column<SavingsRow>[] = [
  { id: 'name', header: texts.group, sortable: true, cell: (g) => <span className="sub">{g.villageName}, {g.districtName}</span> },
  { id: 'fund', header: texts.fund, sortable: true, align: 'end', cell: (g) => <Money amount={g.fund} bare /> },
  { id: 'paid', header: texts.paid, align: 'end', cell: (g) => percent(g.paid, g.agreed) },
  { id: 'voluntary', header: texts.voluntary, sortable: true, align: 'end', optional: true, cell: (g) => <Money amount={g.voluntary} bare /> },
  { id: 'lent', header: texts.lent, sortable: true, align: 'end', cell: (g) => <div><Money amount={g.lent} bare />{g.loans > 0 && <Loans n={g.loans} />}</div> },
  { id: 'arrears', header: texts.arrears, align: 'end', cell: (g) => (g.arrears > 0n ? <b><Money amount={g.arrears} bare /></b> : '–') },
  { id: 'officers', header: texts.officers, optional: true, cell: (g) => <Officers row={g} /> },
];

function Loans({ n }: { readonly n: number }) {
  const t = useText(texts);
  return <span className="sub">{t('loans', { n })}</span>;
}

function Officers({ row }: { readonly row: SavingsRow }) {
  const t = useText(texts);
  if (!row.officersPercent) return '–';
  const text = t('ofFund', { n: row.officersPercent });
  return row.officersMany ? <Chip tone="warn" mark="sign">{text}</Chip> : text;
}

const monthName = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));

export default function DistrictSavingsScreen() {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const api = useSavingsApi();
  const toast = useToast();
  const state = useTableState({ filters, sort: { column: 'fund', desc: true }, size: 25 });
  const { filters: f, q, sort, page, size } = state;
  const area = { districts: [...(f.kecamatan ?? [])] };
  const filter = { ...area, ...(q.trim() ? { q: q.trim().slice(0, 80) } : {}), flags: (f.tanda ?? []).filter((x): x is Flag => x in FLAGS) };
  const order = { sort: SORTS.find((s) => s === sort?.column) ?? ('fund' as const), desc: sort?.desc ?? true };
  const query = useQuery(api.lists.list.queryOptions({ ...filter, ...order, page, pageSize: size as 25 | 50 | 100 }, { placeholderData: keepPreviousData }));
  const facets = useQuery(api.lists.facets.queryOptions({}, { staleTime: 30_000 })).data;
  const growth = useQuery(api.lists.growth.queryOptions(area, { placeholderData: keepPreviousData, staleTime: 30_000 })).data;
  const exporting = useMutation(api.lists.exportXlsx.mutationOptions());
  const { data } = query;

  const download = async () => {
    try {
      const file = await exporting.mutateAsync({ ...filter, ...order });
      saveFile(file.name, file.base64, file.mime);
      toast({ text: t('exported', { n: file.rows.toLocaleString('id-ID') }) });
    } catch (error) {
      const read = readApiError(error);
      toast({ text: say(read.text, read.params), tone: 'bad' });
    }
  };
  return (
    <div className="stack">
      <PageHead
        title={texts.title} context={t('context')}
        actions={<IfMay permission="savings.export"><Button icon={Download} busy={exporting.isPending} onClick={() => void download()}>{t('export')}</Button></IfMay>}
      />
      {growth?.some((m) => m.fund > 0n) && (
        <Card title={texts.growth}>
          <BarChart caption={texts.growth} rows={growth.map((m) => ({ label: monthName(m.month, language), value: Number(m.fund) }))} format={(n) => formatMoneyShort(BigInt(Math.round(n)), language)} />
        </Card>
      )}
      <FilterBar
        state={state} filters={filters} searchLabel={t('search')}
        options={{
          kecamatan: (facets?.districts ?? []).map((d) => ({ value: d.value, label: d.label, hint: d.count.toLocaleString('id-ID') })),
          tanda: (facets?.flags ?? []).map((x) => ({ value: x.value, label: FLAGS[x.value][language], hint: x.count.toLocaleString('id-ID') })),
        }}
        count={state.narrowed && data ? t('found', { n: data.total.toLocaleString('id-ID') }) : undefined}
        end={<TableTools state={state} columns={columns} />}
      />
      <DataTable
        caption={texts.caption} columns={columns} rows={data?.rows} rowId={(g) => g.groupId} rowName={(g) => g.name} rowHref={(g) => `/kelompok/${g.groupId}/simpanan`} total={data?.total}
        totals={data && data.total ? { fund: <Money amount={data.sums.fund} bare />, paid: percent(data.sums.paid, data.sums.agreed), voluntary: <Money amount={data.sums.voluntary} bare />, lent: <Money amount={data.sums.lent} bare /> } : undefined}
        state={state} query={query} empty={{ title: texts.empty, text: texts.emptyText }}
      />
    </div>
  );
}
