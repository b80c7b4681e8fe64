import { useQuery, useQueryClient } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip, StateChip } from '@anyam/admin-kit/chip';
import { DateText, formatNumber, Money } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { ErrorNotice, ErrorState, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { dealFlow } from '@anyam/domain/marketplace-broker';
import { lazy, Suspense, useState } from 'react';
import { MaterialOffers } from './parts/material-offers.tsx';
import { Matches } from './parts/matches.tsx';
import { NeedList } from './parts/need-list.tsx';
import { useMarketApi, useOptions, type MatchRow, type NeedRow } from './parts/api.ts';
import type { BidLot } from './dialogs/bid-dialog.tsx';
import { words } from './parts/words.ts';

const NeedDialog = lazy(() => import('./dialogs/need-dialog.tsx'));
const MaterialDialog = lazy(() => import('./dialogs/material-dialog.tsx'));
const BidDialog = lazy(() => import('./dialogs/bid-dialog.tsx'));
const texts = defineTexts({
  ...words,
  title: { id: 'Kerja sama saya', en: 'My deals' },
  deals: { id: 'Kesepakatan saya', en: 'My deals' },
  noDeals: { id: 'Belum ada kesepakatan. Tulis dulu apa yang Anda cari.', en: 'No deals yet. First write what you look for.' },
  needs: { id: 'Yang saya cari', en: 'What I look for' },
  materials: { id: 'Bahan yang saya jual', en: 'Material that I sell' },
  add: { id: 'Tulis', en: 'Write' },
  offers: { id: 'Penawaran kelompok yang cocok', en: 'Matching offers of groups' },
  bid: { id: 'Tawar', en: 'Bid' },
  nobody: { id: 'Akun ini belum terhubung dengan pengepul. Hubungi dinas sosial.', en: 'This account is not tied to a broker. Ask the social office.' },
});

/** A broker's own small view, on the phone: own deals, what is looked for, and what groups offer. */
export default function OwnScreen(_: { readonly params: Record<string, string> }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useMarketApi();
  const client = useQueryClient();
  const options = useOptions();
  const [dialog, setDialog] = useState<'need' | 'material' | null>(null);
  const [need, setNeed] = useState<NeedRow | null>(null);
  const [bidding, setBidding] = useState<{ match: MatchRow; lots: readonly BidLot[] } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const deals = useQuery(api.deals.list.queryOptions({ page: 1, pageSize: 50 }));
  if (options.error) return <ErrorState error={options.error} onRetry={() => void options.refetch()} />;
  if (!options.data) return <SkeletonPage />;
  const me = options.data.own[0];
  if (!me) return <p className="muted">{t('nobody')}</p>;
  const open = async (match: MatchRow) => {
    setFailure(null);
    try {
      const offer = await client.fetchQuery(api.offers.get.queryOptions({ id: match.offerId }));
      setBidding({ match, lots: offer.lots.filter((l) => l.available > 0).map((l) => ({ lotId: l.lotId, code: l.lotCode, grade: l.grade, memberName: '', available: l.available, productId: offer.productId })) });
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <>
      <PageHead title={texts.title} context={me.name} />
      <ErrorNotice error={failure ?? deals.error} />
      <Card title={texts.deals}>
        {deals.data?.rows.length === 0 && <p className="muted">{t('noDeals')}</p>}
        <ul className="stack" style={{ listStyle: 'none', padding: 0 }}>
          {deals.data?.rows.map((d) => (
            <li key={d.id} className="stack" style={{ borderBottom: '1px solid var(--line)', paddingBottom: 12 }}>
              <div className="row" style={{ justifyContent: 'space-between' }}><Link href={`/jual/${d.id}`}><b>{d.groupName}</b></Link><StateChip of={dealFlow.states[d.state]} /></div>
              <div>{formatNumber(d.quantity, language)} {d.unit} {d.productName}, {d.placeName}</div>
              <div className="small">
                {t('value')} <Money amount={d.due > 0n ? d.due : d.expected} />. {t('paid')} <Money amount={d.settled} />. {t('remaining')} <Money amount={d.remaining} />.
                {d.dueOn && d.remaining > 0n && <> {t('dueOn')} <DateText value={d.dueOn} style="short" />{d.daysLate > 0 && <Chip tone="warn" mark="sign">{t('late', { n: d.daysLate })}</Chip>}</>}
              </div>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={texts.needs} flush actions={<Button size="sm" variant="primary" onClick={() => setDialog('need')}>{t('add')}</Button>}><NeedList partyId={me.id} onMatch={setNeed} /></Card>
      {need && <Card title={texts.offers} note={need.productName}><Matches needId={need.id} by="group" onPick={(m) => void open(m)} pick={t('bid')} /></Card>}
      <Card title={texts.materials} flush actions={<Button size="sm" onClick={() => setDialog('material')}>{t('add')}</Button>}><MaterialOffers partyId={me.id} /></Card>
      <Suspense>
        {dialog === 'need' && <NeedDialog partyId={me.id} onClose={() => setDialog(null)} />}
        {dialog === 'material' && <MaterialDialog partyId={me.id} onClose={() => setDialog(null)} />}
        {bidding && (
          <BidDialog groupId={bidding.match.groupId} lots={bidding.lots} offerId={bidding.match.offerId} needId={bidding.match.needId} partyId={me.id}
            prices={Object.fromEntries(bidding.match.prices.map((p) => [p.grade, p.price]))} onClose={() => setBidding(null)} />
        )}
      </Suspense>
    </>
  );
}
