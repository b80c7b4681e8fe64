import type { Bilingual } from '@anyam/domain/kernel';
import { ACTION, FLOWS } from './action-words.ts';

const b = (id: string, en: string): Bilingual => ({ id, en });

const ENTITY: Readonly<Record<string, Bilingual>> = {
  user: b('Pengguna', 'User'), session: b('Perangkat', 'Device'), audit: b('Jejak audit', 'Audit log'), overview: b('Beranda', 'Home'), regionAlias: b('Nama lain wilayah', 'Alias of an area'),
  programme: b('Program', 'Programme'), ruleSet: b('Aturan program', 'Rules'), group: b('Kelompok', 'Group'), groupList: b('Daftar kelompok', 'List of groups'), membership: b('Keanggotaan', 'Membership'),
  minutes: b('Berita acara', 'Minutes'), person: b('Anggota', 'Member'), eligibilityCheck: b('Pemeriksaan kelayakan', 'Eligibility check'), registerExtract: b('Data pembanding', 'Register extract'),
  rosterImport: b('Impor', 'Import'), proposal: b('Usulan', 'Proposal'), decree: b('SK', 'Decree'), batch: b('Batch pembayaran', 'Payment batch'), tranche: b('Tahap pencairan', 'Tranche'), lpj: b('LPJ', 'Report'),
  bookEvent: b('Catatan buku', 'Entry of the books'), bookMonth: b('Bulan buku', 'Month of the books'), bookCount: b('Hitungan kas', 'Cash count'), booksList: b('Daftar buku', 'List of books'), programmeList: b('Daftar program', 'List of programmes'),
  memberList: b('Daftar anggota', 'List of members'), meeting: b('Rapat', 'Meeting'), meetingDecision: b('Keputusan rapat', 'Decision'), meetingGuest: b('Tamu rapat', 'Guest of a meeting'), meetingList: b('Daftar rapat', 'List of meetings'),
  product: b('Barang', 'Goods'), material: b('Bahan', 'Material'), norm: b('Takaran bahan', 'Norm of material'), target: b('Target produksi', 'Target'), deposit: b('Setoran', 'Deposit'), lot: b('Lot', 'Lot'), herd: b('Ternak', 'Animals'),
  stockCount: b('Hitungan ternak', 'Count of animals'), productionList: b('Daftar produksi', 'List of production'), savingsEntry: b('Catatan simpanan', 'Entry of savings'), savingsList: b('Daftar simpanan', 'List of savings'), iksUse: b('Penggunaan IKS', 'Use of IKS'), loan: b('Pinjaman', 'Loan'),
  party: b('Mitra', 'Partner'), need: b('Kebutuhan pembeli', "Buyer's need"), materialOffer: b('Penawaran bahan', 'Offer of material'), offer: b('Penawaran', 'Offer'), deal: b('Kerja sama', 'Deal'), dealList: b('Daftar kerja sama', 'List of deals'), case: b('Selisih', 'Difference'),
  reconciliationCase: b('Selisih bank', 'Bank difference'), bankFormat: b('Format bank', 'Bank format'),
};

const FIELD: Readonly<Record<string, Bilingual>> = {
  name: b('Nama', 'Name'), person: b('Orang', 'Person'), username: b('Nama pengguna', 'User name'), role: b('Peran', 'Role'), area: b('Wilayah', 'Area'), disabled: b('Akun ditutup', 'Account closed'), alias: b('Nama lain', 'Alias'),
  ceiling: b('Pagu', 'Ceiling'), fiscalYear: b('Tahun anggaran', 'Fiscal year'), source: b('Sumber dana', 'Source'), budgetType: b('Jenis belanja', 'Kind of budget'), dpaNumber: b('Nomor DPA', 'DPA number'),
  state: b('Keadaan', 'State'), rows: b('Jumlah baris', 'Rows'), business: b('Jenis usaha', 'Business'), villageCode: b('Desa', 'Village'), address: b('Alamat', 'Address'), phone: b('Telepon', 'Phone'),
  formedOn: b('Tanggal dibentuk', 'Formed on'), facilitatorId: b('Pendamping', 'Facilitator'), bank: b('Bank', 'Bank'), accountNumber: b('Nomor rekening', 'Account number'), accountName: b('Nama rekening', 'Account name'),
  chair: b('Ketua', 'Chair'), secretary: b('Sekretaris', 'Secretary'), treasurer: b('Bendahara', 'Treasurer'), nik: b('NIK', 'NIK'), nationalId: b('NIK', 'NIK'), familyCardNo: b('Nomor KK', 'Family card'),
  birthPlace: b('Tempat lahir', 'Place of birth'), birthDate: b('Tanggal lahir', 'Date of birth'), sex: b('Jenis kelamin', 'Sex'), occupation: b('Pekerjaan', 'Occupation'), married: b('Menikah', 'Married'),
  amount: b('Jumlah', 'Amount'), requested: b('Diusulkan', 'Requested'), number: b('Nomor', 'Number'), date: b('Tanggal', 'Date'), total: b('Jumlah', 'Total'), groups: b('Kelompok', 'Groups'), persons: b('Orang', 'Persons'),
  memberships: b('Keanggotaan', 'Memberships'), leftOn: b('Keluar pada', 'Left on'), joinedOn: b('Bergabung pada', 'Joined on'), reason: b('Alasan', 'Reason'), validFrom: b('Berlaku mulai', 'Valid from'), version: b('Versi', 'Version'),
};

/** `saveBudgetPlan` as "Save budget plan": an unknown code stays readable. */
function spelled(code: string): string {
  const words = code.replace(/[._]/g, ' ').replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
const same = (text: string): Bilingual => ({ id: text, en: text });

/** The words of an action that has its own: those of the table, or of the step or state of its flow. Null for an unknown one. */
export function knownWords(code: string): Bilingual | null {
  if (ACTION[code]) return ACTION[code];
  const parts = code.split('.');
  const step = parts.at(-1) ?? '';
  const { noun, flow } = FLOWS[parts.at(-2) ?? ''] ?? {};
  // The daily work writes the state that a record came to.
  const label = flow?.actions[step]?.label ?? flow?.states[step]?.label;
  return noun && label ? { id: `${noun.id}: ${label.id}`, en: `${noun.en}: ${label.en}` } : null;
}

export function actionWords(code: string): Bilingual {
  const known = knownWords(code);
  if (known) return known;
  const parts = code.split('.');
  const step = parts.at(-1) ?? '';
  const thing = parts.length > 1 ? ENTITY[parts.at(-2) ?? ''] : undefined;
  return thing ? { id: `${thing.id}: ${spelled(step).toLowerCase()}`, en: `${thing.en}: ${spelled(step).toLowerCase()}` } : same(spelled(code));
}

export const entityWords = (code: string): Bilingual => ENTITY[code] ?? same(spelled(code));
export const fieldWords = (code: string): Bilingual => FIELD[code] ?? same(spelled(code));

/** A stored value in words; null for an empty one. Codes of states are said as their flow says them. */
export function valueWords(entity: string, field: string, value: unknown): Bilingual | null {
  if (value === null || value === undefined || value === '') return null;
  if (value === true) return b('ya', 'yes');
  if (value === false) return b('tidak', 'no');
  if (field === 'state' && typeof value === 'string') return FLOWS[entity]?.flow.states[value]?.label ?? same(value);
  if (Array.isArray(value)) return value.length === 0 ? null : same(value.map((v) => (typeof v === 'object' ? JSON.stringify(v) : String(v))).join(', '));
  return same(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** Where a record is shown, if it has a page of its own. */
export function pathOf(entity: string, id: string): string | null {
  if (entity === 'group') return `/kelompok/${id}`;
  if (entity === 'person') return `/anggota/${id}`;
  if (entity === 'user') return `/pengaturan/pengguna?orang=${id}`;
  if (entity === 'rosterImport') return `/impor/${id}`;
  return null;
}
