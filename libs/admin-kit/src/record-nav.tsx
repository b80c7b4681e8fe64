import { createContext, useContext } from 'react';
import { Link, usePath } from './link.tsx';
import { defineTexts, useSay, useText, type Bilingual } from './text.tsx';

export type RecordPages = readonly { readonly of: string; readonly path: string; readonly label: Bilingual }[];

/** Filled by the host from the modules' manifests: the pages about a record that the person may see. */
export const RecordPagesContext = createContext<RecordPages>([]);

const texts = defineTexts({ label: { id: 'Halaman kelompok ini', en: 'Pages of this record' } });

/** Leads from one page of a record to its others, whichever module they come from. Stands under the head of each of them. */
export function RecordNav({ of, id }: { readonly of: string; readonly id: string }) {
  const t = useText(texts);
  const say = useSay();
  const path = usePath();
  const pages = useContext(RecordPagesContext).filter((p) => p.of === of).map((p) => ({ ...p, href: p.path.replace(':id', id) }));
  if (pages.length < 2) return null;
  const current = pages.filter((p) => path === p.href || path.startsWith(`${p.href}/`)).sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <nav className="tabs" aria-label={t('label')}>
      {pages.map((p) => (
        <Link key={p.href} href={p.href} aria-current={p === current ? 'page' : undefined}>
          {say(p.label)}
        </Link>
      ))}
    </nav>
  );
}
