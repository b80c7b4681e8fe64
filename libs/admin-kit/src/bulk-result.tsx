import { Chip } from './chip.tsx';
import { RowsTable } from './rows-table.tsx';
import { Notice } from './states.tsx';
import { defineTexts, useSay, useText, type Bilingual } from './text.tsx';

const texts = defineTexts({
  wouldDo: { id: '{n} dapat dijalankan, {m} belum dapat. Belum ada yang disimpan.', en: '{n} can be done, {m} cannot yet. Nothing is stored yet.' },
  did: { id: '{n} berhasil, {m} tidak dijalankan.', en: '{n} done, {m} not done.' },
  what: { id: 'Kelompok', en: 'Group' },
  result: { id: 'Hasil', en: 'Result' },
  can: { id: 'Dapat dijalankan', en: 'Can be done' },
  cannot: { id: 'Belum dapat', en: 'Not yet' },
  done: { id: 'Berhasil', en: 'Done' },
  notDone: { id: 'Tidak dijalankan', en: 'Not done' },
  why: { id: 'Sebab dan jalan keluarnya', en: 'Why, and what to do' },
});

export interface BulkRow {
  readonly id: string;
  readonly name: string;
  readonly ok: boolean;
  /** Sentences that speak against it. */
  readonly why: readonly Bilingual[];
}

/** What an action on many rows will do (`dryRun`), or did: one line for each row. */
export function BulkResultView({ rows, dryRun, nameHeader = texts.what }: { readonly rows: readonly BulkRow[]; readonly dryRun: boolean; readonly nameHeader?: Bilingual }) {
  const t = useText(texts);
  const say = useSay();
  const done = rows.filter((r) => r.ok).length;
  const failed = rows.length - done;
  // What did not work comes first: that is what needs hands.
  const sorted = [...rows].sort((a, b) => Number(a.ok) - Number(b.ok));
  return (
    <>
      <Notice tone={failed > 0 ? 'warn' : 'ok'} title={t(dryRun ? 'wouldDo' : 'did', { n: done, m: failed })} />
      <RowsTable
        caption={texts.result}
        rows={sorted}
        rowId={(r) => r.id}
        columns={[
          { id: 'name', header: nameHeader, cell: (r) => <b>{r.name}</b> },
          { id: 'ok', header: texts.result, cell: (r) => <Chip tone={r.ok ? 'ok' : 'bad'} mark="sign">{r.ok ? (dryRun ? texts.can : texts.done) : dryRun ? texts.cannot : texts.notDone}</Chip> },
          { id: 'why', header: texts.why, wrap: true, cell: (r) => r.why.map((text) => say(text)).join(' ') || '–' },
        ]}
      />
    </>
  );
}
