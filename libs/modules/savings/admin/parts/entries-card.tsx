import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText, Money } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { ErrorNotice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { lazy, Suspense, useState } from 'react';
import { useSavingsApi, type Entry } from './api.ts';
import { words } from './words.ts';

const ReverseDialog = lazy(() => import('./reverse-dialog.tsx'));

const texts = defineTexts({
  ...words,
  title: { id: 'Catatan', en: 'Entries' },
  none: { id: 'Belum ada catatan.', en: 'No entries yet.' },
  what: { id: 'Uraian', en: 'What' },
  inOut: { id: 'Masuk / keluar (Rp)', en: 'In / out (Rp)' },
  undo: { id: 'Batalkan', en: 'Take back' },
  meeting: { id: 'rapat', en: 'meeting' },
  older: { id: 'Lebih lama', en: 'Older' },
  newer: { id: 'Lebih baru', en: 'Newer' },
});
const SIZE = 25;

/** Every movement of IKS or of savings, newest first. */
export function EntriesCard({ groupId, kind, writable }: { readonly groupId: string; readonly kind: 'iks' | 'voluntary'; readonly writable: boolean }) {
  const t = useText(texts);
  const say = useSay();
  const api = useSavingsApi();
  const [page, setPage] = useState(1);
  const [undoing, setUndoing] = useState<Entry | null>(null);
  const query = useQuery(api.fund.entries.queryOptions({ groupId, kind, page, pageSize: SIZE }, { placeholderData: keepPreviousData }));
  const total = query.data?.total ?? 0;
  return (
    <Card title={texts.title}>
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <Skeleton height={120} />}
      {query.data && (
        <RowsTable
          caption={texts.title}
          rows={query.data.rows}
          rowId={(e) => e.id}
          empty={<p className="muted">{t('none')}</p>}
          columns={[
            { id: 'on', header: words.date, cell: (e) => <DateText value={e.on} style="short" /> },
            { id: 'member', header: words.member, cell: (e) => e.memberName },
            {
              id: 'what', header: texts.what, wrap: true,
              cell: (e) => (
                <div>
                  {say(e.label)}{e.meetingId && <> (<Link href={`/rapat/${e.meetingId}`}>{t('meeting')}</Link>)</>} {e.reversed && <Chip>{words.reversed}</Chip>}
                  {(e.reason ?? e.note) && <span className="sub">{e.reason ?? e.note}</span>}
                </div>
              ),
            },
            { id: 'amount', header: texts.inOut, end: true, cell: (e) => (e.reversed ? <s><Money amount={e.amount} bare /></s> : <Money amount={e.amount} bare />) },
            { id: 'by', header: words.by, cell: (e) => e.actorName },
            ...(writable ? [{ id: 'do', header: words.state, cell: (e: Entry) => e.reversible && <Button size="sm" variant="quiet" onClick={() => setUndoing(e)}>{t('undo')}</Button> }] : []),
          ]}
        />
      )}
      {total > SIZE && (
        <div className="row">
          {page > 1 && <Button size="sm" onClick={() => setPage(page - 1)}>{t('newer')}</Button>}
          {page * SIZE < total && <Button size="sm" onClick={() => setPage(page + 1)}>{t('older')}</Button>}
        </div>
      )}
      <Suspense>{undoing && <ReverseDialog entry={{ id: undoing.id, name: undoing.memberName, amount: undoing.amount + undoing.service }} onClose={() => setUndoing(null)} />}</Suspense>
    </Card>
  );
}
