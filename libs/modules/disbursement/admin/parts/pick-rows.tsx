import { Button } from '@anyam/admin-kit/button';
import { defineTexts, useText, type Bilingual } from '@anyam/admin-kit/text';
import { RowsTable, type RowsColumn } from '@anyam/admin-kit/rows-table';
import { words } from './words.ts';

const texts = defineTexts({
  all: { id: 'Pilih semua', en: 'Select all' },
  none: { id: 'Kosongkan pilihan', en: 'Clear the selection' },
  chosen: { id: '{n} dipilih', en: '{n} selected' },
});

export interface PickRow {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** May not be chosen now. */
  readonly closed?: boolean;
}

/** Rows with boxes, for a list drawn up from what is ready. */
export function PickRows<Row extends PickRow>({ caption, rows, columns, chosen, onChange }: {
  readonly caption: Bilingual;
  readonly rows: readonly Row[];
  readonly columns: readonly RowsColumn<Row>[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const t = useText(texts);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <>
      <div className="row">
        <span role="status">{t('chosen', { n: chosen.size })}</span>
        <Button size="sm" onClick={() => onChange(new Set(rows.filter((r) => !r.closed).map((r) => r.id)))}>{t('all')}</Button>
        <Button size="sm" variant="quiet" onClick={() => onChange(new Set())}>{t('none')}</Button>
      </div>
      <RowsTable
        caption={caption}
        rows={rows}
        rowId={(r) => r.id}
        columns={[
          {
            id: 'pick', header: words.group, cell: (r) => (
              <label className="choice">
                {!r.closed && <input type="checkbox" className="tick" checked={chosen.has(r.id)} onChange={() => toggle(r.id)} />}
                <span><b>{r.name}</b><span className="sub">{r.place}</span></span>
              </label>
            ),
          },
          ...columns,
        ]}
      />
    </>
  );
}
