import { formatRupiah, type Bilingual } from '../kernel/index.ts';
import type { RuleField } from './field.ts';
import type { RuleSet, RuleSetProblem } from './rule-set.ts';

const both = (id: string, en: string): Bilingual => ({ id, en });

/** What is wrong with one value, or null. */
export function valueProblem(field: RuleField, value: unknown): Bilingual | null {
  const name = field.label;
  switch (field.kind) {
    case 'integer':
    case 'percent':
      return Number.isInteger(value) && (value as number) >= field.min && (value as number) <= field.max ? null
        : both(`${name.id}: isi bilangan bulat dari ${field.min} sampai ${field.max}.`, `${name.en}: enter a whole number from ${field.min} to ${field.max}.`);
    case 'rupiah':
      return typeof value === 'bigint' && value >= field.min && value <= field.max ? null
        : both(`${name.id}: isi rupiah utuh dari ${formatRupiah(field.min)} sampai ${formatRupiah(field.max)}.`, `${name.en}: enter whole rupiah from ${formatRupiah(field.min)} to ${formatRupiah(field.max)}.`);
    case 'boolean':
      return typeof value === 'boolean' ? null : both(`${name.id}: pilih ya atau tidak.`, `${name.en}: choose yes or no.`);
    case 'severity':
      return value === 'block' || value === 'warn' || value === 'off' ? null
        : both(`${name.id}: pilih tolak, ingatkan, atau abaikan.`, `${name.en}: choose block, warn or off.`);
    case 'monthDay':
      return typeof value === 'string' && /^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/.test(value) ? null
        : both(`${name.id}: isi bulan-tanggal seperti 01-10 (tanggal 1 sampai 28).`, `${name.en}: enter month-day as in 01-10 (days 1 to 28).`);
    case 'choice':
      return field.options.includes(value as string) ? null : both(`${name.id}: pilih salah satu dari daftar.`, `${name.en}: choose one of the list.`);
    case 'percents':
      return Array.isArray(value) && value.length >= field.min && value.length <= field.max && value.every((p) => Number.isInteger(p) && p > 0) && value.reduce((a, b) => a + b, 0) === 100 ? null
        : both(`${name.id}: tiap bagian lebih dari 0 dan jumlahnya harus 100.`, `${name.en}: each share is above 0 and they must sum to 100.`);
    case 'list':
      return listProblem(field, value);
  }
}

function listProblem(field: Extract<RuleField, { kind: 'list' }>, value: unknown): Bilingual | null {
  const { label, options } = field;
  if (!Array.isArray(value) || value.some((v) => typeof v !== 'string' || v.trim() === '')) return both(`${label.id}: setiap baris harus berisi teks.`, `${label.en}: every line must hold text.`);
  if (value.length < field.min || value.length > field.max) return both(`${label.id}: isi ${field.min} sampai ${field.max} baris.`, `${label.en}: enter ${field.min} to ${field.max} lines.`);
  if (new Set(value).size !== value.length) return both(`${label.id}: ada baris yang sama. Hapus salah satunya.`, `${label.en}: a line appears twice. Remove one.`);
  const unknown = options ? value.find((v) => !options.includes(v)) : undefined;
  return unknown === undefined ? null : both(`${label.id}: "${unknown}" tidak dikenal.`, `${label.en}: "${unknown}" is not known.`);
}

/** Rules between fields: minima below maxima, a ladder that climbs, as many shares as tranches. */
export function crossProblems(r: RuleSet): RuleSetProblem[] {
  const found: RuleSetProblem[] = [];
  const need = (fine: boolean, key: RuleSetProblem['key'], id: string, en: string): void => {
    if (!fine) found.push({ key, text: both(id, en) });
  };
  need(r.sizeMin <= r.sizeMax, 'sizeMax', 'Anggota paling banyak tidak boleh kurang dari paling sedikit.', 'The most members cannot be less than the fewest.');
  need(r.sizeUsual >= r.sizeMin && r.sizeUsual <= r.sizeMax, 'sizeUsual', 'Jumlah lazim harus di antara paling sedikit dan paling banyak.', 'The usual number must lie between fewest and most.');
  need(r.ageMin < r.ageMax, 'ageMax', 'Usia paling tua harus di atas usia paling muda.', 'The oldest age must be above the youngest.');
  need(r.trancheCount === r.trancheSplit.length, 'trancheSplit', `Ada ${r.trancheCount} tahap tetapi ${r.trancheSplit.length} bagian. Samakan.`, `There are ${r.trancheCount} tranches but ${r.trancheSplit.length} shares. Make them equal.`);
  need(r.reminderDays <= r.letterDays && r.letterDays <= r.barredDays && r.barredDays <= r.refundDays, 'letterDays', 'Urutan keterlambatan harus: pengingat, surat, tidak boleh menerima, pengembalian.', 'The overdue steps must follow in order: reminder, letter, barred, refund.');
  need(r.maturityGrowing < r.maturityIndependent, 'maturityIndependent', 'Nilai mandiri harus di atas nilai berkembang.', 'The score for independent must be above that for growing.');
  need(r.arrearsDays < r.badLoanDays, 'badLoanDays', 'Macet harus lebih lama daripada menunggak.', 'A bad loan must be later than arrears.');
  need(r.amountMode !== 'perMember' || r.ratePerMember > 0n, 'ratePerMember', 'Isi bantuan per anggota.', 'Enter the aid per member.');
  need(r.amountMode !== 'flat' || r.flatCeiling > 0n, 'flatCeiling', 'Isi pagu per kelompok.', 'Enter the ceiling per group.');
  return found;
}
