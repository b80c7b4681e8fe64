import { defineTexts } from '@anyam/admin-kit/text';

export const PAPER_LABEL = defineTexts({
  attendance: { id: 'Daftar hadir musyawarah', en: 'Attendance list of the meeting' },
  domicile: { id: 'Surat keterangan desa', en: 'Letter of the village' },
  bankBook: { id: 'Buku rekening', en: 'Bank book' },
  photo: { id: 'Foto kelompok atau usaha', en: 'Photo of the group or business' },
  other: { id: 'Berkas lain', en: 'Another paper' },
});
export type PaperKind = keyof typeof PAPER_LABEL;
export const PAPER_KINDS = Object.keys(PAPER_LABEL) as PaperKind[];
export const paperName = (kind: string, say: (key: PaperKind) => string): string => (kind in PAPER_LABEL ? say(kind as PaperKind) : kind);

export const PURPOSE_LABEL = defineTexts({
  officers: { id: 'Pembentukan dan pengurus', en: 'Formation and officers' },
  join: { id: 'Anggota masuk', en: 'Member joining' },
  leave: { id: 'Anggota keluar', en: 'Member leaving' },
  business: { id: 'Jenis usaha', en: 'Kind of business' },
  account: { id: 'Rekening', en: 'Account' },
  dissolution: { id: 'Pembubaran', en: 'Dissolution' },
  other: { id: 'Hal lain', en: 'Other matters' },
});
export const PURPOSES = Object.keys(PURPOSE_LABEL) as (keyof typeof PURPOSE_LABEL)[];
/** Reasons that a person chooses; the others are given by the step itself (dissolution, a mistake). */
export const LEAVE_REASONS = ['resigned', 'deceased', 'moved', 'expelled', 'ineligible'] as const;
