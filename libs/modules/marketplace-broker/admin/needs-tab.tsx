import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { DateText, formatAmount, formatNumber } from '@anyam/admin-kit/format';
import { IfMay } from '@anyam/admin-kit/session';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { MaterialOffers } from './parts/material-offers.tsx';
import { useMarketApi, useOptions, type NeedRow } from './parts/api.ts';
import { words } from './parts/words.ts';

const NeedDialog = lazy(() => import('./dialogs/need-dialog.tsx'));
const MaterialDialog = lazy(() => import('./dialogs/material-dialog.tsx'));
const MatchesDialog = lazy(() => import('./dialogs/matches-dialog.tsx'));
const texts = defineTexts({
  ...words,
  caption: { id: 'Kebutuhan pengepul dan pembeli', en: 'Needs of brokers and buyers' },
  add: { id: 'Tulis kebutuhan', en: 'Write a need' },
  addMaterial: { id: 'Tulis bahan yang dijual', en: 'Write material on offer' },
  materials: { id: 'Bahan yang ditawarkan', en: 'Material on offer' },
  filled: { id: 'Terpenuhi', en: 'Filled' },
  match: { id: 'Lihat yang cocok', en: 'See matches' },
  emptyTitle: { id: 'Belum ada kebutuhan', en: 'No needs yet' },
  emptyText: { id: 'Tulis apa yang dicari pengepul, berapa, dan sampai kapan.', en: 'Write what a broker looks for, how much and by when.' },
});
const filters = defineFilters({ barang: { kind: 'single', label: words.goods }, keadaan: { kind: 'single', label: words.state } });

export default function NeedsTab() {
  const t = useText(texts);
  const language = useLanguage();
  const api = useMarketApi();
  const options = useOptions();
  const [dialog, setDialog] = useState<'need' | 'material' | null>(null);
  const [matching, setMatching] = useState<string | null>(null);
  const state = useTableState({ filters, size: 25 });
  const { barang, keadaan } = state.filters;
  const query = useQuery(api.needs.list.queryOptions({ ...(barang ? { productId: barang } : {}), ...(keadaan ? { open: keadaan === 'buka' } : {}), page: state.page, pageSize: state.size as 25 | 50 | 100 }, { placeholderData: keepPreviousData }));
  const n = (x: number) => formatNumber(x, language);
  const columns: readonly Column<NeedRow>[] = [
    { id: 'party', header: words.party, cell: (r) => <span className="sub">{r.placeName}</span> },
    { id: 'goods', header: words.goods, wrap: true, cell: (r) => `${r.productName}: ${r.grades.map((g) => `${g.grade} ${formatAmount(g.price)}`).join(', ')}` },
    { id: 'quantity', header: words.quantity, align: 'end', cell: (r) => `${n(r.quantity)} ${r.unit}` },
    { id: 'filled', header: texts.filled, align: 'end', cell: (r) => n(r.filled) },
    { id: 'by', header: words.by, cell: (r) => <DateText value={r.by} style="short" /> },
    { id: 'state', header: words.state, cell: (r) => (r.open ? <Chip tone="info">{t('open')}</Chip> : <Chip>{t('closed')}</Chip>) },
    { id: 'match', header: texts.match, cell: (r) => (r.open && r.filled < r.quantity ? <Button size="sm" onClick={() => setMatching(r.id)}>{t('match')}</Button> : '–') },
  ];
  return (
    <div className="stack">
      <FilterBar state={state} filters={filters}
        options={{ barang: (options.data?.products ?? []).map((p) => ({ value: p.id, label: p.name })), keadaan: [{ value: 'buka', label: t('open') }, { value: 'tutup', label: t('closed') }] }}
        end={<><IfMay permission="marketplace-broker.need"><Button size="sm" variant="primary" icon={Plus} onClick={() => setDialog('need')}>{t('add')}</Button></IfMay><TableTools state={state} columns={columns} /></>} />
      <DataTable caption={texts.caption} columns={columns} rows={query.data?.rows} total={query.data?.total} rowId={(r) => r.id} rowName={(r) => r.partyName} rowHref={(r) => `/jual/pihak/${r.partyId}`} state={state} query={query}
        empty={{ title: texts.emptyTitle, text: texts.emptyText }} />
      <Card title={texts.materials} flush actions={<IfMay permission="marketplace-broker.need"><Button size="sm" icon={Plus} onClick={() => setDialog('material')}>{t('addMaterial')}</Button></IfMay>}>
        <MaterialOffers />
      </Card>
      <Suspense>
        {dialog === 'need' && <NeedDialog onClose={() => setDialog(null)} />}
        {dialog === 'material' && <MaterialDialog onClose={() => setDialog(null)} />}
        {matching && <MatchesDialog needId={matching} onClose={() => setMatching(null)} />}
      </Suspense>
    </div>
  );
}
