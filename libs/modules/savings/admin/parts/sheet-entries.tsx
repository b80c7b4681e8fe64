import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText, formatMoney, Money } from '@anyam/admin-kit/format';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { lazy, Suspense, useState } from 'react';
import type { Sheet } from './api.ts';
import { words } from './words.ts';

const ReverseDialog = lazy(() => import('./reverse-dialog.tsx'));

const texts = defineTexts({
  ...words,
  title: { id: 'Uang yang sudah tercatat', en: 'Money recorded so far' },
  none: { id: 'Belum ada uang yang dicatat dalam rapat ini.', en: 'No money is recorded in this meeting yet.' },
  kind: { id: 'Untuk', en: 'For' },
  time: { id: 'Dicatat', en: 'Recorded' },
  undo: { id: 'Batalkan', en: 'Take back' },
  cashNow: { id: 'Uang kas kelompok menurut buku: {amount}', en: 'Cash of the group by its book: {amount}' },
});
type Entry = Sheet['entries'][number];

/** What was recorded in this meeting; a mistake is taken back here. */
export function SheetEntries({ sheet }: { readonly sheet: Sheet }) {
  const t = useText(texts);
  const [undoing, setUndoing] = useState<Entry | null>(null);
  const standing = sheet.entries.filter((e) => e.reversed === null);
  return (
    <Card title={texts.title}>
      <RowsTable
        caption={texts.title}
        rows={sheet.entries}
        rowId={(e) => e.id}
        empty={<p className="muted">{t('none')}</p>}
        columns={[
          { id: 'member', header: words.member, cell: (e) => e.memberName },
          { id: 'kind', header: texts.kind, cell: (e) => t(e.kind) },
          { id: 'amount', header: words.amount, end: true, cell: (e) => (e.reversed ? <s><Money amount={e.amount} bare /></s> : <Money amount={e.amount} bare />), foot: <Money amount={standing.reduce((n, e) => n + e.amount, 0n)} bare /> },
          { id: 'at', header: texts.time, cell: (e) => <div><DateText value={e.at} style="short" time /> <span className="sub">{e.actorName}</span></div> },
          {
            id: 'do', header: words.state, wrap: true,
            cell: (e) => (e.reversed ? <div><Chip tone="neutral">{words.reversed}</Chip> <span className="sub">{e.reversed.reason}</span></div>
              : sheet.writable ? <Button size="sm" variant="quiet" onClick={() => setUndoing(e)}>{t('undo')}</Button> : null),
          },
        ]}
      />
      <p className="muted small">{t('cashNow', { amount: formatMoney(sheet.cash) })}</p>
      <Suspense>{undoing && <ReverseDialog entry={{ id: undoing.id, name: undoing.memberName, amount: undoing.amount }} onClose={() => setUndoing(null)} />}</Suspense>
    </Card>
  );
}
