import { CheckboxGroupField, NumberTextField, TextField } from '@anyam/admin-kit/fields';
import { FieldGroup, Form, useForm } from '@anyam/admin-kit/form';
import { Notice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { NotApplicable } from './not-applicable.tsx';
import type { TaskProps } from './task.screen.tsx';
import { TaskActions, useSaveTask } from './task-shell.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  bank: { id: 'Bank', en: 'Bank' },
  number: { id: 'Nomor rekening', en: 'Account number' },
  numberHint: { id: 'Seperti pada buku rekening.', en: 'As in the bank book.' },
  keep: { id: 'Kosongkan bila tidak berubah. Tercatat: {masked}', en: 'Leave empty if unchanged. On record: {masked}' },
  holder: { id: 'Nama pemilik rekening', en: 'Holder of the account' },
  holderHint: { id: 'Harus atas nama kelompok, bukan perorangan.', en: 'It must be the group, not a person.' },
  signatories: { id: 'Penanda tangan rekening', en: 'Signatories' },
  signatoriesHint: { id: 'Pengurus yang bersama-sama menandatangani penarikan.', en: 'The officers who sign withdrawals together.' },
  noOfficers: { id: 'Isi pengurus dahulu; penanda tangan rekening adalah pengurus.', en: 'Fill in the officers first; signatories are officers.' },
  mend: { id: 'Yang perlu diperbaiki', en: 'To be mended' },
});

export function AccountTask({ group: g }: TaskProps) {
  const t = useText(texts);
  const say = useSay();
  const role = useText(words);
  const save = useSaveTask(g);
  const known = g.account !== null;
  const officers = new Set(g.officers.map((o) => o.personId));
  const form = useForm(() => import('./form-schemas.ts').then((m) => m.accountForm(known)), { bank: g.account?.bank ?? '', number: '', holder: g.account?.holder ?? `KUBE ${g.name}`, signatories: g.account?.signatories.filter((s) => officers.has(s)) ?? [] });
  return (
    <>
      <Form form={form} onSubmit={(values) => save({ task: 'account', ...values })}>
        {g.account && g.account.problems.length > 0 && (
          <Notice tone="warn" title={texts.mend}>
            {g.account.problems.map((p, i) => (
              <div key={i}>{say(p)}</div>
            ))}
          </Notice>
        )}
        <FieldGroup>
          <TextField name="bank" label={texts.bank} width="medium" />
          <NumberTextField name="number" label={texts.number} hint={g.account ? t('keep', { masked: g.account.number }) : texts.numberHint} optional={known} />
          <TextField name="holder" label={texts.holder} hint={texts.holderHint} />
          {g.officers.length > 0 ? (
            <CheckboxGroupField name="signatories" label={texts.signatories} hint={texts.signatoriesHint} options={g.officers.map((o) => ({ value: o.personId, label: `${o.name} (${role(o.role)})` }))} />
          ) : (
            <Notice tone="warn">{t('noOfficers')}</Notice>
          )}
        </FieldGroup>
        <TaskActions group={g} />
      </Form>
      <NotApplicable group={g} task="account" />
    </>
  );
}
