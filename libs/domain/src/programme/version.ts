import { errorFamily, err, ok, type IsoDate, type Result } from '../kernel/index.ts';
import { changedRules, validateRuleSet, type RuleSet, type RuleSetProblem } from './rule-set.ts';

/** Where the money comes from. */
export const FUND_SOURCES = ['stateBudget', 'provinceBudget', 'regencyBudget', 'villageBudget', 'other'] as const;
export type FundSource = (typeof FUND_SOURCES)[number];
export const FUND_SOURCE_LABEL = {
  stateBudget: { id: 'APBN', en: 'State budget (APBN)' },
  provinceBudget: { id: 'APBD provinsi', en: 'Provincial budget' },
  regencyBudget: { id: 'APBD kabupaten/kota', en: 'Regency budget' },
  villageBudget: { id: 'APBDes', en: 'Village budget' },
  other: { id: 'Sumber lain', en: 'Other source' },
} as const satisfies Record<FundSource, { id: string; en: string }>;

/** A dated rule set of a programme in a fiscal year for a source of funds. A record keeps the version that judged it. */
export interface RuleSetVersion {
  readonly programme: string;
  readonly fiscalYear: number;
  readonly source: FundSource;
  /** 1, 2, 3 ... within programme, year and source. */
  readonly version: number;
  readonly validFrom: IsoDate;
  /** Why this version was made: "Perbup 12/2020 mengubah batas usia". */
  readonly reason: string;
  /** True once something was judged by it: it is then never changed, only followed by another. */
  readonly frozen: boolean;
  readonly rules: RuleSet;
}

export interface RuleScope {
  readonly programme: string;
  readonly fiscalYear: number;
  readonly source: FundSource;
}

/** The version in force on a day: the latest `validFrom` not after it, and of equal dates the higher version. Null when there is none. */
export function ruleSetInForce(versions: readonly RuleSetVersion[], scope: RuleScope, on: IsoDate): RuleSetVersion | null {
  let best: RuleSetVersion | null = null;
  for (const v of versions) {
    if (!sameScope(v, scope) || v.validFrom > on) continue;
    if (!best || v.validFrom > best.validFrom || (v.validFrom === best.validFrom && v.version > best.version)) best = v;
  }
  return best;
}

const sameScope = (a: RuleScope, b: RuleScope): boolean => a.programme === b.programme && a.fiscalYear === b.fiscalYear && a.source === b.source;

export type RevisionProblem =
  | { readonly code: 'REASON_MISSING' | 'NOTHING_CHANGED' }
  | { readonly code: 'RULES_INVALID'; readonly problems: readonly RuleSetProblem[] };

/** The next version with some fields changed. Earlier ones stay as they are; a reason is required. */
export function reviseRuleSet(current: RuleSetVersion, changes: Partial<Record<keyof RuleSet, unknown>>, about: { readonly reason: string; readonly validFrom: IsoDate }): Result<RuleSetVersion, RevisionProblem> {
  const reason = about.reason.trim();
  if (reason === '') return err({ code: 'REASON_MISSING' });
  const checked = validateRuleSet({ ...current.rules, ...changes });
  if (!checked.ok) return err({ code: 'RULES_INVALID', problems: checked.error });
  if (changedRules(current.rules, checked.value).length === 0) return err({ code: 'NOTHING_CHANGED' });
  return ok({ ...current, version: current.version + 1, validFrom: about.validFrom, reason, frozen: false, rules: checked.value });
}

export const programmeError = errorFamily({
  RULE_SET_NOT_FOUND: { kind: 'notFound', text: { id: 'Belum ada aturan {programme} tahun {fiscalYear} yang berlaku pada tanggal itu. Minta admin membuatnya di Pengaturan > Aturan program.', en: 'There are no rules for {programme} {fiscalYear} in force on that date. Ask the administrator to make them under Settings > Programme rules.' } },
  RULE_SET_FROZEN: { kind: 'conflict', text: { id: 'Versi {version} sudah dipakai untuk menilai data dan tidak dapat diubah. Buat versi baru dengan alasannya.', en: 'Version {version} has already judged records and cannot change. Make a new version with its reason.' } },
  RULE_SET_INVALID: { kind: 'invalid', text: { id: 'Ada {count} isian aturan yang belum benar. Perbaiki yang ditandai merah.', en: '{count} rules are not right yet. Correct those marked red.' } },
  RULE_SET_UNCHANGED: { kind: 'invalid', text: { id: 'Tidak ada yang berubah, jadi versi baru tidak dibuat.', en: 'Nothing changed, so no new version was made.' } },
  REASON_MISSING: { kind: 'invalid', text: { id: 'Tuliskan alasan perubahan aturan ini.', en: 'Write the reason for this change of rules.' } },
});
