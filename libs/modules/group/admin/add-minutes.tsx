import { newKey } from '@anyam/admin-kit/new-key';
import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Drawer } from '@anyam/admin-kit/dialog';
import { SelectField } from '@anyam/admin-kit/fields';
import { Form, FormActions, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import { useGroupApi, useRefresh, type Group } from './api.ts';
import { MinutesFields, NO_MINUTES } from './minutes-fields.tsx';
import { PURPOSE_LABEL, PURPOSES } from './paper-words.ts';

const texts = defineTexts({
  title: { id: 'Catat berita acara', en: 'Record minutes' },
  purpose: { id: 'Tentang', en: 'About' },
  save: { id: 'Simpan berita acara', en: 'Save the minutes' },
  saved: { id: 'Berita acara tersimpan.', en: 'The minutes were saved.' },
  cancel: { id: 'Batal', en: 'Cancel' },
});

export function AddMinutes({ group, open, onClose }: { readonly group: Group; readonly open: boolean; readonly onClose: () => void }) {
  const t = useText(texts);
  const [dirty, setDirty] = useState(false);
  const close = () => {
    setDirty(false);
    onClose();
  };
  return (
    <Drawer open={open} onClose={close} dirty={dirty} title={t('title')}>
      {open && (
        <div onInput={() => setDirty(true)}>
          <MinutesForm group={group} onClose={close} />
        </div>
      )}
    </Drawer>
  );
}

function MinutesForm({ group, onClose }: { readonly group: Group; readonly onClose: () => void }) {
  const t = useText(texts);
  const purpose = useText(PURPOSE_LABEL);
  const api = useGroupApi();
  const refresh = useRefresh();
  const toast = useToast();
  const [key] = useState(() => newKey());
  const add = useMutation(api.addMinutes.mutationOptions());
  const form = useForm(() => import('./form-schemas.ts').then((m) => m.addMinutesForm(group.quorum)), { purpose: 'other', minutes: NO_MINUTES });
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        await add.mutateAsync({ key, id: group.id, ...values });
        await refresh(group.id);
        toast({ text: t('saved') });
        onClose();
      }}
    >
      <SelectField name="purpose" label={texts.purpose} options={PURPOSES.map((p) => ({ value: p, label: purpose(p) }))} />
      <MinutesFields quorum={group.quorum} />
      <FormActions>
        <SubmitButton>{t('save')}</SubmitButton>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  );
}
