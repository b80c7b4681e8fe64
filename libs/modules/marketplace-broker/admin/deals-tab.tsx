import { keepPreviousData, readApiError, useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Chip, StateChip } from '@anyam/admin-kit/chip';
import { DataTable, TableTools, type Column } from '@anyam/admin-kit/data-table';
import { FilterBar } from '@anyam/admin-kit/filter-bar';
import { DateText, formatNumber, Money } from '@anyam/admin-kit/format';
import { IfMay } from '@anyam/admin-kit/session';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { dealFlow, type DealState } from '@anyam/domain/marketplace-broker';
import { Download } from 'lucide-react';
import { useAreas, useMarketApi, useOptions, type DealRow } from './parts/api.ts';
import { saveFile } from '@anyam/admin-kit/files';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  caption: { id: 'Daftar kesepakatan jual', en: 'List of deals' },
  search: { id: 'Cari kelompok atau pengepul', en: 'Search a group or broker' },
  export: { id: 'Ekspor XLSX', en: 'Export XLSX' },
  exported: { id: '{n} kesepakatan diekspor.', en: '{n} deals were exported.' },
  term: { id: 'Pembayaran', en: 'Payment' },
  overdue: { id: 'Lewat jatuh tempo', en: 'Overdue' },
  valueRp: { id: 'Nilai (Rp)', en: 'Value (Rp)' },
  leftRp: { id: 'Sisa (Rp)', en: 'Left (Rp)' },
  emptyTitle: { id: 'Belum ada kesepakatan', en: 'No deals yet' },
  emptyText: { id: 'Tawaran dicatat di halaman Jual kelompok, atau ditulis sendiri oleh pengepul.', en: "Bids are written down on the group's sales page, or by the broker." },
});
const filters = defineFilters({
  keadaan: { kind: 'multi', label: words.state }, barang: { kind: 'single', label: words.goods }, kecamatan: { kind: 'single', label: words.district }, tempo: { kind: 'single', label: texts.term },
});
const STATES = Object.keys(dealFlow.states) as DealState[];
const SORTS = ['changed', 'value', 'due', 'group', 'party'] as const;

export default function DealsTab() {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const api = useMarketApi();
  const toast = useToast();
  const options = useOptions();
  const areas = useAreas();
  const state = useTableState({ filters, sort: { column: 'changed', desc: true }, size: 25 });
  const { keadaan, barang, kecamatan, tempo } = state.filters;
  const states = STATES.filter((s) => keadaan?.includes(s));
  const filter = {
    ...(state.q.trim() ? { q: state.q.trim().slice(0, 80) } : {}), ...(states.length > 0 ? { states } : {}), ...(barang ? { productId: barang } : {}), ...(kecamatan ? { district: kecamatan } : {}), ...(tempo === 'lewat' ? { overdue: true } : {}),
  };
  const order = { sort: SORTS.find((s) => s === state.sort?.column) ?? 'changed', desc: state.sort?.desc ?? true };
  const query = useQuery(api.deals.list.queryOptions({ ...filter, ...order, page: state.page, pageSize: state.size as 25 | 50 | 100 }, { placeholderData: keepPreviousData }));
  const exporting = useMutation(api.deals.exportXlsx.mutationOptions());
  const count = (s: DealState) => query.data?.counts.find((c) => c.state === s)?.count;
  const download = async () => {
    try {
      const { fileName, base64, rows } = await exporting.mutateAsync({ ...filter, ...order, language });
      saveFile(fileName, base64);
      toast({ text: t('exported', { n: formatNumber(rows, language) }) });
    } catch (error) {
      const read = readApiError(error);
      toast({ text: say(read.text, read.params), tone: 'bad' });
    }
  };
  const columns: readonly Column<DealRow>[] = [
    { id: 'group', header: words.group, sortable: true, cell: (r) => <span className="sub">{r.placeName}</span> },
    { id: 'party', header: words.party, sortable: true, cell: (r) => r.partyName },
    { id: 'goods', header: words.goods, cell: (r) => `${formatNumber(r.quantity, language)} ${r.unit} ${r.productName}`, wrap: true },
    { id: 'value', header: texts.valueRp, align: 'end', sortable: true, cell: (r) => <Money amount={r.due > 0n ? r.due : r.expected} bare /> },
    { id: 'left', header: texts.leftRp, align: 'end', cell: (r) => <Money amount={r.remaining} bare /> },
    { id: 'due', header: words.dueOn, sortable: true, cell: (r) => (r.dueOn ? <span className="row"><DateText value={r.dueOn} style="short" />{r.daysLate > 0 && r.remaining > 0n && <Chip tone="warn" mark="sign">{t('late', { n: r.daysLate })}</Chip>}</span> : '–') },
    { id: 'state', header: words.state, cell: (r) => <StateChip of={dealFlow.states[r.state]} /> },
  ];
  return (
    <div className="stack">
      <FilterBar
        state={state} filters={filters} searchLabel={t('search')}
        options={{
          keadaan: STATES.map((s) => ({ value: s, label: dealFlow.states[s].label[language], ...(count(s) ? { hint: String(count(s)) } : {}) })), barang: (options.data?.products ?? []).map((p) => ({ value: p.id, label: p.name })),
          kecamatan: [...areas].slice(1), tempo: [{ value: 'lewat', label: t('overdue') }],
        }}
        count={state.narrowed && query.data ? t('found', { n: formatNumber(query.data.total, language) }) : undefined}
        end={<><IfMay permission="marketplace-broker.export"><Button size="sm" icon={Download} busy={exporting.isPending} onClick={() => void download()}>{t('export')}</Button></IfMay><TableTools state={state} columns={columns} /></>}
      />
      <DataTable caption={texts.caption} columns={columns} rows={query.data?.rows} total={query.data?.total} rowId={(r) => r.id} rowName={(r) => r.groupName} rowHref={(r) => `/jual/${r.id}`} state={state} query={query}
        totals={query.data && query.data.total > 0 ? { left: <Money amount={query.data.remaining} bare /> } : undefined} empty={{ title: texts.emptyTitle, text: texts.emptyText }} />
    </div>
  );
}
