import { Card } from '@anyam/admin-kit/card';
import { DateText } from '@anyam/admin-kit/format';
import { Select } from '@anyam/admin-kit/inputs';
import { FieldFrame } from '@anyam/admin-kit/form';
import { FileDrop } from '@anyam/admin-kit/file-drop';
import { Button } from '@anyam/admin-kit/button';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { NotApplicable } from './not-applicable.tsx';
import { PAPER_KINDS, PAPER_LABEL, paperName, type PaperKind } from './paper-words.ts';
import type { TaskProps } from './task.screen.tsx';
import { useSaveTask } from './task-shell.tsx';
import { uploadFile } from '@anyam/admin-kit/files';

const texts = defineTexts({
  add: { id: 'Tambah berkas', en: 'Add a paper' },
  kind: { id: 'Jenis berkas', en: 'Kind of paper' },
  file: { id: 'Berkas', en: 'File' },
  fileHint: { id: 'Foto atau PDF. Berkas langsung tersimpan setelah terkirim.', en: 'Photo or PDF. It is saved as soon as it is sent.' },
  there: { id: 'Sudah ada', en: 'There already' },
  none: { id: 'Belum ada berkas.', en: 'No papers yet.' },
  back: { id: 'Kembali ke kelompok', en: 'Back to the group' },
});

export function PapersTask({ group: g }: TaskProps) {
  const t = useText(texts);
  const name = useText(PAPER_LABEL);
  const save = useSaveTask(g);
  const has = new Set(g.papers.map((p) => p.kind));
  const [kind, setKind] = useState<PaperKind>(PAPER_KINDS.find((k) => !has.has(k)) ?? 'other');
  return (
    <>
      <Card title={texts.add}>
        <div className="form">
          <FieldFrame id="jenis-berkas" label={texts.kind}>
            {(c) => <Select {...c} className="medium" value={kind} onChange={(e) => setKind(e.target.value as PaperKind)} options={PAPER_KINDS.map((k) => ({ value: k, label: name(k) }))} />}
          </FieldFrame>
          <FileDrop
            label={texts.file}
            hint={texts.fileHint}
            accept="image/jpeg,image/png,image/webp,.pdf"
            maxMb={5}
            camera
            upload={async (file, onShare, signal) => {
              const fileId = await uploadFile(file, onShare, signal);
              await save({ task: 'papers', kind, fileId }, { stay: true });
            }}
          />
        </div>
      </Card>
      <Card title={texts.there}>
        {g.papers.length === 0 ? (
          <p className="muted">{t('none')}</p>
        ) : (
          <ul className="task-list">
            {g.papers.map((p) => (
              <li key={p.id} style={{ gridTemplateColumns: '1fr auto' }}>
                <span>
                  <b>{paperName(p.kind, name)}</b>{' '}
                  <a href={`/files/${p.fileId}`} target="_blank" rel="noreferrer">
                    {p.fileName}
                  </a>
                </span>
                <span className="muted small">
                  <DateText value={p.addedAt} time />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <NotApplicable group={g} task="papers" />
      <div className="row">
        <Button href={`/kelompok/${g.id}`}>{t('back')}</Button>
      </div>
    </>
  );
}
