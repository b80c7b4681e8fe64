import { useQuery } from '@anyam/admin-kit/api';
import { Card } from '@anyam/admin-kit/card';
import { BarChart } from '@anyam/admin-kit/chart';
import { formatDate } from '@anyam/admin-kit/format';
import { ErrorNotice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { unitLabel } from '@anyam/domain/production';
import { useProductionApi } from './api.ts';

const texts = defineTexts({ title: { id: '{goods} diterima tiap bulan ({unit})', en: '{goods} accepted by month ({unit})' } });

/** Output by product and month over the groups of the filter's area. */
export default function OutputChart({ areas, productId }: { readonly areas: readonly string[]; readonly productId: string | null }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useProductionApi();
  const query = useQuery(api.district.chart.queryOptions({ areas: [...areas], productId, months: 12 }, { staleTime: 60_000 }));
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={200} />;
  return (
    <div className="cards">
      {query.data.map((p) => (
        <Card key={p.productId} title={t('title', { goods: p.productName, unit: unitLabel(p.baseUnit)[language] })}>
          <BarChart caption={p.productName} rows={p.points.map((x) => ({ label: formatDate(`${x.month}-01`, language, 'month'), value: x.accepted }))} />
        </Card>
      ))}
    </div>
  );
}
