import { lazy, Suspense, useRef, useState, type ReactElement, type ReactNode, type RefCallback } from 'react';

const Impl = lazy(() => import('./internal/popover-impl.tsx'));

export interface TriggerProps {
  readonly ref: RefCallback<HTMLElement>;
  readonly onClick: () => void;
  readonly onPointerEnter: () => void;
  readonly 'aria-expanded': boolean;
  readonly 'aria-haspopup': 'dialog' | 'menu';
}

export interface PopoverProps {
  /** Draws the button; spread the given props on it. */
  readonly trigger: (props: TriggerProps) => ReactElement;
  /** Said by a screen reader when it opens. */
  readonly label: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly align?: 'start' | 'center' | 'end';
  readonly width?: number;
}

/** A small floating panel. Its code is fetched when the pointer comes near or it is first opened. */
export function Popover({ trigger, label, children, align = 'start', width }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const anchor = useRef<HTMLElement | null>(null);
  const toggle = () => {
    setUsed(true);
    setOpen((o) => !o);
  };
  return (
    <>
      {trigger({
        ref: (node) => void (anchor.current = node),
        onClick: toggle,
        onPointerEnter: () => void import('./internal/popover-impl.tsx'),
        'aria-expanded': open,
        'aria-haspopup': 'dialog',
      })}
      {used && (
        <Suspense fallback={null}>
          <Impl open={open} onOpen={setOpen} anchor={anchor} label={label} align={align} width={width}>
            {typeof children === 'function' ? children(() => setOpen(false)) : children}
          </Impl>
        </Suspense>
      )}
    </>
  );
}
