import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FieldFrame } from '@anyam/admin-kit/form';
import { formatMoney } from '@anyam/admin-kit/format';
import { DateInput, MoneyInput, Select, TextInput } from '@anyam/admin-kit/inputs';
import { useNavigate } from '@anyam/admin-kit/link';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { terbilangRupiah } from '@anyam/domain/kernel';
import { useId, useState } from 'react';
import { newKey, useRefresh, useSavingsApi, type Loans } from './api.ts';
import { isDay, words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Ajukan pinjaman', en: 'Request a loan' },
  borrower: { id: 'Peminjam', en: 'Borrower' },
  most: { id: 'Paling banyak {amount}.', en: 'At most {amount}.' },
  instalments: { id: 'Berapa kali angsuran', en: 'Number of instalments' },
  everyMonth: { id: 'Sebulan sekali, paling banyak {n} kali.', en: 'One a month, at most {n}.' },
  everySelapan: { id: 'Selapan (35 hari) sekali, paling banyak {n} kali.', en: 'One a selapan (35 days), at most {n}.' },
  what: { id: 'Untuk apa', en: 'What for' },
  whatMissing: { id: 'Tuliskan untuk apa.', en: 'Write what it is for.' },
  countMissing: { id: 'Isi 1 sampai {n}.', en: 'Enter 1 to {n}.' },
  after: { id: 'Sesudah diajukan, pinjaman diputuskan dalam musyawarah.', en: 'Once requested, the loan is decided in a meeting.' },
  save: { id: 'Ajukan', en: 'Request' },
});

export default function RequestDialog({ groupId, loans, onClose }: { readonly groupId: string; readonly loans: Loans; readonly onClose: () => void }) {
  const t = useText(texts);
  const id = useId();
  const api = useSavingsApi();
  const toast = useToast();
  const go = useNavigate();
  const refresh = useRefresh();
  const { today } = useSession();
  const [key] = useState(newKey);
  const [memberId, setMemberId] = useState('');
  const [amount, setAmount] = useState<bigint | null>(null);
  const [count, setCount] = useState('');
  const [what, setWhat] = useState('');
  const [on, setOn] = useState<string | null>(today);
  const [tried, setTried] = useState(false);
  const save = useMutation(api.loans.request.mutationOptions());
  const { terms } = loans;
  const times = /^\d{1,3}$/.test(count) ? Number(count) : 0;
  const faults = {
    who: memberId ? undefined : t('memberMissing'), amount: amount && amount > 0n ? undefined : t('amountMissing'),
    count: times >= 1 && times <= terms.maxInstalments ? undefined : t('countMissing', { n: terms.maxInstalments }), what: what.trim() ? undefined : t('whatMissing'), on: isDay(on) ? undefined : t('dateMissing'),
  };
  const error = (k: keyof typeof faults) => (tried ? faults[k] : undefined);
  const submit = async () => {
    setTried(true);
    const first = (Object.keys(faults) as (keyof typeof faults)[]).find((k) => faults[k]);
    if (first || !amount || !isDay(on)) return document.getElementById(`${id}-${first}`)?.focus();
    try {
      const made = await save.mutateAsync({ key, groupId, memberId, amount, instalments: times, what: what.trim(), on });
      toast({ text: t('saved') });
      go(`/kelompok/${groupId}/simpanan/${made.id}`);
    } catch {
      // Said above the fields.
    } finally {
      await refresh();
    }
  };
  return (
    <Dialog
      open onClose={onClose} title={texts.title} description={t('after')} dirty={amount !== null || what !== ''}
      footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button variant="primary" busy={save.isPending} onClick={() => void submit()}>{t('save')}</Button></>}
    >
      <ErrorNotice error={save.error} />
      <FieldFrame id={`${id}-who`} label={texts.borrower} error={error('who')}>
        {(c) => <Select {...c} value={memberId} placeholder={t('chooseMember')} options={loans.members.map((m) => ({ value: m.memberId, label: m.name }))} onChange={(e) => setMemberId(e.target.value)} />}
      </FieldFrame>
      <FieldFrame id={`${id}-amount`} label={texts.amount} hint={t('most', { amount: formatMoney(terms.limit < terms.lendable ? terms.limit : terms.lendable) })} error={error('amount')}>
        {(c) => <MoneyInput {...c} value={amount} onChange={setAmount} words={terbilangRupiah} />}
      </FieldFrame>
      <FieldFrame id={`${id}-count`} label={texts.instalments} hint={t(terms.every === 'month' ? 'everyMonth' : 'everySelapan', { n: terms.maxInstalments })} error={error('count')}>
        {(c) => <TextInput {...c} className="num short" inputMode="numeric" maxLength={3} value={count} onChange={(e) => setCount(e.target.value.replace(/\D/g, ''))} />}
      </FieldFrame>
      <FieldFrame id={`${id}-what`} label={texts.what} error={error('what')}>{(c) => <TextInput {...c} value={what} maxLength={200} onChange={(e) => setWhat(e.target.value)} />}</FieldFrame>
      <FieldFrame id={`${id}-on`} label={texts.date} error={error('on')}>{(c) => <DateInput {...c} value={on} onChange={setOn} />}</FieldFrame>
    </Dialog>
  );
}
