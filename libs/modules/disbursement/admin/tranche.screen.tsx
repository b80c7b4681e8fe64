import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip, StateChip } from '@anyam/admin-kit/chip';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FileDrop } from '@anyam/admin-kit/file-drop';
import { FieldFrame } from '@anyam/admin-kit/form';
import { DateText, Money, RelativeDate } from '@anyam/admin-kit/format';
import { DateInput, Select, TextInput } from '@anyam/admin-kit/inputs';
import { Link } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice, ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useId, useState } from 'react';
import type { z } from 'zod';
import type { trancheActInput } from '../contract/index.ts';
import { AidNav } from './parts/aid-nav.tsx';
import { newKey, useAidApi, useRefresh, type Tranche } from './parts/api.ts';
import { FlowCard } from './parts/flow-card.tsx';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { History } from './parts/steps.tsx';
import { uploadFile } from '@anyam/admin-kit/files';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  noOf: { id: 'Tahap {n} dari {of}', en: 'Tranche {n} of {of}' },
  conditions: { id: 'Syarat pencairan', en: 'Conditions of payment' },
  waitsFor: { id: 'Menunggu', en: 'Waiting' },
  met: { id: 'Terpenuhi', en: 'Met' },
  clears: { id: 'Yang dapat menyelesaikan: {who}', en: 'Who can clear it: {who}' },
  noConditions: { id: 'Tahap ini tidak mempunyai syarat tersendiri.', en: 'This tranche has no conditions of its own.' },
  receipt: { id: 'Pernyataan anggota', en: 'Words of members' },
  receiptCount: { id: '{n} dari {need} pernyataan sudah dicatat.', en: '{n} of {need} confirmations are on record.' },
  noReceipt: { id: 'Belum ada anggota yang menyatakan dana diterima.', en: 'No member has confirmed the money yet.' },
  member: { id: 'Anggota', en: 'Member' },
  method: { id: 'Cara', en: 'How' },
  slip: { id: 'Surat pernyataan', en: 'Paper slip' },
  phone: { id: 'Telepon', en: 'Phone' },
  visit: { id: 'Kunjungan', en: 'Visit' },
  recordedBy: { id: 'Dicatat oleh', en: 'Recorded by' },
  confirm: { id: 'Catat pernyataan', en: 'Record a confirmation' },
  confirmAbout: { id: 'Catat hanya yang dikatakan anggota sendiri: dana sudah masuk dan ia melihatnya.', en: 'Record only what the member said: the money came, and they saw it.' },
  allConfirmed: { id: 'Semua anggota yang dapat menyatakan sudah tercatat.', en: 'Everyone who can confirm is on record.' },
  chooseMember: { id: 'Pilih anggota', en: 'Choose a member' },
  memberMissing: { id: 'Pilih anggotanya.', en: 'Choose the member.' },
  dateMissing: { id: 'Isi tanggal, misalnya 12-05-2020.', en: 'Enter a date, for example 12-05-2020.' },
  slipFile: { id: 'Foto pernyataan (bila ada)', en: 'Photo of the slip (if any)' },
  fileDone: { id: '{name} terunggah.', en: '{name} is uploaded.' },
  account: { id: 'Rekening tujuan', en: 'Account paid to' },
  noAccount: { id: 'Belum ada', en: 'None yet' },
  bank: { id: 'Bank', en: 'Bank' },
  accountNumber: { id: 'Nomor rekening', en: 'Account number' },
  holder: { id: 'Nama pemilik', en: 'Holder' },
  repair: { id: 'Betulkan rekening', en: 'Correct the account' },
  repairAbout: { id: 'Bank mengembalikan dananya. Isi rekening persis seperti buku tabungan; data kelompok ikut berubah.', en: 'The bank sent the money back. Copy the bank book exactly; the record of the group changes too.' },
  fill: { id: 'Wajib diisi.', en: 'Required.' },
  digits: { id: 'Isi 5 sampai 30 angka.', en: 'Enter 5 to 30 figures.' },
  repaired: { id: 'Rekening dibetulkan. Operator dapat merencanakan ulang.', en: 'The account is corrected. The operator can plan again.' },
  summary: { id: 'Ringkasan tahap', en: 'Summary' },
  planned: { id: 'Jumlah', en: 'Amount' },
  bankAmount: { id: 'Masuk menurut bank', en: 'Arrived, says the bank' },
  differs: { id: 'Jumlah menurut bank berbeda dari jumlah tahap.', en: 'The bank shows another amount than the tranche.' },
  receivedOn: { id: 'Tanggal diterima', en: 'Received on' },
  batch: { id: 'Batch', en: 'Batch' },
  sp2d: { id: 'Nomor SP2D', en: 'SP2D number' },
  attempt: { id: 'Percobaan ke', en: 'Attempt' },
  proposal: { id: 'Usulan', en: 'Proposal' },
  open: { id: 'Buka', en: 'Open' },
  lpj: { id: 'LPJ', en: 'Report' },
  openLpj: { id: 'Buka LPJ', en: 'Open the report' },
});

type Action = z.infer<typeof trancheActInput>['action'];
type Method = Tranche['confirmations'][number]['method'];
const METHODS = ['slip', 'phone', 'visit'] as const;
/** These follow the batch and are not taken on one tranche. */
const WITH_BATCH = ['requestPayment', 'orderPayment', 'recordSp2d'];
/** The states in which the server takes a member's word. */
const SENT = ['sp2d', 'diterima', 'dipakai'];
const isDay = (day: string | null): day is string => /^\d{4}-\d{2}-\d{2}$/.test(day ?? '');

export default function TrancheScreen({ params }: { readonly params: Record<string, string> }) {
  const api = useAidApi();
  const query = useQuery(api.tranches.detail.queryOptions({ id: params.id ?? '' }));
  if (query.data) return <Loaded key={query.data.id} tranche={query.data} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonPage />;
}

function Loaded({ tranche: x }: { readonly tranche: Tranche }) {
  const t = useText(texts);
  const say = useSay();
  const api = useAidApi();
  const { can } = useSession();
  const act = useMutation(api.tranches.act.mutationOptions());
  const [repairing, setRepairing] = useState(false);
  // Once it is on its way, what it waited for is past.
  const toPay = x.state.key === 'direncanakan';
  const mayRepair = x.state.key === 'perbaikanRekening' && can('disbursement.propose');
  return (
    <div className="stack">
      <PageHead
        title={x.groupName}
        context={<>{t('noOf', { n: x.no, of: x.of })} · {x.programmeName} · <Money amount={x.amount} /></>}
        status={<StateChip of={x.state} />}
      />
      <AidNav />
      {toPay && say(x.waiting) !== '' && <Notice title={x.waiting} />}
      <div className="split">
        <div className="stack">
          {toPay && <Conditions tranche={x} />}
          <Receipt tranche={x} />
          <History steps={x.history} />
        </div>
        <aside className="stack aside">
          <FlowCard
            buttons={x.buttons.filter((b) => !WITH_BATCH.includes(b.action))}
            dangerous={['cancel', 'takeOut', 'recordReturn']}
            amount={x.amount}
            onAct={(action, { key, note }) => act.mutateAsync({ id: x.id, action: action as Action, expectedState: x.state.key, key, ...(note ? { note } : {}) })}
          />
          <Card title={texts.account} actions={mayRepair && <Button size="sm" onClick={() => setRepairing(true)}>{t('repair')}</Button>}>
            <Facts
              wide
              items={[
                { label: texts.bank, value: x.account.bank ?? t('noAccount') },
                { label: texts.accountNumber, value: <span className="num">{x.account.numberMasked ?? '–'}</span> },
                { label: texts.holder, value: x.account.holder ?? '–' },
              ]}
            />
          </Card>
          <Card title={texts.summary}>
            <Facts
              wide
              items={[
                { label: texts.group, value: <Link href={`/kelompok/${x.groupId}`}>{x.groupName}</Link> },
                { label: texts.proposal, value: <Link href={`/bantuan/usulan/${x.proposalId}`}>{t('open')}</Link> },
                { label: texts.planned, value: <Money amount={x.amount} /> },
                { label: texts.bankAmount, value: x.bankAmount === null ? '–' : <Money amount={x.bankAmount} /> },
                { label: texts.receivedOn, value: x.receivedOn ? <DateText value={x.receivedOn} /> : '–' },
                { label: texts.batch, value: x.batch ? <Link href={`/bantuan/pencairan/${x.batch.id}`}>{x.batch.number}</Link> : '–' },
                { label: texts.sp2d, value: x.sp2dNumber ?? '–' },
                { label: texts.attempt, value: <span className="num">{x.attempt}</span> },
                { label: texts.since, value: <RelativeDate value={x.since} /> },
                ...(x.lpjId ? [{ label: texts.lpj, value: <Link href={`/bantuan/lpj/${x.lpjId}`}>{t('openLpj')}</Link> }] : []),
              ]}
            />
            {x.bankAmount !== null && x.bankAmount !== x.amount && <Notice tone="warn">{t('differs')}</Notice>}
          </Card>
        </aside>
      </div>
      {repairing && <RepairDialog tranche={x} onClose={() => setRepairing(false)} />}
    </div>
  );
}

function Conditions({ tranche: x }: { readonly tranche: Tranche }) {
  const t = useText(texts);
  const say = useSay();
  const list = [...x.conditions].sort((a, b) => Number(a.met) - Number(b.met));
  return (
    <Card title={texts.conditions}>
      {list.length === 0 ? <p className="muted">{t('noConditions')}</p> : (
        <ul className="blockers">
          {list.map((c) => (
            <li key={c.key}>
              <Chip tone={c.met ? 'ok' : 'warn'} mark="sign">{c.met ? texts.met : texts.waitsFor}</Chip> {say(c.text)}
              {!c.met && <div className="muted small">{t('clears', { who: say(c.clearedBy) })}</div>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Receipt({ tranche: x }: { readonly tranche: Tranche }) {
  const t = useText(texts);
  const { can } = useSession();
  const [open, setOpen] = useState(false);
  const left = x.members.filter((m) => !m.confirmed);
  // Before the money was sent there is nothing to confirm.
  const may = can('disbursement.account') && SENT.includes(x.state.key);
  return (
    <Card title={texts.receipt} actions={may && left.length > 0 && <Button size="sm" onClick={() => setOpen(true)}>{t('confirm')}</Button>}>
      <p>{t('receiptCount', { n: x.confirmations.length, need: x.confirmationsNeeded })}{may && left.length === 0 && <> {t('allConfirmed')}</>}</p>
      <RowsTable
        caption={texts.receipt}
        rows={x.confirmations}
        rowId={(c) => c.personId}
        empty={<p className="muted">{t('noReceipt')}</p>}
        columns={[
          { id: 'name', header: texts.member, cell: (c) => c.name },
          { id: 'method', header: texts.method, cell: (c) => t(c.method) },
          { id: 'on', header: words.date, cell: (c) => <DateText value={c.on} style="short" /> },
          { id: 'by', header: texts.recordedBy, cell: (c) => c.recordedBy },
        ]}
      />
      {open && <ConfirmReceiptDialog tranche={x} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function ConfirmReceiptDialog({ tranche: x, onClose }: { readonly tranche: Tranche; readonly onClose: () => void }) {
  const t = useText(texts);
  const id = useId();
  const api = useAidApi();
  const toast = useToast();
  const refresh = useRefresh();
  const { today } = useSession();
  const [key] = useState(newKey);
  const [personId, setPersonId] = useState('');
  const [method, setMethod] = useState<Method>('slip');
  const [on, setOn] = useState<string | null>(today);
  const [file, setFile] = useState<{ id: string; name: string } | null>(null);
  const [tried, setTried] = useState(false);
  const save = useMutation(api.tranches.confirmReceipt.mutationOptions());
  const submit = async () => {
    setTried(true);
    if (personId === '') return document.getElementById(`${id}-who`)?.focus();
    if (!isDay(on)) return document.getElementById(`${id}-on`)?.focus();
    try {
      await save.mutateAsync({ id: x.id, key, personId, method, on, ...(file ? { fileId: file.id } : {}) });
      toast({ text: t('saved') });
      onClose();
    } catch {
      // Shown above the fields.
    } finally {
      await refresh();
    }
  };
  return (
    <Dialog
      open onClose={onClose} title={texts.confirm} dirty={personId !== '' || file !== null}
      footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button variant="primary" busy={save.isPending} onClick={() => void submit()}>{t('confirm')}</Button></>}
    >
      <ErrorNotice error={save.error} />
      <p>{t('confirmAbout')}</p>
      <FieldFrame id={`${id}-who`} label={texts.member} error={tried && personId === '' ? t('memberMissing') : undefined}>
        {(c) => <Select {...c} value={personId} placeholder={t('chooseMember')} options={x.members.filter((m) => !m.confirmed).map((m) => ({ value: m.personId, label: m.name }))} onChange={(e) => setPersonId(e.target.value)} />}
      </FieldFrame>
      <FieldFrame id={`${id}-how`} label={texts.method}>
        {(c) => <Select {...c} value={method} options={METHODS.map((m) => ({ value: m, label: t(m) }))} onChange={(e) => setMethod(METHODS.find((m) => m === e.target.value) ?? 'slip')} />}
      </FieldFrame>
      <FieldFrame id={`${id}-on`} label={texts.date} error={tried && !isDay(on) ? t('dateMissing') : undefined}>
        {(c) => <DateInput {...c} value={on} onChange={setOn} />}
      </FieldFrame>
      {file && <p role="status">{t('fileDone', { name: file.name })}</p>}
      <FileDrop label={texts.slipFile} accept="image/*,.pdf" maxMb={10} camera upload={async (f, share, signal) => setFile({ id: await uploadFile(f, share, signal), name: f.name })} />
    </Dialog>
  );
}

function RepairDialog({ tranche: x, onClose }: { readonly tranche: Tranche; readonly onClose: () => void }) {
  const t = useText(texts);
  const id = useId();
  const api = useAidApi();
  const toast = useToast();
  const refresh = useRefresh();
  const [key] = useState(newKey);
  const [bank, setBank] = useState(x.account.bank ?? '');
  const [accountNumber, setAccountNumber] = useState('');
  const [accountName, setAccountName] = useState(x.account.holder ?? '');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const save = useMutation(api.tranches.repairAccount.mutationOptions());
  const need = (text: string) => (text.trim() === '' ? t('fill') : undefined);
  const faults = { bank: need(bank), number: /^\d{5,30}$/.test(accountNumber) ? undefined : t('digits'), name: need(accountName), note: need(note) };
  const error = (k: keyof typeof faults) => (tried ? faults[k] : undefined);
  const submit = async () => {
    setTried(true);
    const first = (Object.keys(faults) as (keyof typeof faults)[]).find((k) => faults[k]);
    if (first) return document.getElementById(`${id}-${first}`)?.focus();
    try {
      await save.mutateAsync({ id: x.id, key, bank: bank.trim(), accountNumber, accountName: accountName.trim(), note: note.trim() });
      toast({ text: t('repaired') });
      onClose();
    } catch {
      // Shown above the fields.
    } finally {
      await refresh();
    }
  };
  return (
    <Dialog
      open onClose={onClose} title={texts.repair} dirty={accountNumber !== '' || note !== ''}
      footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button variant="primary" busy={save.isPending} onClick={() => void submit()}>{t('repair')}</Button></>}
    >
      <ErrorNotice error={save.error} />
      <p>{t('repairAbout')}</p>
      <FieldFrame id={`${id}-bank`} label={texts.bank} error={error('bank')}>
        {(c) => <TextInput {...c} value={bank} maxLength={60} onChange={(e) => setBank(e.target.value)} />}
      </FieldFrame>
      <FieldFrame id={`${id}-number`} label={texts.accountNumber} error={error('number')}>
        {(c) => <TextInput {...c} value={accountNumber} inputMode="numeric" autoComplete="off" maxLength={40} onChange={(e) => setAccountNumber(e.target.value.replace(/\D/g, ''))} />}
      </FieldFrame>
      <FieldFrame id={`${id}-name`} label={texts.holder} error={error('name')}>
        {(c) => <TextInput {...c} value={accountName} maxLength={120} onChange={(e) => setAccountName(e.target.value)} />}
      </FieldFrame>
      <FieldFrame id={`${id}-note`} label={texts.reason} error={error('note')}>
        {(c) => <textarea {...c} className="ctl" rows={3} maxLength={1000} value={note} onChange={(e) => setNote(e.target.value)} />}
      </FieldFrame>
    </Dialog>
  );
}
