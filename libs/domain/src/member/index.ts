export * from './types.ts';
export * from './findings.ts';
export { checkMember, NO_PLACE, readMember, type GroupPlace, type MemberFacts } from './check-member.ts';
export { checkGroup, checkRoster } from './check-roster.ts';
export * from './reading.ts';
export { residenceOf, type Residence } from './residence.ts';
export * from './errors.ts';
