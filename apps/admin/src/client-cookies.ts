import { COOKIE, type Theme } from './server/cookies.ts';

const keep = (name: string, value: string) => {
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
};

export const keepLanguage = (language: 'id' | 'en') => keep(COOKIE.language, language);
export const keepRail = (narrow: boolean) => keep(COOKIE.rail, narrow ? 'sempit' : 'lebar');
export const keepYear = (year: number) => keep(COOKIE.year, String(year));
export function keepTheme(theme: Theme) {
  keep(COOKIE.theme, theme);
  document.documentElement.dataset['theme'] = theme;
}
export const themeNow = (): Theme => (document.documentElement.dataset['theme'] as Theme | undefined) ?? 'system';
