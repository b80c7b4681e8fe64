import { newKey } from '@anyam/admin-kit/new-key';
import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Drawer } from '@anyam/admin-kit/dialog';
import { ComboboxField, DateField, NumberTextField, RadioField, SelectField, TextAreaField, TextField } from '@anyam/admin-kit/fields';
import { FieldGroup, Form, FormActions, SubmitButton, useForm, useWatch } from '@anyam/admin-kit/form';
import { ErrorNotice, Notice } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useEffect, useState } from 'react';
import { useToday, useGroupApi, useMemberApi, useRefresh, useVillageSearch, type Group } from './api.ts';
import { MinutesFields, NO_MINUTES } from './minutes-fields.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Tambah anggota', en: 'Add a member' },
  numbers: { id: 'Nomor pada KTP dan KK', en: 'Numbers on ID and family card' },
  person: { id: 'Data diri', en: 'Personal data' },
  nik: { id: 'NIK', en: 'NIK' },
  nikHint: { id: '16 angka pada KTP. Tanggal lahir dan jenis kelamin terisi dari NIK.', en: '16 digits on the ID card. Birth date and sex are filled in from it.' },
  card: { id: 'Nomor KK', en: 'Family card number' },
  personName: { id: 'Nama', en: 'Name' },
  birthPlace: { id: 'Tempat lahir', en: 'Place of birth' },
  birthDate: { id: 'Tanggal lahir', en: 'Date of birth' },
  sex: { id: 'Jenis kelamin', en: 'Sex' },
  L: { id: 'Laki-laki', en: 'Male' },
  P: { id: 'Perempuan', en: 'Female' },
  occupation: { id: 'Pekerjaan', en: 'Occupation' },
  married: { id: 'Status kawin', en: 'Marital status' },
  unknown: { id: 'Belum diketahui', en: 'Not known' },
  marriedYes: { id: 'Kawin', en: 'Married' },
  marriedNo: { id: 'Belum atau tidak kawin', en: 'Not married' },
  on: { id: 'Masuk tanggal', en: 'Joins on' },
  known: { id: 'Sudah tercatat: {name}, {village}. Data di bawah akan memperbarui catatannya.', en: 'On record already: {name}, {village}. What you enter renews the record.' },
  elsewhere: { id: 'NIK ini sudah menjadi anggota kelompok lain. Satu orang hanya boleh dalam satu KUBE.', en: 'This NIK is a member of another group. A person may be in one KUBE only.' },
  family: { id: 'Keluarga dengan nomor KK ini sudah punya anggota di KUBE. Satu keluarga hanya satu anggota.', en: 'This family card has a member in a KUBE already. One member for each family.' },
  save: { id: 'Simpan anggota', en: 'Save the member' },
  again: { id: 'Simpan, lalu tambah lagi', en: 'Save and add another' },
  saved: { id: '{name} menjadi anggota.', en: '{name} is now a member.' },
});

interface Props {
  readonly group: Group;
  readonly onClose: () => void;
}

export function JoinDrawer({ group, open, onClose }: Props & { readonly open: boolean }) {
  const t = useText(texts);
  const [dirty, setDirty] = useState(false);
  const [round, setRound] = useState(0);
  const close = () => {
    setDirty(false);
    onClose();
  };
  return (
    <Drawer open={open} onClose={close} dirty={dirty} title={t('title')}>
      {open && (
        <div onInput={() => setDirty(true)}>
          <JoinForm
            key={round}
            group={group}
            onClose={close}
            onNext={() => {
              setDirty(false);
              setRound((n) => n + 1);
            }}
          />
        </div>
      )}
    </Drawer>
  );
}

function JoinForm({ group: g, onClose, onNext }: Props & { readonly onNext: () => void }) {
  const t = useText(texts);
  const api = useGroupApi();
  const members = useMemberApi();
  const refresh = useRefresh();
  const toast = useToast();
  const villages = useVillageSearch();
  const [key] = useState(() => newKey());
  const [another, setAnother] = useState(false);
  const join = useMutation(api.join.mutationOptions());
  const needsMinutes = g.state !== 'candidate';
  const today = useToday();
  const form = useForm(() => import('./form-schemas.ts').then((m) => m.joinForm(g.quorum, needsMinutes)), { nationalId: '', familyCardNo: '', name: '', birthPlace: '', villageCode: g.villageCode, address: '', phone: '', occupation: '', married: '', on: today, minutes: NO_MINUTES });
  const [nationalId, familyCardNo] = useWatch({ control: form.control, name: ['nationalId', 'familyCardNo'] });
  const whole = /^\d{16}$/.test(nationalId);
  const found = useQuery(members.lookup.queryOptions({ nationalId, groupId: g.id, ...(/^\d{16}$/.test(familyCardNo) ? { familyCardNo } : {}) }, { enabled: whole, staleTime: 30_000 }));
  const seen = whole ? found.data : undefined;

  // What the NIK and the record tell is filled in where nothing was typed.
  useEffect(() => {
    if (!seen) return;
    const now = form.getValues();
    if (!now.birthDate && (seen.person?.birthDate ?? seen.birthDate)) form.setValue('birthDate', (seen.person?.birthDate ?? seen.birthDate) as string);
    if (!now.sex && (seen.person?.sex ?? seen.sex)) form.setValue('sex', (seen.person?.sex ?? seen.sex) as 'L' | 'P');
    if (!now.name && seen.person) form.setValue('name', seen.person.name);
  }, [seen, form]);

  return (
    <Form
      form={form}
      onSubmit={async ({ on, minutes, ...person }) => {
        await join.mutateAsync({ key, id: g.id, person, on, ...(minutes ? { minutes } : {}) });
        await refresh(g.id);
        toast({ text: t('saved', { name: person.name }) });
        if (another) onNext();
        else onClose();
      }}
    >
      <FieldGroup title={texts.numbers}>
        <NumberTextField name="nationalId" label={texts.nik} hint={texts.nikHint} />
        <NumberTextField name="familyCardNo" label={texts.card} />
        <div aria-live="polite" className="stack">
          <ErrorNotice error={whole ? found.error : null} />
          {seen?.memberElsewhere && <Notice tone="bad">{t('elsewhere')}</Notice>}
          {seen?.familyElsewhere && <Notice tone="bad">{t('family')}</Notice>}
          {seen?.person && !seen.memberElsewhere && <Notice>{t('known', { name: seen.person.name, village: seen.person.villageName })}</Notice>}
        </div>
      </FieldGroup>
      <FieldGroup title={texts.person}>
        <TextField name="name" label={texts.personName} />
        <TextField name="birthPlace" label={texts.birthPlace} optional />
        <DateField name="birthDate" label={texts.birthDate} />
        <RadioField name="sex" label={texts.sex} inline options={[{ value: 'L', label: t('L') }, { value: 'P', label: t('P') }]} />
        <SelectField name="married" label={texts.married} width="medium" options={[{ value: '', label: t('unknown') }, { value: 'yes', label: t('marriedYes') }, { value: 'no', label: t('marriedNo') }]} />
        <TextField name="occupation" label={texts.occupation} width="medium" optional />
        <ComboboxField name="villageCode" label={words.village} hint={words.villageHint} search={villages} valueLabel={`${g.villageName}, ${g.districtName}`} />
        <TextAreaField name="address" label={words.address} rows={2} optional />
        <TextField name="phone" label={words.phone} type="tel" width="medium" optional />
        <DateField name="on" label={texts.on} />
      </FieldGroup>
      {needsMinutes && <MinutesFields quorum={g.quorum} />}
      <FormActions>
        <SubmitButton onClick={() => setAnother(false)}>{t('save')}</SubmitButton>
        <SubmitButton variant="secondary" onClick={() => setAnother(true)}>{t('again')}</SubmitButton>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  );
}
