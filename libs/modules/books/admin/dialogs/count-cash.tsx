import { keepPreviousData, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Facts } from '@anyam/admin-kit/card';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Money } from '@anyam/admin-kit/format';
import { DateInput, TextInput } from '@anyam/admin-kit/inputs';
import { newKey } from '@anyam/admin-kit/new-key';
import { ErrorNotice, ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useId, useState } from 'react';
import { useBooksApi, useRefresh } from '../api.ts';
import { words } from '../words.ts';
import type { DialogPart } from './index.tsx';
import { Pieces, usePieces } from './pieces.tsx';

const texts = defineTexts({
  ...words,
  title: { id: 'Hitung kas', en: 'Count the cash' },
  about: {
    id: 'Hitung uang di kotak kas bersama bendahara, per pecahan. Selisihnya dicatat di buku dengan alasannya.',
    en: 'Count the cash box with the treasurer, by notes and coins. A difference is recorded in the books with its reason.',
  },
  on: { id: 'Dihitung tanggal', en: 'Counted on' },
  counted: { id: 'Uang di kotak', en: 'In the box' },
  inBook: { id: 'Menurut buku', en: 'By the books' },
  difference: { id: 'Selisih', en: 'Difference' },
  reason: { id: 'Alasan selisih', en: 'Why they differ' },
  reasonMissing: { id: 'Cari catatan yang tertinggal, atau tulis alasan selisihnya.', en: 'Find what was not recorded, or write why they differ.' },
  save: { id: 'Simpan hitungan', en: 'Save the count' },
  done: { id: 'Hitungan kas tersimpan.', en: 'The count is saved.' },
});

/** The cash box counted on any day of an open month. */
export default function CountCash({ books, onClose }: DialogPart) {
  const t = useText(texts);
  const id = useId();
  const api = useBooksApi();
  const toast = useToast();
  const refresh = useRefresh();
  const [key] = useState(newKey);
  const [on, setOn] = useState<string | null>(books.today);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const count = usePieces();
  const day = on !== null && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : books.today;
  const query = useQuery(api.cashOn.queryOptions({ groupId: books.groupId, on: day }, { placeholderData: keepPreviousData }));
  const send = useMutation(api.countCash.mutationOptions());
  const difference = count.counted - (query.data?.inBook ?? 0n);
  const unexplained = difference !== 0n && reason.trim().length < 3;
  const submit = async () => {
    setTried(true);
    if (!query.data || unexplained) return document.getElementById(`${id}-why`)?.focus();
    try {
      await send.mutateAsync({ groupId: books.groupId, key, count: { countedOn: day, pieces: count.pieces, reason: difference === 0n ? null : reason } });
      toast({ text: t('done') });
      await refresh();
      onClose();
    } catch {
      // Shown above the fields.
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={texts.title}
      dirty={count.dirty}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" busy={send.isPending} onClick={() => void submit()}>
            {t('save')}
          </Button>
        </>
      }
    >
      {query.isPending ? (
        <Skeleton height={320} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <div className="stack">
          <ErrorNotice error={send.error} />
          <p>{t('about')}</p>
          <FieldFrame id={`${id}-on`} label={texts.on}>
            {(f) => <DateInput {...f} className="medium" value={on} onChange={setOn} />}
          </FieldFrame>
          <Pieces {...count} />
          <Facts
            wide
            items={[
              { label: texts.counted, value: <Money amount={count.counted} /> },
              { label: texts.inBook, value: <Money amount={query.data.inBook} /> },
              { label: texts.difference, value: <Money amount={difference} /> },
            ]}
          />
          {difference !== 0n && (
            <FieldFrame id={`${id}-why`} label={texts.reason} error={tried && unexplained ? t('reasonMissing') : undefined}>
              {(f) => <TextInput {...f} value={reason} maxLength={300} onChange={(e) => setReason(e.target.value)} />}
            </FieldFrame>
          )}
        </div>
      )}
    </Dialog>
  );
}
