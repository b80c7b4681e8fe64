import { useSession } from '@anyam/admin-kit/session';
import { usePath } from '@anyam/admin-kit/link';
import { EmptyState, SkeletonPage } from '@anyam/admin-kit/states';
import { Button } from '@anyam/admin-kit/button';
import type { Screen, ScreenProps } from '@anyam/admin-kit/screen';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { Compass, Lock, RotateCw } from 'lucide-react';
import { Component, lazy, Suspense, useEffect, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';
import { screens } from '../registry.ts';
import { Crumbs } from '../shell/crumbs.tsx';
import { matchScreen } from './match.ts';

const texts = defineTexts({
  lostTitle: { id: 'Halaman tidak ditemukan', en: 'Page not found' },
  lost: { id: 'Alamat ini tidak ada, atau sudah dipindahkan. Periksa penulisannya, atau mulai lagi dari Beranda.', en: 'This address does not exist, or has moved. Check how it is written, or start again from Home.' },
  home: { id: 'Ke Beranda', en: 'To Home' },
  closedTitle: { id: 'Bukan wewenang Anda', en: 'Not within your role' },
  closed: { id: 'Peran Anda tidak memuat halaman ini. Mintalah kepada admin bila memang tugas Anda.', en: 'Your role does not include this page. Ask the admin if it is your task.' },
  brokenTitle: { id: 'Halaman ini tidak dapat ditampilkan', en: 'This page cannot be shown' },
  broken: { id: 'Mungkin ada versi baru, atau sambungan terputus. Muat ulang untuk mencoba lagi.', en: 'There may be a new version, or the connection was lost. Reload to try again.' },
  reload: { id: 'Muat ulang', en: 'Reload' },
});

const loaded = new Map<Screen, LazyExoticComponent<ComponentType<ScreenProps>>>();
function componentOf(screen: Screen) {
  let found = loaded.get(screen);
  if (!found) loaded.set(screen, (found = lazy(screen.load)));
  return found;
}

export const preloadScreen = (href: string): void => {
  const hit = matchScreen(screens, href.split(/[?#]/)[0] ?? '/');
  if (hit) void hit.screen.load().catch(() => undefined);
};

// The first screen's code is asked for as soon as this file runs, not only when React gets there.
if (typeof window !== 'undefined') preloadScreen(window.location.pathname);

/** Finds the screen of the path, sees that the person may, fetches its code and shows it. */
export function ScreenHost({ home }: { readonly home: string }) {
  const path = usePath();
  const session = useSession();
  const t = useText(texts);
  const hit = matchScreen(screens, path);
  if (!hit) return <State icon={Compass} title={t('lostTitle')} text={t('lost')} action={<Button href={home}>{t('home')}</Button>} />;
  if (!session.can(hit.screen.permission)) return <State icon={Lock} title={t('closedTitle')} text={t('closed')} action={<Button href={home}>{t('home')}</Button>} />;
  const Shown = componentOf(hit.screen);
  const broken = (
    <State
      icon={RotateCw}
      title={t('brokenTitle')}
      text={t('broken')}
      action={
        <Button variant="primary" onClick={() => window.location.reload()}>
          {t('reload')}
        </Button>
      }
    />
  );
  return (
    <>
      <Title screen={hit.screen} />
      <Crumbs path={path} />
      <Guard key={path} broken={broken}>
        <Suspense fallback={<SkeletonPage />}>
          <Shown params={hit.params} />
          <FocusWhenShown path={path} />
        </Suspense>
      </Guard>
    </>
  );
}

function State(props: Parameters<typeof EmptyState>[0]) {
  return (
    <div className="card">
      <EmptyState {...props} heading="h1" />
    </div>
  );
}

/** Until the screen gives itself a better one. */
function Title({ screen }: { readonly screen: Screen }) {
  const say = useSay();
  const title = say(screen.title);
  useEffect(() => {
    document.title = `${title} · Anyam`;
  }, [title]);
  return null;
}

let focusedFor: string | null = null;

/** After a change of screen the focus stands on its heading, so a keyboard or a screen reader goes on from there. */
function FocusWhenShown({ path }: { readonly path: string }) {
  useEffect(() => {
    const changed = focusedFor !== null && focusedFor !== path;
    focusedFor = path;
    if (changed) (document.querySelector<HTMLElement>('#isi h1') ?? document.getElementById('isi'))?.focus({ preventScroll: true });
  }, [path]);
  return null;
}

class Guard extends Component<{ readonly children: ReactNode; readonly broken: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? this.props.broken : this.props.children;
  }
}
