import { FilePlus } from 'lucide-react';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { DateText } from '@anyam/admin-kit/format';
import { later } from '@anyam/admin-kit/later';
import { EmptyState } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import type { Group } from './api.ts';
import { PAPER_LABEL, PURPOSE_LABEL, paperName } from './paper-words.ts';

const AddMinutes = later(() => import('./add-minutes.tsx').then((m) => m.AddMinutes), (props) => props.open);

const texts = defineTexts({
  papers: { id: 'Berkas', en: 'Papers' },
  minutes: { id: 'Berita acara musyawarah', en: 'Minutes of deliberation' },
  addPaper: { id: 'Tambah berkas', en: 'Add a paper' },
  addMinutes: { id: 'Catat berita acara', en: 'Record minutes' },
  noPapers: { id: 'Belum ada berkas', en: 'No papers yet' },
  noPapersWhy: { id: 'Unggah daftar hadir, surat keterangan desa, buku rekening, atau foto.', en: 'Upload the attendance list, the letter of the village, the bank book or photos.' },
  noMinutes: { id: 'Belum ada berita acara', en: 'No minutes yet' },
  noMinutesWhy: { id: 'Pengurus dan perubahan anggota diputuskan dalam musyawarah yang dicatat.', en: 'Officers and changes of members are decided in minuted deliberation.' },
  kind: { id: 'Jenis', en: 'Kind' },
  file: { id: 'Berkas', en: 'File' },
  added: { id: 'Ditambahkan', en: 'Added' },
  held: { id: 'Tanggal', en: 'Date' },
  purpose: { id: 'Tentang', en: 'About' },
  number: { id: 'Nomor', en: 'Number' },
  present: { id: 'Hadir', en: 'Present' },
  of: { id: '{n} dari {of}', en: '{n} of {of}' },
  decision: { id: 'Keputusan', en: 'Decision' },
  open: { id: 'Buka berkas', en: 'Open the file' },
});

export function PapersTab({ group: g }: { readonly group: Group }) {
  const t = useText(texts);
  const [adding, setAdding] = useState(false);
  const addPaper = g.can.write && (
    <Button icon={FilePlus} href={`/kelompok/${g.id}/tugas/papers`}>
      {t('addPaper')}
    </Button>
  );
  const addMinutes = g.can.write && <Button onClick={() => setAdding(true)}>{t('addMinutes')}</Button>;
  return (
    <div className="stack">
      <Card title={texts.papers} actions={g.papers.length > 0 && addPaper} flush>
        {g.papers.length === 0 ? (
          <EmptyState title={texts.noPapers} text={texts.noPapersWhy} action={addPaper} />
        ) : (
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{t('kind')}</th>
                <th scope="col">{t('file')}</th>
                <th scope="col">{t('added')}</th>
              </tr>
            </thead>
            <tbody>
              {g.papers.map((p) => (
                <PaperRow key={p.id} paper={p} />
              ))}
            </tbody>
          </table>
        )}
      </Card>
      <Card title={texts.minutes} actions={g.minutes.length > 0 && addMinutes} flush>
        {g.minutes.length === 0 ? (
          <EmptyState title={texts.noMinutes} text={texts.noMinutesWhy} action={addMinutes} />
        ) : (
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{t('purpose')}</th>
                <th scope="col">{t('held')}</th>
                <th scope="col">{t('number')}</th>
                <th scope="col">{t('present')}</th>
                <th scope="col">{t('decision')}</th>
                <th scope="col">{t('file')}</th>
              </tr>
            </thead>
            <tbody>
              {g.minutes.map((m) => (
                <MinutesRow key={m.id} minutes={m} />
              ))}
            </tbody>
          </table>
        )}
      </Card>
      <AddMinutes group={g} open={adding} onClose={() => setAdding(false)} />
    </div>
  );
}

function PaperRow({ paper: p }: { readonly paper: Group['papers'][number] }) {
  const t = useText(texts);
  const say = useText(PAPER_LABEL);
  return (
    <tr>
      <td>
        <b>{paperName(p.kind, say)}</b>
      </td>
      <td data-label={t('file')}>
        <a href={`/files/${p.fileId}`} target="_blank" rel="noreferrer">
          {p.fileName}
        </a>
      </td>
      <td data-label={t('added')}>
        <DateText value={p.addedAt} time />
      </td>
    </tr>
  );
}

function MinutesRow({ minutes: m }: { readonly minutes: Group['minutes'][number] }) {
  const t = useText(texts);
  const purpose = useText(PURPOSE_LABEL);
  return (
    <tr>
      <td>
        <b>{purpose(m.purpose)}</b>
      </td>
      <td data-label={t('held')}>
        <DateText value={m.heldOn} style="short" />
      </td>
      <td data-label={t('number')}>{m.number ?? '–'}</td>
      <td data-label={t('present')}>{t('of', { n: m.present, of: m.members })}</td>
      <td data-label={t('decision')}>{m.decision}</td>
      <td data-label={t('file')}>
        {m.fileId ? (
          <a href={`/files/${m.fileId}`} target="_blank" rel="noreferrer">
            {t('open')}
          </a>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}
