import { CalendarPlus, Mail, NotebookText } from 'lucide-react';
import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip, StateChip } from '@anyam/admin-kit/chip';
import { DateText } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { newKey } from '@anyam/admin-kit/new-key';
import { PageHead } from '@anyam/admin-kit/page-head';
import { RecordNav } from '@anyam/admin-kit/record-nav';
import { RowsTable, type RowsColumn } from '@anyam/admin-kit/rows-table';
import { EmptyState, ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { daysBetween, type IsoDate } from '@anyam/domain/kernel';
import { meetingFlow, type Rhythm } from '@anyam/domain/meeting';
import { lazy, Suspense, useState } from 'react';
import { useMeetingApi, useRefresh, useTell, type GroupMeetings, type MeetingRow } from './parts/api.ts';
import { MeetingDay, rhythmWords } from './parts/day.tsx';
import { words } from './parts/words.ts';

const ScheduleDialog = lazy(() => import('./schedule-dialog.tsx'));
const ExtraDialog = lazy(() => import('./extra-dialog.tsx'));
const InvitationDialog = lazy(() => import('./invitation-dialog.tsx'));

const texts = defineTexts({
  ...words,
  title: { id: 'Rapat {name}', en: 'Meetings of {name}' },
  schedule: { id: 'Jadwal', en: 'Schedule' },
  setSchedule: { id: 'Tetapkan jadwal', en: 'Set the schedule' },
  changeSchedule: { id: 'Ubah jadwal', en: 'Change the schedule' },
  rhythm: { id: 'Rapat', en: 'Meets' },
  noRhythm: { id: 'Belum ditetapkan', en: 'Not set' },
  quorum: { id: 'Kuorum', en: 'Quorum' },
  quorumRules: { id: '{n} persen anggota (aturan program)', en: '{n} per cent of the members (rule set)' },
  quorumPercent: { id: '{n} persen anggota (aturan kelompok)', en: '{n} per cent of the members (own rule)' },
  quorumNumber: { id: '{n} anggota (aturan kelompok)', en: '{n} members (own rule)' },
  coming: { id: 'Rapat berikutnya', en: 'Next meetings' },
  extra: { id: 'Rapat tambahan', en: 'Extra meeting' },
  planMore: { id: 'Jadwalkan', en: 'Plan' },
  planned: { id: '{n} rapat dijadwalkan.', en: '{n} meetings were planned.' },
  past: { id: 'Rapat yang lalu', en: 'Past meetings' },
  pastMore: { id: '{n} rapat terakhir dari {all}.', en: 'The last {n} of {all} meetings.' },
  inForce: { id: 'Keputusan yang berlaku', en: 'Decisions in force' },
  since: { id: 'sejak', en: 'since' },
  books: { id: 'Daftar hadir dan buku tamu', en: 'Attendance and guest book' },
  invitation: { id: 'Undangan', en: 'Invitation' },
  missed: { id: 'Terlewat', en: 'Missed' },
  today: { id: 'Hari ini', en: 'Today' },
  movedFrom: { id: 'dipindah: {reason}', en: 'moved: {reason}' },
  silent: { id: 'Sudah {n} hari tanpa rapat. Paling lambat setiap {m} hari.', en: '{n} days without a meeting. There should be one every {m} days.' },
  noneComing: { id: 'Belum ada rapat yang dijadwalkan', en: 'No meeting is planned' },
  noneComingText: { id: 'Tetapkan jadwalnya, atau buat satu rapat tambahan.', en: 'Set the schedule, or plan one extra meeting.' },
  nonePast: { id: 'Belum ada rapat yang tercatat.', en: 'No meeting is on record.' },
  noneForce: { id: 'Belum ada keputusan dalam berita acara yang ditutup.', en: 'No decision in closed minutes yet.' },
});

export default function GroupMeetingsScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const api = useMeetingApi();
  const query = useQuery(api.group.queryOptions({ groupId: params.id ?? '' }));
  if (query.data) return <Loaded data={query.data} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonPage />;
}

type Opened = 'schedule' | 'extra' | { readonly invite: MeetingRow } | null;

function Loaded({ data }: { readonly data: GroupMeetings }) {
  const t = useText(texts);
  const [opened, setOpened] = useState<Opened>(null);
  const { group: g, can, today } = data;
  const silentFor = data.lastHeldOn === null ? null : daysBetween(data.lastHeldOn as IsoDate, today as IsoDate);
  const close = () => setOpened(null);
  return (
    <div className="stack">
      <PageHead
        title={t('title', { name: g.name })}
        context={`${g.villageName}, ${g.districtName}`}
        actions={
          <>
            <Button icon={NotebookText} href={`/kelompok/${g.id}/rapat/buku`}>{t('books')}</Button>
            {can.write && <Button icon={CalendarPlus} onClick={() => setOpened('extra')}>{t('extra')}</Button>}
          </>
        }
      />
      <RecordNav of="group" id={g.id} />
      {silentFor !== null && silentFor > data.rules.gapDays && <Notice tone="warn">{t('silent', { n: silentFor, m: data.rules.gapDays })}</Notice>}
      <div className="split">
        <div className="stack">
          <Coming data={data} onInvite={(invite) => setOpened({ invite })} onSchedule={() => setOpened('schedule')} />
          <Past data={data} />
        </div>
        <aside className="stack aside">
          <ScheduleCard data={data} onChange={() => setOpened('schedule')} />
          <InForce data={data} />
        </aside>
      </div>
      <Suspense>
        {opened === 'schedule' && <ScheduleDialog data={data} onClose={close} />}
        {opened === 'extra' && <ExtraDialog groupId={g.id} today={today} onClose={close} />}
        {opened !== null && typeof opened === 'object' && <InvitationDialog meetingId={opened.invite.id} onClose={close} />}
      </Suspense>
    </div>
  );
}

function ScheduleCard({ data, onChange }: { readonly data: GroupMeetings; readonly onChange: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const { rhythm, beginsAt, place, quorum } = data.schedule;
  return (
    <Card title={texts.schedule} actions={data.can.write && <Button size="sm" variant={rhythm ? 'secondary' : 'primary'} onClick={onChange}>{t(rhythm ? 'changeSchedule' : 'setSchedule')}</Button>}>
      <Facts
        wide
        items={[
          { label: texts.rhythm, value: rhythm ? rhythmWords(rhythm as Rhythm, language) : t('noRhythm') },
          { label: words.time, value: beginsAt?.replace(':', '.') ?? '–' },
          { label: words.place, value: place || '–' },
          { label: texts.quorum, value: quorum === null ? t('quorumRules', { n: data.rules.quorumPercent }) : quorum.kind === 'percent' ? t('quorumPercent', { n: quorum.percent }) : t('quorumNumber', { n: quorum.number }) },
        ]}
      />
    </Card>
  );
}

function Coming({ data, onInvite, onSchedule }: { readonly data: GroupMeetings; readonly onInvite: (m: MeetingRow) => void; readonly onSchedule: () => void }) {
  const t = useText(texts);
  const api = useMeetingApi();
  const refresh = useRefresh();
  const toast = useToast();
  const tell = useTell();
  const plan = useMutation(api.plan.mutationOptions());
  const { coming, can, schedule, today, group: g } = data;
  const ahead = coming.filter((m) => m.state === 'scheduled' && m.heldOn >= today).length;
  const planMore = async () => {
    try {
      const { ids } = await plan.mutateAsync({ key: newKey(), groupId: g.id });
      await refresh();
      toast({ text: t('planned', { n: ids.length }) });
    } catch (error) {
      tell(error);
    }
  };
  return (
    <Card title={texts.coming} actions={can.write && schedule.rhythm && ahead === 0 && <Button size="sm" busy={plan.isPending} onClick={() => void planMore()}>{t('planMore')}</Button>}>
      {coming.length === 0 ? (
        <EmptyState title={texts.noneComing} text={texts.noneComingText} action={can.write && !schedule.rhythm && <Button variant="primary" onClick={onSchedule}>{t('setSchedule')}</Button>} />
      ) : (
        <ul className="m-0 grid list-none gap-3 p-0">
          {coming.map((m) => (
            <li key={m.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line pt-3 first:border-t-0 first:pt-0">
              <div className="min-w-0 flex-1">
                <Link href={`/kelompok/${g.id}/rapat/${m.id}`}><b><MeetingDay on={m.heldOn} time={m.beginsAt} /></b></Link>
                <div className="sub">{[m.place, m.moveReason && t('movedFrom', { reason: m.moveReason })].filter(Boolean).join(' · ')}</div>
              </div>
              {m.state === 'open' ? <StateChip of={meetingFlow.states.open} /> : m.heldOn < today ? <Chip tone="warn">{t('missed')}</Chip> : m.heldOn === today ? <Chip tone="info">{t('today')}</Chip> : null}
              {m.state === 'scheduled' && m.heldOn >= today && <Button size="sm" icon={Mail} onClick={() => onInvite(m)}>{t('invitation')}</Button>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const columns = (groupId: string): readonly RowsColumn<MeetingRow>[] => [
  { id: 'day', header: words.day, wrap: true, cell: (m) => <><Link href={`/kelompok/${groupId}/rapat/${m.id}`}><MeetingDay on={m.heldOn} /></Link>{m.number && <span className="sub">{m.number}</span>}</> },
  { id: 'state', header: words.state, cell: (m) => <StateChip of={meetingFlow.states[m.state]} /> },
  { id: 'present', header: words.present, end: true, cell: (m) => (m.state === 'cancelled' ? '–' : `${m.present} / ${m.members}`) },
  { id: 'decisions', header: words.decisions, end: true, cell: (m) => m.decisions },
];

function Past({ data }: { readonly data: GroupMeetings }) {
  const t = useText(texts);
  const { past, pastTotal, group } = data;
  return (
    <Card title={texts.past} flush {...(pastTotal > past.length ? { note: t('pastMore', { n: past.length, all: pastTotal }) } : {})}>
      <RowsTable caption={texts.past} columns={columns(group.id)} rows={past} rowId={(m) => m.id} empty={<p className="muted px-[18px] pb-4">{t('nonePast')}</p>} />
    </Card>
  );
}

function InForce({ data }: { readonly data: GroupMeetings }) {
  const t = useText(texts);
  const say = useSay();
  return (
    <Card title={texts.inForce}>
      {data.inForce.length === 0 && <p className="muted">{t('noneForce')}</p>}
      <ul className="m-0 grid list-none gap-3 p-0">
        {data.inForce.map((d) => (
          <li key={d.id}>
            <b>{say(d.said)}</b>
            <div className="sub">
              {t('since')} <DateText value={d.from} /> · <Link href={`/kelompok/${data.group.id}/rapat/${d.meetingId}`}>{d.number ?? say(d.label)}</Link>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
