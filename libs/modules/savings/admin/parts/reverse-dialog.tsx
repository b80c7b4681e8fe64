import { useMutation } from '@anyam/admin-kit/api';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { formatMoney } from '@anyam/admin-kit/format';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import { newKey, useRefresh, useSavingsApi } from './api.ts';

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
  const toast = useToast();
  const refresh = useRefresh();
  const { today } = useSession();
  const [key] = useState(newKey);
  const reverse = useMutation(api.fund.reverse.mutationOptions());
  return (
    <ConfirmDialog
      open onClose={onClose} title={texts.title} confirmLabel={texts.confirm} danger needs={['reason']}
      onConfirm={async ({ reason }) => {
        try {
          await reverse.mutateAsync({ key, entryId: entry.id, on: today, reason });
          toast({ text: t('done') });
        } finally {
          await refresh();
        }
      }}
    >
      <p>{t('about', { name: entry.name, amount: formatMoney(entry.amount) })}</p>
    </ConfirmDialog>
  );
}
