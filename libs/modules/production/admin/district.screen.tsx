import { Download, Package } from 'lucide-react';
import { keepPreviousData, readApiError, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Chip } from '@anyam/admin-kit/chip';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { formatDate } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { IfMay, useSession } from '@anyam/admin-kit/session';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { sayQuantity } from '@anyam/domain/production';
import { lazy, Suspense } from 'react';
import { useProductionApi, type DistrictRow } from './parts/api.ts';
import { useDistricts } from './parts/districts.ts';
import { saveFile } from '@anyam/admin-kit/files';
import { words } from './parts/words.ts';

const OutputChart = lazy(() => import('./parts/output-chart.tsx'));

const texts = defineTexts({
  ...words,
  context: { id: 'Hasil {month} dibanding target, dan stok yang belum terjual', en: 'Output of {month} against targets, and unsold stock' },
  export: { id: 'Ekspor XLSX', en: 'Export XLSX' },
  exported: { id: '{n} baris diekspor.', en: '{n} rows were exported.' },
  catalogue: { id: 'Barang dan bahan', en: 'Goods and material' },
  search: { id: 'Cari nama kelompok', en: 'Search the name of a group' },
  found: { id: '{n} cocok', en: '{n} match' },
  caption: { id: 'Produksi tiap kelompok dan barang', en: 'Production by group and goods' },
  percent: { id: 'Capaian', en: 'Reached' },
  pace: { id: 'Target', en: 'Target' },
  reached: { id: 'Target tercapai', en: 'Target reached' },
  behind: { id: 'Belum tercapai', en: 'Not reached' },
  noTarget: { id: 'Tanpa target', en: 'No target' },
  age: { id: 'Umur stok', en: 'Age of stock' },
  older: { id: 'Lebih dari {n} hari', en: 'More than {n} days' },
  attention: { id: 'Perhatian', en: 'Attention' },
  cases: { id: '{n} selisih ternak', en: '{n} livestock cases' },
  findings: { id: '{n} pemakaian bahan menyimpang', en: '{n} uses of material off the norm' },
  withCases: { id: 'Ada selisih ternak', en: 'With livestock cases' },
  facilitator: { id: 'Pendamping', en: 'Facilitator' },
  district: { id: 'Kecamatan', en: 'District' },
  month: { id: 'Bulan', en: 'Month' },
  emptyTitle: { id: 'Belum ada produksi pada bulan ini', en: 'No production in this month yet' },
  emptyText: { id: 'Baris muncul begitu kelompok menyetor barang, memasang target, atau punya stok.', en: 'Rows appear once a group hands in goods, sets a target or has stock.' },
});
const filters = defineFilters({
  kecamatan: { kind: 'multi', label: texts.district },
  barang: { kind: 'single', label: texts.goods },
  bulan: { kind: 'single', label: texts.month },
  target: { kind: 'multi', label: texts.pace },
  umur: { kind: 'single', label: texts.age },
  perhatian: { kind: 'single', label: texts.attention },
});
const SORTS = ['name', 'accepted', 'percent', 'unsold', 'oldest'] as const;
const PACES = ['reached', 'behind', 'noTarget'] as const;
const AGES = ['14', '30', '60', '90'] as const;

export default function DistrictScreen() {
  const t = useText(texts);
  const tell = useSay();
  const language = useLanguage();
  const api = useProductionApi();
  const toast = useToast();
  const { today } = useSession();
  const state = useTableState({ filters, sort: { column: 'name', desc: false }, size: 25 });
  const f = state.filters;
  const catalogue = useQuery(api.catalogue.list.queryOptions(undefined, { staleTime: 60_000 })).data;
  const districts = useDistricts();
  const productId = catalogue?.products.find((p) => p.id === f.barang)?.id ?? null;
  const month = /^20\d{2}-(0[1-9]|1[0-2])$/.test(f.bulan ?? '') ? (f.bulan as string) : today.slice(0, 7);
  const areas = [...(f.kecamatan ?? [])];
  const filter = {
    ...(state.q.trim() ? { q: state.q.trim().slice(0, 80) } : {}), areas, productId, month,
    pace: PACES.filter((p) => f.target?.includes(p)), unsoldDays: AGES.includes(f.umur as (typeof AGES)[number]) ? Number(f.umur) : null, withCases: f.perhatian === 'kasus',
  };
  const order = { sort: SORTS.find((s) => s === state.sort?.column) ?? 'name', desc: state.sort?.desc ?? false };
  const query = useQuery(api.district.list.queryOptions({ ...filter, ...order, page: state.page, pageSize: state.size as 25 | 50 | 100 }, { placeholderData: keepPreviousData }));
  const exporting = useMutation(api.district.exportXlsx.mutationOptions());
  const total = query.data?.total;
  const monthName = (m: string) => formatDate(`${m}-01`, language, 'month');
  const download = async () => {
    try {
      const { fileName, base64, rows } = await exporting.mutateAsync({ ...filter, ...order });
      saveFile(fileName, base64);
      toast({ text: t('exported', { n: rows.toLocaleString('id-ID') }) });
    } catch (error) {
      const read = readApiError(error);
      toast({ text: tell(read.text, read.params), tone: 'bad' });
    }
  };
  const say = (r: DistrictRow, n: number) => (n === 0 ? '–' : sayQuantity(r, n, language));
  const columns: readonly Column<DistrictRow>[] = [
    { id: 'name', header: words.group, sortable: true, cell: (r) => <span className="sub">{r.villageName}, {r.districtName}</span> },
    { id: 'goods', header: words.goods, cell: (r) => r.productName },
    { id: 'accepted', header: words.accepted, align: 'end', sortable: true, cell: (r) => say(r, r.accepted) },
    { id: 'target', header: words.target, align: 'end', cell: (r) => (r.target === null ? '–' : say(r, r.target)) },
    { id: 'percent', header: texts.percent, align: 'end', sortable: true, cell: (r) => (r.percent === null ? '–' : <Chip tone={r.percent >= 100 ? 'ok' : 'neutral'}>{`${r.percent} %`}</Chip>) },
    { id: 'unsold', header: words.unsold, align: 'end', sortable: true, cell: (r) => say(r, r.unsold) },
    { id: 'oldest', header: texts.age, align: 'end', sortable: true, cell: (r) => (r.ageDays === null ? '–' : r.ageDays > 30 ? <Chip tone="warn">{t('days', { n: r.ageDays })}</Chip> : t('days', { n: r.ageDays })) },
    { id: 'attention', header: texts.attention, cell: (r) => (r.cases + r.findings === 0 ? '–' : <>{r.cases > 0 && <Chip tone="warn" mark="sign">{t('cases', { n: r.cases })}</Chip>}{r.findings > 0 && <Chip tone="warn" mark="sign">{t('findings', { n: r.findings })}</Chip>}</>), wrap: true },
    { id: 'rejected', header: words.rejected, align: 'end', optional: 'off', cell: (r) => say(r, r.rejected) },
    { id: 'facilitator', header: texts.facilitator, optional: 'off', cell: (r) => r.facilitatorName ?? '–' },
  ];
  return (
    <div className="stack">
      <PageHead
        title={texts.production} context={t('context', { month: monthName(month) })}
        actions={
          <>
            <Button icon={Package} href="/produksi/katalog">{t('catalogue')}</Button>
            <IfMay permission="production.export"><Button icon={Download} busy={exporting.isPending} onClick={() => void download()}>{t('export')}</Button></IfMay>
          </>
        }
      />
      <FilterBar
        state={state} filters={filters} searchLabel={t('search')} count={state.narrowed && total !== undefined ? t('found', { n: total.toLocaleString('id-ID') }) : undefined} end={<TableTools state={state} columns={columns} />}
        options={{
          kecamatan: districts, barang: (catalogue?.products ?? []).map((p) => ({ value: p.id, label: p.name })), bulan: lastMonths(today).map((m) => ({ value: m, label: monthName(m) })),
          target: PACES.map((p) => ({ value: p, label: t(p) })), umur: AGES.map((n) => ({ value: n, label: t('older', { n: Number(n) }) })), perhatian: [{ value: 'kasus', label: t('withCases') }],
        }}
      />
      <DataTable
        caption={texts.caption} columns={columns} rows={query.data?.rows} rowId={(r) => `${r.groupId}/${r.productId}`} rowName={(r) => r.groupName} rowHref={(r) => `/kelompok/${r.groupId}/produksi`}
        total={total} state={state} query={query} empty={{ title: texts.emptyTitle, text: texts.emptyText }}
      />
      <Suspense><OutputChart areas={areas} productId={productId} /></Suspense>
    </div>
  );
}

/** The running month and the twelve before it, `YYYY-MM`. */
function lastMonths(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: 13 }, (_, i) => {
    const index = year * 12 + month - 1 - i;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}
