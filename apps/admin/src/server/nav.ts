import type { Bilingual } from '@anyam/domain/kernel';
import type { RecordPages } from '@anyam/admin-kit/record-nav';
import { manifests } from '@anyam/registry/manifests';
import type { NavEntry } from '../shell/nav.ts';
import { iconShape } from './nav-icons.ts';

interface Declared {
  readonly path: string;
  readonly label: Bilingual;
  readonly icon: string;
  readonly order: number;
  readonly permission: string;
  readonly group?: 'main' | 'settings';
}

interface DeclaredPage {
  readonly of: string;
  readonly path: string;
  readonly label: Bilingual;
  readonly order: number;
  readonly permission: string;
}
const pages: readonly DeclaredPage[] = manifests.flatMap((m): readonly DeclaredPage[] => ('pages' in m ? m.pages : [])).sort((a, b) => a.order - b.order);

/**
 * The menu of one person: made on the server, so that the browser carries no permission table. Who reaches one record alone, an officer
 * of a group, is led to that record's page of a module and not to the module's list of all.
 */
export function navFor(permissions: readonly string[], only: string | null = null): NavEntry[] {
  const may = new Set(permissions);
  const entries = manifests.flatMap((m): readonly Declared[] => {
    const first: Declared | undefined = m.nav[0];
    const own = only === null || !('pages' in m) ? [] : m.pages.filter((p) => may.has(p.permission)).map((p) => ({ path: p.path.replace(':id', only), label: p.label, icon: first?.icon ?? 'house', order: first?.order ?? p.order, permission: p.permission }));
    return own.length > 0 ? own : m.nav.filter((n) => may.has(n.permission));
  });
  return entries.sort((a, b) => a.order - b.order).map(({ path, label, icon, group }) => ({ path, label: { id: label.id, en: label.en }, shape: iconShape(icon), settings: group === 'settings' }));
}

/** The record that is all this person reaches; null for somebody of the office, and for one with several roles. */
export const onlyRecord = (roles: readonly { readonly subjectId: string | null }[]): string | null => (roles.length === 1 ? (roles[0]?.subjectId ?? null) : null);

/** The pages about a record that this person may see, from all modules. */
export function pagesFor(permissions: readonly string[]): RecordPages {
  const may = new Set(permissions);
  return pages.filter((p) => may.has(p.permission)).map(({ of, path, label }) => ({ of, path, label: { id: label.id, en: label.en } }));
}
