import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Facts } from '@anyam/admin-kit/card';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Money } from '@anyam/admin-kit/format';
import { DateInput } from '@anyam/admin-kit/inputs';
import { Link } from '@anyam/admin-kit/link';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice, Notice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { terbilangRupiah } from '@anyam/domain/kernel';
import { useId, useState } from 'react';
import { newKey, useRefresh, useSavingsApi, type Fund } from './api.ts';
import { PurseField, type Purse } from './purse-field.tsx';
import { isDay, words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Jalankan keputusan', en: 'Carry out the decision' },
  purpose: { id: 'Tujuan', en: 'Purpose' },
  who: { id: 'Yang dibantu', en: 'Who is helped' },
  spread: { id: 'Jumlah ini dikurangkan dari saldo IKS semua anggota menurut besar saldonya.', en: 'It is taken off the IKS of all members, by their balances.' },
  capital: { id: 'IKS menjadi modal usaha kelompok. Belanjanya dicatat sendiri: ternak di Produksi, alat di Buku.', en: 'IKS becomes capital of the group. What is bought is recorded by itself: animals under Production, tools in the books.' },
  save: { id: 'Jalankan', en: 'Carry out' },
  done: { id: 'Keputusan dijalankan.', en: 'The decision is carried out.' },
  next: { id: 'Kini catat apa yang dibeli:', en: 'Now record what is bought:' },
  animals: { id: 'ternak atau bahan di Produksi', en: 'animals or material under Production' },
  tools: { id: 'alat dan belanja lain di Buku', en: 'tools and other purchases in the books' },
  close: { id: 'Tutup', en: 'Close' },
});

/** A decision on the fund is carried out once. After a diversification the purchase itself is still to be recorded. */
export default function UseDialog({ groupId, decision: d, onClose }: { readonly groupId: string; readonly decision: Fund['toUse'][number]; readonly onClose: () => void }) {
  const t = useText(texts);
  const say = useSay();
  const id = useId();
  const api = useSavingsApi();
  const refresh = useRefresh();
  const { today } = useSession();
  const [key] = useState(newKey);
  const [on, setOn] = useState<string | null>(today);
  const [purse, setPurse] = useState<Purse>('cash');
  const use = useMutation(api.fund.use.mutationOptions());
  const help = d.purpose === 'socialHelp';
  const submit = async () => {
    if (!isDay(on)) return document.getElementById(`${id}-on`)?.focus();
    try {
      await use.mutateAsync({ key, groupId, decisionId: d.id, on, outOf: purse });
      if (help) onClose();
    } catch {
      // Said above the fields.
    } finally {
      await refresh();
    }
  };
  if (use.isSuccess) {
    return (
      <Dialog open onClose={onClose} title={texts.done} footer={<Button variant="primary" onClick={onClose}>{t('close')}</Button>}>
        <p>{t('next')}</p>
        <ul className="list-disc pl-5">
          <li><Link href={`/kelompok/${groupId}/produksi`}>{t('animals')}</Link></li>
          <li><Link href={`/kelompok/${groupId}/buku`}>{t('tools')}</Link></li>
        </ul>
      </Dialog>
    );
  }
  return (
    <Dialog
      open onClose={onClose} title={texts.title}
      footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button variant="primary" busy={use.isPending} onClick={() => void submit()}>{t('save')}</Button></>}
    >
      <ErrorNotice error={use.error} />
      <Facts wide items={[{ label: texts.purpose, value: `${say(d.purposeLabel)}: ${d.what}` }, ...(d.memberName ? [{ label: texts.who, value: d.memberName }] : [])]} />
      <div className="amount-box"><b><Money amount={d.amount} /></b><div className="muted small">{terbilangRupiah(d.amount)}</div></div>
      <Notice>{t('spread')}{!help && ` ${t('capital')}`}</Notice>
      <FieldFrame id={`${id}-on`} label={texts.date} error={use.isIdle || isDay(on) ? undefined : t('dateMissing')}>{(c) => <DateInput {...c} value={on} onChange={setOn} />}</FieldFrame>
      {help && <PurseField id={`${id}-purse`} value={purse} onChange={setPurse} />}
    </Dialog>
  );
}
