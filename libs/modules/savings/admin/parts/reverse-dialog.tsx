import { useMutation } from '@anyam/admin-kit/api';
import { formatMoney } from '@anyam/admin-kit/format';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useSavingsApi } from './api.ts';
import { TakeBack } from './take-back.tsx';

const texts = defineTexts({
  title: { id: 'Batalkan catatan ini?', en: 'Take this entry back?' },
  about: { id: '{name}, {amount}. Catatan tidak dihapus: ditulis catatan pembalik hari ini, beserta alasannya.', en: '{name}, {amount}. Nothing is erased: a reversing entry is written today, with the reason.' },
  confirm: { id: 'Batalkan catatan', en: 'Take back' },
  done: { id: 'Catatan dibatalkan.', en: 'The entry was taken back.' },
});

/** A mistaken entry of money is taken back with a reason; what is right is then recorded anew. */
export default function ReverseDialog({ entry, onClose }: { readonly entry: { readonly id: string; readonly name: string; readonly amount: bigint }; readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useSavingsApi();
  const reverse = useMutation(api.fund.reverse.mutationOptions());
  return (
    <TakeBack title={texts.title} confirm={texts.confirm} done={t('done')} onClose={onClose} run={(by) => reverse.mutateAsync({ ...by, entryId: entry.id })}>
      <p>{t('about', { name: entry.name, amount: formatMoney(entry.amount) })}</p>
    </TakeBack>
  );
}
