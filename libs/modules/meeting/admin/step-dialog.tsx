import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { DateField, TextAreaField } from '@anyam/admin-kit/fields';
import { Form, FormActions, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { newKey } from '@anyam/admin-kit/new-key';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import { useMeetingApi, useRefresh, type Meeting } from './parts/api.ts';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  to: { id: 'Tanggal baru', en: 'New day' },
  reasonHint: { id: 'Ditulis agar anggota dan dinas tahu sebabnya.', en: 'So that members and the office know why.' },
  close: { id: 'Setelah ditutup, keputusan berlaku dan notulen tidak dapat diubah. Berita acara mendapat nomor.', en: 'Once closed, decisions are in force and the minutes stay as they are. The record gets a number.' },
  reopen: { id: 'Selama terbuka, keputusan rapat ini belum berlaku. Nomor berita acara tetap.', en: 'While it is open its decisions are not in force. The number stays.' },
  cancel2: { id: 'Rapat yang dibatalkan tidak dapat dibuka lagi.', en: 'A meeting called off cannot be opened again.' },
  done: { id: '{label}: tercatat.', en: '{label}: recorded.' },
  doneNumber: { id: 'Rapat ditutup dengan nomor {number}.', en: 'The meeting was closed as {number}.' },
});
const ABOUT = { open: null, close: 'close', reopen: 'reopen', cancel: 'cancel2', move: null } as const;

/** Asks what the step needs and takes it. */
export default function StepDialog({ meeting: m, button, onClose }: { readonly meeting: Meeting; readonly button: Meeting['buttons'][number]; readonly onClose: () => void }) {
  const t = useText(texts);
  const say = useSay();
  const api = useMeetingApi();
  const refresh = useRefresh();
  const toast = useToast();
  const act = useMutation(api.act.mutationOptions());
  const [key] = useState(newKey);
  const needs = button.needs;
  const form = useForm(() => import('./form-schemas.ts').then((x) => x.stepForm(needs)), { to: m.heldOn, reason: '' });
  const about = ABOUT[button.action];
  return (
    <Dialog open onClose={onClose} title={say(button.label)} size="sm" dirty={form.formState.isDirty}>
      <Form
        form={form}
        onSubmit={async ({ to, reason }) => {
          try {
            const done = await act.mutateAsync({ key, id: m.id, action: button.action, expectedState: m.state, ...(needs.includes('date') ? { to } : {}), ...(needs.includes('reason') ? { reason } : {}) });
            toast({ text: button.action === 'close' && done.number ? t('doneNumber', { number: done.number }) : t('done', { label: say(button.label) }) });
            onClose();
          } finally {
            // Also after a refusal: someone may have moved it meanwhile.
            await refresh();
          }
        }}
      >
        {about && <p>{t(about)}</p>}
        {needs.includes('date') && <DateField name="to" label={texts.to} />}
        {needs.includes('reason') && <TextAreaField name="reason" label={words.reason} hint={texts.reasonHint} rows={3} />}
        <FormActions>
          <SubmitButton variant={button.action === 'cancel' ? 'danger' : 'primary'}>{say(button.label)}</SubmitButton>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
