import { useMutation, useQueryClient } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Facts } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { Drawer } from '@anyam/admin-kit/dialog';
import { SelectField, TextField } from '@anyam/admin-kit/fields';
import { Form, SubmitButton, useForm, type FormApi } from '@anyam/admin-kit/form';
import { makePassword } from '@anyam/admin-kit/make-password';
import { useSession } from '@anyam/admin-kit/session';
import { Notice } from '@anyam/admin-kit/states';
import { useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import { z } from 'zod';
import { grantInput, passwordSchema, type userRow } from '../contract/access.schema.ts';
import { ROLE_NAME } from '../contract/role-names.ts';
import { useAccessApi } from './api.ts';
import { AreaField } from './area-field.tsx';
import { useRoleOptions } from './user-form.tsx';
import { texts } from './users.texts.ts';

export type User = z.infer<typeof userRow>;
type Asked = { readonly kind: 'endRole'; readonly grant: User['grants'][number] } | { readonly kind: 'shut' } | { readonly kind: 'reopen' };

/** One user: roles, password, and whether the account is open. */
export function UserPanel({ user, onClose }: { readonly user: User | null; readonly onClose: () => void }) {
  return (
    <Drawer open={user !== null} onClose={onClose} title={user?.name ?? ''} description={user && `${user.username}${user.position ? ` · ${user.position}` : ''}`} size="md">
      {user && <Content user={user} />}
    </Drawer>
  );
}

function Content({ user }: { readonly user: User }) {
  const t = useText(texts);
  const say = useSay();
  const api = useAccessApi();
  const client = useQueryClient();
  const toast = useToast();
  const session = useSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  const self = session.user.id === user.id;
  const mayChange = session.can('access.manage') && !self;
  const done = async (text: string) => {
    await client.invalidateQueries(api.users.queryFilter());
    toast({ text });
  };
  const endGrant = useMutation(api.endGrant.mutationOptions());
  const setDisabled = useMutation(api.setDisabled.mutationOptions());

  return (
    <>
      {self && <Notice>{t('yours')}</Notice>}
      <Facts
        items={[
          { label: t('state'), value: <Chip tone={user.disabled ? 'bad' : 'ok'}>{user.disabled ? t('disabled') : t('active')}</Chip> },
          { label: t('colTwo'), value: user.twoFactor ? t('on') : t('off') },
        ]}
      />
      <h3>{t('roles')}</h3>
      {user.grants.length === 0 && <p className="muted">{t('noRole')}</p>}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {user.grants.map((grant) => (
          <li key={grant.id} className="row" style={{ borderTop: '1px solid var(--line)', padding: '8px 0' }}>
            <span style={{ flex: 1 }}>
              <b>{say(ROLE_NAME[grant.role])}</b> <span className="muted">{grant.areaName}</span>
            </span>
            {mayChange && (
              <Button size="sm" onClick={() => setAsked({ kind: 'endRole', grant })}>
                {t('endRole')} <span className="sr">{say(ROLE_NAME[grant.role])} {grant.areaName}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && <GrantForm user={user} onDone={() => done(t('granted'))} />}
      {session.can('access.manage') && !self && (
        <>
          <h3>{t('danger')}</h3>
          <PasswordForm user={user} onDone={() => done(t('passwordSet'))} />
          <div>
            {user.disabled ? (
              <Button onClick={() => setAsked({ kind: 'reopen' })}>{t('reopen')}</Button>
            ) : (
              <Button variant="danger" onClick={() => setAsked({ kind: 'shut' })}>{t('shut')}</Button>
            )}
          </div>
        </>
      )}
      <ConfirmDialog
        open={asked?.kind === 'endRole'}
        onClose={() => setAsked(null)}
        title={asked?.kind === 'endRole' ? t('endRoleTitle', { role: say(ROLE_NAME[asked.grant.role]), area: asked.grant.areaName }) : ''}
        confirmLabel={t('endRole')}
        danger
        needs={['reason']}
        onConfirm={async ({ reason }) => {
          if (asked?.kind !== 'endRole') return;
          await endGrant.mutateAsync({ id: asked.grant.id, reason });
          await done(t('ended'));
        }}
      >
        <p>{t('endRoleWhy', { name: user.name })}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asked?.kind === 'shut' || asked?.kind === 'reopen'}
        onClose={() => setAsked(null)}
        title={asked?.kind === 'reopen' ? t('reopenTitle', { name: user.name }) : t('shutTitle', { name: user.name })}
        confirmLabel={asked?.kind === 'reopen' ? t('reopen') : t('shut')}
        danger={asked?.kind === 'shut'}
        needs={['reason']}
        onConfirm={async ({ reason }) => {
          const disabled = asked?.kind === 'shut';
          await setDisabled.mutateAsync({ userId: user.id, disabled, reason });
          await done(disabled ? t('wasShut') : t('wasOpened'));
        }}
      >
        <p>{asked?.kind === 'reopen' ? t('reopenWhy') : t('shutWhy')}</p>
      </ConfirmDialog>
    </>
  );
}

const grantForm = grantInput.omit({ userId: true });
type GrantValues = z.infer<typeof grantForm>;

function GrantForm({ user, onDone }: { readonly user: User; readonly onDone: () => Promise<void> }) {
  const t = useText(texts);
  const api = useAccessApi();
  const roles = useRoleOptions();
  const grant = useMutation(api.grant.mutationOptions());
  const form = useForm(grantForm, {} as Partial<GrantValues>) as FormApi<GrantValues>;
  const [turn, setTurn] = useState(0);
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        await grant.mutateAsync({ userId: user.id, ...values });
        form.reset();
        setTurn((n) => n + 1);
        await onDone();
      }}
    >
      <SelectField name="role" label={t('role')} options={roles} placeholder={t('choose')} />
      <AreaField key={turn} name="area" />
      <p className="muted small">{t('ownGroups')}</p>
      <div>
        <SubmitButton variant="secondary">{t('addRole')}</SubmitButton>
      </div>
    </Form>
  );
}

const passwordForm = z.object({ password: passwordSchema });
type PasswordValues = z.infer<typeof passwordForm>;

function PasswordForm({ user, onDone }: { readonly user: User; readonly onDone: () => Promise<void> }) {
  const t = useText(texts);
  const api = useAccessApi();
  const setPassword = useMutation(api.setPassword.mutationOptions());
  const form = useForm(passwordForm, { password: '' } as PasswordValues);
  return (
    <Form
      form={form}
      onSubmit={async ({ password }) => {
        await setPassword.mutateAsync({ userId: user.id, password });
        form.reset();
        await onDone();
      }}
    >
      <TextField name="password" label={t('password')} hint={t('passwordHint')} autoComplete="new-password" inputProps={{ spellCheck: false, autoCapitalize: 'none' }} />
      <div className="row">
        <SubmitButton variant="secondary">{t('setPassword')}</SubmitButton>
        <Button variant="quiet" onClick={() => form.setValue('password', makePassword(), { shouldValidate: true, shouldDirty: true })}>{t('make')}</Button>
      </div>
    </Form>
  );
}
