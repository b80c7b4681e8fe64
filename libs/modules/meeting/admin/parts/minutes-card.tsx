import { useMutation } from '@anyam/admin-kit/api';
import { Card, Facts } from '@anyam/admin-kit/card';
import { SelectField, TextAreaField, TextField } from '@anyam/admin-kit/fields';
import { FieldGroup, Form, FormActions, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useEffect } from 'react';
import { useMeetingApi, useRefresh, type Meeting } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Acara dan notulen', en: 'Agenda and minutes' },
  prepare: { id: 'Acara dan tempat', en: 'Agenda and place' },
  agendaHint: { id: 'Satu acara satu baris.', en: 'One item a line.' },
  notesHint: { id: 'Tulis jalannya musyawarah dengan singkat: siapa menyampaikan apa, dan apa yang disepakati.', en: 'Write briefly how it went: who said what, and what was agreed.' },
  timeHint: { id: 'Misalnya 19.30.', en: 'For example 19:30.' },
  pick: { id: 'Pilih anggota yang hadir', en: 'Choose a member who is present' },
  savedMinutes: { id: 'Notulen tersimpan.', en: 'The minutes were saved.' },
});

/** While it is planned: agenda and place, for the invitation. While it is open: also who led, who wrote, and how it went. */
export function MinutesCard({ meeting: m }: { readonly meeting: Meeting }) {
  const t = useText(texts);
  const write = m.can.write && (m.state === 'open' || m.state === 'scheduled');
  if (write) return <MinutesForm key={m.state} meeting={m} />;
  const name = (id: string | null) => m.people.find((p) => p.memberId === id)?.name ?? '–';
  return (
    <Card title={texts.title}>
      <div className="stack">
        <Facts items={[{ label: words.place, value: m.place || '–' }, { label: words.time, value: m.beginsAt?.replace(':', '.') ?? '–' }, { label: words.leader, value: name(m.leaderId) }, { label: words.writer, value: name(m.writerId) }]} />
        {m.agenda.length > 0 && <div><h3>{t('agenda')}</h3><ol className="list-decimal pl-5">{m.agenda.map((a, i) => <li key={i}>{a}</li>)}</ol></div>}
        {m.notes && <div><h3>{t('notes')}</h3><p className="whitespace-pre-wrap">{m.notes}</p></div>}
      </div>
    </Card>
  );
}

function MinutesForm({ meeting: m }: { readonly meeting: Meeting }) {
  const t = useText(texts);
  const api = useMeetingApi();
  const refresh = useRefresh();
  const toast = useToast();
  const save = useMutation(api.saveMinutes.mutationOptions());
  const open = m.state === 'open';
  const officer = (role: string) => m.people.find((p) => p.role === role)?.memberId ?? '';
  const form = useForm(() => import('../form-schemas.ts').then((x) => x.minutesForm), {
    beginsAt: m.beginsAt?.replace(':', '.') ?? '', place: m.place, agenda: m.agenda.join('\n'), notes: m.notes, leaderId: m.leaderId ?? (open ? officer('chair') : ''), writerId: m.writerId ?? (open ? officer('secretary') : ''),
  });
  const dirty = form.formState.isDirty;
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  const people = m.people.filter((p) => !p.stranger).map((p) => ({ value: p.memberId, label: p.role === 'member' ? p.name : `${p.name} (${t(p.role).toLowerCase()})` }));
  return (
    <Card title={open ? texts.title : texts.prepare}>
      <Form
        form={form}
        className="wide"
        onSubmit={async (values) => {
          await save.mutateAsync({ id: m.id, revision: m.revision, ...values });
          await refresh();
          form.reset(form.getValues());
          toast({ text: t('savedMinutes') });
        }}
      >
        <FieldGroup columns={2}>
          <TextField name="place" label={words.place} />
          <TextField name="beginsAt" label={words.time} hint={texts.timeHint} width="short" optional />
          {open && <SelectField name="leaderId" label={words.leader} options={people} placeholder={t('pick')} />}
          {open && <SelectField name="writerId" label={words.writer} options={people} placeholder={t('pick')} />}
        </FieldGroup>
        <TextAreaField name="agenda" label={words.agenda} hint={texts.agendaHint} rows={4} />
        {open && <TextAreaField name="notes" label={words.notes} hint={texts.notesHint} rows={8} />}
        <FormActions><SubmitButton variant={open ? 'primary' : 'secondary'}>{t('save')}</SubmitButton></FormActions>
      </Form>
    </Card>
  );
}
