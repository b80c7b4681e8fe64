import { Button } from './button.tsx';
import { defineTexts, useSay, useText, type Bilingual } from './text.tsx';
import { useState, type ReactNode } from 'react';

const texts = defineTexts({
  more: { id: 'Tampilkan {n} baris lagi', en: 'Show {n} more rows' },
  total: { id: 'Jumlah', en: 'Total' },
});

export interface RowsColumn<Row> {
  readonly id: string;
  readonly header: Bilingual;
  readonly cell: (row: Row) => ReactNode;
  readonly end?: boolean;
  readonly wrap?: boolean;
  readonly foot?: ReactNode;
}

const STEP = 100;

/** Rows that came whole with their record: no paging on the server. Long ones unfold a hundred at a time. */
export function RowsTable<Row>({ caption, columns, rows, rowId, empty }: {
  readonly caption: Bilingual | string;
  readonly columns: readonly RowsColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly empty?: ReactNode;
}) {
  const t = useText(texts);
  const say = useSay();
  const [shown, setShown] = useState(STEP);
  if (rows.length === 0) return <>{empty}</>;
  const kind = (c: RowsColumn<Row>, first: boolean) => [c.end && 'num', c.wrap && 'wrap', first && 'stick'].filter(Boolean).join(' ') || undefined;
  const left = rows.length - shown;
  return (
    <>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={say(caption)}>
        <table className="data">
          <caption className="sr">{say(caption)}</caption>
          <thead>
            <tr>
              {columns.map((c, i) => <th key={c.id} scope="col" className={kind(c, i === 0)}>{say(c.header)}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((r) => (
              <tr key={rowId(r)}>
                {columns.map((c, i) => <td key={c.id} className={kind(c, i === 0)} data-label={i === 0 ? undefined : say(c.header)}>{c.cell(r)}</td>)}
              </tr>
            ))}
          </tbody>
          {columns.some((c) => c.foot !== undefined) && (
            <tfoot>
              <tr>
                {columns.map((c, i) => <td key={c.id} className={kind(c, i === 0)} data-label={i > 0 && c.foot !== undefined ? say(c.header) : undefined}>{i === 0 ? (c.foot ?? t('total')) : c.foot}</td>)}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {left > 0 && (
        <div className="table-foot">
          <Button size="sm" onClick={() => setShown((n) => n + STEP)}>{t('more', { n: Math.min(STEP, left) })}</Button>
        </div>
      )}
    </>
  );
}
