import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { SelectField, TextField } from '@anyam/admin-kit/fields';
import { Form, SubmitButton, useForm, type FormApi } from '@anyam/admin-kit/form';
import type { Option } from '@anyam/admin-kit/inputs';
import { makePassword } from '@anyam/admin-kit/make-password';
import { useSay, useText } from '@anyam/admin-kit/text';
import { ROLES } from '@anyam/contract-kit';
import type { z } from 'zod';
import { createUserInput } from '../contract/access.schema.ts';
import { ROLE_NAME, ROLE_WORK } from '../contract/role-names.ts';
import { useAccessApi } from './api.ts';
import { AreaField } from './area-field.tsx';
import { texts } from './users.texts.ts';

type Input = z.input<typeof createUserInput>;

export function useRoleOptions(): Option[] {
  const say = useSay();
  return ROLES.map((role) => ({ value: role, label: `${say(ROLE_NAME[role])}: ${say(ROLE_WORK[role])}` }));
}

export function NewUserDialog({ open, onClose, onCreated }: { readonly open: boolean; readonly onClose: () => void; readonly onCreated: (user: { id: string; name: string }) => void }) {
  const t = useText(texts);
  const api = useAccessApi();
  const roles = useRoleOptions();
  const form = useForm(createUserInput, { username: '', name: '', position: '', password: '' } as Partial<Input>) as FormApi<Input, z.output<typeof createUserInput>>;
  const create = useMutation(api.createUser.mutationOptions());
  const close = () => {
    form.reset();
    onClose();
  };
  return (
    <Dialog open={open} onClose={close} title={t('newUser')} size="md" dirty={form.formState.isDirty}>
      <Form
        form={form}
        onSubmit={async (values) => {
          const user = await create.mutateAsync(values);
          form.reset();
          onCreated(user);
        }}
      >
        <TextField name="name" label={t('name')} />
        <TextField name="username" label={t('username')} hint={t('usernameHint')} width="medium" inputProps={{ autoCapitalize: 'none', spellCheck: false }} />
        <TextField name="position" label={t('position')} optional />
        <SelectField name="role" label={t('role')} options={roles} placeholder={t('choose')} />
        <AreaField name="area" />
        <TextField name="password" label={t('firstPassword')} hint={t('firstPasswordHint')} width="medium" autoComplete="new-password" inputProps={{ spellCheck: false, autoCapitalize: 'none' }} />
        <div className="row">
          <SubmitButton>{t('save')}</SubmitButton>
          <Button onClick={() => form.setValue('password', makePassword(), { shouldDirty: true, shouldValidate: true })}>{t('make')}</Button>
          <Button variant="quiet" onClick={close}>{t('cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
