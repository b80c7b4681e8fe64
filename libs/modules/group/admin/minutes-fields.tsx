import { FileText } from 'lucide-react';
import { Button } from '@anyam/admin-kit/button';
import { CountField, DateField, TextAreaField, TextField } from '@anyam/admin-kit/fields';
import { FileDrop } from '@anyam/admin-kit/file-drop';
import { FieldGroup } from '@anyam/admin-kit/form';
import { Icon } from '@anyam/admin-kit/icon';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { uploadFile } from '@anyam/admin-kit/files';

/** What the fields hold before anything is filled in. */
export const NO_MINUTES = { heldOn: undefined as unknown as string, number: '', present: undefined as unknown as number, decision: '', fileId: null };

const texts = defineTexts({
  title: { id: 'Berita acara musyawarah', en: 'Minutes of the deliberation' },
  heldOn: { id: 'Tanggal musyawarah', en: 'Date of the meeting' },
  number: { id: 'Nomor berita acara', en: 'Number of the minutes' },
  present: { id: 'Anggota yang hadir', en: 'Members present' },
  presentHint: { id: 'Paling sedikit {n} anggota.', en: 'At least {n} members.' },
  decision: { id: 'Keputusan', en: 'Decision' },
  decisionHint: { id: 'Ringkas isi keputusannya.', en: 'Sum up what was decided.' },
  file: { id: 'Foto atau pindaian berita acara', en: 'Photo or scan of the minutes' },
  fileHint: { id: 'Boleh menyusul.', en: 'May follow later.' },
  persons: { id: 'orang', en: 'persons' },
  drop: { id: 'Lepaskan berkas', en: 'Remove the file' },
});

/** The minutes that carry a decision; inside a form whose values hold them under `name`. */
export function MinutesFields({ quorum, name = 'minutes' }: { readonly quorum: number; readonly name?: string }) {
  const t = useText(texts);
  const { field } = useController({ name: `${name}.fileId` });
  const [fileName, setFileName] = useState<string | null>(null);
  return (
    <FieldGroup title={texts.title}>
      <DateField name={`${name}.heldOn`} label={texts.heldOn} />
      <TextField name={`${name}.number`} label={texts.number} width="medium" optional />
      <CountField name={`${name}.present`} label={texts.present} hint={t('presentHint', { n: quorum })} unit={t('persons')} />
      <TextAreaField name={`${name}.decision`} label={texts.decision} hint={texts.decisionHint} rows={3} />
      {field.value ? (
        <div className="row">
          <Icon of={FileText} size={16} /> {fileName}
          <Button size="sm" onClick={() => field.onChange(null)}>
            {t('drop')}
          </Button>
        </div>
      ) : (
        <FileDrop
          label={texts.file}
          hint={texts.fileHint}
          accept="image/jpeg,image/png,image/webp,.pdf"
          maxMb={5}
          camera
          upload={async (file, onShare, signal) => {
            const id = await uploadFile(file, onShare, signal);
            setFileName(file.name);
            field.onChange(id);
          }}
        />
      )}
    </FieldGroup>
  );
}
