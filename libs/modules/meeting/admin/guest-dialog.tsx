import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { TextAreaField, TextField } from '@anyam/admin-kit/fields';
import { Form, FormActions, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { newKey } from '@anyam/admin-kit/new-key';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import { useMeetingApi, useRefresh } from './parts/api.ts';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Catat tamu', en: 'Add a guest' },
  fixed: { id: 'Buku tamu tidak dapat diubah setelah disimpan.', en: 'The guest book cannot be changed once saved.' },
  name: { id: 'Nama', en: 'Name' },
  origin: { id: 'Asal atau jabatan', en: 'From, or office held' },
  purpose: { id: 'Keperluan', en: 'Purpose' },
  done: { id: '{name} tercatat di buku tamu.', en: '{name} is in the guest book.' },
});

export default function GuestDialog({ groupId, meetingId, on, onClose }: { readonly groupId: string; readonly meetingId: string | null; readonly on: string; readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useMeetingApi();
  const refresh = useRefresh();
  const toast = useToast();
  const add = useMutation(api.addGuest.mutationOptions());
  const [key] = useState(newKey);
  const form = useForm(() => import('./form-schemas.ts').then((m) => m.guestForm), { name: '', origin: '', purpose: '' });
  return (
    <Dialog open onClose={onClose} title={texts.title} size="sm" description={t('fixed')} dirty={form.formState.isDirty}>
      <Form
        form={form}
        onSubmit={async (values) => {
          await add.mutateAsync({ key, groupId, meetingId, on, ...values });
          await refresh();
          toast({ text: t('done', { name: values.name }) });
          onClose();
        }}
      >
        <TextField name="name" label={texts.name} />
        <TextField name="origin" label={texts.origin} optional />
        <TextAreaField name="purpose" label={texts.purpose} rows={2} optional />
        <FormActions>
          <SubmitButton>{t('save')}</SubmitButton>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
