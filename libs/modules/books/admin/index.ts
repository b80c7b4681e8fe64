export const screens = [
  { path: '/buku', permission: 'books.read', title: { id: 'Buku', en: 'Books' }, load: () => import('./books-list.screen.tsx') },
  { path: '/kelompok/:id/buku', permission: 'books.read', title: { id: 'Buku kelompok', en: "Group's books" }, load: () => import('./group-books.screen.tsx') },
  {
    path: '/kelompok/:id/buku/anggota/:memberId',
    permission: 'books.read',
    title: { id: 'Rekap anggota', en: "Member's statement" },
    load: () => import('./statement.screen.tsx'),
  },
] as const;
