import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { DateField } from '@anyam/admin-kit/fields';
import { Form, FormActions, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { useNavigate } from '@anyam/admin-kit/link';
import { newKey } from '@anyam/admin-kit/new-key';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { useMeetingApi, useRefresh } from './parts/api.ts';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Rapat tambahan', en: 'Extra meeting' },
  on: { id: 'Tanggal rapat', en: 'Day of the meeting' },
  hint: { id: 'Boleh hari yang sudah lewat, untuk rapat yang belum tercatat.', en: 'It may be a past day, for a meeting that is not on record.' },
  plan: { id: 'Jadwalkan rapat', en: 'Plan the meeting' },
});

/** A meeting beside the schedule; leads to its page. */
export default function ExtraDialog({ groupId, today, onClose }: { readonly groupId: string; readonly today: string; readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useMeetingApi();
  const refresh = useRefresh();
  const go = useNavigate();
  const plan = useMutation(api.plan.mutationOptions());
  const [key] = useState(newKey);
  const form = useForm(() => import('./form-schemas.ts').then((m) => m.extraForm), { on: today });
  return (
    <Dialog open onClose={onClose} title={texts.title} size="sm">
      <Form
        form={form}
        onSubmit={async ({ on }) => {
          const { ids } = await plan.mutateAsync({ key, groupId, on });
          await refresh();
          onClose();
          go(`/kelompok/${groupId}/rapat/${ids[0] ?? ''}`);
        }}
      >
        <DateField name="on" label={texts.on} hint={texts.hint} />
        <FormActions>
          <SubmitButton>{t('plan')}</SubmitButton>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
