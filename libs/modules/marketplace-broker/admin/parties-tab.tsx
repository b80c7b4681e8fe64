import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Chip } from '@anyam/admin-kit/chip';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { formatNumber, Money } from '@anyam/admin-kit/format';
import { IfMay } from '@anyam/admin-kit/session';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { PARTY_KIND_LABEL, PARTY_KINDS } from '@anyam/domain/marketplace-broker';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useMarketApi, type PartyRow } from './parts/api.ts';
import { words } from './parts/words.ts';

const PartyDialog = lazy(() => import('./dialogs/party-dialog.tsx'));
const texts = defineTexts({
  ...words,
  caption: { id: 'Daftar pengepul, pembeli, dan pemasok', en: 'Brokers, buyers and suppliers' },
  add: { id: 'Catat pihak baru', en: 'Add a party' },
  kind: { id: 'Peran', en: 'Role' },
  area: { id: 'Melayani', en: 'Serves' },
  deals: { id: 'Pembelian', en: 'Purchases' },
  lates: { id: 'Terlambat', en: 'Late' },
  unpaid: { id: 'Belum dibayar (Rp)', en: 'Unpaid (Rp)' },
  lateOf: { id: '{n} kali, paling lama {days} hari', en: '{n} times, {days} days at most' },
  search: { id: 'Cari nama', en: 'Search a name' },
  emptyTitle: { id: 'Belum ada pengepul atau pembeli', en: 'No brokers or buyers yet' },
  emptyText: { id: 'Catat siapa yang membeli dan membawa bahan, beserta wilayah layanannya.', en: 'Write down who buys and brings material, and where.' },
});
const filters = defineFilters({ peran: { kind: 'single', label: texts.kind }, blokir: { kind: 'single', label: words.blocked } });

export default function PartiesTab() {
  const t = useText(texts);
  const language = useLanguage();
  const api = useMarketApi();
  const [adding, setAdding] = useState(false);
  const state = useTableState({ filters, size: 25 });
  const { peran, blokir } = state.filters;
  const kind = PARTY_KINDS.find((k) => k === peran);
  const query = useQuery(api.parties.list.queryOptions({
    ...(state.q.trim() ? { q: state.q.trim().slice(0, 80) } : {}), ...(kind ? { kind } : {}), ...(blokir ? { blocked: blokir === 'ya' } : {}), page: state.page, pageSize: state.size as 25 | 50 | 100,
  }, { placeholderData: keepPreviousData }));
  const columns: readonly Column<PartyRow>[] = [
    { id: 'name', header: words.party, cell: (r) => <span className="sub">{r.phone ?? '–'}</span> },
    { id: 'kind', header: texts.kind, cell: (r) => r.kinds.map((k) => PARTY_KIND_LABEL[k][language]).join(', ') },
    { id: 'area', header: texts.area, wrap: true, cell: (r) => [...new Set(r.coverage.map((c) => c.areaName))].join(', ') },
    { id: 'deals', header: texts.deals, align: 'end', cell: (r) => formatNumber(r.pays.deals, language) },
    { id: 'late', header: texts.lates, cell: (r) => (r.pays.lateDeals > 0 ? t('lateOf', { n: r.pays.lateDeals, days: r.pays.mostLate }) : '–') },
    { id: 'unpaid', header: texts.unpaid, align: 'end', cell: (r) => <Money amount={r.pays.unpaid} bare /> },
    { id: 'state', header: words.state, cell: (r) => (r.blocked ? <Chip tone="bad" mark="sign">{t('blocked')}</Chip> : '–') },
  ];
  const add = <IfMay permission="marketplace-broker.party"><Button size="sm" variant="primary" icon={Plus} onClick={() => setAdding(true)}>{t('add')}</Button></IfMay>;
  return (
    <div className="stack">
      <FilterBar state={state} filters={filters} searchLabel={t('search')} end={<>{add}<TableTools state={state} columns={columns} /></>}
        options={{ peran: PARTY_KINDS.map((k) => ({ value: k, label: PARTY_KIND_LABEL[k][language] })), blokir: [{ value: 'ya', label: t('blocked') }] }} />
      <DataTable caption={texts.caption} columns={columns} rows={query.data?.rows} total={query.data?.total} rowId={(r) => r.id} rowName={(r) => r.name} rowHref={(r) => `/jual/pihak/${r.id}`} state={state} query={query}
        empty={{ title: texts.emptyTitle, text: texts.emptyText, action: add }} />
      <Suspense>{adding && <PartyDialog onClose={() => setAdding(false)} />}</Suspense>
    </div>
  );
}
