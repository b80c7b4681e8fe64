import { definePermissions, ROLES } from '@anyam/contract-kit';

/**
 * Doors only. Inside, the flow of deals decides on state and role, and a partner reaches nothing but the own group or party.
 */
export const marketplaceBrokerPermissions = definePermissions({
  'marketplace-broker.read': { title: { id: 'Melihat kesepakatan jual', en: 'See deals' }, roles: [...ROLES, 'pengurus', 'broker'] },
  /** The broker's own small screen. */
  'marketplace-broker.own': { title: { id: 'Kesepakatan sendiri sebagai pengepul', en: 'Own deals as a broker' }, roles: ['broker'] },
  'marketplace-broker.board': { title: { id: 'Melihat papan jual, mitra, dan kewajaran harga', en: 'See the board, parties and fairness' }, roles: [...ROLES, 'pengurus'] },
  'marketplace-broker.party': { title: { id: 'Mencatat pengepul dan pembeli', en: 'Keep parties' }, roles: ['operator', 'pendamping'] },
  'marketplace-broker.block': { title: { id: 'Memblokir mitra', en: 'Block parties' }, roles: ['operator'] },
  'marketplace-broker.account': { title: { id: 'Memberi akun pengepul', en: 'Give brokers an account' }, roles: ['operator', 'admin'] },
  'marketplace-broker.need': { title: { id: 'Menulis kebutuhan dan bahan yang dijual mitra', en: 'Publish needs of parties' }, roles: ['operator', 'pendamping', 'broker'] },
  'marketplace-broker.sell': { title: { id: 'Menjual hasil kelompok dan membagi pembayaran', en: 'Sell goods and share payments' }, roles: ['operator', 'pendamping', 'pengurus'] },
  'marketplace-broker.bid': { title: { id: 'Menawar barang dan menarik tawaran', en: 'Bid on goods' }, roles: ['operator', 'pendamping', 'pengurus', 'broker'] },
  'marketplace-broker.export': { title: { id: 'Mengunduh daftar kesepakatan', en: 'Download the list of deals' }, roles: ['operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'admin', 'auditor'] },
});
