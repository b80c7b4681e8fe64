import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { Card } from '@anyam/admin-kit/card';
import { ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { useBooksApi } from '../api.ts';
import { BookTable } from '../book-table.tsx';
import { periodFrom } from '../periods.ts';
import { TabBar } from './bar.tsx';
import type { PeriodTab } from './shared.ts';

const TITLE = { cash: { id: 'Buku kas', en: 'Cash book' }, bank: { id: 'Buku bank', en: 'Bank book' } };

export default function MoneyTab({ purse, ...tab }: PeriodTab & { readonly purse: 'cash' | 'bank' }) {
  const api = useBooksApi();
  const query = useQuery(api.moneyBook.queryOptions({ groupId: tab.books.groupId, purse, ...periodFrom(tab.period) }, { placeholderData: keepPreviousData }));
  return (
    <div className="stack">
      <TabBar {...tab} />
      {query.isPending ? (
        <Skeleton height={280} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Card flush title={TITLE[purse]}>
          <BookTable caption={TITLE[purse]} book={query.data} />
        </Card>
      )}
    </div>
  );
}
