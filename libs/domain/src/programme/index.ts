export * from './field.ts';
export * from './rule-set.ts';
export * from './version.ts';
export { BUDGET_CATEGORIES, DOCUMENT_CODES } from './fields-proposal.ts';
export { crossProblems, valueProblem } from './validate.ts';
