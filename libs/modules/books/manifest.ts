import { defineModule } from '@anyam/contract-kit';
import { booksPermissions } from './contract/permissions.ts';

export const booksManifest = defineModule({
  id: 'books',
  title: { id: 'Buku kelompok', en: "Groups' books" },
  owner: 'dinsos',
  version: '0.1.0',
  dependsOn: ['territory', 'access', 'programme', 'member', 'group'],
  permissions: booksPermissions,
  nav: [{ path: '/buku', label: { id: 'Buku', en: 'Books' }, icon: 'book-open', order: 360, permission: 'books.read', group: 'main' }],
  pages: [{ of: 'group', path: '/kelompok/:id/buku', label: { id: 'Buku', en: 'Books' }, order: 50, permission: 'books.read' }],
});
