import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Money } from '@anyam/admin-kit/format';
import { ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts } from '@anyam/admin-kit/text';
import { useBooksApi } from '../api.ts';
import { periodFrom } from '../periods.ts';
import { words } from '../words.ts';
import { TabBar } from './bar.tsx';
import type { PeriodTab } from './shared.ts';
import { StatementRows } from './statement-rows.tsx';

const texts = defineTexts({
  ...words,
  title: { id: 'Arus kas dan bank', en: 'Cash flow, cash and bank' },
  net: { id: 'Bertambah (berkurang)', en: 'More (less)' },
});

export default function FlowTab(tab: PeriodTab) {
  const api = useBooksApi();
  const query = useQuery(api.cashFlow.queryOptions({ groupId: tab.books.groupId, ...periodFrom(tab.period) }, { placeholderData: keepPreviousData }));
  return (
    <div className="stack">
      <TabBar {...tab} />
      {query.isPending ? (
        <Skeleton height={280} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Card title={texts.title}>
          <div className="stack">
            <Facts wide items={[{ label: words.opening, value: <Money amount={query.data.opening} /> }]} />
            {query.data.sections
              .filter((s) => s.rows.length > 0)
              .map((s) => (
                <StatementRows key={s.key} title={s.label} rows={s.rows} total={s.total} totalLabel={texts.net} />
              ))}
            <Facts
              wide
              items={[
                {
                  label: words.closing,
                  value: (
                    <b>
                      <Money amount={query.data.closing} />
                    </b>
                  ),
                },
              ]}
            />
          </div>
        </Card>
      )}
    </div>
  );
}
