import { useQueryClient } from '@anyam/admin-kit/api';
import { Card } from '@anyam/admin-kit/card';
import { TextField } from '@anyam/admin-kit/fields';
import { Form, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { z } from 'zod';
import { passwordSchema } from '../contract/access.schema.ts';
import { texts } from './account.texts.ts';
import { useAccessApi } from './api.ts';
import { authCall } from './auth-call.ts';

const schema = z
  .object({ current: z.string().min(1, 'Isi sandi yang sekarang. || Fill in the present password.'), next: passwordSchema, again: z.string() })
  .refine((v) => v.next === v.again, { path: ['again'], message: 'Kedua sandi baru belum sama. || The two new passwords differ.' })
  .refine((v) => v.next !== v.current, { path: ['next'], message: 'Pakai sandi yang belum dipakai sekarang. || Use another one than now.' });

export function PasswordCard() {
  const t = useText(texts);
  const toast = useToast();
  const api = useAccessApi();
  const client = useQueryClient();
  const form = useForm(schema, { current: '', next: '', again: '' } as z.input<typeof schema>);
  return (
    <Card title={t('password')} note={t('passwordNote')}>
      <Form
        form={form}
        onSubmit={async ({ current, next }) => {
          await authCall('/change-password', { currentPassword: current, newPassword: next, revokeOtherSessions: true });
          form.reset();
          toast({ text: t('changed') });
          await client.invalidateQueries(api.devices.queryFilter());
        }}
      >
        <TextField name="current" type="password" label={t('current')} autoComplete="current-password" width="medium" />
        <TextField name="next" type="password" label={t('next')} hint={t('nextHint')} autoComplete="new-password" width="medium" />
        <TextField name="again" type="password" label={t('again')} autoComplete="new-password" width="medium" />
        <div>
          <SubmitButton>{t('change')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
