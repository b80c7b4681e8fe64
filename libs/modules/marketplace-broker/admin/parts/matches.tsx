import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { DateText, formatAmount, formatNumber } from '@anyam/admin-kit/format';
import { ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useMarketApi, type MatchRow } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  none: { id: 'Belum ada yang cocok. Yang cocok muncul di sini begitu ada penawaran atau kebutuhan baru.', en: 'Nothing matches yet. It appears here as soon as there is a new offer or need.' },
  score: { id: 'Kecocokan {n} dari 100', en: 'Match {n} of 100' },
  fits: { id: '{n} {unit} dapat dijual', en: '{n} {unit} can be sold' },
});

/** Fits of an offer and a need, the best first, each with the reason of its points. */
export function Matches({ offerId, needId, by, onPick, pick }: {
  readonly offerId?: string; readonly needId?: string; readonly by: 'party' | 'group'; readonly onPick?: (match: MatchRow) => void; readonly pick?: string;
}) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const query = useQuery(useMarketApi().offers.matches.queryOptions({ ...(offerId ? { offerId } : {}), ...(needId ? { needId } : {}) }));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={80} />;
  if (query.data.length === 0) return <p className="muted">{t('none')}</p>;
  return (
    <ul className="stack" style={{ listStyle: 'none', padding: 0 }}>
      {query.data.map((m) => (
        <li key={`${m.offerId}/${m.needId}`} className="stack" style={{ borderBottom: '1px solid var(--line)', paddingBottom: 12 }}>
          <div className="row" style={{ justifyContent: 'space-between' }}>
            <b>{by === 'party' ? m.partyName : `${m.groupName}, ${m.placeName}`}</b>
            <span>{t('score', { n: m.score })}</span>
          </div>
          <div className="small">{m.productName}: {m.prices.map((p) => `${p.grade} Rp ${formatAmount(p.price)}`).join(', ')}. {t('fits', { n: formatNumber(m.quantity, language), unit: m.unit })}. {t('by')} <DateText value={m.by} style="short" /></div>
          <ul className="small muted">{m.reasons.map((r) => <li key={r.part}>{say(r.text)} ({r.points}/{r.of})</li>)}</ul>
          {onPick && pick && <div><Button size="sm" onClick={() => onPick(m)}>{pick}</Button></div>}
        </li>
      ))}
    </ul>
  );
}
