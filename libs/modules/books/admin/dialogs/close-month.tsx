import { keepPreviousData, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Facts } from '@anyam/admin-kit/card';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FieldFrame } from '@anyam/admin-kit/form';
import { formatDate, Money } from '@anyam/admin-kit/format';
import { DateInput, TextInput } from '@anyam/admin-kit/inputs';
import { newKey } from '@anyam/admin-kit/new-key';
import { ErrorNotice, ErrorState, Notice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useId, useState } from 'react';
import { useBooksApi, useRefresh } from '../api.ts';
import { words } from '../words.ts';
import type { DialogPart } from './index.tsx';
import { Pieces, usePieces } from './pieces.tsx';

const texts = defineTexts({
  ...words,
  title: { id: 'Tutup bulan {month}', en: 'Close {month}' },
  about: {
    id: 'Hitung uang di kotak kas bersama bendahara, per pecahan. Setelah ditutup, bulan ini tidak dapat diubah lagi.',
    en: 'Count the cash box with the treasurer, by notes and coins. Once closed, the month cannot be changed.',
  },
  blocked: { id: 'Yang masih menghalangi', en: 'What still stands in the way' },
  by: { id: 'oleh {who}', en: 'by {who}' },
  counted: { id: 'Uang di kotak', en: 'In the box' },
  inBook: { id: 'Menurut buku', en: 'By the books' },
  difference: { id: 'Selisih', en: 'Difference' },
  reason: { id: 'Alasan selisih', en: 'Why they differ' },
  reasonMissing: { id: 'Cari catatan yang tertinggal, atau tulis alasan selisihnya.', en: 'Find what was not recorded, or write why they differ.' },
  on: { id: 'Dihitung tanggal', en: 'Counted on' },
  lock: { id: 'Tutup dan kunci bulan', en: 'Close and lock the month' },
  done: { id: 'Buku ditutup sampai {day}.', en: 'The books are closed through {day}.' },
});

/** Count, compare, lock: what a treasurer and the facilitator do at the end of a month. */
export default function CloseMonth({ books, onClose }: DialogPart) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const id = useId();
  const api = useBooksApi();
  const toast = useToast();
  const refresh = useRefresh();
  const [key] = useState(newKey);
  const [on, setOn] = useState<string | null>(books.today);
  const count = usePieces();
  const { pieces, counted } = count;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const day = on !== null && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : books.today;
  const query = useQuery(api.closing.queryOptions({ groupId: books.groupId, countedOn: day }, { placeholderData: keepPreviousData }));
  const close = useMutation(api.closeMonth.mutationOptions());
  const c = query.data;
  const difference = counted - (c?.inBook ?? 0n);
  const unexplained = difference !== 0n && reason.trim().length < 3;
  const monthName = formatDate(`${c?.month ?? books.due ?? books.today.slice(0, 7)}-01`, language, 'month');
  const submit = async () => {
    setTried(true);
    if (!c?.month || unexplained) return document.getElementById(`${id}-why`)?.focus();
    try {
      const done = await close.mutateAsync({
        groupId: books.groupId,
        key,
        month: c.month,
        count: { countedOn: day, pieces, reason: difference === 0n ? null : reason },
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
            <FieldFrame id={`${id}-on`} label={texts.on}>
              {(f) => <DateInput {...f} className="medium" value={on} onChange={setOn} />}
            </FieldFrame>
            <Pieces {...count} />
            <Facts
              wide
              items={[
                {
                  label: texts.counted,
                  value: (
                    <b>
                      <Money amount={counted} />
                    </b>
                  ),
                },
                { label: texts.inBook, value: <Money amount={c.inBook} /> },
                { label: texts.difference, value: <Money amount={difference} /> },
              ]}
            />
            {difference !== 0n && (
              <FieldFrame id={`${id}-why`} label={texts.reason} error={tried && unexplained ? t('reasonMissing') : undefined}>
                {(f) => <TextInput {...f} value={reason} maxLength={300} onChange={(e) => setReason(e.target.value)} />}
              </FieldFrame>
            )}
          </div>
        )
      )}
    </Dialog>
  );
}
