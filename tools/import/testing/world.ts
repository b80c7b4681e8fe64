import { addDays, composeNik, isoDate, undotted, type IsoDate, type RegionCode } from '@anyam/domain/kernel';
import { randomOf, type Random } from './random.ts';

export interface Village { readonly code: RegionCode; readonly name: string; readonly district: string }
export interface Person {
  readonly id: string;
  name: string; nik: string; lossy: boolean; kk: string; sex: 'L' | 'P'; birth: IsoDate; occupation: string; role: 'Ketua' | 'Sekretaris' | 'Bendahara' | 'Anggota';
  rt: number; rw: number; village: string; district: string;
}
export interface MadeGroup { readonly id: string; name: string; village: Village; business: string; account: string; members: Person[] }
export interface World {
  readonly groups: MadeGroup[];
  readonly register: { nik: string; kk: string; name: string; village: string; decile: number; status: string }[];
  readonly priorAid: { nik: string; year: number; programme: string; amount: number }[];
  /** `person or group id|CODE`; a group's finding is shown on its first member. */
  readonly expected: Set<string>;
  readonly regency: string;
}

const FIRST = ['Sri', 'Suparno', 'Wartini', 'Kasno', 'Mulyono', 'Siti', 'Rohmad', 'Tukinem', 'Agus', 'Parmi', 'Djoko', 'Endang', 'Suwito', 'Lastri', 'Edi', 'Ratna', 'Yatno', 'Katmi', "Nur'aini", 'Slamet'];
const LAST = ['Lestari', 'Widodo', 'Rahayu', 'Santoso', 'Handayani', 'Nugroho', 'Astuti', 'Prasetyo', 'Utami', 'Kurniawan', 'Setyawan', 'Hidayat', 'Ningsih', 'Wibowo', 'Saputro', 'Mulyani', 'Purnomo'];
const GROUP_A = ['Mugi', 'Maju', 'Sri', 'Tunas', 'Karya', 'Ngudi', 'Sumber', 'Mekar', 'Guyub', 'Sido', 'Harapan', 'Melati'];
const GROUP_B = ['Jaya', 'Makmur', 'Rejeki', 'Lestari', 'Barokah', 'Sejahtera', 'Rukun', 'Mulyo', 'Asri', 'Bersama'];
const BUSINESS = ['Ternak kambing', 'Anyaman tikar', 'Jahit', 'Warung sembako', 'Ternak ayam', 'Keripik singkong'];
const WORK = ['Petani', 'Buruh tani', 'Buruh harian', 'Ibu rumah tangga', 'Pengrajin', 'Pedagang kecil', 'Wiraswasta', 'Mengurus rumah tangga'];

/** A made-up office file: sound groups in the villages given, every kind of fault once, and what must be found. */
export function makeWorld(seed: number, villages: readonly Village[], regency: string, elsewhere: Village, groups = 24): World {
  const r = randomOf(seed);
  const world: World = { groups: [], register: [], priorAid: [], expected: new Set(), regency };
  let serial = 0;
  const names = r.shuffle(GROUP_A.flatMap((a) => GROUP_B.map((b) => `${a} ${b}`)));
  for (let g = 0; g < groups; g++) {
    const village = villages[Math.floor((g * villages.length) / groups)] as Village;
    // Two villages share one group name, which is lawful.
    const name = g === groups - 1 ? (world.groups[0] as MadeGroup).name : (names[g] as string);
    const group: MadeGroup = { id: `g${g}`, name, village, business: r.pick(BUSINESS), account: String(r.int(1, 9)).padStart(3, '0') + String(100_000_000 + g * 7_919 + r.int(0, 999)), members: [] };
    const size = r.pick([6, 8, 10, 10, 10]);
    for (let m = 0; m < size; m++) group.members.push(makePerson(r, `g${g}m${m}`, ++serial, village, r.pick(villages), m));
    world.groups.push(group);
  }
  for (const g of world.groups) for (const p of g.members) world.register.push({ nik: p.nik, kk: p.kk, name: p.name.toUpperCase(), village: g.village.code, decile: r.int(1, 5), status: 'AKTIF' });
  plantFaults(world, r, elsewhere, villages);
  return world;
}

function makePerson(r: Random, id: string, serial: number, village: Village, registeredAt: Village, place: number): Person {
  const sex = r.chance(0.5) ? 'L' : 'P';
  const birth = addDays(isoDate('1961-03-01'), r.int(0, 14_000));
  const at = r.chance(0.1) ? '331413' : undotted(registeredAt.code).slice(0, 6);
  const issued = `${String(r.int(1, 28)).padStart(2, '0')}${String(r.int(1, 12)).padStart(2, '0')}${String(r.int(5, 19)).padStart(2, '0')}`;
  return {
    id, name: `${r.pick(FIRST)} ${r.pick(LAST)}`, nik: composeNik(at, birth, sex, serial), lossy: false, kk: undotted(village.code).slice(0, 6) + issued + String(serial).padStart(4, '0'), sex, birth,
    occupation: r.pick(WORK), role: (['Ketua', 'Sekretaris', 'Bendahara'] as const)[place] ?? 'Anggota', rt: r.int(1, 9), rw: r.int(1, 5), village: village.name, district: village.district,
  };
}

function plantFaults(world: World, r: Random, elsewhere: Village, villages: readonly Village[]): void {
  const { groups, register, expected } = world;
  const row = (p: Person) => register.find((e) => e.nik === p.nik) as World['register'][number];
  const homes = groups.slice(1, -1);
  let at = 0;
  /** Faults go to different groups, past the officers, so that none hides another. */
  const person = (): Person => {
    const g = homes[at++ % homes.length] as MadeGroup;
    return g.members[3 + (Math.floor((at - 1) / homes.length) % 3)] as Person;
  };
  const expect = (id: string, code: string) => expected.add(`${id}|${code}`);
  const change = (code: string, how: (p: Person) => void) => {
    const p = person();
    how(p);
    expect(p.id, code);
    return p;
  };
  change('DECEASED', (p) => { row(p).status = r.pick(['MENINGGAL', 'Meninggal dunia', 'Wafat']); });
  change('MOVED_OUT', (p) => { row(p).status = r.pick(['PINDAH', 'Pindah domisili']); });
  change('REGISTER_INACTIVE', (p) => { row(p).status = r.pick(['NONAKTIF', 'Tidak aktif', 'NON AKTIF']); });
  change('DECILE_OVER', (p) => { row(p).decile = r.int(6, 10); });
  change('NOT_IN_REGISTER', (p) => { register.splice(register.indexOf(row(p)), 1); });
  change('PRIOR_AID', (p) => { world.priorAid.push({ nik: p.nik, year: 2018, programme: 'KUBE', amount: 2_000_000 }); });
  change('NIK_LENGTH', (p) => { p.nik = p.nik.slice(0, 15); });
  change('NIK_LOSSY', (p) => { p.lossy = true; p.nik = `${p.nik.slice(0, 14)}00`; if (register.some((e) => e.nik === p.nik)) p.nik = `${p.nik.slice(0, 12)}0000`; });
  change('NIK_DATE', (p) => { p.nik = `${p.nik.slice(0, 8)}13${p.nik.slice(10)}`; });
  change('BIRTHDATE_DIFFERS', (p) => { p.birth = addDays(p.birth, 1); });
  change('SEX_DIFFERS', (p) => { p.sex = p.sex === 'L' ? 'P' : 'L'; });
  change('CIVIL_SERVANT', (p) => { p.occupation = r.pick(['PNS', 'Pensiunan PNS', 'TNI', 'Polri']); });
  for (const [code, birth] of [['AGE_OVER', '1953-08-13'], ['AGE_UNDER', '2004-05-16']] as const) change(code, (p) => {
    const entry = row(p);
    p.birth = isoDate(birth);
    p.nik = composeNik(p.nik.slice(0, 6), p.birth, p.sex, Number(p.nik.slice(12)));
    entry.nik = p.nik;
  });
  change('OTHER_DISTRICT', (p) => { p.village = elsewhere.name; p.district = elsewhere.district; });
  change('VILLAGE_UNKNOWN', (p) => { p.village = 'Dukuh Mbulakrejo Kidul'; });
  const original = person();
  const copy = person();
  copy.nik = original.nik;
  copy.kk = original.kk;
  for (const p of [original, copy]) expect(p.id, 'NIK_DUPLICATE');
  const family = person();
  const sharer = person();
  row(sharer).kk = family.kk;
  sharer.kk = family.kk;
  for (const p of [family, sharer]) expect(p.id, 'KK_DUPLICATE');

  const group = (): MadeGroup => homes[at++ % homes.length] as MadeGroup;
  const first = (g: MadeGroup): string => (g.members[0] as Person).id;
  const chairless = group();
  (chairless.members[0] as Person).role = 'Anggota';
  expect(first(chairless), 'CHAIR_MISSING');
  const two = group();
  (two.members[1] as Person).role = 'Ketua';
  expect(first(two), 'CHAIR_TWO');
  expect(first(two), 'SECRETARY_MISSING');
  const poor = group();
  poor.account = '';
  expect(first(poor), 'ACCOUNT_MISSING');
  const [a, b] = [group(), group()];
  b.account = a.account;
  expect(first(a), 'ACCOUNT_SHARED');
  expect(first(b), 'ACCOUNT_SHARED');
  // Two group sizes, in groups of their own so that no other fault is cut away.
  const small: MadeGroup = { id: 'small', name: 'Wiji Thukul', village: villages[0] as Village, business: 'Jahit', account: '009887766554', members: [] };
  const big: MadeGroup = { id: 'big', name: 'Brayat Ageng', village: villages.at(-1) as Village, business: 'Jahit', account: '009887766555', members: [] };
  let serial = 3_000;
  for (const [g, size] of [[small, 4], [big, 21]] as const) {
    for (let m = 0; m < size; m++) g.members.push(makePerson(r, `${g.id}m${m}`, ++serial, g.village, g.village, m));
    for (const p of g.members) register.push({ nik: p.nik, kk: p.kk, name: p.name, village: g.village.code, decile: 2, status: 'AKTIF' });
    groups.splice(g === small ? 3 : groups.length - 1, 0, g);
  }
  expect(first(small), 'SIZE_UNDER');
  expect(first(big), 'SIZE_OVER');
}
