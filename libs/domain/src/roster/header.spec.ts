import { describe, expect, it } from 'vitest';
import { findHeader, headerSignature, headerLines, repeatsHeader } from './header.ts';
import { scoreName, scoreStacked } from './header-words.ts';
import { proposeMapping } from './mapping.ts';
import type { Field } from './fields.ts';
import type { Cell, Sheet } from './sheet.ts';

const sheet = (rows: Cell[][], firstRow = 1): Sheet => ({ name: 'S', rows, firstRow });
const best = (scores: ReadonlyMap<Field, number>): Field | undefined => [...scores].sort((a, b) => b[1] - a[1])[0]?.[0];

describe('names of columns', () => {
  it.each<[string, Field]>([
    ['No. KTP', 'nik'], ['NO.KTP', 'nik'], ['Nomor Induk Kependudukan (NIK)', 'nik'], ['N I K', 'nik'], ['e-KTP', 'nik'], ['NKK', 'kk'], ['No KK', 'kk'], ['NO. KARTU KELUARGA', 'kk'], ['Tempat/Tgl Lahir', 'birthDate'], ['TTL', 'birthDate'],
    ['Tgl. Lahir', 'birthDate'], ['Tanggal Lahir (DD/MM/YYYY)', 'birthDate'], ['Tmpt Lahir', 'birthPlace'], ['JK', 'sex'], ['L/P', 'sex'], ['Jns. Kelamin', 'sex'], ['Jenis Kelamin (L/P)', 'sex'], ['Jabatan', 'role'], ['Kedudukan dlm Kelompok', 'role'],
    ['Desa/Kel', 'village'], ['Desa / Kelurahan', 'village'], ['No. Rekening', 'account'], ['NOREK', 'account'], ['Nama KUBE', 'groupName'], ['Nama Kel.', 'groupName'], ['Jenis Usaha', 'business'], ['Jns Usaha', 'business'], ['Pekerjaan', 'occupation'],
    ['Alamat Lengkap', 'address'], ['No HP', 'phone'], ['No. HP/WA', 'phone'], ['Status Kawin', 'marital'], ['A.n. Rekening', 'accountHolder'], ['Desil DTSEN', 'decile'], ['Nama Lengkap (sesuai KTP)', 'name'], ['NAMA PENERIMA MANFAAT', 'name'], ['Nomer Rekenning', 'account'],
    ['Kode Desa', 'villageCode'], ['kode_desa', 'villageCode'], ['no_kk', 'kk'], ['Pekerjan', 'occupation'], ['Tahun Anggaran', 'year'], ['Nominal (Rp)', 'amount'],
  ])('%s names %s', (text, field) => expect(best(scoreName(text))).toBe(field));

  it.each<[string, string, Field]>([
    ['KUBE', 'Nama', 'groupName'], ['ANGGOTA', 'NAMA', 'name'], ['Anggota KUBE', 'Desa', 'village'], ['Kelompok', 'Desa', 'groupVillage'], ['Rekening', 'Nomor', 'account'], ['Rekening', 'Atas Nama', 'accountHolder'], ['Lahir', 'Tempat', 'birthPlace'],
    ['Lahir', 'Tanggal', 'birthDate'], ['Jenis Kelamin', 'L', 'markMale'], ['Jenis Kelamin', 'P', 'markFemale'], ['Nomor', 'NIK', 'nik'], ['Nomor', 'KK', 'kk'], ['Alamat', 'RT', 'rt'], ['Alamat', 'Desa', 'village'], ['Data Anggota', 'NIK', 'nik'],
  ])('%s over %s names %s', (upper, lower, field) => expect(best(scoreStacked(upper, lower))).toBe(field));
});

describe('findHeader', () => {
  const letterhead: Cell[][] = [['PEMERINTAH KABUPATEN NGAWI'], ['DAFTAR CALON PENERIMA BANTUAN KUBE TAHUN 2020'], []];
  const two: Cell[][] = [['NO', 'NAMA KUBE', 'DESA', 'ANGGOTA', null, null], [null, null, null, 'NAMA', 'NIK', 'L/P'], [1, 'Mugi', 'Dumplengan', 'Sri', '3521161710710001', 'P']];

  it('finds one row under a letterhead', () => {
    const found = findHeader(sheet([...letterhead, ['No', 'Nama', 'NIK'], [1, 'Sri', '3521161710710001']]), 'roster');
    expect(found).toMatchObject({ index: 3, depth: 1, row: 4 });
  });
  it('finds two rows and carries the upper name over its columns', () => {
    const found = findHeader(sheet([...letterhead, ...two], 5), 'roster');
    expect(found).toMatchObject({ index: 3, depth: 2, row: 8, names: ['NO', 'NAMA KUBE', 'DESA', 'ANGGOTA NAMA', 'ANGGOTA NIK', 'ANGGOTA L/P'] });
  });
  it('does not take a label above the header for a part of it', () =>
    expect(findHeader(sheet([['Jenis Usaha : Jahit'], ['No', 'Nama', 'NIK', 'No KK']]), 'roster')).toMatchObject({ index: 1, depth: 1 }));
  it('finds none in data or prose', () => {
    expect(findHeader(sheet([['1', 'Sri', '3521161710710001'], ['2', 'Ani', '3521161710710002']]), 'roster')).toBeNull();
    expect(findHeader(sheet([['Surat ini menerangkan nama dan alamat'], ['Demikian']]), 'roster')).toBeNull();
  });
  it('knows the same columns again, not others', () => {
    const sign = (row: Cell[]) => headerSignature(findHeader(sheet([row]), 'roster'), row.length);
    expect(sign(['NO', 'NAMA', 'NO. KTP'])).toBe(sign(['No.', 'Nama', 'Nomor KTP']));
    expect(sign(['NO', 'NAMA', 'NIK'])).not.toBe(sign(['NO', 'NIK', 'NAMA']));
  });
  it('knows its repetition on a page break', () => {
    const s = sheet(two);
    const lines = headerLines(s, findHeader(s, 'roster') as NonNullable<ReturnType<typeof findHeader>>);
    expect(repeatsHeader(['No', 'Nama KUBE', 'Desa', 'Anggota', null, null], lines)).toBe(true);
    expect(repeatsHeader(two[2] as Cell[], lines)).toBe(false);
  });
});

describe('a header that a person chose', () => {
  const rows: Cell[][] = [['KUBE', null, 'Lain'], ['Nama', 'NIK', null], ['A', 'B', 'C'], ['Sri', '3521161710710001', 1]];
  it('is taken at that row, with the second row of titles that belongs to it, or as none', () => {
    const read = (row: number | null) => proposeMapping(sheet(rows, 3), { kind: 'roster', headerRows: new Map([['S', row]]) });
    expect(read(3).header).toMatchObject({ row: 3, index: 0, depth: 2, names: ['KUBE Nama', 'KUBE NIK', 'Lain'] });
    expect(read(4).header).toMatchObject({ row: 4, depth: 1 });
    expect(read(5).header).toMatchObject({ row: 5, index: 2, names: ['A', 'B', 'C'] });
    expect(read(null)).toMatchObject({ header: null, dataStart: 0 });
    expect(read(99).header).toEqual(findHeader(sheet(rows, 3), 'roster'));
  });
  it('is found again in the next file by its titles, only when the words alone find nothing that is known', () => {
    const chosen = proposeMapping(sheet(rows), { kind: 'roster', headerRows: new Map([['S', 3]]) });
    const saved = new Map([[chosen.signature, { name: 0, nik: 1 }]]);
    expect(proposeMapping(sheet([['lain'], ...rows]), { kind: 'roster', saved })).toMatchObject({ header: { names: ['A', 'B', 'C'] }, source: 'saved', dataStart: 4 });
    expect(proposeMapping(sheet(rows.slice(0, 2)), { kind: 'roster', saved }).source).toBe('proposed');
  });
});
