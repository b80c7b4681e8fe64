export const screens = [
  { path: '/produksi', permission: 'production.board', title: { id: 'Produksi', en: 'Production' }, load: () => import('./district.screen.tsx') },
  { path: '/produksi/katalog', permission: 'production.read', title: { id: 'Daftar barang dan bahan', en: 'Goods and material' }, load: () => import('./catalogue.screen.tsx') },
  { path: '/kelompok/:id/produksi', permission: 'production.read', title: { id: 'Produksi kelompok', en: "Group's production" }, load: () => import('./group.screen.tsx') },
  { path: '/kelompok/:id/produksi/slip/:deposit', permission: 'production.read', title: { id: 'Slip setoran', en: 'Deposit slip' }, load: () => import('./slip.screen.tsx') },
] as const;
