import { useQuery } from '@anyam/admin-kit/api';
import { ActionBar } from '@anyam/admin-kit/action-bar';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText, Money } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { Timeline } from '@anyam/admin-kit/record';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorState, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { lazy, Suspense, useState } from 'react';
import { DealLines } from './parts/deal-lines.tsx';
import { DealMoney } from './parts/deal-money.tsx';
import { Findings } from './parts/findings.tsx';
import { useMarketApi, type Deal } from './parts/api.ts';
import { words } from './parts/words.ts';

const DealDialogs = lazy(() => import('./dialogs/deal-dialogs.tsx'));
const texts = defineTexts({
  ...words,
  title: { id: 'Penjualan {goods}', en: 'Sale of {goods}' },
  next: { id: 'Langkah berikutnya', en: 'Next step' },
  done: { id: 'Tidak ada langkah yang tersisa.', en: 'No steps are left.' },
  pay: { id: 'Catat pembayaran', en: 'Record a payment' },
  setOff: { id: 'Potong utang bahan atau panjar', en: 'Set off material or advances' },
  revise: { id: 'Ubah tawaran', en: 'Change the bid' },
  share: { id: 'Bagikan kepada anggota', en: 'Share to the members' },
  terms: { id: 'Syarat yang disepakati', en: 'Terms' },
  fair: { id: 'Kewajaran harga', en: 'Fairness of the price' },
  median: { id: 'harga tengah {price} dari {n} kesepakatan ({percent} %)', en: 'middle price {price} over {n} deals ({percent} %)' },
  noMedian: { id: 'belum cukup pembanding', en: 'not enough to compare' },
  last: { id: 'terakhir {price}', en: 'last {price}' },
  fee: { id: 'Biaya', en: 'Fee' },
  byGroup: { id: 'ditanggung kelompok', en: 'borne by the group' },
  byParty: { id: 'ditanggung pembeli', en: 'borne by the buyer' },
  term: { id: 'Jangka bayar', en: 'Term of payment' },
  limit: { id: 'Paling banyak dipotong', en: 'Most to be set off' },
  agreed: { id: 'Disepakati', en: 'Agreed' },
  sent: { id: 'Dikirim', en: 'Sent' },
  received: { id: 'Diterima', en: 'Received' },
  history: { id: 'Riwayat', en: 'History' },
});
/** Actions that the flow names but whose own dialogs stand beside it. */
const MONEY = ['payPart', 'takeBack'];
/** The count is typed in the dialog of the step itself: that it is not there yet does not shut the button. */
function askable(b: Deal['buttons'][number]): Deal['buttons'][number] {
  const blockers = b.blockers.filter((x) => x.code !== 'NOT_COUNTED');
  return { ...b, blockers, enabled: blockers.length === 0 };
}
export type Doing = { readonly kind: 'act'; readonly action: string } | { readonly kind: 'pay' | 'setOff' | 'share' | 'revise' } | { readonly kind: 'takeBack'; readonly id: string } 
  | { readonly kind: 'payOut'; readonly shareId: string; readonly memberId?: string } | { readonly kind: 'reverseShare'; readonly shareId: string } | { readonly kind: 'reversePayout'; readonly payoutId: string };

export default function DealScreen({ params }: { readonly params: Record<string, string> }) {
  const query = useQuery(useMarketApi().deals.get.queryOptions({ id: params.id ?? '' }));
  if (query.data) return <Loaded deal={query.data} />;
  return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonPage />;
}

function Loaded({ deal: d }: { readonly deal: Deal }) {
  const t = useText(texts);
  const say = useSay();
  const { can } = useSession();
  const [doing, setDoing] = useState<Doing | null>(null);
  const buttons = d.buttons.filter((b) => !MONEY.includes(b.action) && !(b.action === 'payUp' && d.remaining > 0n)).map(askable);
  const office = can('marketplace-broker.board');
  const unit = d.product.baseUnit;
  return (
    <>
      <PageHead
        title={t('title', { goods: d.product.name })} status={<Chip tone={d.tone}>{say(d.stateLabel)}</Chip>}
        context={<>{office ? <Link href={`/kelompok/${d.group.id}/jual`}>{d.group.name}</Link> : d.group.name}, {d.group.placeName} → {office ? <Link href={`/jual/pihak/${d.party.id}`}>{d.party.name}</Link> : d.party.name}</>}
      />
      <Findings of={d.findings} />
      <div className="split">
        <div className="stack">
          <DealLines deal={d} />
          <DealMoney deal={d} onDo={setDoing} />
          <Card title={texts.history}>
            <Timeline time entries={d.steps.map((s) => ({ id: s.id, title: say(s.label), at: s.at.toISOString(), by: s.actorName, ...(s.note ? { detail: s.note } : {}) }))} />
          </Card>
        </div>
        <aside className="stack">
          <Card title={texts.next}>
            <div className="stack">
              {d.maySell && d.unshared > 0n && d.state !== 'sengketa' && <Button variant="primary" onClick={() => setDoing({ kind: 'share' })}>{t('share')}</Button>}
              {d.mayPay && <Button variant={d.unshared > 0n ? 'secondary' : 'primary'} onClick={() => setDoing({ kind: 'pay' })}>{t('pay')}</Button>}
              {d.mayPay && d.setOffAllowed > 0n && <Button onClick={() => setDoing({ kind: 'setOff' })}>{t('setOff')}</Button>}
              {d.mayRevise && <Button onClick={() => setDoing({ kind: 'revise' })}>{t('revise')}</Button>}
              {buttons.length > 0 && <ActionBar buttons={buttons} onAction={(action) => setDoing({ kind: 'act', action })} dangerous={['cancel', 'dispute', 'withdraw']} />}
              {buttons.length === 0 && !d.mayPay && d.unshared === 0n && <p className="muted">{t('done')}</p>}
            </div>
          </Card>
          <Card title={texts.terms}>
            <Facts items={[
              { label: t('prices', { unit }), value: d.terms.prices.map((p) => <div key={p.grade}>{p.grade}: <Money amount={p.price} /></div>) },
              { label: texts.fee, value: d.fee > 0n && d.terms.fee ? <><Money amount={d.fee} /> ({t(d.terms.fee.bearer === 'group' ? 'byGroup' : 'byParty')})</> : '–' },
              { label: texts.term, value: t('days', { n: d.terms.payWithinDays }) }, { label: texts.limit, value: <Money amount={d.terms.setOffLimit} /> },
              { label: texts.agreed, value: d.agreedOn ? <DateText value={d.agreedOn} /> : '–' }, { label: texts.sent, value: d.sentOn ? <DateText value={d.sentOn} /> : '–' },
              { label: texts.received, value: d.receivedOn ? <DateText value={d.receivedOn} /> : '–' }, { label: words.note, value: d.note ?? '–' },
            ]} />
          </Card>
          {office && (
            <Card title={texts.fair}>
              <Facts items={d.prices.map((p) => ({
                label: `${t('grade')} ${p.grade}`,
                value: <><Money amount={p.price} />: {p.median !== null ? t('median', { price: p.median.toLocaleString('id-ID'), n: p.deals, percent: p.percent === null ? '–' : `${p.percent > 0 ? '+' : ''}${p.percent}` }) : t('noMedian')}{p.last !== null && <>; {t('last', { price: p.last.toLocaleString('id-ID') })}</>}</>,
              }))} />
            </Card>
          )}
        </aside>
      </div>
      <Suspense>{doing && <DealDialogs deal={d} doing={doing} onClose={() => setDoing(null)} />}</Suspense>
    </>
  );
}
