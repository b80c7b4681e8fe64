import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { useNavigate } from '@anyam/admin-kit/link';
import { ErrorNotice, Notice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText, type Bilingual } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { lazy, Suspense, useState } from 'react';
import { newKey, useMeetingApi, useRefresh } from './api.ts';

// Only when something is decided.
const DecisionDialog = lazy(() => import('./decision-dialog.tsx'));

const texts = defineTexts({
  title: { id: 'Keputusan musyawarah', en: 'Decisions' },
  none: { id: 'Belum ada keputusan dalam rapat ini.', en: 'Nothing is decided in this meeting yet.' },
  add: { id: 'Catat keputusan', en: 'Record a decision' },
  others: { id: 'Keputusan lain dan notulen', en: 'Other decisions and minutes' },
  votes: { id: 'Setuju {agree}, menolak {against}, abstain {abstain}', en: 'For {agree}, against {against}, abstained {abstain}' },
  leftOut: { id: 'Kuorum {counted} dari {eligible}, perlu {needed}', en: 'Quorum {counted} of {eligible}, {needed} needed' },
  carried: { id: 'Disetujui', en: 'Carried' },
  rejected: { id: 'Tidak disetujui', en: 'Not carried' },
  lacks: { id: 'Masih kurang sebelum ditutup', en: 'Still missing before it closes' },
  closed: { id: 'Rapat ditutup. Bacakan hasilnya kepada anggota.', en: 'The meeting is closed. Read the result to the members.' },
  done: { id: 'Tersimpan.', en: 'Saved.' },
});

/** What was decided, what the minutes still lack, and the end of the meeting. */
export function SheetDecisions({ meetingId, groupId, warning }: { readonly meetingId: string; readonly groupId: string; readonly warning: Bilingual | null }) {
  const t = useText(texts);
  const say = useSay();
  const api = useMeetingApi();
  const toast = useToast();
  const go = useNavigate();
  const refresh = useRefresh();
  const [deciding, setDeciding] = useState(false);
  const [key, setKey] = useState(newKey);
  const query = useQuery(api.detail.queryOptions({ id: meetingId }));
  const act = useMutation(api.act.mutationOptions());
  const m = query.data;
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (!m) return <Card title={texts.title}><Skeleton height={80} /></Card>;
  const minutes = `/kelompok/${groupId}/rapat/${meetingId}`;
  const steps = m.buttons.filter((b) => b.action === 'open' || b.action === 'close');
  const take = async (action: 'open' | 'close') => {
    try {
      await act.mutateAsync({ key, id: meetingId, action, expectedState: m.state });
      setKey(newKey());
      toast({ text: t(action === 'close' ? 'closed' : 'done') });
      if (action === 'close') go(`/rapat/${meetingId}/bacakan`);
    } catch {
      // Said above the buttons.
    } finally {
      await refresh();
    }
  };
  return (
    <Card title={texts.title} actions={m.can.write && m.state === 'open' && <Button size="sm" onClick={() => setDeciding(true)}>{t('add')}</Button>}>
      <div className="stack">
        {m.decided.length === 0 ? <p className="muted">{t('none')}</p> : (
          <ul className="blockers">
            {m.decided.map((d) => (
              <li key={d.id}>
                <b>{say(d.label)}.</b> {say(d.said)} <Chip tone={d.carried ? 'ok' : 'bad'}>{d.carried ? texts.carried : texts.rejected}</Chip>
                <div>{d.wording}</div>
                <div className="muted small">{t('votes', d.votes)}. {t('leftOut', { counted: d.quorum.counted, eligible: d.quorum.eligible, needed: d.quorum.needed })}</div>
              </li>
            ))}
          </ul>
        )}
        {m.state === 'open' && m.problems.length > 0 && (
          <Notice tone="warn" title={texts.lacks}>
            <ul className="list-disc pl-5">{m.problems.map((p, i) => <li key={i}>{say(p.text)}</li>)}</ul>
          </Notice>
        )}
        {warning && m.state === 'open' && <Notice tone="warn">{say(warning)}</Notice>}
        <ErrorNotice error={act.error} />
        <div className="row">
          <Button href={minutes}>{t('others')}</Button>
          {m.can.write && steps.map((b) => (
            <Button
              key={b.action} variant="primary" busy={act.isPending} {...(b.enabled ? {} : { blockedBy: b.blockers.map((x) => ({ ...x, params: {} })) })}
              onClick={() => void take(b.action as 'open' | 'close')}
            >
              {say(b.label)}
            </Button>
          ))}
        </div>
      </div>
      <Suspense>{deciding && <DecisionDialog meeting={m} onClose={() => setDeciding(false)} />}</Suspense>
    </Card>
  );
}
