import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlow, isoDate, regionCode } from '../kernel/index.ts';
import { KUBE_2020 } from '../programme/index.ts';
import { accountProblems } from './account.ts';
import { isDormant } from './dormancy.ts';
import { duplicateScore, findDuplicateGroups, findDuplicatePersons, groupDuplicateScore, type PersonTrace } from './duplicates.ts';
import { groupFlow, type GroupFacts } from './group.flow.ts';
import { displayGroupName, normaliseGroupName } from './group-name.ts';
import { groupTaskList, taskProgress, type GroupFile } from './task-list.ts';
import { aGroup, anAccount, aMembership, memberId, personId, TODAY } from './testing/index.ts';

describe('life of a group', () => {
  const facts: GroupFacts = { families: 10, sizeMin: 5, sizeMax: 20, officersComplete: true, blockedMembers: 0, openMatters: 0, assetsDecided: true, fundDecided: true };
  const as = (role: 'operator' | 'kabid' | 'pendamping' | 'system', more: Partial<GroupFacts> = {}) =>
    ({ actor: { id: 'u1', roles: [role] }, history: [], given: ['date', 'minutes', 'reason'] as const, facts: { ...facts, ...more } });
  const codes = (r: ReturnType<typeof groupFlow.decide>) => (r.ok ? r.value : r.error.map((b) => b.code).join());

  it('the table is sound', () => expect(checkFlow(groupFlow)).toEqual([]));
  it('runs from candidate to dissolved', () => {
    expect(codes(groupFlow.decide('candidate', 'form', as('operator')))).toBe('formed');
    expect(codes(groupFlow.decide('formed', 'activate', as('system')))).toBe('active');
    expect(codes(groupFlow.decide('active', 'deactivate', as('system')))).toBe('inactive');
    expect(codes(groupFlow.decide('inactive', 'revive', as('kabid')))).toBe('active');
    expect(codes(groupFlow.decide('active', 'dissolve', as('kabid')))).toBe('dissolved');
  });
  it('says what stands in the way', () => {
    expect(codes(groupFlow.decide('candidate', 'form', as('operator', { families: 4, officersComplete: false })))).toBe('SIZE_UNDER,OFFICERS_INCOMPLETE');
    expect(codes(groupFlow.decide('formed', 'activate', as('kabid', { blockedMembers: 2 })))).toBe('MEMBERS_BLOCKED');
    expect(codes(groupFlow.decide('active', 'dissolve', as('kabid', { openMatters: 1, fundDecided: false })))).toBe('MATTERS_OPEN,FUND_UNDECIDED');
    expect(codes(groupFlow.decide('candidate', 'form', { ...as('operator'), given: [] }))).toBe('NEED_MISSING,NEED_MISSING');
    expect(codes(groupFlow.decide('candidate', 'form', as('pendamping')))).toBe('ROLE_NEEDED');
  });
  it('a group without signs of life is dormant the day after the grace', () => {
    const quiet = { lastMeetingOn: isoDate('2020-01-15'), lastReportOn: null, lastTransactionOn: isoDate('2019-12-01') };
    expect(isDormant(quiet, isoDate('2019-06-01'), isoDate('2020-07-15'), KUBE_2020)).toBe(false);
    expect(isDormant(quiet, isoDate('2019-06-01'), isoDate('2020-07-16'), KUBE_2020)).toBe(true);
    expect(isDormant({ lastMeetingOn: null, lastReportOn: null, lastTransactionOn: null }, isoDate('2020-06-01'), isoDate('2020-07-16'), KUBE_2020)).toBe(false);
  });
});

describe('the account (rule 23)', () => {
  const about = { on: TODAY, rules: KUBE_2020 };
  const codes = (account: Parameters<typeof anAccount>[0], more = {}) => accountProblems(anAccount(account), aGroup(), { ...about, ...more }).map((p) => p.code).join();
  it.each([
    ['right', {}, ''],
    ['with the village', { holder: 'KUBE MUGI JAYA DS DUMPLENGAN' }, ''],
    ['cut by the bank', { holder: 'MUGIJAYA' }, ''],
    ['other name', { holder: 'KUBE SIDO ASRI' }, 'ACCOUNT_NOT_GROUPS'],
    ['empty name', { holder: ' ' }, 'ACCOUNT_NOT_GROUPS'],
    ['a person', { holder: 'ANGGOTA 1' }, 'ACCOUNT_PERSONAL'],
    ['short number', { number: '123' }, 'ACCOUNT_NUMBER_BAD'],
    ['one signatory', { signatories: [memberId(1)] }, 'SIGNATORIES_COUNT'],
    ['the same twice', { signatories: [memberId(1), memberId(1)] }, 'SIGNATORIES_COUNT'],
    ['an ordinary member', { signatories: [memberId(1), memberId(8)] }, 'SIGNATORY_NOT_OFFICER'],
  ])('%s', (_, account, expected) => expect(codes(account)).toBe(expected));
  it('belongs to one group and to no official', () => {
    expect(codes({}, { taken: (key: string) => key === '3229400784' })).toBe('ACCOUNT_TAKEN');
    expect(codes({}, { officials: new Set([personId(3)]) })).toBe('SIGNATORY_FACILITATOR');
  });
  it('an officer who left signs no more', () => {
    const group = aGroup(10, { memberships: aGroup().memberships.map((m) => (m.id === memberId(1) ? aMembership(1, { left: { on: TODAY, reason: 'moved', minutes: aGroup().formedBy! } }) : m)) });
    expect(accountProblems(anAccount(), group, about).map((p) => p.code)).toEqual(['SIGNATORY_NOT_OFFICER']);
  });
});

describe('names of groups', () => {
  it('compare without KUBE and old spelling', () => {
    for (const text of ['KUBE MUGI DJAJA', 'Kelompok Usaha Bersama "Mugi Djaja"', 'mugi jaja']) expect(normaliseGroupName(text)).toBe('mugi jaja');
    expect(normaliseGroupName('KUBE')).toBe('kube');
    expect(displayGroupName('KUBE  MUGI JAYA')).toBe('KUBE Mugi Jaya');
    expect(displayGroupName('mugi jaya')).toBe('KUBE Mugi Jaya');
    expect(displayGroupName('')).toBe('');
  });
});

describe('possible doubles (rule 16)', () => {
  const village = regionCode('35.21.16.2003');
  const a: PersonTrace = { id: 'a', name: 'SUYATMI PRASETYO', birthDate: isoDate('1972-04-12'), villageCode: village };
  it('weigh name, birth date and village', () => {
    expect(duplicateScore(a, { ...a, id: 'b', name: 'Suyatmi Prastyo' }).score).toBeGreaterThan(90);
    expect(duplicateScore(a, { ...a, id: 'b' })).toEqual({ score: 100, reasons: ['name', 'birthDate', 'village'] });
    expect(duplicateScore(a, { ...a, birthDate: isoDate('1972-12-04') })).toMatchObject({ score: 90, reasons: ['name', 'birthDateNear', 'village'] });
    expect(duplicateScore(a, { ...a, name: 'Wagiyem', nik: 'x' }).score).toBeLessThan(KUBE_2020.duplicateScoreWarn);
    expect(duplicateScore({ ...a, name: 'SUYATMI' }, { ...a, name: 'Suyatmi', birthDate: isoDate('1985-01-01') }).score).toBeLessThan(KUBE_2020.duplicateScoreWarn);
    expect(duplicateScore({ ...a, nik: '1' }, { ...a, name: 'X', nik: '1' }).score).toBe(100);
  });
  it('are symmetric and within 0..100', () => {
    const person = fc.record({ id: fc.constant('x'), name: fc.constantFrom('Suyatmi', 'Sri Lestari', 'Parjo', 'Soeyatmi P'), birthDate: fc.constantFrom(null, isoDate('1980-01-02'), isoDate('1980-02-01'), isoDate('1981-01-02')), villageCode: fc.constantFrom(null, village, regionCode('35.21.16.2009')), phone: fc.constantFrom(null, '0812-3456-789', '+62 812 3456 789') });
    fc.assert(fc.property(person, person, (x, y) => {
      const { score } = duplicateScore(x, y);
      expect(score).toBe(duplicateScore(y, x).score);
      expect(score >= 0 && score <= 100).toBe(true);
    }));
  });
  it('groups: the same account or members outweigh another name', () => {
    const g = { id: 'g', name: 'KUBE Mugi Jaya', villageCode: village, account: '0032294', phone: null, address: 'RT 01 RW 02 Dumplengan', memberKeys: ['1', '2', '3', '4'] };
    expect(groupDuplicateScore(g, { ...g, id: 'h', name: 'Sido Asri' }).score).toBe(100);
    expect(groupDuplicateScore(g, { id: 'h', name: 'Mugi Jaya', villageCode: regionCode('35.21.05.2010') }).score).toBeLessThan(KUBE_2020.duplicateScoreWarn);
    expect(groupDuplicateScore(g, { id: 'h', name: 'Sido Asri', villageCode: village }).score).toBeLessThan(30);
  });
  it('are found among many without comparing all with all, and placeholders do not swamp', () => {
    const many: PersonTrace[] = Array.from({ length: 3000 }, (_, i) => ({ id: `p${i}`, name: `Orang${(i * 7919) % 3001} Ke${i}`, birthDate: isoDate('1980-01-01'), villageCode: village }));
    const found = findDuplicatePersons([...many, a, { ...a, id: 'b', name: 'SUYATMI PRASTYO' }], 75);
    expect(found).toMatchObject([{ a: 'a', b: 'b' }]);
    expect(findDuplicateGroups([{ id: '1', name: 'Mugi', villageCode: village, phone: '081234567890' }, { id: '2', name: 'KUBE Mugi', villageCode: village, phone: '+6281234567890' }], 75)).toMatchObject([{ a: '1', b: '2', score: 85 }]);
  });
});

describe('task list', () => {
  const empty: GroupFile = { name: null, business: null, formedOn: null, formationMinutes: false, villageCode: null, address: null, officers: [], families: 0, blockedMembers: 0, account: null, papers: [], opened: [] };
  const options = { rules: KUBE_2020, accountNeeded: true, requiredPapers: [{ code: 'proposal', label: { id: 'Proposal', en: 'Proposal' } }] };
  const states = (file: Partial<GroupFile>, more = {}) => Object.fromEntries(groupTaskList({ ...empty, ...file }, { ...options, ...more }).map((t) => [t.key, t.state]));
  const missing = (key: string, file: Partial<GroupFile>) => groupTaskList({ ...empty, ...file }, options).find((t) => t.key === key)?.missing.map((m) => m.code);
  const full: Partial<GroupFile> = {
    name: 'Mugi', business: 'Tikar', formedOn: isoDate('2020-01-10'), formationMinutes: true, villageCode: regionCode('35.21.16.2003'), address: 'RT 1', families: 10, papers: ['proposal'],
    officers: [{ role: 'chair', membershipId: '1' }, { role: 'secretary', membershipId: '2' }, { role: 'treasurer', membershipId: '3' }], account: { number: '123', problems: 0 },
  };
  it('knows four states', () => {
    expect(new Set(Object.values(states({})))).toEqual(new Set(['notOpened']));
    expect(new Set(Object.values(states(full)))).toEqual(new Set(['complete']));
    expect(states({ name: 'Mugi', opened: ['account'] })).toMatchObject({ identity: 'incomplete', account: 'incomplete', place: 'notOpened' });
    expect(states(full, { accountNeeded: false, requiredPapers: [] })).toMatchObject({ account: 'notApplicable', papers: 'notApplicable' });
    expect(taskProgress(groupTaskList({ ...empty, ...full, address: null }, { ...options, accountNeeded: false }))).toEqual({ done: 4, of: 5 });
  });
  it('names what is missing', () => {
    expect(missing('identity', { name: 'Mugi' })).toEqual(['business', 'formedOn', 'formationMinutes']);
    expect(missing('place', { villageCode: regionCode('35.21.16') })).toEqual(['village', 'address']);
    expect(missing('officers', { officers: [{ role: 'chair', membershipId: '1' }, { role: 'treasurer', membershipId: '1' }] })).toEqual(['secretary', 'threePersons']);
    expect(missing('members', { families: 3, blockedMembers: 1 })).toEqual(['tooFew', 'blocked']);
    expect(missing('members', { families: 23 })).toEqual(['tooMany']);
    expect(missing('account', { account: { number: '1', problems: 2 } })).toEqual(['accountProblems']);
    expect(missing('papers', {})).toEqual(['proposal']);
  });
});
