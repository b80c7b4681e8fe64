import { fields, UNITS } from './field.ts';

/** Who may be a member: rules 6, 8-14. */
export const eligibilityFields = fields({
  ageMin: {
    section: 'eligibility', kind: 'integer', unit: UNITS.years, min: 10, max: 40, value: 18,
    label: { id: 'Usia paling muda', en: 'Youngest age' },
    help: { id: 'Pada tanggal pemeriksaan atau tanggal SK.', en: 'On the day of the check or of the decree.' },
    source: 'berita 2020',
  },
  ageMax: {
    section: 'eligibility', kind: 'integer', unit: UNITS.years, min: 40, max: 120, value: 60,
    label: { id: 'Usia paling tua', en: 'Oldest age' },
    help: { id: 'Yang genap berusia ini masih boleh.', en: 'Someone of exactly this age is still allowed.' },
    source: 'berita 2020',
  },
  marriedCountsAsAdult: {
    section: 'eligibility', kind: 'boolean', value: false,
    label: { id: 'Yang sudah kawin boleh lebih muda', en: 'The married may be younger' },
    help: { id: 'Bila ya, usia paling muda tidak berlaku bagi yang sudah kawin.', en: 'If yes, the youngest age does not apply to the married.' },
    source: 'berita 2020 ("18-60 atau sudah menikah")',
  },
  registerName: {
    section: 'eligibility', kind: 'choice', options: ['DTKS', 'DTSEN'], value: 'DTKS',
    label: { id: 'Data terpadu yang dipakai', en: 'Social register in use' },
    help: { id: 'DTKS sampai 2025, DTSEN sesudahnya.', en: 'DTKS until 2025, DTSEN since.' },
    source: 'Inpres 4/2025',
  },
  registerMissingDraft: {
    section: 'eligibility', kind: 'severity', value: 'warn',
    label: { id: 'Tidak ada di data terpadu, saat draf', en: 'Not in the register, while drafting' },
    help: { id: 'Selama draf, data masih dapat diusulkan ke desa.', en: 'While drafting, the village can still propose the person.' },
    source: 'Permensos 2/2019 pasal 4(2)',
  },
  registerMissingSubmitted: {
    section: 'eligibility', kind: 'severity', value: 'block',
    label: { id: 'Tidak ada di data terpadu, sejak diajukan', en: 'Not in the register, from submission on' },
    help: { id: 'Berlaku saat pengajuan, SK, dan pencairan.', en: 'At submission, decree and payment.' },
    source: 'Permensos 2/2019 pasal 4(2)',
  },
  decileMax: {
    section: 'eligibility', kind: 'integer', unit: UNITS.decile, min: 1, max: 10, value: 5,
    label: { id: 'Desil paling tinggi', en: 'Highest decile' },
    help: { id: 'Desil 1 paling miskin.', en: 'Decile 1 is the poorest.' },
    source: 'Inpres 4/2025 (desil 1-5 dapat diusulkan); batas KUBE asumsi',
  },
  decileOver: {
    section: 'eligibility', kind: 'severity', value: 'block',
    label: { id: 'Desil di atas batas', en: 'Decile above the limit' },
    help: { id: 'Tolak atau sekadar ingatkan.', en: 'Refuse, or only warn.' },
    source: 'asumsi',
  },
  registerNamePercent: {
    section: 'eligibility', kind: 'percent', unit: UNITS.percent, min: 0, max: 100, value: 60,
    label: { id: 'Kemiripan nama dengan data terpadu', en: 'Likeness of names with the register' },
    help: { id: 'Di bawah ini muncul peringatan bahwa NIK mungkin milik orang lain.', en: 'Below this a warning says the NIK may be someone else\'s.' },
    source: 'asumsi',
  },
  priorAid: {
    section: 'eligibility', kind: 'severity', value: 'block',
    label: { id: 'Pernah menerima bantuan usaha', en: 'Earlier business aid' },
    help: { id: 'Bantuan terdahulu untuk NIK atau KK yang sama.', en: 'Earlier aid to the same NIK or family card.' },
    source: 'berita 2020 ("belum pernah menerima")',
  },
  priorAidYears: {
    section: 'eligibility', kind: 'integer', unit: UNITS.years, min: 0, max: 30, value: 0,
    label: { id: 'Bantuan terdahulu dilihat sampai', en: 'Earlier aid counts back' },
    help: { id: '0 berarti sepanjang catatan yang ada.', en: '0 means as far as records go.' },
    source: 'asumsi',
  },
  priorAidPrograms: {
    section: 'eligibility', kind: 'list', min: 1, max: 20, value: ['KUBE', 'UEP', 'PENA'],
    label: { id: 'Program yang dihitung sebagai bantuan terdahulu', en: 'Programmes that count as earlier aid' },
    help: { id: 'Nama program seperti tertulis di daftar bantuan.', en: 'Names of programmes as written in aid lists.' },
    source: 'berita 2020',
  },
  excludedOccupations: {
    section: 'eligibility', kind: 'list', min: 0, max: 60,
    value: ['pns', 'cpns', 'asn', 'pppk', 'p3k', 'pegawai negeri', 'aparatur sipil negara', 'guru negeri', 'tni', 'tentara', 'tentara nasional indonesia', 'polri', 'polisi', 'kepolisian', 'pensiunan', 'purnawirawan', 'purnawirawati', 'hakim', 'jaksa'],
    label: { id: 'Pekerjaan yang tidak boleh', en: 'Occupations that exclude' },
    help: { id: 'Dicocokkan per kata, tanpa melihat huruf besar.', en: 'Matched by whole words, whatever the case.' },
    source: 'Kalbar 2019',
  },
  facilitatorOccupations: {
    section: 'eligibility', kind: 'list', min: 0, max: 40,
    value: ['pendamping', 'tksk', 'pegawai dinas sosial', 'staf dinas sosial', 'karyawan dinas sosial'],
    label: { id: 'Pekerjaan pendamping atau petugas', en: 'Occupations of facilitators and staff' },
    help: { id: 'Selain itu dicocokkan dengan daftar pendamping dan pegawai.', en: 'Besides, the lists of facilitators and staff are compared.' },
    source: 'BPK 2022',
  },
});
