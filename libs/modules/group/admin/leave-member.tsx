import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Drawer } from '@anyam/admin-kit/dialog';
import { DateField, SelectField, TextAreaField } from '@anyam/admin-kit/fields';
import { FieldGroup, Form, FormActions, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import { useToday, useGroupApi, useRefresh, type Group, type Membership } from './api.ts';
import { MinutesFields, NO_MINUTES } from './minutes-fields.tsx';
import { LEAVE_REASONS } from './paper-words.ts';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Catat keluarnya {name}', en: 'Record that {name} leaves' },
  on: { id: 'Keluar tanggal', en: 'Leaves on' },
  reason: { id: 'Sebab', en: 'Why' },
  pick: { id: 'Pilih sebab', en: 'Choose why' },
  note: { id: 'Keterangan', en: 'Note' },
  save: { id: 'Catat keluar', en: 'Record leaving' },
  saved: { id: '{name} tidak lagi menjadi anggota.', en: '{name} is no longer a member.' },
});

export function LeaveDrawer({ group, member, onClose }: { readonly group: Group; readonly member: Membership | null; readonly onClose: () => void }) {
  const t = useText(texts);
  const [dirty, setDirty] = useState(false);
  const close = () => {
    setDirty(false);
    onClose();
  };
  return (
    <Drawer open={member !== null} onClose={close} dirty={dirty} title={t('title', { name: member?.name ?? '' })}>
      {member && (
        <div onInput={() => setDirty(true)}>
          <LeaveForm group={group} member={member} onClose={close} />
        </div>
      )}
    </Drawer>
  );
}

function LeaveForm({ group: g, member: m, onClose }: { readonly group: Group; readonly member: Membership; readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useGroupApi();
  const refresh = useRefresh();
  const toast = useToast();
  const leave = useMutation(api.leave.mutationOptions());
  const today = useToday();
  const form = useForm(() => import('./form-schemas.ts').then((forms) => forms.leaveForm(m.joinedOn, g.quorum)), { on: today, note: '', minutes: NO_MINUTES });
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        await leave.mutateAsync({ id: g.id, membershipId: m.membershipId, ...values });
        await refresh(g.id);
        toast({ text: t('saved', { name: m.name }) });
        onClose();
      }}
    >
      <FieldGroup>
        <SelectField name="reason" label={texts.reason} width="medium" placeholder={t('pick')} options={LEAVE_REASONS.map((r) => ({ value: r, label: t(r) }))} />
        <DateField name="on" label={texts.on} />
        <TextAreaField name="note" label={texts.note} rows={2} optional />
      </FieldGroup>
      <MinutesFields quorum={g.quorum} />
      <FormActions>
        <SubmitButton>{t('save')}</SubmitButton>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  );
}
