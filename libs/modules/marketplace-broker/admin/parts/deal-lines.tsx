import { Card } from '@anyam/admin-kit/card';
import { formatNumber, Money } from '@anyam/admin-kit/format';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import type { Deal } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Barang', en: 'Goods' },
  agreed: { id: 'Disepakati', en: 'Agreed' },
  counted: { id: 'Diterima pembeli', en: 'Accepted by the buyer' },
  differ: { id: 'Selisih', en: 'Difference' },
  refused: { id: '{n} ditolak', en: '{n} refused' },
  short: { id: '{n} tidak sampai', en: '{n} not arrived' },
  downgraded: { id: '{n} turun mutu', en: '{n} downgraded' },
  part: { id: 'Bagian tagihan', en: 'Part of what is due' },
});

/** Each lot: what was agreed, what the buyer counted, and where they differ. */
export function DealLines({ deal: d }: { readonly deal: Deal }) {
  const t = useText(texts);
  const language = useLanguage();
  const n = (x: number) => `${formatNumber(x, language)} ${d.product.baseUnit}`;
  const differ = (l: Deal['lines'][number]) => [l.refused > 0 && t('refused', { n: l.refused }), l.short > 0 && t('short', { n: l.short }), l.downgraded > 0 && t('downgraded', { n: l.downgraded })].filter(Boolean).join(', ');
  const named = d.lines.some((l) => l.memberName !== null);
  const total = d.lines.reduce((sum, l) => sum + l.due, 0n);
  return (
    <Card title={texts.title} flush>
      <RowsTable caption={texts.title} rows={d.lines} rowId={(l) => l.lotId} columns={[
        { id: 'lot', header: words.lot, cell: (l) => <>{l.lotCode}{named && <span className="sub">{l.memberName}</span>}</> },
        { id: 'agreed', header: texts.agreed, end: true, cell: (l) => `${n(l.quantity)} ${l.grade}` },
        ...(d.receivedOn ? [
          { id: 'counted', header: texts.counted, end: true, cell: (l: Deal['lines'][number]) => (l.accepted && l.accepted.length > 0 ? l.accepted.map((a) => `${formatNumber(a.quantity, language)} ${a.grade}`).join(' + ') : '0') },
          { id: 'differ', header: texts.differ, wrap: true, cell: (l: Deal['lines'][number]) => differ(l) || '–' },
        ] : []),
        { id: 'value', header: words.value, end: true, cell: (l) => <Money amount={l.value} bare /> },
        { id: 'part', header: texts.part, end: true, cell: (l) => <Money amount={l.due} bare />, foot: <Money amount={total} bare /> },
      ]} />
    </Card>
  );
}
