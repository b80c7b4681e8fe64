import { useQuery } from '@anyam/admin-kit/api';
import { Card } from '@anyam/admin-kit/card';
import { BarChart } from '@anyam/admin-kit/chart';
import { formatAmount, formatDate } from '@anyam/admin-kit/format';
import { Select } from '@anyam/admin-kit/inputs';
import { ErrorNotice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { useMarketApi, type Goods } from './parts/api.ts';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Harga tengah menurut mutu', en: 'Middle price by grade' },
  note: { id: 'Dari kesepakatan sekabupaten. Bulan dengan terlalu sedikit kesepakatan tidak ditampilkan, agar harga satu kelompok tidak terbaca.', en: "Of the kabupaten's deals. Months with too few deals are left out, so that no single group's price can be read." },
  none: { id: 'Belum cukup kesepakatan untuk dibandingkan.', en: 'Not yet enough deals to compare.' },
  caption: { id: 'Harga tengah mutu {grade} per {unit}', en: 'Middle price of grade {grade} per {unit}' },
});

export default function PriceChart({ goods, first }: { readonly goods: readonly Goods[]; readonly first: string | null }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useMarketApi();
  const [picked, pick] = useState<string | null>(null);
  const productId = picked ?? first ?? goods[0]?.id ?? '';
  const query = useQuery(api.fairness.prices.queryOptions({ productId, months: 12 }));
  const d = query.data;
  const month = (m: string) => formatDate(`${m}-01`, language, 'month');
  const grades = (d?.grades ?? []).map((grade) => ({
    grade, rows: (d?.months ?? []).flatMap((m) => m.prices.filter((p) => p.grade === grade && p.median !== null).map((p) => ({ label: `${month(m.month)} (${p.deals})`, value: Number(p.median) }))),
  })).filter((g) => g.rows.length > 0);
  return (
    <Card title={texts.title} note={texts.note} actions={<Select aria-label={t('goods')} value={productId} options={goods.map((g) => ({ value: g.id, label: g.name }))} onChange={(e) => pick(e.target.value)} />}>
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <Skeleton height={120} />}
      {d && grades.length === 0 && <p className="muted">{t('none')}</p>}
      {grades.map((g) => (
        <section key={g.grade} className="stack">
          <h3>{t('grade')} {g.grade}</h3>
          <BarChart rows={g.rows} caption={t('caption', { grade: g.grade, unit: d?.unit ?? '' })} format={(v) => formatAmount(BigInt(v))} />
        </section>
      ))}
    </Card>
  );
}
