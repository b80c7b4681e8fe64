import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Card, Facts } from '@anyam/admin-kit/card';
import { StateChip } from '@anyam/admin-kit/chip';
import { DateText, Money, RelativeDate } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { Tabs } from '@anyam/admin-kit/tabs';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { proposalActInput } from '../contract/index.ts';
import { AidNav } from './parts/aid-nav.tsx';
import { useAidApi, type Proposal } from './parts/api.ts';
import { FlowCard } from './parts/flow-card.tsx';
import { History } from './parts/steps.tsx';
import { words } from './parts/words.ts';
import { ChecksTab } from './proposal-checks.tsx';
import type { Draft } from './proposal-draft.ts';
import { PapersTab } from './proposal-papers.tsx';
import { PlanTab } from './proposal-plan.tsx';

const texts = defineTexts({
  ...words,
  plan: { id: 'RAB', en: 'Budget plan' },
  papers: { id: 'Dokumen', en: 'Papers' },
  checks: { id: 'Pemeriksaan', en: 'Checks' },
  summary: { id: 'Ringkasan usulan', en: 'Summary' },
  requested: { id: 'Diusulkan', en: 'Requested' },
  members: { id: 'Anggota', en: 'Members' },
  rules: { id: 'Aturan program', en: 'Rule set' },
  version: { id: 'Versi {n}', en: 'Version {n}' },
  account: { id: 'Rekening', en: 'Account' },
  noAccount: { id: 'Belum ada', en: 'None yet' },
  training: { id: 'Bimbingan teknis', en: 'Guidance session' },
  notYet: { id: 'Belum dicatat', en: 'Not on record' },
  decree: { id: 'SK penetapan', en: 'Decree' },
  draftDecree: { id: 'Konsep SK', en: 'Draft decree' },
  tranches: { id: 'Tahap pencairan', en: 'Tranches' },
  fourEyes: { id: 'Langkah ini perlu petugas lain', en: 'This step needs somebody else' },
  hands: { id: 'Diajukan oleh {by}. Yang mengajukan tidak boleh memverifikasi atau menetapkan.', en: 'Handed in by {by}. Who hands in may not verify or decree.' },
  byDecree: { id: 'Penetapan dan pencabutan dilakukan lewat SK oleh kepala dinas, tidak di halaman ini.', en: 'Decreeing and revoking go through a decree of the head of the office, not on this page.' },
  unsaved: { id: 'Perubahan RAB belum disimpan.', en: 'Changes to the plan are not saved.' },
});

type Action = z.infer<typeof proposalActInput>['action'];
const THROUGH_DECREE = ['decree', 'revoke'];
const UNSAVED = { code: 'UNSAVED', text: { id: 'Simpan RAB lebih dulu, baru ajukan usulannya.', en: 'Save the budget plan first, then hand the proposal in.' } };

export default function ProposalScreen({ params }: { readonly params: Record<string, string> }) {
  const api = useAidApi();
  const query = useQuery(api.proposals.detail.queryOptions({ id: params.id ?? '' }));
  // What is on screen stays when a later refresh fails: something may be half typed.
  if (query.data) return <Loaded key={query.data.id} proposal={query.data} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonPage />;
}

function Loaded({ proposal: p }: { readonly proposal: Proposal }) {
  const t = useText(texts);
  const say = useSay();
  const api = useAidApi();
  const act = useMutation(api.proposals.act.mutationOptions());
  const [draft, setDraft] = useState<Draft | null>(null);
  const typed = p.editable ? draft : null;
  useEffect(() => {
    if (!typed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [typed]);
  const buttons = p.buttons.filter((b) => !THROUGH_DECREE.includes(b.action));
  return (
    <div className="stack">
      <PageHead
        title={p.group.name}
        context={<>{p.group.villageName}, {p.group.districtName} · {p.programme.name} ({p.programme.fiscalYear}) · <Money amount={p.requested} /></>}
        status={<StateChip of={p.state} />}
      />
      <AidNav />
      <FourEyes proposal={p} />
      <div className="split">
        <div>
          <Tabs
            tabs={[
              { id: 'rab', label: texts.plan, count: p.plan.length, content: () => <PlanTab proposal={p} draft={typed} onDraft={setDraft} /> },
              { id: 'dokumen', label: texts.papers, count: p.documents.length, content: () => <PapersTab proposal={p} /> },
              { id: 'pemeriksaan', label: texts.checks, count: p.checks.length, content: () => <ChecksTab proposal={p} /> },
              { id: 'riwayat', label: texts.history, content: () => <History steps={p.history} /> },
            ]}
          />
        </div>
        <aside className="stack aside">
          <FlowCard
            buttons={buttons}
            dangerous={['reject', 'withdraw']}
            amount={p.requested}
            onAct={async (action, { key, note }) => {
              if (typed && (action === 'submit' || action === 'resubmit')) throw UNSAVED;
              await act.mutateAsync({ id: p.id, action: action as Action, expectedState: p.state.key, key, ...(note ? { note } : {}) });
            }}
          >
            {typed && <Notice tone="warn" title={t('unsaved')} />}
            {buttons.length < p.buttons.length && <p className="muted small">{t('byDecree')}</p>}
          </FlowCard>
          <Card title={texts.summary}>
            <Facts
              wide
              items={[
                { label: texts.group, value: <Link href={`/kelompok/${p.group.id}`}>{p.group.name}</Link> },
                { label: texts.business, value: p.group.business },
                { label: texts.members, value: p.group.members },
                { label: texts.facilitator, value: p.group.facilitatorName ?? '–' },
                { label: texts.requested, value: <Money amount={p.requested} /> },
                { label: texts.account, value: p.group.accountNumberMasked ? <>{p.group.bank} <span className="num">{p.group.accountNumberMasked}</span><br />{p.group.accountName}</> : t('noAccount') },
                { label: texts.programme, value: `${p.programme.name} (${p.programme.fiscalYear})` },
                { label: texts.rules, value: t('version', { n: p.ruleSet.version }) },
                { label: texts.training, value: p.trainingHeldOn ? <DateText value={p.trainingHeldOn} /> : t('notYet') },
                { label: texts.since, value: <RelativeDate value={p.since} /> },
                ...(p.decree ? [{ label: texts.decree, value: p.decree.number ? <>{p.decree.number}{p.decree.dated && <>, <DateText value={p.decree.dated} /></>}</> : t('draftDecree') }] : []),
              ]}
            />
          </Card>
          {p.tranches.length > 0 && (
            <Card title={texts.tranches}>
              <Facts wide items={p.tranches.map((x) => ({ label: t('trancheNo', { n: x.no }), value: <><Money amount={x.amount} /> <span className="sr">{say(texts.state)}</span> <StateChip of={x.state} /></> }))} />
            </Card>
          )}
        </aside>
      </div>
    </div>
  );
}

/** Maker and checker: who handed it in, and the step that the reader may not take on it. */
function FourEyes({ proposal: p }: { readonly proposal: Proposal }) {
  const t = useText(texts);
  const say = useSay();
  const made = [...p.history].reverse().find((s) => s.action === 'proposal.submit' || s.action === 'proposal.resubmit');
  const mine = p.buttons.flatMap((b) => b.blockers.filter((x) => x.code === 'SEPARATION_OF_DUTY').map((x) => say(x.text)));
  if (mine.length > 0) return <Notice tone="warn" title={texts.fourEyes}>{[...new Set(mine)].join(' ')}</Notice>;
  const open = ['diajukan', 'verifikasiAdministrasi', 'verifikasiLapangan', 'lolos'].includes(p.state.key);
  return made && open ? <Notice title={t('hands', { by: made.actorName })} /> : null;
}
