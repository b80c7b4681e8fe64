import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { CountField, DateField, RadioField, SelectField, TextField } from '@anyam/admin-kit/fields';
import { FieldGroup, Form, FormActions, SubmitButton, useForm, useWatch } from '@anyam/admin-kit/form';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { isIsoDate, type IsoDate } from '@anyam/domain/kernel';
import { nextMeetings, rhythmProblem, type Rhythm } from '@anyam/domain/meeting';
import { useState } from 'react';
import { useMeetingApi, useRefresh, type GroupMeetings } from './parts/api.ts';
import { dayWords, nthWord, weekdayWord } from './parts/day.tsx';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Jadwal rapat', en: 'Schedule of meetings' },
  kind: { id: 'Kapan kelompok berapat?', en: 'When does the group meet?' },
  selapan: { id: 'Selapan (35 hari sekali, menurut hari pasaran)', en: 'By selapan (each 35 days, by market day)' },
  dayOfMonth: { id: 'Setiap bulan pada tanggal yang sama', en: 'Each month on the same date' },
  weekdayOfMonth: { id: 'Setiap bulan pada hari yang sama', en: 'Each month on the same weekday' },
  weekly: { id: 'Setiap minggu', en: 'Each week' },
  anchor: { id: 'Salah satu tanggal rapatnya', en: 'Any one of the days' },
  anchorHint: { id: 'Yang lain dihitung 35 hari sebelum dan sesudahnya.', en: 'The others are counted 35 days from it.' },
  dateOf: { id: 'Tanggal', en: 'Day of the month' },
  dateHint: { id: '1 sampai 31. Bulan yang lebih pendek memakai hari terakhirnya.', en: '1 to 31. A shorter month takes its last day.' },
  weekday: { id: 'Hari', en: 'Weekday' },
  week: { id: 'Minggu ke', en: 'Which one' },
  timeHint: { id: 'Misalnya 19.30.', en: 'For example 19:30.' },
  quorum: { id: 'Kuorum', en: 'Quorum' },
  byRules: { id: 'Menurut aturan program: {n} persen anggota', en: 'By the rule set: {n} per cent of the members' },
  byPercent: { id: 'Aturan kelompok, dalam persen', en: 'The group\'s own, in per cent' },
  byNumber: { id: 'Aturan kelompok, jumlah orang', en: 'The group\'s own, a number' },
  percent: { id: 'Paling sedikit hadir', en: 'At least present' },
  percentUnit: { id: 'persen', en: 'per cent' },
  people: { id: 'orang', en: 'persons' },
  next: { id: 'Tiga rapat pertama:', en: 'The first three meetings:' },
  done: { id: 'Jadwal tersimpan.', en: 'The schedule was saved.' },
});

const KINDS = ['selapan', 'dayOfMonth', 'weekdayOfMonth', 'weekly'] as const;

interface Fields {
  readonly kind: (typeof KINDS)[number]; readonly day: number; readonly weekday: string; readonly nth: string; readonly anchor: string;
}
const rhythmOf = ({ kind, day, weekday, nth, anchor }: Fields): Rhythm => {
  if (kind === 'dayOfMonth') return { kind, day };
  if (kind === 'selapan') return { kind, anchor: anchor as IsoDate };
  return kind === 'weekly' ? { kind, weekday: Number(weekday) } : { kind, weekday: Number(weekday), nth: Number(nth) };
};

export default function ScheduleDialog({ data, onClose }: { readonly data: GroupMeetings; readonly onClose: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useMeetingApi();
  const refresh = useRefresh();
  const toast = useToast();
  const [dirty, setDirty] = useState(false);
  const save = useMutation(api.saveSchedule.mutationOptions());
  const { schedule, today, group, rules } = data;
  const { rhythm: r, quorum: q } = schedule;
  const form = useForm(() => import('./form-schemas.ts').then((m) => m.scheduleForm), {
    kind: r?.kind ?? 'selapan', day: r?.kind === 'dayOfMonth' ? r.day : 5, weekday: String(r && 'weekday' in r ? r.weekday : 2), nth: String(r?.kind === 'weekdayOfMonth' ? r.nth : 1),
    anchor: r?.kind === 'selapan' ? r.anchor : today, beginsAt: schedule.beginsAt?.replace(':', '.') ?? '', place: schedule.place, quorumKind: q?.kind ?? 'rules', percent: q?.kind === 'percent' ? q.percent : rules.quorumPercent,
    number: q?.kind === 'number' ? q.number : Math.max(1, Math.ceil((group.members * rules.quorumPercent) / 100)),
  });
  const kind = useWatch({ control: form.control, name: 'kind' });
  const quorumKind = useWatch({ control: form.control, name: 'quorumKind' });
  return (
    <Dialog open onClose={onClose} title={texts.title} dirty={dirty}>
      <div onInput={() => setDirty(true)}>
        <Form
          form={form}
          onSubmit={async (values) => {
            await save.mutateAsync({ groupId: group.id, revision: schedule.revision, ...values });
            await refresh();
            toast({ text: t('done') });
            onClose();
          }}
        >
          <FieldGroup>
            <RadioField name="kind" label={texts.kind} options={KINDS.map((value) => ({ value, label: t(value) }))} />
            {kind === 'selapan' && <DateField name="anchor" label={texts.anchor} hint={texts.anchorHint} />}
            {kind === 'dayOfMonth' && <CountField name="day" label={texts.dateOf} hint={texts.dateHint} />}
            {kind === 'weekdayOfMonth' && <SelectField name="nth" label={texts.week} width="medium" options={[1, 2, 3, 4].map((n) => ({ value: String(n), label: nthWord(n, language) }))} />}
            {(kind === 'weekdayOfMonth' || kind === 'weekly') && <SelectField name="weekday" label={texts.weekday} width="medium" options={[1, 2, 3, 4, 5, 6, 0].map((n) => ({ value: String(n), label: weekdayWord(n, language) }))} />}
            <Preview today={today} />
            <TextField name="beginsAt" label={words.time} hint={texts.timeHint} width="short" optional />
            <TextField name="place" label={words.place} optional />
            <RadioField
              name="quorumKind"
              label={texts.quorum}
              options={[{ value: 'rules', label: t('byRules', { n: rules.quorumPercent }) }, { value: 'percent', label: t('byPercent') }, { value: 'number', label: t('byNumber') }]}
            />
            {quorumKind === 'percent' && <CountField name="percent" label={texts.percent} unit={t('percentUnit')} />}
            {quorumKind === 'number' && <CountField name="number" label={texts.percent} unit={t('people')} />}
          </FieldGroup>
          <FormActions>
            <SubmitButton>{t('save')}</SubmitButton>
            <Button onClick={onClose}>{t('cancel')}</Button>
          </FormActions>
        </Form>
      </div>
    </Dialog>
  );
}

/** The first days of what is being set, with weekday and market day, so that a slip is seen before it is saved. */
function Preview({ today }: { readonly today: string }) {
  const t = useText(texts);
  const language = useLanguage();
  const [kind, day, weekday, nth, anchor] = useWatch<Fields>({ name: ['kind', 'day', 'weekday', 'nth', 'anchor'] }) as [Fields['kind'], number, string, string, string];
  const rhythm = rhythmOf({ kind, day, weekday, nth, anchor });
  if ((kind === 'selapan' && !isIsoDate(anchor)) || rhythmProblem(rhythm)) return null;
  return (
    <div className="hint" role="status">
      {t('next')}
      {nextMeetings({ rhythm, moves: [] }, today as IsoDate, 3).map((d) => <div key={d.on}>{dayWords(d.on, language)}</div>)}
    </div>
  );
}
