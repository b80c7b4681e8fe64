import { AlertTriangle, XCircle } from 'lucide-react';
import { Button } from '@anyam/admin-kit/button';
import { Icon } from '@anyam/admin-kit/icon';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import type { ImportRow } from './api.ts';
import { CellInput } from './cell-input.tsx';
import { RowNotes } from './row-notes.tsx';
import type { ShownRow } from './use-rows.ts';
import { COLUMNS, showCell, type CellField } from './words.ts';

export const rowTexts = defineTexts({
  edit: { id: 'Perbaiki {column}, baris {row}', en: 'Mend {column}, row {row}' },
  inFile: { id: 'Di berkas: {value}', en: 'In the file: {value}' },
  emptyInFile: { id: 'Di berkas: kosong', en: 'In the file: empty' },
  block: { id: 'harus diperbaiki', en: 'must be mended' },
  warn: { id: 'perlu dilihat', en: 'to be looked at' },
  skip: { id: 'Tinggalkan baris ini', en: 'Leave this row out' },
  take: { id: 'Ikutkan lagi', en: 'Take it in again' },
  rowNo: { id: 'baris {n}', en: 'row {n}' },
});

interface Props {
  readonly row: ShownRow;
  readonly columns: readonly CellField[];
  /** Where the place is, when it is in this row. */
  readonly at: string | null;
  readonly editing: { readonly typed: string | null } | null;
  readonly onAt: (column: string) => void;
  readonly onEdit: (() => void) | null;
  readonly onDone: (field: CellField, value: string, down: number, across: number) => void;
  readonly onCancel: () => void;
  readonly onSkip: ((row: ImportRow, skipped: boolean) => Promise<void>) | null;
}

export function CheckRow({ row, columns, at, editing, onAt, onEdit, onDone, onCancel, onSkip }: Props) {
  const t = useText(rowTexts);
  const say = useSay();
  const notes = `row-${row.seq}-notes`;
  return (
    <tr aria-label={t('rowNo', { n: row.row })}>
      <td role="rowheader" className="num rowno">{row.row}</td>
      {columns.map((c) => {
        const faults = row.skipped ? [] : row.findings.filter((f) => f.field === c);
        const severity = faults.some((f) => f.severity === 'block') ? 'block' : faults.length > 0 ? 'warn' : null;
        const original = row.mended[c];
        const value = showCell(c, row.cells[c] ?? '');
        return (
          <td
            key={c}
            role="gridcell"
            data-at={`${row.seq}:${c}`}
            tabIndex={at === c ? 0 : -1}
            aria-readonly={!onEdit || undefined}
            aria-describedby={severity ? notes : undefined}
            className={[severity && `fault-${severity}`, original !== undefined && 'mended'].filter(Boolean).join(' ') || undefined}
            onFocus={(e) => e.target === e.currentTarget && at !== c && onAt(c)}
            onClick={() => {
              onAt(c);
              onEdit?.();
            }}
          >
            {at === c && editing ? (
              <CellInput field={c} label={t('edit', { column: say(COLUMNS[c]), row: row.row })} value={row.cells[c] ?? ''} typed={editing.typed} onDone={(v, down, across) => onDone(c, v, down, across)} onCancel={onCancel} />
            ) : (
              <span className="cell" style={row.skipped ? { color: 'var(--text-3)', textDecoration: 'line-through' } : undefined}>
                {severity && <Icon of={severity === 'block' ? XCircle : AlertTriangle} size={14} />}
                {value || (severity ? '—' : '')}
                {severity && <span className="sr"> ({t(severity)})</span>}
              </span>
            )}
            {original !== undefined && <span className="sub">{original === '' ? t('emptyInFile') : t('inFile', { value: showCell(c, original) })}</span>}
          </td>
        );
      })}
      <td className="msg" id={notes}>
        <RowNotes row={row} />
        {onSkip && (
          <Button
            size="sm"
            variant="quiet"
            data-at={`${row.seq}:act`}
            tabIndex={at === 'act' ? 0 : -1}
            style={{ paddingInline: 0, minHeight: 24 }}
            onFocus={() => at !== 'act' && onAt('act')}
            onClick={() => void onSkip(row, !row.skipped)}
          >
            {t(row.skipped ? 'take' : 'skip')}
            <span className="sr">, {t('rowNo', { n: row.row })}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}
