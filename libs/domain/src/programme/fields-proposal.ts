import { rupiah } from '../kernel/index.ts';
import { fields, UNITS } from './field.ts';

/** Papers a proposal can need. */
export const DOCUMENT_CODES = ['proposal', 'statement', 'recommendation', 'identityCopies', 'integrityPact', 'responsibilityStatement', 'regentDecree', 'recipientList', 'grantAgreement', 'accountCopy', 'formationMinutes', 'budgetPlan', 'transferProof'] as const;

/** Categories of budget lines. */
export const BUDGET_CATEGORIES = ['rawMaterial', 'equipment', 'livestock', 'feed', 'veterinary', 'premises', 'packaging', 'freight', 'stock', 'other'] as const;

/** Amount, budget type, papers, RAB and the separation of hands: rules 17-22 and 29. */
export const proposalFields = fields({
  amountMode: {
    section: 'proposal', kind: 'choice', options: ['perMember', 'flat'], value: 'perMember',
    label: { id: 'Cara menghitung bantuan', en: 'How the aid is computed' },
    help: { id: 'Per anggota, atau satu pagu untuk tiap kelompok.', en: 'Per member, or one ceiling for each group.' },
    source: 'Kemensos 2020; praktik kabupaten',
  },
  ratePerMember: {
    section: 'proposal', kind: 'rupiah', unit: UNITS.rupiah, min: rupiah(0), max: rupiah(100_000_000), value: rupiah(2_000_000),
    label: { id: 'Bantuan per anggota', en: 'Aid per member' },
    help: { id: 'Dipakai bila bantuan dihitung per anggota.', en: 'Used when aid is computed per member.' },
    source: 'Kemensos 2020',
  },
  flatCeiling: {
    section: 'proposal', kind: 'rupiah', unit: UNITS.rupiah, min: rupiah(0), max: rupiah(1_000_000_000), value: rupiah(20_000_000),
    label: { id: 'Pagu per kelompok', en: 'Ceiling per group' },
    help: { id: 'Dipakai bila bantuan memakai satu pagu.', en: 'Used when aid has one ceiling.' },
    source: 'praktik kabupaten',
  },
  budgetType: {
    section: 'proposal', kind: 'choice', options: ['socialAid', 'grant'], value: 'socialAid',
    label: { id: 'Jenis belanja', en: 'Budget type' },
    help: { id: 'Bansos atau hibah; menentukan berkas wajib.', en: 'Social aid or grant; decides the papers.' },
    source: 'Perbup Supiori',
  },
  documentsSocialAid: {
    section: 'proposal', kind: 'list', options: DOCUMENT_CODES, min: 1, max: 13, value: ['proposal', 'regentDecree', 'integrityPact', 'transferProof'],
    label: { id: 'Berkas wajib bansos', en: 'Papers for social aid' },
    help: { id: 'Semua harus ada sebelum berkas dinyatakan lengkap.', en: 'All must be there before the file is complete.' },
    source: 'Perbup Supiori',
  },
  documentsGrant: {
    section: 'proposal', kind: 'list', options: DOCUMENT_CODES, min: 1, max: 13, value: ['proposal', 'regentDecree', 'integrityPact', 'grantAgreement', 'transferProof'],
    label: { id: 'Berkas wajib hibah', en: 'Papers for a grant' },
    help: { id: 'Seperti bansos, ditambah NPHD.', en: 'As for social aid, and the grant agreement.' },
    source: 'Perbup Supiori',
  },
  forbiddenBudgetWords: {
    section: 'proposal', kind: 'list', min: 0, max: 60,
    value: ['konsumsi', 'makan minum', 'makan dan minum', 'snack', 'transport pengurus', 'hutang', 'utang', 'pelunasan', 'fee', 'komisi', 'honor', 'koordinasi', 'administrasi proposal', 'pembuatan proposal', 'biaya pendampingan', 'jasa pendamping', 'uang lelah', 'setoran', 'potongan'],
    label: { id: 'Kata terlarang dalam RAB', en: 'Words a budget plan may not hold' },
    help: { id: 'Bantuan hanya untuk modal usaha.', en: 'The aid is business capital only.' },
    source: 'Kemensos 2020; kasus di daerah',
  },
  allowedPhrases: {
    section: 'proposal', kind: 'list', min: 0, max: 60, value: ['potongan kain', 'potongan bambu', 'potongan kayu'],
    label: { id: 'Frasa RAB yang tetap boleh', en: 'Phrases a budget plan may hold after all' },
    help: { id: 'Dikeluarkan dulu sebelum mencari kata terlarang.', en: 'Taken out before forbidden words are sought.' },
    source: 'asumsi',
  },
  productiveCategories: {
    section: 'proposal', kind: 'list', options: BUDGET_CATEGORIES, min: 1, max: 10,
    value: ['rawMaterial', 'equipment', 'livestock', 'feed', 'veterinary', 'premises', 'packaging', 'freight', 'stock'],
    label: { id: 'Golongan belanja produktif', en: 'Productive categories of spending' },
    help: { id: 'Baris RAB dari golongan lain ditolak.', en: 'Budget lines of another category are refused.' },
    source: 'Kemensos 2020; golongan asumsi',
  },
  trainingRequired: {
    section: 'proposal', kind: 'boolean', value: true,
    label: { id: 'Bimtek sebelum siap cair', en: 'Guidance before payment' },
    help: { id: 'Kelompok mengikuti bimtek sebelum dana dapat dicairkan.', en: 'The group attends guidance before money can be paid.' },
    source: 'asumsi',
  },
  budgetShiftPercent: {
    section: 'proposal', kind: 'percent', unit: UNITS.percent, min: 0, max: 100, value: 10,
    label: { id: 'Pergeseran antarbaris RAB tanpa berita acara', en: 'Shift between budget lines without minutes' },
    help: { id: 'Di atas ini perlu berita acara dan persetujuan.', en: 'Above this minutes and approval are needed.' },
    source: 'asumsi (kasus Jombang)',
  },
  verifierNotFacilitator: {
    section: 'proposal', kind: 'severity', value: 'block',
    label: { id: 'Verifikator lapangan adalah pendamping kelompok itu', en: 'Field verifier is the group\'s own facilitator' },
    help: { id: 'Pasal 9 membolehkan pendamping memverifikasi; kasus menyarankan dipisah.', en: 'Article 9 lets the facilitator verify; cases advise separation.' },
    source: 'Permensos 2/2019 pasal 9; kasus',
  },
  approverNotVerifier: {
    section: 'proposal', kind: 'severity', value: 'block',
    label: { id: 'Penyetuju adalah verifikatornya', en: 'Approver is the verifier' },
    help: { id: 'Prinsip empat mata.', en: 'Four-eyes principle.' },
    source: 'asumsi',
  },
});
