import { z } from 'zod';

/** A sentence in both languages, as the kit's forms read it. */
export const both = (id: string, en: string): string => `${id} || ${en}`;

export const line = (min: number, max: number) =>
  z.string().trim()
    .min(min, both(min === 1 ? 'Wajib diisi.' : `Isi paling sedikit ${min} huruf.`, min === 1 ? 'This must be filled in.' : `Enter at least ${min} characters.`))
    .max(max, both(`Paling banyak ${max} huruf.`, `At most ${max} characters.`));
/** May be empty; empty goes out as null. */
export const loose = (max: number) => z.string().trim().max(max, both(`Paling banyak ${max} huruf.`, `At most ${max} characters.`)).transform((text) => (text === '' ? null : text));
export const day = z.iso
  .date(both('Isi tanggal, misalnya 12-05-2020.', 'Enter a date, for example 12-05-2020.'))
  .refine((d) => d >= '1900-01-01' && d <= '2100-12-31', both('Periksa tahunnya.', 'Check the year.'));
export const village = z.string(both('Pilih desa dari daftar.', 'Choose a village from the list.')).regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, both('Pilih desa dari daftar.', 'Choose a village from the list.'));
export const choice = z.string().min(1, both('Pilih salah satu.', 'Choose one.'));
export const digits16 = (what: string) =>
  z.string().trim().superRefine((text, ctx) => {
    if (/^\d{16}$/.test(text)) return;
    const message =
      text === '' ? both(`Isi ${what}.`, `Enter the ${what}.`)
      : /\D/.test(text) ? both(`${what} hanya boleh berisi angka.`, `${what} may hold digits only.`)
      : both(`${what} harus 16 angka. Anda mengisi ${text.length} angka.`, `${what} must have 16 digits. You entered ${text.length}.`);
    ctx.addIssue({ code: 'custom', message });
  });

/** Minutes of a deliberation. `quorum` is judged here as well, so that the office hears of it before sending. */
export const minutesForm = (quorum: number) =>
  z.object({
    heldOn: day,
    number: loose(60),
    present: z.int(both('Isi jumlah yang hadir.', 'Enter how many were present.')).min(quorum, both(`Musyawarah sah bila dihadiri paling sedikit ${quorum} anggota.`, `The meeting counts from ${quorum} members present.`)).max(500, both('Periksa jumlahnya.', 'Check the number.')),
    decision: line(3, 2000),
    fileId: z.string().nullable(),
  });
