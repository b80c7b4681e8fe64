import type { ComponentProps, ReactNode } from 'react';
import { Link } from './link.tsx';
import { useSay, type Bilingual } from './text.tsx';

export interface CardProps extends Omit<ComponentProps<'section'>, 'title'> {
  readonly title?: Bilingual | string;
  /** One short line under the title. */
  readonly note?: Bilingual | string;
  readonly actions?: ReactNode;
  /** `flush` takes the padding away, for tables. */
  readonly flush?: boolean;
  readonly tone?: 'ok' | 'warn' | 'bad' | 'info';
}

export function Card({ title, note, actions, flush, tone, className, children, ...rest }: CardProps) {
  const say = useSay();
  return (
    <section className={['card', flush && 'flush', tone && `tone ${tone}`, className].filter(Boolean).join(' ')} {...rest}>
      {(title || actions) && (
        <header className="card-head">
          <div>
            {title && <h2>{say(title)}</h2>}
            {note && <p className="muted small">{say(note)}</p>}
          </div>
          {actions && <div className="card-act">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}

export interface FigureProps {
  readonly label: Bilingual | string;
  readonly value: ReactNode;
  /** A chip, a money bar, or a line of words. */
  readonly children?: ReactNode;
  readonly href?: string;
}

/** One big number with what it means and how it changed. The whole card is the link. */
export function Figure({ label, value, children, href }: FigureProps) {
  const say = useSay();
  return (
    <div className={href ? 'card figure linked' : 'card figure'}>
      <div className="muted">{href ? <Link href={href} className="cover">{say(label)}</Link> : say(label)}</div>
      <div className="fig">{value}</div>
      {children}
    </div>
  );
}

export interface TaskCardProps {
  readonly count: number;
  readonly title: Bilingual | string;
  readonly note?: Bilingual | string;
  readonly action: Bilingual | string;
  readonly href: string;
}

/** "5 usulan menunggu verifikasi, tertua 12 hari", and where to go. */
export function TaskCard({ count, title, note, action, href }: TaskCardProps) {
  const say = useSay();
  return (
    <div className="card task">
      <span className="n">{count}</span>
      <div>
        <b>{say(title)}</b>
        {note && <div className="muted small">{say(note)}</div>}
        <Link href={href}>
          {say(action)} <span className="sr">({say(title)})</span>
        </Link>
      </div>
    </div>
  );
}

/** Label and value pairs; `wide` for one column. */
export function Facts({ items, wide }: { readonly items: readonly { readonly label: Bilingual | string; readonly value: ReactNode }[]; readonly wide?: boolean }) {
  const say = useSay();
  return (
    <dl className={wide ? 'facts wide' : 'facts'}>
      {items.map((f, i) => (
        <div key={i}>
          <dt>{say(f.label)}</dt>
          <dd>{f.value}</dd>
        </div>
      ))}
    </dl>
  );
}
