import { useMutation } from '@anyam/admin-kit/api';
import { BulkResultView } from '@anyam/admin-kit/bulk-result';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FileDrop } from '@anyam/admin-kit/file-drop';
import { FieldFrame } from '@anyam/admin-kit/form';
import { DateInput, TextInput } from '@anyam/admin-kit/inputs';
import { newKey } from '@anyam/admin-kit/new-key';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineTexts, useText, type Bilingual } from '@anyam/admin-kit/text';
import { useId, useState } from 'react';
import type { z } from 'zod';
import type { formManyOutput } from '../contract/index.ts';
import { useGroupApi, useRefresh, useToday } from './api.ts';
import { uploadFile } from '@anyam/admin-kit/files';

const texts = defineTexts({
  title: { id: 'Nyatakan {n} kelompok terbentuk', en: 'Declare {n} groups formed' },
  about: { id: 'Untuk kelompok yang musyawarah pembentukannya dihadiri semua anggota dan dirangkum dalam satu rekap. Kelompok lain dinyatakan terbentuk di halamannya sendiri.', en: 'For groups whose founding meeting was attended by all members and is summed up in one recap. Others are declared formed on their own page.' },
  on: { id: 'Tanggal musyawarah', en: 'Date of the meeting' },
  onFault: { id: 'Isi tanggal musyawarah, misalnya 12-05-2020.', en: 'Enter the date of the meeting, for example 12-05-2020.' },
  number: { id: 'Nomor berita acara', en: 'Number of the minutes' },
  decision: { id: 'Keputusan', en: 'Decision' },
  decisionFault: { id: 'Tuliskan keputusannya, paling sedikit 3 huruf.', en: 'Write the decision, at least 3 letters.' },
  formed: { id: 'Kelompok dibentuk, pengurus dipilih sesuai daftar.', en: 'The group is formed and its officers chosen as listed.' },
  minutes: { id: 'Rekap berita acara', en: 'Recap of the minutes' },
  papers: { id: 'Daftar hadir dan surat keterangan desa', en: 'Attendance lists and letter of the village' },
  fileHint: { id: 'Foto atau PDF, boleh satu pindaian untuk semua.', en: 'Photo or PDF; one scan for all will do.' },
  uploaded: { id: '{name} terunggah.', en: '{name} is uploaded.' },
  fill: { id: 'Isi yang masih kosong', en: 'Fill in what is empty' },
  sign: { id: 'Ketua dan bendahara menandatangani rekening', en: 'Chair and treasurer sign for the account' },
  address: { id: 'Alamat ketua menjadi alamat kelompok', en: "The chair's address is the group's" },
  trial: { id: 'Periksa dulu', en: 'Check first' },
  run: { id: 'Nyatakan {n} kelompok terbentuk', en: 'Declare {n} groups formed' },
  back: { id: 'Ubah isian', en: 'Change the form' },
  cancel: { id: 'Batal', en: 'Cancel' },
  close: { id: 'Tutup', en: 'Close' },
});
type Result = z.infer<typeof formManyOutput>;

/** Many candidates, one recap: tried first, then done for those that can. Mount it while it is open. */
export function FormMany({ ids, onClose, onDone }: { readonly ids: readonly string[]; readonly onClose: () => void; readonly onDone: () => void }) {
  const t = useText(texts);
  const id = useId();
  const api = useGroupApi();
  const refresh = useRefresh();
  const send = useMutation(api.formMany.mutationOptions());
  const today = useToday();
  const [on, setOn] = useState<string | null>(today);
  const [number, setNumber] = useState('');
  const [decision, setDecision] = useState(t('formed'));
  const [minutes, setMinutes] = useState<Paper | null>(null);
  const [papers, setPapers] = useState<Paper | null>(null);
  const [sign, setSign] = useState(true);
  const [address, setAddress] = useState(true);
  const [tried, setTried] = useState(false);
  const [result, setResult] = useState<(Result & { dryRun: boolean }) | null>(null);
  // One key for one trial: running it twice, or again after a broken line, is one run.
  const [key, setKey] = useState(newKey);
  const faults = {
    on: /^\d{4}-\d{2}-\d{2}$/.test(on ?? '') ? undefined : t('onFault'),
    decision: decision.trim().length < 3 ? t('decisionFault') : undefined,
  };
  const going = result?.dryRun ? result.rows.filter((r) => r.ok).map((r) => r.id) : [];

  const call = async (dryRun: boolean) => {
    setTried(true);
    const first = faults.on ? 'on' : faults.decision ? 'decision' : null;
    if (first || !on) return document.getElementById(`${id}-${first}`)?.focus();
    const own = dryRun ? newKey() : key;
    setKey(own);
    try {
      const answer = await send.mutateAsync({
        key: own, ids: dryRun ? [...ids] : going, on, number: number.trim() || null, decision: decision.trim(), minutesFileId: minutes?.id ?? null, papersFileId: papers?.id ?? null,
        officersSign: sign, chairAddress: address, dryRun,
      });
      setResult({ ...answer, dryRun });
    } catch {
      return; // Shown from the mutation.
    }
    if (!dryRun) {
      await refresh();
      onDone();
    }
  };

  const finished = result !== null && !result.dryRun;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title', { n: ids.length })}
      size={result ? 'lg' : 'md'}
      dirty={!finished && (minutes !== null || papers !== null || number !== '')}
      footer={
        finished ? (
          <Button variant="primary" onClick={onClose}>{t('close')}</Button>
        ) : result ? (
          <>
            <Button onClick={() => (send.reset(), setResult(null))}>{t('back')}</Button>
            {going.length > 0 && <Button variant="primary" busy={send.isPending} onClick={() => void call(false)}>{t('run', { n: going.length })}</Button>}
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button variant="primary" busy={send.isPending} onClick={() => void call(true)}>{t('trial')}</Button>
          </>
        )
      }
    >
      <ErrorNotice error={send.error} />
      {result ? (
        <BulkResultView rows={result.rows} dryRun={result.dryRun} />
      ) : (
        <div className="stack">
          <p className="muted">{t('about')}</p>
          <FieldFrame id={`${id}-on`} label={texts.on} error={tried ? faults.on : undefined}>
            {(c) => <DateInput {...c} value={on} onChange={setOn} />}
          </FieldFrame>
          <FieldFrame id={`${id}-number`} label={texts.number} optional>
            {(c) => <TextInput {...c} value={number} maxLength={60} autoComplete="off" onChange={(e) => setNumber(e.target.value)} />}
          </FieldFrame>
          <FieldFrame id={`${id}-decision`} label={texts.decision} error={tried ? faults.decision : undefined}>
            {(c) => <textarea {...c} className="ctl" rows={2} maxLength={2000} value={decision} onChange={(e) => setDecision(e.target.value)} />}
          </FieldFrame>
          <PaperDrop label={texts.minutes} paper={minutes} onPaper={setMinutes} />
          <PaperDrop label={texts.papers} paper={papers} onPaper={setPapers} />
          <fieldset>
            <legend>{t('fill')}</legend>
            <label className="choice"><input type="checkbox" checked={sign} onChange={(e) => setSign(e.target.checked)} /><span>{t('sign')}</span></label>
            <label className="choice"><input type="checkbox" checked={address} onChange={(e) => setAddress(e.target.checked)} /><span>{t('address')}</span></label>
          </fieldset>
        </div>
      )}
    </Dialog>
  );
}

interface Paper {
  readonly id: string;
  readonly name: string;
}

function PaperDrop({ label, paper, onPaper }: { readonly label: Bilingual; readonly paper: Paper | null; readonly onPaper: (paper: Paper) => void }) {
  const t = useText(texts);
  return (
    <div>
      <FileDrop
        label={label}
        hint={texts.fileHint}
        accept="image/jpeg,image/png,image/webp,.pdf"
        maxMb={5}
        camera
        upload={async (file, onShare, signal) => onPaper({ id: await uploadFile(file, onShare, signal), name: file.name })}
      />
      {paper && <p role="status">{t('uploaded', { name: paper.name })}</p>}
    </div>
  );
}
