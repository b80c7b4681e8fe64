import { Plus } from 'lucide-react';
import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { useShortcuts } from '@anyam/admin-kit/keys';
import { PageHead } from '@anyam/admin-kit/page-head';
import { RecordNav } from '@anyam/admin-kit/record-nav';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorState, Skeleton, SkeletonPage } from '@anyam/admin-kit/states';
import { Tabs } from '@anyam/admin-kit/tabs';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useProductionApi, type Board } from './parts/api.ts';
import { words } from './parts/words.ts';
import { TargetTab } from './tabs/target.tsx';

// Each comes with its first opening.
const DepositsTab = lazy(() => import('./tabs/deposits.tsx'));
const LotsTab = lazy(() => import('./tabs/lots.tsx'));
const StoreTab = lazy(() => import('./tabs/store.tsx'));
const HerdTab = lazy(() => import('./tabs/herd.tsx'));
const DepositDialog = lazy(() => import('./dialogs/deposit.tsx'));

const texts = defineTexts({
  ...words,
  title: { id: 'Produksi {name}', en: 'Production of {name}' },
  progress: { id: 'Target & capaian', en: 'Target & progress' },
  deposits: { id: 'Setoran', en: 'Deposits' },
  lots: { id: 'Lot', en: 'Lots' },
  herd: { id: 'Ternak', en: 'Livestock' },
});

export default function GroupProductionScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const api = useProductionApi();
  const query = useQuery(api.targets.board.queryOptions({ groupId: params.id ?? '' }));
  if (query.data) return <Loaded board={query.data} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonPage />;
}

function Loaded({ board: b }: { readonly board: Board }) {
  const t = useText(texts);
  const { today } = useSession();
  const [adding, setAdding] = useState(false);
  useShortcuts(b.mayWrite ? [{ keys: 's', label: texts.addDeposit, run: () => setAdding(true) }] : []);
  const part = (node: ReactNode) => () => <Suspense fallback={<Skeleton height={280} />}>{node}</Suspense>;
  return (
    <div className="stack">
      <PageHead
        title={t('title', { name: b.group.name })} context={`${b.group.villageName}, ${b.group.districtName}`}
        actions={b.mayWrite && <Button variant="primary" icon={Plus} onClick={() => setAdding(true)}>{t('addDeposit')}</Button>}
      />
      <RecordNav of="group" id={b.group.id} />
      <Tabs
        tabs={[
          { id: 'target', label: texts.progress, content: () => <TargetTab board={b} today={today} /> },
          { id: 'setoran', label: texts.deposits, count: b.counts.deposits, content: part(<DepositsTab board={b} onAdd={() => setAdding(true)} />) },
          { id: 'lot', label: texts.lots, count: b.counts.lots, content: part(<LotsTab board={b} />) },
          { id: 'bahan', label: texts.material, content: part(<StoreTab board={b} />) },
          { id: 'ternak', label: texts.herd, count: b.counts.head, content: part(<HerdTab board={b} />) },
        ]}
      />
      <Suspense>{adding && <DepositDialog board={b} onClose={() => setAdding(false)} />}</Suspense>
    </div>
  );
}
