import { describe, expect, it } from 'vitest';
import { composeNik, isoDate, regionCode } from '../kernel/index.ts';
import { checkMember } from './check-member.ts';
import { FINDING_ORDER, findingText, findingTitle, severityOf } from './findings.ts';
import { aContext, aGroup, aMember, aRegister } from './testing/index.ts';
import type { CheckContext, MemberInput } from './types.ts';
import type { RuleSet } from '../programme/index.ts';

const PLACE = { village: regionCode('35.21.16.2003'), district: regionCode('35.21.16') };
const sound = aMember(1, { name: 'Suyatmi' });
const nik = sound.nik as string;
const register = (change: Parameters<typeof aRegister>[1] = {}) => aRegister([aGroup(1, 1, { members: [sound] })], change);
const codes = (change: Partial<MemberInput> = {}, context: Partial<CheckContext> = {}, rules: Partial<RuleSet> = {}) =>
  checkMember({ ...sound, ...change }, aContext({ register: register(), ...context }, rules), PLACE).map((f) => f.code);
const born = (date: string, sex: 'L' | 'P' = 'P') => ({ nik: composeNik('352009', isoDate(date), sex, 77), birthDate: date, sex, name: null });

describe('one member', () => {
  it('a sound one has no finding, also when first registered elsewhere', () => {
    expect(codes()).toEqual([]);
    expect(codes({}, { register: null })).toEqual([]);
    expect(checkMember(aMember(7), aContext(), PLACE)).toEqual([]);
  });

  it.each<[string, Partial<MemberInput>, string[]]>([
    ['no name', { name: ' . ' }, ['NAME_MISSING']],
    ['no NIK', { nik: null }, ['NIK_MISSING']],
    ['15 digits', { nik: nik.slice(1) }, ['NIK_LENGTH']],
    ['numeric cell', { nik: `${nik.slice(0, 15)}0`, nikFromNumber: true }, ['NIK_LOSSY']],
    ['numeric cell with zeros', { nik: `${nik.slice(0, 12)}0000`, nikFromNumber: true }, ['NIK_LOSSY']],
    ['exponent', { nik: '3.52116E+15' }, ['NIK_LOSSY']],
    ['month 13', { nik: '3521164113800001' }, ['NIK_DATE']],
    ['serial', { nik: `${nik.slice(0, 12)}0000` }, ['NIK_SERIAL']],
    ['letter', { nik: nik.replace('0', 'O') }, ['NIK_CHARACTERS']],
    ['no KK', { kk: '' }, ['KK_MISSING']],
    ['KK length', { kk: '35211' }, ['KK_LENGTH']],
    ['KK numeric', { kk: '3521160000000010', kkFromNumber: true }, ['KK_LOSSY']],
    ['no birth date', { birthDate: null }, ['BIRTHDATE_MISSING']],
    ['unreadable', { birthDate: 'sekitar 1980' }, ['BIRTHDATE_INVALID']],
    ['in the future', { birthDate: '2021-01-01' }, ['BIRTHDATE_INVALID']],
    ['other birth date', { birthDate: '1962-02-08' }, ['BIRTHDATE_DIFFERS']],
    ['other sex', { sex: 'L' }, ['SEX_DIFFERS']],
    ['civil servant', { occupation: 'PNS' }, ['CIVIL_SERVANT']],
    ['pensioner', { occupation: 'Pensiunan P.N.S.' }, ['CIVIL_SERVANT']],
    ['army', { occupation: 'Anggota TNI-AD' }, ['CIVIL_SERVANT']],
    ['facilitator', { occupation: 'Pendamping PKH' }, ['FACILITATOR']],
    ['wife of one', { occupation: 'Istri PNS' }, []],
    ['farmer', { occupation: 'Petani' }, []],
    ['other district', { address: 'Ds. Geneng, Kec. Geneng' }, ['OTHER_DISTRICT']],
    ['other village', { address: 'RT 1 RW 2 Banjar Banggi' }, ['OTHER_VILLAGE']],
    ['village column', { village: 'BANJARBANGGI', address: 'RT 1' }, ['OTHER_VILLAGE']],
    ['district column', { district: 'Kec. Geneng', village: 'Geneng' }, ['OTHER_DISTRICT']],
    ['district only', { district: 'Geneng', address: null }, ['OTHER_DISTRICT']],
    ['unknown village', { address: 'Ds. Dukuh Mbulak' }, ['VILLAGE_UNKNOWN']],
    ['hamlet only', { address: 'Dusun Krajan RT 02 RW 01' }, []],
    ['unmarked hamlet', { address: 'Krajan RT 02 RW 01' }, []],
    ['no address', { address: null }, []],
    ['near spelling', { address: 'Desa Dumplegnan' }, []],
  ])('%s', (_, change, expected) => expect(codes(change)).toEqual(expected));

  it('age counts on the day, its limits included', () => {
    const at = (date: string, rules: Partial<RuleSet> = {}, married: boolean | null = null) => codes({ ...born(date), name: 'A', married }, { register: null }, rules);
    expect(at('1960-03-03')).toEqual([]);
    expect(at('1959-03-04')).toEqual([]);
    expect(at('1959-03-03')).toEqual(['AGE_OVER']);
    expect(at('2002-03-03')).toEqual([]);
    expect(at('2002-03-04')).toEqual(['AGE_UNDER']);
    expect(at('2003-01-01', { marriedCountsAsAdult: true }, true)).toEqual([]);
    expect(at('2003-01-01', { marriedCountsAsAdult: true }, null)).toEqual(['AGE_UNDER']);
    expect(codes({ ...born('1950-01-01'), name: 'A', birthDate: null }, { register: null })).toEqual(['BIRTHDATE_MISSING', 'AGE_OVER']);
  });

  it('the register: missing, dead, moved, too well off, under another name', () => {
    const of = (change: Parameters<typeof aRegister>[1]) => codes({}, { register: register(change) });
    expect(of({ [nik]: null })).toEqual(['NOT_IN_REGISTER']);
    expect(of({ [nik]: { status: 'deceased', decile: 9 } })).toEqual(['DECEASED']);
    expect(of({ [nik]: { status: 'movedOut' } })).toEqual(['MOVED_OUT']);
    expect(of({ [nik]: { status: 'inactive' } })).toEqual(['REGISTER_INACTIVE']);
    expect(of({ [nik]: { decile: 6 } })).toEqual(['DECILE_OVER']);
    expect(of({ [nik]: { decile: null } })).toEqual([]);
    expect(of({ [nik]: { name: 'Paniyem Hartini' } })).toEqual(['REGISTER_NAME_DIFFERS']);
    expect(of({ [nik]: { name: 'SOEYATMI' } })).toEqual([]);
  });

  it('a broken NIK hides what would only follow from it', () => {
    for (const broken of [{ nik: nik.slice(1) }, { nik: '3.52116E+15' }, { nik: '3521164113800001' }, { nik: null }]) {
      const found = codes({ ...broken, sex: 'L' }, { priorAid: (n) => (n ? [{ year: 2018, programme: 'KUBE', amount: null }] : undefined) });
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/^NIK_/);
    }
  });

  it('earlier aid counts by programme and years, and shows the latest', () => {
    const aid = [{ year: 2012, programme: 'KUBE', amount: 2_000_000n }, { year: 2015, programme: 'kube ', amount: null }, { year: 2019, programme: 'PKH', amount: null }];
    const of = (rules: Partial<RuleSet>) => checkMember(sound, aContext({ priorAid: () => aid }, rules), PLACE);
    expect(of({})).toMatchObject([{ code: 'PRIOR_AID', severity: 'block', params: { year: 2015 } }]);
    expect(of({ priorAidYears: 5 })).toHaveLength(1);
    expect(of({ priorAidYears: 4 })).toEqual([]);
    expect(of({ priorAid: 'warn' })).toMatchObject([{ severity: 'warn' }]);
    expect(of({ priorAid: 'off' })).toEqual([]);
  });

  it('lists of people outrank the occupation column', () => {
    expect(codes({}, { isCivilServant: () => true })).toEqual(['CIVIL_SERVANT']);
    expect(codes({}, { isFacilitator: () => true })).toEqual(['FACILITATOR']);
  });

  it('being active elsewhere tells the distance and nothing else', () => {
    const [f] = checkMember(sound, aContext({ elsewhere: () => 'otherDistrict' }), PLACE);
    expect(f).toMatchObject({ code: 'ACTIVE_ELSEWHERE', severity: 'block' });
    expect(findingText(f!, 'id')).toContain('di kecamatan lain');
    expect(Object.keys(f!.params)).toEqual(['where']);
  });
});

describe('findings', () => {
  it('severity follows the moment', () => {
    const at = (code: (typeof FINDING_ORDER)[number], moment: CheckContext['moment']) => severityOf(code, aContext().rules, moment);
    expect(at('NOT_IN_REGISTER', 'draft')).toBe('warn');
    expect(at('NOT_IN_REGISTER', 'submission')).toBe('block');
    expect(at('NOT_IN_REGISTER', 'payment')).toBe('block');
    expect(at('ACCOUNT_MISSING', 'decree')).toBe('warn');
    expect(at('ACCOUNT_MISSING', 'payment')).toBe('block');
    expect(at('BIRTHDATE_DIFFERS', 'payment')).toBe('warn');
  });

  it('every code has a title and a sentence in both languages, and the titles fill all their places', () => {
    for (const code of FINDING_ORDER)
      for (const language of ['id', 'en'] as const) {
        expect(findingTitle(code, language)).not.toMatch(/^$|\{/);
        expect(findingText({ code, params: {} }, language).length).toBeGreaterThan(20);
      }
    expect(findingTitle('AGE_OVER', 'id')).toBe('Usia di luar 18–60');
    expect(findingTitle('NOT_IN_REGISTER', 'id', aContext({}, { registerName: 'DTSEN' }).rules)).toBe('Tidak ada di DTSEN');
  });

  it('sentences are whole: no open place, dates written out, no full number', () => {
    const faults: Partial<MemberInput>[] = [{ nik: nik.slice(1) }, { nik: nik.replace('0', 'O') }, { kk: '35' }, { birthDate: '1962-02-08' }, { sex: 'L' }, { address: 'Desa Dumplangen Krajan' }, { address: 'Ds. Geneng, Kec. Geneng' }, { village: 'Banjarbanggi' }, { birthDate: '1930-01-01' }];
    for (const fault of faults)
      for (const f of checkMember({ ...sound, ...fault }, aContext({ register: register({ [nik]: { decile: 9 } }), priorAid: () => [{ year: 2018, programme: 'KUBE', amount: 2_000_000n }] }), PLACE))
        for (const language of ['id', 'en'] as const) expect(findingText(f, language)).not.toMatch(/[{}]|\d{7}|undefined|\d{4}-\d{2}-\d{2}/);
    const [f] = checkMember({ ...sound, nik: nik.slice(1) }, aContext(), PLACE);
    expect(findingText(f!, 'id')).toBe('NIK harus 16 angka. Di sini 15 angka. Ketik ulang dari KTP.');
  });
});
