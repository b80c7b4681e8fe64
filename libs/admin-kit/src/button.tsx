import { LoaderCircle, Lock, type LucideIcon } from 'lucide-react';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { fill, type Blocker } from '@anyam/domain/kernel';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import { Popover } from './popover.tsx';
import { defineTexts, useLanguage, useText } from './text.tsx';

const texts = defineTexts({
  why: { id: 'Belum dapat dilakukan', en: 'Not possible yet' },
  clears: { id: 'Yang dapat menyelesaikan: {who}', en: 'Who can clear it: {who}' },
});

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly variant?: ButtonVariant;
  readonly size?: 'md' | 'sm';
  readonly icon?: LucideIcon;
  /** Shows a turning mark and takes no second press. */
  readonly busy?: boolean;
  /** Grey, but in reach of the keyboard: pressing it says why and who can clear it. */
  readonly blockedBy?: readonly Blocker[] | undefined;
  /** A link that looks like a button. */
  readonly href?: string;
  readonly children: ReactNode;
}

const classes = (variant: ButtonVariant, size: 'md' | 'sm', more?: string) => ['btn', variant, size === 'sm' && 's', more].filter(Boolean).join(' ');

export function Button({ variant = 'secondary', size = 'md', icon, busy, blockedBy, href, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  if (blockedBy && blockedBy.length > 0) return <BlockedButton blockers={blockedBy} size={size} icon={icon}>{children}</BlockedButton>;
  const inner = (
    <>
      {busy ? <Icon of={LoaderCircle} size={16} className="turn" /> : icon && <Icon of={icon} size={16} />}
      {children}
    </>
  );
  if (href) {
    return (
      <Link href={href} className={classes(variant, size, className)}>
        {inner}
      </Link>
    );
  }
  return (
    <button {...rest} type={type} className={classes(variant, size, className)} aria-busy={busy || undefined} aria-disabled={busy || undefined} onClick={busy ? (e) => e.preventDefault() : onClick}>
      {inner}
    </button>
  );
}

function BlockedButton({ blockers, size, icon, children }: { readonly blockers: readonly Blocker[]; readonly size: 'md' | 'sm'; readonly icon: LucideIcon | undefined; readonly children: ReactNode }) {
  const t = useText(texts);
  const language = useLanguage();
  const id = useId();
  return (
    <>
      <Popover
        label={t('why')}
        width={340}
        align="end"
        trigger={(p) => (
          <button {...p} type="button" className={classes('secondary', size, 'off')} aria-disabled aria-describedby={id}>
            <Icon of={icon ?? Lock} size={16} />
            {children}
          </button>
        )}
      >
        <h3>{t('why')}</h3>
        <BlockerList blockers={blockers} />
      </Popover>
      <span id={id} hidden>
        {blockers.map((b) => fill(b.text[language], b.params)).join(' ')}
      </span>
    </>
  );
}

/** Reasons against an action, each with who can clear it. */
export function BlockerList({ blockers }: { readonly blockers: readonly Blocker[] }) {
  const t = useText(texts);
  const language = useLanguage();
  return (
    <ul className="blockers">
      {blockers.map((b, i) => (
        <li key={i}>
          {fill(b.text[language], b.params)}
          <div className="muted small">{t('clears', { who: b.clearedBy[language] })}</div>
        </li>
      ))}
    </ul>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  readonly label: string;
}

/** An icon alone is allowed where its word is everywhere the same; the word is its name and title. */
export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={className ? `icon-btn ${className}` : 'icon-btn'} aria-label={label} title={label}>
      <Icon of={icon} />
    </button>
  );
}
