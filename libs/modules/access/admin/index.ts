export const screens = [
  { path: '/pengaturan/pengguna', permission: 'access.users', title: { id: 'Pengguna & peran', en: 'Users & roles' }, load: () => import('./users.screen.tsx') },
  { path: '/akun', permission: 'access.self', title: { id: 'Akun saya', en: 'My account' }, load: () => import('./account.screen.tsx') },
] as const;
