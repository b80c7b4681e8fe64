import { Mail, Printer } from 'lucide-react';
import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { ActionBar } from '@anyam/admin-kit/action-bar';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip, StateChip } from '@anyam/admin-kit/chip';
import { Link } from '@anyam/admin-kit/link';
import { newKey } from '@anyam/admin-kit/new-key';
import { PageHead } from '@anyam/admin-kit/page-head';
import { RecordNav } from '@anyam/admin-kit/record-nav';
import { ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { IfMay, useSession } from '@anyam/admin-kit/session';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { meetingFlow } from '@anyam/domain/meeting';
import { lazy, Suspense, useState } from 'react';
import { useMeetingApi, useRefresh, useTell, type Meeting } from './parts/api.ts';
import { Attendance } from './parts/attendance.tsx';
import { dayWords } from './parts/day.tsx';
import { DecisionsCard } from './parts/decisions-card.tsx';
import { GuestsCard } from './parts/guests-card.tsx';
import { MinutesCard } from './parts/minutes-card.tsx';
import { words } from './parts/words.ts';

const StepDialog = lazy(() => import('./step-dialog.tsx'));
const InvitationDialog = lazy(() => import('./invitation-dialog.tsx'));

const texts = defineTexts({
  ...words,
  title: { id: 'Rapat {day}', en: 'Meeting on {day}' },
  extra: { id: 'Rapat tambahan', en: 'Extra meeting' },
  next: { id: 'Langkah berikutnya', en: 'Next step' },
  nothing: { id: 'Tidak ada langkah untuk peran Anda saat ini.', en: 'There is no step for your role now.' },
  missing: { id: 'Sebelum rapat dapat ditutup', en: 'Before the meeting can be closed' },
  complete: { id: 'Notulen lengkap. Rapat dapat ditutup.', en: 'The minutes are complete. The meeting can be closed.' },
  about: { id: 'Tentang rapat ini', en: 'About this meeting' },
  moved: { id: 'Dipindah karena', en: 'Moved because' },
  entries: { id: 'Catatan setoran', en: 'Entries' },
  sheet: { id: 'Buka lembar setoran', en: 'Open the meeting sheet' },
  record: { id: 'Cetak berita acara', en: 'Print the record' },
  invitation: { id: 'Undangan', en: 'Invitation' },
  cancelled: { id: 'Rapat ini dibatalkan.', en: 'This meeting was called off.' },
});

export default function MeetingScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const api = useMeetingApi();
  const query = useQuery(api.detail.queryOptions({ id: params.meeting ?? '' }));
  // What is on screen stays when a later refresh fails: something may be half typed.
  if (query.data) return <Loaded key={query.data.id} meeting={query.data} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonPage />;
}

function Loaded({ meeting: m }: { readonly meeting: Meeting }) {
  const t = useText(texts);
  const language = useLanguage();
  const [inviting, setInviting] = useState(false);
  const { can } = useSession();
  const held = m.state === 'open' || m.state === 'closed';
  return (
    <div className="stack">
      <PageHead
        title={t('title', { day: dayWords(m.heldOn, language) })}
        context={<><Link href={`/kelompok/${m.group.id}${can('group.read') ? '' : '/rapat'}`}>{m.group.name}</Link> · {m.group.villageName}, {m.group.districtName}</>}
        status={<><StateChip of={meetingFlow.states[m.state]} />{m.plannedOn === null && <Chip mark="none">{texts.extra}</Chip>}</>}
        actions={
          <>
            {m.state === 'scheduled' && <Button icon={Mail} onClick={() => setInviting(true)}>{t('invitation')}</Button>}
            {held && <Button icon={Printer} href={`/kelompok/${m.group.id}/rapat/${m.id}/cetak`}>{t('record')}</Button>}
          </>
        }
      />
      <RecordNav of="group" id={m.group.id} />
      {m.state === 'cancelled' && <Notice tone="warn">{t('cancelled')}</Notice>}
      <div className="split">
        <div className="stack">
          {held && <Attendance meeting={m} />}
          {held && <DecisionsCard meeting={m} />}
          <MinutesCard meeting={m} />
          {held && <GuestsCard meeting={m} />}
        </div>
        <aside className="stack aside">
          <NextStep meeting={m} />
          <Card title={texts.about}>
            <Facts
              wide
              items={[
                { label: words.number, value: m.number ?? '–' },
                ...(m.moveReason ? [{ label: texts.moved, value: m.moveReason }] : []),
                ...(held ? [{ label: words.present, value: `${m.quorum.counted} / ${m.quorum.eligible}` }, { label: texts.entries, value: m.entries }] : []),
              ]}
            />
          </Card>
        </aside>
      </div>
      <Suspense>{inviting && <InvitationDialog meetingId={m.id} onClose={() => setInviting(false)} />}</Suspense>
    </div>
  );
}

/** One thing to do now, and what the minutes still lack. */
function NextStep({ meeting: m }: { readonly meeting: Meeting }) {
  const t = useText(texts);
  const say = useSay();
  const [step, setStep] = useState<Meeting['buttons'][number] | null>(null);
  const api = useMeetingApi();
  const refresh = useRefresh();
  const tell = useTell();
  const act = useMutation(api.act.mutationOptions());
  /** Opening asks nothing and takes nothing away, so it has no dialog. */
  const take = async (name: string) => {
    const button = m.buttons.find((b) => b.action === name) ?? null;
    if (button?.action !== 'open') return setStep(button);
    try {
      await act.mutateAsync({ key: newKey(), id: m.id, action: 'open', expectedState: m.state });
    } catch (error) {
      tell(error);
    } finally {
      await refresh();
    }
  };
  const general = m.problems.filter((p) => p.where === null || !m.decided.some((d) => d.id === p.where));
  const rest = m.problems.length - general.length;
  return (
    <Card title={texts.next}>
      <div className="stack">
        {m.can.write && m.state === 'closed' ? (
          m.buttons.map((b) => <div key={b.action}><Button blockedBy={b.enabled ? undefined : b.blockers.map((x) => ({ ...x, params: {} }))} onClick={() => setStep(b)}>{say(b.label)}</Button></div>)
        ) : m.can.write && m.buttons.length > 0 ? (
          <ActionBar buttons={m.buttons.map((b) => ({ ...b, blockers: b.blockers.map((x) => ({ ...x, params: {} })) }))} dangerous={['cancel']} busy={act.isPending ? 'open' : null} onAction={(name) => void take(name)} />
        ) : (
          <p className="muted">{t('nothing')}</p>
        )}
        {m.state === 'open' && <IfMay permission="savings.read"><Button href={`/rapat/${m.id}`}>{t('sheet')}</Button></IfMay>}
        {m.state === 'open' && m.problems.length === 0 && <Notice tone="ok">{t('complete')}</Notice>}
        {m.state === 'open' && m.problems.length > 0 && (
          <div>
            <h3>{t('missing')}</h3>
            <ul className="list-disc pl-5">
              {general.map((p, i) => <li key={i}>{say(p.text)}</li>)}
              {rest > 0 && [...new Set(m.problems.filter((p) => !general.includes(p)).map((p) => p.where))].map((id) => <li key={id}>{say(m.decided.find((d) => d.id === id)?.said ?? '')}: {say(m.problems.find((p) => p.where === id)?.text ?? '')}</li>)}
            </ul>
          </div>
        )}
      </div>
      <Suspense>{step && <StepDialog key={step.action} meeting={m} button={step} onClose={() => setStep(null)} />}</Suspense>
    </Card>
  );
}
