export const screens = [
  { path: '/jual', permission: 'marketplace-broker.board', title: { id: 'Kerja sama & Jual', en: 'Partners and sales' }, load: () => import('./market.screen.tsx') },
  { path: '/jual/pihak/:id', permission: 'marketplace-broker.board', title: { id: 'Pengepul atau pembeli', en: 'Broker or buyer' }, load: () => import('./party.screen.tsx') },
  { path: '/jual/:id', permission: 'marketplace-broker.read', title: { id: 'Kesepakatan', en: 'Deal' }, load: () => import('./deal.screen.tsx') },
  { path: '/jual/:id/slip/:share', permission: 'marketplace-broker.board', title: { id: 'Slip bagian anggota', en: 'Slips of members' }, load: () => import('./slips.screen.tsx') },
  { path: '/kelompok/:id/jual', permission: 'marketplace-broker.board', title: { id: 'Penjualan kelompok', en: 'Sales of the group' }, load: () => import('./group-sales.screen.tsx') },
  { path: '/kerja-sama', permission: 'marketplace-broker.own', title: { id: 'Kerja sama saya', en: 'My deals' }, load: () => import('./own.screen.tsx') },
] as const;
