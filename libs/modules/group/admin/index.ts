export const screens = [
  { path: '/kelompok', permission: 'group.read', title: { id: 'Kelompok', en: 'Groups' }, load: () => import('./groups.screen.tsx') },
  { path: '/kelompok/baru', permission: 'group.write', title: { id: 'Kelompok baru', en: 'New group' }, load: () => import('./new-group.screen.tsx') },
  { path: '/kelompok/duplikat', permission: 'group.merge', title: { id: 'Kelompok ganda', en: 'Duplicate groups' }, load: () => import('./duplicates.screen.tsx') },
  { path: '/kelompok/:id', permission: 'group.read', title: { id: 'Kelompok', en: 'Group' }, load: () => import('./group.screen.tsx') },
  { path: '/kelompok/:id/tugas/:task', permission: 'group.write', title: { id: 'Berkas kelompok', en: 'File of the group' }, load: () => import('./task.screen.tsx') },
] as const;
