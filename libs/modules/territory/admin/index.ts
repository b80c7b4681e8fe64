import { defineScreens } from '@anyam/admin-kit/screen';

export const screens = defineScreens([
  { path: '/pengaturan/wilayah', module: 'territory', permission: 'territory.read', title: { id: 'Wilayah', en: 'Territory' }, load: () => import('./territory.screen.tsx') },
]);
