import { fill, formatDate, isIsoDate, type Language } from '../kernel/index.ts';
import { KUBE_2020, type RuleSet, type RuleSeverity } from '../programme/index.ts';
import type { FindingDefinition } from './finding-definition.ts';
import { eligibilityFindings } from './findings-eligibility.ts';
import { groupFindings } from './findings-group.ts';
import { identityFindings } from './findings-identity.ts';
import type { CheckMoment, Finding, FindingParams, LocatedFinding } from './types.ts';

const FINDINGS = { ...groupFindings, ...identityFindings, ...eligibilityFindings };

export type FindingCode = keyof typeof FINDINGS;

/** All codes in the order in which findings of one row are shown. */
export const FINDING_ORDER = Object.keys(FINDINGS) as readonly FindingCode[];
const RANK = new Map(FINDING_ORDER.map((code, i) => [code, i]));

export const isFindingCode = (text: string): text is FindingCode => RANK.has(text as FindingCode);

/** How hard a code is at a moment under a rule set; `off` means it is not reported. */
export function severityOf(code: FindingCode, rules: RuleSet, moment: CheckMoment): RuleSeverity {
  const { severity }: FindingDefinition = FINDINGS[code];
  return typeof severity === 'function' ? severity(rules, moment) : severity;
}

/** Makes a finding, or null when the rule set leaves the rule out. */
export function makeFinding(code: FindingCode, rules: RuleSet, moment: CheckMoment, params: FindingParams = {}): Finding | null {
  const severity = severityOf(code, rules, moment);
  return severity === 'off' ? null : { code, severity, field: FINDINGS[code].field, params };
}

/** The sentence for a finding: what is wrong and what to do. ISO dates among the params are written out. */
export function findingText(finding: Pick<Finding, 'code' | 'params'>, language: Language): string {
  return fill(FINDINGS[finding.code].text[language], spoken(finding.params, language));
}

/** The short cause of a code for headings and chips ("Tidak ada di DTKS"); limits in it come from the rule set. */
export function findingTitle(code: FindingCode, language: Language, rules: RuleSet = KUBE_2020): string {
  const { ageMin, ageMax, decileMax, sizeMin, sizeMax, registerName } = rules;
  return fill(FINDINGS[code].title[language], { ageMin, ageMax, decileMax, sizeMin, sizeMax, register: registerName });
}

function spoken(params: FindingParams, language: Language): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value[language] : isIsoDate(value) ? formatDate(value, language) : value]));
}

/** By group, then row of the group, then `FINDING_ORDER`. Findings of the group come before those of its members. */
export const compareFindings = (a: LocatedFinding, b: LocatedFinding): number =>
  a.group - b.group || (a.member ?? -1) - (b.member ?? -1) || (RANK.get(a.code) as number) - (RANK.get(b.code) as number);

export interface FindingSummary {
  readonly code: FindingCode;
  readonly block: number;
  readonly warn: number;
  readonly rows: readonly number[];
}

/** Counts by cause, the most frequent first: the overview above a roster. */
export function summariseFindings(findings: Iterable<Finding & { readonly row?: number | null }>): FindingSummary[] {
  const byCode = new Map<FindingCode, { code: FindingCode; block: number; warn: number; rows: number[] }>();
  for (const f of findings) {
    const line = byCode.get(f.code) ?? { code: f.code, block: 0, warn: 0, rows: [] };
    line[f.severity]++;
    if (f.row != null) line.rows.push(f.row);
    byCode.set(f.code, line);
  }
  return [...byCode.values()].sort((a, b) => b.block + b.warn - (a.block + a.warn) || (RANK.get(a.code) as number) - (RANK.get(b.code) as number));
}

/** The hardest severity among findings, or `fine`. */
export const verdictOf = (findings: readonly Pick<Finding, 'severity'>[]): 'block' | 'warn' | 'fine' =>
  findings.some((f) => f.severity === 'block') ? 'block' : findings.length > 0 ? 'warn' : 'fine';
