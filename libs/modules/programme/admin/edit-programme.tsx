import { terbilangRupiah } from '@anyam/domain/kernel';
import { useMutation, useQueryClient } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Drawer } from '@anyam/admin-kit/dialog';
import { MoneyField, RadioField, TextAreaField, TextField } from '@anyam/admin-kit/fields';
import { Form, FormActions, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import type { z } from 'zod';
import type { programmeDetail } from '../contract/index.ts';
import { useProgrammeApi } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Ubah program', en: 'Change the programme' },
  save: { id: 'Simpan perubahan', en: 'Save changes' },
  saved: { id: 'Perubahan program tersimpan.', en: 'The programme was changed.' },
});

export type Programme = z.infer<typeof programmeDetail>;

export function EditProgramme({ programme, open, onClose }: { readonly programme: Programme; readonly open: boolean; readonly onClose: () => void }) {
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
          <EditForm programme={programme} onClose={close} />
        </div>
      )}
    </Drawer>
  );
}

function EditForm({ programme, onClose }: { readonly programme: Programme; readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useProgrammeApi();
  const toast = useToast();
  const client = useQueryClient();
  const update = useMutation(api.update.mutationOptions());
  const { name, ceiling, dpaNumber, state } = programme;
  const form = useForm(() => import('./form-rules.ts').then((m) => m.editProgrammeForm), { name, ceiling, dpaNumber, state, reason: '' });
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        await update.mutateAsync({ id: programme.id, seenCeiling: ceiling, ...values });
        await Promise.all([client.invalidateQueries(api.list.queryFilter()), client.invalidateQueries(api.get.queryFilter({ id: programme.id }))]);
        toast({ text: t('saved') });
        onClose();
      }}
    >
      <TextField name="name" label={words.name} />
      <MoneyField name="ceiling" label={words.ceiling} hint={words.ceilingHint} words={terbilangRupiah} />
      <TextField name="dpaNumber" label={words.dpaNumber} width="medium" />
      <RadioField
        name="state"
        label={words.state}
        options={[
          { value: 'open', label: t('open'), hint: t('openHint') },
          { value: 'closed', label: t('closed'), hint: t('closedHint') },
        ]}
      />
      <TextAreaField name="reason" label={words.reason} hint={words.reasonHint} rows={3} />
      <FormActions>
        <SubmitButton>{t('save')}</SubmitButton>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  );
}
