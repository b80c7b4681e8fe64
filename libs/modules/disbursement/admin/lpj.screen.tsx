import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip, StateChip } from '@anyam/admin-kit/chip';
import { FileDrop } from '@anyam/admin-kit/file-drop';
import { FieldFrame } from '@anyam/admin-kit/form';
import { DateText, Money } from '@anyam/admin-kit/format';
import { DateInput, MoneyInput } from '@anyam/admin-kit/inputs';
import { Link } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice, ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText, type Bilingual } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useEffect, useId, useState } from 'react';
import type { z } from 'zod';
import type { lpjActInput } from '../contract/index.ts';
import { dialogTexts, OfficerDialog, RefundDialog } from './lpj-dialogs.tsx';
import { draftOf, isDay, sumOf, type LpjDraft } from './lpj-draft.ts';
import { Expenditures } from './lpj-expenditures.tsx';
import { ActDialog } from './parts/act-dialog.tsx';
import { AidNav } from './parts/aid-nav.tsx';
import { newKey, useAidApi, useRefresh, type Lpj } from './parts/api.ts';
import { Findings } from './parts/blockers.tsx';
import { FlowCard } from './parts/flow-card.tsx';
import { OVERDUE, OVERDUE_TONE } from './parts/overdue.ts';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { History } from './parts/steps.tsx';
import { uploadFile } from '@anyam/admin-kit/files';

const texts = defineTexts({
  ...dialogTexts,
  head: { id: 'LPJ tahap {n}', en: 'Report on tranche {n}' },
  sums: { id: 'Hitungan dana', en: 'The arithmetic' },
  sumsNote: { id: 'Diterima = dibelanjakan + sisa.', en: 'Received = spent + left over.' },
  received: { id: 'Diterima', en: 'Received' },
  spent: { id: 'Dibelanjakan', en: 'Spent' },
  accountBalance: { id: 'Sisa di rekening', en: 'Left on the account' },
  cashBalance: { id: 'Sisa tunai', en: 'Left in cash' },
  balanceOn: { id: 'Dihitung pada tanggal', en: 'Counted on' },
  withdrawn: { id: 'Tunai yang ditarik', en: 'Cash withdrawn' },
  withdrawnOn: { id: 'Tanggal penarikan', en: 'Withdrawn on' },
  difference: { id: 'Selisih', en: 'Difference' },
  fits: { id: 'Hitungan cocok.', en: 'The arithmetic fits.' },
  misfits: { id: 'Hitungan belum cocok. Periksa belanja dan sisanya.', en: 'The arithmetic does not fit. Check spending and what is left.' },
  booked: { id: 'Dana kelompok menurut pembukuan', en: 'Money of the group in the books' },
  balances: { id: 'Sisa dana dan lampiran', en: 'What is left, and papers' },
  shift: { id: 'Berita acara pergeseran RAB', en: 'Minutes on a shift between lines' },
  transfer: { id: 'Bukti transfer', en: 'Proof of transfer' },
  open: { id: 'Buka berkas', en: 'Open the file' },
  takeOff: { id: 'Lepaskan', en: 'Take off' },
  noFile: { id: 'Belum ada', en: 'None yet' },
  approved: { id: 'Disetujui oleh {who}', en: 'Approved by {who}' },
  notApproved: { id: 'Belum disetujui', en: 'Not approved yet' },
  approve: { id: 'Setujui pergeseran', en: 'Approve the shift' },
  saveLpj: { id: 'Simpan LPJ', en: 'Save the report' },
  discard: { id: 'Buang perubahan', en: 'Discard changes' },
  unsaved: { id: 'Perubahan LPJ belum disimpan.', en: 'Changes to the report are not saved.' },
  unsavedText: { id: 'Pernyataan pengurus berlaku untuk isi yang tersimpan; setelah isi diubah, pernyataan perlu diulang.', en: 'Words of officers hold for what is saved; after a change they are needed again.' },
  dateWrong: { id: 'Isi tanggal, misalnya 12-05-2020.', en: 'Enter a date, for example 12-05-2020.' },
  officers: { id: 'Pernyataan ketua dan bendahara', en: 'Words of chair and treasurer' },
  noOfficers: { id: 'Belum ada pernyataan pengurus.', en: 'No officer has confirmed yet.' },
  holds: { id: 'Berlaku', en: 'Holds' },
  outdated: { id: 'Isi sudah berubah', en: 'Content has changed' },
  recordedBy: { id: 'Dicatat oleh', en: 'Recorded by' },
  findings: { id: 'Temuan', en: 'Findings' },
  noFindings: { id: 'Tidak ada temuan.', en: 'No findings.' },
  writeNote: { id: 'Tulis keterangan', en: 'Write a note' },
  reviewNote: { id: 'Keterangan pemeriksa: {note}', en: "Reviewer's note: {note}" },
  summary: { id: 'Ringkasan', en: 'Summary' },
  due: { id: 'Jatuh tempo', en: 'Due' },
  late: { id: 'terlambat {n} hari', en: '{n} days late' },
  typedBy: { id: 'Diisi oleh', en: 'Typed by' },
  openTranche: { id: 'Buka tahap', en: 'Open the tranche' },
  receivedOn: { id: 'Diterima pada', en: 'Received on' },
});

type Action = z.infer<typeof lpjActInput>['action'];
type Finding = Lpj['findings'][number];
const UNSAVED = { code: 'UNSAVED', text: { id: 'Simpan LPJ lebih dulu, baru ajukan.', en: 'Save the report first, then hand it in.' } };

export default function LpjScreen({ params }: { readonly params: Record<string, string> }) {
  const api = useAidApi();
  const query = useQuery(api.lpj.detail.queryOptions({ id: params.id ?? '' }));
  // What is on screen stays when a later refresh fails: something may be half typed.
  if (query.data) return <Loaded key={query.data.id} lpj={query.data} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonPage />;
}

function Loaded({ lpj: d }: { readonly lpj: Lpj }) {
  const t = useText(texts);
  const api = useAidApi();
  const { can, today } = useSession();
  const act = useMutation(api.lpj.act.mutationOptions());
  const [draft, setDraft] = useState<LpjDraft | null>(null);
  const [refunding, setRefunding] = useState(false);
  const may = d.editable && can('disbursement.account');
  const typed = may ? draft : null;
  const now = typed ?? draftOf(d, today);
  // From the latest draft: an upload may end after more was typed.
  const change = (part: Partial<LpjDraft>) => setDraft((was) => ({ ...(was ?? draftOf(d, today)), ...part }));
  useEffect(() => {
    if (!typed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [typed]);
  return (
    <div className="stack">
      <PageHead
        title={d.groupName}
        context={<>{t('head', { n: d.trancheNo })} · {d.programmeName}</>}
        status={<><StateChip of={d.state} />{d.overdue !== 'none' && <> <Chip tone={OVERDUE_TONE[d.overdue]} mark="sign">{OVERDUE[d.overdue]}</Chip></>}</>}
        more={can('disbursement.pay') ? [{ label: t('refund'), onSelect: () => setRefunding(true) }] : []}
      />
      <AidNav />
      <div className="split">
        <div className="stack">
          <Sums lpj={d} now={now} />
          <Expenditures lpj={d} list={now.expenditures} onChange={may ? (expenditures) => change({ expenditures }) : null} />
          <Balances lpj={d} now={now} onChange={may ? change : null} />
          {typed && <SaveBar lpj={d} draft={typed} onDone={() => setDraft((was) => (was === typed ? null : was))} />}
          <Officers lpj={d} may={may && !typed} />
          <History steps={d.history} />
        </div>
        <aside className="stack aside">
          <FlowCard
            buttons={d.buttons}
            dangerous={['giveBack']}
            onAct={async (action, { key, note, password }) => {
              if (typed) throw UNSAVED;
              await act.mutateAsync({ id: d.id, action: action as Action, expectedState: d.state.key, key, ...(note ? { note } : {}), ...(password ? { password } : {}) });
            }}
          >
            {typed && <Notice tone="warn" title={t('unsaved')} />}
          </FlowCard>
          <FindingsCard lpj={d} />
          <Card title={texts.summary}>
            <Facts
              wide
              items={[
                { label: texts.group, value: <Link href={`/kelompok/${d.groupId}`}>{d.groupName}</Link> },
                { label: texts.tranche, value: <Link href={`/bantuan/tahap/${d.trancheId}`}>{t('openTranche')}</Link> },
                { label: texts.receivedOn, value: d.receivedOn ? <DateText value={d.receivedOn} /> : '–' },
                { label: texts.due, value: <><DateText value={d.dueOn} />{d.daysLate > 0 && <>, {t('late', { n: d.daysLate })}</>}</> },
                { label: texts.typedBy, value: d.typedBy ?? '–' },
                { label: texts.booked, value: <Money amount={d.booked} /> },
              ]}
            />
          </Card>
        </aside>
      </div>
      {refunding && <RefundDialog lpj={d} onClose={() => setRefunding(false)} />}
    </div>
  );
}

function Sums({ lpj: d, now }: { readonly lpj: Lpj; readonly now: LpjDraft }) {
  const t = useText(texts);
  const spent = sumOf(now.expenditures);
  const difference = d.received - spent - now.accountBalance - now.cashBalance;
  const rows = [
    { id: 'received', label: t('received'), amount: d.received },
    { id: 'spent', label: `− ${t('spent')}`, amount: spent },
    { id: 'account', label: `− ${t('accountBalance')}`, amount: now.accountBalance },
    { id: 'cash', label: `− ${t('cashBalance')}`, amount: now.cashBalance },
  ];
  return (
    <Card title={texts.sums} note={texts.sumsNote}>
      <RowsTable
        caption={texts.sums}
        rows={rows}
        rowId={(r) => r.id}
        columns={[
          { id: 'label', header: texts.note, cell: (r) => r.label, foot: t('difference') },
          { id: 'amount', header: texts.amount, end: true, cell: (r) => <Money amount={r.amount} bare />, foot: <Money amount={difference} bare /> },
        ]}
      />
      <Notice tone={difference === 0n ? 'ok' : 'warn'} title={difference === 0n ? texts.fits : texts.misfits} />
    </Card>
  );
}

function Balances({ lpj: d, now, onChange }: { readonly lpj: Lpj; readonly now: LpjDraft; readonly onChange: ((part: Partial<LpjDraft>) => void) | null }) {
  const t = useText(texts);
  const say = useSay();
  const id = useId();
  const api = useAidApi();
  const refresh = useRefresh();
  const { can } = useSession();
  const [approving, setApproving] = useState(false);
  const approve = useMutation(api.lpj.approveShift.mutationOptions());
  const mayApprove = d.shiftMinutesFileId !== null && d.shiftApprovedBy === null && d.state.key !== 'diterima' && can('disbursement.approve');
  const money = (key: 'accountBalance' | 'cashBalance' | 'withdrawn') =>
    onChange && (
      <FieldFrame id={`${id}-${key}`} label={texts[key]}>
        {(c) => <MoneyInput {...c} value={now[key]} onChange={(v) => onChange({ [key]: v ?? 0n })} />}
      </FieldFrame>
    );
  const day = (key: 'balanceOn' | 'withdrawnOn') =>
    onChange && (
      <FieldFrame id={`${id}-${key}`} label={texts[key]} error={now[key] !== null && !isDay(now[key]) ? t('dateWrong') : undefined}>
        {(c) => <DateInput {...c} value={now[key]} onChange={(v) => onChange({ [key]: v })} />}
      </FieldFrame>
    );
  const paper = (key: 'shiftMinutesFileId' | 'transferProofFileId', label: Bilingual) => {
    const file = now[key];
    return (
      <div>
        <p className="row">
          <b>{say(label)}</b>
          {file ? <a href={`/files/${file}`} target="_blank" rel="noreferrer">{t('open')}</a> : <span className="muted">{t('noFile')}</span>}
          {file && onChange && <Button size="sm" variant="quiet" onClick={() => onChange({ [key]: null })}>{t('takeOff')}</Button>}
          {key === 'shiftMinutesFileId' && file && <span className="muted small">{d.shiftApprovedBy ? t('approved', { who: d.shiftApprovedBy }) : t('notApproved')}</span>}
        </p>
        {onChange && !file && <FileDrop label={label} accept="image/*,.pdf" maxMb={10} camera upload={async (f, share, signal) => onChange({ [key]: await uploadFile(f, share, signal) })} />}
      </div>
    );
  };
  return (
    <Card title={texts.balances} actions={mayApprove && <Button size="sm" onClick={() => setApproving(true)}>{t('approve')}</Button>}>
      {onChange ? (
        <div className="cards">{money('accountBalance')}{money('cashBalance')}{day('balanceOn')}{money('withdrawn')}{day('withdrawnOn')}</div>
      ) : (
        <Facts
          items={[
            { label: texts.accountBalance, value: <Money amount={d.accountBalance} /> },
            { label: texts.cashBalance, value: <Money amount={d.cashBalance} /> },
            { label: texts.balanceOn, value: d.balanceOn ? <DateText value={d.balanceOn} /> : '–' },
            { label: texts.withdrawn, value: <Money amount={d.withdrawn} /> },
            { label: texts.withdrawnOn, value: d.withdrawnOn ? <DateText value={d.withdrawnOn} /> : '–' },
          ]}
        />
      )}
      {paper('shiftMinutesFileId', texts.shift)}
      {paper('transferProofFileId', texts.transfer)}
      {approving && (
        <ActDialog
          button={{ action: 'approveShift', label: texts.approve, needs: ['reason'] }}
          onClose={() => setApproving(false)}
          onAct={async ({ key, note = '' }) => {
            try {
              await approve.mutateAsync({ id: d.id, key, note });
            } finally {
              await refresh();
            }
          }}
        />
      )}
    </Card>
  );
}

function SaveBar({ lpj: d, draft, onDone }: { readonly lpj: Lpj; readonly draft: LpjDraft; readonly onDone: () => void }) {
  const t = useText(texts);
  const api = useAidApi();
  const toast = useToast();
  const refresh = useRefresh();
  const [tried, setTried] = useState(false);
  const save = useMutation(api.lpj.save.mutationOptions());
  const { balanceOn, withdrawnOn } = draft;
  const wrong = !isDay(balanceOn) || (withdrawnOn !== null && !isDay(withdrawnOn));
  const submit = async () => {
    setTried(true);
    if (!isDay(balanceOn) || wrong) return;
    try {
      await save.mutateAsync({
        id: d.id, key: newKey(), version: draft.version,
        expenditures: draft.expenditures.map(({ id, budgetLineId, on, payee, goods, amount, receiptFileId, witnesses }) => ({ id, budgetLineId, on, payee, goods, amount, receiptFileId, witnesses })),
        accountBalance: draft.accountBalance, cashBalance: draft.cashBalance, balanceOn, withdrawn: draft.withdrawn,
        ...(withdrawnOn ? { withdrawnOn } : {}),
        shiftMinutesFileId: draft.shiftMinutesFileId, transferProofFileId: draft.transferProofFileId,
      });
      await refresh();
      onDone();
      toast({ text: t('saved') });
    } catch {
      // Shown above the buttons; what is typed stays.
    }
  };
  return (
    <Card tone="warn" title={texts.unsaved} note={texts.unsavedText}>
      <ErrorNotice error={save.error} />
      {tried && wrong && <div className="field-error" role="alert">{t('balanceOn')}: {t('dateWrong')}</div>}
      <div className="row">
        <Button variant="primary" busy={save.isPending} onClick={() => void submit()}>{t('saveLpj')}</Button>
        <Button variant="quiet" onClick={onDone}>{t('discard')}</Button>
      </div>
    </Card>
  );
}

function Officers({ lpj: d, may }: { readonly lpj: Lpj; readonly may: boolean }) {
  const t = useText(texts);
  const [open, setOpen] = useState(false);
  return (
    <Card title={texts.officers} actions={may && <Button size="sm" onClick={() => setOpen(true)}>{t('confirm')}</Button>}>
      <RowsTable
        caption={texts.officers}
        rows={d.confirmations}
        rowId={(c) => `${c.personId}-${c.role}-${c.on}-${c.method}-${c.current}`}
        empty={<p className="muted">{t('noOfficers')}</p>}
        columns={[
          { id: 'name', header: texts.officer, cell: (c) => <>{c.name}<span className="sub">{t(c.role)}</span></> },
          { id: 'method', header: texts.method, cell: (c) => t(c.method) },
          { id: 'on', header: texts.date, cell: (c) => <DateText value={c.on} style="short" /> },
          { id: 'by', header: texts.recordedBy, cell: (c) => c.recordedBy },
          { id: 'current', header: texts.state, cell: (c) => <Chip tone={c.current ? 'ok' : 'warn'} mark="sign">{c.current ? texts.holds : texts.outdated}</Chip> },
        ]}
      />
      {open && <OfficerDialog lpj={d} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function FindingsCard({ lpj: d }: { readonly lpj: Lpj }) {
  const t = useText(texts);
  const api = useAidApi();
  const refresh = useRefresh();
  const { can } = useSession();
  const [on, setOn] = useState<Finding | null>(null);
  const note = useMutation(api.lpj.note.mutationOptions());
  const may = can('disbursement.review') && ['diajukan', 'diperiksa'].includes(d.state.key);
  return (
    <Card title={texts.findings}>
      {d.findings.length === 0 ? <p className="muted">{t('noFindings')}</p> : (
        <Findings
          list={d.findings}
          extra={(f) => (
            <>
              {f.note && <p className="small">{t('reviewNote', { note: f.note })}</p>}
              {may && f.severity === 'warn' && <Button size="sm" variant="quiet" onClick={() => setOn(f)}>{t('writeNote')}</Button>}
            </>
          )}
        />
      )}
      {on && (
        <ActDialog
          button={{ action: 'note', label: texts.writeNote, needs: ['reason'] }}
          onClose={() => setOn(null)}
          onAct={async ({ key, note: text = '' }) => {
            try {
              await note.mutateAsync({ id: d.id, key, code: on.code, where: on.where ?? '', note: text });
            } finally {
              await refresh();
            }
          }}
        />
      )}
    </Card>
  );
}
