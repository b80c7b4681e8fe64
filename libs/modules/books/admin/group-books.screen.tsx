import { ChevronDown, LockKeyhole, Plus } from 'lucide-react';
import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Chip } from '@anyam/admin-kit/chip';
import { formatDate } from '@anyam/admin-kit/format';
import { Menu } from '@anyam/admin-kit/menu';
import { PageHead } from '@anyam/admin-kit/page-head';
import { RecordNav } from '@anyam/admin-kit/record-nav';
import { ErrorState, Skeleton, SkeletonPage } from '@anyam/admin-kit/states';
import { Tabs } from '@anyam/admin-kit/tabs';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useBooksApi, type Overview } from './api.ts';
import { DIALOGS, type DialogName } from './dialogs/names.ts';
import { SummaryTab } from './tabs/summary.tsx';
import { words } from './words.ts';

// Each comes with its first opening: the page shows the summary without them.
const Dialogs = lazy(() => import('./dialogs/index.tsx'));
const MoneyTab = lazy(() => import('./tabs/money.tsx'));
const ProfitTab = lazy(() => import('./tabs/profit.tsx'));
const BalanceTab = lazy(() => import('./tabs/balance.tsx'));
const FlowTab = lazy(() => import('./tabs/flow.tsx'));
const MembersTab = lazy(() => import('./tabs/members.tsx'));
const CountsTab = lazy(() => import('./tabs/counts.tsx'));
const EntriesTab = lazy(() => import('./tabs/entries.tsx'));

const texts = defineTexts({
  ...words,
  record: { id: 'Catat', en: 'Record' },
  summary: { id: 'Ringkasan', en: 'Summary' },
  profit: { id: 'Laba-rugi', en: 'Profit and loss' },
  sheet: { id: 'Neraca', en: 'Balance sheet' },
  flow: { id: 'Arus', en: 'Cash flow' },
  counts: { id: 'Hitung kas', en: 'Cash counts' },
  entries: { id: 'Semua entri', en: 'All entries' },
  closed: { id: 'Ditutup sampai {day}', en: 'Closed through {day}' },
  open: { id: 'Belum pernah ditutup', en: 'Never closed' },
});

export default function GroupBooksScreen({ params }: { readonly params: Record<string, string> }) {
  const api = useBooksApi();
  const query = useQuery(api.overview.queryOptions({ groupId: params.id ?? '' }));
  if (query.isPending) return <SkeletonPage />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Loaded key={query.data.groupId} books={query.data} />;
}

function Loaded({ books: b }: { readonly books: Overview }) {
  const t = useText(texts);
  const language = useLanguage();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [period, setPeriod] = useState((b.lastOn ?? b.today).slice(0, 7));
  const shared = { books: b, period, onPeriod: setPeriod };
  const part = (node: ReactNode) => () => <Suspense fallback={<Skeleton height={280} />}>{node}</Suspense>;
  return (
    <div className="stack print:[&_.tabs]:hidden">
      <PageHead
        title={{ id: `Buku ${b.name}`, en: `Books of ${b.name}` }}
        context={b.closedThrough ? t('closed', { day: formatDate(b.closedThrough, language) }) : t('open')}
        status={
          b.toDo.some((x) => x.code === 'MONTH_LATE') && (
            <Chip tone="warn" mark="sign">
              {language === 'id' ? 'Terlambat ditutup' : 'Closing is late'}
            </Chip>
          )
        }
        actions={
          <>
            {b.may.close && b.due !== null && (
              <Button icon={LockKeyhole} onClick={() => setDialog('close')}>
                {t('closeMonth')}
              </Button>
            )}
            {b.may.write && (
              <Menu
                label={t('record')}
                items={DIALOGS.filter((d) => d.name !== 'opening' || b.may.opening).map((d) => ({ label: d.label[language], icon: d.icon, onSelect: () => setDialog(d.name) }))}
                trigger={(p) => (
                  <Button {...p} variant="primary" icon={Plus}>
                    {t('record')} <ChevronDown size={16} aria-hidden />
                  </Button>
                )}
              />
            )}
          </>
        }
      />
      <RecordNav of="group" id={b.groupId} />
      <Tabs
        tabs={[
          { id: 'ringkasan', label: texts.summary, content: () => <SummaryTab books={b} onDialog={setDialog} /> },
          { id: 'kas', label: texts.cash, content: part(<MoneyTab key="cash" purse="cash" {...shared} />) },
          { id: 'bank', label: texts.bank, content: part(<MoneyTab key="bank" purse="bank" {...shared} />) },
          { id: 'laba-rugi', label: texts.profit, content: part(<ProfitTab {...shared} />) },
          { id: 'neraca', label: texts.sheet, content: part(<BalanceTab books={b} />) },
          { id: 'arus', label: texts.flow, content: part(<FlowTab {...shared} />) },
          { id: 'anggota', label: texts.member, content: part(<MembersTab books={b} onDialog={setDialog} />) },
          { id: 'hitung-kas', label: texts.counts, content: part(<CountsTab books={b} onDialog={setDialog} />) },
          { id: 'entri', label: texts.entries, content: part(<EntriesTab books={b} />) },
        ]}
      />
      <Suspense>{dialog && <Dialogs name={dialog} books={b} onClose={() => setDialog(null)} />}</Suspense>
    </div>
  );
}
