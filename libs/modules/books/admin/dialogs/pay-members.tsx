import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Money } from '@anyam/admin-kit/format';
import { DateInput, MoneyInput, Select, TextInput } from '@anyam/admin-kit/inputs';
import { newKey } from '@anyam/admin-kit/new-key';
import { EmptyState, ErrorNotice, ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { terbilangRupiah } from '@anyam/domain/kernel';
import { useId, useState } from 'react';
import { useBooksApi, useRefresh } from '../api.ts';
import { words } from '../words.ts';
import { usePurses } from './entry-dialogs.tsx';
import type { DialogPart } from './index.tsx';

const texts = defineTexts({
  ...words,
  title: { id: 'Bayar hak anggota', en: 'Pay members' },
  about: {
    id: 'Centang anggota yang menerima uang sekarang. Jumlahnya boleh kurang dari haknya.',
    en: 'Tick the members who get money now. It may be less than what is due.',
  },
  none: { id: 'Semua hak sudah dibayarkan', en: 'All is paid out' },
  noneText: { id: 'Hak muncul di sini setelah hasil penjualan dibagi.', en: 'What is due shows here once proceeds are shared.' },
  pay: { id: 'Bayarkan {amount}', en: 'Pay {amount}' },
  amountOf: { id: 'Jumlah untuk {name}', en: 'Amount for {name}' },
  dateMissing: { id: 'Isi tanggalnya.', en: 'Enter the date.' },
});

/** Members with something due, each with the whole of it to begin with. */
export default function PayMembers({ books, onClose }: DialogPart) {
  const t = useText(texts);
  const id = useId();
  const api = useBooksApi();
  const toast = useToast();
  const refresh = useRefresh();
  const purses = usePurses(books);
  const members = useQuery(api.members.queryOptions({ groupId: books.groupId }));
  const pay = useMutation(api.payMembers.mutationOptions());
  const [key] = useState(newKey);
  const [outOf, setOutOf] = useState<'cash' | 'bank'>('cash');
  const [on, setOn] = useState<string | null>(books.today);
  const [document, setDocument] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<string, bigint | null>>>({});
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const owed = (members.data ?? []).filter((m) => m.due > 0n);
  const lines = owed
    .filter((m) => !off.has(m.memberId))
    .map((m) => ({ memberId: m.memberId, amount: typed[m.memberId] === undefined ? m.due : (typed[m.memberId] ?? 0n) }))
    .filter((l) => l.amount > 0n);
  const total = lines.reduce((sum, l) => sum + l.amount, 0n);
  const submit = async () => {
    if (!on || lines.length === 0) return;
    try {
      await pay.mutateAsync({ groupId: books.groupId, key, on, document: document || null, outOf, lines });
      toast({ text: t('saved') });
      await refresh();
      onClose();
    } catch {
      // Shown above the fields.
    }
  };
  const flip = (memberId: string) =>
    setOff((s) => {
      const next = new Set(s);
      if (!next.delete(memberId)) next.add(memberId);
      return next;
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.title}
      dirty={Object.keys(typed).length > 0}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {owed.length > 0 && (
            <Button variant="primary" busy={pay.isPending} onClick={() => void submit()}>
              {t('pay', { amount: `Rp\u00a0${total.toLocaleString('id-ID')}` })}
            </Button>
          )}
        </>
      }
    >
      {members.isPending ? (
        <Skeleton height={160} />
      ) : members.error ? (
        <ErrorState error={members.error} onRetry={() => void members.refetch()} />
      ) : owed.length === 0 ? (
        <EmptyState title={texts.none} text={texts.noneText} heading="h3" />
      ) : (
        <div className="stack">
          <ErrorNotice error={pay.error} />
          <p>{t('about')}</p>
          {owed.map((m) => (
            <div key={m.memberId} className="row">
              <label className="choice grow">
                <input type="checkbox" checked={!off.has(m.memberId)} onChange={() => flip(m.memberId)} />
                <span>
                  {m.name}
                  <span className="hint">
                    {t('due')}: <Money amount={m.due} />
                  </span>
                </span>
              </label>
              {!off.has(m.memberId) && (
                <MoneyInput
                  className="short"
                  aria-label={t('amountOf', { name: m.name })}
                  value={typed[m.memberId] === undefined ? m.due : (typed[m.memberId] ?? null)}
                  onChange={(v) => setTyped((s) => ({ ...s, [m.memberId]: v }))}
                />
              )}
            </div>
          ))}
          {total > 0n && (
            <p>
              <b>
                <Money amount={total} />
              </b>{' '}
              <span className="muted">({terbilangRupiah(total)})</span>
            </p>
          )}
          <FieldFrame id={`${id}-from`} label={words.paidFrom}>
            {(c) => (
              <Select
                {...c}
                value={outOf}
                options={purses.map((p) => ({ value: p.value, label: `${p.label} (${p.hint})` }))}
                onChange={(e) => setOutOf(e.target.value === 'bank' ? 'bank' : 'cash')}
              />
            )}
          </FieldFrame>
          <FieldFrame id={`${id}-on`} label={words.date} error={on ? undefined : t('dateMissing')}>
            {(c) => <DateInput {...c} value={on} onChange={setOn} />}
          </FieldFrame>
          <FieldFrame id={`${id}-doc`} label={words.paper} optional>
            {(c) => <TextInput {...c} value={document} maxLength={80} onChange={(e) => setDocument(e.target.value)} />}
          </FieldFrame>
        </div>
      )}
    </Dialog>
  );
}
