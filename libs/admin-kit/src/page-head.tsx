import { Ellipsis } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import { defineTexts, useSay, useText, type Bilingual } from './text.tsx';

const texts = defineTexts({ more: { id: 'Tindakan lain', en: 'More actions' } });

export interface PageHeadProps {
  readonly title: Bilingual | string;
  /** One line: what this is, of when. */
  readonly context?: ReactNode;
  /** Chips beside the title. */
  readonly status?: ReactNode;
  /** Buttons; the primary one last. */
  readonly actions?: ReactNode;
  /** Rare actions behind "...". */
  readonly more?: readonly MenuItem[];
}

export function PageHead({ title, context, status, actions, more }: PageHeadProps) {
  const say = useSay();
  const t = useText(texts);
  const words = say(title);
  useEffect(() => {
    document.title = `${words} · Anyam`;
  }, [words]);
  return (
    <header className="page-head">
      <div>
        <div className="page-title">
          <h1 tabIndex={-1}>{words}</h1>
          {status}
        </div>
        {context && <p>{context}</p>}
      </div>
      {(actions || more) && (
        <div className="act">
          {actions}
          {more && more.length > 0 && <Menu label={t('more')} items={more} trigger={(p) => <IconButton {...p} icon={Ellipsis} label={t('more')} className="edged" />} />}
        </div>
      )}
    </header>
  );
}
