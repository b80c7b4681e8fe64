import { Card } from '@anyam/admin-kit/card';
import { formatNumber } from '@anyam/admin-kit/format';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import type { ImportView } from './api.ts';
import { RowsFoot } from './rows-foot.tsx';

const texts = defineTexts({
  title: { id: 'Baris yang tidak disimpan', en: 'Rows that were not stored' },
  note: { id: 'Alasannya adalah yang berlaku saat disimpan.', en: 'The reasons are those at the time of storing.' },
  sheet: { id: 'Lembar', en: 'Sheet' },
  row: { id: 'Baris', en: 'Row' },
  group: { id: 'Kelompok', en: 'Group' },
  name: { id: 'Nama', en: 'Name' },
  why: { id: 'Alasan', en: 'Reason' },
  more: { id: '{shown} baris pertama disebut di sini, dari {total}. Selebihnya ada di berkas kesalahan.', en: 'The first {shown} rows are named here, of {total}. The rest are in the file of faults.' },
});

const SIZE = 25;

interface Props {
  readonly rows: NonNullable<ImportView['receipt']>['leftOutRows'];
  readonly total: number;
}

/** Each row that was left out: where it stands in the file and why. */
export function LeftOutRows({ rows, total }: Props) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const [page, setPage] = useState(1);
  if (rows.length === 0) return null;
  const headers = ['sheet', 'row', 'group', 'name', 'why'] as const;
  return (
    <Card title={texts.title} note={texts.note} flush className="table-card">
      <div className="table-wrap" tabIndex={0} role="region" aria-label={t('title')}>
        <table className="data">
          <thead>
            <tr>
              {headers.map((h) => (
                <th key={h} scope="col" className={h === 'row' ? 'num' : undefined}>{t(h)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice((page - 1) * SIZE, page * SIZE).map((r) => (
              <tr key={`${r.sheet} ${r.row}`}>
                <td data-label={t('sheet')}>{r.sheet}</td>
                <td className="num" data-label={t('row')}>{r.row}</td>
                <td data-label={t('group')}>{r.group || '–'}</td>
                <td data-label={t('name')}>{r.name || '–'}</td>
                <td className="wrap" data-label={t('why')}>{r.reasons.map((reason) => say(reason)).join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > rows.length && (
        <p className="muted" style={{ padding: '0 18px 12px' }}>{t('more', { shown: formatNumber(rows.length, language), total: formatNumber(total, language) })}</p>
      )}
      <RowsFoot page={page} size={SIZE} total={rows.length} onPage={setPage} />
    </Card>
  );
}
