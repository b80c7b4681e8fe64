import { DateField, SelectField } from '@anyam/admin-kit/fields';
import { Button } from '@anyam/admin-kit/button';
import { FieldGroup, Form, useForm } from '@anyam/admin-kit/form';
import { EmptyState, Notice } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToday } from './api.ts';
import { MinutesFields, NO_MINUTES } from './minutes-fields.tsx';
import type { TaskProps } from './task.screen.tsx';
import { TaskActions, useSaveTask } from './task-shell.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  how: { id: 'Pengurus dipilih anggota dalam musyawarah. Isi tiga orang yang berbeda dan berita acaranya.', en: 'Members choose their officers by deliberation. Enter three different people and the minutes.' },
  pick: { id: 'Pilih anggota', en: 'Choose a member' },
  on: { id: 'Menjabat sejak', en: 'In office since' },
  few: { id: 'Anggota belum cukup', en: 'Not enough members' },
  fewWhy: { id: 'Tambahkan paling sedikit tiga anggota sebelum memilih pengurus.', en: 'Add at least three members before choosing officers.' },
  addMembers: { id: 'Tambah anggota', en: 'Add members' },
});

const ROLES = ['chair', 'secretary', 'treasurer'] as const;

export function OfficersTask({ group: g }: TaskProps) {
  const t = useText(texts);
  const save = useSaveTask(g);
  const living = g.memberships.filter((m) => m.leftOn === null);
  const now = (role: (typeof ROLES)[number]) => living.find((m) => m.role === role)?.membershipId ?? '';
  const today = useToday();
  const form = useForm(() => import('./form-schemas.ts').then((m) => m.officersForm(g.quorum)), { chair: now('chair'), secretary: now('secretary'), treasurer: now('treasurer'), on: today, minutes: NO_MINUTES });
  if (living.length < 3) return <EmptyState title={texts.few} text={texts.fewWhy} action={<Button variant="primary" href={`/kelompok/${g.id}/tugas/members`}>{t('addMembers')}</Button>} />;
  const options = living.map((m) => ({ value: m.membershipId, label: `${m.name} (${m.nik.slice(-4)})` }));
  return (
    <Form form={form} onSubmit={(values) => save({ task: 'officers', ...values })}>
      <Notice>{t('how')}</Notice>
      <FieldGroup>
        {ROLES.map((role) => (
          <SelectField key={role} name={role} label={words[role]} options={options} placeholder={t('pick')} width="medium" />
        ))}
        <DateField name="on" label={texts.on} />
      </FieldGroup>
      <MinutesFields quorum={g.quorum} />
      <TaskActions group={g} />
    </Form>
  );
}
