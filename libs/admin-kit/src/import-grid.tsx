import { AlertTriangle, XCircle } from 'lucide-react';
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Pages } from './internal/table-pages.tsx';
import { Chip } from './chip.tsx';
import { Icon } from './icon.tsx';
import { ErrorNotice, Skeleton } from './states.tsx';
import type { TableState } from './table-state.tsx';
import { defineTexts, useSay, useText, type Bilingual } from './text.tsx';

const texts = defineTexts({
  row: { id: 'Baris', en: 'Row' },
  message: { id: 'Yang perlu diperbaiki', en: 'What to mend' },
  onlyFaulty: { id: 'Hanya baris bermasalah', en: 'Only rows with faults' },
  all: { id: 'Semua baris', en: 'All rows' },
  how: { id: 'Klik sel atau tekan Enter untuk memperbaiki · berkas asli tidak berubah', en: 'Click a cell or press Enter to mend it · the file itself is not changed' },
  block: { id: 'harus diperbaiki', en: 'must be mended' },
  warn: { id: 'perlu dilihat', en: 'to be looked at' },
  grid: { id: 'Isi berkas', en: 'Contents of the file' },
  edit: { id: 'Perbaiki {column}, baris {row}', en: 'Mend {column}, row {row}' },
  none: { id: 'Tidak ada baris bermasalah.', en: 'No row has a fault.' },
  which: { id: 'Baris yang ditampilkan', en: 'Rows shown' },
});

export interface GridColumn {
  readonly id: string;
  readonly header: Bilingual | string;
  readonly numeric?: boolean;
  readonly readOnly?: boolean;
}

export interface GridFault {
  readonly column: string | null;
  readonly severity: 'block' | 'warn';
  readonly message: Bilingual | string;
}

export interface GridRow {
  readonly id: string;
  /** As a spreadsheet counts it. */
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly faults: readonly GridFault[];
  /** Columns that somebody mended here. */
  readonly mended?: readonly string[];
}

export interface ImportGridProps {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[] | undefined;
  readonly total: number | undefined;
  readonly state: TableState<never> | TableState;
  readonly onlyFaulty: boolean;
  readonly onOnlyFaulty: (only: boolean) => void;
  /** Keeps the value and judges the row again; the new rows come through `rows`. */
  readonly onEdit?: (row: GridRow, column: string, value: string) => Promise<unknown>;
  readonly tools?: ReactNode;
}

/** The preview of a file: faults marked in their cells by icon, colour and words; arrows move, Enter edits, Esc gives up. */
export function ImportGrid({ columns, rows, total, state, onlyFaulty, onOnlyFaulty, onEdit, tools }: ImportGridProps) {
  const t = useText(texts);
  const say = useSay();
  const [at, setAt] = useState({ row: 0, column: 0 });
  const [editing, setEditing] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const table = useRef<HTMLTableElement>(null);
  const moved = useRef(false);

  useEffect(() => {
    if (!moved.current || editing) return;
    moved.current = false;
    table.current?.querySelector<HTMLElement>(`[data-at="${at.row}:${at.column}"]`)?.focus();
  }, [at, editing, rows]);

  const go = (row: number, column: number) => {
    moved.current = true;
    setAt({ row: Math.max(0, Math.min((rows?.length ?? 1) - 1, row)), column: Math.max(0, Math.min(columns.length - 1, column)) });
  };
  const onKey = (e: KeyboardEvent) => {
    if (editing) return;
    const { row, column } = at;
    const to: Record<string, [number, number]> = { ArrowDown: [row + 1, column], ArrowUp: [row - 1, column], ArrowRight: [row, column + 1], ArrowLeft: [row, column - 1], Home: [row, 0], End: [row, columns.length - 1], PageDown: [row + 10, column], PageUp: [row - 10, column] };
    const target = to[e.key];
    if (target) {
      e.preventDefault();
      go(...target);
    } else if ((e.key === 'Enter' || e.key === 'F2') && onEdit && !columns[column]?.readOnly) {
      e.preventDefault();
      setEditing(true);
    }
  };
  const commit = (row: GridRow, column: string, value: string, step: number) => {
    setEditing(false);
    moved.current = step !== 0;
    if (step) go(at.row + step, at.column);
    if (value === (row.cells[column] ?? '')) return;
    setFailure(null);
    onEdit?.(row, column, value).catch(setFailure);
  };

  return (
    <div className="card flush table-card">
      <div className="filters" style={{ padding: '10px 14px' }}>
        <span className="segment" role="group" aria-label={t('which')}>
          <button type="button" aria-pressed={onlyFaulty} onClick={() => onOnlyFaulty(true)}>
            {t('onlyFaulty')}
          </button>
          <button type="button" aria-pressed={!onlyFaulty} onClick={() => onOnlyFaulty(false)}>
            {t('all')}
          </button>
        </span>
        {tools}
        <span className="end small muted">{t('how')}</span>
      </div>
      <ErrorNotice error={failure} />
      <div className="table-wrap">
        <table className="data sheet" role="grid" aria-label={t('grid')} aria-rowcount={total} ref={table} onKeyDown={onKey}>
          <thead>
            <tr>
              <th scope="col" className="num">{t('row')}</th>
              {columns.map((c) => (
                <th key={c.id} scope="col" className={c.numeric ? 'num' : undefined}>
                  {say(c.header)}
                </th>
              ))}
              <th scope="col" className="msg">{t('message')}</th>
            </tr>
          </thead>
          <tbody>
            {rows === undefined &&
              Array.from({ length: 10 }, (_, i) => (
                <tr key={i}>
                  {Array.from({ length: columns.length + 2 }, (_, j) => (
                    <td key={j}>
                      <Skeleton width={60 + ((i * 13 + j * 29) % 60)} height={12} />
                    </td>
                  ))}
                </tr>
              ))}
            {rows?.length === 0 && (
              <tr>
                <td colSpan={columns.length + 2}>{t('none')}</td>
              </tr>
            )}
            {rows?.map((row, r) => (
              <tr key={row.id}>
                <td role="rowheader" className="num rowno">{row.number}</td>
                {columns.map((c, i) => {
                  const here = at.row === r && at.column === i;
                  const faults = row.faults.filter((f) => f.column === c.id);
                  const severity = faults.some((f) => f.severity === 'block') ? 'block' : faults.length > 0 ? 'warn' : null;
                  return (
                    <td
                      key={c.id}
                      role="gridcell"
                      data-at={`${r}:${i}`}
                      data-label={say(c.header)}
                      tabIndex={here ? 0 : -1}
                      aria-readonly={!onEdit || c.readOnly || undefined}
                      aria-describedby={severity ? `${row.id}-faults` : undefined}
                      className={[severity && `fault-${severity}`, c.numeric && 'num', row.mended?.includes(c.id) && 'mended'].filter(Boolean).join(' ') || undefined}
                      onFocus={(e: FocusEvent) => e.target === e.currentTarget && !here && setAt({ row: r, column: i })}
                      onClick={() => {
                        setAt({ row: r, column: i });
                        if (onEdit && !c.readOnly) setEditing(true);
                      }}
                    >
                      {here && editing ? (
                        <CellEditor label={t('edit', { column: say(c.header), row: row.number })} value={row.cells[c.id] ?? ''} onDone={(value, step) => commit(row, c.id, value, step)} onCancel={() => ((moved.current = true), setEditing(false), setAt({ ...at }))} />
                      ) : (
                        <span className="cell">
                          {severity && <Icon of={severity === 'block' ? XCircle : AlertTriangle} size={14} />}
                          {row.cells[c.id] || (severity ? '—' : '')}
                          {severity && <span className="sr"> ({t(severity)})</span>}
                        </span>
                      )}
                    </td>
                  );
                })}
                <td className="msg" id={`${row.id}-faults`} data-label={t('message')}>
                  {row.faults.map((f, i) => (
                    <div key={i}>{say(f.message)}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pages state={state as TableState} total={total} />
    </div>
  );
}

function CellEditor({ label, value, onDone, onCancel }: { readonly label: string; readonly value: string; readonly onDone: (value: string, step: number) => void; readonly onCancel: () => void }) {
  const [text, setText] = useState(value);
  const left = useRef(false);
  const leave = (run: () => void) => {
    if (left.current) return;
    left.current = true;
    run();
  };
  return (
    <input
      autoFocus
      aria-label={label}
      value={text}
      onChange={(e) => setText(e.target.value)}
      onFocus={(e) => e.target.select()}
      onClick={(e) => e.stopPropagation()}
      onBlur={() => leave(() => onDone(text.trim(), 0))}
      onKeyDown={(e) => {
        e.stopPropagation();
        if (e.key === 'Enter') {
          e.preventDefault();
          leave(() => onDone(text.trim(), e.shiftKey ? -1 : 1));
        } else if (e.key === 'Escape') {
          e.preventDefault();
          leave(onCancel);
        }
      }}
    />
  );
}

export interface FaultCause {
  readonly code: string;
  readonly label: Bilingual | string;
  readonly severity: 'block' | 'warn';
  readonly count: number;
}

/** Faults grouped by cause; a press shows only those rows, another press all again. */
export function FaultCauses({ causes, chosen, onChoose }: { readonly causes: readonly FaultCause[]; readonly chosen: string | null; readonly onChoose: (code: string | null) => void }) {
  const say = useSay();
  return (
    <ul className="causes">
      {causes.map((c) => (
        <li key={c.code}>
          <button type="button" aria-pressed={c.code === chosen} onClick={() => onChoose(c.code === chosen ? null : c.code)}>
            <span>{say(c.label)}</span>
            <Chip tone={c.severity === 'block' ? 'bad' : 'warn'} mark="none">
              {c.count}
            </Chip>
          </button>
        </li>
      ))}
    </ul>
  );
}
