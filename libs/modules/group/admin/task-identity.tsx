import { useQuery } from '@anyam/admin-kit/api';
import { DateField, TextField } from '@anyam/admin-kit/fields';
import { FieldGroup, Form, useForm, useWatch } from '@anyam/admin-kit/form';
import { Notice } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { useGroupApi } from './api.ts';
import { BusinessField } from './business-field.tsx';
import { MinutesFields, NO_MINUTES } from './minutes-fields.tsx';
import type { TaskProps } from './task.screen.tsx';
import { TaskActions, useSaveTask } from './task-shell.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  nameHint: { id: 'Tanpa kata KUBE, misalnya "Mugi Jaya".', en: 'Without the word KUBE, for example "Mugi Jaya".' },
  formedHint: { id: 'Tanggal musyawarah pembentukan.', en: 'The day of the founding meeting.' },
  withMinutes: { id: 'Catat juga berita acara pembentukan', en: 'Record the minutes of formation as well' },
  changeNeeds: { id: 'Kelompok ini sudah terbentuk. Perubahan jenis usaha diputuskan anggota dan perlu berita acara.', en: 'This group is formed. Members decide on another kind of business, with minutes.' },
});

export function IdentityTask({ group: g }: TaskProps) {
  const t = useText(texts);
  const api = useGroupApi();
  const save = useSaveTask(g);
  const businesses = useQuery(api.businesses.queryOptions(undefined, { staleTime: 300_000 })).data ?? [];
  const [wanted, setWanted] = useState(false);
  const had = g.minutes.some((m) => m.purpose === 'officers');
  const formed = g.state !== 'candidate';
  const [withMinutes, setWithMinutes] = useState(false);
  const form = useForm(() => import('./form-schemas.ts').then((m) => m.identityForm(g.quorum, withMinutes)), { name: g.name, business: g.business, formedOn: g.formedOn, minutes: NO_MINUTES });
  const business = useWatch({ control: form.control, name: 'business' });
  const newBusiness = formed && business.trim() !== g.business;
  const asks = newBusiness || wanted;
  if (asks !== withMinutes) setWithMinutes(asks);
  return (
    <Form form={form} onSubmit={({ minutes, ...values }) => save({ task: 'identity', ...values, ...(minutes ? { minutes } : {}) })}>
      <FieldGroup>
        <TextField name="name" label={words.name} hint={texts.nameHint} />
        <BusinessField known={businesses} />
        <DateField name="formedOn" label={words.formedOn} hint={texts.formedHint} optional />
      </FieldGroup>
      {newBusiness && <Notice tone="warn">{t('changeNeeds')}</Notice>}
      {!had && !newBusiness && (
        <label className="choice">
          <input type="checkbox" checked={wanted} onChange={(e) => setWanted(e.target.checked)} />
          <span>{t('withMinutes')}</span>
        </label>
      )}
      {asks && <MinutesFields quorum={g.quorum} />}
      <TaskActions group={g} />
    </Form>
  );
}
