import { useEffect, useRef } from 'react';
import type { Bilingual } from './text.tsx';

export interface Shortcut {
  /** `j`, `?`, `/`, `Enter`, or with a modifier `Mod+k` (Ctrl, or Cmd on a Mac). */
  readonly keys: string;
  readonly label: Bilingual;
  /** Returning false lets the browser have the key. */
  readonly run: () => boolean | void;
}

const live = new Set<readonly Shortcut[]>();
const OFF = 'anyam-tombol-tunggal';

/** Shortcuts at hand on this screen, for the list behind `?`. */
export const currentShortcuts = (): readonly Shortcut[] => [...live].flat();

/** Single keys may disturb people who speak or tremble, so they can be switched off (WCAG 2.1.4). */
export const singleKeysOn = (): boolean => typeof localStorage === 'undefined' || localStorage.getItem(OFF) !== 'mati';
export const setSingleKeys = (on: boolean): void => (on ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'mati'));

const typing = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.getAttribute('role') === 'gridcell');
const busy = (target: EventTarget | null): boolean => target instanceof HTMLElement && (/^(A|BUTTON|SUMMARY)$/.test(target.tagName) || Boolean(target.closest('[role=dialog],[role=menu],[role=listbox]')));

/** Keys for the time a component is shown. They rest while someone types or a dialog is open. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const mod = event.ctrlKey || event.metaKey;
      const pressed = mod ? `Mod+${event.key.toLowerCase()}` : event.key;
      if (event.altKey) return;
      const hit = latest.current.find((s) => s.keys === pressed);
      if (!hit) return;
      if (!mod && (typing(event.target) || !singleKeysOn())) return;
      if (!mod && (document.querySelector('[role=dialog]') || (hit.keys === 'Enter' && busy(event.target)))) return;
      if (hit.run() !== false) event.preventDefault();
    };
    const listed = latest.current;
    live.add(listed);
    window.addEventListener('keydown', onKey);
    return () => {
      live.delete(listed);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
