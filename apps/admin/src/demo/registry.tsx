import { defineScreens } from '@anyam/admin-kit/screen';
import type { NavEntry } from '../shell/nav.ts';
const b = (id: string, en = id) => ({ id, en });
export const demoScreens = defineScreens([
  { path: '/', module: 'demo', permission: 'demo', title: b('Beranda', 'Home'), load: () => import('./home.tsx') },
  { path: '/kelompok', module: 'demo', permission: 'demo', title: b('Kelompok', 'Groups'), load: () => import('./groups.tsx') },
  { path: '/kelompok/baru', module: 'demo', permission: 'demo', title: b('Kelompok baru', 'New group'), load: () => import('./form.tsx') },
  { path: '/kelompok/:id', module: 'demo', permission: 'demo', title: b('Rincian kelompok', 'Group'), load: () => import('./detail.tsx') },
  { path: '/impor', module: 'demo', permission: 'demo', title: b('Impor', 'Import'), load: () => import('./import.tsx') },
]);
const n = (path: string, id: string, icon: string, order: number, group: 'main' | 'settings' = 'main'): NavEntry => ({ path, label: b(id), icon, order, permission: 'demo', group });
export const demoNav: readonly NavEntry[] = [
  n('/', 'Beranda', 'house', 1), n('/kelompok', 'Kelompok', 'users', 2), n('/anggota', 'Anggota', 'user', 3), n('/bantuan', 'Bantuan', 'credit-card', 4), n('/impor', 'Impor', 'download', 5), n('/jejak', 'Jejak audit', 'history', 6),
  n('/pengaturan/pengguna', 'Pengguna & peran', 'user-cog', 90, 'settings'), n('/pengaturan/aturan', 'Aturan', 'scale', 91, 'settings'),
];
