import type { Bilingual } from '../kernel/text.ts';

/** Which kind of list a file is; each has its own fields. */
export type ListKind = 'roster' | 'register' | 'priorAid';

export interface FieldDefinition {
  readonly label: Bilingual;
  /** Whether a value belongs to the person, to the group, or to neither. Decides how far it is carried down. */
  readonly of: 'member' | 'group' | 'either' | 'none';
  readonly lists: readonly ListKind[];
}

const def = (id: string, en: string, of: FieldDefinition['of'], ...lists: ListKind[]): FieldDefinition => ({ label: { id, en }, of, lists });

/** Every column the importer knows. A mapping is plain data: the field's name and the index of its column. */
export const FIELDS = {
  sequence: def('Nomor urut', 'Running number', 'none', 'roster', 'register', 'priorAid'),
  groupName: def('Nama KUBE', 'Group name', 'group', 'roster', 'priorAid'),
  groupVillage: def('Desa KUBE', 'Village of the group', 'group', 'roster'),
  business: def('Jenis usaha', 'Kind of business', 'group', 'roster'),
  account: def('No. rekening', 'Account number', 'group', 'roster'),
  bank: def('Bank', 'Bank', 'group', 'roster'),
  accountHolder: def('Atas nama rekening', 'Account holder', 'group', 'roster'),
  facilitator: def('Pendamping', 'Facilitator', 'group', 'roster'),
  name: def('Nama', 'Name', 'member', 'roster', 'register', 'priorAid'),
  nik: def('NIK', 'NIK', 'member', 'roster', 'register', 'priorAid'),
  kk: def('No. KK', 'Family card number', 'member', 'roster', 'register', 'priorAid'),
  sex: def('Jenis kelamin', 'Sex', 'member', 'roster', 'register'),
  markMale: def('Tanda laki-laki', 'Mark: male', 'member', 'roster'),
  markFemale: def('Tanda perempuan', 'Mark: female', 'member', 'roster'),
  birthPlace: def('Tempat lahir', 'Place of birth', 'member', 'roster', 'register'),
  birthDate: def('Tanggal lahir (boleh dengan tempat)', 'Date of birth (place allowed)', 'member', 'roster', 'register'),
  age: def('Umur', 'Age', 'member', 'roster', 'register'),
  address: def('Alamat', 'Address', 'member', 'roster', 'register'),
  hamlet: def('Dusun', 'Hamlet', 'member', 'roster', 'register'),
  rt: def('RT', 'RT', 'member', 'roster', 'register'),
  rw: def('RW', 'RW', 'member', 'roster', 'register'),
  village: def('Desa/kelurahan', 'Village', 'either', 'roster', 'register'),
  villageCode: def('Kode desa', 'Village code', 'either', 'roster', 'register'),
  district: def('Kecamatan', 'District', 'either', 'roster', 'register'),
  regency: def('Kabupaten/kota', 'Regency', 'either', 'roster', 'register'),
  occupation: def('Pekerjaan', 'Occupation', 'member', 'roster', 'register'),
  role: def('Jabatan', 'Role', 'member', 'roster'),
  markChair: def('Tanda ketua', 'Mark: chair', 'member', 'roster'),
  markSecretary: def('Tanda sekretaris', 'Mark: secretary', 'member', 'roster'),
  markTreasurer: def('Tanda bendahara', 'Mark: treasurer', 'member', 'roster'),
  phone: def('No. HP', 'Phone', 'member', 'roster'),
  marital: def('Status kawin', 'Marital status', 'member', 'roster', 'register'),
  decile: def('Desil', 'Decile', 'member', 'roster', 'register'),
  status: def('Status', 'Status', 'member', 'register'),
  year: def('Tahun', 'Year', 'none', 'priorAid'),
  programme: def('Program', 'Programme', 'none', 'priorAid'),
  amount: def('Nilai', 'Amount', 'none', 'priorAid'),
  note: def('Keterangan', 'Note', 'member', 'roster', 'register', 'priorAid'),
} as const satisfies Record<string, FieldDefinition>;

export type Field = keyof typeof FIELDS;
export const ALL_FIELDS = Object.keys(FIELDS) as readonly Field[];
export const fieldsOf = (kind: ListKind): Field[] => ALL_FIELDS.filter((f) => (FIELDS[f].lists as readonly ListKind[]).includes(kind));

/** Columns by field: null says "there is none", a missing field says the same. Fields may share a column ("Nama / NIK"). */
export type ColumnMapping = Readonly<Partial<Record<Field, number | null>>>;

/** What a list cannot be read without. */
export const REQUIRED: Readonly<Record<ListKind, readonly Field[]>> = { roster: ['name', 'nik'], register: ['nik'], priorAid: ['nik'] };
