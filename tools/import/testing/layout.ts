import { MONTH_NAMES } from '@anyam/domain/kernel';
import { randomOf, type Random } from './random.ts';
import type { MadeGroup, Person, World } from './world.ts';

export type Made = string | number | Date | null;
export interface MadeSheet { name: string; rows: Made[][]; merges: { row: number; column: number; rows: number; columns: number }[]; rowOf: Map<string, number> }
export interface Layout {
  readonly file: 'xlsx' | 'csv';
  readonly groups: 'merged' | 'repeated' | 'separator' | 'sheetPerVillage' | 'sheetPerGroup';
  readonly headerRows: 1 | 2;
  readonly dates: 'mixed' | 'real' | 'iso' | 'split' | 'slashes' | 'words';
  readonly numbers: 'text' | 'number' | 'spaced' | 'apostrophe';
  readonly sex: 'LP' | 'words' | 'marks' | 'LkPr' | 'LW';
  readonly roles: 'full' | 'blankMembers' | 'chairMarks' | 'short' | 'inNote';
  readonly address: 'line' | 'columns' | 'lineAndVillage' | 'long';
  readonly letterhead: number;
  readonly subtotals: boolean;
  readonly blanks: boolean;
  readonly numbering: boolean;
  readonly repeatHeader: boolean;
  readonly footer: boolean;
  readonly upper: boolean;
  readonly shuffle: boolean;
  readonly extras: boolean;
}

export function randomLayout(seed: number): Layout {
  const r = randomOf(seed * 7 + 1);
  const file = r.pick(['xlsx', 'csv'] as const);
  const groups = r.pick(file === 'csv' ? (['merged', 'repeated', 'repeated', 'separator'] as const) : (['merged', 'repeated', 'separator', 'sheetPerVillage', 'sheetPerGroup'] as const));
  return {
    file, groups, headerRows: groups === 'separator' || groups === 'sheetPerGroup' ? 1 : r.pick([1, 2]),
    dates: r.pick(file === 'csv' ? (['mixed', 'iso', 'split', 'slashes', 'words'] as const) : (['mixed', 'real', 'iso', 'split', 'slashes', 'words'] as const)),
    numbers: r.pick(file === 'csv' ? (['text', 'spaced', 'apostrophe'] as const) : (['text', 'number', 'spaced'] as const)),
    sex: r.pick(['LP', 'words', 'marks', 'LkPr', 'LW']), roles: r.pick(['full', 'blankMembers', 'chairMarks', 'short', 'inNote']), address: r.pick(['line', 'columns', 'lineAndVillage', 'long']),
    letterhead: r.int(0, 5), subtotals: r.chance(0.5), blanks: r.chance(0.5), numbering: r.chance(0.3), repeatHeader: r.chance(0.3), footer: r.chance(0.6), upper: r.chance(0.5), shuffle: r.chance(0.5), extras: r.chance(0.5),
  };
}

interface Column { readonly titles: readonly string[]; readonly scope: 'group' | 'member'; value(p: Person, g: MadeGroup, n: number): Made }

/** Lays a world out as one office would keep it. `rowOf` says where each person went. */
export function layOut(world: World, layout: Layout, seed: number): MadeSheet[] {
  const r = randomOf(seed * 13 + 5);
  const columns = columnsFor(layout, r);
  const titles = columns.map((c) => r.pick(c.titles)).map((t) => (layout.upper ? t.toUpperCase() : t));
  const parts: [string, MadeGroup[]][] = layout.groups === 'sheetPerVillage' ? byVillage(world) : layout.groups === 'sheetPerGroup' ? world.groups.map((g, i) => [`${i + 1} ${g.name}`.slice(0, 31), [g]]) : [['Daftar KUBE', world.groups]];
  return parts.map(([name, groups]) => laySheet(name, groups, world, layout, columns, titles, r));
}

function byVillage(world: World): [string, MadeGroup[]][] {
  const found = new Map<string, MadeGroup[]>();
  for (const g of world.groups) found.set(g.village.name, [...(found.get(g.village.name) ?? []), g]);
  return [...found].map(([name, groups]) => [`Desa ${name}`.slice(0, 31), groups]);
}

function laySheet(name: string, groups: readonly MadeGroup[], world: World, layout: Layout, columns: readonly Column[], titles: readonly string[], r: Random): MadeSheet {
  const sheet: MadeSheet = { name, rows: [], merges: [], rowOf: new Map() };
  const width = columns.length;
  const add = (cells: Made[]): number => sheet.rows.push(Array.from({ length: width }, (_, c) => cells[c] ?? null));
  const alone = (text: string, column = 0): number => add(Array.from({ length: column + 1 }, (_, c) => (c === column ? text : null)));
  const head = [`PEMERINTAH KABUPATEN ${world.regency.toUpperCase()}`, 'DINAS SOSIAL', 'DAFTAR NOMINATIF CALON PENERIMA BANTUAN KUBE', 'TAHUN ANGGARAN 2020', '(data latihan)'].slice(0, layout.letterhead);
  for (const line of head) alone(line);
  if (head.length > 0 && r.chance(0.7)) add([]);
  const header = (): void => {
    if (layout.headerRows === 2) {
      const from = columns.findIndex((c) => c.scope === 'member');
      add(titles.map((t, c) => (columns[c]?.scope === 'group' ? t : c === from ? (layout.upper ? 'ANGGOTA' : 'Anggota KUBE') : null)));
      add(titles.map((t, c) => (columns[c]?.scope === 'group' ? null : t)));
    } else add([...titles]);
  };
  const separate = layout.groups === 'separator' || layout.groups === 'sheetPerGroup';
  if (!separate) {
    header();
    if (layout.numbering) add(columns.map((_, c) => (layout.file === 'csv' ? String(c + 1) : c + 1)));
  }
  groups.forEach((g, n) => {
    if (separate) {
      alone(r.pick([`KUBE : ${g.name}`, `Nama KUBE : ${g.name}`]));
      alone(`Desa : ${g.village.name}`);
      alone(`Kecamatan : ${g.village.district}`);
      alone(`Jenis Usaha : ${g.business}`);
      if (g.account !== '') alone(`No. Rekening : ${g.account}`);
      header();
      if (layout.numbering) add(columns.map((_, c) => (layout.file === 'csv' ? String(c + 1) : c + 1)));
    } else if (layout.repeatHeader && n > 0 && n % 5 === 0) header();
    g.members.forEach((p, m) => {
      const cells = columns.map((c) => (c.scope === 'group' && m > 0 && layout.groups !== 'repeated' ? null : c.value(p, g, c.scope === 'group' ? n + 1 : m + 1)));
      sheet.rowOf.set(p.id, add(cells));
      if (m === 0 && layout.groups !== 'repeated') columns.forEach((c, column) => c.scope === 'group' && sheet.merges.push({ row: sheet.rows.length - 1, column, rows: g.members.length, columns: 1 }));
    });
    if (layout.subtotals) alone(r.pick([`JUMLAH ANGGOTA: ${g.members.length}`, 'Sub Total', 'Jumlah']), Math.min(width - 1, 1));
    if (layout.blanks && r.chance(0.7)) add([]);
  });
  if (layout.footer) {
    add([]);
    alone(`${world.regency}, 3 Maret 2020`, Math.min(width - 1, 5));
    alone('Kepala Dinas Sosial', Math.min(width - 1, 5));
    add([]);
    alone('BAMBANG SUTEJO, S.Sos, M.Si', Math.min(width - 1, 5));
    alone('NIP. 19680101 199403 1 004', Math.min(width - 1, 5));
  }
  return sheet;
}

const two = (n: number): string => String(n).padStart(2, '0');

function columnsFor(layout: Layout, r: Random): Column[] {
  const cased = (text: string): string => (layout.upper ? text.toUpperCase() : text);
  const col = (scope: Column['scope'], titles: readonly string[], value: Column['value']): Column => ({ scope, titles, value });
  const group: Column[] = layout.groups === 'separator' || layout.groups === 'sheetPerGroup' ? [] : [
    col('group', ['No', 'No.', 'Nomor'], (_p, _g, n) => (layout.file === 'csv' ? String(n) : n)),
    col('group', ['Nama KUBE', 'KUBE', 'Nama Kelompok', 'Kelompok', 'Nama Kelompok Usaha Bersama'], (_p, g) => r.pick([`KUBE ${cased(g.name)}`, cased(g.name), g.name])),
    ...(layout.groups === 'sheetPerVillage' ? [] : [col('group', layout.address === 'columns' || layout.address === 'lineAndVillage' ? ['Desa KUBE', 'Lokasi KUBE', 'Alamat KUBE'] : ['Desa', 'Desa/Kel', 'Desa / Kelurahan', 'Kelurahan'], (_p, g) => cased(g.village.name))]),
    col('group', ['Jenis Usaha', 'Usaha', 'Jenis UEP'], (_p, g) => g.business),
    col('group', ['No. Rekening', 'No Rek', 'Nomor Rekening', 'Rekening'], (_p, g) => g.account || null),
  ];
  const number = (text: string, lossy: boolean): Made => {
    if (layout.file === 'csv' && lossy) return `${text[0]},${text.slice(1, 6)}E+15`;
    if (lossy || layout.numbers === 'number') return Number(text);
    if (layout.numbers === 'apostrophe') return `'${text}`;
    return layout.numbers === 'spaced' ? text.replace(/(\d{6})(\d{6})/, '$1 $2 ') : text;
  };
  const member: Column[] = [
    col('member', ['Nama', 'Nama Anggota', 'Nama Lengkap', 'NAMA PENERIMA', 'Nama KPM'], (p) => cased(p.name)),
    col('member', ['NIK', 'No. KTP', 'Nomor Induk Kependudukan', 'No. NIK', 'NIK/No. KTP'], (p) => number(p.nik, p.lossy)),
    col('member', ['No KK', 'No. KK', 'Nomor Kartu Keluarga', 'NKK', 'Nomor KK'], (p) => number(p.kk, false)),
    ...sexColumns(layout), ...dateColumns(layout, r, cased), ...addressColumns(layout, cased),
    col('member', ['Pekerjaan', 'Mata Pencaharian', 'Jenis Pekerjaan'], (p) => p.occupation),
    ...roleColumns(layout, r),
    ...(layout.extras ? [col('member', ['No HP', 'Telp/HP', 'No. WA'], (_p, _g, n) => `0812${String(30_000_000 + n * 977)}`), col('member', ['Tanda Tangan', 'Paraf'], () => null)] : []),
  ];
  const ordered = layout.shuffle ? [...r.shuffle(group), ...r.shuffle(member)] : [...group, ...member];
  return layout.shuffle && layout.groups === 'repeated' && layout.headerRows === 1 && r.chance(0.5) ? [...ordered.filter((c) => c.scope === 'member'), ...ordered.filter((c) => c.scope === 'group')] : ordered;
}

function sexColumns(layout: Layout): Column[] {
  if (layout.sex === 'marks') return (['L', 'P'] as const).map((s) => ({ scope: 'member' as const, titles: [s], value: (p: Person) => (p.sex === s ? 'v' : null) }));
  const words = { LP: ['L', 'P'], words: ['Laki-laki', 'Perempuan'], LkPr: ['LK', 'PR'], LW: ['L', 'W'] }[layout.sex] as [string, string];
  return [{ scope: 'member', titles: ['L/P', 'Jenis Kelamin', 'JK', 'Jns. Kelamin', 'Kelamin (L/P)'], value: (p) => (p.sex === 'L' ? words[0] : words[1]) }];
}

function dateColumns(layout: Layout, r: Random, cased: (t: string) => string): Column[] {
  const text = (p: Person, how: number): string => {
    const [y, m, d] = p.birth.split('-').map(Number) as [number, number, number];
    const month = MONTH_NAMES.id[m - 1] as string;
    return [`${two(d)}-${two(m)}-${y}`, `${d} ${month} ${y}`, `${two(d)}/${two(m)}/${y}`, `${d} ${month.slice(0, 3)} ${y}`][how] as string;
  };
  const place = cased('Ngawi');
  const titles = ['Tempat Tgl Lahir', 'Tempat/Tgl Lahir', 'TTL', 'Tempat, Tanggal Lahir'];
  if (layout.dates === 'split') return [{ scope: 'member', titles: ['Tempat Lahir', 'Tmp Lahir'], value: () => place }, { scope: 'member', titles: ['Tanggal Lahir', 'Tgl. Lahir'], value: (p) => text(p, 0) }];
  if (layout.dates === 'real') return [{ scope: 'member', titles: ['Tanggal Lahir', 'Tgl Lahir'], value: (p) => new Date(`${p.birth}T00:00:00Z`) }];
  if (layout.dates === 'iso') return [{ scope: 'member', titles: ['Tanggal Lahir', 'Tgl. Lahir'], value: (p) => p.birth }];
  if (layout.dates === 'slashes') return [{ scope: 'member', titles: ['Tgl Lahir', 'Tanggal Lahir'], value: (p) => text(p, 2) }];
  if (layout.dates === 'words') return [{ scope: 'member', titles, value: (p) => `${place}, ${text(p, 1)}` }];
  return [{ scope: 'member', titles, value: (p) => { const how = r.int(0, 3); return how === 2 ? `${place} ${text(p, 2)}` : `${place}, ${text(p, how)}`; } }];
}

function addressColumns(layout: Layout, cased: (t: string) => string): Column[] {
  const away = (p: Person, g: MadeGroup): boolean => p.district !== g.village.district;
  const line = (p: Person, g: MadeGroup): string => (away(p, g) ? `Ds. ${p.village}, Kec. ${p.district}` : p.village !== g.village.name ? `Ds. ${p.village}` : `RT ${two(p.rt)} RW ${two(p.rw)} ${cased(p.village)}`);
  const member = 'member' as const;
  if (layout.address === 'line') return [{ scope: member, titles: ['Alamat', 'Alamat Lengkap', 'Alamat Rumah'], value: line }];
  if (layout.address === 'long') return [{ scope: member, titles: ['Alamat', 'Alamat Lengkap'], value: (p) => `Dsn. Krajan RT ${p.rt}/${p.rw}, Desa ${cased(p.village)}, Kec. ${p.district}` }];
  const village = { scope: member, titles: ['Desa', 'Desa/Kelurahan', 'Desa Domisili'], value: (p: Person) => cased(p.village) };
  const district = { scope: member, titles: ['Kecamatan', 'Kec.'], value: (p: Person) => cased(p.district) };
  if (layout.address === 'columns') return [{ scope: member, titles: ['RT'], value: (p) => two(p.rt) }, { scope: member, titles: ['RW'], value: (p) => two(p.rw) }, village, district];
  return [{ scope: member, titles: ['Alamat'], value: (p) => `RT ${two(p.rt)} RW ${two(p.rw)}` }, village, district];
}

function roleColumns(layout: Layout, r: Random): Column[] {
  const titles = ['Jabatan', 'Kedudukan', 'Jabatan dalam Kelompok', 'Jabatan KUBE'];
  const member = 'member' as const;
  if (layout.roles === 'chairMarks') return (['Ketua', 'Sekretaris', 'Bendahara'] as const).map((role) => ({ scope: member, titles: [role], value: (p: Person) => (p.role === role ? r.pick(['v', 'x', '√']) : null) }));
  if (layout.roles === 'short') return [{ scope: member, titles, value: (p) => ({ Ketua: r.pick(['Ketua', 'KETUA', 'Ketua Kelompok']), Sekretaris: r.pick(['Sekr.', 'Sekretaris', 'Sek']), Bendahara: r.pick(['Bend.', 'Bendahara']), Anggota: r.pick(['Angg.', 'Anggota', '-']) })[p.role] }];
  const blank = layout.roles !== 'full';
  return [{ scope: member, titles: layout.roles === 'inNote' ? ['Keterangan', 'Ket.'] : titles, value: (p) => (blank && p.role === 'Anggota' ? null : p.role) }];
}
