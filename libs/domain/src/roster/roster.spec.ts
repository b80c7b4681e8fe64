import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../kernel/plain-date.ts';
import { readRoster, type RosterOptions, type RosterReading } from './roster.ts';
import type { Cell, Sheet } from './sheet.ts';

const ASOF = isoDate('2020-03-03');
const NIK = (n: number, sex: 'L' | 'P' = 'L'): string => `352116${sex === 'P' ? '51' : '11'}0580${String(n).padStart(4, '0')}`;
const KK = (n: number): string => `352116030809${String(n).padStart(4, '0')}`;
const sheet = (rows: Cell[][], name = 'Sheet1'): Sheet => ({ name, rows, firstRow: 1 });
const read = (rows: Cell[][] | Sheet[], options: Partial<RosterOptions> = {}): RosterReading =>
  readRoster((Array.isArray(rows[0]) ? [sheet(rows as Cell[][])] : rows) as Sheet[], { asOf: ASOF, isVillage: (t) => /^(?:dumplengan|banjar ?banggi|geneng)$/i.test(t), ...options });
const shape = (r: RosterReading) => r.groups.map((g) => [g.name, g.village, g.members.map((m) => m.row)]);

const PLAIN: Cell[] = ['No', 'Nama KUBE', 'Desa', 'Nama', 'NIK', 'No KK', 'Jabatan'];
const line = (group: Cell, village: Cell, n: number, role: Cell = 'Anggota', no: Cell = n): Cell[] => [no, group, village, `Sri Lestari ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n % 26]}`, NIK(n), KK(n), role];

describe('rows to groups', () => {
  it('carries merged group cells down and keeps two groups of one name apart', () => {
    const r = read([PLAIN, line('KUBE MAJU', 'Dumplengan', 1, 'Ketua'), line(null, null, 2), line(null, null, 3), line('KUBE MAJU', 'Banjarbanggi', 4, 'Ketua'), line(null, null, 5)]);
    expect(shape(r)).toEqual([['Maju', 'Dumplengan', [2, 3, 4]], ['Maju', 'Banjarbanggi', [5, 6]]]);
  });
  it('carries a village merged over several groups, but no account', () => {
    const r = read([[...PLAIN, 'No Rekening'], [...line('Maju', 'Geneng', 1), '001234567'], [...line(null, null, 2), null], [...line('Jaya', null, 3), null], [...line(null, null, 4), null]]);
    expect(r.groups.map((g) => [g.name, g.village, g.account])).toEqual([['Maju', 'Geneng', '001234567'], ['Jaya', 'Geneng', null]]);
  });
  it('joins repeated names in any order, and splits one name over two villages with their own officers', () => {
    const rows = [line('Maju', 'Geneng', 1, 'Ketua'), line('Jaya', 'Geneng', 4, 'Ketua'), line('Maju', 'Dumplengan', 7, 'Ketua'), line('Maju', 'Geneng', 2), line('Jaya', 'Geneng', 5), line('Maju', 'Dumplengan', 8), line('Maju', 'Geneng', 3), line('Maju', 'Dumplengan', 9), line('Jaya', 'Geneng', 6)];
    expect(shape(read([PLAIN, ...rows]))).toEqual([['Maju', 'Geneng', [2, 5, 8]], ['Jaya', 'Geneng', [3, 6, 10]], ['Maju', 'Dumplengan', [4, 7, 9]]]);
  });
  it('leaves a misspelt village in a repeated group with its group', () => {
    const r = read([PLAIN, ...[1, 2, 3, 4, 5, 6].map((n) => line('Maju', n === 4 ? 'Dukuh Mbulak' : 'Geneng', n, n === 1 ? 'Ketua' : ''))]);
    expect(shape(r)).toEqual([['Maju', 'Geneng', [2, 3, 4, 5, 6, 7]]]);
    expect(r.groups[0]?.members.map((m) => m.village)).toEqual([null, null, null, 'Dukuh Mbulak', null, null]);
  });
  it('reads separators, subtotals, repeated headers, numbering, blank rows and a signature block', () => {
    const head: Cell[] = ['No', 'Nama', 'NIK', 'No KK', 'Jabatan'];
    const m = (n: number): Cell[] => [n, `Agus Widodo ${'ABCDEF'[n]}`, NIK(n), KK(n), 'Anggota'];
    const r = read([['PEMERINTAH KABUPATEN NGAWI'], [], ['KUBE : Mugi Jaya'], ['Desa : Dumplengan'], head, [1, 2, 3, 4, 5], m(1), m(2), ['Jumlah', '2'], [], ['KUBE : Maju'], ['Desa : Geneng'], head, m(3), head, m(4), ['JUMLAH ANGGOTA: 2'], [], [null, 'Ngawi, 3 Maret 2020'], [null, 'Kepala Dinas'], [null, 'Bambang, S.Sos'], [null, 'NIP. 196801011994031004']]);
    expect(shape(r)).toEqual([['Mugi Jaya', 'Dumplengan', [7, 8]], ['Maju', 'Geneng', [14, 16]]]);
    expect(r.groups.map((g) => g.claimedSize)).toEqual([2, 2]);
    expect(r.sheets[0]?.ignored.map((i) => i.kind)).toEqual(['numbering', 'subtotal', 'label', 'label', 'header', 'header', 'subtotal', 'footer', 'footer', 'footer', 'footer']);
  });
  it('takes group or village from the sheet name when there are several sheets', () => {
    const head: Cell[] = ['No', 'Nama', 'NIK'];
    const r = read([sheet([head, [1, 'Sri', NIK(1)]], '1 Mugi Jaya'), sheet([head, [1, 'Ani', NIK(2)]], 'KUBE Maju'), sheet([], 'Sheet3')]);
    expect(r.groups.map((g) => [g.sheet, g.name])).toEqual([['1 Mugi Jaya', 'Mugi Jaya'], ['KUBE Maju', 'Maju']]);
    expect(r.sheets.map((s) => s.skipped)).toEqual([null, null, 'EMPTY']);
  });
  it('reads name and NIK from one cell, and NIK and KK from one', () => {
    const r = read([['No', 'Nama / NIK', 'Jabatan'], [1, `Sri Lestari\n${NIK(1)}`, 'Ketua'], [2, `Ani / NIK ${NIK(2)}`, 'Anggota']]);
    expect(r.groups[0]?.members.map((m) => [m.name, m.nik])).toEqual([['Sri Lestari', NIK(1)], ['Ani', NIK(2)]]);
    const both = read([['No', 'Nama', 'NIK / No KK'], [1, 'Sri', `${NIK(1)} / ${KK(1)}`], [2, 'Ani', `${NIK(2)}\n${KK(2)}`]]);
    expect(both.groups[0]?.members.map((m) => [m.nik, m.kk])).toEqual([[NIK(1), KK(1)], [NIK(2), KK(2)]]);
  });
  it('finds officers in mark columns, in a note, behind the name and beside the group', () => {
    const marks = read([['Nama', 'NIK', 'Ketua', 'Sekretaris'], ['Sri', NIK(1), 'v', null], ['Ani', NIK(2), null, 'x'], ['Eko', NIK(3), null, null]]);
    expect(marks.groups[0]?.members.map((m) => m.roles)).toEqual([['chair'], ['secretary'], []]);
    const note = read([['Nama', 'NIK', 'Ket'], ['Sri', NIK(1), 'Ketua'], ['Ani', NIK(2), 'Sekretaris'], ['Eko', NIK(3), null]]);
    expect(note.groups[0]?.members.map((m) => m.roles)).toEqual([['chair'], ['secretary'], []]);
    const named = read([['Nama', 'NIK'], ['Sri Lestari (Ketua)', NIK(1)], ['Ani', NIK(2)]]);
    expect(named.groups[0]?.members.map((m) => [m.name, m.roles])).toEqual([['Sri Lestari', ['chair']], ['Ani', []]]);
    const beside = read([['Nama KUBE', 'Nama Ketua', 'Nama Anggota', 'NIK'], ['Maju', 'ANI WIDODO', 'Sri', NIK(1)], [null, null, 'Ani Widodo', NIK(2)]]);
    expect(beside.groups[0]?.members.map((m) => m.roles)).toEqual([[], ['chair']]);
  });
  it('tells NIK and KK apart without names, by sex and women\'s days', () => {
    const rows = Array.from({ length: 12 }, (_, i): Cell[] => [`Orang ${'ABCDEFGHIJKL'[i]}`, KK(i + 1), NIK(i + 1, i % 2 ? 'P' : 'L'), i % 2 ? 'P' : 'L']);
    const r = read(rows);
    expect(r.groups[0]?.members[1]).toMatchObject({ nik: NIK(2, 'P'), kk: KK(2), sex: 'P' });
  });
  it('lets the user choose columns, and takes a saved mapping for the same header', () => {
    const rows: Cell[][] = [['A', 'B', 'C'], ['Sri', NIK(1), 'x'], ['Ani', NIK(2), 'y']];
    expect(read([sheet(rows)], { choices: new Map([['Sheet1', { name: 0, nik: 1 }]]) }).members).toBe(2);
    const head: Cell[][] = [['No', 'Nama', 'NIK', 'No KK'], [1, 'Sri', KK(1), NIK(1)]];
    const signature = read(head).sheets[0]?.proposal.signature as string;
    expect(read(head, { saved: new Map([[signature, { name: 1, nik: 3, kk: 2 }]]) }).groups[0]?.members[0]).toMatchObject({ nik: NIK(1), kk: KK(1) });
  });
  it('keeps a member without NIK between members, and drops a lone name after the last', () => {
    const r = read([PLAIN, line('Maju', 'Geneng', 1), [2, null, null, 'Tanpa Nomor', null, null, 'Anggota'], line(null, null, 3), [], [null, null, null, 'Bambang Sutejo', null, null, null]]);
    expect(r.groups[0]?.members.map((m) => m.name)).toEqual(['Sri Lestari B', 'Tanpa Nomor', 'Sri Lestari D']);
  });
  it('reads nothing from a sheet without a list', () => expect(read([['Catatan rapat'], ['Hadir semua']]).sheets[0]?.skipped).toBe('NO_TABLE'));
});

describe('properties', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(fc.constant(null), fc.string({ maxLength: 24 }), fc.double({ noNaN: true }), fc.boolean(), fc.constantFrom('NIK', 'Nama', 'KUBE : A', 'JUMLAH', NIK(1), 'Ketua', 'L'));
  it('never throws and never makes up rows, whatever the sheet holds', () => fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 25 }), (rows) => {
    const r = read([sheet(rows)]);
    const numbers = r.groups.flatMap((g) => g.members.map((m) => m.row));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((n) => n >= 1 && n <= rows.length)).toBe(true);
  })));
  it('gives the same members whatever the order of columns and the height of the letterhead', () => fc.assert(fc.property(
    fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }), fc.integer({ min: 0, max: 6 }), fc.boolean(), (order, height, merged) => {
      const body = [1, 2, 3, 4, 5, 6].map((n) => line(merged && n % 3 !== 1 ? null : n < 4 ? 'Maju' : 'Jaya', merged && n % 3 !== 1 ? null : 'Geneng', n, n % 3 === 1 ? 'Ketua' : 'Anggota'));
      const plain = read([PLAIN, ...body]);
      const moved = read([...Array.from({ length: height }, (_, i): Cell[] => [['PEMERINTAH KABUPATEN NGAWI', 'DINAS SOSIAL', 'DAFTAR KUBE 2020'][i % 3] as string]), ...[PLAIN, ...body].map((row) => order.map((c) => row[c] ?? null))]);
      const strip = (r: RosterReading, by: number) => r.groups.map((g) => [g.name, g.village, g.members.map((m) => [m.row - by, m.name, m.nik, m.kk, m.roles])]);
      expect(strip(moved, height)).toEqual(strip(plain, 0));
    })));
});
