import { Download } from 'lucide-react';
import { keepPreviousData, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { StateChip } from '@anyam/admin-kit/chip';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { DateText } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { IfMay } from '@anyam/admin-kit/session';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { meetingFlow } from '@anyam/domain/meeting';
import { useQueryState } from 'nuqs';
import type { z } from 'zod';
import type { listRow, silentRow } from '../contract/index.ts';
import { useMeetingApi, useTell } from './parts/api.ts';
import { MeetingDay } from './parts/day.tsx';
import { saveFile } from '@anyam/admin-kit/files';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  context: { id: '{n} rapat akan datang', en: '{n} meetings to come' },
  coming: { id: 'Akan datang', en: 'To come' },
  missed: { id: 'Terlewat', en: 'Missed' },
  open: { id: 'Berlangsung', en: 'Open' },
  closed: { id: 'Selesai', en: 'Held' },
  silent: { id: 'Lama tidak berapat', en: 'Without a meeting' },
  views: { id: 'Daftar rapat', en: 'Lists of meetings' },
  days: { id: 'Tanggal rapat', en: 'Day of the meeting' },
  export: { id: 'Ekspor XLSX', en: 'Export XLSX' },
  exported: { id: '{n} rapat diekspor.', en: '{n} meetings were exported.' },
  search: { id: 'Cari nama kelompok', en: 'Search the name of a group' },
  found: { id: '{n} cocok', en: '{n} match' },
  caption: { id: 'Daftar rapat kelompok', en: 'List of meetings' },
  silentCaption: { id: 'Kelompok yang lama tidak berapat', en: 'Groups without a meeting' },
  at: { id: 'pukul {time}', en: 'at {time}' },
  moved: { id: 'dipindah', en: 'moved' },
  last: { id: 'Rapat terakhir', en: 'Last meeting' },
  since: { id: 'Sudah', en: 'Since' },
  daysAgo: { id: '{n} hari', en: '{n} days' },
  next: { id: 'Rapat berikutnya', en: 'Next meeting' },
  never: { id: 'Belum pernah', en: 'Never' },
  noSchedule: { id: 'Belum ada jadwal', en: 'No schedule yet' },
  emptyTitle: { id: 'Tidak ada rapat di sini', en: 'No meetings here' },
  emptyText: { id: 'Jadwal rapat diatur di halaman kelompok, bagian Rapat.', en: 'Schedules are set on the group\'s page, under Meetings.' },
  silentNone: { id: 'Semua kelompok berapat pada waktunya', en: 'All groups meet in time' },
  silentText: { id: 'Tidak ada kelompok yang lebih dari {n} hari tanpa rapat.', en: 'No group is without a meeting for more than {n} days.' },
});

const filters = defineFilters({
  kecamatan: { kind: 'multi', label: words.district },
  tanggal: { kind: 'date', label: texts.days },
});
/** Key in the address, and what the server calls it. The first is shown when the address names none. */
const VIEWS = [['datang', 'coming'], ['terlewat', 'missed'], ['berlangsung', 'open'], ['diam', 'silent'], ['selesai', 'closed']] as const;

type Row = z.infer<typeof listRow>;
type Silent = z.infer<typeof silentRow>;
const place = (r: { readonly villageName: string; readonly districtName: string }) => <span className="sub">{r.villageName}, {r.districtName}</span>;

const columns: readonly Column<Row>[] = [
  { id: 'group', header: words.group, cell: place },
  { id: 'day', header: words.day, wrap: true, cell: (r) => <><MeetingDay on={r.heldOn} /><More row={r} /></> },
  { id: 'place', header: words.place, wrap: true, optional: true, cell: (r) => r.place || '–' },
  { id: 'state', header: words.state, cell: (r) => <StateChip of={meetingFlow.states[r.state]} /> },
  { id: 'present', header: words.present, align: 'end', cell: (r) => (r.state === 'scheduled' ? '–' : `${r.present} / ${r.members}`) },
  { id: 'decisions', header: words.decisions, align: 'end', optional: true, cell: (r) => (r.state === 'scheduled' ? '–' : r.decisions) },
  { id: 'number', header: words.number, optional: 'off', cell: (r) => r.number ?? '–' },
  { id: 'facilitator', header: words.facilitator, optional: true, cell: (r) => r.facilitatorName ?? '–' },
];
const silentColumns: readonly Column<Silent>[] = [
  { id: 'group', header: words.group, cell: place },
  { id: 'last', header: texts.last, cell: (r) => <Last row={r} /> },
  { id: 'days', header: texts.since, align: 'end', cell: (r) => <Days n={r.days} /> },
  { id: 'next', header: texts.next, wrap: true, cell: (r) => <Next row={r} /> },
  { id: 'facilitator', header: words.facilitator, optional: true, cell: (r) => r.facilitatorName ?? '–' },
];

function More({ row }: { readonly row: Row }) {
  const t = useText(texts);
  const parts = [row.beginsAt && t('at', { time: row.beginsAt.replace(':', '.') }), row.moved && t('moved')].filter(Boolean);
  return parts.length > 0 && <span className="sub">{parts.join(' · ')}</span>;
}
function Last({ row }: { readonly row: Silent }) {
  const t = useText(texts);
  return row.lastHeldOn ? <DateText value={row.lastHeldOn} style="short" /> : <>{t('never')}</>;
}
function Days({ n }: { readonly n: number | null }) {
  const t = useText(texts);
  return <>{n === null ? '–' : t('daysAgo', { n: n.toLocaleString('id-ID') })}</>;
}
function Next({ row }: { readonly row: Silent }) {
  const t = useText(texts);
  return row.nextOn ? <MeetingDay on={row.nextOn} /> : <span className="muted">{row.scheduled ? '–' : t('noSchedule')}</span>;
}

/** The office's week: which groups meet when, with the market day, and which have fallen silent. */
export default function MeetingsScreen() {
  const t = useText(texts);
  const language = useLanguage();
  const api = useMeetingApi();
  const toast = useToast();
  const tell = useTell();
  const state = useTableState({ filters, size: 50 });
  const [chosen] = useQueryState('daftar');
  const { kecamatan, tanggal } = state.filters;
  const [current, view] = VIEWS.find(([key]) => key === chosen) ?? VIEWS[0];
  const narrowed = {
    districts: [...(kecamatan ?? [])],
    ...(state.q.trim() ? { q: state.q.trim().slice(0, 80) } : {}),
  };
  const silentView = view === 'silent';
  const filter = {
    ...narrowed, view: silentView ? 'coming' as const : view, ...(tanggal?.from ? { from: tanggal.from } : {}), ...(tanggal?.to ? { to: tanggal.to } : {}),
  };
  const page = { page: state.page, pageSize: state.size as 25 | 50 | 100 };
  const list = useQuery(api.list.queryOptions({ ...filter, ...page }, { placeholderData: keepPreviousData, enabled: !silentView }));
  const silent = useQuery(api.silent.queryOptions({ ...narrowed, ...page }, { placeholderData: keepPreviousData, enabled: silentView }));
  const counts = useQuery(api.counts.queryOptions(undefined, { staleTime: 30_000 })).data;
  const exporting = useMutation(api.exportXlsx.mutationOptions());
  const total = silentView ? silent.data?.total : list.data?.total;

  const download = async () => {
    try {
      const { fileName, base64, rows } = await exporting.mutateAsync({ ...filter, language });
      saveFile(fileName, base64);
      toast({ text: t('exported', { n: rows.toLocaleString('id-ID') }) });
    } catch (error) {
      tell(error);
    }
  };
  const common = { rowName: (r: { readonly groupName: string }) => r.groupName, total, state };
  return (
    <div className="stack">
      <PageHead
        title={texts.meetings}
        context={counts && t('context', { n: counts.coming.toLocaleString('id-ID') })}
        actions={
          !silentView && (
            <IfMay permission="meeting.export">
              <Button icon={Download} busy={exporting.isPending} onClick={() => void download()}>{t('export')}</Button>
            </IfMay>
          )
        }
      />
      <nav className="tabs" aria-label={t('views')}>
        {VIEWS.map(([key, name]) => {
          const n = name === 'closed' ? undefined : counts?.[name];
          return (
            <Link key={key} href={key === 'datang' ? '/rapat' : `/rapat?daftar=${key}`} aria-current={key === current ? 'page' : undefined}>
              {t(name)}
              {n !== undefined && <i>{n.toLocaleString('id-ID')}</i>}
            </Link>
          );
        })}
      </nav>
      <FilterBar
        state={state}
        filters={filters}
        searchLabel={t('search')}
        options={{ kecamatan: counts?.districts ?? [] }}
        count={state.narrowed && total !== undefined ? t('found', { n: total.toLocaleString('id-ID') }) : undefined}
        end={silentView ? <TableTools state={state} columns={silentColumns} /> : <TableTools state={state} columns={columns} />}
      />
      {silentView ? (
        <DataTable
          {...common} caption={texts.silentCaption} columns={silentColumns} rows={silent.data?.rows} rowId={(r) => r.groupId} rowHref={(r) => `/kelompok/${r.groupId}/rapat`} query={silent}
          empty={{ title: texts.silentNone, text: t('silentText', { n: silent.data?.gapDays ?? '' }) }}
        />
      ) : (
        <DataTable
          {...common} caption={texts.caption} columns={columns} rows={list.data?.rows} rowId={(r) => r.id} rowHref={(r) => `/kelompok/${r.groupId}/rapat/${r.id}`} query={list}
          empty={{ title: texts.emptyTitle, text: texts.emptyText }}
        />
      )}
    </div>
  );
}
