import type { Bilingual } from '@anyam/domain/kernel';
import { batchFlow, lpjFlow, proposalFlow, trancheFlow } from '@anyam/domain/disbursement';
import { groupFlow } from '@anyam/domain/group';

const b = (id: string, en: string): Bilingual => ({ id, en });

/** What was done, as a person would say it. Steps of flows take the label of their flow. */
const ACTION: Readonly<Record<string, Bilingual>> = {
  'access.createUser': b('Membuat pengguna', 'Created a user'),
  'access.grant': b('Memberi peran', 'Gave a role'),
  'access.endGrant': b('Mengakhiri peran', 'Ended a role'),
  'access.disable': b('Menutup akun', 'Closed an account'),
  'access.enable': b('Membuka akun lagi', 'Reopened an account'),
  'access.setPassword': b('Mengganti sandi orang lain', "Set somebody's password"),
  'access.endPartner': b('Menutup akun mitra', "Closed a partner's account"),
  'access.revokeDevice': b('Mengeluarkan perangkat', 'Signed a device out'),
  'access.changePassword': b('Mengganti sandi sendiri', 'Changed the own password'),
  'access.enableTwoFactor': b('Mengaktifkan verifikasi dua langkah', 'Switched the two-step check on'),
  'access.disableTwoFactor': b('Mematikan verifikasi dua langkah', 'Switched the two-step check off'),
  'access.renewBackupCodes': b('Membuat kode cadangan baru', 'Made new backup codes'),
  'audit.export': b('Mengekspor jejak audit', 'Exported the audit log'),
  'overview.export': b('Mengunduh ringkasan', 'Downloaded the summary'),
  'territory.addAlias': b('Menambah nama lain wilayah', 'Added an alias of an area'),
  'territory.removeAlias': b('Menghapus nama lain wilayah', 'Removed an alias of an area'),
  'programme.create': b('Membuat program', 'Created a programme'),
  'programme.update': b('Mengubah program', 'Changed a programme'),
  'programme.addRuleSet': b('Menetapkan aturan baru', 'Set new rules'),
  'group.create': b('Membuat kelompok', 'Created a group'),
  'group.save.identity': b('Mengubah identitas kelompok', 'Changed the identity of a group'),
  'group.save.place': b('Mengubah tempat kelompok', 'Changed the place of a group'),
  'group.save.officers': b('Mengubah pengurus', 'Changed the officers'),
  'group.save.members': b('Mengubah anggota', 'Changed the members'),
  'group.save.account': b('Mengubah rekening', 'Changed the account'),
  'group.save.papers': b('Menambah berkas', 'Added a paper'),
  'group.markTask': b('Menandai tugas kelompok', 'Marked a task of a group'),
  'group.join': b('Menambah anggota', 'Added a member'),
  'group.leave': b('Mencatat anggota keluar', 'Recorded a member leaving'),
  'group.minutes': b('Mencatat berita acara', 'Recorded minutes'),
  'group.reveal': b('Membuka nomor rekening', 'Revealed an account number'),
  'group.export': b('Mengekspor daftar kelompok', 'Exported the list of groups'),
  'group.import': b('Mengimpor kelompok', 'Imported a group'),
  'group.undoImport': b('Mengurungkan impor kelompok', 'Took back an import of groups'),
  'group.keepApart': b('Menyatakan dua kelompok berbeda', 'Kept two groups apart'),
  'group.merge': b('Menggabungkan kelompok ganda', 'Merged a double group'),
  'group.mergedInto': b('Digabungkan ke kelompok lain', 'Was merged into another group'),
  'member.create': b('Mencatat orang baru', 'Recorded a new person'),
  'member.renew': b('Memperbarui data orang', 'Renewed the data of a person'),
  'member.update': b('Mengubah data anggota', 'Changed a member'),
  'member.reveal': b('Membuka NIK dan KK', 'Revealed NIK and family card'),
  'member.check': b('Memeriksa kelayakan', 'Checked eligibility'),
  'member.keepApart': b('Menyatakan dua orang berbeda', 'Kept two persons apart'),
  'member.merge': b('Menggabungkan data ganda', 'Merged a double record'),
  'member.mergedInto': b('Digabungkan ke data lain', 'Was merged into another record'),
  'member.storeExtract': b('Menyimpan data pembanding', 'Stored a register extract'),
  'roster.start': b('Mengunggah daftar', 'Uploaded a list'),
  'roster.store': b('Menyimpan impor', 'Stored an import'),
  'roster.stored': b('Impor selesai disimpan', 'An import was stored'),
  'roster.undo': b('Mengurungkan impor', 'Took an import back'),
  'roster.drop': b('Menyisihkan impor', 'Put an import away'),
  'roster.faultsFile': b('Mengunduh berkas kesalahan', 'Downloaded the file of faults'),
  'disbursement.proposal.create': b('Membuat usulan', 'Created a proposal'),
  'disbursement.proposal.saveBudgetPlan': b('Mengubah RAB', 'Changed a budget plan'),
  'disbursement.tranche.confirmedByMember': b('Mencatat konfirmasi penerimaan', 'Recorded a confirmation of receipt'),
  'market.share': b('Membagi hasil kepada anggota', 'Shared proceeds to members'),
  'market.reverseShare': b('Membalikkan pembagian hasil', 'Reversed a share-out'),
  'market.payOut': b('Membayarkan bagian anggota', 'Paid shares to members'),
  'market.reversePayout': b('Membatalkan pembayaran bagian anggota', 'Took a payment of a share back'),
  'savings.iksUse': b('Menjalankan keputusan penggunaan IKS', 'Carried out a decision on the fund'),
  'savings.reverseUse': b('Membatalkan penggunaan IKS', 'Took a use of the fund back'),
  'disbursement.tranche.repairAccount': b('Memperbaiki rekening', 'Corrected an account'),
};

const FLOWS: Readonly<Record<string, { readonly noun: Bilingual; readonly flow: { readonly actions: Readonly<Record<string, { readonly label: Bilingual }>>; readonly states: Readonly<Record<string, { readonly label: Bilingual }>> } }>> = {
  proposal: { noun: b('Usulan', 'Proposal'), flow: proposalFlow },
  batch: { noun: b('Batch', 'Batch'), flow: batchFlow },
  tranche: { noun: b('Tahap', 'Tranche'), flow: trancheFlow },
  lpj: { noun: b('LPJ', 'Report'), flow: lpjFlow },
  group: { noun: b('Kelompok', 'Group'), flow: groupFlow },
};

const ENTITY: Readonly<Record<string, Bilingual>> = {
  user: b('Pengguna', 'User'), session: b('Perangkat', 'Device'), audit: b('Jejak audit', 'Audit log'), overview: b('Beranda', 'Home'), regionAlias: b('Nama lain wilayah', 'Alias of an area'),
  programme: b('Program', 'Programme'), ruleSet: b('Aturan program', 'Rules'), group: b('Kelompok', 'Group'), groupList: b('Daftar kelompok', 'List of groups'), membership: b('Keanggotaan', 'Membership'),
  minutes: b('Berita acara', 'Minutes'), person: b('Anggota', 'Member'), eligibilityCheck: b('Pemeriksaan kelayakan', 'Eligibility check'), registerExtract: b('Data pembanding', 'Register extract'),
  rosterImport: b('Impor', 'Import'), proposal: b('Usulan', 'Proposal'), decree: b('SK', 'Decree'), batch: b('Batch pembayaran', 'Payment batch'), tranche: b('Tahap pencairan', 'Tranche'), lpj: b('LPJ', 'Report'),
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

export function actionWords(code: string): Bilingual {
  const known = ACTION[code];
  if (known) return known;
  const parts = code.split('.');
  const step = parts.at(-1) ?? '';
  const { noun, flow } = FLOWS[parts.at(-2) ?? ''] ?? {};
  const label = flow?.actions[step]?.label;
  if (noun && label) return { id: `${noun.id}: ${label.id}`, en: `${noun.en}: ${label.en}` };
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
