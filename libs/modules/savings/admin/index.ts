export const screens = [
  { path: '/simpanan', permission: 'savings.read', title: { id: 'Simpanan', en: 'Savings' }, load: () => import('./district.screen.tsx') },
  { path: '/kelompok/:id/simpanan', permission: 'savings.read', title: { id: 'Simpanan kelompok', en: 'Savings of the group' }, load: () => import('./group.screen.tsx') },
  { path: '/kelompok/:id/simpanan/:loan', permission: 'savings.read', title: { id: 'Pinjaman', en: 'Loan' }, load: () => import('./loan.screen.tsx') },
  { path: '/rapat/:id', permission: 'savings.read', title: { id: 'Lembar rapat', en: 'Meeting sheet' }, load: () => import('./sheet.screen.tsx') },
  { path: '/rapat/:id/bacakan', permission: 'savings.read', title: { id: 'Bacakan hasil rapat', en: 'Read out the meeting' }, load: () => import('./read-aloud.screen.tsx') },
] as const;
