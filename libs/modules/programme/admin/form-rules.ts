import { z } from 'zod';

/** A sentence in both languages, as the kit's forms read it. */
export const both = (id: string, en: string): string => `${id} || ${en}`;

const MONEY_MAX = 9_000_000_000_000_000n;
export const line = (min: number, max: number) =>
  z.string().trim()
    .min(min, both(min === 1 ? 'Wajib diisi.' : `Isi paling sedikit ${min} huruf.`, min === 1 ? 'This must be filled in.' : `Enter at least ${min} characters.`))
    .max(max, both(`Paling banyak ${max} huruf.`, `At most ${max} characters.`));
export const ceilingRule = z
  .bigint(both('Isi pagu dalam rupiah utuh.', 'Enter the ceiling in whole rupiah.'))
  .min(0n, both('Pagu tidak boleh kurang dari nol.', 'The ceiling cannot be below zero.'))
  .max(MONEY_MAX, both('Jumlahnya terlalu besar.', 'The amount is too large.'));
export const yearRule = z
  .int(both('Isi tahun dengan empat angka.', 'Enter the year as four digits.'))
  .min(2000, both('Tahun anggaran 2000 sampai 2100.', 'Fiscal year from 2000 to 2100.'))
  .max(2100, both('Tahun anggaran 2000 sampai 2100.', 'Fiscal year from 2000 to 2100.'));
export const dayRule = z.iso
  .date(both('Isi tanggal, misalnya 1-1-2026.', 'Enter a date, for example 1-1-2026.'))
  .refine((d) => d >= '1900-01-01' && d <= '2100-12-31', both('Tanggal harus antara 1900 dan 2100.', 'The date must be between 1900 and 2100.'));

export const newProgrammeForm = z.object({
  name: line(3, 120),
  fiscalYear: yearRule,
  source: z.enum(['APBD', 'APBN']),
  budgetType: z.enum(['bansos', 'hibah']),
  ceiling: ceilingRule,
  dpaNumber: line(1, 80),
});
export const editProgrammeForm = z.object({
  name: line(3, 120),
  ceiling: ceilingRule,
  dpaNumber: line(1, 80),
  state: z.enum(['open', 'closed']),
  reason: line(3, 500),
});
export const saveRulesForm = z.object({ validFrom: dayRule, reason: line(3, 500) });
