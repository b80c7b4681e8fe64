import { useQuery } from '@anyam/admin-kit/api';
import { Chip } from '@anyam/admin-kit/chip';
import { DataTable, type Column } from '@anyam/admin-kit/data-table';
import { DateText, formatNumber } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { useSession } from '@anyam/admin-kit/session';
import { useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useRosterApi, type ExtractRow } from './api.ts';
import { ExtractCard } from './extract-card.tsx';

const texts = defineTexts({
  title: { id: 'Data DTKS/DTSEN dan bantuan terdahulu', en: 'DTKS/DTSEN data and earlier aid' },
  context: { id: 'Kelayakan anggota dicocokkan dengan yang terbaru dari tiap jenis. Yang lama tetap disimpan, karena penilaian lama bersandar padanya.', en: 'Members are compared with the newest of each kind. Older ones are kept, as earlier judgements rest on them.' },
  caption: { id: 'Data yang sudah diunggah', en: 'Data taken in' },
  register: { id: 'Data DTKS/DTSEN', en: 'DTKS/DTSEN data' },
  priorAid: { id: 'Bantuan terdahulu', en: 'Earlier aid' },
  file: { id: 'Berkas', en: 'File' },
  kind: { id: 'Jenis', en: 'Kind' },
  period: { id: 'Periode', en: 'Period' },
  rows: { id: 'Baris', en: 'Rows' },
  hash: { id: 'Sidik berkas', en: 'File hash' },
  by: { id: 'Diunggah oleh', en: 'Uploaded by' },
  at: { id: 'Diunggah', en: 'Uploaded' },
  use: { id: 'Pemakaian', en: 'Use' },
  inUse: { id: 'Dipakai', en: 'In use' },
  older: { id: 'Digantikan yang lebih baru', en: 'Replaced by a newer one' },
  emptyTitle: { id: 'Belum ada data', en: 'No data yet' },
  emptyText: { id: 'Unggah petikan DTKS/DTSEN di atas. Tanpa itu, keberadaan, status dan desil anggota belum dapat dicocokkan.', en: 'Upload an extract of DTKS/DTSEN above. Without it, presence, status and decile of members cannot be compared.' },
  emptyRead: { id: 'Operator belum mengunggah petikan DTKS/DTSEN atau daftar bantuan.', en: 'The operator has not uploaded an extract or a list of aid yet.' },
});

/** How much of the hash is enough to compare by eye. */
const SHOWN_HASH = 12;

export default function RegisterScreen() {
  const t = useText(texts);
  const language = useLanguage();
  const may = useSession().can('roster.import');
  const state = useTableState({ size: 25 });
  const query = useQuery(useRosterApi().extracts.queryOptions());
  const columns: readonly Column<ExtractRow>[] = [
    { id: 'file', header: texts.file, cell: (r) => <b>{r.fileName}</b>, wrap: true },
    { id: 'kind', header: texts.kind, cell: (r) => t(r.kind) },
    { id: 'use', header: texts.use, cell: (r) => <Chip tone={r.inUse ? 'ok' : 'neutral'}>{r.inUse ? texts.inUse : texts.older}</Chip> },
    { id: 'period', header: texts.period, cell: (r) => r.period },
    { id: 'rows', header: texts.rows, align: 'end', cell: (r) => formatNumber(r.rowCount, language) },
    { id: 'hash', header: texts.hash, optional: true, cell: (r) => <code title={r.fileSha256}>{r.fileSha256.slice(0, SHOWN_HASH)}</code> },
    { id: 'by', header: texts.by, cell: (r) => r.createdBy },
    { id: 'at', header: texts.at, cell: (r) => <DateText value={r.createdAt} style="short" /> },
  ];
  // The server gives all at once; a district takes in a few a year.
  const rows = query.data?.slice((state.page - 1) * state.size, state.page * state.size);
  return (
    <div className="stack">
      <PageHead title={texts.title} context={t('context')} />
      {may && (
        <div className="cards">
          <ExtractCard kind="register" />
          <ExtractCard kind="priorAid" />
        </div>
      )}
      <DataTable
        caption={texts.caption}
        columns={columns}
        rows={rows}
        rowId={(r) => r.id}
        rowName={(r) => r.fileName}
        total={query.data?.length}
        state={state}
        query={query}
        empty={{ title: texts.emptyTitle, text: may ? texts.emptyText : texts.emptyRead }}
      />
    </div>
  );
}
