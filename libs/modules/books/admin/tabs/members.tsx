import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { Money } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { EmptyState, ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useBooksApi, type MemberRow, type Overview } from '../api.ts';
import type { DialogName } from '../dialogs/names.ts';
import { words } from '../words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Anggota: hak, tabungan, dan utang', en: 'Members: dues, savings and debts' },
  note: { id: 'Buka nama untuk rekap yang dapat dicetak.', en: 'Open a name for a statement to print.' },
  none: { id: 'Belum ada anggota', en: 'No members yet' },
  left: { id: 'sudah keluar', en: 'left' },
  pay: { id: 'Bayar hak anggota', en: 'Pay members' },
});
type Money5 = 'due' | 'iks' | 'savings' | 'material' | 'loans';
const COLUMNS: readonly Money5[] = ['due', 'iks', 'savings', 'material', 'loans'];

export default function MembersTab({ books: b, onDialog }: { readonly books: Overview; readonly onDialog: (name: DialogName) => void }) {
  const t = useText(texts);
  const query = useQuery(useBooksApi().members.queryOptions({ groupId: b.groupId }));
  if (query.isPending) return <Skeleton height={280} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const sum = (of: Money5) => query.data.reduce((total, m) => total + m[of], 0n);
  return (
    <Card
      flush
      title={texts.title}
      note={texts.note}
      actions={
        b.may.write && sum('due') > 0n ? (
          <Button size="sm" onClick={() => onDialog('members')}>
            {t('pay')}
          </Button>
        ) : null
      }
    >
      <RowsTable<MemberRow>
        caption={texts.title}
        rows={query.data}
        rowId={(m) => m.memberId}
        empty={<EmptyState title={texts.none} heading="h3" />}
        columns={[
          {
            id: 'name',
            header: words.member,
            cell: (m) => (
              <>
                <Link href={`/kelompok/${b.groupId}/buku/anggota/${m.memberId}`} className="row-link">
                  {m.name}
                </Link>{' '}
                {m.left && <Chip>{t('left')}</Chip>}
              </>
            ),
          },
          ...COLUMNS.map((id) => ({
            id,
            header: words[id],
            end: true,
            cell: (m: MemberRow) => (m[id] === 0n ? '–' : <Money amount={m[id]} bare />),
            foot: <Money amount={sum(id)} bare />,
          })),
        ]}
      />
    </Card>
  );
}
