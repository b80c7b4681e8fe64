import { PageHead } from '@anyam/admin-kit/page-head';
import { SkeletonPage } from '@anyam/admin-kit/states';
import { Tabs } from '@anyam/admin-kit/tabs';
import { lazy, Suspense } from 'react';

// One tab is looked at; the others come when they are opened.
const BoardTab = lazy(() => import('./board-tab.tsx'));
const DealsTab = lazy(() => import('./deals-tab.tsx'));
const PartiesTab = lazy(() => import('./parties-tab.tsx'));
const NeedsTab = lazy(() => import('./needs-tab.tsx'));

export default function MarketScreen(_: { readonly params: Record<string, string> }) {
  return (
    <>
      <PageHead title={{ id: 'Kerja sama & Jual', en: 'Partners and sales' }} />
      <Tabs tabs={[
          { id: 'papan', label: { id: 'Papan', en: 'Board' }, content: () => <Suspense fallback={<SkeletonPage />}><BoardTab /></Suspense> },
          { id: 'kesepakatan', label: { id: 'Kesepakatan', en: 'Deals' }, content: () => <Suspense fallback={<SkeletonPage />}><DealsTab /></Suspense> },
          { id: 'pihak', label: { id: 'Pengepul & pembeli', en: 'Brokers and buyers' }, content: () => <Suspense fallback={<SkeletonPage />}><PartiesTab /></Suspense> },
          { id: 'kebutuhan', label: { id: 'Kebutuhan', en: 'Needs' }, content: () => <Suspense fallback={<SkeletonPage />}><NeedsTab /></Suspense> },
        ]} />
    </>
  );
}
