import { Chip } from '@anyam/admin-kit/chip';
import { Notice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import type { BulkResult } from './api.ts';
import { RowsTable } from './rows-table.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  wouldDo: { id: '{n} dapat dijalankan, {m} belum dapat. Belum ada yang disimpan.', en: '{n} can be done, {m} cannot yet. Nothing is stored yet.' },
  did: { id: '{n} berhasil, {m} tidak dijalankan.', en: '{n} done, {m} not done.' },
  result: { id: 'Hasil', en: 'Result' },
  can: { id: 'Dapat dijalankan', en: 'Can be done' },
  cannot: { id: 'Belum dapat', en: 'Not yet' },
  done: { id: 'Berhasil', en: 'Done' },
  notDone: { id: 'Tidak dijalankan', en: 'Not done' },
  why: { id: 'Sebab dan jalan keluarnya', en: 'Why, and what to do' },
});

/** What an action on many rows will do, or did: one line for each row. */
export function BulkResultView({ result }: { readonly result: BulkResult }) {
  const t = useText(texts);
  const say = useSay();
  const { dryRun } = result;
  // What did not work comes first: that is what needs hands.
  const rows = [...result.rows].sort((a, b) => Number(a.ok) - Number(b.ok));
  return (
    <>
      <Notice tone={result.failed > 0 ? 'warn' : 'ok'} title={t(dryRun ? 'wouldDo' : 'did', { n: result.done, m: result.failed })} />
      <RowsTable
        caption={texts.result}
        rows={rows}
        rowId={(r) => r.id}
        columns={[
          { id: 'name', header: words.group, cell: (r) => <b>{r.name}</b> },
          { id: 'ok', header: texts.result, cell: (r) => <Chip tone={r.ok ? 'ok' : 'bad'} mark="sign">{r.ok ? (dryRun ? texts.can : texts.done) : dryRun ? texts.cannot : texts.notDone}</Chip> },
          { id: 'why', header: texts.why, wrap: true, cell: (r) => r.blockers.map((b) => say(b.text)).join(' ') || '–' },
        ]}
      />
    </>
  );
}
