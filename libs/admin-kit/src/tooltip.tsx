import { lazy, Suspense, useRef, useState, type ReactElement, type RefCallback } from 'react';

const Impl = lazy(() => import('./internal/tooltip-impl.tsx'));

export interface TooltipTarget {
  readonly ref: RefCallback<HTMLElement>;
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** A word for what has none on screen. It adds nothing that is not also the target's accessible name. */
export function Tooltip({ text, side = 'top', target }: { readonly text: string; readonly side?: 'top' | 'right' | 'bottom' | 'left'; readonly target: (props: TooltipTarget) => ReactElement }) {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const anchor = useRef<HTMLElement | null>(null);
  const show = () => {
    setUsed(true);
    setOpen(true);
  };
  const hide = () => setOpen(false);
  return (
    <>
      {target({ ref: (n) => void (anchor.current = n), onPointerEnter: show, onPointerLeave: hide, onFocus: show, onBlur: hide })}
      {used && (
        <Suspense fallback={null}>
          <Impl open={open} onOpen={setOpen} anchor={anchor} side={side} text={text} />
        </Suspense>
      )}
    </>
  );
}
