import { keepPreviousData, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { newKey } from '@anyam/admin-kit/new-key';
import { ErrorNotice, ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import { useBooksApi, useRefresh } from '../api.ts';
import { words } from '../words.ts';
import { CashCount, useCashCount } from './cash-count.tsx';
import type { DialogPart } from './index.tsx';

const texts = defineTexts({
  ...words,
  title: { id: 'Hitung kas', en: 'Count the cash' },
  about: {
    id: 'Hitung uang di kotak kas bersama bendahara, per pecahan. Selisihnya dicatat di buku dengan alasannya.',
    en: 'Count the cash box with the treasurer, by notes and coins. A difference is recorded in the books with its reason.',
  },
  save: { id: 'Simpan hitungan', en: 'Save the count' },
  done: { id: 'Hitungan kas tersimpan.', en: 'The count is saved.' },
});

/** The cash box counted on any day of an open month. */
export default function CountCash({ books, onClose }: DialogPart) {
  const t = useText(texts);
  const api = useBooksApi();
  const toast = useToast();
  const refresh = useRefresh();
  const [key] = useState(newKey);
  const count = useCashCount(books.today);
  const query = useQuery(api.cashOn.queryOptions({ groupId: books.groupId, on: count.day }, { placeholderData: keepPreviousData }));
  const send = useMutation(api.countCash.mutationOptions());
  const submit = async () => {
    const taken = query.data && count.take(query.data.inBook);
    if (!taken) return;
    try {
      await send.mutateAsync({ groupId: books.groupId, key, count: { countedOn: count.day, ...taken } });
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
          <CashCount count={count} inBook={query.data.inBook} />
        </div>
      )}
    </Dialog>
  );
}
