import type { LucideIcon } from 'lucide-react';

export type { LucideIcon };

/** Icons stand beside a word and are silent for a screen reader. */
export function Icon({ of: Shape, size = 18, className }: { readonly of: LucideIcon; readonly size?: number; readonly className?: string }) {
  return <Shape size={size} strokeWidth={1.75} aria-hidden className={className ? `ico ${className}` : 'ico'} />;
}
