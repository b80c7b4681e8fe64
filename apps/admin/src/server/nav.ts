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

const declared: readonly Declared[] = manifests.flatMap((m): readonly Declared[] => m.nav).sort((a, b) => a.order - b.order);

/** The menu of one person: made on the server, so that the browser carries no permission table. */
export function navFor(permissions: readonly string[]): NavEntry[] {
  const may = new Set(permissions);
  return declared.filter((n) => may.has(n.permission)).map(({ path, label, icon, group }) => ({ path, label: { id: label.id, en: label.en }, shape: iconShape(icon), settings: group === 'settings' }));
}

interface DeclaredPage {
  readonly of: string;
  readonly path: string;
  readonly label: Bilingual;
  readonly order: number;
  readonly permission: string;
}
const pages: readonly DeclaredPage[] = manifests.flatMap((m): readonly DeclaredPage[] => ('pages' in m ? m.pages : [])).sort((a, b) => a.order - b.order);

/** The pages about a record that this person may see, from all modules. */
export function pagesFor(permissions: readonly string[]): RecordPages {
  const may = new Set(permissions);
  return pages.filter((p) => may.has(p.permission)).map(({ of, path, label }) => ({ of, path, label: { id: label.id, en: label.en } }));
}
