import { useMutation, useQuery, useQueryClient } from '@anyam/admin-kit/api';
import { ActionBar } from '@anyam/admin-kit/action-bar';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { StateChip } from '@anyam/admin-kit/chip';
import { MoneyBar } from '@anyam/admin-kit/chart';
import { later } from '@anyam/admin-kit/later';
import { Link } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { MaskedValue } from '@anyam/admin-kit/record';
import { ErrorState, SkeletonPage } from '@anyam/admin-kit/states';
import { RecordNav } from '@anyam/admin-kit/record-nav';
import { Tabs } from '@anyam/admin-kit/tabs';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { groupFlow } from '@anyam/domain/group';
import { useState } from 'react';
import { useGroupApi, type Group } from './api.ts';
import { MembersTab } from './tab-members.tsx';
import { SummaryTab } from './tab-summary.tsx';
import { FLAGS, stageMark, words } from './words.ts';

const AidTab = later(() => import('./tab-aid.tsx').then((m) => m.AidTab), () => true);
const PapersTab = later(() => import('./tab-papers.tsx').then((m) => m.PapersTab), () => true);
const HistoryTab = later(() => import('./tab-history.tsx').then((m) => m.HistoryTab), () => true);
const TransitionDialog = later(() => import('./transition-dialog.tsx').then((m) => m.TransitionDialog), (props) => props.button !== null);

const texts = defineTexts({
  ...words,
  summary: { id: 'Ringkasan', en: 'Summary' },
  aid: { id: 'Bantuan', en: 'Aid' },
  papers: { id: 'Dokumen', en: 'Papers' },
  history: { id: 'Riwayat', en: 'History' },
  next: { id: 'Langkah berikutnya', en: 'Next step' },
  fill: { id: 'Lengkapi {task}', en: 'Complete {task}' },
  missing: { id: 'Masih kurang: {parts}.', en: 'Still missing: {parts}.' },
  complete: { id: 'Berkas kelompok lengkap.', en: 'The file of the group is complete.' },
  nothing: { id: 'Tidak ada langkah untuk peran Anda saat ini.', en: 'There is no step for your role now.' },
  money: { id: 'Dana bantuan', en: 'Aid money' },
  left: { id: 'Belum dipertanggungjawabkan', en: 'Not yet accounted for' },
  contacts: { id: 'Kontak', en: 'Contacts' },
});

export default function GroupScreen({ params }: { readonly params: Record<string, string> }) {
  const api = useGroupApi();
  const query = useQuery(api.get.queryOptions({ id: params.id ?? '' }));
  if (query.isPending) return <SkeletonPage />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Loaded key={query.data.id} group={query.data} />;
}

function Loaded({ group: g }: { readonly group: Group }) {
  const stage = stageMark(g.aidStage);
  const living = g.memberships.filter((m) => m.leftOn === null);
  return (
    <div className="stack">
      <PageHead
        title={g.name}
        context={`${g.villageName}, ${g.districtName} · ${g.business}`}
        status={
          <>
            <StateChip of={groupFlow.states[g.state]} />
            {stage && <StateChip of={stage} />}
            {g.flags.map((f) => FLAGS[f] && <StateChip key={f} of={FLAGS[f]} />)}
          </>
        }
      />
      <RecordNav of="group" id={g.id} />
      <div className="split">
        <div>
          <Tabs
            tabs={[
              { id: 'ringkasan', label: texts.summary, content: () => <SummaryTab group={g} /> },
              { id: 'anggota', label: words.members, count: living.length, content: () => <MembersTab group={g} /> },
              { id: 'bantuan', label: texts.aid, content: () => <AidTab group={g} /> },
              { id: 'dokumen', label: texts.papers, count: g.papers.length + g.minutes.length, content: () => <PapersTab group={g} /> },
              { id: 'riwayat', label: texts.history, content: () => <HistoryTab id={g.id} /> },
            ]}
          />
        </div>
        <aside className="stack aside">
          <NextStep group={g} />
          {g.received > 0n && (
            <Card title={texts.money}>
              <MoneyBar total={g.received} totalLabel={words.received} legend="list" parts={[{ label: words.accounted, amount: g.accounted }, { label: texts.left, amount: g.received - g.accounted }]} />
            </Card>
          )}
          <Contacts group={g} />
        </aside>
      </div>
    </div>
  );
}

/** One thing to do now: what the file lacks, then the steps of the group's life. */
function NextStep({ group: g }: { readonly group: Group }) {
  const t = useText(texts);
  const say = useSay();
  const [action, setAction] = useState<Group['buttons'][number] | null>(null);
  const task = g.tasks.find((x) => x.state === 'incomplete') ?? g.tasks.find((x) => x.state === 'notOpened');
  const fill = g.can.write && task;
  return (
    <Card title={texts.next}>
      <div className="stack">
        {task ? (
          <p>
            <b>{say(task.label)}.</b> {t('missing', { parts: task.missing.map((m) => say(m.label)).join(', ') })}
          </p>
        ) : (
          <p>{t('complete')}</p>
        )}
        {fill && (
          <Button variant={g.buttons.some((b) => b.enabled && b.action !== 'withdraw' && b.action !== 'dissolve') ? 'secondary' : 'primary'} href={`/kelompok/${g.id}/tugas/${task.key}`}>
            {t('fill', { task: say(task.label).toLowerCase() })}
          </Button>
        )}
        {g.can.state && g.buttons.length > 0 && (
          <ActionBar
            buttons={g.buttons.map((b) => ({ ...b, blockers: b.blockers.map((x) => ({ ...x, params: {} })) }))}
            dangerous={['withdraw', 'dissolve', 'deactivate']}
            onAction={(name) => setAction(g.buttons.find((b) => b.action === name) ?? null)}
          />
        )}
        {!fill && !(g.can.state && g.buttons.length > 0) && <p className="muted small">{t('nothing')}</p>}
      </div>
      <TransitionDialog group={g} button={action} onClose={() => setAction(null)} />
    </Card>
  );
}

function Contacts({ group: g }: { readonly group: Group }) {
  const t = useText(texts);
  const api = useGroupApi();
  const client = useQueryClient();
  const reveal = useMutation(api.reveal.mutationOptions({ onSuccess: () => void client.invalidateQueries(api.timeline.queryFilter()) }));
  const phone = g.can.reveal ? async (purpose: string) => (await reveal.mutateAsync({ id: g.id, purpose })).phone ?? t('empty') : undefined;
  return (
    <Card title={texts.contacts}>
      <Facts
        wide
        items={[
          { label: words.facilitator, value: g.facilitatorName ?? t('noFacilitator') },
          ...g.officers.map((o) => ({ label: words[o.role], value: <Link href={`/anggota/${o.personId}`}>{o.name}</Link> })),
          { label: words.phone, value: g.phone ? <MaskedValue masked={g.phone} what={words.phone} onReveal={phone} /> : t('empty') },
        ]}
      />
    </Card>
  );
}
