import { useMutation, useQueryClient } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Drawer } from '@anyam/admin-kit/dialog';
import { ComboboxField, DateField, NumberTextField, RadioField, SelectField, TextAreaField, TextField } from '@anyam/admin-kit/fields';
import { FieldGroup, Form, FormActions, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import type { z } from 'zod';
import type { memberDetail } from '../contract/index.ts';
import { useMemberApi, useVillageSearch } from './api.ts';
import { words } from './words.ts';

export type Member = z.infer<typeof memberDetail>;

const texts = defineTexts({
  ...words,
  title: { id: 'Ubah data {name}', en: 'Change the record of {name}' },
  identity: { id: 'Jati diri', en: 'Identity' },
  living: { id: 'Tempat tinggal dan pekerjaan', en: 'Home and occupation' },
  nameHint: { id: 'Persis seperti pada KTP, tanpa gelar.', en: 'Exactly as on the ID card, without titles.' },
  keep: { id: 'Kosongkan bila tidak berubah. Tercatat: {masked}', en: 'Leave empty if unchanged. On record: {masked}' },
  phoneHint: { id: 'Nomor tercatat tampil tersembunyi; biarkan bila tidak berubah.', en: 'The number on record is masked; leave it if unchanged.' },
  villageHint: { id: 'Ketik paling sedikit 2 huruf, lalu pilih.', en: 'Type at least 2 letters, then choose.' },
  occupationHint: { id: 'Menentukan syarat anggota, misalnya "petani" atau "pensiunan".', en: 'It decides on eligibility, for example "farmer" or "pensioner".' },
  reason: { id: 'Alasan perubahan', en: 'Reason for the change' },
  reasonHint: { id: 'Dicatat di riwayat bersama nama Anda.', en: 'Kept in the history with your name.' },
  save: { id: 'Simpan perubahan', en: 'Save changes' },
  saved: { id: 'Data {name} tersimpan.', en: 'The record of {name} was saved.' },
});

export function EditMember({ member, open, onClose }: { readonly member: Member; readonly open: boolean; readonly onClose: () => void }) {
  const t = useText(texts);
  const [dirty, setDirty] = useState(false);
  const close = () => {
    setDirty(false);
    onClose();
  };
  return (
    <Drawer open={open} onClose={close} dirty={dirty} title={t('title', { name: member.name })}>
      {open && (
        <div onInput={() => setDirty(true)}>
          <EditForm member={member} onClose={close} />
        </div>
      )}
    </Drawer>
  );
}

function EditForm({ member: m, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useMemberApi();
  const toast = useToast();
  const client = useQueryClient();
  const villages = useVillageSearch();
  const update = useMutation(api.update.mutationOptions());
  const form = useForm(() => import('./member-form.ts').then((m) => m.memberForm), {
    name: m.name, nationalId: '', familyCardNo: '', birthPlace: m.birthPlace ?? '', birthDate: m.birthDate, sex: m.sex, villageCode: m.villageCode,
    address: m.address ?? '', phone: m.phone ?? '', occupation: m.occupation ?? '', married: m.married === null ? '' : m.married ? 'yes' : 'no', reason: '',
  });
  return (
    <Form
      form={form}
      onSubmit={async ({ nationalId, familyCardNo, ...values }) => {
        await update.mutateAsync({ id: m.id, seenAt: m.updatedAt, ...values, ...(nationalId ? { nationalId } : {}), ...(familyCardNo ? { familyCardNo } : {}) });
        await Promise.all([client.invalidateQueries(api.get.queryFilter({ id: m.id })), client.invalidateQueries(api.list.queryFilter())]);
        toast({ text: t('saved', { name: values.name }) });
        onClose();
      }}
    >
      <FieldGroup title={texts.identity}>
        <TextField name="name" label={words.name} hint={texts.nameHint} />
        <NumberTextField name="nationalId" label={words.nik} hint={t('keep', { masked: m.nik })} optional />
        <NumberTextField name="familyCardNo" label={words.familyCard} hint={t('keep', { masked: m.familyCard })} optional />
        <TextField name="birthPlace" label={words.birthPlace} optional />
        <DateField name="birthDate" label={words.birthDate} />
        <RadioField name="sex" label={words.sex} inline options={[{ value: 'L', label: t('L') }, { value: 'P', label: t('P') }]} />
        <SelectField name="married" label={words.married} width="medium" options={[{ value: '', label: t('unknown') }, { value: 'yes', label: t('marriedYes') }, { value: 'no', label: t('marriedNo') }]} />
      </FieldGroup>
      <FieldGroup title={texts.living}>
        <ComboboxField name="villageCode" label={words.village} hint={texts.villageHint} search={villages} valueLabel={`${m.villageName}, ${m.districtName}`} />
        <TextAreaField name="address" label={words.address} rows={2} optional />
        <TextField name="phone" label={words.phone} hint={texts.phoneHint} type="tel" width="medium" optional />
        <TextField name="occupation" label={words.occupation} hint={texts.occupationHint} width="medium" optional />
      </FieldGroup>
      <TextAreaField name="reason" label={texts.reason} hint={texts.reasonHint} rows={3} />
      <FormActions>
        <SubmitButton>{t('save')}</SubmitButton>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  );
}
