import { fields, UNITS } from './field.ts';

/** Solidarity fund and loans: rules 35-38. */
export const fundFields = fields({
  loanMaxPercent: {
    section: 'funds', kind: 'percent', unit: UNITS.percent, min: 1, max: 100, value: 20,
    label: { id: 'Pinjaman satu anggota paling besar', en: 'Largest loan to one member' },
    help: { id: 'Bagian dari dana IKS yang ada.', en: 'Share of the solidarity fund.' },
    source: 'asumsi',
  },
  fundReservePercent: {
    section: 'funds', kind: 'percent', unit: UNITS.percent, min: 0, max: 100, value: 20,
    label: { id: 'Cadangan dana', en: 'Reserve of the fund' },
    help: { id: 'Bagian dana yang tidak boleh dipinjamkan.', en: 'Share of the fund that may not be lent.' },
    source: 'asumsi',
  },
  officerLoanPercent: {
    section: 'funds', kind: 'percent', unit: UNITS.percent, min: 0, max: 100, value: 40,
    label: { id: 'Pinjaman pengurus seluruhnya', en: 'Loans to officers together' },
    help: { id: 'Di atas bagian ini dari dana muncul peringatan.', en: 'Above this share of the fund a warning appears.' },
    source: 'asumsi',
  },
  loanMaxInstalments: {
    section: 'funds', kind: 'integer', unit: { id: 'angsuran', en: 'instalments' }, min: 1, max: 60, value: 12,
    label: { id: 'Angsuran paling banyak', en: 'Most instalments' },
    help: { id: 'Bulanan atau selapan (35 hari).', en: 'Monthly or by selapan (35 days).' },
    source: 'asumsi',
  },
  arrearsDays: {
    section: 'funds', kind: 'integer', unit: UNITS.days, min: 0, max: 365, value: 7,
    label: { id: 'Disebut menunggak setelah', en: 'In arrears after' },
    help: { id: 'Hari setelah jatuh tempo angsuran.', en: 'Days after an instalment was due.' },
    source: 'asumsi',
  },
  badLoanDays: {
    section: 'funds', kind: 'integer', unit: UNITS.days, min: 30, max: 1095, value: 180,
    label: { id: 'Disebut macet setelah', en: 'A bad loan after' },
    help: { id: 'Hari setelah jatuh tempo; keputusan diambil musyawarah.', en: 'Days after it was due; the meeting decides.' },
    source: 'asumsi',
  },
  bookCloseDays: {
    section: 'funds', kind: 'integer', unit: UNITS.days, min: 0, max: 180, value: 35,
    label: { id: 'Bulan ditutup paling lambat', en: 'Close a month within' },
    help: { id: 'Hari setelah akhir bulan; sesudah itu bukunya disebut terlambat ditutup.', en: 'Days after its end; later the books are called late.' },
    source: 'asumsi',
  },
  fundPurposes: {
    section: 'funds', kind: 'list', options: ['productiveCapital', 'diversification', 'socialHelp'], min: 1, max: 3, value: ['productiveCapital', 'diversification', 'socialHelp'],
    label: { id: 'Tujuan penggunaan IKS', en: 'Purposes of the solidarity fund' },
    help: { id: 'Modal usaha, penganekaragaman usaha, bantuan sosial anggota.', en: 'Productive capital, diversification, help to members.' },
    source: 'berita Ngawi 2020',
  },
});
