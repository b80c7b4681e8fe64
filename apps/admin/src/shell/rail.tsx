import { Icon } from '@anyam/admin-kit/icon';
import { Link } from '@anyam/admin-kit/link';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { Tooltip } from '@anyam/admin-kit/tooltip';
import { PanelLeftClose, PanelLeftOpen, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { Weave } from './brand.tsx';
import { NavIcon } from './nav-icon.tsx';
import { activeEntry, homeOf, type NavEntry } from './nav.ts';

const texts = defineTexts({
  nav: { id: 'Menu utama', en: 'Main menu' },
  settings: { id: 'Pengaturan', en: 'Settings' },
  fold: { id: 'Ciutkan menu', en: 'Collapse menu' },
  unfold: { id: 'Lebarkan menu', en: 'Expand menu' },
  training: { id: 'Data latihan. Semua nama dan nomor rekaan.', en: 'Training data. All names and numbers are made up.' },
  territory: { id: 'Data wilayah: idn-area-data, lisensi', en: 'Territory data: idn-area-data, licence' },
});

interface RailProps {
  readonly nav: readonly NavEntry[];
  readonly path: string;
  readonly narrow: boolean;
  readonly onNarrow: (narrow: boolean) => void;
}

export function Rail({ nav, path, narrow, onNarrow }: RailProps) {
  const t = useText(texts);
  const say = useSay();
  const { district, training } = useSession();
  const main = nav.filter((n) => !n.settings);
  const settings = nav.filter((n) => n.settings);
  const active = activeEntry(nav, path);
  const inSettings = active?.settings === true;
  return (
    <nav className="rail" aria-label={t('nav')}>
      <Link href={homeOf(nav)} className="brandmark">
        <Weave />
        <span className="word">
          Anyam<small>{district.office}</small>
        </span>
      </Link>
      <ul>
        {main.map((n) => (
          <li key={n.path}>
            <RailLink href={n.path} label={say(n.label)} icon={<NavIcon shape={n.shape} />} current={n === active} narrow={narrow} />
          </li>
        ))}
      </ul>
      {settings[0] && (
        <>
          <hr />
          {inSettings ? (
            <>
              <span className="rail-link word">
                <Icon of={Settings} />
                {t('settings')}
              </span>
              <ul className="rail-sub">
                {settings.map((n) => (
                  <li key={n.path}>
                    <RailLink href={n.path} label={say(n.label)} icon={<NavIcon shape={n.shape} />} current={n === active} narrow={narrow} />
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <RailLink href={settings[0].path} label={t('settings')} icon={<Icon of={Settings} />} current={false} narrow={narrow} />
          )}
        </>
      )}
      <div className="rail-foot">
        {training && <span>{t('training')}</span>}
        <span>
          {t('territory')}{' '}
          <a href="https://opendatacommons.org/licenses/odbl/1-0/" rel="noreferrer" target="_blank">
            ODbL 1.0
          </a>
        </span>
        <button type="button" className="rail-fold" onClick={() => onNarrow(!narrow)} aria-expanded={!narrow} aria-label={narrow ? t('unfold') : t('fold')}>
          <Icon of={narrow ? PanelLeftOpen : PanelLeftClose} />
          <span className="word">{t('fold')}</span>
        </button>
      </div>
    </nav>
  );
}

function RailLink({ href, label, icon, current, narrow }: { readonly href: string; readonly label: string; readonly icon: ReactNode; readonly current: boolean; readonly narrow: boolean }) {
  const link = (
    <>
      {icon}
      <span className="word">{label}</span>
    </>
  );
  const common = { href, className: 'rail-link', 'aria-label': label, 'aria-current': current ? ('page' as const) : undefined };
  if (!narrow) return <Link {...common}>{link}</Link>;
  return (
    <Tooltip
      text={label}
      side="right"
      target={(p) => (
        <Link {...common} {...p}>
          {link}
        </Link>
      )}
    />
  );
}
