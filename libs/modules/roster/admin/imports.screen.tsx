import { Database } from 'lucide-react';
import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { StateChip } from '@anyam/admin-kit/chip';
import { DataTable, type Column } from '@anyam/admin-kit/data-table';
import { DateText } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { useSession } from '@anyam/admin-kit/session';
import { useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useRosterApi, type HistoryRow } from './api.ts';
import { ExtractCard } from './extract-card.tsx';
import { StartImport } from './start-import.tsx';
import { STATES } from './words.ts';

const texts = defineTexts({
  title: { id: 'Impor', en: 'Import' },
  context: { id: 'Daftar kelompok dari Excel atau CSV diperiksa dahulu baris demi baris; tidak ada yang disimpan sebelum Anda menyimpannya.', en: 'Rosters from Excel or CSV are first checked row by row; nothing is stored before you store it.' },
  contextRead: { id: 'Riwayat impor daftar kelompok. Peran Anda hanya melihat.', en: 'History of roster imports. Your role only looks.' },
  lists: { id: 'Data DTKS dan bantuan', en: 'DTKS and aid data' },
  history: { id: 'Riwayat impor', en: 'History of imports' },
  file: { id: 'Berkas', en: 'File' },
  state: { id: 'Keadaan', en: 'State' },
  groups: { id: 'Kelompok', en: 'Groups' },
  members: { id: 'Anggota', en: 'Members' },
  faults: { id: 'Baris perlu dilihat', en: 'Rows to look at' },
  by: { id: 'Diunggah oleh', en: 'Uploaded by' },
  at: { id: 'Diunggah', en: 'Uploaded' },
  emptyTitle: { id: 'Belum ada impor', en: 'No import yet' },
  emptyText: { id: 'Unggah daftar kelompok di atas. Berkas apa pun susunan kolomnya boleh; Anda mencocokkannya nanti.', en: 'Upload a roster above. Any layout of columns will do; you match them later.' },
  emptyRead: { id: 'Operator belum mengimpor daftar kelompok.', en: 'The operator has not imported a roster yet.' },
});

const columns: readonly Column<HistoryRow>[] = [
  { id: 'file', header: texts.file, cell: () => null },
  { id: 'state', header: texts.state, cell: (r) => <StateChip of={STATES[r.state]} /> },
  { id: 'groups', header: texts.groups, align: 'end', cell: (r) => r.groups },
  { id: 'members', header: texts.members, align: 'end', cell: (r) => r.members },
  { id: 'faults', header: texts.faults, align: 'end', cell: (r) => r.faultRows || '–' },
  { id: 'by', header: texts.by, cell: (r) => r.createdBy },
  { id: 'at', header: texts.at, cell: (r) => <DateText value={r.createdAt} style="short" time /> },
];

export default function ImportsScreen() {
  const t = useText(texts);
  const may = useSession().can('roster.import');
  const state = useTableState({ size: 25 });
  const query = useQuery(
    useRosterApi().history.queryOptions(undefined, { refetchInterval: (q) => (q.state.data?.some((r) => r.state === 'storing') ? 2_000 : false) }),
  );
  // The server gives the last hundred at once.
  const rows = query.data?.slice((state.page - 1) * state.size, state.page * state.size);
  return (
    <div className="stack">
      <PageHead title={texts.title} context={t(may ? 'context' : 'contextRead')} actions={<Button icon={Database} href="/anggota/register">{t('lists')}</Button>} />
      {may && (
        <div className="split">
          <StartImport />
          <div className="stack">
            <ExtractCard kind="register" />
            <ExtractCard kind="priorAid" />
          </div>
        </div>
      )}
      <h2>{t('history')}</h2>
      <DataTable
        caption={texts.history}
        columns={columns}
        rows={rows}
        rowId={(r) => r.id}
        rowName={(r) => r.fileName}
        rowHref={(r) => `/impor/${r.id}`}
        total={query.data?.length}
        state={state}
        query={query}
        empty={{ title: texts.emptyTitle, text: may ? texts.emptyText : texts.emptyRead }}
      />
    </div>
  );
}
