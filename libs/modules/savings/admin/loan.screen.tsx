import { ActionBar } from '@anyam/admin-kit/action-bar';
import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip, StateChip } from '@anyam/admin-kit/chip';
import { DateText, formatMoney, Money } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { Timeline } from '@anyam/admin-kit/record';
import { RecordNav } from '@anyam/admin-kit/record-nav';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { loanFlow } from '@anyam/domain/savings';
import { lazy, Suspense, useState } from 'react';
import { useSavingsApi, type Loan } from './parts/api.ts';
import type { Step } from './parts/loan-step-dialog.tsx';
import { LoanPayments } from './parts/loan-payments.tsx';
import { words } from './parts/words.ts';

const LoanStepDialog = lazy(() => import('./parts/loan-step-dialog.tsx'));

const texts = defineTexts({
  ...words,
  context: { id: 'Pinjaman {amount} untuk {what}', en: 'Loan of {amount} for {what}' },
  pay: { id: 'Terima angsuran', en: 'Receive an instalment' },
  next: { id: 'Langkah berikutnya', en: 'Next step' },
  nothing: { id: 'Tidak ada langkah yang perlu diambil.', en: 'There is nothing to do.' },
  schedule: { id: 'Jadwal angsuran', en: 'Schedule' },
  noSchedule: { id: 'Jadwal dibuat pada hari pinjaman dicairkan.', en: 'The schedule is made on the day of payout.' },
  no: { id: 'Ke', en: 'No.' },
  due: { id: 'Jatuh tempo', en: 'Due' },
  principal: { id: 'Pokok (Rp)', en: 'Principal (Rp)' },
  service: { id: 'Jasa (Rp)', en: 'Service (Rp)' },
  paid: { id: 'Dibayar (Rp)', en: 'Paid (Rp)' },
  full: { id: 'Lunas', en: 'Paid' },
  part: { id: 'Sebagian', en: 'In part' },
  late: { id: 'Lewat tempo', en: 'Overdue' },
  coming: { id: 'Belum', en: 'To come' },
  summary: { id: 'Ringkasan', en: 'Summary' },
  owed: { id: 'Sisa', en: 'Owed' },
  ofPrincipal: { id: 'Sisa pokok', en: 'Principal owed' },
  ofService: { id: 'Sisa jasa', en: 'Service owed' },
  arrears: { id: 'Tunggakan', en: 'Arrears' },
  days: { id: '{amount}, {n} hari', en: '{amount}, {n} days' },
  writtenOff: { id: 'Dihapus', en: 'Written off' },
  requested: { id: 'Diajukan', en: 'Requested' },
  paidOut: { id: 'Dicairkan', en: 'Paid out' },
  charge: { id: 'Jasa', en: 'Service charge' },
  none: { id: 'Tanpa jasa', en: 'None' },
  chargeAmount: { id: '{amount} setiap angsuran', en: '{amount} with each instalment' },
  chargePercent: { id: '{percent} % dari pokok setiap angsuran', en: '{percent} % of the principal with each instalment' },
  times: { id: 'Angsuran', en: 'Instalments' },
  month: { id: '{n} kali, sebulan sekali', en: '{n}, one a month' },
  selapan: { id: '{n} kali, selapan sekali', en: '{n}, one a selapan' },
  decision: { id: 'Keputusan', en: 'Decision' },
  history: { id: 'Riwayat', en: 'History' },
  blocks: { id: 'Yang menghalangi', en: 'What stands in the way' },
});

export default function LoanScreen({ params }: { readonly params: Record<string, string> }) {
  const api = useSavingsApi();
  const query = useQuery(api.loans.detail.queryOptions({ id: params.loan ?? '' }));
  if (query.data) return <Loaded key={query.data.id} loan={query.data} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonPage />;
}

function Loaded({ loan }: { readonly loan: Loan }) {
  const t = useText(texts);
  const say = useSay();
  const { can } = useSession();
  const [step, setStep] = useState<Step | null>(null);
  const running = (loanFlow.actions.settle.from as readonly string[]).includes(loan.state.key);
  const mayPay = running && can('savings.record');
  return (
    <div className="stack">
      <PageHead
        title={loan.memberName} context={<><Link href={`/kelompok/${loan.groupId}/simpanan?tab=pinjaman`}>{loan.groupName}</Link> · {t('context', { amount: formatMoney(loan.principal), what: loan.what })}</>}
        status={<StateChip of={loan.state} />} actions={mayPay && <Button variant="primary" onClick={() => setStep('pay')}>{t('pay')}</Button>}
      />
      <RecordNav of="group" id={loan.groupId} />
      {loan.problems.length > 0 && <Notice tone="warn" title={texts.blocks}><ul className="list-disc pl-5">{loan.problems.map((p, i) => <li key={i}>{say(p)}</li>)}</ul></Notice>}
      <div className="split">
        <div className="stack">
          <Schedule loan={loan} />
          <LoanPayments loan={loan} />
          {loan.history.length > 0 && (
            <Card title={texts.history}>
              <Timeline time entries={[...loan.history].reverse().map((h, i) => ({ id: String(i), title: `${say(h.label)}: ${say(h.to)}`, at: h.at.toISOString(), by: h.actorName, detail: h.note ?? undefined }))} />
            </Card>
          )}
        </div>
        <aside className="stack aside">
          <Card title={texts.next}>
            {loan.buttons.length === 0 ? <p className="muted">{t('nothing')}</p> : (
              <ActionBar
                buttons={loan.buttons.map((b) => ({ ...b, blockers: b.blockers.map((x) => ({ ...x, params: {} })) }))} dangerous={['refuse', 'writeOff']}
                onAction={(action) => setStep(action as Step)}
              />
            )}
          </Card>
          <Summary loan={loan} />
        </aside>
      </div>
      <Suspense>{step && <LoanStepDialog loan={loan} step={step} onClose={() => setStep(null)} />}</Suspense>
    </div>
  );
}

function Schedule({ loan }: { readonly loan: Loan }) {
  const t = useText(texts);
  const sum = (pick: (i: Loan['schedule'][number]) => bigint) => <Money amount={loan.schedule.reduce((n, i) => n + pick(i), 0n)} bare />;
  return (
    <Card title={texts.schedule}>
      <RowsTable
        caption={texts.schedule}
        rows={loan.schedule}
        rowId={(i) => String(i.no)}
        empty={<p className="muted">{t('noSchedule')}</p>}
        columns={[
          { id: 'no', header: texts.no, cell: (i) => i.no },
          { id: 'due', header: texts.due, cell: (i) => <DateText value={i.due} style="short" /> },
          { id: 'principal', header: texts.principal, end: true, cell: (i) => <Money amount={i.principal} bare />, foot: sum((i) => i.principal) },
          { id: 'service', header: texts.service, end: true, cell: (i) => <Money amount={i.service} bare />, foot: sum((i) => i.service) },
          { id: 'paid', header: texts.paid, end: true, cell: (i) => <Money amount={i.paidPrincipal + i.paidService} bare />, foot: sum((i) => i.paidPrincipal + i.paidService) },
          {
            id: 'state', header: words.state,
            cell: (i) => {
              const paid = i.paidPrincipal + i.paidService;
              if (paid === i.principal + i.service) return <Chip tone="ok">{texts.full}</Chip>;
              return i.overdue ? <Chip tone="bad">{texts.late}</Chip> : paid > 0n ? <Chip tone="info">{texts.part}</Chip> : <Chip>{texts.coming}</Chip>;
            },
          },
        ]}
      />
    </Card>
  );
}

function Summary({ loan }: { readonly loan: Loan }) {
  const t = useText(texts);
  const { charge } = loan;
  const chargeText = charge.kind === 'none' ? t('none')
    : charge.kind === 'amount' ? t('chargeAmount', { amount: formatMoney(charge.amount) }) : t('chargePercent', { percent: (charge.bps / 100).toLocaleString('id-ID') });
  return (
    <Card title={texts.summary}>
      <Facts
        wide
        items={[
          { label: texts.owed, value: <Money amount={loan.owed} /> },
          { label: texts.ofPrincipal, value: <Money amount={loan.owedPrincipal} /> },
          { label: texts.ofService, value: <Money amount={loan.owedService} /> },
          ...(loan.arrears > 0n ? [{ label: texts.arrears, value: t('days', { amount: formatMoney(loan.arrears), n: loan.days }) }] : []),
          ...(loan.writtenOff > 0n ? [{ label: texts.writtenOff, value: <Money amount={loan.writtenOff} /> }] : []),
          { label: texts.times, value: t(loan.every, { n: loan.instalments }) },
          { label: texts.charge, value: chargeText },
          { label: texts.requested, value: <DateText value={loan.appliedOn} /> },
          ...(loan.paidOutOn ? [{ label: texts.paidOut, value: <DateText value={loan.paidOutOn} /> }] : []),
          ...loan.decisions.map((d) => ({ label: texts.decision, value: <Link href={`/kelompok/${loan.groupId}/rapat/${d.meetingId}`}>{d.wording}</Link> })),
        ]}
      />
    </Card>
  );
}
