import { useQueries } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Timeline } from '@anyam/admin-kit/record';
import { EmptyState, ErrorNotice, ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { useGroupApi } from './api.ts';
import { useTimelineEntry } from './timeline-words.tsx';

const texts = defineTexts({
  none: { id: 'Belum ada riwayat', en: 'No history yet' },
  older: { id: 'Tampilkan yang lebih lama', en: 'Show older entries' },
});

/** Everything that was done with this group, over all modules, latest first. */
export function HistoryTab({ id }: { readonly id: string }) {
  const t = useText(texts);
  const api = useGroupApi();
  const entry = useTimelineEntry();
  // One page after another; each is an ordinary query, so a write that refreshes the timeline refreshes these.
  const [starts, setStarts] = useState<readonly (bigint | null)[]>([null]);
  const pages = useQueries({ queries: starts.map((before) => api.timeline.queryOptions({ id, ...(before === null ? {} : { before }) })) });
  const query = pages[0]!;
  const last = pages.at(-1)!;
  const next = last.data?.next ?? null;
  if (query.isPending) return <Skeleton height={240} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const entries = pages.flatMap((p) => p.data?.entries ?? []);
  if (entries.length === 0) return <EmptyState title={texts.none} />;
  return (
    <Card>
      <div className="stack">
        <Timeline time entries={entries.map((e) => entry(e))} />
        <ErrorNotice error={last.error} onRetry={() => void last.refetch()} />
        {(next !== null || last.isPending) && (
          <Button busy={last.isPending} onClick={() => setStarts((list) => [...list, next])}>
            {t('older')}
          </Button>
        )}
      </div>
    </Card>
  );
}
