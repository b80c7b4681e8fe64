import { Link } from '@anyam/admin-kit/link';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { screens } from '../registry.ts';
import { ancestors } from '../screens/match.ts';

const texts = defineTexts({ label: { id: 'Jejak halaman', en: 'Breadcrumb' } });

/** The screens above this one that the person may open. The first level needs none: the rail shows it. */
export function Crumbs({ path }: { readonly path: string }) {
  const say = useSay();
  const t = useText(texts);
  const { can } = useSession();
  const above = ancestors(screens, path).filter((s) => can(s.permission));
  if (above.length === 0) return null;
  return (
    <nav className="crumbs" aria-label={t('label')}>
      {above.map((s) => (
        <span key={s.path}>
          <Link href={s.path}>{say(s.title)}</Link> <span aria-hidden>›</span>
        </span>
      ))}
    </nav>
  );
}
