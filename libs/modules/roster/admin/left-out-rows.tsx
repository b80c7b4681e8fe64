import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useMemo, useState } from 'react';
import { useRosterApi } from './api.ts';
import { RowNotes } from './row-notes.tsx';
import { RowsFoot } from './rows-foot.tsx';

const texts = defineTexts({
  title: { id: 'Baris bermasalah dan nasibnya', en: 'Rows with faults and what became of them' },
  note: { id: 'Yang merah tidak disimpan; yang hanya kuning ikut disimpan.', en: 'Red ones were not stored; those that are only yellow were.' },
  row: { id: 'Baris', en: 'Row' },
  group: { id: 'Kelompok', en: 'Group' },
  name: { id: 'Nama', en: 'Name' },
  fate: { id: 'Hasil', en: 'Outcome' },
  why: { id: 'Alasan', en: 'Reason' },
  out: { id: 'Tidak disimpan', en: 'Not stored' },
  in: { id: 'Disimpan', en: 'Stored' },
});

const SIZE = 25;

/** The reasons beside the rows, from the last check before storing. */
export function LeftOutRows({ id, rows }: { readonly id: string; readonly rows: readonly number[] }) {
  const t = useText(texts);
  const [page, setPage] = useState(1);
  const out = useMemo(() => new Set(rows), [rows]);
  const query = useQuery(useRosterApi().rows.queryOptions({ id, onlyFaults: true, page, pageSize: SIZE }, { placeholderData: keepPreviousData }));
  return (
    <Card title={texts.title} note={texts.note} flush className="table-card">
      {query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <div className="table-wrap" tabIndex={0} role="region" aria-label={t('title')}>
          <table className="data" aria-busy={query.isPending}>
            <thead>
              <tr>
                <th scope="col" className="num">{t('row')}</th>
                <th scope="col">{t('group')}</th>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('fate')}</th>
                <th scope="col">{t('why')}</th>
              </tr>
            </thead>
            <tbody className={query.isPlaceholderData ? 'stale' : undefined}>
              {!query.data && (
                <tr>
                  <td colSpan={5}><Skeleton height={120} /></td>
                </tr>
              )}
              {query.data?.rows.map((r) => {
                const left = r.skipped || out.has(r.row);
                return (
                  <tr key={r.seq}>
                    <td className="num" data-label={t('row')}>{r.row}</td>
                    <td data-label={t('group')}>{r.cells['group']}</td>
                    <td data-label={t('name')}>{r.cells['name']}</td>
                    <td data-label={t('fate')}>
                      <Chip tone={left ? 'bad' : 'ok'} mark="sign">{left ? texts.out : texts.in}</Chip>
                    </td>
                    <td className="wrap" data-label={t('why')}><RowNotes row={{ ...r, mendedNow: false }} /></td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <RowsFoot page={page} size={SIZE} total={query.data?.total} onPage={setPage} />
    </Card>
  );
}
