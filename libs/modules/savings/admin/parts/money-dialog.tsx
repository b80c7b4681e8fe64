import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FieldFrame } from '@anyam/admin-kit/form';
import { formatMoney } from '@anyam/admin-kit/format';
import { DateInput, MoneyInput, Select, TextInput } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useId, useState } from 'react';
import { newKey, useRefresh, useSavingsApi, type Fund } from './api.ts';
import { PurseField, type Purse } from './purse-field.tsx';
import { isDay, words } from './words.ts';

const texts = defineTexts({
  ...words,
  iksTitle: { id: 'Terima IKS di luar rapat', en: 'Receive IKS outside of a meeting' },
  voluntaryTitle: { id: 'Setor simpanan', en: 'Deposit savings' },
  withdrawTitle: { id: 'Tarik simpanan', en: 'Withdraw savings' },
  hasSaved: { id: 'Simpanannya {amount}.', en: 'The savings are {amount}.' },
  owes: { id: 'Belum dibayar {amount}.', en: '{amount} is not paid yet.' },
  save: { id: 'Catat', en: 'Record' },
});

/** Money of one member outside of a meeting: IKS or savings in, savings out. */
export default function MoneyDialog({ fund, act, onClose }: { readonly fund: Fund; readonly act: 'iks' | 'voluntary' | 'withdraw'; readonly onClose: () => void }) {
  const t = useText(texts);
  const id = useId();
  const api = useSavingsApi();
  const toast = useToast();
  const refresh = useRefresh();
  const { today } = useSession();
  const [key] = useState(newKey);
  const [memberId, setMemberId] = useState('');
  const [amount, setAmount] = useState<bigint | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const [purse, setPurse] = useState<Purse>('cash');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const receive = useMutation(api.fund.receive.mutationOptions());
  const withdraw = useMutation(api.fund.withdraw.mutationOptions());
  const members = fund.members.filter((m) => (act === 'withdraw' ? m.voluntary > 0n : m.active));
  const member = members.find((m) => m.memberId === memberId);
  const hint = !member ? undefined : act === 'withdraw' ? t('hasSaved', { amount: formatMoney(member.voluntary) }) : act === 'iks' && member.owed > 0n ? t('owes', { amount: formatMoney(member.owed) }) : undefined;
  const faults = { who: member ? undefined : t('memberMissing'), amount: amount && amount > 0n ? undefined : t('amountMissing'), on: isDay(on) ? undefined : t('dateMissing') };
  const error = (k: keyof typeof faults) => (tried ? faults[k] : undefined);
  const submit = async () => {
    setTried(true);
    const first = (Object.keys(faults) as (keyof typeof faults)[]).find((k) => faults[k]);
    if (first || !amount || !isDay(on)) return document.getElementById(`${id}-${first}`)?.focus();
    const common = { key, groupId: fund.group.id, memberId, amount, on, note: note.trim() || null };
    try {
      await (act === 'withdraw' ? withdraw.mutateAsync({ ...common, outOf: purse }) : receive.mutateAsync({ ...common, kind: act, into: purse }));
      toast({ text: t('saved') });
      onClose();
    } catch {
      // Said above the fields.
    } finally {
      await refresh();
    }
  };
  return (
    <Dialog
      open onClose={onClose} title={texts[`${act}Title`]} dirty={amount !== null}
      footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button variant="primary" busy={receive.isPending || withdraw.isPending} onClick={() => void submit()}>{t('save')}</Button></>}
    >
      <ErrorNotice error={receive.error ?? withdraw.error} />
      <FieldFrame id={`${id}-who`} label={texts.member} error={error('who')} hint={hint}>
        {(c) => <Select {...c} value={memberId} placeholder={t('chooseMember')} options={members.map((m) => ({ value: m.memberId, label: m.name }))} onChange={(e) => setMemberId(e.target.value)} />}
      </FieldFrame>
      <FieldFrame id={`${id}-amount`} label={texts.amount} error={error('amount')}>{(c) => <MoneyInput {...c} value={amount} onChange={setAmount} />}</FieldFrame>
      <FieldFrame id={`${id}-on`} label={texts.date} error={error('on')}>{(c) => <DateInput {...c} value={on} onChange={setOn} />}</FieldFrame>
      <PurseField id={`${id}-purse`} value={purse} onChange={setPurse} />
      <FieldFrame id={`${id}-note`} label={texts.note} optional>{(c) => <TextInput {...c} value={note} maxLength={500} onChange={(e) => setNote(e.target.value)} />}</FieldFrame>
    </Dialog>
  );
}
