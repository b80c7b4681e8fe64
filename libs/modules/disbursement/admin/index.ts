export const screens = [
  { path: '/bantuan', permission: 'disbursement.read', title: { id: 'Usulan bantuan', en: 'Aid proposals' }, load: () => import('./proposals.screen.tsx') },
  { path: '/bantuan/verifikasi', permission: 'disbursement.read', title: { id: 'Verifikasi usulan', en: 'Verification of proposals' }, load: () => import('./verification.screen.tsx') },
  { path: '/bantuan/usulan/:id', permission: 'disbursement.read', title: { id: 'Usulan', en: 'Proposal' }, load: () => import('./proposal.screen.tsx') },
  { path: '/bantuan/penetapan', permission: 'disbursement.read', title: { id: 'Penetapan', en: 'Decrees' }, load: () => import('./decrees.screen.tsx') },
  { path: '/bantuan/penetapan/:id', permission: 'disbursement.read', title: { id: 'SK penetapan', en: 'Decree' }, load: () => import('./decree.screen.tsx') },
  { path: '/bantuan/pencairan', permission: 'disbursement.read', title: { id: 'Pencairan', en: 'Payment' }, load: () => import('./batches.screen.tsx') },
  { path: '/bantuan/pencairan/:id', permission: 'disbursement.read', title: { id: 'Batch pencairan', en: 'Payment batch' }, load: () => import('./batch.screen.tsx') },
  { path: '/bantuan/tahap/:id', permission: 'disbursement.read', title: { id: 'Tahap pencairan', en: 'Tranche' }, load: () => import('./tranche.screen.tsx') },
  { path: '/bantuan/lpj', permission: 'disbursement.read', title: { id: 'LPJ', en: 'Accountability reports' }, load: () => import('./lpjs.screen.tsx') },
  { path: '/bantuan/lpj/:id', permission: 'disbursement.read', title: { id: 'LPJ kelompok', en: 'Accountability report' }, load: () => import('./lpj.screen.tsx') },
  { path: '/bantuan/pembukuan', permission: 'disbursement.books', title: { id: 'Pembukuan bantuan', en: 'Aid ledger' }, load: () => import('./books.screen.tsx') },
] as const;
