import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { PageHead } from '@anyam/admin-kit/page-head';
import { EmptyState, ErrorState, Notice, Skeleton } from '@anyam/admin-kit/states';
import { useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useRef, useState } from 'react';
import { useGroupApi } from './api.ts';
import { DecideDialog, type Decision } from './decide-dialog.tsx';
import { PairCard } from './pair-card.tsx';

const texts = defineTexts({
  title: { id: 'Kelompok ganda', en: 'Duplicate groups' },
  context: { id: '{n} pasangan mungkin kelompok yang sama, yang paling mirip di atas', en: '{n} pairs may be one group, the likest first' },
  how: { id: 'Bandingkan kedua kelompok, lalu gabungkan atau nyatakan berbeda. Tanyakan kepada pendamping bila ragu.', en: 'Compare both groups, then merge them or declare them different. Ask the facilitator when in doubt.' },
  none: { id: 'Tidak ada kelompok ganda', en: 'No duplicates' },
  noneWhy: { id: 'Semua pasangan yang mirip sudah diputuskan.', en: 'All pairs that look alike have been decided.' },
  back: { id: 'Kembali ke daftar kelompok', en: 'Back to the list of groups' },
  more: { id: 'Tampilkan berikutnya', en: 'Show the next' },
  earlier: { id: 'Tampilkan sebelumnya', en: 'Show the previous' },
  pages: { id: 'Halaman {n} dari {of}', en: 'Page {n} of {of}' },
});

const SIZE = 25;

export default function DuplicatesScreen() {
  const t = useText(texts);
  const api = useGroupApi();
  const { page, setPage } = useTableState({});
  const [decision, setDecision] = useState<Decision | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const query = useQuery(api.duplicates.queryOptions({ page, pageSize: SIZE }, { placeholderData: keepPreviousData }));
  const pages = Math.max(1, Math.ceil((query.data?.total ?? 0) / SIZE));
  return (
    <div className="stack">
      <PageHead title={texts.title} context={query.data && t('context', { n: query.data.total })} actions={<Button href="/kelompok">{t('back')}</Button>} />
      {query.isPending && <Skeleton height={280} />}
      {query.error && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && query.data.rows.length > 0 && <Notice>{t('how')}</Notice>}
      {query.data && query.data.rows.length === 0 && <EmptyState title={texts.none} text={texts.noneWhy} action={page > 1 ? <Button onClick={() => setPage(1)}>{t('earlier')}</Button> : undefined} />}
      <div className="stack" ref={list} tabIndex={-1} style={{ outline: 'none' }}>
        {query.data?.rows.map((pair) => (
          <PairCard key={`${pair.first.id}-${pair.second.id}`} pair={pair} onDecide={(kind) => setDecision({ kind, pair })} />
        ))}
      </div>
      {pages > 1 && (
        <div className="row">
          {page > 1 && <Button onClick={() => setPage(page - 1)}>{t('earlier')}</Button>}
          {page < pages && <Button onClick={() => setPage(page + 1)}>{t('more')}</Button>}
          <span className="muted small">{t('pages', { n: page, of: pages })}</span>
        </div>
      )}
      <DecideDialog decision={decision} onClose={() => setDecision(null)} onDecided={() => list.current?.focus()} />
    </div>
  );
}
