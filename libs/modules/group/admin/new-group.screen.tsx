import { newKey } from '@anyam/admin-kit/new-key';
import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { ComboboxField, TextAreaField, TextField } from '@anyam/admin-kit/fields';
import { FieldGroup, Form, FormActions, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { useNavigate } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { TaskList } from '@anyam/admin-kit/record';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { GROUP_TASKS, TASK_LABEL } from '@anyam/domain/group';
import { useState } from 'react';
import { useGroupApi, useRefresh, useVillageSearch } from './api.ts';
import { BusinessField } from './business-field.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Kelompok baru', en: 'New group' },
  context: { id: 'Mulai dengan nama dan tempat. Bagian lain diisi sesudahnya, tidak harus sekaligus.', en: 'Begin with name and place. The other parts follow, not all at once.' },
  identity: { id: 'Identitas', en: 'Identity' },
  place: { id: 'Tempat', en: 'Place' },
  nameHint: { id: 'Tanpa kata KUBE, misalnya "Mugi Jaya".', en: 'Without the word KUBE, for example "Mugi Jaya".' },
  save: { id: 'Simpan dan lanjutkan', en: 'Save and go on' },
  saved: { id: 'Kelompok {name} tercatat. Lengkapi berkasnya.', en: 'The group {name} was recorded. Complete its file.' },
  after: { id: 'Sesudah ini', en: 'After this' },
});

export default function NewGroupScreen() {
  const t = useText(texts);
  const api = useGroupApi();
  const go = useNavigate();
  const toast = useToast();
  const refresh = useRefresh();
  const villages = useVillageSearch();
  const businesses = useQuery(api.businesses.queryOptions(undefined, { staleTime: 300_000 })).data ?? [];
  const [key] = useState(() => newKey());
  const create = useMutation(api.create.mutationOptions());
  const form = useForm(() => import('./form-schemas.ts').then((m) => m.newGroupForm), { name: '', business: '', address: '', phone: '' });
  return (
    <div className="stack">
      <PageHead title={texts.title} context={t('context')} />
      <div className="split">
        <Form
          form={form}
          onSubmit={async (values) => {
            const { id } = await create.mutateAsync({ key, ...values });
            await refresh();
            toast({ text: t('saved', { name: values.name }) });
            go(`/kelompok/${id}`);
          }}
        >
          <FieldGroup title={texts.identity}>
            <TextField name="name" label={words.name} hint={texts.nameHint} />
            <BusinessField known={businesses} />
          </FieldGroup>
          <FieldGroup title={texts.place}>
            <ComboboxField name="villageCode" label={words.village} hint={words.villageHint} search={villages} />
            <TextAreaField name="address" label={words.address} rows={2} optional />
            <TextField name="phone" label={words.phone} type="tel" width="medium" optional />
          </FieldGroup>
          <FormActions>
            <SubmitButton>{t('save')}</SubmitButton>
            <Button href="/kelompok">{t('cancel')}</Button>
          </FormActions>
        </Form>
        <aside className="aside">
          <Card title={texts.after}>
            <TaskList items={GROUP_TASKS.map((task) => ({ id: task, title: TASK_LABEL[task], state: 'unopened' }))} />
          </Card>
        </aside>
      </div>
    </div>
  );
}
