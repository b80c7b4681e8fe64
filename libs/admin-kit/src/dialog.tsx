import { lazy, Suspense, useRef, type ReactNode } from 'react';
import type { Bilingual } from './text.tsx';

const Impl = lazy(() => import('./internal/dialog-impl.tsx'));

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: Bilingual | string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons; the main one last. */
  readonly footer?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg';
  /** Something was typed: Esc and a press outside ask before they throw it away. */
  readonly dirty?: boolean;
  readonly side?: 'center' | 'right' | 'left';
}

/** Fetched when first opened. Focus stays inside and returns to where it was. */
export function Dialog(props: DialogProps) {
  const used = useRef(false);
  if (props.open) used.current = true;
  if (!used.current) return null;
  return (
    <Suspense fallback={null}>
      <Impl {...props} />
    </Suspense>
  );
}

/** A panel from the right for detail or a short form. */
export const Drawer = (props: Omit<DialogProps, 'side'> & { readonly side?: 'left' | 'right' }) => <Dialog side="right" {...props} />;

/** Fetch the code before it is needed, for instance when a dashboard with a pay button has settled. */
export const preloadDialog = (): void => void import('./internal/dialog-impl.tsx');
