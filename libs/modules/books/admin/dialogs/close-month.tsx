import { keepPreviousData, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { formatDate } from '@anyam/admin-kit/format';
import { newKey } from '@anyam/admin-kit/new-key';
import { ErrorNotice, ErrorState, Notice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import { useBooksApi, useRefresh } from '../api.ts';
import { words } from '../words.ts';
import { CashCount, useCashCount } from './cash-count.tsx';
import type { DialogPart } from './index.tsx';

const texts = defineTexts({
  ...words,
  title: { id: 'Tutup bulan {month}', en: 'Close {month}' },
  about: {
    id: 'Hitung uang di kotak kas bersama bendahara, per pecahan. Setelah ditutup, bulan ini tidak dapat diubah lagi.',
    en: 'Count the cash box with the treasurer, by notes and coins. Once closed, the month cannot be changed.',
  },
  blocked: { id: 'Yang masih menghalangi', en: 'What still stands in the way' },
  by: { id: 'oleh {who}', en: 'by {who}' },
  lock: { id: 'Tutup dan kunci bulan', en: 'Close and lock the month' },
  done: { id: 'Buku ditutup sampai {day}.', en: 'The books are closed through {day}.' },
});

/** Count, compare, lock: what a treasurer and the facilitator do at the end of a month. */
export default function CloseMonth({ books, onClose }: DialogPart) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const api = useBooksApi();
  const toast = useToast();
  const refresh = useRefresh();
  const [key] = useState(newKey);
  const count = useCashCount(books.today);
  const query = useQuery(api.closing.queryOptions({ groupId: books.groupId, countedOn: count.day }, { placeholderData: keepPreviousData }));
  const close = useMutation(api.closeMonth.mutationOptions());
  const c = query.data;
  const monthName = formatDate(`${c?.month ?? books.due ?? books.today.slice(0, 7)}-01`, language, 'month');
  const submit = async () => {
    const taken = c && count.take(c.inBook);
    if (!c?.month || !taken) return;
    try {
      const done = await close.mutateAsync({
        groupId: books.groupId,
        key,
        month: c.month,
        count: { countedOn: count.day, ...taken },
      });
      toast({ text: t('done', { day: formatDate(done.closedThrough, language) }) });
      await refresh();
      onClose();
    } catch {
      await query.refetch();
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={t('title', { month: monthName })}
      dirty={count.dirty}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" busy={close.isPending} blockedBy={(c?.blockers ?? []).map((b) => ({ ...b, params: {} }))} onClick={() => void submit()}>
            {t('lock')}
          </Button>
        </>
      }
    >
      {query.isPending ? (
        <Skeleton height={320} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        c && (
          <div className="stack">
            <ErrorNotice error={close.error} />
            <p>{t('about')}</p>
            {c.blockers.length > 0 && (
              <Notice tone="warn" title={texts.blocked}>
                <ul>
                  {c.blockers.map((b) => (
                    <li key={b.code}>
                      {say(b.text)} <span className="muted">({t('by', { who: say(b.clearedBy) })})</span>
                    </li>
                  ))}
                </ul>
              </Notice>
            )}
            <CashCount count={count} inBook={c.inBook} />
          </div>
        )
      )}
    </Dialog>
  );
}
