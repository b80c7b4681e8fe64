import { KeyboardHelp } from '@anyam/admin-kit/keyboard-help';
import { usePath } from '@anyam/admin-kit/link';
import { preloadPalette, SearchPalette } from '@anyam/admin-kit/search-palette';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useSay, useText, type Bilingual } from '@anyam/admin-kit/text';
import { useState, type ReactNode } from 'react';
import { keepRail } from '../client-cookies.ts';
import { screens } from '../registry.ts';
import { matchScreen } from '../screens/match.ts';
import { homeOf, type NavEntry } from './nav.ts';
import { PhoneNav } from './phone-nav.tsx';
import { Rail } from './rail.tsx';
import { useSearchSource } from './search-source.ts';
import { TopBar } from './top-bar.tsx';

const texts = defineTexts({
  skip: { id: 'Lewati ke isi', en: 'Skip to content' },
  training: { id: 'Data latihan: tidak ada orang atau uang sungguhan di sini', en: 'Training data: no real people or money here' },
});

interface ShellProps {
  readonly nav: readonly NavEntry[];
  readonly narrow: boolean;
  /** Said under the name when the person has no position. */
  readonly roleName: Bilingual | null;
  readonly children: ReactNode;
}

export function Shell({ nav, narrow: narrowAtFirst, roleName, children }: ShellProps) {
  const t = useText(texts);
  const say = useSay();
  const path = usePath();
  const session = useSession();
  const [narrow, setNarrow] = useState(narrowAtFirst);
  const [searching, setSearching] = useState(false);
  const search = useSearchSource();
  const commands = nav.map((n) => ({ id: n.path, label: say(n.label), href: n.path }));
  return (
    <div className={narrow ? 'frame narrow' : 'frame'}>
      <a href="#isi" className="skip">
        {t('skip')}
      </a>
      <Rail
        nav={nav}
        path={path}
        narrow={narrow}
        onNarrow={(next) => {
          setNarrow(next);
          keepRail(next);
        }}
      />
      <div className="main">
        <header className="head">
          {session.training && <div className="training">{t('training')}</div>}
          <TopBar home={homeOf(nav)} onSearch={() => setSearching(true)} onNear={preloadPalette} hasAccount={matchScreen(screens, '/akun') !== null} roleName={roleName} />
        </header>
        <main id="isi" className="content" tabIndex={-1}>
          <div>{children}</div>
        </main>
      </div>
      <PhoneNav nav={nav} path={path} />
      <SearchPalette open={searching} onOpen={setSearching} search={search} commands={commands} />
      <KeyboardHelp />
    </div>
  );
}
