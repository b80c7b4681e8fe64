export const screens = [
  { path: '/bantuan/program', permission: 'programme.read', title: { id: 'Program bantuan', en: 'Aid programmes' }, load: () => import('./programmes.screen.tsx') },
  { path: '/bantuan/program/:id', permission: 'programme.read', title: { id: 'Program bantuan', en: 'Aid programme' }, load: () => import('./programme.screen.tsx') },
] as const;
