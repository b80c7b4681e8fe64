import type { Bilingual } from '../kernel/index.ts';
import type { RuleSet, RuleSeverity } from '../programme/index.ts';
import type { CheckMoment, FindingField } from './types.ts';

export type SeverityRule = RuleSeverity | ((rules: RuleSet, moment: CheckMoment) => RuleSeverity);

export interface FindingDefinition {
  readonly field: FindingField;
  readonly severity: SeverityRule;
  /** Short cause, for grouping and chips. */
  readonly title: Bilingual;
  /** What is wrong and what to do. */
  readonly text: Bilingual;
}

export const finding = (field: FindingField, severity: SeverityRule, title: Bilingual, text: Bilingual): FindingDefinition => ({ field, severity, title, text });

/** A warning while drafting, a stop from submission on. */
export const laterBlock = (_rules: RuleSet, moment: CheckMoment): RuleSeverity => (moment === 'draft' ? 'warn' : 'block');

type SeverityKey = { [K in keyof RuleSet]: RuleSet[K] extends RuleSeverity ? (RuleSeverity extends RuleSet[K] ? K : never) : never }[keyof RuleSet];

/** The severity that the rule set gives. */
export const byRule = (key: SeverityKey) => (rules: RuleSet): RuleSeverity => rules[key];
