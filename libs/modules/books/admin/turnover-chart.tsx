import { Card } from '@anyam/admin-kit/card';
import { BarChart } from '@anyam/admin-kit/chart';
import { formatDate, formatMoneyShort } from '@anyam/admin-kit/format';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import type { MonthTurnover } from './api.ts';

const texts = defineTexts({
  title: { id: 'Omzet 12 bulan terakhir', en: 'Turnover of the last 12 months' },
  note: { id: 'Nilai barang yang diterima pembeli, dikurangi potongan sengketa.', en: 'Value of goods accepted by buyers, less reductions in disputes.' },
  none: { id: 'Belum ada penjualan.', en: 'No sales yet.' },
});

/** Sales by month; months without one are left out. */
export function TurnoverChart({ months }: { readonly months: readonly MonthTurnover[] }) {
  const t = useText(texts);
  const language = useLanguage();
  const rows = months.filter((m) => m.sales !== 0n).map((m) => ({ label: formatDate(`${m.month}-01`, language, 'month'), value: Number(m.sales) }));
  return (
    <Card title={texts.title} note={texts.note}>
      {rows.length === 0 ? (
        <p className="muted">{t('none')}</p>
      ) : (
        <BarChart caption={texts.title} rows={rows} format={(n) => formatMoneyShort(BigInt(n), language)} />
      )}
    </Card>
  );
}
