import { definePermissions, ROLES } from '@anyam/contract-kit';

/**
 * Which roles may knock at which door. Inside, the flow tables of the domain decide on state, role, separation of duties
 * and guards, so a permission alone never moves money.
 */
export const disbursementPermissions = definePermissions({
  'disbursement.read': { title: { id: 'Melihat bantuan', en: 'See aid' }, roles: ROLES },
  'disbursement.propose': { title: { id: 'Menyusun usulan dan RAB', en: 'Draw up proposals' }, roles: ['operator', 'pendamping'] },
  'disbursement.verify': { title: { id: 'Memverifikasi usulan', en: 'Verify proposals' }, roles: ['verifikator'] },
  'disbursement.approve': { title: { id: 'Menyetujui pembayaran', en: 'Approve payment' }, roles: ['kabid'] },
  'disbursement.decree': { title: { id: 'Menetapkan penerima dengan SK', en: 'Decree recipients' }, roles: ['kepala'] },
  'disbursement.pay': { title: { id: 'Mencatat SPP-LS, SPM, SP2D dan mengirim daftar bayar', en: 'Pay' }, roles: ['bendahara'] },
  /** Steps of a flow whose table names several roles; which of them may take which step stands in the table. */
  'disbursement.act': { title: { id: 'Menjalankan langkah bantuan', en: 'Take steps on aid' }, roles: ['operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'pendamping'] },
  'disbursement.draft': { title: { id: 'Menyusun konsep SK dan batch', en: 'Draft decrees and batches' }, roles: ['operator'] },
  'disbursement.reconcile': { title: { id: 'Mencocokkan rekening koran', en: 'Match bank statements' }, roles: ['operator', 'verifikator', 'kabid'] },
  'disbursement.account': { title: { id: 'Mengisi LPJ', en: 'Write accountability reports' }, roles: ['operator', 'pendamping'] },
  'disbursement.review': { title: { id: 'Memeriksa LPJ', en: 'Review accountability reports' }, roles: ['verifikator', 'kabid'] },
  'disbursement.export': { title: { id: 'Mengunduh daftar bantuan', en: 'Download lists of aid' }, roles: ['operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'auditor', 'admin'] },
  /** Whole account numbers: specific personal data, for those who make, approve and send the list. */
  'disbursement.paymentList': { title: { id: 'Mengunduh daftar bayar bank', en: 'Download the payment list' }, roles: ['operator', 'kabid', 'kepala', 'bendahara'] },
  'disbursement.books': { title: { id: 'Melihat buku besar bantuan', en: 'See the aid ledger' }, roles: ['operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'pimpinan', 'auditor', 'admin'] },
});
