import type { Bilingual } from '@anyam/domain/kernel';

export interface NavEntry {
  readonly path: string;
  readonly label: Bilingual;
  readonly icon: string;
  readonly order: number;
  readonly permission: string;
  readonly group?: 'main' | 'settings';
}

/** The entry whose path is the longest beginning of the path shown. */
export function activeEntry(nav: readonly NavEntry[], path: string): NavEntry | null {
  const fits = nav.filter((n) => (n.path === '/' ? path === '/' : path === n.path || path.startsWith(`${n.path}/`)));
  return fits.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}
