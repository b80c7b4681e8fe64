import { Menu, type MenuItem } from '@anyam/admin-kit/menu';
import { rootApi, useMutation } from '@anyam/admin-kit/api';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useLanguage, useSay, useText, type Bilingual } from '@anyam/admin-kit/text';
import type { AppRouter } from '@anyam/registry/contract';
import { Laptop, LogOut } from 'lucide-react';
import { useEffect, useState } from 'react';
import { keepLanguage, keepTheme, themeNow } from '../client-cookies.ts';
import type { Theme } from '../server/cookies.ts';

const texts = defineTexts({
  label: { id: 'Akun {name}', en: 'Account {name}' },
  account: { id: 'Akun & perangkat', en: 'Account & devices' },
  language: { id: 'Bahasa', en: 'Language' },
  theme: { id: 'Tema', en: 'Theme' },
  light: { id: 'Terang', en: 'Light' },
  dark: { id: 'Gelap', en: 'Dark' },
  system: { id: 'Ikut sistem', en: 'Follow the system' },
  leave: { id: 'Keluar', en: 'Sign out' },
});

const useApi = rootApi<AppRouter>();

export function PersonMenu({ hasAccount, roleName }: { readonly hasAccount: boolean; readonly roleName: Bilingual | null }) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const { user } = useSession();
  const setLanguage = useMutation(useApi().access.setLanguage.mutationOptions());
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => setTheme(themeNow()), []);

  const role = roleName ? say(roleName) : '';
  const under = user.position || role.charAt(0).toUpperCase() + role.slice(1);
  const items: MenuItem[] = [
    ...(hasAccount ? [{ label: t('account'), icon: Laptop, href: '/akun' } satisfies MenuItem, { kind: 'line' } as const] : []),
    {
      kind: 'choice',
      label: t('language'),
      value: language,
      options: [
        { value: 'id', label: 'Bahasa Indonesia' },
        { value: 'en', label: 'English' },
      ],
      onChange: (value) => {
        const next = value === 'en' ? 'en' : 'id';
        keepLanguage(next);
        setLanguage.mutate({ language: next }, { onSettled: () => window.location.reload() });
      },
    },
    { kind: 'line' },
    {
      kind: 'choice',
      label: t('theme'),
      value: theme,
      options: (['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(value) })),
      onChange: (value) => {
        keepTheme(value as Theme);
        setTheme(value as Theme);
      },
    },
    { kind: 'line' },
    {
      label: t('leave'),
      icon: LogOut,
      onSelect: () => void fetch('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).finally(() => window.location.assign('/masuk')),
    },
  ];
  return (
    <Menu
      label={t('label', { name: user.name })}
      items={items}
      trigger={(p) => (
        <button {...p} type="button" className="who">
          <span className="word">
            <b>{user.name}</b>
            <span className="small muted">{under}</span>
          </span>
          <span className="sr">{t('label', { name: user.name })}</span>
          <span className="ava" aria-hidden>
            {initials(user.name)}
          </span>
        </button>
      )}
    />
  );
}

/** Two letters: of two words, or of the one there is. */
function initials(name: string): string {
  const [first = '', second] = name.split(/\s+/);
  return (second ? first.charAt(0) + second.charAt(0) : first.slice(0, 2)).toUpperCase();
}
