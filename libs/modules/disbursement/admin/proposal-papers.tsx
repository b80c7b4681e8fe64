import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { FileDrop } from '@anyam/admin-kit/file-drop';
import { FieldFrame } from '@anyam/admin-kit/form';
import { DateText } from '@anyam/admin-kit/format';
import { Select } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import { EmptyState } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { DOCUMENT_LABEL, type DocumentKind } from '@anyam/domain/disbursement';
import { useId, useState } from 'react';
import { newKey, useAidApi, useRefresh, type Proposal } from './parts/api.ts';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { uploadFile } from '@anyam/admin-kit/files';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  needed: { id: 'Berkas yang diminta', en: 'Papers asked for' },
  neededNote: { id: 'Menurut aturan program. Surat pernyataan kelompok boleh menggantikan proposal.', en: 'By the rules of the programme. A statement of the group may stand for the proposal.' },
  neededNone: { id: 'Aturan program ini tidak meminta berkas.', en: 'The rules of this programme ask for no papers.' },
  stored: { id: 'Berkas terunggah', en: 'Uploaded papers' },
  none: { id: 'Belum ada berkas', en: 'No papers yet' },
  noneText: { id: 'Berkas yang diunggah muncul di sini.', en: 'Uploaded papers appear here.' },
  kind: { id: 'Jenis berkas', en: 'Kind of paper' },
  by: { id: 'Paling lambat', en: 'Needed by' },
  proposal: { id: 'pengajuan', en: 'handing in' },
  payment: { id: 'pembayaran', en: 'payment' },
  report: { id: 'LPJ', en: 'report' },
  there: { id: 'Ada', en: 'There' },
  missing: { id: 'Belum ada', en: 'Missing' },
  file: { id: 'Berkas', en: 'File' },
  added: { id: 'Ditambahkan', en: 'Added' },
  action: { id: 'Tindakan', en: 'Action' },
  add: { id: 'Unggah berkas', en: 'Upload a paper' },
  pick: { id: 'Pilih jenis berkas', en: 'Choose the kind of paper' },
  drop: { id: 'Berkas {kind}', en: 'File: {kind}' },
  hint: { id: 'Foto atau PDF. Boleh beberapa sekaligus.', en: 'Photos or PDF. Several at once are fine.' },
  attached: { id: '{name} tersimpan.', en: '{name} was stored.' },
  removeTitle: { id: 'Hapus {name}?', en: 'Remove {name}?' },
  removeText: { id: 'Berkas dilepas dari usulan ini. Penghapusannya tercatat atas nama Anda.', en: 'The paper is taken off this proposal. The removal is recorded under your name.' },
  removeNow: { id: 'Hapus berkas', en: 'Remove the paper' },
  removed: { id: 'Berkas dihapus.', en: 'The paper was removed.' },
});
const KINDS = Object.keys(DOCUMENT_LABEL) as DocumentKind[];

export function PapersTab({ proposal: p }: { readonly proposal: Proposal }) {
  const t = useText(texts);
  const say = useSay();
  const { can } = useSession();
  const api = useAidApi();
  const refresh = useRefresh();
  const toast = useToast();
  const remove = useMutation(api.proposals.removeDocument.mutationOptions());
  const [going, setGoing] = useState<Proposal['documents'][number] | null>(null);
  const mayAdd = can('disbursement.propose') && p.state.key !== 'ditolak';
  return (
    <div className="stack">
      <Card title={texts.needed} note={texts.neededNote} flush={p.documentsNeeded.length > 0}>
        <RowsTable
          caption={texts.needed}
          rows={p.documentsNeeded}
          rowId={(d) => d.kind}
          empty={<p className="muted">{t('neededNone')}</p>}
          columns={[
            { id: 'kind', header: texts.kind, wrap: true, cell: (d) => say(d.label) },
            { id: 'by', header: texts.by, cell: (d) => t(d.stage) },
            { id: 'present', header: texts.state, cell: (d) => <Chip tone={d.present ? 'ok' : 'warn'} mark="sign">{d.present ? texts.there : texts.missing}</Chip> },
          ]}
        />
      </Card>
      <Card title={texts.stored} flush={p.documents.length > 0}>
        <RowsTable
          caption={texts.stored}
          rows={p.documents}
          rowId={(d) => d.id}
          empty={<EmptyState title={texts.none} text={texts.noneText} />}
          columns={[
            { id: 'kind', header: texts.kind, wrap: true, cell: (d) => <b>{say(d.label)}</b> },
            { id: 'file', header: texts.file, wrap: true, cell: (d) => <a href={`/files/${d.fileId}`} target="_blank" rel="noreferrer">{d.fileName}</a> },
            { id: 'added', header: texts.added, cell: (d) => <><DateText value={d.addedAt} style="short" time /> <span className="muted small">{d.addedBy}</span></> },
            ...(p.editable && can('disbursement.propose') ? [{ id: 'remove', header: texts.action, cell: (d: Proposal['documents'][number]) => <Button size="sm" variant="quiet" onClick={() => setGoing(d)}>{t('remove')} <span className="sr">{d.fileName}</span></Button> }] : []),
          ]}
        />
      </Card>
      {mayAdd && <AddPaper proposal={p} />}
      {going && (
        <ConfirmDialog
          open
          onClose={() => setGoing(null)}
          title={t('removeTitle', { name: going.fileName })}
          confirmLabel={texts.removeNow}
          danger
          onConfirm={async () => {
            await remove.mutateAsync({ id: p.id, documentId: going.id });
            await refresh();
            toast({ text: t('removed') });
          }}
        >
          {t('removeText')}
        </ConfirmDialog>
      )}
    </div>
  );
}

function AddPaper({ proposal: p }: { readonly proposal: Proposal }) {
  const t = useText(texts);
  const language = useLanguage();
  const id = useId();
  const api = useAidApi();
  const refresh = useRefresh();
  const toast = useToast();
  const attach = useMutation(api.proposals.attachDocument.mutationOptions());
  const first = p.documentsNeeded.find((d) => !d.present)?.kind ?? null;
  const [picked, setPicked] = useState<DocumentKind | null>(null);
  // Until a kind is chosen, the first one that is missing.
  const kind = picked ?? first;
  return (
    <Card title={texts.add}>
      <div className="stack">
        <FieldFrame id={`${id}-kind`} label={texts.kind}>
          {(c) => <Select {...c} value={kind ?? ''} placeholder={t('pick')} options={KINDS.map((k) => ({ value: k, label: DOCUMENT_LABEL[k][language] }))} onChange={(e) => setPicked(KINDS.find((k) => k === e.target.value) ?? null)} />}
        </FieldFrame>
        {kind && (
          <FileDrop
            key={kind}
            label={t('drop', { kind: DOCUMENT_LABEL[kind][language] })}
            hint={texts.hint}
            accept="image/*,.pdf"
            maxMb={10}
            multiple
            camera
            upload={async (file, onShare, signal) => {
              const fileId = await uploadFile(file, onShare, signal);
              await attach.mutateAsync({ id: p.id, key: newKey(), kind, fileId });
              setPicked(kind); // Stay on this kind: there may be more pages.
              toast({ text: t('attached', { name: file.name }) });
              await refresh();
            }}
          />
        )}
      </div>
    </Card>
  );
}
