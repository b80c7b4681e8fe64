import { AlertTriangle, CircleCheck } from 'lucide-react';
import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { Icon } from '@anyam/admin-kit/icon';
import { Select } from '@anyam/admin-kit/inputs';
import { ErrorNotice, Notice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useId, useState } from 'react';
import { useRosterApi, type ImportView, type SheetView } from './api.ts';

const texts = defineTexts({
  sheet: { id: 'Lembar {name}', en: 'Sheet {name}' },
  note: { id: 'Judul di baris {row} · {n} anggota terbaca', en: 'Titles in row {row} · {n} members read' },
  noteNoHeader: { id: 'Tanpa baris judul · {n} anggota terbaca', en: 'No row of titles · {n} members read' },
  column: { id: 'Kolom', en: 'Column' },
  header: { id: 'Judul di berkas', en: 'Title in the file' },
  noTitle: { id: '(tanpa judul)', en: '(no title)' },
  examples: { id: 'Contoh isi', en: 'Examples' },
  hidden: { id: 'disembunyikan untuk peran Anda', en: 'hidden for your role' },
  field: { id: 'Dibaca sebagai', en: 'Read as' },
  fieldOf: { id: 'Kolom {column} dibaca sebagai', en: 'Column {column} is read as' },
  unused: { id: 'Tidak dipakai', en: 'Not used' },
  confidence: { id: 'Keyakinan', en: 'Confidence' },
  yours: { id: 'Pilihan Anda', en: 'Your choice' },
  saved: { id: 'Diingat dari berkas lalu', en: 'Remembered from a past file' },
  sure: { id: 'Yakin', en: 'Sure' },
  fairly: { id: 'Cukup yakin', en: 'Fairly sure' },
  unsure: { id: 'Kurang yakin, mohon dilihat', en: 'Not sure, please look' },
  missing: { id: 'Belum ada kolom untuk: {fields}', en: 'No column yet for: {fields}' },
  missingHow: { id: 'Pilih kolomnya di bawah. Tanpa isian ini baris tidak dapat disimpan.', en: 'Choose its column below. Without it no row can be stored.' },
  remember: { id: 'Ingat untuk berkas berikutnya', en: 'Remember for the next file' },
  rememberHint: { id: 'Berkas dengan judul kolom yang sama langsung dicocokkan begini.', en: 'A file with the same titles is then matched like this at once.' },
  save: { id: 'Simpan pencocokan', en: 'Save the matching' },
  changed: { id: 'Ada perubahan yang belum disimpan.', en: 'There are changes that are not saved.' },
  stored: { id: 'Lembar {name} dibaca ulang: {n} anggota.', en: 'Sheet {name} was read again: {n} members.' },
  again: { id: 'Baca ulang berkas?', en: 'Read the file again?' },
  againText: { id: 'Berkas dibaca ulang dengan kolom ini. Sel yang sudah Anda perbaiki dan baris yang Anda tinggalkan di langkah Periksa tetap, selama barisnya masih terbaca.', en: 'The file is read again with these columns. Cells you mended and rows you left out in the Check step stay, where the row is still read.' },
  againDo: { id: 'Baca ulang', en: 'Read again' },
  sequence: { id: 'Nomor urut', en: 'Running number' },
  noteField: { id: 'Keterangan', en: 'Note' },
});

/** What a list cannot be read without, even when the proposal had it. */
const REQUIRED = ['name', 'nik'];

interface Props {
  readonly view: ImportView;
  readonly sheet: SheetView;
  readonly editable: boolean;
  readonly onShow: (view: ImportView) => void;
}

export function MappingSheet({ view, sheet, editable, onShow }: Props) {
  const t = useText(texts);
  const say = useSay();
  const toast = useToast();
  const id = useId();
  const set = useMutation(useRosterApi().setMapping.mutationOptions());
  const proposed = Object.fromEntries(sheet.columns.map((c) => [c.column, c.fields.join('+')]));
  const [draft, setDraft] = useState<Readonly<Record<number, string>>>(proposed);
  const [remember, setRemember] = useState(true);
  const [asking, setAsking] = useState(false);

  const labels = new Map(view.fields.map((f) => [f.field, say(f.label)]));
  const labelOf = (field: string) => labels.get(field) ?? (field === 'sequence' ? t('sequence') : field === 'note' ? t('noteField') : field);
  const chosen = new Set(Object.values(draft).flatMap((v) => v.split('+')));
  const missing = [...new Set([...sheet.missing.map((m) => m.field), ...REQUIRED])].filter((f) => !chosen.has(f));
  const changed = sheet.columns.some((c) => draft[c.column] !== proposed[c.column]);
  const options = (own: string) => {
    const known = view.fields.map((f) => ({ value: f.field, label: say(f.label) }));
    return own === '' || labels.has(own) ? known : [{ value: own, label: own.split('+').map(labelOf).join(' + ') }, ...known];
  };
  // A field stands in one column: choosing it here frees it there.
  const choose = (column: number, value: string) =>
    setDraft((d) => ({
      ...Object.fromEntries(Object.entries(d).map(([c, v]) => [c, Number(c) === column ? v : v.split('+').filter((f) => !value.split('+').includes(f)).join('+')])),
      [column]: value,
    }));
  const confidence = (column: SheetView['columns'][number]) => {
    if (draft[column.column] === '') return null;
    if (draft[column.column] !== proposed[column.column]) return t('yours');
    return sheet.fromSaved ? t('saved') : t(column.confidence >= 0.8 ? 'sure' : column.confidence >= 0.55 ? 'fairly' : 'unsure');
  };
  const save = async () => {
    const mapping = Object.fromEntries(
      view.fields.map(({ field }) => [field, sheet.columns.find((c) => draft[c.column]?.split('+').includes(field))?.column ?? null]),
    );
    const next = await set.mutateAsync({ id: view.id, sheet: sheet.name, mapping, remember });
    onShow(next);
    toast({ text: t('stored', { name: sheet.name, n: next.sheets.find((s) => s.name === sheet.name)?.members ?? 0 }) });
  };

  return (
    <Card title={t('sheet', { name: sheet.name })} note={sheet.headerRow === null ? t('noteNoHeader', { n: sheet.members }) : t('note', { row: sheet.headerRow, n: sheet.members })} flush className="table-card">
      <div className="stack" style={{ padding: '0 18px 14px' }}>
        {missing.length > 0 && (
          <Notice tone="bad" title={t('missing', { fields: missing.map(labelOf).join(', ') })}>
            {t('missingHow')}
          </Notice>
        )}
        <ErrorNotice error={set.error} />
      </div>
      <div className="table-wrap">
        <table className="data">
          <thead>
            <tr>
              {(['column', 'header', 'examples', 'field', 'confidence'] as const).map((h) => (
                <th key={h} scope="col">{t(h)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.columns.map((c) => {
              const words = confidence(c);
              const doubtful = draft[c.column] === proposed[c.column] && !sheet.fromSaved && c.confidence < 0.55;
              return (
                <tr key={c.column}>
                  <td data-label={t('column')}>{c.letters}</td>
                  <td className="wrap" data-label={t('header')}><b>{c.header || t('noTitle')}</b></td>
                  <td className="wrap muted num" style={{ textAlign: 'left' }} data-label={t('examples')}>
                    {editable ? c.examples.slice(0, 3).join(' · ') || '–' : t('hidden')}
                  </td>
                  <td data-label={t('field')}>
                    <Select aria-label={t('fieldOf', { column: `${c.letters} ${c.header}` })} disabled={!editable} value={draft[c.column] ?? ''} placeholder={t('unused')} options={options(proposed[c.column] ?? '')} onChange={(e) => choose(c.column, e.target.value)} />
                  </td>
                  <td data-label={t('confidence')}>
                    {words && (
                      <span className="row" style={{ flexWrap: 'nowrap', color: doubtful ? 'var(--warn)' : undefined }}>
                        <Icon of={doubtful ? AlertTriangle : CircleCheck} size={14} /> {words}
                      </span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {editable && (
        <div className="row" style={{ padding: '12px 18px', gap: 16 }}>
          <label className="choice" htmlFor={id}>
            <input id={id} type="checkbox" checked={remember} onChange={(e) => setRemember(e.target.checked)} aria-describedby={`${id}-hint`} />
            <span>
              {t('remember')}
              <span className="muted small" style={{ display: 'block' }} id={`${id}-hint`}>{t('rememberHint')}</span>
            </span>
          </label>
          <span style={{ marginLeft: 'auto' }} className="muted" role="status">{changed && t('changed')}</span>
          <Button variant={changed ? 'primary' : 'secondary'} busy={set.isPending} onClick={() => (view.members > 0 ? setAsking(true) : void save().catch(() => undefined))}>
            {t('save')}
          </Button>
        </div>
      )}
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={texts.again} confirmLabel={texts.againDo} onConfirm={save}>
        <p>{t('againText')}</p>
      </ConfirmDialog>
    </Card>
  );
}
