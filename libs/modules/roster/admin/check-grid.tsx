import { Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { ImportRow } from './api.ts';
import { CheckRow } from './check-row.tsx';
import type { ShownRow } from './use-rows.ts';
import { COLUMNS, type CellField } from './words.ts';

const texts = defineTexts({
  grid: { id: 'Isi berkas', en: 'Contents of the file' },
  row: { id: 'Baris', en: 'Row' },
  message: { id: 'Yang perlu diperbaiki', en: 'What to mend' },
});

export interface CheckRowsProps {
  readonly rows: readonly ShownRow[] | undefined;
  readonly onMend: ((row: ImportRow, field: CellField, value: string) => Promise<void>) | null;
  readonly onSkip: ((row: ImportRow, skipped: boolean) => Promise<void>) | null;
  readonly show: 'faults' | 'all' | 'skipped';
}
export const emptyTexts = defineTexts({
  faults: { id: 'Tidak ada baris bermasalah di sini. Anda dapat menyimpannya.', en: 'No row has a fault here. You may store them.' },
  all: { id: 'Belum ada baris yang terbaca.', en: 'No row could be read.' },
  skipped: { id: 'Tidak ada baris yang Anda tinggalkan.', en: 'You left no row out.' },
});
interface Props extends CheckRowsProps {
  readonly columns: readonly CellField[];
  readonly total: number | undefined;
  readonly stale: boolean;
}

/** The rows of the file: arrows move, Enter or typing mends, Esc gives up. The place is a row and a column, not a position. */
export function CheckGrid({ rows, columns, total, stale, show, onMend, onSkip }: Props) {
  const t = useText(texts);
  const say = useSay();
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<{ seq: number; column: string }>({ seq: -1, column: columns[0] ?? 'group' });
  const [editing, setEditing] = useState<{ typed: string | null } | null>(null);
  const wantsFocus = useRef(false);
  const lastIndex = useRef(0);

  const found = rows?.findIndex((r) => r.seq === at.seq) ?? -1;
  const index = found >= 0 ? found : Math.max(0, Math.min(lastIndex.current, (rows?.length ?? 1) - 1));
  const seq = rows?.[index]?.seq ?? -1;
  const stops = [...columns, ...(onSkip ? ['act'] : [])];
  const across = Math.max(0, stops.indexOf(at.column));
  const column = stops[across] ?? 'group';
  lastIndex.current = index;

  useEffect(() => {
    if (editing || !wantsFocus.current) return;
    wantsFocus.current = false;
    table.current?.querySelector<HTMLElement>(`[data-at="${seq}:${column}"]`)?.focus();
  }, [seq, column, editing]);
  // The row under the hand may go (another row's mend cured it): the next one takes the focus.
  const had = useRef(false);
  useEffect(() => {
    if (had.current && found < 0 && document.activeElement === document.body) table.current?.querySelector<HTMLElement>(`[data-at="${seq}:${column}"]`)?.focus();
  }, [found, seq, column]);

  const go = (down: number, right: number) => {
    const row = rows?.[Math.max(0, Math.min(rows.length - 1, index + down))];
    const to = stops[Math.max(0, Math.min(stops.length - 1, across + right))];
    if (!row || !to) return;
    wantsFocus.current = editing !== null || row.seq !== seq || to !== column;
    setAt({ seq: row.seq, column: to });
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (editing || e.ctrlKey || e.metaKey || e.altKey) return;
    const step: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], Home: [0, -99], End: [0, 99], PageDown: [10, 0], PageUp: [-10, 0],
    };
    const to = step[e.key];
    const cell = column !== 'act' && onMend;
    if (to) go(...to);
    else if (cell && (e.key === 'Enter' || e.key === 'F2')) setEditing({ typed: null });
    else if (cell && e.key.length === 1 && e.key !== ' ') setEditing({ typed: e.key });
    else return;
    e.preventDefault();
    e.stopPropagation();
  };
  const done = (row: ShownRow, field: CellField, value: string, down: number, right: number) => {
    setEditing(null);
    // Leaving by the mouse puts the focus where the mouse went.
    if (down || right) go(down, right);
    if (value !== (row.cells[field] ?? '')) onMend?.(row, field, value).catch(() => undefined);
  };
  const cancel = () => {
    wantsFocus.current = true;
    setEditing(null);
  };

  return (
    <div className="table-wrap">
      <table
        className="data sheet"
        role="grid"
        aria-label={t('grid')}
        aria-rowcount={total}
        ref={table}
        onKeyDown={onKeyDown}
        onFocus={() => (had.current = true)}
        onBlur={(e) => e.relatedTarget && (had.current = e.currentTarget.contains(e.relatedTarget))}
      >
        <thead>
          <tr>
            <th scope="col" className="num">{t('row')}</th>
            {columns.map((c) => (
              <th key={c} scope="col">{say(COLUMNS[c])}</th>
            ))}
            <th scope="col" className="msg">{t('message')}</th>
          </tr>
        </thead>
        <tbody className={stale ? 'stale' : undefined}>
          {!rows &&
            Array.from({ length: 10 }, (_, i) => (
              <tr key={i}>
                {Array.from({ length: columns.length + 2 }, (_x, j) => (
                  <td key={j}><Skeleton width={60 + ((i * 13 + j * 29) % 60)} height={12} /></td>
                ))}
              </tr>
            ))}
          {rows?.length === 0 && (
            <tr className="empty-row">
              <td colSpan={columns.length + 2}>{say(emptyTexts[show])}</td>
            </tr>
          )}
          {rows?.map((row) => (
            <CheckRow
              key={row.seq}
              row={row}
              columns={columns}
              at={row.seq === seq ? column : null}
              editing={row.seq === seq ? editing : null}
              onAt={(c) => setAt({ seq: row.seq, column: c })}
              onEdit={onMend ? () => setEditing({ typed: null }) : null}
              onDone={(field, value, down, right) => done(row, field, value, down, right)}
              onCancel={cancel}
              onSkip={onSkip}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
