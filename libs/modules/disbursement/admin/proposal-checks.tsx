import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FieldFrame } from '@anyam/admin-kit/form';
import { DateText } from '@anyam/admin-kit/format';
import { DateInput, Select, TextInput } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice, Notice } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useId, useState } from 'react';
import { newKey, useAidApi, useRefresh, type Proposal } from './parts/api.ts';
import { Findings } from './parts/blockers.tsx';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  eligibility: { id: 'Kelayakan anggota', en: 'Eligibility of members' },
  never: { id: 'Belum pernah diperiksa untuk usulan ini.', en: 'Never checked for this proposal.' },
  point: { id: 'Diperiksa untuk', en: 'Checked for' },
  proposal: { id: 'pengusulan', en: 'proposal' },
  decree: { id: 'penetapan SK', en: 'decree' },
  payment: { id: 'pembayaran', en: 'payment' },
  blocks: { id: 'Menghalangi', en: 'Blocking' },
  warnings: { id: 'Peringatan', en: 'Warnings' },
  period: { id: 'Data register', en: 'Register of' },
  check: { id: 'Periksa kelayakan', en: 'Check eligibility' },
  checkFor: { id: 'Pemeriksaan memakai data register terbaru untuk tahap {point}.', en: 'The check uses the latest register for this point: {point}.' },
  checked: { id: 'Kelayakan selesai diperiksa.', en: 'Eligibility was checked.' },
  openGroup: { id: 'Buka anggota kelompok', en: 'Open the members' },
  findings: { id: 'Syarat pengajuan', en: 'Conditions for handing in' },
  clean: { id: 'Semua syarat pengajuan terpenuhi.', en: 'All conditions for handing in are met.' },
  training: { id: 'Bimbingan teknis', en: 'Guidance session' },
  noTraining: { id: 'Belum dicatat. Diperlukan sebelum usulan dinyatakan siap cair, bila aturan program memintanya.', en: 'Not on record. Needed before payment where the rules ask for it.' },
  heldOn: { id: 'Tanggal pelaksanaan', en: 'Date held' },
  saveTraining: { id: 'Simpan tanggal', en: 'Save the date' },
  trainingSaved: { id: 'Tanggal bimbingan teknis tersimpan.', en: 'The date of the guidance session was saved.' },
  visit: { id: 'Kunjungan lapangan', en: 'Field visit' },
  noVisit: { id: 'Belum ada kunjungan yang tercatat.', en: 'No visit is on record.' },
  recordVisit: { id: 'Catat kunjungan', en: 'Record a visit' },
  replaces: { id: 'Catatan ini menggantikan kunjungan yang tercatat sekarang.', en: 'This record replaces the visit now on record.' },
  visitOn: { id: 'Tanggal kunjungan', en: 'Date of the visit' },
  result: { id: 'Hasil', en: 'Result' },
  suitable: { id: 'Sesuai', en: 'Fits the proposal' },
  unsuitable: { id: 'Tidak sesuai', en: 'Does not fit' },
  pick: { id: 'Pilih hasil', en: 'Choose the result' },
  met: { id: 'Anggota biasa yang ditemui', en: 'Ordinary members met' },
  metHint: { id: 'Tidak termasuk ketua, sekretaris, dan bendahara.', en: 'Not counting chair, secretary and treasurer.' },
  save: { id: 'Simpan kunjungan', en: 'Save the visit' },
  visitSaved: { id: 'Kunjungan tersimpan.', en: 'The visit was saved.' },
  dateFault: { id: 'Isi tanggal sampai hari ini, misalnya 12-05-2020.', en: 'Enter a date up to today, for example 12-05-2020.' },
  resultFault: { id: 'Pilih hasil kunjungan.', en: 'Choose the result of the visit.' },
  metFault: { id: 'Isi 0 sampai 100.', en: 'Enter 0 to 100.' },
  noteFault: { id: 'Jelaskan apa yang tidak sesuai.', en: 'Explain what does not fit.' },
});

/** The point at which a check counts next. */
const POINT: Readonly<Record<string, 'proposal' | 'decree' | 'payment'>> = {
  draf: 'proposal', perbaikan: 'proposal', diajukan: 'proposal', verifikasiAdministrasi: 'proposal', verifikasiLapangan: 'proposal', lolos: 'decree', ditetapkan: 'payment', siapCair: 'payment',
};
const VISITABLE = ['diajukan', 'verifikasiAdministrasi', 'verifikasiLapangan', 'siapCair'];

export function ChecksTab({ proposal: p }: { readonly proposal: Proposal }) {
  const t = useText(texts);
  return (
    <div className="stack">
      <Eligibility proposal={p} />
      <Card title={texts.findings}>{p.checks.length > 0 ? <Findings list={p.checks} /> : <Notice tone="ok" title={t('clean')} />}</Card>
      <Visit proposal={p} />
      <Training proposal={p} />
    </div>
  );
}

function Eligibility({ proposal: p }: { readonly proposal: Proposal }) {
  const t = useText(texts);
  const { can } = useSession();
  const api = useAidApi();
  const refresh = useRefresh();
  const toast = useToast();
  const check = useMutation(api.proposals.checkEligibility.mutationOptions());
  const point = POINT[p.state.key];
  const e = p.eligibility;
  const run = async () => {
    if (!point) return;
    try {
      await check.mutateAsync({ id: p.id, point, key: newKey() });
    } catch {
      return; // Shown from the mutation.
    }
    await refresh();
    toast({ text: t('checked') });
  };
  return (
    <Card title={texts.eligibility}>
      <div className="stack">
        <ErrorNotice error={check.error} />
        {e ? (
          <Facts
            items={[
              { label: texts.point, value: t(e.at) },
              { label: texts.period, value: e.registerPeriod },
              { label: texts.blocks, value: <Chip tone={e.blocks > 0 ? 'bad' : 'ok'} mark="sign">{e.blocks}</Chip> },
              { label: texts.warnings, value: <Chip tone={e.warnings > 0 ? 'warn' : 'ok'} mark="sign">{e.warnings}</Chip> },
            ]}
          />
        ) : (
          <p className="muted">{t('never')}</p>
        )}
        {point && can('disbursement.act') && <p className="muted small">{t('checkFor', { point: t(point) })}</p>}
        <div className="row">
          {point && can('disbursement.act') && <Button busy={check.isPending} onClick={() => void run()}>{t('check')}</Button>}
          <Button variant="quiet" href={`/kelompok/${p.group.id}?tab=anggota`}>{t('openGroup')}</Button>
        </div>
      </div>
    </Card>
  );
}

function Visit({ proposal: p }: { readonly proposal: Proposal }) {
  const t = useText(texts);
  const { can } = useSession();
  const [open, setOpen] = useState(false);
  const v = p.visit;
  return (
    <Card title={texts.visit} actions={can('disbursement.verify') && VISITABLE.includes(p.state.key) && <Button onClick={() => setOpen(true)}>{t('recordVisit')}</Button>}>
      {v ? (
        <Facts
          items={[
            { label: texts.visitOn, value: <DateText value={v.on} /> },
            { label: texts.result, value: <Chip tone={v.suitable ? 'ok' : 'bad'} mark="sign">{v.suitable ? texts.suitable : texts.unsuitable}</Chip> },
            { label: texts.met, value: v.ordinaryMembersMet },
            { label: texts.note, value: v.note ?? '–' },
          ]}
        />
      ) : (
        <p className="muted">{t('noVisit')}</p>
      )}
      {open && <VisitDialog proposal={p} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function Training({ proposal: p }: { readonly proposal: Proposal }) {
  const t = useText(texts);
  const id = useId();
  const { can, today } = useSession();
  const api = useAidApi();
  const refresh = useRefresh();
  const toast = useToast();
  const record = useMutation(api.proposals.recordTraining.mutationOptions());
  const [on, setOn] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const fault = !/^\d{4}-\d{2}-\d{2}$/.test(on ?? '') || (on ?? '') > today;
  const save = async () => {
    setTried(true);
    if (fault || !on) return document.getElementById(`${id}-on`)?.focus();
    try {
      const answer = await record.mutateAsync({ ids: [p.id], key: newKey(), on });
      await refresh();
      if (answer.failed > 0) return; // The refusal stands below.
      toast({ text: t('trainingSaved') });
      setOn(null);
      setTried(false);
    } catch {
      return; // Shown from the mutation.
    }
  };
  const refused = record.data?.rows.flatMap((r) => r.blockers) ?? [];
  return (
    <Card title={texts.training}>
      <div className="stack">
        <ErrorNotice error={record.error} />
        {refused.length > 0 && <Findings list={refused} />}
        {p.trainingHeldOn ? <Facts items={[{ label: texts.heldOn, value: <DateText value={p.trainingHeldOn} /> }]} /> : <p className="muted">{t('noTraining')}</p>}
        {can('disbursement.propose') && p.state.key !== 'ditolak' && (
          <>
            <FieldFrame id={`${id}-on`} label={texts.heldOn} error={tried && fault ? t('dateFault') : undefined}>
              {(c) => <DateInput {...c} value={on} onChange={setOn} />}
            </FieldFrame>
            <div className="row">
              <Button busy={record.isPending} onClick={() => void save()}>{t('saveTraining')}</Button>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}

function VisitDialog({ proposal: p, onClose }: { readonly proposal: Proposal; readonly onClose: () => void }) {
  const t = useText(texts);
  const id = useId();
  const { today } = useSession();
  const api = useAidApi();
  const refresh = useRefresh();
  const toast = useToast();
  const record = useMutation(api.proposals.recordVisit.mutationOptions());
  const [key, setKey] = useState(newKey);
  const [on, setOn] = useState<string | null>(today);
  const [result, setResult] = useState('');
  const [met, setMet] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  /** Other content is another write: it must not be answered with the first one's result. */
  const edit = (put: () => void) => {
    put();
    setKey(newKey());
  };
  const faults = {
    on: !/^\d{4}-\d{2}-\d{2}$/.test(on ?? '') || (on ?? '') > today ? t('dateFault') : undefined,
    result: result === '' ? t('resultFault') : undefined,
    met: !/^\d{1,3}$/.test(met) || Number(met) > 100 ? t('metFault') : undefined,
    note: result === 'no' && note.trim().length < 5 ? t('noteFault') : undefined,
  };
  const first = (Object.keys(faults) as (keyof typeof faults)[]).find((k) => faults[k]);
  const error = (k: keyof typeof faults) => (tried ? faults[k] : undefined);
  const save = async () => {
    setTried(true);
    if (first || !on) return document.getElementById(`${id}-${first ?? 'on'}`)?.focus();
    try {
      await record.mutateAsync({ id: p.id, key, on, suitable: result === 'yes', ordinaryMembersMet: Number(met), ...(note.trim() ? { note: note.trim() } : {}) });
    } catch {
      return; // Shown from the mutation.
    }
    await refresh();
    toast({ text: t('visitSaved') });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.recordVisit}
      dirty={result !== '' || met !== '' || note !== ''}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" busy={record.isPending} onClick={() => void save()}>{t('save')}</Button>
        </>
      }
    >
      <ErrorNotice error={record.error} />
      {p.visit && <Notice title={t('replaces')} />}
      <FieldFrame id={`${id}-on`} label={texts.visitOn} error={error('on')}>
        {(c) => <DateInput {...c} value={on} onChange={(v) => edit(() => setOn(v))} />}
      </FieldFrame>
      <FieldFrame id={`${id}-result`} label={texts.result} error={error('result')}>
        {(c) => <Select {...c} value={result} placeholder={t('pick')} options={[{ value: 'yes', label: t('suitable') }, { value: 'no', label: t('unsuitable') }]} onChange={(e) => edit(() => setResult(e.target.value))} />}
      </FieldFrame>
      <FieldFrame id={`${id}-met`} label={texts.met} hint={texts.metHint} error={error('met')}>
        {(c) => <TextInput {...c} inputMode="numeric" maxLength={3} autoComplete="off" value={met} onChange={(e) => edit(() => setMet(e.target.value.replace(/\D/g, '')))} />}
      </FieldFrame>
      <FieldFrame id={`${id}-note`} label={texts.note} optional={result !== 'no'} error={error('note')}>
        {(c) => <textarea {...c} className="ctl" rows={3} maxLength={1000} value={note} onChange={(e) => edit(() => setNote(e.target.value))} />}
      </FieldFrame>
    </Dialog>
  );
}
