import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { ErrorNotice, Notice } from '@anyam/admin-kit/states';
import { Select } from '@anyam/admin-kit/inputs';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useRosterApi, type ImportView, type SheetView } from './api.ts';

/** Says that a sheet has no row of titles. */
const NONE = 'none';

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
  none: { id: 'Pilih baris judulnya di bawah, yaitu baris dengan kolom Nama dan NIK di atas daftarnya.', en: 'Choose the row of titles below: the row with the columns Name and NIK above the list.' },
  wrong: { id: 'Jika baris judulnya keliru, pilih baris yang benar di atas. Judul dua baris dimulai dari baris pertamanya.', en: 'If the row of titles is wrong, choose the right one above. Titles over two rows begin with the first.' },
  choose: { id: 'Baris judul lembar {name}', en: 'Row of titles of sheet {name}' },
  option: { id: 'baris {n}: {text}', en: 'row {n}: {text}' },
  read: { id: 'Lembar {name} dibaca ulang: {n} anggota.', en: 'Sheet {name} was read again: {n} members.' },
  next: { id: 'Lanjut ke Cocokkan', en: 'On to Match' },
});

/** Which sheets hold a list and where their titles stand, before the columns are matched. */
interface Props {
  readonly view: ImportView;
  readonly editable: boolean;
  readonly onShow: (view: ImportView) => void;
  readonly onNext: () => void;
}

export function HeaderStep({ view, editable, onShow, onNext }: Props) {
  const t = useText(texts);
  const say = useSay();
  const toast = useToast();
  const set = useMutation(useRosterApi().setHeader.mutationOptions());
  const choose = async (sheet: SheetView, value: string) => {
    const next = await set.mutateAsync({ id: view.id, sheet: sheet.name, headerRow: value === NONE ? null : Number(value) });
    onShow(next);
    toast({ text: t('read', { name: sheet.name, n: next.sheets.find((s) => s.name === sheet.name)?.members ?? 0 }) });
  };
  const options = (sheet: SheetView) => [
    ...sheet.top.map((line) => ({ value: String(line.row), label: t('option', { n: line.row, text: line.text }) })),
    // A header further down, found by its words, is a choice too.
    ...(sheet.headerRow !== null && !sheet.top.some((line) => line.row === sheet.headerRow)
      ? [{ value: String(sheet.headerRow), label: t('row', { n: sheet.headerRow }) }]
      : []),
    { value: NONE, label: t('noHeader') },
  ];
  const skipWords = (why: string) => (why === 'EMPTY' || why === 'NO_TABLE' ? t(why) : t('otherSkip', { why }));
  return (
    <>
      {view.sheets.every((s) => s.skipped !== null) && (
        <Notice tone="bad" title={texts.noneTitle}>
          {t('none')}
        </Notice>
      )}
      <ErrorNotice error={set.error} />
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
                  <td data-label={t('headerRow')}>
                    {editable && s.top.length > 0 ? (
                      <Select
                        style={{ width: 300, maxWidth: '100%' }}
                        aria-label={t('choose', { name: s.name })}
                        disabled={set.isPending}
                        value={s.headerRow === null ? NONE : String(s.headerRow)}
                        options={options(s)}
                        onChange={(e) => void choose(s, e.target.value).catch(() => undefined)}
                      />
                    ) : s.headerRow === null ? t('noHeader') : t('row', { n: s.headerRow })}
                  </td>
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
