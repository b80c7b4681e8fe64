import { defineScreens } from '@anyam/admin-kit/screen';

export const screens = defineScreens([
  { path: '/pengaturan/pengguna', module: 'access', permission: 'access.users', title: { id: 'Pengguna & peran', en: 'Users & roles' }, load: () => import('./users.screen.tsx') },
  { path: '/akun', module: 'access', permission: 'access.self', title: { id: 'Akun saya', en: 'My account' }, load: () => import('./account.screen.tsx') },
]);
