import { useMutation, useQueryClient } from '@anyam/admin-kit/api';
import { BulkResultView } from '@anyam/admin-kit/bulk-result';
import { Button } from '@anyam/admin-kit/button';
import { Combobox } from '@anyam/admin-kit/combobox';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FileDrop } from '@anyam/admin-kit/file-drop';
import { FieldFrame } from '@anyam/admin-kit/form';
import { DateInput, Select, type Option } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { DOCUMENT_LABEL, type DocumentKind } from '@anyam/domain/disbursement';
import { useId, useState } from 'react';
import { bulkRows, newKey, useAidApi, useRefresh, type BulkResult } from './parts/api.ts';
import { uploadFile } from '@anyam/admin-kit/files';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Lengkapi {n} usulan', en: 'Complete {n} proposals' },
  what: { id: 'Yang dilengkapi', en: 'What to complete' },
  plan: { id: 'RAB: sama dengan usulan lain', en: 'Budget plan: as in another proposal' },
  paper: { id: 'Berkas: satu pindaian untuk semua', en: 'Paper: one scan for all' },
  training: { id: 'Bimbingan teknis: tanggal yang sama', en: 'Guidance session: the same day' },
  from: { id: 'Ambil RAB dari', en: 'Take the plan from' },
  fromHint: { id: 'Ketik nama kelompok yang RAB-nya sudah disimpan. Nilai yang diajukan ikut disalin.', en: 'Type the name of a group whose plan is stored. The amount is copied too.' },
  fromFault: { id: 'Pilih usulan yang RAB-nya disalin.', en: 'Choose the proposal whose plan is copied.' },
  kind: { id: 'Jenis berkas', en: 'Kind of paper' },
  file: { id: 'Berkas', en: 'File' },
  fileHint: { id: 'Foto atau PDF, misalnya SK Bupati atau rekomendasi untuk satu desa.', en: 'Photo or PDF, such as the decree of the regent or a recommendation for a village.' },
  fileFault: { id: 'Unggah berkasnya dulu.', en: 'Upload the file first.' },
  uploaded: { id: '{name} terunggah.', en: '{name} is uploaded.' },
  on: { id: 'Tanggal bimbingan teknis', en: 'Day of the session' },
  onFault: { id: 'Isi tanggalnya, misalnya 12-05-2020.', en: 'Enter the day, for example 12-05-2020.' },
  run: { id: 'Simpan ke {n} usulan', en: 'Store in {n} proposals' },
});
const KINDS = Object.keys(DOCUMENT_LABEL) as DocumentKind[];
type What = 'plan' | 'paper' | 'training';

/** The same plan, paper or session for many proposals at once; each row tells what came of it. Mount it while it is open. */
export function BulkFill({ ids, onClose, onDone }: { readonly ids: readonly string[]; readonly onClose: () => void; readonly onDone: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const id = useId();
  const api = useAidApi();
  const client = useQueryClient();
  const refresh = useRefresh();
  const { today } = useSession();
  const copy = useMutation(api.proposals.copyBudgetPlan.mutationOptions());
  const attach = useMutation(api.proposals.attachDocumentMany.mutationOptions());
  const train = useMutation(api.proposals.recordTraining.mutationOptions());
  const [what, setWhat] = useState<What>('plan');
  const [from, setFrom] = useState<string | null>(null);
  const [kind, setKind] = useState<DocumentKind>('proposal');
  const [file, setFile] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const [tried, setTried] = useState(false);
  const [result, setResult] = useState<BulkResult | null>(null);
  const [key, setKey] = useState(newKey);
  /** Other content is another write. */
  const edit = (put: () => void) => {
    put();
    setKey(newKey());
  };
  const targets = what === 'plan' ? ids.filter((x) => x !== from) : ids;
  const fault = what === 'plan' ? (from ? undefined : t('fromFault')) : what === 'paper' ? (file ? undefined : t('fileFault')) : /^\d{4}-\d{2}-\d{2}$/.test(on ?? '') ? undefined : t('onFault');
  const busy = copy.isPending || attach.isPending || train.isPending;

  const search = async (text: string): Promise<readonly Option[]> => {
    const q = text.trim().slice(0, 80);
    const found = await client.fetchQuery(api.proposals.list.queryOptions({ ...(q ? { q } : {}), page: 1, pageSize: 25 }));
    return found.rows.filter((r) => r.requested > 0n).map((r) => ({ value: r.id, label: r.groupName, hint: `${r.villageName}, ${r.districtName}` }));
  };
  const run = async () => {
    setTried(true);
    if (fault) return document.getElementById(`${id}-${what}`)?.focus();
    try {
      if (what === 'plan' && from) setResult(await copy.mutateAsync({ key, fromId: from, toIds: [...targets] }));
      else if (what === 'paper' && file) setResult(await attach.mutateAsync({ key, ids: [...targets], kind, fileId: file.id }));
      else if (what === 'training' && on) setResult(await train.mutateAsync({ key, ids: [...targets], on }));
    } catch {
      return; // Shown from the mutation.
    }
    await refresh();
    onDone();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title', { n: ids.length })}
      size={result ? 'lg' : 'md'}
      dirty={!result && file !== null}
      footer={
        result ? (
          <Button variant="primary" onClick={onClose}>{t('close')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button variant="primary" busy={busy} onClick={() => void run()}>{t('run', { n: targets.length })}</Button>
          </>
        )
      }
    >
      <ErrorNotice error={copy.error ?? attach.error ?? train.error} />
      {result ? (
        <BulkResultView rows={bulkRows(result)} dryRun={false} />
      ) : (
        <div className="stack">
          <FieldFrame id={`${id}-what`} label={texts.what}>
            {(c) => (
              <Select
                {...c}
                value={what}
                options={(['plan', 'paper', 'training'] as const).map((w) => ({ value: w, label: t(w) }))}
                onChange={(e) => edit(() => (setTried(false), setWhat(e.target.value as What)))}
              />
            )}
          </FieldFrame>
          {what === 'plan' && (
            <FieldFrame id={`${id}-plan`} label={texts.from} hint={texts.fromHint} error={tried ? fault : undefined}>
              {(c) => <Combobox {...c} label={t('from')} value={from} search={search} onChange={(v) => edit(() => setFrom(v))} />}
            </FieldFrame>
          )}
          {what === 'paper' && (
            <>
              <FieldFrame id={`${id}-kind`} label={texts.kind}>
                {(c) => <Select {...c} value={kind} options={KINDS.map((k) => ({ value: k, label: DOCUMENT_LABEL[k][language] }))} onChange={(e) => edit(() => setKind(KINDS.find((k) => k === e.target.value) ?? 'proposal'))} />}
              </FieldFrame>
              <div id={`${id}-paper`} tabIndex={-1}>
                {tried && fault && <div className="field-error" role="alert">{fault}</div>}
                <FileDrop
                  label={texts.file}
                  hint={texts.fileHint}
                  accept="image/*,.pdf"
                  maxMb={10}
                  camera
                  upload={async (f, onShare, signal) => {
                    const fileId = await uploadFile(f, onShare, signal);
                    edit(() => setFile({ id: fileId, name: f.name }));
                  }}
                />
                {file && <p role="status">{t('uploaded', { name: file.name })}</p>}
              </div>
            </>
          )}
          {what === 'training' && (
            <FieldFrame id={`${id}-training`} label={texts.on} error={tried ? fault : undefined}>
              {(c) => <DateInput {...c} value={on} onChange={(v) => edit(() => setOn(v))} />}
            </FieldFrame>
          )}
        </div>
      )}
    </Dialog>
  );
}
