import { useMutation } from '@anyam/admin-kit/api';
import { formatMoney } from '@anyam/admin-kit/format';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useSavingsApi, type Fund } from './api.ts';
import { TakeBack } from './take-back.tsx';

const texts = defineTexts({
  title: { id: 'Batalkan penggunaan IKS ini?', en: 'Take this use of the fund back?' },
  about: {
    id: '{what}, {amount}. Bagian setiap anggota kembali ke saldo IKS-nya dan buku kelompok mendapat catatan pembalik hari ini. Keputusannya dapat dijalankan lagi.',
    en: "{what}, {amount}. Each member's part is back in the fund, and the books get a reversing entry today. The decision can be carried out again.",
  },
  confirm: { id: 'Batalkan penggunaan', en: 'Take back' },
  done: { id: 'Penggunaan IKS dibatalkan.', en: 'The use was taken back.' },
});

/** A use that was carried out by mistake is taken back with a reason; nothing is erased. */
export default function ReverseUseDialog({ use, onClose }: { readonly use: Fund['uses'][number]; readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useSavingsApi();
  const reverse = useMutation(api.fund.reverseUse.mutationOptions());
  return (
    <TakeBack title={texts.title} confirm={texts.confirm} done={t('done')} onClose={onClose} run={(by) => reverse.mutateAsync({ ...by, useId: use.id })}>
      <p>{t('about', { what: use.what, amount: formatMoney(use.amount) })}</p>
    </TakeBack>
  );
}
