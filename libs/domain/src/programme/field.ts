import type { Bilingual, Rupiah } from '../kernel/index.ts';

/** What a rule does when it is not met. `off` leaves the rule out. */
export type RuleSeverity = 'block' | 'warn' | 'off';

export type RuleKind = 'integer' | 'percent' | 'rupiah' | 'boolean' | 'severity' | 'list' | 'percents' | 'monthDay' | 'choice';

/** Heading under which a settings screen shows the field. */
export type RuleSection = 'group' | 'eligibility' | 'proposal' | 'payment' | 'report' | 'funds' | 'production' | 'fieldWork';

interface Common {
  readonly section: RuleSection;
  readonly unit?: Bilingual;
  readonly label: Bilingual;
  readonly help: Bilingual;
  /** Article, paper, or "asumsi". */
  readonly source: string;
}
type Spec<K extends RuleKind, V> = Common & { readonly kind: K; readonly value: V };

/** One threshold: how it is shown, bounded and first set. `value` is the default of the ruleset KUBE 2020. */
export type RuleField =
  | (Spec<'integer', number> & { readonly min: number; readonly max: number })
  | (Spec<'percent', number> & { readonly min: number; readonly max: number })
  | (Spec<'rupiah', Rupiah> & { readonly min: Rupiah; readonly max: Rupiah })
  | Spec<'boolean', boolean>
  | Spec<'severity', RuleSeverity>
  /** Codes or words; `options` bounds them when only known ones make sense. */
  | (Spec<'list', readonly string[]> & { readonly options?: readonly string[]; readonly min: number; readonly max: number })
  /** Parts in percent that sum to 100. */
  | (Spec<'percents', readonly number[]> & { readonly min: number; readonly max: number })
  /** A day of every year, 'MM-DD'. */
  | Spec<'monthDay', string>
  | (Spec<'choice', string> & { readonly options: readonly string[] });

/** The type a field's value has in a rule set. */
export type ValueOf<F> =
  F extends { kind: 'integer' | 'percent' } ? number
  : F extends { kind: 'rupiah' } ? Rupiah
  : F extends { kind: 'boolean' } ? boolean
  : F extends { kind: 'severity' } ? RuleSeverity
  : F extends { kind: 'list'; options: readonly (infer O extends string)[] } ? readonly O[]
  : F extends { kind: 'list' } ? readonly string[]
  : F extends { kind: 'percents' } ? readonly number[]
  : F extends { kind: 'choice'; options: readonly (infer O extends string)[] } ? O
  : string;

/** Keeps the literal types of a table of fields while checking every entry. */
export const fields = <const T extends Readonly<Record<string, RuleField>>>(table: T): T => table;

export const SECTION_LABEL: Readonly<Record<RuleSection, Bilingual>> = {
  group: { id: 'Kelompok dan pengurus', en: 'Group and officers' },
  eligibility: { id: 'Syarat anggota', en: 'Eligibility of members' },
  proposal: { id: 'Usulan dan RAB', en: 'Proposal and budget plan' },
  payment: { id: 'Pencairan', en: 'Disbursement' },
  report: { id: 'LPJ', en: 'Accountability report' },
  funds: { id: 'IKS dan simpan pinjam', en: 'Solidarity fund and loans' },
  production: { id: 'Produksi, penjualan, ternak', en: 'Production, sales, livestock' },
  fieldWork: { id: 'Pendampingan', en: 'Facilitation' },
};

export const UNITS = {
  persons: { id: 'orang', en: 'persons' },
  families: { id: 'KK', en: 'families' },
  years: { id: 'tahun', en: 'years' },
  days: { id: 'hari', en: 'days' },
  months: { id: 'bulan', en: 'months' },
  percent: { id: '%', en: '%' },
  rupiah: { id: 'Rp', en: 'Rp' },
  decile: { id: 'desil', en: 'decile' },
  groups: { id: 'KUBE', en: 'groups' },
  tranches: { id: 'tahap', en: 'tranches' },
  points: { id: 'angka', en: 'points' },
} as const satisfies Record<string, Bilingual>;
