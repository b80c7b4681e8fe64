import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { Card, Facts, Figure } from '@anyam/admin-kit/card';
import { Money } from '@anyam/admin-kit/format';
import { ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useBooksApi } from '../api.ts';
import { periodFrom } from '../periods.ts';
import { TabBar } from './bar.tsx';
import type { PeriodTab } from './shared.ts';
import { StatementRows } from './statement-rows.tsx';

const texts = defineTexts({
  title: { id: 'Laba-rugi kelompok', en: 'Profit and loss of the group' },
  note: {
    id: 'Hasil penjualan adalah milik anggota; yang tampil di sini hanya bagian kelompok.',
    en: "Proceeds belong to the members; only what is the group's own stands here.",
  },
  income: { id: 'Pendapatan', en: 'Income' },
  expenses: { id: 'Biaya', en: 'Expenses' },
  allIncome: { id: 'Jumlah pendapatan', en: 'Total income' },
  allExpenses: { id: 'Jumlah biaya', en: 'Total expenses' },
  result: { id: 'Laba (rugi)', en: 'Result' },
  sales: { id: 'Penjualan diterima pembeli', en: 'Sales accepted by buyers' },
  shared: { id: 'Dibagi kepada anggota', en: 'Shared to members' },
  turnover: { id: 'Omzet', en: 'Turnover' },
  margin: { id: 'Marjin', en: 'Margin' },
  people: { id: 'Anggota berpenghasilan', en: 'Members with income' },
  percent: { id: '{n}% dari omzet', en: '{n}% of turnover' },
});

export default function ProfitTab(tab: PeriodTab) {
  const t = useText(texts);
  const say = useSay();
  const api = useBooksApi();
  const input = { groupId: tab.books.groupId, ...periodFrom(tab.period) };
  const query = useQuery(api.profitAndLoss.queryOptions(input, { placeholderData: keepPreviousData }));
  const indicators = useQuery(api.indicators.queryOptions(input, { placeholderData: keepPreviousData })).data;
  const sum = (rows: readonly { amount: bigint }[]) => rows.reduce((a, r) => a + r.amount, 0n);
  const help = (key: string) => {
    const found = indicators?.definitions.find((d) => d.key === key);
    return found ? <span className="small muted">{say(found.help)}</span> : null;
  };
  return (
    <div className="stack">
      <TabBar {...tab} />
      {query.isPending ? (
        <Skeleton height={280} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Card title={texts.title} note={texts.note}>
          <div className="stack">
            <StatementRows title={texts.income} rows={query.data.income} total={sum(query.data.income)} totalLabel={texts.allIncome} />
            <StatementRows title={texts.expenses} rows={query.data.expenses} total={sum(query.data.expenses)} totalLabel={texts.allExpenses} />
            <Facts
              wide
              items={[
                {
                  label: texts.result,
                  value: (
                    <b>
                      <Money amount={query.data.result} />
                    </b>
                  ),
                },
                { label: texts.sales, value: <Money amount={query.data.sales} /> },
                { label: texts.shared, value: <Money amount={query.data.shared} /> },
              ]}
            />
          </div>
        </Card>
      )}
      {indicators && (
        <div className="cards">
          <Figure label={texts.turnover} value={<Money amount={indicators.turnover} />}>
            {help('turnover')}
          </Figure>
          <Figure label={texts.margin} value={<Money amount={indicators.margin} />}>
            {indicators.marginPercent !== null && <span className="small">{t('percent', { n: indicators.marginPercent })}</span>}
            {help('margin')}
          </Figure>
          <Figure label={texts.people} value={String(indicators.membersWithIncome)}>
            {help('membersWithIncome')}
          </Figure>
        </div>
      )}
    </div>
  );
}
