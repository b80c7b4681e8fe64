import { keepPreviousData, useQuery, useQueryClient } from '@anyam/admin-kit/api';
import { Chip, StateChip } from '@anyam/admin-kit/chip';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { DateText, Money } from '@anyam/admin-kit/format';
import { PageHead } from '@anyam/admin-kit/page-head';
import { useSession } from '@anyam/admin-kit/session';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { lpjFlow, type LpjState } from '@anyam/domain/disbursement';
import type { z } from 'zod';
import type { lpjRow } from '../contract/index.ts';
import { AidNav } from './parts/aid-nav.tsx';
import { useAidApi, useProgrammes } from './parts/api.ts';
import { Downloads } from './parts/download-button.tsx';
import { OVERDUE, OVERDUE_TONE } from './parts/overdue.ts';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Laporan pertanggungjawaban (LPJ)', en: 'Accountability reports (LPJ)' },
  caption: { id: 'Daftar LPJ', en: 'List of reports' },
  due: { id: 'Jatuh tempo', en: 'Due' },
  late: { id: 'terlambat {n} hari', en: '{n} days late' },
  overdue: { id: 'Tahap keterlambatan', en: 'Overdue step' },
  received: { id: 'Diterima (Rp)', en: 'Received (Rp)' },
  spent: { id: 'Dibelanjakan (Rp)', en: 'Spent (Rp)' },
  noneTitle: { id: 'Belum ada LPJ', en: 'No reports yet' },
  noneText: { id: 'LPJ muncul di sini setelah dana suatu tahap diterima kelompok.', en: 'Reports appear here once a group received a tranche.' },
});
const filters = defineFilters({ program: { kind: 'single', label: words.programme }, keadaan: { kind: 'multi', label: words.state }, terlambat: { kind: 'multi', label: texts.overdue } });
type Row = z.infer<typeof lpjRow>;

const Due = ({ row }: { readonly row: Row }) => {
  const t = useText(texts);
  return <><DateText value={row.dueOn} style="short" />{row.daysLate > 0 && row.state !== 'diterima' && <span className="sub">{t('late', { n: row.daysLate })}</span>}</>;
};
const No = ({ no }: { readonly no: number }) => <>{useText(texts)('trancheNo', { n: no })}</>;

const columns: readonly Column<Row>[] = [
  { id: 'group', header: words.group, sortable: true, cell: (r) => <span className="sub">{r.villageName}, {r.districtName}</span> },
  { id: 'tranche', header: words.tranche, cell: (r) => <No no={r.trancheNo} /> },
  { id: 'programme', header: words.programme, optional: true, cell: (r) => r.programmeName },
  { id: 'facilitator', header: words.facilitator, optional: true, cell: (r) => r.facilitatorName ?? '–' },
  { id: 'amount', header: texts.received, sortable: true, align: 'end', cell: (r) => <Money amount={r.received} bare /> },
  { id: 'spent', header: texts.spent, align: 'end', cell: (r) => <Money amount={r.spent} bare /> },
  { id: 'state', header: words.state, cell: (r) => <StateChip of={lpjFlow.states[r.state]} /> },
  { id: 'due', header: texts.due, sortable: true, cell: (r) => <Due row={r} /> },
  { id: 'overdue', header: texts.overdue, cell: (r) => (r.overdue === 'none' ? '–' : <Chip tone={OVERDUE_TONE[r.overdue]} mark="sign">{OVERDUE[r.overdue]}</Chip>) },
];
const SORTS = ['due', 'group', 'amount'] as const;
const STATES = Object.keys(lpjFlow.states) as LpjState[];
const STEPS = ['reminder', 'letter', 'barred', 'refund'] as const;

export default function LpjsScreen(_: { readonly params: Record<string, string> }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useAidApi();
  const client = useQueryClient();
  const { can } = useSession();
  const programmes = useProgrammes();
  const state = useTableState({ filters, sort: { column: 'due', desc: false } });
  const { program, keadaan, terlambat } = state.filters;
  const states = STATES.filter((s) => keadaan?.includes(s));
  const overdue = STEPS.filter((s) => terlambat?.includes(s));
  const filter = {
    ...(state.q.trim() ? { q: state.q.trim().slice(0, 80) } : {}),
    ...(program ? { programmeId: program } : {}),
    ...(states.length > 0 ? { states } : {}),
    ...(overdue.length > 0 ? { overdue } : {}),
    sort: SORTS.find((s) => s === state.sort?.column) ?? 'due',
  };
  const query = useQuery(api.lpj.list.queryOptions({ ...filter, page: state.page, pageSize: state.size as 25 | 50 | 100 }, { placeholderData: keepPreviousData }));
  const total = query.data?.total;
  const late = new Map(query.data?.overdueCounts.map((c) => [c.step, c.count]));
  return (
    <div className="stack">
      <PageHead title={texts.title} />
      <AidNav />
      <div className="row" role="status">
        {STEPS.filter((s) => (late.get(s) ?? 0) > 0).map((s) => <Chip key={s} tone={OVERDUE_TONE[s]} mark="sign">{`${OVERDUE[s][language]}: ${late.get(s)}`}</Chip>)}
      </div>
      <FilterBar
        state={state}
        filters={filters}
        searchLabel={t('search')}
        options={{
          program: programmes.options,
          keadaan: STATES.map((s) => ({ value: s, label: lpjFlow.states[s].label[language] })),
          terlambat: STEPS.map((s) => ({ value: s, label: OVERDUE[s][language] })),
        }}
        count={state.narrowed && total !== undefined ? t('found', { n: total.toLocaleString('id-ID') }) : undefined}
        end={<TableTools state={state} columns={columns} />}
      />
      <DataTable
        caption={texts.caption} columns={columns} rows={query.data?.rows} rowId={(r) => r.id} rowName={(r) => r.groupName} rowHref={(r) => `/bantuan/lpj/${r.id}`}
        total={total} state={state} query={query} empty={{ title: texts.noneTitle, text: texts.noneText }}
      />
      {can('disbursement.export') && <Downloads files={[{ id: 'xlsx', label: words.xlsx, fetch: () => client.fetchQuery(api.lpj.export.queryOptions(filter, { staleTime: 0 })) }]} />}
    </div>
  );
}
