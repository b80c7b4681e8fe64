import { useMutation, useQueryClient } from '@anyam/admin-kit/api';
import { Card } from '@anyam/admin-kit/card';
import { FileDrop } from '@anyam/admin-kit/file-drop';
import { FieldFrame } from '@anyam/admin-kit/form';
import { TextInput } from '@anyam/admin-kit/inputs';
import { Notice } from '@anyam/admin-kit/states';
import { formatNumber } from '@anyam/admin-kit/format';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { useRosterApi } from './api.ts';
import { uploadFile } from '@anyam/admin-kit/files';

const texts = defineTexts({
  register: { id: 'Data DTKS/DTSEN', en: 'DTKS/DTSEN data' },
  registerNote: { id: 'Kutipan daftar kesejahteraan, untuk mencocokkan NIK anggota.', en: 'An extract of the welfare register, to compare the NIK of members.' },
  priorAid: { id: 'Daftar bantuan terdahulu', en: 'List of earlier aid' },
  priorAidNote: { id: 'Siapa yang pernah menerima, agar tidak menerima dua kali.', en: 'Who received before, so that nobody receives twice.' },
  period: { id: 'Periode', en: 'Period' },
  registerPeriod: { id: 'Misalnya: Januari 2020.', en: 'For instance: January 2020.' },
  priorAidPeriod: { id: 'Misalnya: 2015–2019.', en: 'For instance: 2015–2019.' },
  noPeriod: { id: 'Tuliskan periodenya di atas, lalu kirim lagi.', en: 'Write the period above, then send again.' },
  file: { id: 'Berkas', en: 'File' },
  fileHint: { id: 'XLSX atau CSV dengan kolom NIK.', en: 'XLSX or CSV with a NIK column.' },
  done: { id: '{rows} baris untuk periode {period} tersimpan.', en: '{rows} rows for the period {period} are stored.' },
  already: { id: 'Berkas ini sudah pernah disimpan ({rows} baris); tidak disimpan dua kali.', en: 'This file was stored before ({rows} rows); it is not stored twice.' },
  refused: { id: '{n} baris tidak dapat dibaca dan tidak ikut, misalnya karena NIK rusak.', en: '{n} rows could not be read and are not in it, for instance because of a damaged NIK.' },
  use: { id: 'Dipakai mulai pemeriksaan berikutnya.', en: 'Used from the next check on.' },
});

interface Done {
  readonly rows: number;
  readonly already: boolean;
  readonly refused: number;
  readonly period: string;
}

/** A register extract or a list of earlier aid: a period in words and a file in any layout. */
export function ExtractCard({ kind }: { readonly kind: 'register' | 'priorAid' }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useRosterApi();
  const client = useQueryClient();
  const send = useMutation(api.importExtract.mutationOptions());
  const [period, setPeriod] = useState('');
  const [fault, setFault] = useState(false);
  const [done, setDone] = useState<Done | null>(null);

  const upload = async (file: File, onShare: (share: number) => void, signal: AbortSignal) => {
    setDone(null);
    const written = period.trim();
    setFault(written === '');
    if (written === '') throw Object.assign(new Error('no period'), { code: 'NO_PERIOD', text: texts.noPeriod });
    const fileId = await uploadFile(file, onShare, signal);
    const result = await send.mutateAsync({ fileId, kind, period: written });
    setDone({ ...result, period: written });
    void client.invalidateQueries(api.extracts.queryFilter());
  };

  return (
    <Card title={texts[kind]} note={texts[`${kind}Note`]}>
      <div className="stack">
        <FieldFrame id={`f-period-${kind}`} label={texts.period} hint={texts[`${kind}Period`]} error={fault ? t('noPeriod') : undefined}>
          {(c) => <TextInput {...c} className="medium" maxLength={60} autoComplete="off" value={period} onChange={(e) => (setPeriod(e.target.value), setFault(false))} />}
        </FieldFrame>
        <FileDrop label={texts.file} hint={texts.fileHint} accept=".xlsx,.csv" maxMb={5} upload={upload} />
        <div role="status">
          {done && (
            <Notice tone={done.already ? 'info' : 'ok'} title={t(done.already ? 'already' : 'done', { rows: formatNumber(done.rows, language), period: done.period })}>
              {done.refused > 0 && <div>{t('refused', { n: formatNumber(done.refused, language) })}</div>}
              {!done.already && <div>{t('use')}</div>}
            </Notice>
          )}
        </div>
      </div>
    </Card>
  );
}
