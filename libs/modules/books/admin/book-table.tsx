import { Chip } from '@anyam/admin-kit/chip';
import { DateText, Money } from '@anyam/admin-kit/format';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { EmptyState } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText, type Bilingual } from '@anyam/admin-kit/text';
import type { BookView } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({ ...words, reversal: { id: 'pembatalan', en: 'reversal' } });

/** A book as a treasurer writes it: day, what for, in, out, balance. */
export function BookTable({
  caption,
  book,
  plus = texts.moneyIn,
  minus = texts.moneyOut,
  named = false,
}: {
  readonly caption: Bilingual;
  readonly book: BookView;
  readonly plus?: Bilingual;
  readonly minus?: Bilingual;
  /** Says of each line what it is: on a member's card one share-out stands as gross, material, IKS and instalment. */
  readonly named?: boolean;
}) {
  const t = useText(texts);
  const say = useSay();
  const opening = { id: '', on: '', label: texts.opening, text: texts.opening, document: null, reason: null, change: 0n, balance: book.opening, eventKey: '' };
  if (book.lines.length === 0 && book.opening === 0n) return <EmptyState title={texts.nothing} text={texts.nothingText} heading="h3" />;
  return (
    <RowsTable
      caption={caption}
      rows={[opening, ...book.lines]}
      rowId={(l) => l.id}
      columns={[
        { id: 'on', header: words.date, cell: (l) => (l.on === '' ? '' : <DateText value={l.on} style="short" />), foot: t('total') },
        {
          id: 'what',
          header: words.what,
          wrap: true,
          cell: (l) => (
            <div>
              {named && l.id !== '' && <b>{say(l.label)}. </b>}
              {say(l.text)} {l.reason !== null && <Chip tone="warn">{t('reversal')}</Chip>}
              {(l.document ?? l.reason) && <div className="sub">{[l.document, l.reason].filter(Boolean).join(' · ')}</div>}
            </div>
          ),
        },
        {
          id: 'in',
          header: plus,
          end: true,
          cell: (l) => (l.change > 0n ? <Money amount={l.change} bare /> : ''),
          foot: <Money amount={book.increase} bare />,
        },
        {
          id: 'out',
          header: minus,
          end: true,
          cell: (l) => (l.change < 0n ? <Money amount={-l.change} bare /> : ''),
          foot: <Money amount={book.decrease} bare />,
        },
        {
          id: 'balance',
          header: words.balance,
          end: true,
          cell: (l) => (
            <b>
              <Money amount={l.balance} bare />
            </b>
          ),
          foot: <Money amount={book.closing} bare />,
        },
      ]}
    />
  );
}
