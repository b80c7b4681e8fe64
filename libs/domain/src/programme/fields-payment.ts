import { fields, UNITS } from './field.ts';

/** Tranches and receipt: rules 24-28. */
export const paymentFields = fields({
  trancheCount: {
    section: 'payment', kind: 'integer', unit: UNITS.tranches, min: 1, max: 6, value: 1,
    label: { id: 'Jumlah tahap', en: 'Number of tranches' },
    help: { id: 'Harus sama banyak dengan pembagian di bawah.', en: 'Must equal the number of shares below.' },
    source: 'Kemensos 2020',
  },
  trancheSplit: {
    section: 'payment', kind: 'percents', unit: UNITS.percent, min: 1, max: 6, value: [100],
    label: { id: 'Pembagian tahap', en: 'Shares of the tranches' },
    help: { id: 'Persen tiap tahap; jumlahnya 100.', en: 'Percent of each tranche; they sum to 100.' },
    source: 'Kemensos 2020',
  },
  trancheNeedsReport: {
    section: 'payment', kind: 'severity', value: 'block',
    label: { id: 'Tahap berikut sebelum laporan diterima', en: 'Next tranche before the report is accepted' },
    help: { id: 'Laporan tahap sebelumnya harus sudah diterima.', en: 'The report on the earlier tranche must be accepted.' },
    source: 'asumsi',
  },
  trancheNeedsConfirmation: {
    section: 'payment', kind: 'severity', value: 'block',
    label: { id: 'Tahap berikut sebelum anggota menyatakan menerima', en: 'Next tranche before members confirm receipt' },
    help: { id: 'Konfirmasi tahap sebelumnya oleh anggota biasa.', en: 'Confirmation of the earlier tranche by ordinary members.' },
    source: 'asumsi',
  },
  receiptsPercentForNext: {
    section: 'payment', kind: 'percent', unit: UNITS.percent, min: 0, max: 100, value: 80,
    label: { id: 'Bukti belanja sebelum tahap berikut', en: 'Receipts before the next tranche' },
    help: { id: 'Bagian tahap sebelumnya yang sudah berbukti. 0 berarti tidak disyaratkan.', en: 'Share of the earlier tranche covered by receipts. 0 leaves it out.' },
    source: 'asumsi',
  },
  visitBeforeNextTranche: {
    section: 'payment', kind: 'boolean', value: true,
    label: { id: 'Kunjungan sebelum tahap berikut', en: 'A visit before the next tranche' },
    help: { id: 'Pendamping sudah melihat penggunaan tahap sebelumnya.', en: 'The facilitator has seen the use of the earlier tranche.' },
    source: 'asumsi',
  },
  memberConfirmations: {
    section: 'payment', kind: 'integer', unit: UNITS.persons, min: 0, max: 20, value: 2,
    label: { id: 'Anggota biasa yang menyatakan menerima', en: 'Ordinary members who confirm receipt' },
    help: { id: 'Pengurus tidak dihitung.', en: 'Officers do not count.' },
    source: 'kasus PALI; asumsi',
  },
  cashOutDays: {
    section: 'payment', kind: 'integer', unit: UNITS.days, min: 0, max: 90, value: 7,
    label: { id: 'Penarikan tunai besar dalam', en: 'Large cash withdrawal within' },
    help: { id: 'Hari sejak dana masuk yang diawasi.', en: 'Days since receipt that are watched.' },
    source: 'asumsi',
  },
  cashOutPercent: {
    section: 'payment', kind: 'percent', unit: UNITS.percent, min: 1, max: 100, value: 80,
    label: { id: 'Penarikan disebut besar mulai', en: 'A withdrawal is large from' },
    help: { id: 'Bagian dari dana yang diterima.', en: 'Share of the money received.' },
    source: 'asumsi',
  },
  receiptUploadDays: {
    section: 'payment', kind: 'integer', unit: UNITS.days, min: 1, max: 120, value: 14,
    label: { id: 'Bukti belanja diunggah dalam', en: 'Receipts uploaded within' },
    help: { id: 'Hari sejak penarikan; lewat dari itu muncul peringatan.', en: 'Days since the withdrawal; then a warning appears.' },
    source: 'asumsi',
  },
  witnessesWithoutReceipt: {
    section: 'payment', kind: 'integer', unit: UNITS.persons, min: 1, max: 5, value: 2,
    label: { id: 'Saksi bila tidak ada kuitansi', en: 'Witnesses when there is no receipt' },
    help: { id: 'Saksi bukan penerima pembayaran.', en: 'A witness is not the payee.' },
    source: 'asumsi',
  },
});
