import { Card, Facts } from '@anyam/admin-kit/card';
import { StateChip } from '@anyam/admin-kit/chip';
import { Money } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { EmptyState, Notice } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import type { Group } from './api.ts';
import { stageMark, words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Bantuan terakhir', en: 'Latest aid' },
  left: { id: 'Belum dipertanggungjawabkan', en: 'Not yet accounted for' },
  late: { id: 'LPJ kelompok ini terlambat. Hubungi pendamping, lalu minta kelompok melengkapi buktinya.', en: 'The report of this group is overdue. Reach the facilitator and have the group complete its receipts.' },
  proposals: { id: 'Lihat usulan dan pencairan kelompok ini', en: 'See the proposals and payments of this group' },
  none: { id: 'Belum ada bantuan', en: 'No aid yet' },
  noneWhy: { id: 'Usulan bantuan dapat dibuat setelah kelompok terbentuk.', en: 'Aid can be proposed once the group is formed.' },
});

/** What the group's own record knows of its aid; the papers of each proposal stand on the pages of disbursement. */
export function AidTab({ group: g }: { readonly group: Group }) {
  const t = useText(texts);
  const stage = stageMark(g.aidStage);
  if (!stage && g.received === 0n) return <EmptyState title={texts.none} text={texts.noneWhy} />;
  return (
    <Card title={texts.title}>
      <div className="stack">
        {g.flags.includes('lpjLate') && <Notice tone="bad">{t('late')}</Notice>}
        <Facts
          items={[
            { label: words.stage, value: stage ? <StateChip of={stage} /> : t('empty') },
            { label: words.year, value: g.fiscalYear ?? t('empty') },
            { label: words.received, value: <Money amount={g.received} /> },
            { label: words.accounted, value: <Money amount={g.accounted} /> },
            { label: texts.left, value: <Money amount={g.received - g.accounted} /> },
          ]}
        />
        <p>
          <Link href={`/bantuan?cari=${encodeURIComponent(g.name)}`}>{t('proposals')}</Link>
        </p>
      </div>
    </Card>
  );
}
