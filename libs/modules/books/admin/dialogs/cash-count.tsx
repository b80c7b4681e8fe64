import { Facts } from '@anyam/admin-kit/card';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Money } from '@anyam/admin-kit/format';
import { DateInput, TextInput } from '@anyam/admin-kit/inputs';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useId, useState } from 'react';
import { Pieces, usePieces } from './pieces.tsx';

const texts = defineTexts({
  on: { id: 'Dihitung tanggal', en: 'Counted on' },
  counted: { id: 'Uang di kotak', en: 'In the box' },
  inBook: { id: 'Menurut buku', en: 'By the books' },
  difference: { id: 'Selisih', en: 'Difference' },
  reason: { id: 'Alasan selisih', en: 'Why they differ' },
  reasonMissing: { id: 'Cari catatan yang tertinggal, atau tulis alasan selisihnya.', en: 'Find what was not recorded, or write why they differ.' },
});

/** What is typed of a count of the cash box: its day, its pieces, and why it differs from the book. */
export function useCashCount(today: string) {
  const [on, setOn] = useState<string | null>(today);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const pieces = usePieces();
  const reasonId = useId();
  return {
    on, setOn, reason, setReason, tried, setTried, pieces, reasonId, dirty: pieces.dirty,
    /** The day asked about while another is being typed. */
    day: on !== null && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : today,
    /** The count as it is sent, or null while a difference has no reason; then the field for it has the focus. */
    take(inBook: bigint) {
      setTried(true);
      const difference = pieces.counted - inBook;
      if (unexplained(difference, reason)) return void document.getElementById(reasonId)?.focus();
      return { pieces: pieces.pieces, reason: difference === 0n ? null : reason };
    },
  };
}
const unexplained = (difference: bigint, reason: string): boolean => difference !== 0n && reason.trim().length < 3;

/** Day, pieces, the comparison with the book, and the reason once they differ. */
export function CashCount({ count: c, inBook }: { readonly count: ReturnType<typeof useCashCount>; readonly inBook: bigint }) {
  const t = useText(texts);
  const id = useId();
  const difference = c.pieces.counted - inBook;
  return (
    <>
      <FieldFrame id={`${id}-on`} label={texts.on}>
        {(f) => <DateInput {...f} className="medium" value={c.on} onChange={c.setOn} />}
      </FieldFrame>
      <Pieces {...c.pieces} />
      <Facts
        wide
        items={[
          {
            label: texts.counted,
            value: (
              <b>
                <Money amount={c.pieces.counted} />
              </b>
            ),
          },
          { label: texts.inBook, value: <Money amount={inBook} /> },
          { label: texts.difference, value: <Money amount={difference} /> },
        ]}
      />
      {difference !== 0n && (
        <FieldFrame id={c.reasonId} label={texts.reason} error={c.tried && unexplained(difference, c.reason) ? t('reasonMissing') : undefined}>
          {(f) => <TextInput {...f} value={c.reason} maxLength={300} onChange={(e) => c.setReason(e.target.value)} />}
        </FieldFrame>
      )}
    </>
  );
}
