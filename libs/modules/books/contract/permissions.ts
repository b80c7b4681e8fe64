import { definePermissions, ROLES } from '@anyam/contract-kit';

const DAILY = ['pendamping', 'operator', 'pengurus'] as const;

/** Books are read by the office and the group's own officers; they are written by those who do the daily work with the group. */
export const booksPermissions = definePermissions({
  'books.read': { title: { id: 'Melihat buku kelompok', en: "See a group's books" }, roles: [...ROLES, 'pengurus'] },
  'books.write': { title: { id: 'Mencatat di buku kelompok', en: "Write in a group's books" }, roles: DAILY },
  'books.opening': {
    title: { id: 'Mencatat saldo awal buku kelompok', en: "Record the opening balance of a group's books" },
    roles: ['pendamping', 'operator'],
  },
  'books.close': { title: { id: 'Menutup bulan dan mengoreksi buku', en: 'Close months and correct books' }, roles: DAILY },
  'books.export': {
    title: { id: 'Mengekspor daftar buku kelompok', en: "Export the list of groups' books" },
    roles: ['operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'admin', 'auditor'],
  },
});
