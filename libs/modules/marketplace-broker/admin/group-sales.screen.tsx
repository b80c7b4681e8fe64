import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { StateChip } from '@anyam/admin-kit/chip';
import { DateText, formatNumber, Money } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { RecordNav } from '@anyam/admin-kit/record-nav';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { ErrorNotice, ErrorState, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { dealFlow } from '@anyam/domain/marketplace-broker';
import { lazy, Suspense, useState } from 'react';
import { GroupMoney } from './parts/group-money.tsx';
import { Bids } from './parts/bids.tsx';
import { useMarketApi, useRefresh, type GroupMarket } from './parts/api.ts';
import { words } from './parts/words.ts';

const OfferDialog = lazy(() => import('./dialogs/offer-dialog.tsx'));
const BidDialog = lazy(() => import('./dialogs/bid-dialog.tsx'));
const MatchesDialog = lazy(() => import('./dialogs/matches-dialog.tsx'));
const texts = defineTexts({
  ...words,
  title: { id: 'Penjualan {name}', en: 'Sales of {name}' },
  stock: { id: 'Stok siap dijual', en: 'Stock to sell' },
  noStock: { id: 'Belum ada barang yang siap dijual. Setoran anggota yang diterima muncul di sini.', en: 'Nothing to sell yet. Accepted deposits appear here.' },
  have: { id: 'Ada', en: 'On hand' },
  held: { id: 'Dipesan', en: 'Held' },
  offer: { id: 'Tawarkan barang', en: 'Offer goods' },
  bid: { id: 'Catat tawaran', en: 'Write down a bid' },
  offers: { id: 'Sedang ditawarkan', en: 'On offer' },
  noOffers: { id: 'Belum ada penawaran terbuka.', en: 'Nothing is on offer.' },
  bids: { id: 'Tawaran', en: 'Bids' },
  buyers: { id: 'Pembeli yang cocok', en: 'Matching buyers' },
  expected: { id: '{n} {unit} {grade} siap {on}', en: '{n} {unit} {grade} ready {on}' },
  deals: { id: 'Kesepakatan', en: 'Deals' },
  noDeals: { id: 'Belum ada kesepakatan.', en: 'No deals yet.' },
});
type Doing = { readonly kind: 'offer' } | { readonly kind: 'bid'; readonly offerId: string | null } | { readonly kind: 'matches'; readonly offerId: string };

export default function GroupSalesScreen({ params }: { readonly params: Record<string, string> }) {
  const query = useQuery(useMarketApi().offers.ofGroup.queryOptions({ groupId: params.id ?? '' }));
  if (query.data) return <Loaded market={query.data} />;
  return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonPage />;
}

function Loaded({ market: m }: { readonly market: GroupMarket }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useMarketApi();
  const refresh = useRefresh();
  const [doing, setDoing] = useState<Doing | null>(null);
  const groupId = m.group.id;
  const deals = useQuery(api.deals.list.queryOptions({ groupId, page: 1, pageSize: 100 }));
  const close = useMutation(api.offers.close.mutationOptions({ onSettled: () => void refresh() }));
  const n = (x: number) => formatNumber(x, language);
  const stock = m.stock.filter((l) => l.available > 0);
  const lotsOf = (offerId: string | null) => (offerId === null ? stock : stock.filter((l) => m.offers.find((o) => o.id === offerId)?.lots.some((x) => x.lotId === l.lotId)));
  return (
    <>
      <PageHead title={t('title', { name: m.group.name })} context={m.group.placeName} actions={m.maySell && (
        <>
          {stock.length > 0 && <Button onClick={() => setDoing({ kind: 'bid', offerId: null })}>{t('bid')}</Button>}
          <Button variant="primary" onClick={() => setDoing({ kind: 'offer' })}>{t('offer')}</Button>
        </>
      )} />
      <RecordNav of="group" id={groupId} />
      <Bids groupId={groupId} />
      <Card title={texts.stock} flush>
        <RowsTable caption={texts.stock} rows={m.stock} rowId={(l) => l.lotId} empty={<p className="muted" style={{ padding: 16 }}>{t('noStock')}</p>} columns={[
          { id: 'lot', header: words.lot, cell: (l) => l.code }, { id: 'goods', header: words.goods, cell: (l) => `${l.productName} ${l.grade}` }, { id: 'member', header: words.member, cell: (l) => l.memberName },
          { id: 'have', header: texts.have, end: true, cell: (l) => `${n(l.available)} ${l.unit}` }, { id: 'held', header: texts.held, end: true, cell: (l) => (l.reserved > 0 ? n(l.reserved) : '–') }, { id: 'age', header: words.age, end: true, cell: (l) => t('days', { n: l.ageDays }) },
        ]} />
      </Card>
      <Card title={texts.offers} flush>
        <ErrorNotice error={close.error} />
        <RowsTable caption={texts.offers} rows={m.offers} rowId={(o) => o.id} empty={<p className="muted" style={{ padding: 16 }}>{t('noOffers')}</p>} columns={[
          { id: 'goods', header: words.goods, cell: (o) => o.productName },
          { id: 'quantity', header: words.quantity, wrap: true, cell: (o) => [...(o.lots.length > 0 ? [`${n(o.lots.reduce((s, l) => s + l.available, 0))} ${o.unit}`] : []), ...o.expected.map((e) => t('expected', { n: n(e.quantity), unit: o.unit, grade: e.grade, on: e.readyOn }))].join('; ') },
          { id: 'bids', header: texts.bids, end: true, cell: (o) => n(o.bids) }, { id: 'until', header: words.until, cell: (o) => <DateText value={o.until} style="short" /> },
          { id: 'do', header: texts.buyers, cell: (o) => (
            <span className="row">
              <Button size="sm" onClick={() => setDoing({ kind: 'matches', offerId: o.id })}>{t('buyers')}</Button>
              {m.maySell && o.lots.some((l) => l.available > 0) && <Button size="sm" onClick={() => setDoing({ kind: 'bid', offerId: o.id })}>{t('bid')}</Button>}
              {m.maySell && <Button size="sm" variant="quiet" onClick={() => close.mutate({ id: o.id })}>{t('close')}</Button>}
            </span>
          ) },
        ]} />
      </Card>
      <Card title={texts.deals} flush>
        <RowsTable caption={texts.deals} rows={deals.data?.rows ?? []} rowId={(r) => r.id} empty={<p className="muted" style={{ padding: 16 }}>{t('noDeals')}</p>} columns={[
          { id: 'party', header: words.party, cell: (r) => <Link href={`/jual/${r.id}`}>{r.partyName}</Link> }, { id: 'goods', header: words.goods, cell: (r) => `${n(r.quantity)} ${r.unit} ${r.productName}` },
          { id: 'value', header: words.value, end: true, cell: (r) => <Money amount={r.due > 0n ? r.due : r.expected} bare /> }, { id: 'left', header: words.remaining, end: true, cell: (r) => <Money amount={r.remaining} bare /> },
          { id: 'state', header: words.state, cell: (r) => <StateChip of={dealFlow.states[r.state]} /> },
        ]} />
      </Card>
      <GroupMoney groupId={groupId} maySell={m.maySell} />
      <Suspense>
        {doing?.kind === 'offer' && <OfferDialog market={m} onClose={() => setDoing(null)} />}
        {doing?.kind === 'bid' && <BidDialog groupId={groupId} offerId={doing.offerId} needId={null} lots={lotsOf(doing.offerId)} onClose={() => setDoing(null)} />}
        {doing?.kind === 'matches' && <MatchesDialog offerId={doing.offerId} onClose={() => setDoing(null)} />}
      </Suspense>
    </>
  );
}
