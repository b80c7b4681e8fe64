import { z } from 'zod';

/** A sentence in both languages, as the kit's forms read it. */
const both = (id: string, en: string): string => `${id} || ${en}`;
const optional = (max: number) => z.string().trim().max(max, both(`Paling banyak ${max} huruf.`, `At most ${max} characters.`)).transform((text) => (text === '' ? null : text));
const digits16 = (what: string) =>
  z.string().trim().superRefine((text, ctx) => {
    if (text === '' || /^\d{16}$/.test(text)) return;
    const n = text.length;
    ctx.addIssue({
      code: 'custom',
      message: /\D/.test(text)
        ? both(`${what} hanya boleh berisi angka.`, `${what} may hold digits only.`)
        : both(`${what} harus 16 angka. Anda mengisi ${n} angka.`, `${what} must have 16 digits. You entered ${n}.`),
    });
  }).transform((text) => (text === '' ? undefined : text));

/** What `member.update` takes, in the shape in which the fields hold it. An empty number stays as it is. */
export const memberForm = z.object({
  name: z.string().trim().min(2, both('Isi nama seperti pada KTP.', 'Enter the name as on the ID card.')).max(120, both('Paling banyak 120 huruf.', 'At most 120 characters.')),
  nationalId: digits16('NIK'),
  familyCardNo: digits16('KK'),
  birthPlace: optional(80),
  birthDate: z.iso
    .date(both('Isi tanggal lahir, misalnya 12-05-1980.', 'Enter the date of birth, for example 12-05-1980.'))
    .refine((d) => d >= '1900-01-01' && d <= '2100-12-31', both('Periksa tahunnya.', 'Check the year.')),
  sex: z.enum(['L', 'P']),
  villageCode: z.string(both('Pilih desa dari daftar.', 'Choose a village from the list.')).regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, both('Pilih desa dari daftar.', 'Choose a village from the list.')),
  address: optional(300),
  phone: optional(30),
  occupation: optional(80),
  married: z.enum(['', 'yes', 'no']).transform((v) => (v === '' ? null : v === 'yes')),
  reason: z.string().trim().min(3, both('Tuliskan alasannya, misalnya "Salah ketik, dicocokkan dengan KTP".', 'Write the reason, for example "Typing error, compared with the ID card".')).max(500, both('Paling banyak 500 huruf.', 'At most 500 characters.')),
});
