import { addDays, composeNik, isoDate, regionCode, regionIndex, type IsoDate, type NationalId, type Sex } from '../../kernel/index.ts';
import { KUBE_2020, type RuleSet } from '../../programme/index.ts';
import type { CheckContext, GroupInput, MemberInput, OfficerRole, RegisterEntry } from '../types.ts';

export const AS_OF = isoDate('2020-03-03');
const OLDEST = isoDate('1962-01-01');

/** A few real areas around Pitu, Kabupaten Ngawi. */
export const NGAWI = regionIndex([
  { code: regionCode('35.21.05'), name: 'Geneng' }, { code: regionCode('35.21.05.2010'), name: 'Geneng' },
  { code: regionCode('35.21.16'), name: 'Pitu' }, { code: regionCode('35.21.16.2003'), name: 'Dumplengan' }, { code: regionCode('35.21.16.2009'), name: 'Banjarbanggi' },
]);

const NAMES = ['Suyatmi', 'Tukiran', 'Wagiyem', 'Sri Lestari', 'Parjo', 'Kasiyem', 'Djoko Santoso', 'Mulyono'];
const ROLE: readonly (readonly OfficerRole[])[] = [['chair'], ['secretary'], ['treasurer']];
const STYLES: readonly ((d: IsoDate) => string)[] = [(d) => d, (d) => `NGAWI, ${d.slice(8)}-${d.slice(5, 7)}-${d.slice(0, 4)}`, (d) => `${d.slice(8)}/${d.slice(5, 7)}/${d.slice(0, 4)}`];

/** A sound made-up member; `n` makes it unlike the others (below a million). */
export function aMember(n = 1, more: Partial<MemberInput> = {}): MemberInput {
  const birth = addDays(OLDEST, (n * 37) % 14_000);
  const sex: Sex = n % 3 === 0 ? 'L' : 'P';
  const home = n % 10 === 7 ? '352009' : '352116';
  return {
    row: n, name: NAMES[n % NAMES.length] as string, nik: composeNik(home, birth, sex, 1 + (n % 9999)), kk: `352116${String(n).padStart(10, '0')}`,
    birthDate: (STYLES[n % STYLES.length] as (d: IsoDate) => string)(birth), sex, address: `RT 0${1 + (n % 9)} RW 01 DUMPLENGAN`, occupation: 'Buruh tani', roles: [], ...more,
  };
}

/** A sound group of `size` members, numbered from `first`; the first three are its officers. */
export function aGroup(first = 1, size = 10, more: Partial<GroupInput> = {}): GroupInput {
  return {
    row: first, name: `KUBE Maju ${first}`, business: 'Anyaman tikar', account: `0032294${String(first).padStart(6, '0')}`, village: 'Dumplengan',
    members: Array.from({ length: size }, (_, i) => aMember(first + i, { roles: ROLE[i] ?? [] })), ...more,
  };
}

/** A roster of sound groups. */
export const aRoster = (groups: number, size = 10): GroupInput[] => Array.from({ length: groups }, (_, i) => aGroup(1 + i * size, size));

/** The members of these groups as the register would hold them, decile 2. */
export function aRegister(groups: readonly GroupInput[], changes: Readonly<Record<string, Partial<RegisterEntry> | null>> = {}): CheckContext['register'] {
  const entries = new Map<string, RegisterEntry>();
  for (const m of groups.flatMap((g) => g.members)) if (m.nik && m.name) entries.set(m.nik, { name: m.name, decile: 2, status: 'active' });
  for (const [nik, change] of Object.entries(changes)) {
    if (change === null) entries.delete(nik);
    else entries.set(nik, { name: 'x', decile: 2, status: 'active', ...entries.get(nik), ...change });
  }
  return { period: 'Maret 2020', find: (nik: NationalId) => entries.get(nik) };
}

export const aContext = (more: Partial<CheckContext> = {}, rules: Partial<RuleSet> = {}): CheckContext => ({
  asOf: AS_OF, moment: 'draft', rules: { ...KUBE_2020, ...rules }, gazetteer: NGAWI, area: regionCode('35.21'), ...more,
});
