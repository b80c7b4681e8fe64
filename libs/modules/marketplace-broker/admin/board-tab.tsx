import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { Card, Figure } from '@anyam/admin-kit/card';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { DateText, formatNumber, Money } from '@anyam/admin-kit/format';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { lazy, Suspense } from 'react';
import type { z } from 'zod';
import type { boardRow } from '../contract/index.ts';
import { useAreas, useMarketApi, useOptions } from './parts/api.ts';
import { words } from './parts/words.ts';

const PriceChart = lazy(() => import('./price-chart.tsx'));
type Row = z.infer<typeof boardRow>;

const texts = defineTexts({
  ...words,
  unsold: { id: 'Barang belum terjual', en: 'Unsold goods' },
  caption: { id: 'Stok yang belum terjual menurut kelompok', en: 'Unsold stock by group' },
  need: { id: 'Kebutuhan belum terpenuhi', en: 'Unmet need' },
  openDeals: { id: 'Kesepakatan berjalan', en: 'Deals under way' },
  unpaid: { id: 'Belum dibayar pembeli', en: 'Not yet paid by buyers' },
  overdue: { id: 'Lewat jatuh tempo', en: 'Overdue' },
  groups: { id: 'Kelompok', en: 'Groups' },
  oldest: { id: 'Tertua sejak', en: 'Oldest since' },
  older: { id: 'Paling sedikit (hari)', en: 'At least (days)' },
  both: { id: 'Stok dan kebutuhan menurut barang', en: 'Stock and need by goods' },
  lots: { id: 'Lot', en: 'Lots' },
  emptyTitle: { id: 'Tidak ada barang yang menunggu pembeli', en: 'No goods wait for a buyer' },
  emptyText: { id: 'Setoran anggota yang diterima muncul di sini sampai terjual.', en: 'Accepted deposits stand here until they are sold.' },
});
const filters = defineFilters({
  barang: { kind: 'single', label: words.goods },
  kecamatan: { kind: 'single', label: words.district },
  umur: { kind: 'single', label: words.age },
});
const AGES = ['14', '30', '60', '90'];

export default function BoardTab() {
  const t = useText(texts);
  const language = useLanguage();
  const api = useMarketApi();
  const options = useOptions();
  const areas = useAreas();
  const state = useTableState({ filters, size: 25 });
  const { barang, kecamatan, umur } = state.filters;
  const query = useQuery(api.offers.board.queryOptions({
    ...(state.q.trim() ? { q: state.q.trim().slice(0, 80) } : {}), ...(barang ? { productId: barang } : {}), ...(kecamatan ? { district: kecamatan } : {}), ...(umur ? { minAge: Number(umur) } : {}),
    page: state.page, pageSize: state.size as 25 | 50 | 100,
  }, { placeholderData: keepPreviousData }));
  const totals = useQuery(api.offers.totals.queryOptions(undefined, { staleTime: 30_000 }));
  const n = (x: number) => formatNumber(x, language);
  const columns: readonly Column<Row>[] = [
    { id: 'group', header: words.group, cell: (r) => <span className="sub">{r.placeName}, {r.districtName}</span> },
    { id: 'goods', header: words.goods, cell: (r) => r.productName },
    { id: 'quantity', header: words.quantity, align: 'end', cell: (r) => `${n(r.quantity)} ${r.unit}` },
    { id: 'lots', header: texts.lots, align: 'end', optional: true, cell: (r) => n(r.lots) },
    { id: 'age', header: words.age, align: 'end', cell: (r) => t('days', { n: n(r.ageDays) }) },
    { id: 'oldest', header: texts.oldest, optional: 'off', cell: (r) => <DateText value={r.oldest} style="short" /> },
  ];
  const d = totals.data;
  return (
    <div className="stack">
      <ErrorNotice error={totals.error} />
      {d && (
        <div className="cards">
          <Figure label={texts.openDeals} value={n(d.openDeals)} href="/jual?tab=kesepakatan" />
          <Figure label={texts.unpaid} value={<Money amount={d.unpaid} short />} />
          <Figure label={texts.overdue} value={<Money amount={d.overdue} short />} href="/jual?tab=kesepakatan&tempo=lewat" />
        </div>
      )}
      {d && d.products.length > 0 && (
        <Card title={texts.both} flush>
          <RowsTable caption={texts.both} rows={d.products} rowId={(r) => r.productId} columns={[
            { id: 'goods', header: words.goods, cell: (r) => r.productName },
            { id: 'unsold', header: texts.unsold, end: true, cell: (r) => `${n(r.unsold)} ${r.unit}` },
            { id: 'groups', header: texts.groups, end: true, cell: (r) => n(r.groups) },
            { id: 'oldest', header: texts.oldest, cell: (r) => (r.oldest ? <DateText value={r.oldest} style="short" /> : '–') },
            { id: 'need', header: texts.need, end: true, cell: (r) => `${n(r.needed)} ${r.unit}` },
          ]} />
        </Card>
      )}
      <FilterBar
        state={state} filters={filters}
        options={{ barang: (options.data?.products ?? []).map((p) => ({ value: p.id, label: p.name })), kecamatan: [...areas].slice(1), umur: AGES.map((a) => ({ value: a, label: `≥ ${t('days', { n: a })}` })) }}
        count={state.narrowed && query.data ? t('found', { n: n(query.data.total) }) : undefined} end={<TableTools state={state} columns={columns} />}
      />
      <DataTable caption={texts.caption} columns={columns} rows={query.data?.rows} total={query.data?.total} rowId={(r) => `${r.groupId}/${r.productId}`} rowName={(r) => r.groupName} rowHref={(r) => `/kelompok/${r.groupId}/jual`}
        state={state} query={query} empty={{ title: texts.emptyTitle, text: texts.emptyText }} />
      <Suspense>{options.data && options.data.products.length > 0 && <PriceChart goods={options.data.products} first={barang ?? null} />}</Suspense>
    </div>
  );
}
