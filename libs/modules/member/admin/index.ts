export const screens = [
  { path: '/anggota', permission: 'member.read', title: { id: 'Anggota', en: 'Members' }, load: () => import('./members.screen.tsx') },
  { path: '/anggota/duplikat', permission: 'member.merge', title: { id: 'Data ganda anggota', en: 'Duplicate members' }, load: () => import('./duplicates.screen.tsx') },
  { path: '/anggota/:id', permission: 'member.read', title: { id: 'Anggota', en: 'Member' }, load: () => import('./member.screen.tsx') },
] as const;
