import { useQuery } from '@anyam/admin-kit/api';
import { Chip } from '@anyam/admin-kit/chip';
import { Facts } from '@anyam/admin-kit/card';
import { Money } from '@anyam/admin-kit/format';
import { EmptyState, ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useAidApi } from './api.ts';
import { PickRows } from './pick-rows.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  caption: { id: 'Tahap yang direncanakan', en: 'Planned tranches' },
  none: { id: 'Belum ada tahap yang dapat dicairkan', en: 'No tranches to pay yet' },
  noneWhy: { id: 'Tahap muncul di sini setelah SK penetapan terbit dan belum masuk batch lain.', en: 'Tranches appear here once the decree is issued and they are in no other batch.' },
  ready: { id: 'Siap', en: 'Ready' },
  waits: { id: 'Menunggu', en: 'Waiting' },
  chosenTotal: { id: 'Jumlah yang dipilih', en: 'Total selected' },
  readyCount: { id: 'Siap dicairkan', en: 'Ready to pay' },
  readyOf: { id: '{n} dari {total} tahap', en: '{n} of {total} tranches' },
  why: { id: 'Yang ditunggu', en: 'Waits for' },
});

/** Planned tranches of a programme in no batch: ready ones with boxes, the others with what they wait for. */
export function ReadyTranches({ programmeId, chosen, onChange }: { readonly programmeId: string; readonly chosen: ReadonlySet<string>; readonly onChange: (chosen: ReadonlySet<string>) => void }) {
  const t = useText(texts);
  const say = useSay();
  const api = useAidApi();
  const query = useQuery(api.batches.ready.queryOptions({ programmeId }));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <Skeleton height={180} />;
  if (query.data.length === 0) return <EmptyState title={texts.none} text={texts.noneWhy} heading="h3" />;
  const rows = query.data
    .map((r) => ({ id: r.trancheId, name: r.groupName, place: `${r.villageName}, ${r.districtName}`, no: r.no, amount: r.amount, closed: !r.ready, waitsFor: r.waitsFor }))
    .sort((a, b) => Number(a.closed) - Number(b.closed));
  return (
    <div className="stack">
      <Facts
        items={[
          { label: texts.readyCount, value: t('readyOf', { n: rows.filter((r) => !r.closed).length, total: rows.length }) },
          { label: texts.chosenTotal, value: <Money amount={rows.reduce((n, r) => (chosen.has(r.id) ? n + r.amount : n), 0n)} /> },
        ]}
      />
      <PickRows
        caption={texts.caption}
        rows={rows}
        chosen={chosen}
        onChange={onChange}
        columns={[
          { id: 'no', header: words.tranche, end: true, cell: (r) => r.no },
          { id: 'amount', header: words.amount, end: true, cell: (r) => <Money amount={r.amount} bare /> },
          { id: 'state', header: words.state, cell: (r) => <Chip tone={r.closed ? 'warn' : 'ok'} mark="sign">{r.closed ? texts.waits : texts.ready}</Chip> },
          { id: 'why', header: texts.why, wrap: true, cell: (r) => r.waitsFor.map((b) => say(b.text)).join(' ') || '–' },
        ]}
      />
    </div>
  );
}
