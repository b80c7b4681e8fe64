import type { GetServerSideProps } from 'next';
import { NuqsAdapter } from 'nuqs/adapters/next/pages';
import { useState } from 'react';
import { ApiProvider } from '@anyam/admin-kit/api';
import { PreloadContext } from '@anyam/admin-kit/link';
import { RecordPagesContext, type RecordPages } from '@anyam/admin-kit/record-nav';
import { SessionProvider, type Me } from '@anyam/admin-kit/session';
import type { Bilingual, Language } from '@anyam/admin-kit/text';
import { ToastProvider } from '@anyam/admin-kit/toast';
import { ROLE_LABEL, type Role } from '@anyam/domain/kernel';
import { keepYear } from '../src/client-cookies.ts';
import { screens } from '../src/registry.ts';
import { matchScreen } from '../src/screens/match.ts';
import { preloadScreen, ScreenHost } from '../src/screens/screen-host.tsx';
import { forbidCaching, readTaste } from '../src/server/cookies.ts';
import { navFor, onlyRecord, pagesFor } from '../src/server/nav.ts';
import { fetchMe } from '../src/server/session.ts';
import { homeOf, type NavEntry } from '../src/shell/nav.ts';
import { Shell } from '../src/shell/shell.tsx';

interface Props {
  readonly me: Me;
  readonly language: Language;
  readonly nav: readonly NavEntry[];
  readonly pages: RecordPages;
  readonly narrow: boolean;
  readonly fiscalYear: number;
  readonly roleName: Bilingual | null;
}

const toSignIn = () => window.location.assign(`/masuk?kembali=${encodeURIComponent(window.location.pathname + window.location.search)}`);

/** The one page of the console: who it is comes from the server, which screen from the path. */
export default function Console({ me, nav, pages, narrow, fiscalYear, roleName }: Props) {
  const [year, setYear] = useState(fiscalYear);
  const chooseYear = (next: number) => {
    keepYear(next);
    setYear(next);
  };
  return (
    <NuqsAdapter>
      <ApiProvider onUnauthorized={toSignIn}>
        <SessionProvider me={me} fiscalYear={year} onFiscalYear={chooseYear}>
          <PreloadContext value={preloadScreen}>
            <ToastProvider>
              <Shell nav={nav} narrow={narrow} roleName={roleName}>
                <RecordPagesContext value={pages}>
                  <ScreenHost home={homeOf(nav)} />
                </RecordPagesContext>
              </Shell>
            </ToastProvider>
          </PreloadContext>
        </SessionProvider>
      </ApiProvider>
    </NuqsAdapter>
  );
}

export const getServerSideProps: GetServerSideProps<Props> = async ({ req, res, resolvedUrl }) => {
  forbidCaching(res);
  const me = await fetchMe(req, res);
  if (!me) return { redirect: { destination: `/masuk?kembali=${encodeURIComponent(resolvedUrl)}`, permanent: false } };
  const nav = navFor(me.permissions, onlyRecord(me.roles));
  // A partner has no page for the whole district: the start is the first that there is.
  if (resolvedUrl.split('?')[0] === '/' && homeOf(nav) !== '/') return { redirect: { destination: homeOf(nav), permanent: false } };
  if (!matchScreen(screens, resolvedUrl.split('?')[0] ?? '/')) res.statusCode = 404;
  const taste = readTaste(req);
  const year = taste.fiscalYear !== null && me.fiscalYears.includes(taste.fiscalYear) ? taste.fiscalYear : (me.fiscalYears[0] ?? Number(me.today.slice(0, 4)));
  return {
    props: {
      me,
      language: taste.language ?? me.language,
      nav,
      pages: pagesFor(me.permissions),
      narrow: taste.narrow,
      fiscalYear: year,
      roleName: ROLE_LABEL[me.roles[0]?.role as Role] ?? null,
    },
  };
};
