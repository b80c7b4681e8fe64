import { fields, UNITS } from './field.ts';

/** Size, officers and meetings: rules 1-5, 7, 15, 16 and 23 of the domain. */
export const groupFields = fields({
  sizeMin: {
    section: 'group', kind: 'integer', unit: UNITS.families, min: 2, max: 50, value: 5,
    label: { id: 'Anggota paling sedikit', en: 'Fewest members' },
    help: { id: 'Dihitung dari nomor KK yang berbeda.', en: 'Counted by distinct family cards.' },
    source: 'Permensos 2/2019 pasal 3(2)',
  },
  sizeMax: {
    section: 'group', kind: 'integer', unit: UNITS.families, min: 2, max: 100, value: 20,
    label: { id: 'Anggota paling banyak', en: 'Most members' },
    help: { id: 'Dihitung dari nomor KK yang berbeda.', en: 'Counted by distinct family cards.' },
    source: 'Permensos 2/2019 pasal 3(2)',
  },
  sizeUsual: {
    section: 'group', kind: 'integer', unit: UNITS.families, min: 2, max: 100, value: 10,
    label: { id: 'Anggota yang lazim', en: 'Usual number of members' },
    help: { id: 'Angka bantu saat membentuk kelompok; bukan syarat.', en: 'A guide when forming a group, not a requirement.' },
    source: 'berita 2020',
  },
  sameDistrict: {
    section: 'group', kind: 'severity', value: 'block',
    label: { id: 'Anggota dari kecamatan lain', en: 'Member from another district' },
    help: { id: 'Semua anggota tinggal di kecamatan yang sama.', en: 'All members live in the same district.' },
    source: 'Permensos 2/2019 pasal 3(1)',
  },
  sameVillage: {
    section: 'group', kind: 'severity', value: 'warn',
    label: { id: 'Anggota dari desa lain di kecamatan yang sama', en: 'Member from another village of the district' },
    help: { id: 'Diperbolehkan, tetapi perlu diperhatikan.', en: 'Allowed, but worth a look.' },
    source: 'Permensos 2/2019 pasal 3(1)',
  },
  quorumPercent: {
    section: 'group', kind: 'percent', unit: UNITS.percent, min: 1, max: 100, value: 67,
    label: { id: 'Kuorum musyawarah', en: 'Quorum of a deliberation' },
    help: { id: 'Bagian anggota aktif yang harus hadir agar keputusan sah. Dibulatkan ke atas.', en: 'Share of active members who must attend for a valid decision. Rounded up.' },
    source: 'asumsi',
  },
  representedCounts: {
    section: 'group', kind: 'boolean', value: true,
    label: { id: 'Anggota yang diwakili dihitung hadir', en: 'Represented members count as present' },
    help: { id: 'Bila ya, anggota yang mengirim wakil ikut dihitung untuk kuorum.', en: 'If yes, a member who sent somebody counts for the quorum.' },
    source: 'asumsi',
  },
  accountSignatories: {
    section: 'group', kind: 'integer', unit: UNITS.persons, min: 1, max: 3, value: 2,
    label: { id: 'Penanda tangan rekening', en: 'Signatories of the account' },
    help: { id: 'Jumlah pengurus yang bersama-sama menandatangani penarikan.', en: 'Number of officers who sign a withdrawal together.' },
    source: 'Kalbar 2019',
  },
  nameSimilarityPercent: {
    section: 'group', kind: 'percent', unit: UNITS.percent, min: 30, max: 100, value: 60,
    label: { id: 'Kemiripan nama pada rekening', en: 'Likeness of the name on the account' },
    help: { id: 'Pemilik rekening dan nama kelompok harus semirip ini; juga untuk mencocokkan rekening koran.', en: 'Account holder and group name must be this alike; also for matching the bank statement.' },
    source: 'asumsi',
  },
  dormantMonths: {
    section: 'group', kind: 'integer', unit: UNITS.months, min: 1, max: 36, value: 6,
    label: { id: 'Dianggap tidak aktif setelah', en: 'Considered inactive after' },
    help: { id: 'Bulan tanpa pertemuan, laporan, atau transaksi.', en: 'Months without a meeting, a report or a transaction.' },
    source: 'asumsi',
  },
  meetingGapDays: {
    section: 'group', kind: 'integer', unit: UNITS.days, min: 7, max: 365, value: 45,
    label: { id: 'Rapat kelompok paling lambat setiap', en: 'A meeting of the group at least every' },
    help: { id: 'Kelompok yang lewat dari ini masuk daftar yang belum berapat. Selapan 35 hari, ditambah kelonggaran.', en: 'Groups beyond this come on the list without a meeting. A selapan of 35 days and some leeway.' },
    source: 'asumsi',
  },
  duplicateScoreWarn: {
    section: 'group', kind: 'percent', unit: UNITS.points, min: 50, max: 100, value: 75,
    label: { id: 'Batas nilai kemungkinan ganda', en: 'Score from which a double is suspected' },
    help: { id: 'Pasangan dengan nilai ini atau lebih ditampilkan untuk diperiksa.', en: 'Pairs with this score or more are shown for a check.' },
    source: 'asumsi',
  },
});
