import { readApiError, useMutation } from '@anyam/admin-kit/api';
import { Card } from '@anyam/admin-kit/card';
import { FileDrop } from '@anyam/admin-kit/file-drop';
import { FieldFrame } from '@anyam/admin-kit/form';
import { DateInput, Select } from '@anyam/admin-kit/inputs';
import { Link, useNavigate } from '@anyam/admin-kit/link';
import { useSession } from '@anyam/admin-kit/session';
import { Notice } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { useProgrammes, useRosterApi, useShowView } from './api.ts';
import { uploadFile } from '@anyam/admin-kit/files';

const texts = defineTexts({
  title: { id: 'Impor daftar kelompok', en: 'Import a roster' },
  note: { id: 'Pilih programnya dahulu, lalu serahkan berkasnya. Berkas asli disimpan apa adanya.', en: 'Choose the programme first, then hand in the file. The original is kept as it is.' },
  programme: { id: 'Program bantuan', en: 'Aid programme' },
  programmeHint: { id: 'Aturan program ini dipakai untuk memeriksa.', en: 'The rules of this programme are used to check.' },
  choose: { id: 'Pilih program…', en: 'Choose a programme…' },
  none: { id: 'Belum ada program yang terbuka. Minta Kabid membuatnya di Program & Pagu.', en: 'No programme is open. Ask the head of division to make one under Programmes and ceilings.' },
  asOf: { id: 'Tanggal penilaian', en: 'Date of judgement' },
  asOfHint: { id: 'Usia dan aturan dihitung menurut tanggal ini.', en: 'Ages and rules are reckoned by this date.' },
  file: { id: 'Berkas daftar kelompok', en: 'File of the roster' },
  fileHint: { id: 'XLSX atau CSV, susunan kolom bebas.', en: 'XLSX or CSV, in any layout.' },
  noProgramme: { id: 'Pilih program bantuan di atas, lalu kirim lagi.', en: 'Choose the aid programme above, then send again.' },
  noDate: { id: 'Tanggal penilaian belum terbaca. Tulis seperti 03-03-2020, lalu kirim lagi.', en: 'The date of judgement cannot be read. Write it like 03-03-2020, then send again.' },
  already: { id: 'Berkas ini sudah pernah diimpor.', en: 'This file has been imported before.' },
  open: { id: 'Buka impor yang sudah ada', en: 'Open the import that exists' },
});

/** A programme, a date, a file: read on the server and opened at its column titles. */
export function StartImport() {
  const t = useText(texts);
  const go = useNavigate();
  const { today, fiscalYear } = useSession();
  const programmes = useProgrammes();
  const start = useMutation(useRosterApi().start.mutationOptions());
  const show = useShowView();
  const [chosen, setChosen] = useState<string | null>(null);
  const [asOf, setAsOf] = useState<string | null>(today);
  const [fault, setFault] = useState<'programme' | 'asOf' | null>(null);
  const [earlier, setEarlier] = useState<string | null>(null);
  const open = (programmes.data ?? []).filter((p) => p.state === 'open');
  const ofYear = open.filter((p) => p.fiscalYear === fiscalYear);
  // One programme of the year needs no choosing.
  const programmeId = chosen ?? (ofYear.length === 1 ? (ofYear[0]?.id ?? '') : '');

  const upload = async (file: File, onShare: (share: number) => void, signal: AbortSignal) => {
    setEarlier(null);
    if (!programmeId) {
      setFault('programme');
      throw Object.assign(new Error('no programme'), { code: 'NO_PROGRAMME', text: texts.noProgramme });
    }
    if (!asOf || !/^\d{4}-\d\d-\d\d$/.test(asOf)) {
      setFault('asOf');
      throw Object.assign(new Error('no date'), { code: 'NO_DATE', text: texts.noDate });
    }
    setFault(null);
    const fileId = await uploadFile(file, onShare, signal);
    try {
      const view = await start.mutateAsync({ fileId, programmeId, asOf });
      show(view);
      go(`/impor/${view.id}?langkah=judul`);
    } catch (error) {
      const { code, params } = readApiError(error);
      if (code.endsWith('ALREADY_IMPORTED') && typeof params?.['importId'] === 'string') setEarlier(params['importId']);
      throw error;
    }
  };

  return (
    <Card title={texts.title} note={texts.note}>
      <div className="stack">
        <div className="field-group two">
          <FieldFrame id="f-programme" label={texts.programme} hint={texts.programmeHint} error={fault === 'programme' ? t('noProgramme') : undefined}>
            {(c) => (
              <Select
                {...c}
                value={programmeId}
                placeholder={t('choose')}
                options={open.map((p) => ({ value: p.id, label: `${p.name} (${p.fiscalYear})` }))}
                onChange={(e) => (setChosen(e.target.value), setFault(null))}
              />
            )}
          </FieldFrame>
          <FieldFrame id="f-as-of" label={texts.asOf} hint={texts.asOfHint} error={fault === 'asOf' ? t('noDate') : undefined}>
            {(c) => <DateInput {...c} value={asOf} onChange={setAsOf} />}
          </FieldFrame>
        </div>
        {programmes.data && open.length === 0 && <Notice tone="warn">{t('none')}</Notice>}
        <FileDrop label={texts.file} hint={texts.fileHint} accept=".xlsx,.csv" maxMb={5} upload={upload} />
        {earlier && (
          <Notice tone="info" title={texts.already}>
            <Link href={`/impor/${earlier}`}>{t('open')}</Link>
          </Notice>
        )}
      </div>
    </Card>
  );
}
