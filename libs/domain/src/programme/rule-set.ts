import { err, ok, rupiah, type Bilingual, type Result } from '../kernel/index.ts';
import { eligibilityFields } from './fields-eligibility.ts';
import type { RuleField, ValueOf } from './field.ts';
import { fieldWorkFields } from './fields-field-work.ts';
import { fundFields } from './fields-funds.ts';
import { groupFields } from './fields-group.ts';
import { paymentFields } from './fields-payment.ts';
import { productionFields } from './fields-production.ts';
import { proposalFields } from './fields-proposal.ts';
import { reportFields } from './fields-report.ts';
import { crossProblems, valueProblem } from './validate.ts';

const TABLE = {
  ...groupFields, ...eligibilityFields, ...proposalFields, ...paymentFields, ...reportFields, ...fundFields, ...productionFields, ...fieldWorkFields,
} as const;

export type RuleKey = keyof typeof TABLE;

/** Every threshold of the programme. Made from the table of fields, so a field without a value does not compile. */
export type RuleSet = { readonly [K in RuleKey]: ValueOf<(typeof TABLE)[K]> };

/** The fields in the order of a settings screen, each with its key. */
export const ruleSetFields: readonly (RuleField & { readonly key: RuleKey })[] =
  (Object.entries(TABLE) as [RuleKey, RuleField][]).map(([key, field]) => ({ key, ...field }));

/** One field by its key. */
export const ruleSetField = (key: RuleKey): RuleField & { readonly key: RuleKey } => ({ key, ...(TABLE[key] as RuleField) });

/** Defaults: what was read or assumed for KUBE in 2020. A district copies and changes them; code never reads them as constants. */
export const KUBE_2020: RuleSet = Object.freeze(Object.fromEntries(ruleSetFields.map((f) => [f.key, f.value]))) as RuleSet;

export interface RuleSetProblem {
  readonly key: RuleKey;
  readonly text: Bilingual;
}

/**
 * Checks a whole rule set from outside (a form, JSON from the database). Gives it typed, or every problem with the sentence for its field.
 * Money may come as bigint, whole number or digits.
 */
export function validateRuleSet(input: Readonly<Record<string, unknown>>): Result<RuleSet, readonly RuleSetProblem[]> {
  const problems: RuleSetProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const field of ruleSetFields) {
    const raw = input[field.key];
    const value = field.kind === 'rupiah' ? toMoney(raw) : raw;
    const text = valueProblem(field, value);
    if (text) problems.push({ key: field.key, text });
    else values[field.key] = value;
  }
  if (problems.length === 0) problems.push(...crossProblems(values as RuleSet));
  return problems.length > 0 ? err(problems) : ok(values as RuleSet);
}

function toMoney(raw: unknown): unknown {
  if (typeof raw === 'number' && Number.isSafeInteger(raw)) return rupiah(raw);
  return typeof raw === 'string' && /^-?\d{1,18}$/.test(raw) ? rupiah(BigInt(raw)) : raw;
}

/** A rule set as plain JSON (money as digits), for storage and hashing. `validateRuleSet` reads it back. */
export const ruleSetToJson = (rules: RuleSet): Record<RuleKey, string | number | boolean | readonly (string | number)[]> =>
  Object.fromEntries(ruleSetFields.map(({ key }) => [key, typeof rules[key] === 'bigint' ? String(rules[key]) : rules[key]])) as ReturnType<typeof ruleSetToJson>;

/** Fields in which two rule sets differ, in the order of the screen. */
export function changedRules(before: RuleSet, after: RuleSet): { readonly key: RuleKey; readonly before: RuleSet[RuleKey]; readonly after: RuleSet[RuleKey] }[] {
  const flat = (v: RuleSet[RuleKey]): string => (Array.isArray(v) ? v.join('\u0000') : String(v));
  return ruleSetFields.filter(({ key }) => flat(before[key]) !== flat(after[key])).map(({ key }) => ({ key, before: before[key], after: after[key] }));
}
