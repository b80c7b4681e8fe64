import { useQueryClient } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { NumberTextField, TextField } from '@anyam/admin-kit/fields';
import { Form, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { Copy, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { texts } from './account.texts.ts';
import { useAccessApi } from './api.ts';
import { authCall } from './auth-call.ts';
import { Qr } from './qr.tsx';

interface Enrolment {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

/** Enrol with an app, keep backup codes, switch off. Each step asks the password. */
export function TwoFactorCard({ enabled }: { readonly enabled: boolean }) {
  const t = useText(texts);
  const toast = useToast();
  const api = useAccessApi();
  const client = useQueryClient();
  const [step, setStep] = useState<'idle' | 'password' | Enrolment>('idle');
  const [asked, setAsked] = useState<'codes' | 'stop' | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const renew = () => client.invalidateQueries(api.me.queryFilter());

  return (
    <Card title={t('two')} note={t('twoNote')} actions={<Chip tone={enabled ? 'ok' : 'neutral'}>{enabled ? t('twoOn') : t('twoOff')}</Chip>}>
      {!enabled && step === 'idle' && (
        <div className="stack">
          <p>{t('twoWhy')}</p>
          <div>
            <Button variant="primary" icon={ShieldCheck} onClick={() => setStep('password')}>{t('start')}</Button>
          </div>
        </div>
      )}
      {!enabled && step === 'password' && <AskPassword onCancel={() => setStep('idle')} onGiven={async (password) => setStep(await authCall<Enrolment>('/two-factor/enable', { password }))} />}
      {!enabled && typeof step === 'object' && (
        <Enrol
          enrolment={step}
          onCancel={() => setStep('idle')}
          onDone={async () => {
            await renew();
            setStep('idle');
            toast({ text: t('enabled') });
          }}
        />
      )}
      {enabled && (
        <div className="stack">
          {codes && (
            <div>
              <h3>{t('codesTitle')}</h3>
              <p>{t('codesKeep')}</p>
              <Codes codes={codes} />
              <Button onClick={() => setCodes(null)}>{t('ready')}</Button>
            </div>
          )}
          <div className="row">
            <Button onClick={() => setAsked('codes')}>{t('newCodes')}</Button>
            <Button onClick={() => setAsked('stop')}>{t('stop')}</Button>
          </div>
        </div>
      )}
      <ConfirmDialog
        open={asked === 'codes'}
        onClose={() => setAsked(null)}
        title={t('newCodes')}
        confirmLabel={t('newCodes')}
        needs={['password']}
        onConfirm={async ({ password }) => setCodes((await authCall<{ backupCodes: string[] }>('/two-factor/generate-backup-codes', { password })).backupCodes)}
      >
        <p>{t('newCodesWhy')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'stop'}
        onClose={() => setAsked(null)}
        title={t('stopTitle')}
        confirmLabel={t('stop')}
        danger
        needs={['password']}
        onConfirm={async ({ password }) => {
          await authCall('/two-factor/disable', { password });
          await renew();
          toast({ text: t('stopped') });
        }}
      >
        <p>{t('stopWhy')}</p>
      </ConfirmDialog>
    </Card>
  );
}

const passwordForm = z.object({ password: z.string().min(1, 'Isi sandi Anda. || Fill in your password.') });

function AskPassword({ onGiven, onCancel }: { readonly onGiven: (password: string) => Promise<void>; readonly onCancel: () => void }) {
  const t = useText(texts);
  const form = useForm(passwordForm, { password: '' });
  return (
    <Form form={form} onSubmit={({ password }) => onGiven(password)}>
      <TextField name="password" type="password" label={t('confirmPassword')} autoComplete="current-password" width="medium" inputProps={{ autoFocus: true }} />
      <div className="row">
        <SubmitButton>{t('goOn')}</SubmitButton>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </Form>
  );
}

const codeForm = z.object({ code: z.string().regex(/^\d{6}$/, 'Ketik 6 angka dari aplikasi. || Type the 6 figures of the app.') });

function Enrol({ enrolment, onDone, onCancel }: { readonly enrolment: Enrolment; readonly onDone: () => Promise<void>; readonly onCancel: () => void }) {
  const t = useText(texts);
  const form = useForm(codeForm, { code: '' });
  const secret = new URL(enrolment.totpURI).searchParams.get('secret') ?? '';
  return (
    <div className="stack">
      <p>{t('step1')}</p>
      <div className="row" style={{ gap: 20, alignItems: 'flex-start' }}>
        <Qr text={enrolment.totpURI} label={t('qr')} />
        <div>
          <p className="muted">{t('byHand')}</p>
          <code className="num" style={{ overflowWrap: 'anywhere' }}>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </div>
      </div>
      <p>{t('step2')}</p>
      <Codes codes={enrolment.backupCodes} />
      <Form
        form={form}
        onSubmit={async ({ code }) => {
          await authCall('/two-factor/verify-totp', { code });
          await onDone();
        }}
      >
        <p style={{ fontSize: 14, lineHeight: '20px' }}>{t('step3')}</p>
        <NumberTextField name="code" label={t('code')} width="short" />
        <div className="row">
          <SubmitButton>{t('check')}</SubmitButton>
          <Button onClick={onCancel}>{t('cancel')}</Button>
        </div>
      </Form>
    </div>
  );
}

function Codes({ codes }: { readonly codes: readonly string[] }) {
  const t = useText(texts);
  const toast = useToast();
  return (
    <div className="stack" style={{ gap: 8 }}>
      <ul style={{ columns: '140px', listStyle: 'none', margin: 0, padding: 12, border: '1px solid var(--line)', borderRadius: 'var(--r-control)', maxWidth: 480 }}>
        {codes.map((code) => (
          <li key={code}>
            <code className="num">{code}</code>
          </li>
        ))}
      </ul>
      <div>
        <Button size="sm" icon={Copy} onClick={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => toast({ text: t('copied') }))}>
          {t('copy')}
        </Button>
      </div>
    </div>
  );
}
