import type { Tone } from '@anyam/admin-kit/chip';
import { defineTexts, type Bilingual } from '@anyam/admin-kit/text';
import type { ImportView } from './api.ts';

export const STATES: Readonly<Record<ImportView['state'], { readonly label: Bilingual; readonly tone: Tone }>> = {
  mapping: { label: { id: 'Kolom belum cocok', en: 'Columns not matched' }, tone: 'warn' },
  checked: { label: { id: 'Menunggu diperiksa', en: 'Waiting to be checked' }, tone: 'info' },
  storing: { label: { id: 'Sedang disimpan', en: 'Being stored' }, tone: 'info' },
  stored: { label: { id: 'Tersimpan', en: 'Stored' }, tone: 'ok' },
  failed: { label: { id: 'Gagal disimpan', en: 'Storing failed' }, tone: 'bad' },
  undone: { label: { id: 'Diurungkan', en: 'Undone' }, tone: 'neutral' },
  dropped: { label: { id: 'Disingkirkan', en: 'Put away' }, tone: 'neutral' },
};

export const STEPS: readonly Bilingual[] = [
  { id: 'Unggah', en: 'Upload' },
  { id: 'Judul kolom', en: 'Column titles' },
  { id: 'Cocokkan', en: 'Match' },
  { id: 'Periksa', en: 'Check' },
  { id: 'Simpan', en: 'Store' },
];

/** Columns of the check, in the order of a roster on paper. */
export const COLUMNS = defineTexts({
  group: { id: 'Kelompok', en: 'Group' },
  name: { id: 'Nama', en: 'Name' },
  nik: { id: 'NIK', en: 'NIK' },
  birthDate: { id: 'Tgl lahir', en: 'Born' },
  sex: { id: 'L/P', en: 'Sex' },
  village: { id: 'Desa', en: 'Village' },
  role: { id: 'Jabatan', en: 'Role' },
  kk: { id: 'No. KK', en: 'Family card' },
  address: { id: 'Alamat', en: 'Address' },
  occupation: { id: 'Pekerjaan', en: 'Occupation' },
  business: { id: 'Jenis usaha', en: 'Business' },
  account: { id: 'No. rekening', en: 'Account' },
  bank: { id: 'Bank', en: 'Bank' },
});
export type CellField = keyof typeof COLUMNS;
export const ALL_COLUMNS = Object.keys(COLUMNS) as readonly CellField[];
/** Always in sight; the rest come when they have a fault or on request. */
export const BASE_COLUMNS: readonly CellField[] = ['group', 'name', 'nik', 'birthDate', 'sex', 'village', 'role'];
export const isNumeric = (field: CellField): boolean => field === 'nik' || field === 'kk' || field === 'account';

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T00:00:00(?:\.000)?Z)?$/;
/** A day as the forms write it, 12-05-1975; anything else stays as it is. */
export const showCell = (field: string, value: string): string => (field === 'birthDate' ? value.replace(ISO, '$3-$2-$1') : value);

/** Cells that take one of a few words. */
export const CHOICES: Readonly<Partial<Record<CellField, readonly { readonly value: string; readonly label: Bilingual }[]>>> = {
  sex: [
    { value: 'L', label: { id: 'L (laki-laki)', en: 'L (male)' } },
    { value: 'P', label: { id: 'P (perempuan)', en: 'P (female)' } },
  ],
  role: [
    { value: 'Ketua', label: { id: 'Ketua', en: 'Chair' } },
    { value: 'Sekretaris', label: { id: 'Sekretaris', en: 'Secretary' } },
    { value: 'Bendahara', label: { id: 'Bendahara', en: 'Treasurer' } },
    { value: 'Anggota', label: { id: 'Anggota', en: 'Member' } },
  ],
};
