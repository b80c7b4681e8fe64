export const screens = [
  { path: '/impor', permission: 'roster.read', title: { id: 'Impor', en: 'Import' }, load: () => import('./imports.screen.tsx') },
  { path: '/impor/:id', permission: 'roster.read', title: { id: 'Impor daftar kelompok', en: 'Import of a roster' }, load: () => import('./import.screen.tsx') },
  { path: '/anggota/register', permission: 'roster.read', title: { id: 'Data DTKS/DTSEN dan bantuan terdahulu', en: 'DTKS/DTSEN data and earlier aid' }, load: () => import('./register.screen.tsx') },
] as const;
