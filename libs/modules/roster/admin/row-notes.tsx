import { AlertTriangle, CircleCheck, CircleSlash, XCircle } from 'lucide-react';
import { Icon } from '@anyam/admin-kit/icon';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import type { ShownRow } from './use-rows.ts';

const texts = defineTexts({
  skipped: { id: 'Ditinggalkan; baris ini tidak akan disimpan.', en: 'Left out; this row will not be stored.' },
  mended: { id: 'Masalah ini sudah teratasi.', en: 'This fault is settled.' },
  block: { id: 'Harus diperbaiki: ', en: 'Must be mended: ' },
  warn: { id: 'Perlu dilihat: ', en: 'To be looked at: ' },
});

const line = { display: 'flex', gap: 6, alignItems: 'flex-start' } as const;

/** What is wrong with a row, each with its mark and words. */
export function RowNotes({ row }: { readonly row: ShownRow }) {
  const t = useText(texts);
  const say = useSay();
  if (row.skipped) {
    return (
      <div style={line}>
        <Icon of={CircleSlash} size={14} /> {t('skipped')}
      </div>
    );
  }
  if (row.findings.length === 0 && row.mendedNow) {
    return (
      <div style={{ ...line, color: 'var(--ok)', fontWeight: 600 }}>
        <Icon of={CircleCheck} size={14} /> {t('mended')}
      </div>
    );
  }
  return row.findings.map((f) => (
    <div key={`${f.code} ${f.field}`} style={line}>
      <span style={{ color: f.severity === 'block' ? 'var(--bad)' : 'var(--warn)', display: 'inline-flex', paddingTop: 2 }}>
        <Icon of={f.severity === 'block' ? XCircle : AlertTriangle} size={14} />
      </span>
      <span>
        <span className="sr">{t(f.severity)}</span>
        {say(f.text)}
      </span>
    </div>
  ));
}
