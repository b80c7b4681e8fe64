import type { Bilingual } from '@anyam/domain/kernel';

export interface NavEntry {
  readonly path: string;
  readonly label: Bilingual;
  /** The inside of its icon's `<svg>`, drawn by the server. */
  readonly shape: string;
  readonly settings: boolean;
}

/** Where a person starts: the first entry of the menu. */
export const homeOf = (nav: readonly NavEntry[]): string => nav[0]?.path ?? '/';

/** The entry whose path is the longest beginning of the path shown. */
export function activeEntry(nav: readonly NavEntry[], path: string): NavEntry | null {
  const fits = nav.filter((n) => (n.path === '/' ? path === '/' : path === n.path || path.startsWith(`${n.path}/`)));
  return fits.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}
