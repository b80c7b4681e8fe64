import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { StateChip } from '@anyam/admin-kit/chip';
import { DateText, Money } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { ProgressBar, Stepper } from '@anyam/admin-kit/progress';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice, ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { Tabs } from '@anyam/admin-kit/tabs';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { batchFlow, workFlow, type BatchAction, type BatchState } from '@anyam/domain/disbursement';
import { useEffect } from 'react';
import { newKey, useAidApi, useRefresh, type Batch } from './parts/api.ts';
import { BatchLines } from './parts/batch-lines.tsx';
import { CasesTab, StatementTab } from './parts/batch-statement.tsx';
import { asBlockers } from './parts/blockers.tsx';
import { Downloads } from './parts/download-button.tsx';
import { FlowCard } from './parts/flow-card.tsx';
import { History } from './parts/steps.tsx';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  lines: { id: 'Kelompok', en: 'Groups' },
  statement: { id: 'Rekening koran', en: 'Bank statement' },
  cases: { id: 'Selisih', en: 'Differences' },
  cancelled: { id: 'Batch ini dibatalkan.', en: 'This batch is cancelled.' },
  money: { id: 'Jumlah batch', en: 'Amount of the batch' },
  reserved: { id: 'Dicadangkan', en: 'Reserved' },
  paid: { id: 'Terbayar', en: 'Paid' },
  returned: { id: 'Diretur', en: 'Returned' },
  differs: { id: 'Berbeda jumlah', en: 'Amount differs' },
  waiting: { id: 'Belum dicocokkan', en: 'Not matched yet' },
  papers: { id: 'Surat pencairan', en: 'Papers' },
  scan: { id: 'Pindaian SP2D', en: 'Scan of the SP2D' },
  openScan: { id: 'Buka berkas', en: 'Open the file' },
  sentAt: { id: 'Dikirim ke bank', en: 'Sent to the bank' },
  list: { id: 'Daftar bayar bank', en: 'Payment list' },
  listNote: { id: 'Memuat nomor rekening lengkap. Setiap unduhan dicatat.', en: 'Holds whole account numbers. Each download is recorded.' },
  work: { id: 'Pekerjaan latar', en: 'Background work' },
  working: { id: 'Mencatat SP2D', en: 'Recording the SP2D' },
  unit: { id: 'kelompok', en: 'groups' },
  workFailed: { id: 'Pekerjaan gagal', en: 'The work failed' },
  failedWhy: { id: 'Batch tidak berubah. Coba lagi, atau batalkan pekerjaannya.', en: 'The batch did not change. Try again, or give it up.' },
});
/** The road without the way out. */
const ROAD: readonly BatchState[] = ['draf', 'dikunci', 'disetujui', 'disahkan', 'sppLs', 'spm', 'sp2dTerbit', 'dikirim', 'direkonsiliasi', 'ditutup'];
const GOING_ON = ['queued', 'running'];

export default function BatchScreen({ params }: { readonly params: Record<string, string> }) {
  const api = useAidApi();
  const query = useQuery(api.batches.detail.queryOptions({ id: params.id ?? '' }));
  if (query.isPending) return <SkeletonPage />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Loaded key={query.data.id} batch={query.data} />;
}

function Loaded({ batch: b }: { readonly batch: Batch }) {
  const t = useText(texts);
  const at = ROAD.findIndex((s) => s === b.state.key);
  const open = b.cases.filter((c) => c.state === 'open').length;
  return (
    <div className="stack">
      <PageHead title={b.number} context={`${b.name} · ${b.programmeName}`} status={<StateChip of={b.state} />} />
      {at < 0 ? <Notice tone="bad">{t('cancelled')}</Notice> : <Stepper steps={ROAD.map((s) => batchFlow.states[s].label)} current={at === ROAD.length - 1 ? ROAD.length : at} />}
      <div className="split">
        <div>
          <Tabs
            tabs={[
              { id: 'kelompok', label: texts.lines, count: b.lines.length, content: () => <BatchLines batch={b} /> },
              { id: 'rekening', label: texts.statement, count: b.statementLines.length, content: () => <StatementTab batch={b} /> },
              { id: 'selisih', label: texts.cases, count: open, content: () => <CasesTab batch={b} /> },
              { id: 'riwayat', label: words.history, content: () => <History steps={b.history} /> },
            ]}
          />
        </div>
        <aside className="stack aside">
          {b.work.state !== 'idle' && <Work batch={b} />}
          <Next batch={b} />
          <Sums batch={b} />
          <Papers batch={b} />
        </aside>
      </div>
    </div>
  );
}

function Next({ batch: b }: { readonly batch: Batch }) {
  const api = useAidApi();
  const act = useMutation(api.batches.act.mutationOptions());
  return (
    <FlowCard
      buttons={b.buttons}
      dangerous={['cancel', 'unlock']}
      amount={b.total}
      onAct={(action, given) => act.mutateAsync({ id: b.id, expectedState: b.state.key, action: action as BatchAction, ...given })}
    />
  );
}

/** Looks every second and a half while the work goes on; asks for everything anew once it is over. */
function Work({ batch: b }: { readonly batch: Batch }) {
  const t = useText(texts);
  const say = useSay();
  const api = useAidApi();
  const refresh = useRefresh();
  const { can } = useSession();
  const retry = useMutation(api.batches.work.mutationOptions());
  const status = useQuery(api.batches.workStatus.queryOptions({ id: b.id }, {
    staleTime: 0,
    refetchInterval: (q) => (GOING_ON.includes(q.state.data?.state ?? b.work.state) ? 1500 : false),
  }));
  const state = status.data?.state ?? b.work.state;
  const since = b.work.state;
  useEffect(() => {
    if (state !== since && !GOING_ON.includes(state)) void refresh();
    // Only a change of the work's own state counts.
  }, [state, since]);
  const run = async (action: string) => {
    if (action !== 'retry' && action !== 'giveUp') return;
    try {
      await retry.mutateAsync({ id: b.id, action, key: newKey() });
    } catch {
      // Shown above the buttons.
    } finally {
      await refresh();
    }
  };
  const failed = state === 'failed';
  return (
    <Card title={texts.work} tone={failed ? 'bad' : 'info'}>
      <div className="stack">
        <div role="status"><StateChip of={workFlow.states[state]} /></div>
        {GOING_ON.includes(state) && <ProgressBar label={texts.working} done={status.data?.done ?? b.work.done} total={status.data?.total ?? b.work.total} unit={texts.unit} safeToLeave />}
        {failed && <Notice tone="bad" title={texts.workFailed}>{status.data?.error ?? b.work.error} {t('failedWhy')}</Notice>}
        <ErrorNotice error={status.error ?? retry.error} />
        {can('disbursement.act') && b.work.buttons.length > 0 && (
          <div className="row">
            {b.work.buttons.map((x) => (
              <Button key={x.action} size="sm" busy={retry.isPending && retry.variables.action === x.action} blockedBy={x.enabled ? undefined : asBlockers(x.blockers)} onClick={() => void run(x.action)}>{say(x.label)}</Button>
            ))}
          </div>
        )}
      </div>
    </Card>
  );
}

function Sums({ batch: b }: { readonly batch: Batch }) {
  const sums = [
    { label: texts.paid, value: b.sums.paid },
    { label: texts.returned, value: b.sums.returned },
    { label: texts.differs, value: b.sums.differs },
    { label: texts.waiting, value: b.sums.waiting },
  ];
  return (
    <Card title={texts.money}>
      <Facts
        wide
        items={[
          { label: words.total, value: <Money amount={b.total} /> },
          { label: texts.reserved, value: <Money amount={b.reserved} /> },
          ...sums.map((s) => ({ label: s.label, value: <Money amount={s.value} /> })),
        ]}
      />
    </Card>
  );
}

function Papers({ batch: b }: { readonly batch: Batch }) {
  const t = useText(texts);
  const api = useAidApi();
  const { can } = useSession();
  const list = useMutation(api.batches.paymentList.mutationOptions());
  const p = b.papers;
  const paper = (number: string | null, date: string | null) => (number ? <>{number}{date && <>, <DateText value={date} style="short" /></>}</> : '–');
  return (
    <>
      <Card title={texts.papers}>
        <Facts
          wide
          items={[
            { label: 'SPP-LS', value: paper(p.sppNumber, p.sppDate) },
            { label: 'SPM', value: paper(p.spmNumber, p.spmDate) },
            { label: 'SP2D', value: paper(p.sp2dNumber, p.sp2dDate) },
            { label: texts.sentAt, value: p.sentAt ? <DateText value={p.sentAt} time /> : '–' },
            ...(p.sp2dFileId ? [{ label: texts.scan, value: <a href={`/files/${p.sp2dFileId}`} target="_blank" rel="noreferrer">{t('openScan')}</a> }] : []),
            ...(p.listSha256 ? [{ label: words.sha, value: <code className="small break-all">{p.listSha256}</code> }] : []),
          ]}
        />
      </Card>
      {can('disbursement.paymentList') && b.lines.length > 0 && (
        <Card title={texts.list}>
          <p className="muted small">{t('listNote')}</p>
          <Downloads
            files={[
              { id: 'csv', label: words.csv, fetch: () => list.mutateAsync({ id: b.id, form: 'csv' }) },
              { id: 'xlsx', label: words.xlsx, fetch: () => list.mutateAsync({ id: b.id, form: 'xlsx' }) },
            ]}
          />
        </Card>
      )}
    </>
  );
}
