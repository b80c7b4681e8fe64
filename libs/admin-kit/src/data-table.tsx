import { ArrowDown, ArrowUp, Columns3, Rows3 } from 'lucide-react';
import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { BulkBar, useSelection, type Selection } from './internal/table-selection.tsx';
import { Pages } from './internal/table-pages.tsx';
import { useShortcuts } from './keys.tsx';
import { Icon } from './icon.tsx';
import { Link, useNavigate } from './link.tsx';
import { Popover } from './popover.tsx';
import { EmptyState, ErrorState, Skeleton } from './states.tsx';
import type { TableState } from './table-state.tsx';
import { defineTexts, useSay, useText, type Bilingual } from './text.tsx';

export type { Selection } from './internal/table-selection.tsx';

const texts = defineTexts({
  none: { id: 'Belum ada data', en: 'Nothing here yet' },
  noMatch: { id: 'Tidak ada yang cocok', en: 'Nothing matches' },
  noMatchWhy: { id: 'Saringan atau kata pencarian terlalu sempit.', en: 'The filters or the search are too narrow.' },
  clear: { id: 'Hapus saringan', en: 'Clear filters' },
  pickAll: { id: 'Pilih semua di halaman ini', en: 'Select all on this page' },
  pick: { id: 'Pilih {name}', en: 'Select {name}' },
  density: { id: 'Kerapatan', en: 'Density' },
  normal: { id: 'normal', en: 'normal' },
  dense: { id: 'rapat', en: 'dense' },
  columns: { id: 'Kolom', en: 'Columns' },
  next: { id: 'Baris berikutnya', en: 'Next row' },
  previous: { id: 'Baris sebelumnya', en: 'Previous row' },
  open: { id: 'Buka baris', en: 'Open the row' },
  total: { id: 'Jumlah', en: 'Total' },
  loading: { id: 'Memuat daftar', en: 'Loading the list' },
});

export interface Column<Row> {
  readonly id: string;
  readonly header: Bilingual;
  readonly cell: (row: Row) => ReactNode;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end' | 'center';
  readonly sortable?: boolean;
  readonly width?: number | string;
  /** Long text may take several lines. */
  readonly wrap?: boolean;
  /** May be taken away in the column chooser; `off` starts hidden. The first column always stays. */
  readonly optional?: boolean | 'off';
}

export interface TableQuery {
  readonly isPending: boolean;
  readonly isFetching?: boolean;
  readonly isPlaceholderData?: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

export interface DataTableProps<Row> {
  /** What the list holds, for a screen reader. */
  readonly caption: Bilingual | string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[] | undefined;
  readonly rowId: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  readonly rowHref?: (row: Row) => string;
  /** All rows that match, over all pages. */
  readonly total: number | undefined;
  readonly state: TableState<never> | TableState;
  readonly query: TableQuery;
  /** Buttons for the selection; its presence adds the column of boxes. */
  readonly bulk?: (selection: Selection) => ReactNode;
  /** The pane on the right from 1200 px on. */
  readonly preview?: (row: Row) => ReactNode;
  /** By column id, from the server, over all pages. */
  readonly totals?: Readonly<Record<string, ReactNode>> | undefined;
  readonly empty?: { readonly title: Bilingual | string; readonly text?: Bilingual | string; readonly action?: ReactNode };
}

export function visibleColumns<Row>(columns: readonly Column<Row>[], chosen: readonly string[] | null): readonly Column<Row>[] {
  return columns.filter((c, i) => i === 0 || !c.optional || (chosen ? chosen.includes(c.id) : c.optional !== 'off'));
}

/** A list of the server: sorted, filtered, counted and paged there; its whole state is in the address. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowId, rowName, rowHref, total, query, bulk, preview, totals, empty } = props;
  const state = props.state as TableState;
  const t = useText(texts);
  const say = useSay();
  const go = useNavigate();
  const [current, setCurrent] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const shown = visibleColumns(columns, state.columns);
  const selection = useSelection(rows?.map(rowId) ?? [], total ?? 0);
  const row = rows?.[Math.min(current, rows.length - 1)];

  useEffect(() => setCurrent(0), [state.page, state.q, state.sort?.column, state.sort?.desc]);
  const move = (step: number) => {
    if (!rows) return;
    const to = Math.max(0, Math.min(rows.length - 1, current + step));
    setCurrent(to);
    body.current?.rows[to]?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts([
    { keys: 'j', label: texts.next, run: () => move(1) },
    { keys: 'k', label: texts.previous, run: () => move(-1) },
    { keys: 'Enter', label: texts.open, run: () => (row && rowHref ? go(rowHref(row)) : false) },
  ]);
  const onRow = (event: MouseEvent, index: number) => {
    if (event.target instanceof Element && event.target.closest('a,button,input,label')) return;
    setCurrent(index);
  };

  const span = shown.length + (bulk ? 1 : 0);
  const noRows = rows !== undefined && rows.length === 0;
  const withPreview = preview && !noRows && !(rows === undefined && query.error);
  return (
    <div className={withPreview ? 'table-area with-preview' : 'table-area'}>
      <div className="card flush table-card">
        {query.isFetching && !query.isPending && <div className="fetching" aria-hidden />}
        {bulk && selection.count > 0 && <BulkBar selection={selection}>{bulk(selection)}</BulkBar>}
        <div className="table-wrap" tabIndex={0} role="region" aria-label={say(caption)}>
          <table className={state.dense ? 'data dense' : 'data'} aria-busy={query.isPending}>
            <caption className="sr">{say(caption)}</caption>
            <thead>
              <tr>
                {bulk && (
                  <th className="pick">
                    <input type="checkbox" className="tick" aria-label={t('pickAll')} checked={selection.page === 'all'} ref={(n) => void (n && (n.indeterminate = selection.page === 'some'))} onChange={selection.togglePage} />
                  </th>
                )}
                {shown.map((c, i) => (
                  <HeadCell key={c.id} column={c} first={i === 0} state={state} />
                ))}
              </tr>
            </thead>
            <tbody ref={body} className={query.isPlaceholderData ? 'stale' : undefined}>
              {rows === undefined && !query.error && <SkeletonRows columns={shown} pick={Boolean(bulk)} label={t('loading')} />}
              {rows?.map((r, index) => {
                const id = rowId(r);
                const picked = bulk ? selection.has(id) : false;
                return (
                  <tr key={id} className={[picked && 'sel', preview && index === current && 'cur'].filter(Boolean).join(' ') || undefined} onClick={(e) => onRow(e, index)}>
                    {bulk && (
                      <td className="pick">
                        <input type="checkbox" className="tick" aria-label={t('pick', { name: rowName(r) })} checked={picked} onChange={() => selection.toggle(id)} />
                      </td>
                    )}
                    {shown.map((c, i) => (
                      <td key={c.id} className={cellClass(c, i === 0)} data-label={i === 0 ? undefined : say(c.header)}>
                        {i === 0 && rowHref ? (
                          <>
                            <Link href={rowHref(r)} className="row-link" onFocus={() => setCurrent(index)}>
                              {rowName(r)}
                            </Link>
                            {c.cell(r)}
                          </>
                        ) : (
                          c.cell(r)
                        )}
                      </td>
                    ))}
                  </tr>
                );
              })}
              {noRows && (
                <tr className="empty-row">
                  <td colSpan={span}>
                    {state.narrowed ? (
                      <EmptyState title={t('noMatch')} text={t('noMatchWhy')} action={<Button onClick={state.clear}>{t('clear')}</Button>} />
                    ) : (
                      <EmptyState title={empty?.title ?? t('none')} {...(empty?.text ? { text: empty.text } : {})} action={empty?.action} />
                    )}
                  </td>
                </tr>
              )}
              {rows === undefined && Boolean(query.error) && (
                <tr className="empty-row">
                  <td colSpan={span}>
                    <ErrorState error={query.error} onRetry={() => void query.refetch()} />
                  </td>
                </tr>
              )}
            </tbody>
            {totals && rows && rows.length > 0 && (
              <tfoot>
                <tr>
                  {bulk && <td className="pick" />}
                  {shown.map((c, i) => (
                    <td key={c.id} className={cellClass(c, i === 0)} data-label={i > 0 && c.id in totals ? say(c.header) : undefined}>
                      {i === 0 ? t('total') : totals[c.id]}
                    </td>
                  ))}
                </tr>
              </tfoot>
            )}
          </table>
        </div>
        <Pages state={state} total={total} />
      </div>
      {withPreview && <aside className="card preview">{row ? preview(row) : <Skeleton height={200} />}</aside>}
    </div>
  );
}

const cellClass = <Row,>(c: Column<Row>, first: boolean) => [c.align === 'end' && 'num', c.align === 'center' && 'center', c.wrap && 'wrap', first && 'stick'].filter(Boolean).join(' ') || undefined;

function HeadCell<Row>({ column, first, state }: { readonly column: Column<Row>; readonly first: boolean; readonly state: TableState }) {
  const say = useSay();
  const sorted = state.sort?.column === column.id ? (state.sort.desc ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" className={cellClass(column, first)} style={column.width ? { width: column.width } : undefined} aria-sort={sorted}>
      {column.sortable ? (
        <button type="button" className="sort" onClick={() => state.setSort({ column: column.id, desc: sorted === 'ascending' })}>
          {say(column.header)}
          <Icon of={sorted === 'descending' ? ArrowDown : ArrowUp} size={13} />
        </button>
      ) : (
        say(column.header)
      )}
    </th>
  );
}

function SkeletonRows<Row>({ columns, pick, label }: { readonly columns: readonly Column<Row>[]; readonly pick: boolean; readonly label: string }) {
  return Array.from({ length: 12 }, (_, r) => (
    <tr key={r} aria-label={r === 0 ? label : undefined}>
      {pick && <td className="pick" />}
      {columns.map((c, i) => (
        <td key={c.id} className={cellClass(c, i === 0)}>
          <Skeleton width={i === 0 ? 140 : 40 + ((r * 7 + i * 23) % 50)} height={12} />
        </td>
      ))}
    </tr>
  ));
}

/** Density and columns; give it to `FilterBar` as `end`. */
export function TableTools<Row>({ state, columns }: { readonly state: TableState<never> | TableState; readonly columns: readonly Column<Row>[] }) {
  const t = useText(texts);
  const say = useSay();
  const s = state as TableState;
  const optional = columns.filter((c, i) => i > 0 && c.optional);
  const on = visibleColumns(columns, s.columns).map((c) => c.id);
  return (
    <>
      <Button variant="quiet" size="sm" icon={Rows3} onClick={() => s.setDense(!s.dense)} aria-pressed={s.dense}>
        {t('density')}: {s.dense ? t('dense') : t('normal')}
      </Button>
      {optional.length > 0 && (
        <Popover
          label={t('columns')}
          align="end"
          width={240}
          trigger={(p) => (
            <button {...p} type="button" className="btn quiet s">
              <Icon of={Columns3} size={16} />
              {t('columns')}
            </button>
          )}
        >
          <div className="columns-list">
            {optional.map((c) => (
              <label key={c.id} className="choice">
                <input type="checkbox" checked={on.includes(c.id)} onChange={(e) => s.setColumns(optional.map((o) => o.id).filter((id) => (id === c.id ? e.target.checked : on.includes(id))))} />
                <span>{say(c.header)}</span>
              </label>
            ))}
          </div>
        </Popover>
      )}
    </>
  );
}
