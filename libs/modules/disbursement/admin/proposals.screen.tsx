import { readApiError, useQueryClient } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import type { Selection } from '@anyam/admin-kit/data-table';
import { later } from '@anyam/admin-kit/later';
import { selectedIds } from '@anyam/admin-kit/selected-ids';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { proposalFlow, type ProposalState } from '@anyam/domain/disbursement';
import { Plus } from 'lucide-react';
import { useQueryState } from 'nuqs';
import { lazy, Suspense, useState } from 'react';
import { useAidApi } from './parts/api.ts';
import { ProposalList, type ProposalFilter } from './parts/proposal-list.tsx';

const NewProposal = later(() => import('./new-proposal.tsx').then((m) => m.NewProposal), (props) => props.open);
// Only those who choose several rows need these.
const BulkAct = lazy(() => import('./bulk-act.tsx').then((m) => ({ default: m.BulkAct })));
const BulkFill = lazy(() => import('./bulk-fill.tsx').then((m) => ({ default: m.BulkFill })));

const texts = defineTexts({
  add: { id: 'Usulan baru', en: 'New proposal' },
  bulk: { id: 'Pilih tindakan', en: 'Choose an action' },
  fill: { id: 'Lengkapi', en: 'Complete' },
  tooMany: { id: 'Paling banyak 200 usulan sekali jalan. Persempit saringannya.', en: 'At most 200 proposals at a time. Narrow the filters.' },
});
const ALL = Object.keys(proposalFlow.states) as ProposalState[];
const MOST = 200;

interface Chosen {
  readonly ids: readonly string[];
  readonly clear: () => void;
}
const empty = {
  title: { id: 'Belum ada usulan', en: 'No proposals yet' },
  text: { id: 'Usulan disusun oleh operator atau pendamping untuk kelompok yang sudah terbentuk.', en: 'Operators and facilitators draw up proposals for groups that were formed.' },
};

export default function ProposalsScreen(_props: { readonly params: Record<string, string> }) {
  const t = useText(texts);
  const { can } = useSession();
  const [fresh, setFresh] = useQueryState('baru', { history: 'push' });
  const [acting, setActing] = useState<Chosen | null>(null);
  const [filling, setFilling] = useState<Chosen | null>(null);
  const propose = can('disbursement.propose');
  const add = propose && <Button variant="primary" icon={Plus} onClick={() => void setFresh('ya')}>{t('add')}</Button>;
  return (
    <>
      <ProposalList
        title={{ id: 'Usulan bantuan', en: 'Aid proposals' }}
        within={ALL}
        empty={{ ...empty, action: add }}
        actions={add}
        {...(can('disbursement.act') ? { bulk: (selection: Selection, filter: ProposalFilter) => (
          <>
            {propose && <BulkButton label={t('fill')} selection={selection} filter={filter} onIds={(ids) => setFilling({ ids, clear: selection.clear })} />}
            <BulkButton label={t('bulk')} selection={selection} filter={filter} onIds={(ids) => setActing({ ids, clear: selection.clear })} />
          </>
        ) } : {})}
      />
      {propose && <NewProposal open={fresh === 'ya'} onClose={() => void setFresh(null, { history: 'replace' })} />}
      <Suspense>
        {filling && <BulkFill ids={filling.ids} onClose={() => setFilling(null)} onDone={filling.clear} />}
        {acting && <BulkAct ids={acting.ids} onClose={() => setActing(null)} onDone={acting.clear} />}
      </Suspense>
    </>
  );
}

function BulkButton({ label, selection, filter, onIds }: { readonly label: string; readonly selection: Selection; readonly filter: ProposalFilter; readonly onIds: (ids: readonly string[]) => void }) {
  const t = useText(texts);
  const say = useSay();
  const api = useAidApi();
  const client = useQueryClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const start = async () => {
    if (selection.count > MOST) return toast({ text: t('tooMany'), tone: 'info' });
    setBusy(true);
    try {
      onIds(await selectedIds(selection, 100, async (page) => (await client.fetchQuery(api.proposals.list.queryOptions({ ...filter, page, pageSize: 100 }))).rows.map((r) => r.id)));
    } catch (error) {
      const read = readApiError(error);
      toast({ text: say(read.text, read.params), tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return <Button size="sm" busy={busy} onClick={() => void start()}>{label}</Button>;
}
