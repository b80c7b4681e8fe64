import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { Notice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import type { ImportView } from './api.ts';

const texts = defineTexts({
  title: { id: 'Judul kolom di tiap lembar', en: 'Column titles of each sheet' },
  note: { id: 'Kop, baris jumlah, dan tanda tangan dikenali dan dilewati.', en: 'Letterhead, totals and signatures are recognised and passed over.' },
  sheet: { id: 'Lembar', en: 'Sheet' },
  headerRow: { id: 'Baris judul', en: 'Row of titles' },
  row: { id: 'baris {n}', en: 'row {n}' },
  noHeader: { id: 'tanpa baris judul', en: 'no row of titles' },
  titles: { id: 'Judul yang terbaca', en: 'Titles read' },
  members: { id: 'Anggota terbaca', en: 'Members read' },
  state: { id: 'Keadaan', en: 'State' },
  used: { id: 'Dipakai', en: 'Used' },
  saved: { id: 'Dikenali dari berkas sebelumnya', en: 'Known from an earlier file' },
  missing: { id: 'Kurang: {fields}', en: 'Missing: {fields}' },
  EMPTY: { id: 'Dilewati: lembar kosong', en: 'Passed over: the sheet is empty' },
  NO_TABLE: { id: 'Dilewati: tidak ada daftar di dalamnya', en: 'Passed over: no list in it' },
  otherSkip: { id: 'Dilewati: {why}', en: 'Passed over: {why}' },
  noneTitle: { id: 'Tidak ada daftar yang terbaca di berkas ini', en: 'No list could be read in this file' },
  none: { id: 'Pastikan ada satu baris judul dengan kolom Nama dan NIK di atas daftarnya. Perbaiki berkasnya, singkirkan impor ini, lalu unggah lagi.', en: 'See that one row of titles with columns Name and NIK stands above the list. Mend the file, put this import away, and upload again.' },
  wrong: { id: 'Jika baris judulnya keliru, perbaiki di berkas aslinya lalu unggah lagi.', en: 'If the row of titles is wrong, mend it in the original file and upload again.' },
  next: { id: 'Lanjut ke Cocokkan', en: 'On to Match' },
});

/** Which sheets hold a list and where their titles stand, before the columns are matched. */
export function HeaderStep({ view, onNext }: { readonly view: ImportView; readonly onNext: () => void }) {
  const t = useText(texts);
  const say = useSay();
  const skipWords = (why: string) => (why === 'EMPTY' || why === 'NO_TABLE' ? t(why) : t('otherSkip', { why }));
  return (
    <>
      {view.sheets.every((s) => s.skipped !== null) && (
        <Notice tone="bad" title={texts.noneTitle}>
          {t('none')}
        </Notice>
      )}
      <Card title={texts.title} note={texts.note} flush className="table-card">
        <div className="table-wrap" tabIndex={0} role="region" aria-label={t('title')}>
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{t('sheet')}</th>
                <th scope="col">{t('headerRow')}</th>
                <th scope="col">{t('titles')}</th>
                <th scope="col" className="num">{t('members')}</th>
                <th scope="col">{t('state')}</th>
              </tr>
            </thead>
            <tbody>
              {view.sheets.map((s) => (
                <tr key={s.name}>
                  <td><b>{s.name}</b></td>
                  <td data-label={t('headerRow')}>{s.skipped ? '–' : s.headerRow === null ? t('noHeader') : t('row', { n: s.headerRow })}</td>
                  <td className="wrap" data-label={t('titles')}>{s.skipped ? '–' : s.columns.map((c) => c.header || c.letters).join(' · ')}</td>
                  <td className="num" data-label={t('members')}>{s.members}</td>
                  <td className="wrap" data-label={t('state')}>
                    {s.skipped ? (
                      <Chip>{skipWords(s.skipped)}</Chip>
                    ) : s.missing.length > 0 ? (
                      <Chip tone="bad" mark="sign">{t('missing', { fields: s.missing.map((m) => say(m.label)).join(', ') })}</Chip>
                    ) : (
                      <Chip tone="ok" mark="sign">{s.fromSaved ? t('saved') : t('used')}</Chip>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      <div className="row">
        <Button variant="primary" onClick={onNext}>{t('next')}</Button>
        <span className="muted">{t('wrong')}</span>
      </div>
    </>
  );
}
