import type { LucideIcon } from 'lucide-react';
import { lazy, Suspense, useRef, useState, type ReactElement } from 'react';
import type { TriggerProps } from './popover.tsx';

const Impl = lazy(() => import('./internal/menu-impl.tsx'));

export type MenuItem =
  | { readonly kind?: 'item'; readonly label: string; readonly icon?: LucideIcon; readonly onSelect?: () => void; readonly href?: string; readonly danger?: boolean; readonly disabled?: boolean }
  | { readonly kind: 'choice'; readonly label: string; readonly options: readonly { readonly value: string; readonly label: string }[]; readonly value: string; readonly onChange: (value: string) => void }
  | { readonly kind: 'line' };

export interface MenuProps {
  readonly trigger: (props: TriggerProps) => ReactElement;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'center' | 'end';
}

/** A list of commands behind a button; arrows, typing and Esc as in any menu. */
export function Menu({ trigger, label, items, align = 'end' }: MenuProps) {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const anchor = useRef<HTMLElement | null>(null);
  return (
    <>
      {trigger({
        ref: (node) => void (anchor.current = node),
        onClick: () => {
          setUsed(true);
          setOpen((o) => !o);
        },
        onPointerEnter: () => void import('./internal/menu-impl.tsx'),
        'aria-expanded': open,
        'aria-haspopup': 'menu',
      })}
      {used && (
        <Suspense fallback={null}>
          <Impl open={open} onOpen={setOpen} anchor={anchor} label={label} align={align} items={items} />
        </Suspense>
      )}
    </>
  );
}
