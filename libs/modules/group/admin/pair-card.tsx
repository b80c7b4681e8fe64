import { Button } from '@anyam/admin-kit/button';
import { Chip } from '@anyam/admin-kit/chip';
import { formatDate, formatMoney } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { DUPLICATE_REASON_LABEL, groupFlow } from '@anyam/domain/group';
import type { z } from 'zod';
import type { duplicatesPage } from '../contract/index.ts';
import { words } from './words.ts';

export type Pair = z.infer<typeof duplicatesPage>['rows'][number];
export type Side = Pair['first'];

const texts = defineTexts({
  ...words,
  score: { id: 'Kemiripan {n} dari 100', en: 'Likeness {n} of 100' },
  what: { id: 'Data', en: 'Field' },
  differs: { id: 'berbeda', en: 'differs' },
  merge: { id: 'Gabungkan', en: 'Merge' },
  keep: { id: 'Nyatakan berbeda', en: 'Declare different' },
  compare: { id: 'Perbandingan {a} dan {b}', en: 'Comparison of {a} and {b}' },
  account: { id: 'Rekening', en: 'Account' },
  made: { id: 'Dicatat', en: 'Recorded' },
});

const isReason = (code: string): code is keyof typeof DUPLICATE_REASON_LABEL => code in DUPLICATE_REASON_LABEL;

export function PairCard({ pair, onDecide }: { readonly pair: Pair; readonly onDecide: (kind: 'kept' | 'merged') => void }) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const { first, second } = pair;
  const rows: readonly { readonly label: keyof typeof texts; readonly of: (s: Side) => string }[] = [
    { label: 'village', of: (s) => `${s.villageName}, ${s.districtName}` },
    { label: 'business', of: (s) => s.business },
    { label: 'chair', of: (s) => s.chair ?? '–' },
    { label: 'members', of: (s) => String(s.members) },
    { label: 'account', of: (s) => s.account ?? '–' },
    { label: 'phone', of: (s) => s.phone ?? '–' },
    { label: 'address', of: (s) => s.address ?? '–' },
    { label: 'state', of: (s) => say(groupFlow.states[s.state].label) },
    { label: 'received', of: (s) => formatMoney(s.received) },
    { label: 'facilitator', of: (s) => s.facilitatorName ?? '–' },
    { label: 'made', of: (s) => formatDate(s.createdAt, language) },
  ];
  return (
    <section className="card flush" aria-label={t('compare', { a: first.name, b: second.name })}>
      <header className="card-head">
        <div className="row">
          <Chip tone={pair.score >= 80 ? 'bad' : 'warn'}>{t('score', { n: Math.round(pair.score) })}</Chip>
          {pair.reasons.map((r) => (
            <Chip key={r} mark="none">
              {isReason(r) ? say(DUPLICATE_REASON_LABEL[r]) : r}
            </Chip>
          ))}
        </div>
        <div className="card-act">
          <Button size="sm" onClick={() => onDecide('kept')}>
            {t('keep')}
          </Button>
          <Button size="sm" variant="primary" onClick={() => onDecide('merged')}>
            {t('merge')}
          </Button>
        </div>
      </header>
      <table className="data">
        <caption className="sr">{t('compare', { a: first.name, b: second.name })}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{t('what')}</span>
            </th>
            {[first, second].map((s) => (
              <th key={s.id} scope="col">
                <Link href={`/kelompok/${s.id}`}>{s.name}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, of }) => {
            const [a, b] = [of(first), of(second)];
            const differs = a !== b;
            return (
              <tr key={label}>
                <td className="muted">{t(label)}</td>
                <td data-label={first.name}>{differs ? <b>{a}</b> : a}</td>
                <td data-label={second.name}>
                  {differs ? <b>{b}</b> : b} {differs && <Chip tone="warn" mark="none">{texts.differs}</Chip>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
