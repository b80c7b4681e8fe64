import { useSyncExternalStore } from 'react';

const QUERY = '(width < 640px)';
const subscribe = (run: () => void) => {
  const media = window.matchMedia(QUERY);
  media.addEventListener('change', run);
  return () => media.removeEventListener('change', run);
};

/** The width at which the kit's tables become cards. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(QUERY).matches, () => false);
