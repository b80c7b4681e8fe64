import { useQueries, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Facts } from '@anyam/admin-kit/card';
import { Money } from '@anyam/admin-kit/format';
import { EmptyState, ErrorState, Notice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { useAidApi } from './api.ts';
import { PickRows } from './pick-rows.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  caption: { id: 'Usulan yang lolos verifikasi', en: 'Proposals that passed verification' },
  none: { id: 'Belum ada usulan yang dapat ditetapkan', en: 'No proposals to decree yet' },
  noneWhy: { id: 'Usulan dapat dipilih setelah lolos verifikasi dan belum ada di konsep SK lain.', en: 'Proposals can be chosen once they pass verification and are on no other draft.' },
  more: { id: 'Tampilkan usulan berikutnya ({n} dari {total} terlihat)', en: 'Show more proposals ({n} of {total} shown)' },
  available: { id: 'Pagu yang tersedia', en: 'Available ceiling' },
  total: { id: 'Jumlah yang dipilih', en: 'Total selected' },
  after: { id: 'Sisa setelah ditetapkan', en: 'Left after the decree' },
  over: { id: 'Jumlah yang dipilih melebihi pagu yang tersedia. Konsep boleh disusun, tetapi SK belum dapat diterbitkan.', en: 'The selection is over the available ceiling. The draft can be made, but the decree cannot be issued.' },
});

/** Passed proposals of one programme that are on no draft, with boxes, against what is left of its ceiling (less `taken`, on this draft already). */
export function PassedProposals({ programmeId, chosen, onChange, taken = 0n }: {
  readonly programmeId: string;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  readonly taken?: bigint;
}) {
  const t = useText(texts);
  const api = useAidApi();
  const [pages, setPages] = useState(1);
  const queries = useQueries({
    queries: Array.from({ length: pages }, (_, i) => api.proposals.list.queryOptions({ programmeId, states: ['lolos'], sort: 'group', page: i + 1, pageSize: 100 })),
  });
  // A proposal may stand on one draft only, and its row does not say so.
  const drafts = useQuery(api.decrees.list.queryOptions({ programmeId, state: 'draft', page: 1, pageSize: 25 }));
  const details = useQueries({ queries: (drafts.data?.rows ?? []).map((d) => api.decrees.detail.queryOptions({ id: d.id })) });
  const failed = [...queries, drafts, ...details].find((q) => q.error);
  const figures = useQuery(api.figures.figures.queryOptions({ programmeId }));
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  const first = queries[0]?.data;
  if (!first || drafts.isPending || details.some((q) => q.isPending)) return <Skeleton height={180} />;
  const seen = queries.flatMap((q) => q.data?.rows ?? []);
  const onDraft = new Set(details.flatMap((q) => q.data?.lines.map((l) => l.proposalId) ?? []));
  const rows = seen.filter((r) => !onDraft.has(r.id)).map((r) => ({ id: r.id, name: r.groupName, place: `${r.villageName}, ${r.districtName}`, amount: r.requested }));
  const more = first.total > seen.length && (
    <Button size="sm" busy={queries.some((q) => q.isPending)} onClick={() => setPages((n) => n + 1)}>{t('more', { n: seen.length, total: first.total })}</Button>
  );
  if (rows.length === 0 && !more) return <EmptyState title={texts.none} text={texts.noneWhy} heading="h3" />;
  const total = rows.reduce((n, r) => (chosen.has(r.id) ? n + r.amount : n), 0n);
  const available = figures.data ? figures.data.available - taken : null;
  return (
    <div className="stack">
      <Facts
        items={[
          { label: texts.available, value: available === null ? '–' : <Money amount={available} /> },
          { label: texts.total, value: <Money amount={total} /> },
          { label: texts.after, value: available === null ? '–' : <Money amount={available - total} /> },
        ]}
      />
      {available !== null && total > available && <Notice tone="warn">{t('over')}</Notice>}
      <PickRows caption={texts.caption} rows={rows} chosen={chosen} onChange={onChange} columns={[{ id: 'amount', header: words.amount, end: true, cell: (r) => <Money amount={r.amount} bare /> }]} />
      {more}
    </div>
  );
}
