export const screens = [
  { path: '/bantuan', permission: 'disbursement.read', title: { id: 'Usulan bantuan', en: 'Aid proposals' }, load: () => import('./proposals.screen.tsx') },
  { path: '/bantuan/verifikasi', permission: 'disbursement.read', title: { id: 'Verifikasi usulan', en: 'Verification of proposals' }, load: () => import('./verification.screen.tsx') },
] as const;
