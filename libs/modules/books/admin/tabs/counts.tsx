import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText, Money } from '@anyam/admin-kit/format';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { EmptyState, ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useBooksApi, type Overview } from '../api.ts';
import type { DialogName } from '../dialogs/names.ts';
import { words } from '../words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Hitungan kas', en: 'Cash counts' },
  count: { id: 'Hitung kas', en: 'Count the cash' },
  counted: { id: 'Uang di kotak (Rp)', en: 'In the box (Rp)' },
  inBook: { id: 'Menurut buku (Rp)', en: 'By the books (Rp)' },
  difference: { id: 'Selisih (Rp)', en: 'Difference (Rp)' },
  why: { id: 'Keterangan', en: 'Note' },
  closing: { id: 'Tutup bulan', en: 'Closing of the month' },
  takenBack: { id: 'Selisih dibatalkan', en: 'Difference taken back' },
  none: { id: 'Kas belum pernah dihitung', en: 'The cash was never counted' },
  noneText: { id: 'Hitung kas kapan saja bersama bendahara; hasilnya tersimpan di sini.', en: 'Count the cash with the treasurer at any time; the counts are kept here.' },
});

/** Every count of the cash box: those of any day, and those that closed a month. */
export default function CountsTab({ books: b, onDialog }: { readonly books: Overview; readonly onDialog: (name: DialogName) => void }) {
  const t = useText(texts);
  const api = useBooksApi();
  const counts = useQuery(api.counts.queryOptions({ groupId: b.groupId }));
  const months = useQuery(api.months.queryOptions({ groupId: b.groupId }));
  if (counts.isPending || months.isPending) return <Skeleton height={280} />;
  const error = counts.error ?? months.error;
  if (error)
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void counts.refetch();
          void months.refetch();
        }}
      />
    );
  const rows = [
    ...(counts.data ?? []).map((c) => ({ ...c, by: c.countedByName, closing: false })),
    ...(months.data ?? []).map((m) => ({ ...m, id: m.closedThrough, at: m.closedAt, by: m.closedBy, closing: true, takenBack: false })),
  ].sort((x, y) => (x.countedOn < y.countedOn ? 1 : x.countedOn > y.countedOn ? -1 : y.at.getTime() - x.at.getTime()));
  const button = b.may.write && <Button onClick={() => onDialog('count')}>{t('count')}</Button>;
  if (rows.length === 0) return <EmptyState title={texts.none} text={texts.noneText} heading="h3" action={button} />;
  return (
    <Card flush title={texts.title} actions={button}>
      <RowsTable
        caption={texts.title}
        rows={rows}
        rowId={(r) => r.id}
        columns={[
          { id: 'on', header: words.date, cell: (r) => <DateText value={r.countedOn} style="short" /> },
          { id: 'counted', header: texts.counted, end: true, cell: (r) => <Money amount={r.counted} bare /> },
          { id: 'book', header: texts.inBook, end: true, cell: (r) => <Money amount={r.inBook} bare /> },
          { id: 'difference', header: texts.difference, end: true, cell: (r) => <Money amount={r.difference} bare /> },
          {
            id: 'why',
            header: texts.why,
            wrap: true,
            cell: (r) => (
              <div>
                {r.reason ?? ''} {r.closing && <Chip>{t('closing')}</Chip>} {r.takenBack && <Chip tone="warn">{t('takenBack')}</Chip>}
                <div className="sub">{r.by}</div>
              </div>
            ),
          },
        ]}
      />
    </Card>
  );
}
