import { ComboboxField, SelectField, TextAreaField, TextField } from '@anyam/admin-kit/fields';
import { FieldGroup, Form, useForm } from '@anyam/admin-kit/form';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useVillageSearch } from './api.ts';
import type { TaskProps } from './task.screen.tsx';
import { TaskActions, useSaveTask } from './task-shell.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  addressHint: { id: 'Dusun, RT/RW, atau tempat berkumpul kelompok.', en: 'Hamlet, RT/RW, or where the group meets.' },
  phoneHint: { id: 'Nomor tercatat tampil tersembunyi; biarkan bila tidak berubah.', en: 'The number on record is masked; leave it if unchanged.' },
});

export function PlaceTask({ group: g }: TaskProps) {
  const t = useText(texts);
  const save = useSaveTask(g);
  const villages = useVillageSearch();
  const form = useForm(() => import('./form-schemas.ts').then((m) => m.placeForm), { villageCode: g.villageCode, address: g.address ?? '', phone: g.phone ?? '', facilitatorId: g.facilitatorId ?? '' });
  const listed = g.facilitators.some((f) => f.id === g.facilitatorId);
  const facilitators = [...(g.facilitatorId && !listed ? [{ id: g.facilitatorId, name: g.facilitatorName ?? g.facilitatorId }] : []), ...g.facilitators];
  return (
    <Form form={form} onSubmit={(values) => save({ task: 'place', ...values })}>
      <FieldGroup>
        <ComboboxField name="villageCode" label={words.village} hint={words.villageHint} search={villages} valueLabel={`${g.villageName}, ${g.districtName}`} />
        <TextAreaField name="address" label={words.address} hint={texts.addressHint} rows={2} />
        <TextField name="phone" label={words.phone} hint={texts.phoneHint} type="tel" width="medium" optional />
        <SelectField name="facilitatorId" label={words.facilitator} width="medium" options={[{ value: '', label: t('noFacilitator') }, ...facilitators.map((f) => ({ value: f.id, label: f.name }))]} />
      </FieldGroup>
      <TaskActions group={g} />
    </Form>
  );
}
