import { Button } from '@anyam/admin-kit/button';
import { Notice } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import type { ImportView } from './api.ts';
import { MappingSheet } from './mapping-sheet.tsx';

const texts = defineTexts({
  intro: { id: 'Kolom di berkas dicocokkan dengan isian yang dikenal Anyam. Periksa usulannya, ubah yang keliru.', en: 'The columns of the file are matched with what Anyam knows. Look at the proposals and change what is wrong.' },
  notYetTitle: { id: 'Belum ada anggota yang terbaca', en: 'No member could be read yet' },
  notYet: { id: 'Cocokkan paling sedikit kolom Nama dan NIK, lalu simpan pencocokannya.', en: 'Match at least the columns Name and NIK, then save the matching.' },
  noSheets: { id: 'Tidak ada lembar dengan daftar di berkas ini.', en: 'No sheet of this file holds a list.' },
  back: { id: 'Kembali ke Judul kolom', en: 'Back to Column titles' },
  next: { id: 'Lanjut ke Periksa', en: 'On to Check' },
});

interface Props {
  readonly view: ImportView;
  readonly editable: boolean;
  readonly onShow: (view: ImportView) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

export function MappingStep({ view, editable, onShow, onBack, onNext }: Props) {
  const t = useText(texts);
  const sheets = view.sheets.filter((s) => s.columns.length > 0);
  return (
    <>
      <p className="muted">{t('intro')}</p>
      {view.members === 0 && (
        <Notice tone="warn" title={texts.notYetTitle}>
          {sheets.length > 0 ? t('notYet') : t('noSheets')}
        </Notice>
      )}
      {sheets.map((sheet) => (
        // A sheet that the server read anew starts from what it read.
        <MappingSheet key={`${sheet.name} ${sheet.columns.map((c) => c.fields.join('+')).join(' ')} ${sheet.fromSaved}`} view={view} sheet={sheet} editable={editable} onShow={onShow} />
      ))}
      <div className="row">
        <Button onClick={onBack}>{t('back')}</Button>
        {view.members > 0 && (
          <Button variant="primary" onClick={onNext}>
            {t('next')}
          </Button>
        )}
      </div>
    </>
  );
}
