import { Button } from '@anyam/admin-kit/button';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Select, TextInput } from '@anyam/admin-kit/inputs';
import { EmptyState, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useEffect, useState } from 'react';
import { emptyTexts, type CheckRowsProps } from './check-grid.tsx';
import { rowTexts } from './check-row.tsx';
import { RowNotes } from './row-notes.tsx';
import type { ShownRow } from './use-rows.ts';
import { ALL_COLUMNS, CHOICES, COLUMNS, isNumeric, showCell, type CellField } from './words.ts';

const texts = defineTexts({
  ...rowTexts,
  head: { id: 'Baris {n} · {group}', en: 'Row {n} · {group}' },
  save: { id: 'Simpan perbaikan', en: 'Keep the change' },
  others: { id: 'Isian lain di baris ini', en: 'Other cells of this row' },
  noName: { id: '(tanpa nama)', en: '(no name)' },
});

/** The same rows for a phone: one card a row, what is wrong in words, and a field for it. */
export function PhoneRows({ rows, onMend, onSkip, show }: CheckRowsProps) {
  const t = useText(texts);
  if (!rows) return <Skeleton height={320} />;
  if (rows.length === 0) return <EmptyState title={emptyTexts[show]} />;
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 10 }}>
      {rows.map((row) => (
        <PhoneRow key={row.seq} row={row} onMend={onMend} onSkip={onSkip} t={t} />
      ))}
    </ul>
  );
}

function PhoneRow({ row, onMend, onSkip, t }: Omit<CheckRowsProps, 'rows' | 'show'> & { readonly row: ShownRow; readonly t: ReturnType<typeof useText<typeof texts>> }) {
  const [open, setOpen] = useState(false);
  const faulty = ALL_COLUMNS.filter((c) => row.mended[c] !== undefined || row.findings.some((f) => f.field === c));
  const rest = ALL_COLUMNS.filter((c) => !faulty.includes(c));
  const field = (c: CellField) => <PhoneCell key={`${c} ${row.cells[c] ?? ''}`} row={row} field={c} onMend={row.skipped ? null : onMend} t={t} />;
  return (
    <li className="card" style={{ display: 'grid', gap: 12 }}>
      <div>
        <div className="muted small">{t('head', { n: row.row, group: row.cells['group'] || '–' })}</div>
        <b style={row.skipped ? { textDecoration: 'line-through' } : undefined}>{row.cells['name'] || t('noName')}</b>
      </div>
      <RowNotes row={row} />
      {!row.skipped && faulty.map(field)}
      <details open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary style={{ minHeight: 44, display: 'list-item', paddingBlock: 10 }}>{t('others')}</summary>
        {open && <div style={{ display: 'grid', gap: 12 }}>{(row.skipped ? ALL_COLUMNS : rest).map(field)}</div>}
      </details>
      {onSkip && <Button onClick={() => void onSkip(row, !row.skipped)}>{t(row.skipped ? 'take' : 'skip')}</Button>}
    </li>
  );
}

function PhoneCell({ row, field, onMend, t }: { readonly row: ShownRow; readonly field: CellField; readonly onMend: CheckRowsProps['onMend']; readonly t: ReturnType<typeof useText<typeof texts>> }) {
  const say = useSay();
  const before = showCell(field, row.cells[field] ?? '');
  const [text, setText] = useState(before);
  const [busy, setBusy] = useState(false);
  useEffect(() => setText(before), [before]);
  const original = row.mended[field];
  const fault = row.findings.find((f) => f.field === field && f.severity === 'block');
  const hint = original === undefined ? undefined : original === '' ? t('emptyInFile') : t('inFile', { value: showCell(field, original) });
  const save = async () => {
    setBusy(true);
    await onMend?.(row, field, text.trim()).catch(() => undefined);
    setBusy(false);
  };
  const choices = CHOICES[field];
  return (
    <FieldFrame id={`cell-${row.seq}-${field}`} label={COLUMNS[field]} hint={hint} error={fault ? say(fault.text) : undefined}>
      {(c) => (
        <>
          {choices ? (
            <Select {...c} disabled={!onMend} value={text} placeholder={choices.some((o) => o.value === text) ? undefined : text || '–'} options={choices.map((o) => ({ value: o.value, label: say(o.label) }))} onChange={(e) => setText(e.target.value)} />
          ) : (
            <TextInput {...c} readOnly={!onMend} autoComplete="off" maxLength={200} inputMode={isNumeric(field) ? 'numeric' : 'text'} value={text} onChange={(e) => setText(e.target.value)} />
          )}
          {text.trim() !== before && (
            <Button variant="primary" busy={busy} onClick={() => void save()}>
              {t('save')}
            </Button>
          )}
        </>
      )}
    </FieldFrame>
  );
}
