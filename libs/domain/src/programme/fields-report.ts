import { fields, UNITS } from './field.ts';

/** The accountability report and what happens when it is late: rules 31-33. */
export const reportFields = fields({
  reportDueDays: {
    section: 'report', kind: 'integer', unit: UNITS.days, min: 1, max: 400, value: 90,
    label: { id: 'LPJ paling lambat setelah dana diterima', en: 'Report due after receipt' },
    help: { id: 'Yang lebih dulu antara ini dan tanggal tetap di bawah.', en: 'The earlier of this and the fixed date below.' },
    source: 'asumsi',
  },
  reportFixedDate: {
    section: 'report', kind: 'monthDay', value: '01-10',
    label: { id: 'Tanggal tetap tahun berikutnya', en: 'Fixed date of the next year' },
    help: { id: 'Bulan-tanggal; 01-10 berarti 10 Januari.', en: 'Month-day; 01-10 is 10 January.' },
    source: 'pengetahuan umum (10 Januari)',
  },
  receiptHashDistance: {
    section: 'report', kind: 'integer', unit: { id: 'bit', en: 'bits' }, min: 0, max: 20, value: 6,
    label: { id: 'Foto bukti dianggap sama', en: 'Receipt photos count as the same' },
    help: { id: 'Selisih sidik gambar (64 bit) paling besar. 0 berarti hanya yang persis sama.', en: 'Largest difference of image hashes (64 bits). 0 means only exact ones.' },
    source: 'kasus Bangkalan; angka asumsi',
  },
  reminderDays: {
    section: 'report', kind: 'integer', unit: UNITS.days, min: -60, max: 365, value: 0,
    label: { id: 'Pengingat', en: 'Reminder' },
    help: { id: 'Hari setelah jatuh tempo; angka minus berarti sebelumnya.', en: 'Days after the due date; a negative number means before.' },
    source: 'asumsi (kasus Pandeglang)',
  },
  letterDays: {
    section: 'report', kind: 'integer', unit: UNITS.days, min: 0, max: 365, value: 14,
    label: { id: 'Surat teguran', en: 'Letter of warning' },
    help: { id: 'Hari setelah jatuh tempo.', en: 'Days after the due date.' },
    source: 'asumsi (kasus Pandeglang)',
  },
  barredDays: {
    section: 'report', kind: 'integer', unit: UNITS.days, min: 0, max: 730, value: 45,
    label: { id: 'Tidak boleh menerima bantuan baru', en: 'Barred from new aid' },
    help: { id: 'Hari setelah jatuh tempo.', en: 'Days after the due date.' },
    source: 'asumsi (kasus Pandeglang)',
  },
  refundDays: {
    section: 'report', kind: 'integer', unit: UNITS.days, min: 0, max: 1095, value: 90,
    label: { id: 'Pengembalian dana dan Inspektorat', en: 'Refund and inspectorate' },
    help: { id: 'Hari setelah jatuh tempo.', en: 'Days after the due date.' },
    source: 'asumsi (kasus Pandeglang)',
  },
});
