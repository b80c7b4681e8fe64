import type { Screen } from '@anyam/admin-kit/screen';

export interface Match {
  readonly screen: Screen;
  readonly params: Readonly<Record<string, string>>;
}

/** The screen of a path. A literal part wins over a named one: `/kelompok/baru` over `/kelompok/:id`. */
export function matchScreen(screens: readonly Screen[], path: string): Match | null {
  const parts = split(path);
  let best: (Match & { literal: number }) | null = null;
  for (const screen of screens) {
    const wanted = split(screen.path);
    if (wanted.length !== parts.length) continue;
    const params: Record<string, string> = {};
    let literal = 0;
    const fits = wanted.every((w, i) => {
      const part = parts[i] as string;
      if (w.startsWith(':')) {
        params[w.slice(1)] = decode(part);
        return true;
      }
      literal += w === part ? 1 << (wanted.length - i) : 0;
      return w === part;
    });
    if (fits && (!best || literal > best.literal)) best = { screen, params, literal };
  }
  return best && { screen: best.screen, params: best.params };
}

const split = (path: string): string[] => path.split('/').filter(Boolean);

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Screens above a path that themselves stand on a path without names: the way back. */
export function ancestors(screens: readonly Screen[], path: string): Screen[] {
  const parts = split(path);
  return parts.slice(0, -1).flatMap((_, i) => {
    const found = matchScreen(screens, `/${parts.slice(0, i + 1).join('/')}`);
    return found && !found.screen.path.includes(':') ? [found.screen] : [];
  });
}
