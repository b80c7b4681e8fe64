import { lazy, Suspense, useState } from 'react';
import type { LucideIcon } from 'lucide-react';
import { useShortcuts } from './keys.tsx';
import { defineTexts } from './text.tsx';

const Impl = lazy(() => import('./internal/search-palette-impl.tsx'));

const texts = defineTexts({ open: { id: 'Cari di mana saja', en: 'Search everywhere' } });

export interface SearchHit {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly href: string;
}

export interface SearchGroup {
  readonly label: string;
  readonly hits: readonly SearchHit[];
}

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly href?: string;
  readonly run?: () => void;
}

export interface SearchPaletteProps {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Groups for what is typed (two letters and more). */
  readonly search?: ((query: string) => Promise<readonly SearchGroup[]>) | undefined;
  readonly commands: readonly Command[];
}

/** Ctrl+K. Its code comes when it is first opened. */
export function SearchPalette(props: SearchPaletteProps) {
  const [used, setUsed] = useState(false);
  if (props.open && !used) setUsed(true);
  useShortcuts([{ keys: 'Mod+k', label: texts.open, run: () => props.onOpen(true) }]);
  if (!used) return null;
  return (
    <Suspense fallback={null}>
      <Impl {...props} />
    </Suspense>
  );
}

export const preloadPalette = (): void => void import('./internal/search-palette-impl.tsx');
