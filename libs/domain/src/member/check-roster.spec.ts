import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroup, checkRoster } from './check-roster.ts';
import { findingText, summariseFindings, verdictOf } from './findings.ts';
import { aContext, aGroup, aMember, aRegister, aRoster } from './testing/index.ts';
import type { CheckContext, GroupInput, MemberInput } from './types.ts';
import type { RuleSet } from '../programme/index.ts';

const check = (groups: readonly GroupInput[], more: Partial<CheckContext> = {}, rules: Partial<RuleSet> = {}) => checkRoster(groups, aContext({ register: aRegister(groups), ...more }, rules));
const places = (groups: readonly GroupInput[], more: Partial<CheckContext> = {}, rules: Partial<RuleSet> = {}) => check(groups, more, rules).map((f) => `${f.row} ${f.code}`);
const change = (groups: readonly GroupInput[], row: number, more: Partial<MemberInput>): GroupInput[] =>
  groups.map((g) => ({ ...g, members: g.members.map((m) => (m.row === row ? { ...m, ...more } : m)) }));
const only = (g: GroupInput, more: Partial<GroupInput>) => [{ ...g, ...more }];

describe('a group', () => {
  const g = aGroup();
  it.each<[string, GroupInput[], string[]]>([
    ['sound', [g], []],
    ['no name', only(g, { name: ' ' }), ['1 GROUP_NAME_MISSING']],
    ['no business', only(g, { business: null }), ['1 BUSINESS_MISSING']],
    ['no account', only(g, { account: '-' }), ['1 ACCOUNT_MISSING']],
    ['unknown village', only(g, { village: 'Entah' }), ['1 VILLAGE_UNKNOWN']],
    ['small', [aGroup(1, 4)], ['1 SIZE_UNDER']],
    ['large', [aGroup(1, 21)], ['1 SIZE_OVER']],
    ['empty', [aGroup(1, 0)], ['1 SIZE_UNDER', '1 CHAIR_MISSING', '1 SECRETARY_MISSING', '1 TREASURER_MISSING']],
    ['no chair', change([g], 1, { roles: [] }), ['1 CHAIR_MISSING']],
    ['two chairs', change([g], 5, { roles: ['chair'] }), ['1 CHAIR_TWO']],
    ['two treasurers', change([g], 5, { roles: ['treasurer'] }), ['1 TREASURER_TWO']],
    ['one person, two offices', change(change([g], 1, { roles: ['chair', 'treasurer'] }), 3, { roles: [] }), ['1 OFFICER_SAME_PERSON']],
  ])('%s', (_, groups, expected) => expect(places(groups)).toEqual(expected));

  it('size counts family cards, not rows', () => {
    const five = aGroup(1, 5);
    const shared = change([five], 5, { kk: five.members[3]!.kk });
    expect(places(shared)).toEqual(['1 SIZE_UNDER', '4 KK_DUPLICATE', '5 KK_DUPLICATE']);
  });

  it('without a known village it sits where most members live', () => {
    const nowhere = change(only(g, { village: null }), 4, { address: 'Ds. Geneng, Kec. Geneng' });
    expect(places(nowhere)).toEqual(['4 OTHER_DISTRICT']);
  });

  it('is not judged without register after the draft', () => {
    expect(places([g], { register: null })).toEqual([]);
    expect(places([g], { register: null, moment: 'submission' })).toEqual(['1 REGISTER_NOT_LOADED']);
    expect(checkGroup(g, aContext())).toEqual([]);
  });
});

describe('doubles', () => {
  const two = aRoster(2);
  const first = two[0]!.members[4]!;

  it('a copied NIK is named on both rows, its family card is not a second fault, and the likely culprit is told', () => {
    const copied = change(two, 15, { nik: first.nik, kk: first.kk });
    const found = check(copied, { register: aRegister(two) });
    expect(found.map((f) => `${f.row} ${f.code}`)).toEqual(['5 NIK_DUPLICATE', '15 NIK_DUPLICATE']);
    expect(findingText(found[0]!, 'id')).toContain('baris 15');
    expect(findingText(found[0]!, 'id')).not.toContain('kemungkinan');
    expect(findingText(found[1]!, 'id')).toContain('kemungkinan di sinilah salahnya');
  });

  it('what the copied NIK brings along is not held against the other person', () => {
    const copied = change(two, 15, { nik: first.nik, kk: first.kk });
    const found = places(copied, { register: aRegister(two, { [first.nik!]: { status: 'deceased' } }) });
    expect(found).toEqual(['5 NIK_DUPLICATE', '5 DECEASED', '15 NIK_DUPLICATE']);
  });

  it('a family card shared by different persons is named on all rows, also when one of them is doubled', () => {
    expect(places(change(two, 15, { kk: first.kk }))).toEqual(['5 KK_DUPLICATE', '15 KK_DUPLICATE']);
    const three = change(change(two, 15, { nik: first.nik, kk: first.kk }), 16, { kk: first.kk });
    expect(places(three, { register: aRegister(two) })).toEqual(['5 NIK_DUPLICATE', '5 KK_DUPLICATE', '15 NIK_DUPLICATE', '15 KK_DUPLICATE', '16 KK_DUPLICATE']);
  });

  it('damaged numbers are not compared', () => {
    const lossy = { nik: '3521160000000000', nikFromNumber: true };
    expect(places(change(change(two, 5, lossy), 15, lossy))).toEqual(['5 NIK_LOSSY', '15 NIK_LOSSY']);
  });

  it('an account belongs to one group, in this list and outside it', () => {
    const shared = [two[0]!, { ...two[1]!, account: ` ${Number(two[0]!.account)} ` }];
    expect(places(shared)).toEqual(['1 ACCOUNT_SHARED', '11 ACCOUNT_SHARED']);
    const [f] = check([two[0]!], { accountTaken: () => true });
    expect(findingText(f!, 'id')).toContain('kelompok di luar daftar ini');
  });
});

describe('a roster', () => {
  it('of sound groups has no finding', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 5, max: 20 }), fc.constantFrom('draft' as const, 'payment' as const), (groups, size, moment) => {
      expect(check(aRoster(groups, size), { moment })).toEqual([]);
    }), { numRuns: 30 });
  });

  it('gives the same findings whatever the order of its rows', () => {
    const faulty = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom<Partial<MemberInput>>({ nik: '123' }, { kk: aMember(8).kk }, { nik: aMember(9).nik, kk: aMember(9).kk }, { address: 'Ds. Geneng, Kec. Geneng' }, { occupation: 'TNI' }, { birthDate: null }, { sex: null })), { maxLength: 8 });
    fc.assert(fc.property(faulty, fc.infiniteStream(fc.nat()), (faults, chance) => {
      const roster = faults.reduce<readonly GroupInput[]>((r, [row, fault]) => change(r, row, fault), aRoster(4));
      const shuffled = <T>(list: readonly T[]): T[] => list.map((one) => ({ one, at: chance.next().value! })).sort((a, b) => a.at - b.at).map((x) => x.one);
      const mixed = shuffled(roster).map((g) => ({ ...g, members: shuffled(g.members) }));
      const say = (groups: readonly GroupInput[]) => check(groups, { register: aRegister(aRoster(4)) }).map((f) => `${f.member === null ? groups[f.group]!.name : f.row} ${f.code} ${findingText(f, 'id')}`).sort();
      expect(say(mixed)).toEqual(say(roster));
    }), { numRuns: 60 });
  });

  it('is judged in time that grows with its rows', () => {
    const big = aRoster(1000);
    const context = aContext({ register: aRegister(big) });
    const started = Date.now();
    expect(checkRoster(big, context)).toEqual([]);
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it('a placeholder number in every row costs no more', () => {
    const same = aRoster(300).map((g) => ({ ...g, members: g.members.map((m) => ({ ...m, kk: '3521161111111111' })) }));
    const found = checkRoster(same, aContext());
    expect(found.filter((f) => f.code === 'KK_DUPLICATE')).toHaveLength(3000);
    expect(findingText(found.find((f) => f.code === 'KK_DUPLICATE')!, 'en').length).toBeLessThan(300);
  });

  it('is summed up by cause', () => {
    const found = check(change(change(aRoster(1), 5, { nik: '1' }), 6, { nik: '2', sex: null }));
    expect(summariseFindings(found)).toEqual([{ code: 'NIK_LENGTH', block: 2, warn: 0, rows: [5, 6] }]);
    expect(verdictOf(found)).toBe('block');
    expect(verdictOf([])).toBe('fine');
  });
});
