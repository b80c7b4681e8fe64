/** Schemas of the forms of this module. Screens fetch this file with the first touch, so that zod does not weigh on their first load. */
import { z } from 'zod';
import { both, choice, day, digits16, line, loose, minutesForm, village } from './form-rules.ts';
import { LEAVE_REASONS, PURPOSES } from './paper-words.ts';

type Minutes = ReturnType<typeof minutesForm>;
const out = z.any().transform(() => undefined);
/** Minutes where the step needs them; else they stay out of what is sent. */
const minutesIf = (needed: boolean, quorum: number) => (needed ? minutesForm(quorum) : out) as z.ZodType<z.output<Minutes> | undefined, z.input<Minutes>>;

export const newGroupForm = z.object({ name: line(2, 120), business: line(2, 80), villageCode: village, address: loose(300), phone: loose(30) });

export const placeForm = z.object({ villageCode: village, address: loose(300), phone: loose(30), facilitatorId: z.string().transform((v) => (v === '' ? null : v)) });

export const identityForm = (quorum: number, withMinutes: boolean) =>
  z.object({ name: line(2, 120), business: line(2, 80), formedOn: day.nullish().transform((d) => d ?? null), minutes: minutesIf(withMinutes, quorum) });

export const accountForm = (known: boolean) =>
  z.object({
    bank: line(2, 80),
    number: z.string().trim().transform((n, ctx) => {
      const digits = n.replace(/[\s.-]/g, '');
      if (digits === '' && known) return null;
      if (/^\d{5,30}$/.test(digits)) return digits;
      ctx.addIssue({ code: 'custom', message: digits === '' ? both('Isi nomor rekening.', 'Enter the account number.') : both('Nomor rekening hanya angka, 5 sampai 30 angka.', 'An account number is 5 to 30 digits.') });
      return z.NEVER;
    }),
    holder: line(2, 120),
    signatories: z.array(z.string()).max(3, both('Pilih paling banyak tiga orang.', 'Choose at most three people.')),
  });

const ROLES = ['chair', 'secretary', 'treasurer'] as const;
export const officersForm = (quorum: number) =>
  z.object({ chair: choice, secretary: choice, treasurer: choice, on: day, minutes: minutesForm(quorum) }).superRefine((v, ctx) => {
    ROLES.forEach((role, i) => {
      if (!v[role] || !ROLES.slice(0, i).some((r) => v[r] === v[role])) return;
      const message = both('Orang ini sudah dipilih untuk jabatan lain. Pilih orang yang berbeda.', 'This person is chosen for another office already. Choose someone else.');
      ctx.addIssue({ code: 'custom', path: [role], message });
    });
  });

export const addMinutesForm = (quorum: number) => z.object({ purpose: z.enum(PURPOSES), minutes: minutesForm(quorum) });

export const joinForm = (quorum: number, needsMinutes: boolean) =>
  z.object({
    nationalId: digits16('NIK'), familyCardNo: digits16('KK'), name: line(2, 120), birthPlace: loose(80), birthDate: day, sex: z.enum(['L', 'P'], both('Pilih jenis kelamin.', 'Choose the sex.')),
    villageCode: village, address: loose(300), phone: loose(30), occupation: loose(80), married: z.enum(['', 'yes', 'no']).transform((v) => (v === '' ? null : v === 'yes')),
    on: day, minutes: minutesIf(needsMinutes, quorum),
  });

export const leaveForm = (joinedOn: string, quorum: number) =>
  z.object({
    on: day.refine((d) => d >= joinedOn, both('Tanggal keluar tidak boleh sebelum tanggal masuk.', 'The day of leaving cannot be before joining.')),
    reason: z.enum(LEAVE_REASONS, both('Pilih salah satu.', 'Choose one.')),
    note: loose(500),
    minutes: minutesForm(quorum),
  });

/** Only what the step needs is judged; the rest stays out of what is sent. */
export function stepForm(button: { readonly action: string; readonly needs: readonly string[] }, quorum: number) {
  const asks = (what: string) => button.needs.includes(what);
  const ticked = (id: string, en: string) => z.boolean().refine((v) => button.action !== 'dissolve' || v, both(id, en));
  return z.object({
    reason: (asks('reason') ? line(3, 1000) : out) as z.ZodType<string | undefined, string>,
    on: (asks('date') ? day : out) as z.ZodType<string | undefined, string>,
    minutes: minutesIf(asks('minutes'), quorum),
    assetsDecided: ticked('Lengkapi keputusan tentang aset, lalu centang.', 'Complete the decision on assets, then tick this.'),
    fundDecided: ticked('Lengkapi keputusan tentang dana IKS, lalu centang.', 'Complete the decision on the fund, then tick this.'),
  });
}
