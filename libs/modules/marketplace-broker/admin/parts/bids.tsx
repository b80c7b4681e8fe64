import { useQuery } from '@anyam/admin-kit/api';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { formatAmount, formatNumber, Money } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useMarketApi } from './api.ts';
import { Findings } from './findings.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Tawaran yang menunggu jawaban', en: 'Bids that wait for an answer' },
  worth: { id: 'Untuk kelompok', en: 'To the group' },
  term: { id: 'Dibayar dalam', en: 'Paid within' },
  setOff: { id: 'Dipotong sampai', en: 'Set off up to' },
  far: { id: 'Jarak', en: 'Distance' },
  about: { id: 'kira-kira {n} km', en: 'about {n} km' },
  past: { id: 'Pembayaran dulu', en: 'Paid before' },
  first: { id: 'belum pernah membeli', en: 'never bought' },
  good: { id: '{n} kali, tepat waktu', en: '{n} times, in time' },
  lates: { id: '{late} dari {n} terlambat, sampai {days} hari', en: '{late} of {n} late, up to {days} days' },
});

/** Bids side by side: price, terms, distance, and how the party paid before. The best is marked, the choice is the group's. */
export function Bids({ groupId }: { readonly groupId: string }) {
  const t = useText(texts);
  const language = useLanguage();
  const query = useQuery(useMarketApi().deals.compare.queryOptions({ groupId }));
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || query.data.length === 0) return null;
  return (
    <Card title={texts.title} flush>
      <Findings of={query.data.flatMap((b) => b.findings)} />
      <RowsTable caption={texts.title} rows={query.data} rowId={(b) => b.dealId} columns={[
        { id: 'party', header: words.party, cell: (b) => <><Link href={`/jual/${b.dealId}`}>{b.partyName}</Link> {b.best && <Chip tone="ok" mark="sign">{t('best')}</Chip>}{b.blocked && <Chip tone="bad" mark="sign">{t('blocked')}</Chip>}</> },
        { id: 'quantity', header: words.quantity, end: true, cell: (b) => `${formatNumber(b.quantity, language)} ${b.unit}` },
        { id: 'price', header: words.price, cell: (b) => b.prices.map((p) => `${p.grade} ${formatAmount(p.price)}`).join(', ') },
        { id: 'worth', header: texts.worth, end: true, cell: (b) => <Money amount={b.due} /> },
        { id: 'term', header: texts.term, cell: (b) => t('days', { n: b.payWithinDays }) },
        { id: 'setOff', header: texts.setOff, end: true, cell: (b) => (b.setOffLimit > 0n ? <Money amount={b.setOffLimit} bare /> : '–') },
        { id: 'far', header: texts.far, cell: (b) => (b.km === null ? '–' : t('about', { n: b.km })) },
        { id: 'past', header: texts.past, wrap: true, cell: (b) => (b.pastDeals === 0 ? t('first') : b.lateDeals === 0 ? t('good', { n: b.pastDeals }) : t('lates', { late: b.lateDeals, n: b.pastDeals, days: b.mostLate })) },
      ]} />
    </Card>
  );
}
