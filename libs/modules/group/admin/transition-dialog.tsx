import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { CheckboxField, DateField, TextAreaField } from '@anyam/admin-kit/fields';
import { Form, FormActions, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { groupFlow } from '@anyam/domain/group';
import { useState } from 'react';
import { useToday, useGroupApi, useRefresh, type Group } from './api.ts';
import { MinutesFields, NO_MINUTES } from './minutes-fields.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  what: { id: 'Keadaan {name} menjadi "{state}".', en: '{name} becomes "{state}".' },
  final: { id: 'Ini tidak dapat dibatalkan; keanggotaan semua anggota berakhir.', en: 'This cannot be undone; all memberships end.' },
  on: { id: 'Berlaku tanggal', en: 'In effect on' },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonHint: { id: 'Dicatat di riwayat bersama nama Anda.', en: 'Kept in the history with your name.' },
  assets: { id: 'Berita acara memuat keputusan tentang aset kelompok', en: 'The minutes say what becomes of the group\'s assets' },
  fund: { id: 'Berita acara memuat keputusan tentang dana IKS', en: 'The minutes say what becomes of the solidarity fund' },
  done: { id: '{name} sekarang "{state}".', en: '{name} is now "{state}".' },
});

type FlowButton = Group['buttons'][number];

interface Props {
  readonly group: Group;
  readonly button: FlowButton | null;
  readonly onClose: () => void;
}

/** Asks what the step needs: a day, a reason, minutes. The server judges again. */
export function TransitionDialog({ group, button, onClose }: Props) {
  const say = useSay();
  const [dirty, setDirty] = useState(false);
  const [last, setLast] = useState(button);
  if (button && button !== last) setLast(button);
  const shown = button ?? last;
  const close = () => {
    setDirty(false);
    onClose();
  };
  if (!shown) return null;
  return (
    <Dialog open={button !== null} onClose={close} dirty={dirty} title={say(shown.label)}>
      {button && (
        <div onInput={() => setDirty(true)}>
          <StepForm key={button.action} group={group} button={button} onClose={close} />
        </div>
      )}
    </Dialog>
  );
}

function StepForm({ group: g, button, onClose }: { readonly group: Group; readonly button: FlowButton; readonly onClose: () => void }) {
  const t = useText(texts);
  const say = useSay();
  const api = useGroupApi();
  const refresh = useRefresh();
  const toast = useToast();
  const step = useMutation(api.transition.mutationOptions());
  const needs = new Set(button.needs);
  const dissolving = button.action === 'dissolve';
  const danger = button.to === 'dissolved';
  const today = useToday();
  const form = useForm(() => import('./form-schemas.ts').then((m) => m.stepForm(button, g.quorum)), { reason: '', on: today, minutes: NO_MINUTES, assetsDecided: false, fundDecided: false });
  const state = say(groupFlow.states[button.to].label);
  return (
    <Form
      form={form}
      onSubmit={async (v) => {
        await step.mutateAsync({
          id: g.id,
          from: g.state,
          action: button.action,
          ...(v.reason ? { reason: v.reason } : {}),
          ...(v.on ? { on: v.on } : {}),
          ...(v.minutes ? { minutes: v.minutes } : {}),
          ...(dissolving ? { assetsDecided: v.assetsDecided, fundDecided: v.fundDecided } : {}),
        });
        await refresh(g.id);
        toast({ text: t('done', { name: g.name, state }) });
        onClose();
      }}
    >
      <p>
        {t('what', { name: g.name, state })} {danger && t('final')}
      </p>
      {needs.has('date') && <DateField name="on" label={texts.on} />}
      {needs.has('reason') && <TextAreaField name="reason" label={texts.reason} hint={texts.reasonHint} rows={3} />}
      {needs.has('minutes') && <MinutesFields quorum={g.quorum} />}
      {dissolving && <CheckboxField name="assetsDecided" label={texts.assets} />}
      {dissolving && <CheckboxField name="fundDecided" label={texts.fund} />}
      <FormActions>
        <SubmitButton variant={danger ? 'danger' : 'primary'}>{say(button.label)}</SubmitButton>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  );
}
