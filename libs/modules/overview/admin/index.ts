import { defineScreens } from '@anyam/admin-kit/screen';

export const screens = defineScreens([
  { path: '/', module: 'overview', permission: 'overview.read', title: { id: 'Beranda', en: 'Home' }, load: () => import('./home.screen.tsx') },
  { path: '/kelompok-saya', module: 'overview', permission: 'overview.own', title: { id: 'Kelompok saya', en: 'My group' }, load: () => import('./own.screen.tsx') },
]);
