export const screens = [
  { path: '/', permission: 'overview.read', title: { id: 'Beranda', en: 'Home' }, load: () => import('./home.screen.tsx') },
] as const;
