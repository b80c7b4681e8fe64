export const screens = [
  { path: '/rapat', permission: 'meeting.read', title: { id: 'Rapat', en: 'Meetings' }, load: () => import('./meetings.screen.tsx') },
  { path: '/kelompok/:id/rapat', permission: 'meeting.read', title: { id: 'Rapat kelompok', en: 'Meetings of the group' }, load: () => import('./group-meetings.screen.tsx') },
  { path: '/kelompok/:id/rapat/buku', permission: 'meeting.read', title: { id: 'Daftar hadir dan buku tamu', en: 'Attendance and guest book' }, load: () => import('./books.screen.tsx') },
  { path: '/kelompok/:id/rapat/:meeting', permission: 'meeting.read', title: { id: 'Notulen rapat', en: 'Minutes' }, load: () => import('./meeting.screen.tsx') },
  { path: '/kelompok/:id/rapat/:meeting/cetak', permission: 'meeting.read', title: { id: 'Berita acara', en: 'Record of the meeting' }, load: () => import('./paper.screen.tsx') },
] as const;
