import { newKey } from '@anyam/admin-kit/new-key';
import { terbilangRupiah } from '@anyam/domain/kernel';
import { useMutation, useQueryClient } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Drawer } from '@anyam/admin-kit/dialog';
import { CountField, MoneyField, RadioField, TextField } from '@anyam/admin-kit/fields';
import { Form, FormActions, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { useNavigate } from '@anyam/admin-kit/link';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import { useProgrammeApi } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Program baru', en: 'New programme' },
  intro: { id: 'Program dimulai dengan aturan bawaan KUBE 2020. Sesudahnya aturan dapat Anda sesuaikan.', en: 'The programme starts with the rules of KUBE 2020. You can adapt them afterwards.' },
  save: { id: 'Simpan program', en: 'Save programme' },
  saved: { id: 'Program tersimpan. Periksa aturannya.', en: 'Programme saved. Please check its rules.' },
});

export function NewProgramme({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useText(texts);
  const [dirty, setDirty] = useState(false);
  const close = () => {
    setDirty(false);
    onClose();
  };
  return (
    <Drawer open={open} onClose={close} dirty={dirty} title={t('title')} description={t('intro')}>
      {open && (
        <div onInput={() => setDirty(true)}>
          <NewForm onClose={close} />
        </div>
      )}
    </Drawer>
  );
}

function NewForm({ onClose }: { readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useProgrammeApi();
  const go = useNavigate();
  const toast = useToast();
  const client = useQueryClient();
  const { fiscalYear } = useSession();
  // One key for this form: pressing twice, or again after a broken line, makes one programme.
  const [key] = useState(() => newKey());
  const create = useMutation(api.create.mutationOptions());
  const form = useForm(() => import('./form-rules.ts').then((m) => m.newProgrammeForm), { name: '', fiscalYear, source: 'APBD', budgetType: 'bansos', dpaNumber: '' });
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const { id } = await create.mutateAsync({ key, ...values });
        await client.invalidateQueries(api.list.queryFilter());
        toast({ text: t('saved') });
        onClose();
        go(`/bantuan/program/${id}?tab=aturan`);
      }}
    >
      <TextField name="name" label={words.name} hint={words.nameHint} />
      <CountField name="fiscalYear" label={words.fiscalYear} />
      <RadioField name="source" label={words.source} inline options={[{ value: 'APBD', label: t('APBD') }, { value: 'APBN', label: t('APBN') }]} />
      <RadioField name="budgetType" label={words.budgetType} inline options={[{ value: 'bansos', label: t('bansos') }, { value: 'hibah', label: t('hibah') }]} />
      <MoneyField name="ceiling" label={words.ceiling} hint={words.ceilingHint} words={terbilangRupiah} />
      <TextField name="dpaNumber" label={words.dpaNumber} width="medium" />
      <FormActions>
        <SubmitButton>{t('save')}</SubmitButton>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  );
}
