import { defineTexts } from '@anyam/admin-kit/text';

/** The ladder of a late report (rule 31). */
export const OVERDUE = defineTexts({
  none: { id: 'Tidak terlambat', en: 'Not late' },
  reminder: { id: 'Pengingat', en: 'Reminder' },
  letter: { id: 'Surat', en: 'Letter' },
  barred: { id: 'Tertahan dari bantuan baru', en: 'Barred from new aid' },
  refund: { id: 'Pengembalian dana', en: 'Refund' },
});
export const OVERDUE_TONE = { none: 'neutral', reminder: 'info', letter: 'warn', barred: 'bad', refund: 'bad' } as const;
