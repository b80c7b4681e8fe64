import { Drawer } from '@anyam/admin-kit/dialog';
import { Icon } from '@anyam/admin-kit/icon';
import { Link } from '@anyam/admin-kit/link';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { Menu as MenuIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { NavIcon } from './nav-icon.tsx';
import { activeEntry, type NavEntry } from './nav.ts';

const texts = defineTexts({
  nav: { id: 'Menu bawah', en: 'Bottom menu' },
  menu: { id: 'Menu', en: 'Menu' },
  territory: { id: 'Data wilayah: idn-area-data, lisensi ODbL 1.0', en: 'Territory data: idn-area-data, licence ODbL 1.0' },
});

/** On a phone: the first three entries under the thumb, the rest in a drawer. */
export function PhoneNav({ nav, path }: { readonly nav: readonly NavEntry[]; readonly path: string }) {
  const t = useText(texts);
  const say = useSay();
  const [open, setOpen] = useState(false);
  const active = activeEntry(nav, path);
  const first = nav.filter((n) => !n.settings).slice(0, 3);
  useEffect(() => setOpen(false), [path]);
  return (
    <>
      <nav className="phone-nav" aria-label={t('nav')}>
        {first.map((n) => (
          <Link key={n.path} href={n.path} aria-current={n === active ? 'page' : undefined}>
            <NavIcon shape={n.shape} size={20} />
            {say(n.label)}
          </Link>
        ))}
        <button type="button" onClick={() => setOpen(true)} aria-expanded={open} aria-haspopup="dialog">
          <Icon of={MenuIcon} size={20} />
          {t('menu')}
        </button>
      </nav>
      <Drawer open={open} onClose={() => setOpen(false)} title={t('menu')} side="left">
        <ul className="drawer-nav">
          {nav.map((n) => (
            <li key={n.path}>
              <Link href={n.path} aria-current={n === active ? 'page' : undefined}>
                <NavIcon shape={n.shape} size={20} />
                {say(n.label)}
              </Link>
            </li>
          ))}
        </ul>
        <p className="small muted">{t('territory')}</p>
      </Drawer>
    </>
  );
}
